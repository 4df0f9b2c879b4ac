import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The gradient check: what it agrees with, what it skips, what it refuses.
struct GradientCheckTests {
  @Test(arguments: Example.all.map(\.name).filter { $0 != "perceptron" })
  func `every example's gradients agree`(_ name: String) throws {
    let file = try example(name).ofLabelledSamples
    for batchLoss in BatchLoss.allCases {
      let check = try file.network.checkGradients(on: file.samples, batchLoss: batchLoss)
      #expect(check.agrees)
      #expect(check.rows.count == file.network.parameters.count)
      #expect(check.rows.allSatisfy { $0.verdict == .agrees })
    }
  }

  @Test func `gradients are those of the batch, frozen and shared ones too`() throws {
    let file = try example("mazur")
    let samples = [file.samples[0], Sample(inputs: [0.7, -0.2], targets: [0.5, 0.1])]
    let check = try file.network.checkGradients(on: samples, batchLoss: .sum)
    let traces = try samples.map { try file.network.trace($0) }
    for row in check.rows {
      let terms = try traces.map { try #require($0[.parameter(.gradient, row.parameter)]) }
      #expect(row.analytic == terms[0] + terms[1])
      #expect(row.differences.map(\.epsilon) == GradientCheck.epsilons)
    }
    #expect(check.rows.contains { $0.parameter == .shared(.bias, layer: 0, 0) })
    let mean = try file.network.checkGradients(on: samples)
    #expect(mean.loss == check.loss / 2)
    #expect(zip(mean.rows, check.rows).allSatisfy { $0.analytic == $1.analytic / 2 })
  }

  @Test(arguments: [
    ("1e-6", "1e6", "tanh", "0"), ("1e15", "1", "identity", "1e14"),
    ("3e-9", "1e8", "sigmoid", "0"),
    ("0", "1e10", "tanh", "0.5"),
  ])
  func `numbers far from 1 get step sizes of their own`(
    _ weight: String, _ input: String, _ activation: String, _ target: String
  ) throws {
    let file = try networkFile(
      """
      { inputs: 1, layers: [{ neurons: 1, weights: [[\(weight)]], activation: "\(activation)" }],
        samples: [{ inputs: [\(input)], targets: [\(target)] }] }
      """)
    let check = try file.network.checkGradients(on: file.samples)
    let best = try #require(check.rows[0].best)
    #expect(check.agrees && !GradientCheck.epsilons.contains(best.epsilon))
    #expect(check.rows[0].differences.map(\.epsilon) == GradientCheck.epsilons)
  }

  @Test(arguments: [Activation.relu, .leakyReLU])
  func `a net value at its kink is named and skipped`(_ activation: Activation) throws {
    let layers = [
      Layer(
        neurons: [Neuron(weights: [1, -0.5], bias: 0), Neuron(weights: [1, 1], bias: 0.5)],
        activation: activation),
      Layer(neurons: [Neuron(weights: [1, 2])], activation: .identity),
    ]
    let network = try Network(inputs: [nil, nil], layers: layers)
    let samples = [
      Sample(inputs: [0.3, 0.1], targets: [1]), Sample(inputs: [0.5, 1], targets: [1]),
    ]
    let check = try network.checkGradients(on: samples)
    let kink = GradientCheck.Kink(sample: 1, quantity: .net(2, .before))
    let verdicts = Dictionary(uniqueKeysWithValues: check.rows.map { ($0.parameter, $0.verdict) })
    for parameter: Parameter in [.weight(to: 2, from: 0), .weight(to: 2, from: 1), .bias(2)] {
      #expect(verdicts[parameter] == .kink(kink))
    }
    #expect(verdicts.values.filter { $0 == .agrees }.count == check.rows.count - 3)
    #expect(check.agrees)
  }

  @Test func `an absolute error of 0 is a kink`() throws {
    let layer = Layer(
      neurons: [Neuron(weights: [0.5]), Neuron(weights: [1])], activation: .identity)
    let network = try Network(inputs: [nil], layers: [layer], loss: .absoluteError)
    let check = try network.checkGradients(on: [Sample(inputs: [2], targets: [1, 1])])
    #expect(
      check.rows.map(\.verdict)
        == [.kink(GradientCheck.Kink(sample: 0, quantity: .error(1))), .agrees])
  }

  @Test func `a kink at some distance leaves the small steps`() throws {
    let layer = Layer(neurons: [Neuron(weights: [1e-5])], activation: .relu)
    let network = try Network(inputs: [nil], layers: [layer])
    let row = try network.checkGradients(on: [Sample(inputs: [1], targets: [1])]).rows[0]
    #expect(row.verdict == .agrees)
    #expect(row.differences.map(\.isUsable) == [false, false, false, false, true, true, true])
  }

  @Test func `a smooth join is no kink`() throws {
    let layer = Layer(neurons: [Neuron(weights: [0])], activation: .elu)
    let network = try Network(inputs: [nil], layers: [layer], loss: .huber)
    let check = try network.checkGradients(on: [Sample(inputs: [1], targets: [1])])
    #expect(check.rows.map(\.verdict) == [.agrees])
    #expect(check.rows[0].analytic == -1)
  }

  @Test func `a loss beyond Double is told`() throws {
    let layer = Layer(neurons: [Neuron(weights: [1e200])], activation: .identity)
    let network = try Network(inputs: [nil], layers: [layer])
    let check = try network.checkGradients(on: [Sample(inputs: [1], targets: [0])])
    #expect(!check.loss.isFinite)
    #expect(check.rows.map(\.verdict) == [.notFinite])
    #expect(!check.agrees)
  }

  @Test func `a perceptron has no gradient to check`() throws {
    let layer = Layer(neurons: [Neuron(weights: [1])], activation: .step)
    let network = try Network(inputs: [nil], layers: [layer], loss: .perceptron)
    #expect(throws: GradientCheckError.perceptron) {
      try network.checkGradients(on: [Sample(inputs: [1], targets: [0])])
    }
    #expect(throws: GradientCheckError.samples(.noSamples)) {
      try example("xor").network.checkGradients(on: [])
    }
  }
}
