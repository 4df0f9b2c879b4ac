import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The engine against values worked out with 60 and more digits by another program
/// (`Reference/make_reference.py`): 124 networks of every activation, loss and optimiser.
struct ReferenceTests {
  @Test(arguments: try ReferenceCase.all())
  func `every recorded value agrees with the reference`(_ reference: ReferenceCase) throws {
    let file = try networkFile(reference.network)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    let derivation = Derivation(of: trace, in: .documents)
    var quantities = derivation.quantitiesByID
    for row in reference.rows {
      guard let quantity = quantities.removeValue(forKey: row.id) else {
        Issue.record("\(row.id) is not recorded")
        continue
      }
      let value = try #require(trace[quantity])
      let tolerance = 1e-12 * row.value.magnitude + row.slack
      #expect((value - row.value).magnitude <= tolerance, "\(row.id): \(value), not \(row.value)")
    }
    #expect(quantities.isEmpty, "recorded, but not in the reference: \(quantities.keys.sorted())")
  }

  @Test func `the reference covers every activation, loss and optimiser`() throws {
    let files = try ReferenceCase.all().map { try networkFile($0.network) }
    let activations = Set(files.flatMap { $0.network.layers.map(\.activation) })
    #expect(activations == Set(Activation.allCases).subtracting([.step, .sign]))
    #expect(Set(files.map(\.network.loss)) == Set(Loss.allCases).subtracting([.perceptron]))
    #expect(Set(files.flatMap(\.training.rule.optimizer.states)) == Set(Optimizer.State.allCases))
  }
}

/// One network of the reference file, with its values.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    var id: String
    var value: Double
    /// What the cancellations of 1 − a, 1 − a², t − y and of the net sums allow, absolutely.
    var slack: Double
  }

  var network: String
  var rows: [Row] = []

  var testDescription: String { String(network.prefix(70)) }

  static func all() throws -> [ReferenceCase] {
    var cases: [ReferenceCase] = []
    let path = "Tests/ScalarBackpropTests/Reference/reference.txt"
    for line in try text(of: path).split(separator: "\n") {
      if line.hasPrefix("network ") {
        cases.append(ReferenceCase(network: String(line.dropFirst(8))))
      } else if !line.hasPrefix("#") {
        let words = line.split(separator: " ")
        let slack = try #require(Double(words[words.count - 1]))
        let value = try #require(Double(words[words.count - 2]))
        let id = words.dropLast(2).joined(separator: " ")
        cases[cases.count - 1].rows.append(Row(id: id, value: value, slack: slack))
      }
    }
    return cases
  }
}
