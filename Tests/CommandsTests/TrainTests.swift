import CommandTestSupport
import Commands
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// `train`, through the command line: its data, its report, what it saves.
struct TrainTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  /// Whether Foundation read a number, which it does to the last bit but one.
  private func isSame(_ a: Double, _ b: Double?) -> Bool {
    abs(a - (b ?? .nan)) <= 1e-15 * abs(a)
  }

  @Test func `every step stands in JSON and CSV, with the loss before it`() throws {
    let result = run("train", "xor", "--epochs", "3", "--format", "json")
    #expect(result.code == 0)
    let training = try result.json()
    #expect(training["format"] as? String == "backprop-training")
    #expect(training["diverged"] is NSNull)
    let steps = try #require(training["steps"] as? [[String: Double]])
    let numbers: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let epochs: [Double] = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
    #expect(steps.compactMap { $0["step"] } == numbers)
    #expect(steps.compactMap { $0["epoch"] } == epochs)
    let trace = try run("trace", "xor", "--format", "json").json()
    let traced = try #require(trace["steps"] as? [[String: Any]])
    let loss = try #require(traced.first { $0["id"] as? String == "E" }?["value"] as? Double)
    #expect(isSame(loss, steps[0]["loss"]))
    let csv = run("train", "xor", "--epochs", "3", "--format", "csv")
    #expect(csv.lines[0] == "step,epoch,loss")
    #expect(csv.lines.count == 13)
    for (line, step) in zip(csv.lines.dropFirst(), steps) {
      let shown = line.split(separator: ",").last.flatMap { Double($0) } ?? .nan
      #expect(isSame(shown, step["loss"]))
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `a saved network reads back to the same bits`(_ name: String) throws {
    let saved = path("saved.json5")
    let result = run("train", name, "--epochs", "7", "--save", saved, "--format", "json")
    #expect(result.code == 0)
    let text = try String(contentsOfFile: saved, encoding: .utf8)
    let file = try networkFile(text)
    let original = try example(name)
    var training = original.training
    training.epochs = 7
    let trained = try original.network.train(on: original.ofLabelledSamples.samples, training)
    #expect(file.network == trained.network)
    #expect(file.samples == original.samples && file.validation == original.validation)
    #expect(file.training == training)
    #expect(file.pretraining == original.pretraining)
    #expect(file.title == original.title)
    let final = try #require(try result.json()["final"] as? [String: Any])
    #expect(isSame(trained.loss, final["loss"] as? Double))
    let parameters = try #require(final["parameters"] as? [String: Double])
    #expect(parameters.count == file.network.parameters.count)
  }

  @Test func `every optimiser and batch is saved and read back`() throws {
    for kind in ["momentum", "nesterov", "adagrad", "rmsprop", "adam"] {
      let source = """
        {title: "a \\"b\\" \\\\ 中", inputs: ["净"], notation: "mazur",
         layers: [{neurons: 2, weights: {random: "he", seed: 3}, bias: 0.1, frozen: ["bias"]},
                  {neurons: ["o.1"], weights: [[1e-300, -0.1]], thresholds: [0.3]}],
         optimizer: {kind: "\(kind)"}, batchSize: "all", batchLoss: "sum", shuffle: 9,
         weightDecay: 0.01, epochs: 5,
         samples: [{name: "a", inputs: [0.1], targets: [1]}, {inputs: [-3], targets: [0]}]}
        """
      let saved = path("\(kind).json5")
      #expect(run("train", "-", "--save", saved, input: source).code == 0)
      let original = try networkFile(source)
      let file = try networkFile(String(contentsOfFile: saved, encoding: .utf8))
      let trained = try original.network.train(on: original.samples, original.training)
      #expect(file.network == trained.network)
      #expect(file.training == original.training)
      #expect(file.title == original.title && file.notation == "mazur")
    }
  }

  @Test func `training ends when the loss is small enough`() throws {
    let result = run("train", "xor", "--epochs", "100000", "--until", "0.01", "--format", "json")
    let training = try result.json()
    let final = try #require(training["final"] as? [String: Any])
    let loss = try #require(final["loss"] as? Double)
    #expect(loss <= 0.01)
    let steps = try #require(training["steps"] as? [[String: Double]])
    #expect(steps.count < 400_000 && steps.count % 4 == 0)
    #expect(run("train", "xor", "--until", "-1").code == 2)
    #expect(run("train", "xor", "--until", "x").code == 2)
    #expect(run("train", "xor", "--epochs", "0").code == 2)
  }

  @Test func `a divergence is told at its step, and only finite numbers are`() throws {
    let source = """
      {inputs: 1, layers: [{weights: [[1]], activation: "identity"}], learningRate: 50,
       samples: [{inputs: [9], targets: [1]}], epochs: 1000}
      """
    let result = run("train", "-", "--format", "json", input: source)
    #expect(result.code == 1)
    #expect(result.error.contains("diverged"))
    let training = try result.json()
    let diverged = try #require(training["diverged"] as? [String: Any])
    #expect(diverged["quantity"] as? String == "E")
    let steps = try #require(training["steps"] as? [[String: Double]])
    #expect(diverged["step"] as? Int == steps.count + 1)
    #expect(steps.allSatisfy { ($0["loss"] ?? .nan).isFinite })
    let table = run("train", "-", input: source)
    #expect(table.code == 1)
    #expect(table.output.contains("diverged at step \(steps.count + 1)"))
  }

  @Test func `a frozen weight under the perceptron rule has no gradient to go wrong`() throws {
    let source = """
      {inputs: 1, layers: [{activation: "sign", weights: [[1]], biases: [0],
        frozen: ["weights"]}], loss: "perceptron", samples: [{inputs: [1e308], targets: [-1]}]}
      """
    let result = run("train", "-", "--format", "json", input: source)
    #expect(result.code == 0)
    #expect(try result.json()["diverged"] is NSNull)
  }

  @Test func `a loss at the end that is beyond Double is told`() throws {
    let source = """
      {inputs: 1, layers: [{activation: "identity", weights: [[1]]}],
       samples: [{inputs: [1], targets: [0]}]}
      """
    let options = ["--learning-rate", "1e308"]
    let table = run(["train", "-"] + options, input: Array(source.utf8))
    #expect(table.code == 1 && table.error.contains("not finite: E"))
    #expect(!table.output.contains("∞") && table.output.contains("too large for a double"))
    let data = run(["train", "-", "--format", "json"] + options, input: Array(source.utf8))
    #expect(data.code == 1)
    #expect((try data.json()["final"] as? [String: Any])?["loss"] is NSNull)
  }

  @Test func `the outputs at the end are those of the saved network under the same policy`() throws
  {
    let saved = path("rounded.json5")
    let options = ["--round-as-you-go", "--digits", "2"]
    let report = run(["train", "xor", "--epochs", "3", "--save", saved] + options)
    for n in 1...4 {
      let trace = run(
        ["trace", saved, "--sample", "\(n)", "--only", "out[y]", "--format", "csv"] + options)
      #expect(trace.code == 0)
      let value = try #require(trace.lines.last?.split(separator: ",").last)
      let rows = report.lines.filter { $0.contains(" xor ") && $0.contains("  \(value) ") }
      #expect(!rows.isEmpty, "\(n): \(value)")
    }
  }

  @Test func `a loss that is never small enough is told`() {
    let result = run("train", "xor", "--until", "1e-9")
    #expect(result.code == 0 && result.output.contains("1e-9"))
    let step = run("train", "xor", "--until", "100", "--epochs", "9", "--trace-step", "5")
    #expect(step.code == 2 && step.error.contains("train longer with --epochs"))
    #expect(run("export", "mazur", "--trace-step", "2").error.contains("has only step 1"))
  }

  @Test func `a long training tells a terminal how it goes`() {
    var surroundings = Surroundings()
    surroundings.patience = .zero
    for (arguments, words) in [
      (["train", "xor"], "step 1 of 4 (25%), loss 0.1299"),
      (["gradcheck", "xor"], "gradient 1 of 9"),
    ] {
      surroundings.isErrorTerminal = false
      let silent = run(arguments, in: surroundings)
      #expect(silent.error.isEmpty)
      surroundings.isErrorTerminal = true
      let told = run(arguments, in: surroundings)
      #expect(told.error.contains(words) && told.error.hasSuffix("\n"))
      #expect(told.output == silent.output)
    }
  }

  @Test func `the report shows the loss, a curve and the outputs; the plot is a picture`() throws {
    let plot = path("loss.svg")
    let result = run("train", "xor", "--epochs", "5000", "--plot", plot)
    #expect(result.code == 0)
    #expect(result.output.contains("20000 steps"))
    #expect(result.output.contains("█"))
    #expect(result.output.contains("0 xor 1"))
    #expect(result.lines.allSatisfy { $0.count <= 80 })
    #expect(try String(contentsOfFile: plot, encoding: .utf8).hasPrefix("<svg"))
    let chinese = run("train", "xor", "--epochs", "5", "--lang", "zh", "--ascii")
    #expect(chinese.output.contains("目标值"))
    #expect(!chinese.output.contains("█"))
  }

  @Test func `what cannot be trained or checked is told`() {
    let bare = "{inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    for command in ["train", "gradcheck"] {
      let result = run(command, "-", input: bare)
      #expect(result.code == 2)
      #expect(result.output.isEmpty)
      #expect(result.error.hasPrefix("-:1:51: sample 1: "))
      #expect(result.error.contains("targets"))
    }
    let perceptron = """
      {inputs: 1, layers: [{weights: [[1]], activation: "step"}], loss: "perceptron",
       samples: [{inputs: [1], targets: [0]}]}
      """
    #expect(run("gradcheck", "-", input: perceptron).code == 2)
    #expect(run("train", "-", input: perceptron).code == 0)
  }

  @Test func `the share classified correctly is told after each epoch`() throws {
    let training = try run("train", "xor", "--epochs", "300", "--format", "json").json()
    let steps = try #require(training["steps"] as? [[String: Double]])
    let told = steps.filter { $0["correct"] != nil }
    #expect(told.count == 300)
    #expect(told.allSatisfy { $0["step"] == 4 * ($0["epoch"] ?? 0) })
    let file = try example("xor")
    for epochs in [1, 60, 300] {
      var training = file.training
      training.epochs = epochs
      let network = try file.network.train(on: file.samples, training).network
      let correct = try file.samples.count { sample in
        let output = try #require(try network.trace(sample)[.output(4, .before)])
        return (output > 0.5) == (sample.targets == [1])
      }
      #expect(told[epochs - 1]["correct"] == Double(correct))
    }
    let curve = try run("train", "curve", "--epochs", "2", "--format", "json").json()
    let without = try #require(curve["steps"] as? [[String: Double]])
    #expect(!without.isEmpty && without.allSatisfy { $0["correct"] == nil })
  }

  @Test func `a training rounded as it goes is that of a person with a pencil`() throws {
    let options = ["--round-as-you-go", "--digits", "3"]
    let first = try run(["trace", "xor", "--format", "json"] + options).json()
    let steps = try #require(first["steps"] as? [[String: Any]])
    var news: [String: Double] = [:]
    for step in steps {
      guard let id = step["id"] as? String, id.hasPrefix("new.") else { continue }
      news[String(id.dropFirst(4))] = step["value"] as? Double
    }
    let second = try run(["train", "xor", "--trace-step", "2", "--format", "json"] + options).json()
    #expect((second["policy"] as? String)?.contains("3 significant") == true)
    let given = try #require(second["steps"] as? [[String: Any]])
    var seen = 0
    for step in given where step["phase"] as? String == "given" {
      guard let id = step["id"] as? String, let new = news[id] else { continue }
      #expect(step["value"] as? Double == new)
      seen += 1
    }
    #expect(seen == 9)
    let training = try run(["train", "xor", "--format", "json"] + options).json()
    let losses = try #require(training["steps"] as? [[String: Double]]).map { $0["loss"] }
    #expect(losses[0] == steps.first { $0["id"] as? String == "E" }?["value"] as? Double)
    #expect(losses[1] == given.first { $0["id"] as? String == "E" }?["value"] as? Double)
  }
}
