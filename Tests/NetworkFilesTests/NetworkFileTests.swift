import CommandTestSupport
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// What network files may say, and what they mean.
struct NetworkFileTests {
  @Test func `the freedoms of JSON5`() throws {
    let file = try networkFile(
      """
      \u{FEFF}// a comment
      { 'title': "a \\"b\\" \\u00e9\\
      c", inputs: 2, /* two */ "layers": [{ neurons: ['n',], weights: [[.5, +1.,],], },],\r
        samples: [{inputs: [-1e-1, 2.50], targets: [1]}], }

      """)
    #expect(file.title == "a \"b\" éc")
    #expect(file.network.layers[0].neurons[0].weights == [0.5, 1])
    #expect(file.samples[0].inputs == [-0.1, 2.5])
    #expect(file.typedSamples[0].inputs == ["-1e-1", "2.50"])
    #expect(file.typedParameters[.weight(to: 2, from: 0)] == "0.5")
  }

  @Test func `what is left out has its default`() throws {
    let file = try networkFile(
      "{inputs: 1, layers: [{weights: [[1], [2]]}], samples: [{inputs: [1]}]}")
    #expect(file.network.layers[0].activation == .sigmoid)
    #expect(file.network.layers[0].biasKind == .absent)
    #expect(file.network.layers[0].neurons.count == 2)
    #expect(file.network.loss == .halfSquaredError)
    #expect(file.training == Training())
    #expect(file.training.rule.learningRate == 0.5)
    #expect(file.samples[0].targets == nil)
  }

  @Test(arguments: [
    ("{kind: 'gradient-descent'}", Optimizer.gradientDescent),
    ("{kind: 'momentum'}", .momentum(0.9)),
    ("{kind: 'nesterov', momentum: 0.5}", .nesterov(0.5)),
    ("{kind: 'adagrad'}", .adagrad(epsilon: 1e-8)),
    ("{kind: 'rmsprop', decay: 0.99}", .rmsprop(decay: 0.99, epsilon: 1e-8)),
    ("{kind: 'adam', beta2: 0.99, epsilon: 1e-6}", .adam(beta1: 0.9, beta2: 0.99, epsilon: 1e-6)),
  ])
  func `everything about training`(_ text: String, _ optimizer: Optimizer) throws {
    let file = try networkFile(
      """
      {inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}], optimizer: \(text),
       weightDecay: 0.01, epochs: 20, batchSize: "all", batchLoss: "sum", shuffle: 7}
      """)
    #expect(file.training.rule.optimizer == optimizer)
    #expect(file.training.rule.weightDecay == 0.01)
    #expect(file.training.epochs == 20)
    #expect(file.training.batchSize == nil)
    #expect(file.training.batchLoss == .sum)
    #expect(file.training.shuffle == 7)
  }

  @Test func `thresholds are biases with their sign turned`() throws {
    let file = try networkFile(
      "{inputs: 1, layers: [{weights: [[1], [1]], thresholds: [0.30, -2]}], samples: [{inputs: [1]}]}"
    )
    #expect(file.network.layers[0].neurons.map(\.bias) == [-0.3, 2])
    #expect(file.typedParameters[.bias(1)] == "-0.30")
    #expect(file.typedParameters[.bias(2)] == "2")
  }

  @Test(arguments: [
    "b,c,a\n2,1,0.50\n4,0,3\n", "\n\nb;c;a\n2;1;0.50\n\n4;0;3",
    "\"b\"\t\"c\"\t\"a\"\r\n\"2\"\t1\t\"0.50\" \r\n4\t0\t3\r\n",
    "\u{FEFF}b, c ,\"a\"\n2,1,0.50\n4,0,3\n", "\u{FEFF}\n \t \nb;c;a\n2;1;0.50\n4;0;3\n",
  ])
  func `samples in a CSV file beside the network`(_ table: String) throws {
    let text =
      "{inputs: ['a', 'b'], layers: [{neurons: ['c'], weights: [[1, 1]]}], samples: 's.csv'}"
    let file = try NetworkFile(parsing: Array(text.utf8), notations: []) {
      $0 == "s.csv" ? Array(table.utf8) : nil
    }
    let lines = table.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.indices.filter { lines[$0].contains("0") || lines[$0].contains("c") }
      .dropFirst().map { $0 + 1 }
    #expect(file.samplePositions.map(\.line) == places && file.samplesFile == "s.csv")
    #expect(file.samples.map(\.inputs) == [[0.5, 2], [3, 4]])
    #expect(file.samples.map(\.targets) == [[1], [0]])
    #expect(file.typedSamples[0].inputs == ["0.50", "2"])
  }

