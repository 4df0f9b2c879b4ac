import CommandTestSupport
import Foundation
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing

/// The key `validation` of a network file, and what `train` shows of it.
struct ValidationTests {
  private let folder = TemporaryFolder()

  private static let held =
    "validation: [{ inputs: [2], targets: [1.5] }, { inputs: [-2], targets: [0] }],"

  /// One linear neuron on three samples, one a step.
  private func network(_ validation: String = held, _ more: String = "") -> String {
    """
    { inputs: 1, layers: [{ activation: "identity", weights: [[0.5]], biases: [0.25] }],
      learningRate: 0.1, epochs: 4, \(validation) \(more)
      samples: [{ inputs: [1], targets: [0.5] }, { inputs: [-1], targets: [1] },
                { inputs: [0.5], targets: [-1] }] }
    """
  }

  @Test func `the last column of CSV, a field of JSON, and only where the file has it`() throws {
    let csv = run("train", "-", "--format", "csv", input: network())
    #expect(csv.lines[0] == "step,epoch,loss,validationLoss")
    let rows = csv.lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.allSatisfy { $0.count == 4 })
    // Each epoch's first step, and those that a table shows.
    let told = rows.filter { !$0[3].isEmpty }.map { $0[0] }
    #expect(told == ["1", "2", "4", "5", "7", "10", "12"])
    // Half the squares of 0.5·2 + 0.25 − 1.5 and of 0.5·(−2) + 0.25, on the average.
    #expect(rows[0][3] == "0.15625")
    let json = try run("train", "-", "--format", "json", input: network()).json()
    let steps = try #require(json["steps"] as? [[String: Double]])
    for (step, row) in zip(steps, rows) {
      #expect((step["validationLoss"] == nil) == row[3].isEmpty)
      if let loss = step["validationLoss"] { #expect(abs(loss - (Double(row[3]) ?? .nan)) < 1e-15) }
    }
    let final = try #require(json["final"] as? [String: Any])
    let parameters = try #require(final["parameters"] as? [String: Double])
    let (w, b) = (parameters["w[2,1]"] ?? .nan, parameters["b[2]"] ?? .nan)
    let (up, down) = (w * 2 + b - 1.5, w * -2 + b)
    let end = try #require(final["validationLoss"] as? Double)
    #expect(abs(end - (up * up + down * down) / 4) < 1e-15)
    // Without it nothing is said of it, and all else is the same.
    let plain = run("train", "-", "--format", "csv", input: network(""))
    #expect(plain.lines == csv.lines.map { $0[..<($0.lastIndex(of: ",") ?? $0.endIndex)] })
    for format in ["table", "json", "csv"] {
      let text = run("train", "-", "--format", format, input: network("")).output
      #expect(!text.contains("alidation") && !text.isEmpty)
    }
  }

