import CommandTestSupport
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// `--trace-step`: any step of a training, in full.
struct TrainingStepTests {
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
    let trace = try result.json()
    #expect(trace["step"] as? Int == step)
    let steps = try #require(trace["steps"] as? [[String: Any]])
    let file = try networkFile(source)
    let state = try file.network.state(beforeStep: step, of: file.training, on: file.samples)
    #expect(Set(steps.compactMap { $0["sample"] as? Int }) == Set(state.batch.map { $0 + 1 }))
    var count = 0
    for step in steps {
      let line = try #require(step["substitution"] as? String)
      let value = try #require(step["value"] as? Double)
      guard !line.isEmpty else { continue }
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
}
