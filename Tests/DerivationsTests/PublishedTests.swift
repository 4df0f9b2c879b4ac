import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The figures that published examples print, reproduced at their printed precision.
struct PublishedTests {
  @Test(arguments: try PublishedFigure.all())
  func `a printed figure is reproduced`(_ figure: PublishedFigure) throws {
    for file in try figure.files() {
      let value = try figure.value(in: file)
      switch figure.status {
      case .match:
        #expect((value - figure.value).magnitude <= figure.halfUnit)
      case .lastDigit:
        #expect((value - figure.value).magnitude <= figure.unit * 1.5)
      case .sourceRounding:
        let rounded = try #require(figure.fromRoundedFigures)
        #expect((rounded - figure.value).magnitude <= figure.halfUnit)
        #expect((value - figure.value).magnitude <= figure.unit * 2.5)
      case .sourceMistake:
        let (written, done) = try figure.writtenAndDone(in: file)
        #expect((written - figure.value).magnitude > figure.unit)
        #expect((done - figure.value).magnitude <= figure.halfUnit)
      }
    }
  }

  @Test func `every figure of every source is looked at`() throws {
    let folder = packageRoot.appending(path: "Tests/DerivationsTests/Published").path()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == PublishedSource.ids.map { $0.key + ".json" }.sorted())
    for (source, ids) in PublishedSource.ids {
      #expect(try PublishedSource(source).published.count == ids.count, "\(source)")
    }
    #expect(try PublishedFigure.all().count == 30 - 3 + 21 + 17 + 8)
    let examples = PublishedSource.ids.map(\.key).filter { Example.named($0) != nil }
    #expect(Set(examples) == ["mazur", "han-kamber"])
  }
}

/// One printed figure of a source, and the id of the quantity it stands for.
struct PublishedFigure: Sendable, CustomTestStringConvertible {
  var source: String
  var order: Int
  var name: String
  var printed: String
  var status: Status
  var id: String

  /// How a printed figure stands to the right number.
  enum Status: String, Decodable, Sendable {
    /// It is that number, rounded.
    case match
    /// But for the last digit.
    case lastDigit = "last-digit"
    /// It goes on from figures that the source had rounded.
    case sourceRounding = "source-rounding"
    /// The source did not do what it says.
    case sourceMistake = "source-mistake"
  }

  var testDescription: String { "\(source) \(order): \(name) = \(printed)" }
  var value: Double { Double(printed) ?? .nan }

  /// One unit of the last printed digit.
  var unit: Double {
    let parts = printed.split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("1e\(exponent - decimals)") ?? .nan
  }

  /// Half of it, with a margin for the last bits.
  var halfUnit: Double { unit * 0.5000001 }

  /// What the source itself calculated where it went on with figures it had rounded.
  var fromRoundedFigures: Double? {
    switch (source, order) {
    case ("han-kamber", 7): 0.474 * (1 - 0.474) * (1 - 0.474)
    case ("linear-output-1-1-1", 11): 0.5 + 0.5 * 0.177 * 1
    case ("linear-output-1-1-1", 12): 0 + 0.5 * 0.177
    default: nil
    }
  }

  /// Where the source made a mistake: what its text leads to, and what it did.
  func writtenAndDone(in file: NetworkFile) throws -> (written: Double, done: Double) {
    let value = try value(in: file)
    switch (source, order) {
    // The handout has e^0.1 for e^−0.1.
    case ("han-kamber", 21): return (1 / (1 + exp(0.1)), value)
    // The article insists on the old weights, and took the new ones on the way back.
    case ("mazur", 27): return (value, try lossAfterUpdatedWeights(in: file))
    default:
      Issue.record("nothing is known of a mistake in \(self)")
      return (.nan, .nan)
    }
  }

  /// E after a step in which the hidden δ were made with the new output weights.
  private func lossAfterUpdatedWeights(in file: NetworkFile) throws -> Double {
    let sample = file.samples[0]
    let trace = try file.network.trace(sample, convention: Convention(deltaSign: .gradient))
    func number(_ quantity: Quantity) throws -> Double { try #require(trace[quantity]) }
    var network = file.network
    for (k, h) in [(4, 2), (4, 3), (5, 2), (5, 3)] {
      let weight = Parameter.weight(to: k, from: h)
      network = try network.setting(weight, to: number(.parameter(.new, weight)))
    }
    for h in 2...3 {
      let error = try [4, 5].reduce(0) {
        try $0 + number(.delta($1)) * number(.parameter(.new, .weight(to: $1, from: h)))
      }
      for i in 0...1 {
        let weight = Parameter.weight(to: h, from: i)
        let gradient = try error * number(.slope(h)) * sample.inputs[i]
        let old = try number(.parameter(.value, weight))
        network = try network.setting(weight, to: old - 0.5 * gradient)
      }
    }
    return try #require(try network.trace(sample)[.loss(.before)])
  }

  /// The source's network, and the built-in example made after it.
  func files() throws -> [NetworkFile] {
    let own = try networkFile(PublishedSource(source).network)
    return Example.named(source) == nil ? [own] : [own, try example(source)]
  }

  func value(in file: NetworkFile) throws -> Double {
    let sign: Convention.DeltaSign =
      source == "mazur" || source == "linear-output-1-1-1" ? .gradient : .descent
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: Convention(deltaSign: sign))
    let derivation = Derivation(of: trace, in: .documents)
    let quantity = try #require(derivation.quantitiesByID[id], "\(id)")
    return try #require(trace[quantity])
  }

  static func all() throws -> [PublishedFigure] {
    try PublishedSource.ids.flatMap { source, ids in
      let printed = try PublishedSource(source).published
      return zip(printed, ids).compactMap { row, id -> PublishedFigure? in
        guard let id else { return nil }
        return PublishedFigure(
          source: source, order: row.order, name: row.quantity, printed: row.printed,
          status: row.status, id: id)
      }
    }
  }
}
