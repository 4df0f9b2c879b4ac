import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `train` and `gradcheck`, through the command line.
struct TrainTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }

  private func json(_ result: Run) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  /// Whether Foundation read a number, which it does to the last bit but one.
  private static func isSame(_ a: Double, _ b: Double?) -> Bool {
    abs(a - (b ?? .nan)) <= 1e-15 * abs(a)
  }

  @Test func `every step stands in JSON and CSV, with the loss before it`() throws {
    let result = run("train", "xor", "--epochs", "3", "--format", "json")
    #expect(result.code == 0)
    let training = try json(result)
    #expect(training["format"] as? String == "backprop-training")
    #expect(training["diverged"] is NSNull)
    let steps = try #require(training["steps"] as? [[String: Double]])
    let numbers: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let epochs: [Double] = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
    #expect(steps.compactMap { $0["step"] } == numbers)
    #expect(steps.compactMap { $0["epoch"] } == epochs)
    let trace = try json(run("trace", "xor", "--format", "json"))
    let traced = try #require(trace["steps"] as? [[String: Any]])
    let loss = try #require(traced.first { $0["id"] as? String == "E" }?["value"] as? Double)
    #expect(TrainTests.isSame(loss, steps[0]["loss"]))
    let csv = run("train", "xor", "--epochs", "3", "--format", "csv")
    #expect(csv.lines[0] == "step,epoch,loss")
    #expect(csv.lines.count == 13)
    for (line, step) in zip(csv.lines.dropFirst(), steps) {
      let shown = line.split(separator: ",").last.flatMap { Double($0) } ?? .nan
      #expect(TrainTests.isSame(shown, step["loss"]))
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
    let trained = try original.network.train(on: original.samples, training)
    #expect(file.network == trained.network)
    #expect(file.samples == original.samples)
    #expect(file.training == training)
    #expect(file.title == original.title)
    let final = try #require(try json(result)["final"] as? [String: Any])
    #expect(TrainTests.isSame(trained.loss, final["loss"] as? Double))
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
    let training = try json(result)
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
    let training = try json(result)
    let diverged = try #require(training["diverged"] as? [String: Any])
    #expect(diverged["quantity"] as? String == "E")
    let steps = try #require(training["steps"] as? [[String: Double]])
    #expect(diverged["step"] as? Int == steps.count + 1)
    #expect(steps.allSatisfy { ($0["loss"] ?? .nan).isFinite })
    let table = run("train", "-", input: source)
    #expect(table.code == 1)
    #expect(table.output.contains("diverged at step \(steps.count + 1)"))
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

  @Test(arguments: Example.all.map(\.name))
  func `the gradients of the examples agree with their differences`(_ name: String) {
    let result = run("gradcheck", name)
    guard name != "perceptron" else { return #expect(result.code == 2) }
    #expect(result.code == 0)
    #expect(result.output.contains("agrees"))
    #expect(!result.output.contains("DISAGREES"))
  }

  @Test(arguments: ["md", "tex", "html", "txt"])
  func `a derivation can have the differences beside it`(_ format: String) {
    let plain = run("export", "mazur", "--to", format)
    let checked = run("export", "mazur", "--to", format, "--with-gradcheck")
    #expect(checked.code == 0)
    #expect(checked.output.contains("10 of 10 gradients agree."))
    #expect(!plain.output.contains("gradients agree"))
    // A threshold's gradient is that of its bias with the sign turned.
    let zhou = run("trace", "xor", "--with-gradcheck", "--notation", "zhou").output
    let lines = zhou.split(separator: "\n").filter { $0.hasPrefix(" θ_1 ") }
    let gradients = lines.compactMap {
      $0.split(separator: " ").dropFirst().first { $0.hasPrefix("0.1") || $0.hasPrefix("-0.1") }
    }
    #expect(gradients.count == 2 && gradients[0] == gradients[1])
    #expect(run("trace", "xor", "--with-gradcheck").output.contains("9 of 9 gradients agree."))
  }

  @Test func `what cannot be trained or checked is told`() {
    let bare = "{inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    for command in ["train", "gradcheck"] {
      let result = run(command, "-", input: bare)
      #expect(result.code == 2)
      #expect(result.output.isEmpty)
      #expect(result.error.contains("sample 1") && result.error.contains("targets"))
    }
    let perceptron = """
      {inputs: 1, layers: [{weights: [[1]], activation: "step"}], loss: "perceptron",
       samples: [{inputs: [1], targets: [0]}]}
      """
    #expect(run("gradcheck", "-", input: perceptron).code == 2)
    #expect(run("train", "-", input: perceptron).code == 0)
  }

  @Test(arguments: 1...20)
  func `four hidden neurons learn from any seed`(_ seed: Int) throws {
    let source = run("examples", "four-hidden").output
      .replacing("seed: 1 ", with: "seed: \(seed) ").replacing(
        "seed: 2 ", with: "seed: \(seed + 100) ")
    let file = try networkFile(source)
    let result = try file.network.train(on: file.samples, file.training)
    #expect(result.steps == 1500)
    for sample in file.samples {
      let trace = try result.network.trace(sample)
      let output = try #require(trace[.output(7, .before)])
      #expect(abs(output - (sample.targets?[0] ?? .nan)) < 0.05)
    }
  }

  @Test func `what a network cannot learn it does not, and what it can it does`() throws {
    func end(_ name: String, _ change: (String) -> String = { $0 }) throws -> String {
      run("train", "-", "--width", "200", input: change(run("examples", name).output)).output
    }
    func loss(_ name: String, _ change: (String) -> String = { $0 }) throws -> Double {
      let file = try networkFile(change(run("examples", name).output))
      return try file.network.train(on: file.samples, file.training).loss
    }
    // Through the origin the least squares slope is Σxt/Σx² = 14/6.
    let slope = 14.0 / 6
    var best = 0.0
    for (x, t) in [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (-1.0, -1.0)] {
      let gap = t - slope * x
      best += gap * gap / 8
    }
    #expect(try abs(loss("no-bias") - best) < 1e-9)
    let biased = { (text: String) in text.replacing("[[0.5]] }", with: "[[0.5]], biases: [0] }") }
    #expect(try loss("no-bias", biased) < 1e-6)
    #expect(try end("three-classes").contains("9 of 9 samples are classified correctly"))
    #expect(try !end("odd-even").contains("6 of 6 samples"))
    #expect(try end("remainder").contains("6 of 6 samples are classified correctly"))
  }

  @Test func `descent comes to the weights of the closed form`() throws {
    let file = try example("least-squares")
    let points = file.samples.map { (x: $0.inputs[0], t: $0.targets?[0] ?? .nan) }
    let count = Double(points.count)
    let mean = (
      x: points.reduce(0) { $0 + $1.x } / count, t: points.reduce(0) { $0 + $1.t } / count
    )
    let above = points.reduce(0) { $0 + ($1.x - mean.x) * ($1.t - mean.t) }
    let below = points.reduce(0) { $0 + ($1.x - mean.x) * ($1.x - mean.x) }
    let neuron = try file.network.train(on: file.samples, file.training).network.layers[0].neurons[
      0]
    #expect(abs(neuron.weights[0] - above / below) < 1e-9)
    #expect(abs((neuron.bias ?? .nan) - (mean.t - above / below * mean.x)) < 1e-9)
    // The comment in the example says so too.
    #expect(abs(above / below - 1.3) < 1e-9 && abs(mean.t - 3.5) < 1e-9)
  }

  @Test func `one seed stays on a plateau, another does not`() throws {
    let source = run("examples", "plateau").output
    func loss(_ text: String) throws -> Double {
      let file = try networkFile(text)
      return try file.network.train(on: file.samples, file.training).loss
    }
    #expect(try abs(loss(source) - 0.0625) < 0.001)
    let other = run("train", "plateau", "--seed", "1", "--width", "200")
    #expect(other.output.contains("4 of 4 samples are classified correctly"))
    #expect(
      run("train", "plateau", "--width", "200").output.contains("the training hardly moves"))
  }

  @Test func `symmetric neurons stay alike, and too large a rate grows the loss`() throws {
    let file = try example("symmetric")
    let trained = try file.network.train(on: file.samples, file.training).network
    #expect(trained.layers[0].neurons[0] == trained.layers[0].neurons[1])
    let fast = try example("too-fast")
    var losses: [Double] = []
    _ = try fast.network.train(on: fast.samples, fast.training) { step in
      losses.append(step.loss)
      return .goOn
    }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 > $0 })
    #expect(run("trace", "too-fast").output.contains("the step was too long"))
    #expect(run("trace", "deep-sigmoid").output.contains("shrinks on its way back"))
    #expect(
      run("trace", "deep-relu", "--width", "200").output.contains("does not vanish on its way back")
    )
    let product = run("trace", "linear-layers").output
    #expect(product.contains("w_53·w_31 + w_54·w_41 = 0.5·1 + (-1)·(-1) = 1.5"))
    #expect(product.contains("y_1 = 1.5·x_1 + 0.5·x_2"))
  }

  @Test func `a plot shows the classes of the plane, or the curve`() throws {
    let separable = "A straight line separates the classes here."
    let inseparable = "No straight line separates the classes here."
    for (name, parts) in [
      ("xor", ["region k0", "region k1", "cut", "bent", inseparable, separable, ">h1<"]),
      ("curve", ["curve c0"]), ("three-classes", ["curve c2", "cut", ">middle<"]),
      ("relu-softmax", ["region k2"]), ("plateau", [inseparable]),
      ("mazur", []),
    ] {
      let plot = path("\(name).svg")
      #expect(run("train", name, "--epochs", "2000", "--plot", plot).code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      for part in parts { #expect(picture.contains(part), "\(name) \(part)") }
      #expect(picture.contains("class=\"mark\"") == !parts.isEmpty)
      #expect(picture.contains("class=\"curve c1\"") == (name != "curve" && name != "mazur"))
      if name == "plateau" { #expect(!picture.contains(separable)) }
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
    let fitted = try example("curve")
    #expect(try fitted.network.train(on: fitted.samples, fitted.training).loss < 0.002)
  }

  @Test(
    arguments: ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"],
    ["1", "2", "\"all\""])
  func `every line of a later step can be worked out again`(
    _ optimizer: String, _ batch: String
  ) throws {
    let source = """
      {inputs: 2, layers: [{weights: [[0.5, -0.4], [0.3, 0.8]], bias: 0.1},
        {weights: [[0.7, -0.6]], biases: [0.2]}],
       optimizer: {kind: "\(optimizer)"}, learningRate: 0.1, weightDecay: 0.01,
       batchSize: \(batch), shuffle: 4, epochs: 5,
       samples: [{inputs: [1, 0], targets: [1]}, {inputs: [0, 1], targets: [0]},
                 {inputs: [0.5, 0.5], targets: [0.3]}]}
      """
    let step = 5
    let result = run(
      "train", "-", "--trace-step", "\(step)", "--format", "json", "--digits", "17", input: source)
    #expect(result.code == 0)
    let trace = try json(result)
    #expect(trace["step"] as? Int == step)
    let steps = try #require(trace["steps"] as? [[String: Any]])
    let file = try networkFile(source)
    let state = try file.network.state(beforeStep: step, of: file.training, on: file.samples)
    #expect(Set(steps.compactMap { $0["sample"] as? Int }) == Set(state.batch.map { $0 + 1 }))
    let next = try file.network.state(
      beforeStep: step + (batch == "\"all\"" ? 0 : 1), of: file.training, on: file.samples)
    #expect(next.step >= step)
    var count = 0
    for step in steps {
      let line = try #require(step["substitution"] as? String)
      let value = try #require(step["value"] as? Double)
      guard !line.isEmpty else { continue }
      // β^t stands as its value in the numbers.
      let again = try Calculator.value(of: line)
      #expect(
        abs(again - value) <= 1e-9 * max(1e-3, abs(value)), "\(step["id"] ?? "") \(line) \(value)")
      count += 1
    }
    #expect(count > 40)
    let text = run("train", "-", "--trace-step", "\(step)", input: source)
    #expect(text.code == 0 && text.output.contains("step 5 of the training"))
    let csv = run("train", "-", "--trace-step", "\(step)", "--format", "csv", input: source)
    #expect(csv.lines.count == steps.count + 1)
    #expect(run("train", "-", "--trace-step", "999", input: source).code == 2)
  }

  @Test(arguments: DataSet.allCases.map(\.name))
  func `a data set is seeded, balanced and can be trained on`(_ name: String) throws {
    let source = run("examples", name, "--samples", "60", "--seed", "3").output
    #expect(source == run("examples", name, "--samples", "60", "--seed", "3").output)
    #expect(source != run("examples", name, "--samples", "60", "--seed", "4").output)
    let file = try networkFile(source)
    #expect(file.samples.count == 60)
    #expect(file.samples.count { $0.targets == [1] } == 30)
    #expect(file.samples.allSatisfy { $0.inputs.allSatisfy { abs($0) <= 1 } })
    let before = try file.network.train(on: file.samples, Training()).loss
    let after = try file.network.train(on: file.samples, file.training).loss
    #expect(after < before)
    #expect(run("examples", "mazur", "--seed", "3").code == 2)
  }

  @Test func `what stands still, and what is cured by its remedy`() throws {
    func loss(_ name: String, _ changes: [(String, String)] = []) throws -> Double {
      let source = changes.reduce(run("examples", name).output) {
        #expect($0.contains($1.0))
        return $0.replacing($1.0, with: $1.1)
      }
      let file = try networkFile(source)
      return try file.network.train(on: file.samples, file.training).loss
    }
    #expect(run("trace", "saturated").output.contains("is saturated"))
    #expect(run("train", "saturated").output.contains("saturated for all 4 samples"))
    #expect(try loss("saturated") > 0.02)
    let hundreds = [
      ("[60, 2]", "[0.6, 0.2]"), ("[90, 3]", "[0.9, 0.3]"), ("[120, 4]", "[1.2, 0.4]"),
      ("[150, 5]", "[1.5, 0.5]"),
    ]
    #expect(try loss("saturated", hundreds) < 0.001)
    #expect(run("trace", "dead-relu").output.contains("Neuron left is silent for all 4 samples"))
    #expect(try loss("dead-relu") > 0.06)
    #expect(try loss("dead-relu", [("biases: [0, -3] }", "biases: [0, 0] }")]) < 1e-6)
    #expect(run("train", "least-squares").output.contains(" w_21       0      1.3"))
    #expect(run("trace", "no-bias").output.contains("There is no bias"))
    #expect(run("train", "three-classes").output.contains("The class changes 2 times"))
    #expect(run("train", "odd-even", "--lang", "zh").output.contains("类别改变"))
    let perceptron = run("trace", "perceptron").output
    #expect(perceptron.contains("A step has no useful slope"))
    #expect(!perceptron.contains("∂E/∂w"))
    #expect(run("train", "perceptron").output.contains("4 of 4 samples"))
  }

  @Test func `as many parameters in two layers sort what one layer does not`() throws {
    func correct(_ name: String) throws -> Int {
      let file = try example(name)
      let result = try file.network.train(on: file.samples, file.training)
      return try #require(result.evaluation.correct)
    }
    let (nodes, layers) = (try example("more-nodes"), try example("more-layers"))
    #expect(nodes.samples == layers.samples && nodes.samples.count == 40)
    let counts = [nodes, layers].map { $0.network.parameters.count }
    #expect(counts == [57, 59])
    #expect(try correct("more-nodes") < correct("more-layers"))
  }

  @Test func `the share classified correctly is told after each epoch`() throws {
    let training = try json(run("train", "xor", "--epochs", "300", "--format", "json"))
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
    let curve = try json(run("train", "curve", "--epochs", "2", "--format", "json"))
    let without = try #require(curve["steps"] as? [[String: Double]])
    #expect(without.allSatisfy { $0["correct"] == nil })
  }

  @Test func `a step of a training is a document in every format`() throws {
    for format in ["md", "tex", "html", "txt", "json", "csv", "svg"] {
      for language in ["en", "zh"] {
        let result = run(
          "export", "adam", "--trace-step", "3", "--to", format, "--lang", language)
        #expect(result.code == 0, "\(format)")
        if format != "svg" { #expect(result.output.contains("0.116") || format == "html") }
      }
    }
    let markdown = run("export", "adam", "--trace-step", "3").output
    #expect(markdown.contains("\\hat{m}(w_{31}) = \\frac{m(w_{31})}{1 - \\beta_{1}^{3}}"))
    #expect(markdown.contains("E^{(2)}"))
    let table = run("train", "adam", "--trace-step", "3").output
    #expect(table.contains("step 3 of the training (epoch 2), on samples 2, 1"))
    #expect(table.contains("∂E/∂w_43     = (∂E^(2)/∂w_43 + ∂E^(1)/∂w_43)/N"))
    for arguments in [
      ["export", "adam", "--trace-step", "3", "--sample", "1"],
      ["export", "adam", "--epochs", "3"],
      ["train", "adam", "--trace-step", "3", "--save", "x"], ["train", "adam", "--detail", "full"],
      ["train", "mazur", "--seed", "1"], ["export", "adam", "--trace-step", "9999"],
    ] {
      let result = run(arguments)
      #expect(result.code == 2 && result.output.isEmpty, "\(arguments)")
    }
  }

  @Test func `a training rounded as it goes is that of a person with a pencil`() throws {
    let options = ["--round-as-you-go", "--digits", "3"]
    let first = try json(run(["trace", "xor", "--format", "json"] + options))
    let steps = try #require(first["steps"] as? [[String: Any]])
    var news: [String: Double] = [:]
    for step in steps {
      guard let id = step["id"] as? String, id.hasPrefix("new.") else { continue }
      news[String(id.dropFirst(4))] = step["value"] as? Double
    }
    let second = try json(
      run(["train", "xor", "--trace-step", "2", "--format", "json"] + options))
    #expect((second["policy"] as? String)?.contains("3 significant") == true)
    let given = try #require(second["steps"] as? [[String: Any]])
    var seen = 0
    for step in given where step["phase"] as? String == "given" {
      guard let id = step["id"] as? String, let new = news[id] else { continue }
      #expect(step["value"] as? Double == new)
      seen += 1
    }
    #expect(seen == 9)
    let training = try json(run(["train", "xor", "--format", "json"] + options))
    let losses = try #require(training["steps"] as? [[String: Double]]).map { $0["loss"] }
    #expect(losses[0] == steps.first { $0["id"] as? String == "E" }?["value"] as? Double)
    #expect(losses[1] == given.first { $0["id"] as? String == "E" }?["value"] as? Double)
  }
}
