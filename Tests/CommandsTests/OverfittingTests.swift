import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The examples `overfitting`, `two-factors` and `signs`, with figures worked out beside them.
struct OverfittingTests {
  /// The mean of half the squared errors of a 1-6-1 network of tanh neurons and a linear output.
  private func loss(_ network: Network, _ samples: [Sample]) -> Double {
    let (hidden, output) = (network.layers[0].neurons, network.layers[1].neurons[0])
    let terms = samples.map { sample in
      var y = output.bias ?? .nan
      for (neuron, weight) in zip(hidden, output.weights) {
        y += weight * tanh(neuron.weights[0] * sample.inputs[0] + (neuron.bias ?? .nan))
      }
      let gap = y - (sample.targets?[0] ?? .nan)
      return gap * gap / 2
    }
    return terms.reduce(0, +) / Double(terms.count)
  }

  private func trained(_ file: NetworkFile, epochs: Int) throws -> Network {
    var training = file.training
    training.epochs = epochs
    return try file.network.train(on: file.samples, training).network
  }

  @Test func `the validation loss falls and then rises, while the other falls all the time`() throws
  {
    let file = try example("overfitting")
    #expect(file.samples.count == 7 && file.validation.count == 10)
    let json = try run("train", "overfitting", "--format", "json").json()
    let steps = try #require(json["steps"] as? [[String: Double]])
    #expect(steps.count == 3000)
    let losses = steps.map { $0["loss"] ?? .nan }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 < $0 })
    let validation = steps.map { $0["validationLoss"] ?? .nan }
    // By a forward pass of its own: before step 1, and at the end.
    #expect(abs(validation[0] - loss(file.network, file.validation)) < 1e-13)
    #expect(abs(losses[0] - loss(file.network, file.samples)) < 1e-13)
    let last = try trained(file, epochs: 3000)
    let final = try #require(json["final"] as? [String: Any])
    let end = try #require(final["validationLoss"] as? Double)
    #expect(abs(end - loss(last, file.validation)) < 1e-13)
    // The smallest, with its neighbours.
    let least = try #require(validation.indices.min { validation[$0] < validation[$1] })
    #expect(least == 415)
    let around = try (414...416).map { loss(try trained(file, epochs: $0), file.validation) }
    #expect(around[1] < around[0] && around[1] < around[2])
    #expect(abs(around[1] - validation[415]) < 1e-13)
    #expect(end > 3 * validation[415] && validation[0] > 50 * validation[415])
    #expect(losses[415] > 50 * loss(last, file.samples))
  }

  @Test func `the report tells where it was smallest, and that it has risen since`() throws {
    let file = try example("overfitting")
    let (best, last) = (try trained(file, epochs: 415), try trained(file, epochs: 3000))
    func number(_ network: Network, _ samples: [Sample]) -> String {
      String(format: "%.3g", loss(network, samples))
    }
    let figures = [
      number(best, file.validation), number(last, file.validation), number(best, file.samples),
      number(last, file.samples),
    ]
    for (language, parts) in [
      (
        "en",
        ["was smallest after epoch 415: ", "risen to ", "fell from ", " to ", "(overfitting)"]
      ),
      ("zh", ["第 415 轮之后最小，为 ", "此后升到 ", "从 ", "降到 ", "（过拟合）"]),
    ] {
      let report = run(
        "train", "overfitting", "--lang", language, "--width", "300", "--digits", "3")
      var rest = report.output[...]
      for (part, figure) in zip(parts, figures) {
        let place = try #require(rest.range(of: part + figure), "\(part + figure)")
        rest = rest[place.upperBound...]
      }
      #expect(rest.contains(parts[4]))
    }
    // Not where it is not so: at the smallest, and where the other loss grows as well.
    for command in [
      ["overfitting", "--epochs", "415"], ["overfitting", "--epochs", "420"], ["curve"],
    ] {
      #expect(!run(["train"] + command).output.contains("overfitting"), "\(command)")
    }
    let growing = """
      { inputs: 1, layers: [{ weights: [[0.5]], activation: "identity" }], learningRate: 0.25,
        samples: [{ inputs: [3], targets: [6] }], validation: [{ inputs: [1], targets: [2] }],
        epochs: 10 }
      """
    let grown = run("train", "-", "--width", "200", input: growing).output
    #expect(grown.contains("The loss of the validation sample is ") && !grown.contains("smallest"))
    // From the first step on, a sample that lies the other way gets worse.
    let opposite = """
      { inputs: 1, layers: [{ weights: [[1]], activation: "identity" }], learningRate: 0.5,
        samples: [{ inputs: [1], targets: [3] }], validation: [{ inputs: [1], targets: [0] }],
        epochs: 5 }
      """
    let worse = run("train", "-", "--width", "300", input: opposite).output
    #expect(worse.contains("was smallest before the training: 0.5."))
  }

  @Test(arguments: [
    "epochs: 800, batchSize: 'all'", "epochs: 200, batchSize: 'all', optimizer: { kind: 'adam' }",
    "epochs: 200, shuffle: 3",
  ])
  func `losses that waver at 0 are no overfitting`(_ training: String) {
    let source = """
      { inputs: 1, layers: [{ activation: "identity", weights: [[0.1]], biases: [0] }],
        learningRate: 0.1, \(training),
        samples: [{ inputs: [0.1], targets: [0.37] }, { inputs: [1.1], targets: [1.37] },
                  { inputs: [-0.9], targets: [-0.63] }],
        validation: [{ inputs: [0.7], targets: [0.97] }] }
      """
    let report = run("train", "-", input: source).output
    #expect(report.contains("validation") && !report.contains("overfitting"))
  }

  @Test func `two linear neurons in a row are one, with the products of their weights`() {
    let text = run("trace", "two-factors", "--width", "200").output
    #expect(text.contains("w_43·w_31 = 0.6·0.2 = 0.12\n"))
    #expect(text.contains("w_43·w_32 = 0.6·0.3 = 0.18\n"))
    #expect(text.contains("y_1 = 0.12·x_1 + 0.18·x_2\n"))
  }

  @Test func `negative, zero and positive numbers are cut alike on both sides of 0`() throws {
    let file = try example("signs")
    #expect(file.samples.map(\.inputs) == [[-3], [-2], [-1], [0], [1], [2], [3]])
    let layer = try trained(file, epochs: 3000).layers[0]
    // The cuts are where two of the three straight lines meet.
    func cut(_ a: Int, _ b: Int) -> Double {
      let (first, second) = (layer.neurons[a], layer.neurons[b])
      return ((second.bias ?? .nan) - (first.bias ?? .nan))
        / (first.weights[0] - second.weights[0])
    }
    #expect(abs(cut(0, 1) + 0.490776) < 5e-7 && abs(cut(1, 2) - 0.490776) < 5e-7)
    let report = run("train", "signs", "--width", "200").output
    #expect(report.contains("The class changes 2 times, at -0.490776, 0.490776."))
    #expect(report.contains("7 of 7 samples are classified correctly."))
  }
}