  @Test func `a report has a column, the end and the count`() throws {
    for (language, parts) in [
      (
        "en",
        [
          "2 more for validation, never trained on", "validation loss before step",
          "The mean loss of the 2 validation samples is ",
        ]
      ),
      ("zh", ["另有 2 个验证样本，不参与训练", "更新前的验证损失", "2 个验证样本的平均损失为 "]),
    ] {
      let options = ["--lang", language, "--width", "200"]
      let text = run(["train", "-"] + options, input: Array(network().utf8)).output
      for part in parts { #expect(text.contains(part), "\(part)") }
      let first = text.split(separator: "\n").first { $0.hasPrefix("  1  ") }
      #expect(first?.split(separator: " ").last.flatMap { Double($0) } == 0.15625)
      // Every row of the table has its number, the last one, too.
      let until = run(
        ["train", "-", "--until", "0.5", "--epochs", "500"] + options, input: Array(network().utf8))
      let rows = until.output.split(separator: "\n").drop { !$0.contains(parts[1]) }.dropFirst()
        .prefix { $0.first == " " && $0.contains { $0.isNumber } && !$0.contains("│") }
      #expect(rows.count > 1)
      #expect(rows.allSatisfy { $0.split(separator: " ").count == 4 }, "\(rows)")
    }
    let sum = run("train", "-", "--width", "200", input: network(Self.held, "batchLoss: 'sum',"))
    #expect(sum.output.contains("The losses of the 2 validation samples sum to "))
    let one = run(
      "train", "-", "--width", "200",
      input: network("validation: [{ inputs: [2], targets: [1] }],"))
    #expect(one.output.contains("The loss of the validation sample is "))
    let classes = """
      { inputs: 1, layers: [{ weights: [[2]], biases: [0] }], \
      samples: [{ inputs: [-1], targets: [0] }, { inputs: [1], targets: [1] }],
        validation: [{ inputs: [3], targets: [1] }, { inputs: [-3], targets: [1] },
                     { inputs: [-2], targets: [0] }] }
      """
    let counted = run("train", "-", "--width", "200", input: classes).output
    #expect(counted.contains("2 of 2 samples are classified correctly."))
    #expect(counted.contains("2 of 3 validation samples are classified correctly."))
  }

  @Test func `what is not about training takes no notice of it`() throws {
    let (with, without) = (network(), network(""))
    for command in [
      ["trace", "-"], ["trace", "-", "--sample", "3", "--inputs", "4"], ["explain", "-", "E"],
      ["export", "-", "--to", "md"], ["export", "-", "--to", "html", "--trace-step", "5"],
      ["train", "-", "--trace-step", "7"], ["worksheet", "-"], ["worksheet", "-", "--key"],
      ["gradcheck", "-"], ["trace", "-", "--format", "json"],
    ] {
      let (one, other) = (
        run(command, input: Array(with.utf8)), run(command, input: Array(without.utf8))
      )
      #expect(one.code == other.code && one.output == other.output, "\(command)")
      #expect(!one.output.isEmpty && one.error == other.error)
    }
    #expect(run("trace", "-", "--sample", "4", input: with).code == 2)
  }

  @Test func `it belongs to the training behind the stages, and is kept`() throws {
    let pretraining = """
      { inputs: 1, layers: [{ weights: [[0.5]] }, { activation: "identity", weights: [[1]] }],
        pretraining: { epochs: 2, seed: 3 }, epochs: 2, samples: [{ inputs: [1], targets: [0.5] }],
        validation: [{ inputs: [0], targets: [1] }] }
      """
    let saved = folder.path("saved.json5")
    let csv = run(
      "train", "-", "--pretrain", "--format", "csv", "--save", saved, input: pretraining)
    #expect(csv.lines[0] == "stage,step,epoch,loss,validationLoss")
    #expect(csv.lines.count == 5)
    for line in csv.lines.dropFirst() {
      #expect(line.hasSuffix(",") == line.hasPrefix("1,"), "\(line)")
    }
    let kept = try networkFile(String(contentsOfFile: saved, encoding: .utf8))
    #expect(kept.validation == [Sample(inputs: [0], targets: [1])])
    #expect(try networkFile(pretraining).stage(1, rounding: nil).validation.isEmpty)
  }

  @Test func `targets may be inputs, and samples may be in a file of their own`() throws {
    let own = try networkFile(
      """
      { inputs: 1, layers: [{ weights: [[1]] }], targets: "inputs", samples: [{ inputs: [1] }],
        validation: [{ inputs: [0.25] }] }
      """)
    #expect(own.validation == [Sample(inputs: [0.25], targets: [0.25])])
    _ = try folder.write("a,c\n2,1\n3,0\n", "v.csv")
    let start = "{ inputs: ['a'], layers: [{ neurons: ['c'], weights: [[1]] }],"
    let samples = "samples: [{ inputs: [1], targets: [1] }],"
    let file = try folder.write("\(start) \(samples) validation: 'v.csv' }", "n.json5")
    let saved = folder.path("s.json5")
    #expect(run("train", file, "--save", saved).code == 0)
    let kept = try networkFile(String(contentsOfFile: saved, encoding: .utf8))
    #expect(kept.validation.map(\.inputs) == [[2], [3]])
    // It was read, and is not to be overwritten.
    #expect(run("train", file, "--save", folder.path("v.csv")).code == 2)
    // A mistake has its place in that file.
    for (table, place, words) in [
      ("a\n2\n", "v.csv:2:1: ", "has no targets"), ("a,c\n2,x\n", "v.csv:2:3: ", "not a number"),
    ] {
      _ = try folder.write(table, "v.csv")
      let result = run("train", file)
      #expect(result.code == 2 && result.error.contains(place) && result.error.contains(words))
    }
    _ = try folder.write("a,c\n2,1\n", "v.csv")
    let twice = try folder.write("\(start) targets: 'inputs', samples: 'v.csv' }", "t.json5")
    let refused = run("train", twice)
    #expect(refused.code == 2 && refused.error.contains("v.csv:2:1: "), "\(refused.error)")
  }
}
