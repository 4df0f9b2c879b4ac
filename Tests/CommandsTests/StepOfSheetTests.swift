import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Which step a worksheet and its marking are about.
struct StepOfSheetTests {
  private let folder = TemporaryFolder()

  /// One sample a step, two samples, ten steps.
  private func network(_ optimizer: String) -> String {
    """
    {inputs: ["x1", "x2"], layers: [{weights: [[0.5, -0.4], [0.3, 0.8]], bias: 0.1},
      {weights: [[0.7, -0.6]], biases: [0.2]}],
     optimizer: {kind: "\(optimizer)"}, learningRate: 0.1, weightDecay: 0.01, epochs: 5,
     samples: [{inputs: [1, 0], targets: [1]}, {inputs: [0, 1], targets: [0]}]}
    """
  }

  private func summary(_ arguments: [String]) throws -> (code: Int32, counts: [String: Int]) {
    let result = run(["check"] + arguments + ["--format", "json"])
    let sheets = try #require(try result.json()["sheets"] as? [[String: Any]])
    return (result.code, sheets[0]["summary"] as? [String: Int] ?? [:])
  }

  @Test(
    arguments: Sampled.pairs(
      ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"],
      ["md", "csv", "txt", "html", "tex"], every: 8))
  func `a key of a later step is right`(_ optimizer: String, _ format: String) throws {
    let file = try folder.write(network(optimizer), "n.json5")
    for options in [
      [], ["--digits", "4"], ["--decimals", "5", "--round-as-you-go"], ["--short"],
      ["--vary", "--seed", "5"],
    ] {
      let key = run(
        ["worksheet", file, "--trace-step", "4", "--to", format, "--key"] + options)
      #expect(key.code == 0, "\(key.error)")
      let sheet = try folder.write(key.output, "key.\(format)")
      let (code, counts) = try summary([sheet])
      #expect(code == 0 && counts["wrong"] == 0, "\(options) \(counts)")
      #expect(counts["correct", default: 0] + counts["rounding", default: 0] > 20)
    }
  }

  @Test func `what the optimiser remembers is given`() throws {
    let file = try folder.write(network("adam"), "n.json5")
    let text = run("worksheet", file, "--trace-step", "3", "--to", "txt").output
    #expect(text.contains("calculate step 3 of the training (epoch 2), on sample 1"))
    let state = try networkFile(network("adam"))
    let before = try state.network.state(
      beforeStep: 3, of: state.training, on: state.samples)
    let m = try #require(before.remembered(.moment, of: .weight(to: 2, from: 0)))
    let line = try #require(text.split(separator: "\n").first { $0.contains("m⁻(w_31) = ") })
    let written = try #require(Double(line.split(separator: " ").last ?? ""))
    #expect(abs(written - m) < 1e-9 * abs(m))
    #expect(text.contains("τ = 3"))
    // At first there is nothing to remember.
    #expect(!run("worksheet", file, "--trace-step", "1", "--to", "txt").output.contains("m⁻"))
  }

  @Test func `check follows the step that the sheet names`() throws {
    let file = try folder.write(network("momentum"), "n.json5")
    let key = run("worksheet", file, "--trace-step", "4", "--to", "txt", "--key").output
    let sheet = try folder.write(key, "key.txt")
    #expect(try summary([sheet]).code == 0)
    #expect(try summary([file, sheet]).code == 0)
    #expect(try summary([file, sheet, "--trace-step", "4"]).code == 0)
    #expect(try summary([file, sheet, "--trace-step", "2"]).code == 1)
    let bare = try folder.write(
      key.split(separator: "\n").filter { !$0.hasPrefix("network:") }.joined(separator: "\n"),
      "bare.txt")
    #expect(try summary([file, bare]).code == 1)
    #expect(try summary([file, bare, "--trace-step", "4"]).code == 0)
    for wrong in [
      ["check", file, sheet, "--trace-step", "4", "--sample", "1"],
      ["check", file, bare, "--epochs", "3"], ["worksheet", file, "--trace-step", "99"],
      ["worksheet", file, "--trace-step", "2", "--inputs", "1,2"],
    ] {
      let result = run(wrong)
      #expect(result.code == 2 && result.output.isEmpty, "\(wrong)")
    }
  }

  @Test func `explain takes a step of a training`() {
    let later = run("explain", "adam", "new.w[h,x1]", "--trace-step", "3")
    #expect(later.code == 0 && later.output.contains("w_31⁺"))
    #expect(later.output != run("explain", "adam", "new.w[h,x1]").output)
    #expect(run("explain", "adam", "new.w[h,x1]", "--epochs", "3").code == 2)
  }