  @Test func `a mistake in the samples' file has its place there`() throws {
    let text = "{inputs: ['a'], layers: [{neurons: ['c'], weights: [[1]]}], samples: 's.csv'}"
    let error = #expect(throws: SourceError.self) {
      try NetworkFile(parsing: Array(text.utf8), notations: []) { _ in Array("a,c\n1,x\n".utf8) }
    }
    #expect(error?.file == "s.csv")
    #expect(error?.position?.line == 2)
    #expect(error?.position?.column == 3)
  }

  @Test(arguments: ["normal", "uniform", "xavier", "he"])
  func `random weights by seed`(_ kind: String) throws {
    func weights(seed: Int) throws -> [[Double]] {
      let file = try networkFile(
        """
        {inputs: 30, layers: [{neurons: 40, weights: {random: "\(kind)", seed: \(seed), scale: 0.5}}],
         samples: [{inputs: \(Array(repeating: 1, count: 30))}]}
        """)
      return file.network.layers[0].neurons.map(\.weights)
    }
    let first = try weights(seed: 7)
    #expect(try weights(seed: 7) == first)
    #expect(try weights(seed: 8) != first)
    let all = first.flatMap { $0 }
    let mean = all.reduce(0, +) / Double(all.count)
    let deviation = (all.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(all.count))
      .squareRoot()
    let expected: (mean: Double, deviation: Double) =
      switch kind {
      case "normal": (0, 0.5)
      case "uniform": (0.25, 0.5 / 12.0.squareRoot())
      case "xavier": (0, 0.5 * (6.0 / 70).squareRoot() / 3.0.squareRoot())
      default: (0, 0.5 * (2.0 / 30).squareRoot())
      }
    #expect((mean - expected.mean).magnitude < 4 * expected.deviation / 34.6)
    #expect((deviation / expected.deviation - 1).magnitude < 0.1)
  }

  @Test func `the same seed gives the same numbers on every platform`() {
    var source = RandomSource(seed: 7)
    #expect(source.next() == SeededReference.first)
    var normals = RandomSource(seed: 7)
    #expect(normals.normal() == SeededReference.firstNormal)
    #expect(normals.normal() == SeededReference.secondNormal)
  }

  @Test(arguments: Example.all.map(\.name))
  func `every example is read and traced`(_ name: String) throws {
    let file = try example(name)
    for sample in file.samples {
      let trace = try file.network.trace(sample, rule: file.training.rule)
      #expect(trace.firstNotFinite == nil)
    }
  }

  @Test(arguments: [[1, 1], [3, 4, 2], [2, 2, 2, 2, 1], [100, 3]], [UInt64(1), 2, 99])
  func `a file made for a shape is read back`(_ shape: [Int], _ seed: UInt64) throws {
    var template = NetworkTemplate(shape: shape, seed: seed)
    var again = template
    let source = template.source()
    let file = try networkFile(source)
    #expect([file.network.inputs.count] + file.network.layers.map(\.neurons.count) == shape)
    #expect(source == again.source())
    #expect(
      file.network.layers.allSatisfy { $0.neurons.allSatisfy { $0.weights.allSatisfy { $0 != 0 } } }
    )
  }

  @Test(arguments: [
    (
      "{inputs: 1, layers: [{neurons: 1001, activation: 'softmax', weights: {random: 'he'}}], ",
      "1000 softmax outputs"
    ),
    ("{inputs: 100001, layers: [{neurons: 1, weights: {random: 'he'}}], ", "100000 inputs"),
    (
      "{inputs: 1001, layers: [{neurons: 1000, weights: {random: 'he'}}], ", "1000000 parameters"
    ),
  ])
  func `what is too large is refused before it is made`(_ start: String, _ limit: String) {
    let source = start + "loss: 'huber', samples: [{inputs: [1]}]}"
    #expect(throws: SourceError.self) { try networkFile(source) }
    // Not for its samples, which would be refused, too.
    let error = run("trace", "-", input: source).error
    #expect(error.contains("more than \(limit)"), "\(error)")
  }
}
