import CommandTestSupport
import Derivations
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// What the examples are there to show.
struct ExampleTests {
  @Test(arguments: 1...20)
  func `four hidden neurons learn from any seed`(_ seed: Int) throws {
    // The second layer's seed first, or 2 would be replaced twice.
    let source = run("examples", "four-hidden").output
      .replacing("seed: 2 ", with: "seed: \(seed + 100) ")
      .replacing("seed: 1 ", with: "seed: \(seed) ")
    #expect(source.contains("seed: \(seed) ") && source.contains("seed: \(seed + 100) "))
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
    #expect(try end("three-classes").contains("9 of 9 samples are classified"))
    #expect(try !end("odd-even").contains("6 of 6 samples"))
    #expect(try end("remainder").contains("6 of 6 samples are classified"))
  }

  @Test(arguments: Example.all.map(\.name))
  func `an example is titled in both languages`(_ name: String) throws {
    let example = try #require(Example.named(name))
    for language in Language.allCases {
      let title = example.title[language]
      let source = example.source(in: language)
      #expect(try networkFile(source).title == title)
      let options = ["--lang", language.rawValue, "--width", "200"]
      #expect(run(["trace", name] + options).output.hasPrefix(title))
      #expect(run(["train", name, "--epochs", "1"] + options).output.hasPrefix(title + "\n"))
      #expect(run("examples", name, "--lang", language.rawValue).output == source)
    }
    // A file of one's own keeps its title.
    let own = run("trace", "-", "--lang", "zh", input: example.source()).output
    #expect(own.hasPrefix(example.title[.english]))
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
      run("train", "plateau", "--width", "200").output.contains("near a minimum or on a plateau"))
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
    #expect(run("trace", "too-fast").output.contains("learning rate too large"))
    #expect(run("trace", "deep-sigmoid").output.contains("(vanishing gradient)"))
    #expect(
      run("trace", "deep-relu", "--width", "200").output.contains("the gradient does not vanish"))
    let product = run("trace", "linear-layers").output
    #expect(product.contains("w_53·w_31 + w_54·w_41 = 0.5·1 + (-1)·(-1) = 1.5"))
    #expect(product.contains("y_1 = 1.5·x_1 + 0.5·x_2"))
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
    #expect(
      run("trace", "dead-relu").output.contains("Neuron 3 (left) is inactive for all 4 samples"))
    #expect(try loss("dead-relu") > 0.06)
    #expect(try loss("dead-relu", [("biases: [0, -3] }", "biases: [0, 0] }")]) < 1e-6)
    #expect(run("train", "least-squares").output.contains(" w_21       0        1.3"))
    #expect(run("trace", "no-bias").output.contains("There is no bias"))
    #expect(run("train", "three-classes").output.contains("The class changes 2 times"))
    #expect(run("train", "odd-even", "--lang", "zh").output.contains("类别改变"))
    let perceptron = run("trace", "perceptron").output
    #expect(perceptron.contains("The derivative of the step function is 0"))
    #expect(!perceptron.contains("∂") && !perceptron.contains("radient"))
    for notation in Notation.profiles.filter({ !$0.needsOneHiddenLayer }).map(\.name) {
      for format in ["txt", "md", "html", "tex", "json", "csv"] {
        let command = ["export", "perceptron", "--to", format, "--notation", notation]
        // Before the table of other texts' symbols, which has those of any network.
        let page = run(command).output.split(separator: /Symbols|<table/)[0]
        #expect(!page.contains("∂") && !page.contains("partial"), "\(command)")
      }
    }
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
}