  @Test func `a sample of a file that trains in batches says so`() {
    for command in [["trace", "adam"], ["export", "adam"], ["export", "adam", "--to", "txt"]] {
      let lines = run(command).lines.prefix(8).joined(separator: " ")
      #expect(lines.contains("trains in batches of 2 samples"), "\(command)")
      #expect(lines.contains("--trace-step 1"))
    }
    #expect(!run("trace", "mazur").output.contains("batches"))
    #expect(!run("export", "adam", "--trace-step", "1").output.contains("alone"))
    #expect(run("trace", "adam", "--lang", "zh").output.contains("该文件按每批 2 个样本训练"))
  }

  // MARK: Batches

  /// The neuron of a known quiz: three samples, all in one batch.
  private let neuron = """
    { inputs: ["x1", "x2"],
      layers: [ { neurons: ["p"], weights: [[0.1, -0.2]], biases: [0.0] } ],
      loss: "mean-squared-error", learningRate: 0.1, epochs: 2, batchSize: "all",
      samples: [ { inputs: [1, 2], targets: [1] }, { inputs: [2, 1], targets: [0] },
        { inputs: [-1, -2], targets: [0] } ] }
    """

  private func sheet(_ text: String) throws -> (Int32, [String: Any]) {
    let network = try folder.write(neuron, "neuron.json5")
    let file = try folder.write(text, "sheet.txt")
    let result = run("check", network, file, "--format", "json")
    let sheets = try #require(try result.json()["sheets"] as? [[String: Any]])
    return (result.code, sheets[0])
  }

  private func verdicts(_ sheet: [String: Any]) -> [String: String] {
    var result: [String: String] = [:]
    for answer in sheet["answers"] as? [[String: Any]] ?? [] {
      let sample = (answer["sample"] as? Int).map { "\($0): " } ?? ""
      result[sample + (answer["id"] as? String ?? "")] = answer["verdict"] as? String
    }
    return result
  }

  @Test func `a bare sheet about a batch is about the batch`() throws {
    let (code, marked) = try sheet(
      "new.w[p,x1] = 0.1021\nnew.w[p,x2] = -0.1709\nnew.b[p] = -0.0083\n")
    #expect(code == 0)
    #expect(Set(verdicts(marked).values).isSubset(of: ["correct", "rounding"]))
    #expect(verdicts(marked).count == 3)
    let network = try folder.write(neuron, "neuron.json5")
    let file = try folder.write("new.w[p,x1] = 0.1021\n", "sheet.txt")
    let batch = run("check", network, file)
    #expect(batch.code == 0 && batch.error.contains("step 1 of the training, on 3 samples"))
    // Of sample 1 alone it is another number.
    let alone = run("check", network, file, "--sample", "1")
    #expect(alone.code == 1 && !alone.error.contains("step 1"))
    #expect(run("check", network, file, "--trace-step", "1").error.isEmpty)
  }

