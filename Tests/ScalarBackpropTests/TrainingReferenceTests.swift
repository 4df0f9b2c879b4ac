import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Whole trainings against the losses of another program with 40 digits
/// (`Reference/make_training.py`): every optimiser, online, in batches and all at once.
struct TrainingReferenceTests {
  @Test(arguments: try TrainingCase.all())
  func `every step's loss agrees with the reference`(_ reference: TrainingCase) throws {
    let file = try networkFile(reference.network)
    var losses: [Double] = []
    let result = try file.network.train(on: file.samples, file.training) { step in
      losses.append(step.loss)
      return losses.count == reference.losses.count ? .stop : .goOn
    }
    #expect(result.steps == reference.losses.count)
    #expect(losses.count == reference.losses.count)
    for (step, (loss, expected)) in zip(losses, reference.losses).enumerated() {
      #expect(
        (loss - expected).magnitude <= 1e-9 * expected, "step \(step + 1): \(loss), not \(expected)"
      )
    }
  }

  @Test(arguments: try TrainingCase.all())
  func `every gradient agrees with its central difference`(_ reference: TrainingCase) throws {
    let file = try networkFile(reference.network)
    let check = try file.network.checkGradients(
      on: file.samples, batchLoss: file.training.batchLoss)
    #expect(check.rows.map(\.parameter) == file.network.parameters)
    for row in check.rows {
      let best = try #require(row.best)
      #expect(row.verdict == .agrees)
      #expect((row.analytic - best.value).magnitude <= 1e-8, "\(row)")
    }
  }

  @Test func `the reference covers the ways to train`() throws {
    let files = try TrainingCase.all().map { try networkFile($0.network) }
    let ways = Set(
      files.map {
        let size = $0.training.batchSize.map { String($0) } ?? "all"
        return "\($0.training.rule.optimizer) \(size) \($0.training.batchLoss)"
      })
    #expect(ways.count == 36)
    #expect(files.contains { $0.training.rule.weightDecay > 0 })
    #expect(files.contains { $0.network.layers.contains { $0.sharedBias != nil } })
    for part in ParameterPart.allCases {
      #expect(files.contains { $0.network.layers.contains { $0.frozen.contains(part) } })
    }
  }
}

/// One training of the reference file.
struct TrainingCase: Sendable, CustomTestStringConvertible {
  var network: String
  var losses: [Double] = []

  var testDescription: String { String(network.prefix(70)) }

  static func all() throws -> [TrainingCase] {
    var cases: [TrainingCase] = []
    for line in try text(of: "Tests/ScalarBackpropTests/Reference/training.txt").split(
      separator: "\n")
    {
      if line.hasPrefix("training ") {
        cases.append(TrainingCase(network: String(line.dropFirst(9))))
      } else {
        cases[cases.count - 1].losses.append(try #require(Double(line)))
      }
    }
    return cases
  }
}