  @Test func `the samples' lines stand under their headings`() throws {
    let (_, exact) = try sheet(
      """
      ## Sample 1
      net_p = -0.3
      out_p = 0.4256
      E = 0.3300
      grad.w[p,x1] = -0.2809
      Sample 2: net_p = 0
      Sample 3
      net_p = 0.3
      out_p^(3) = 0.5744
      The whole batch
      E = 0.3033
      grad.w[p,x1] = -0.0206
      """)
    let verdicts = verdicts(exact).mapValues { $0 == "rounding" ? "correct" : $0 }
    #expect(
      verdicts == [
        "1: net[p]": "correct", "1: out[p]": "correct", "1: E": "correct",
        "1: grad.w[p,x1]": "correct", "2: net[p]": "correct", "3: net[p]": "correct",
        "3: out[p]": "correct", "E": "correct", "grad.w[p,x1]": "correct",
      ], "\(exact)")
    let (code, bare) = try sheet("net_p = -0.3\nE = 0.3033\n")
    #expect(code == 1)
    let unread = try #require(bare["unread"] as? [[String: Any]])
    #expect(unread.count == 1 && unread[0]["line"] as? Int == 1)
    #expect((unread[0]["reason"] as? String ?? "").contains("each sample"))
  }

  @Test func `a column of samples is understood`() throws {
    for text in [
      "sample,id,answer\n1,net[p],-0.3\n2,net[p],0\n,E,0.3033\n",
      "| sample | id | answer |\n|--|--|--|\n| 1 | net[p] | -0.3 |\n| 2 | net[p] | 0 |\n"
        + "| | E | 0.3033 |\n",
      "样本,id,answer\n1,net[p],-0.3\n2,net[p],0\n,E,0.3033\n",
    ] {
      let (code, marked) = try sheet(text)
      #expect(code == 0)
      #expect(
        verdicts(marked) == ["1: net[p]": "correct", "2: net[p]": "correct", "E": "correct"],
        "\(marked)")
    }
  }

  @Test func `what follows from a sample's mistake is carried into the batch`() throws {
    // The output of sample 1 is wrong, and everything behind goes on with it.
    let (code, marked) = try sheet(
      """
      Sample 1
      out_p = 0.5256
      The whole batch
      new.w[p,x1] = 0.1006
      """)
    #expect(code == 1)
    #expect(verdicts(marked)["1: out[p]"] == "wrong")
    #expect(verdicts(marked)["new.w[p,x1]"] == "carried", "\(marked)")
  }

  @Test func `the sum for the mean over the batch is named`() throws {
    let (_, marked) = try sheet("E = 0.9100\n")
    let answers = try #require(marked["answers"] as? [[String: Any]])
    let diagnoses = answers[0]["diagnoses"] as? [[String: String]] ?? []
    #expect(diagnoses.map { $0["misconception"] } == ["sum-for-mean"], "\(marked)")
    // The slope was forgotten in every sample, and only the new weight stands on the sheet.
    let network = try folder.write(neuron, "neuron.json5")
    let step = run("export", network, "--trace-step", "1", "--to", "json")
    let steps = try #require(try step.json()["steps"] as? [[String: Any]])
    func value(_ id: String, _ sample: Int) -> Double {
      steps.first { $0["id"] as? String == id && $0["sample"] as? Int == sample }?["value"]
        as? Double ?? .nan
    }
    let x = [1.0, 2, -1]
    let mean = (1...3).reduce(0) { $0 + value("error[p]", $1) * x[$1 - 1] } / 3
    let new = 0.1 + (value("error[p]", 1) < 0 ? -0.1 : 0.1) * mean
    let (_, slopes) = try sheet("new.w[p,x1] = \(new)\n")
    let found = try #require(slopes["answers"] as? [[String: Any]])
    let codes = (found[0]["diagnoses"] as? [[String: String]] ?? []).map { $0["misconception"] }
    #expect(codes.contains("slope-forgotten"), "\(slopes)")
  }

  @Test(
    arguments: Sampled.pairs(
      ["md", "csv", "txt", "html", "tex"], ["adam", "four-hidden", "least-squares"], every: 14))
  func `a key about a batch is right`(_ format: String, _ example: String) throws {
    for options in [
      [], ["--digits", "4", "--lang", "zh", "--formulas"], ["--notation", "nielsen"],
      ["--notation", "zhou", "--short"], ["--trace-step", "2", "--epochs", "9", "--decimals", "5"],
      ["--vary", "--round-as-you-go", "--decimals", "3"],
    ] {
      let key = run(["worksheet", example, "--to", format, "--key"] + options)
      guard key.code == 0 else {
        #expect(key.error.contains("one hidden layer") || key.error.contains("too large"))
        continue
      }
      let (code, counts) = try summary([try folder.write(key.output, "key.\(format)")])
      #expect(code == 0 && counts["unread"] == 0, "\(options) \(counts)")
      #expect(counts["correct", default: 0] + counts["rounding", default: 0] > 15)
    }
  }

  @Test func `a worksheet has a section for each sample, and says what it is about`() throws {
    let network = try folder.write(neuron, "neuron.json5")
    let result = run("worksheet", network)
    #expect(result.error.contains("step 1 of the training, on 3 samples"))
    for text in [
      "## Sample 1", "## Sample 3", "## The whole batch", "--trace-step 1`",
      "step 1 of the training (epoch 1), on samples 1, 2, 3",
      "Given: $x_{1}$ = 2, $x_{2}$ = 1", "mean of the losses",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
    let chinese = run("worksheet", network, "--lang", "zh").output
    #expect(chinese.contains("## 样本 2") && chinese.contains("## 整批"))
    let alone = run("worksheet", network, "--sample", "2")
    #expect(alone.error.isEmpty && !alone.output.contains("## Sample"))
  }

  @Test func `explain of a batch tells the samples too`() throws {
    let network = try folder.write(neuron, "neuron.json5")
    let result = run("explain", network, "new.w[p,x1]", "--trace-step", "1")
    #expect(result.code == 0)
    #expect(result.output.contains("0.102") && result.output.contains("sample 3"))
  }
}
