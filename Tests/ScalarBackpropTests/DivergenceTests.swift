import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Trainings whose numbers go beyond Double.
struct DivergenceTests {
  private func line(
    _ weights: [Double], _ frozen: Set<ParameterPart> = []
  ) throws -> Network {
    let neuron = Neuron(weights: weights, bias: 0)
    let layer = Layer(neurons: [neuron], activation: .identity, frozen: frozen)
    return try Network(inputs: weights.map { _ in nil }, layers: [layer])
  }

  private func training(rate: Double, epochs: Int) -> Training {
    var training = Training()
    training.rule.learningRate = rate
    training.epochs = epochs
    return training
  }

  @Test(arguments: [1, 3, 100])
  func `the loss goes beyond Double, and the state before it is kept`(_ rate: Double) throws {
    let network = try line([1])
    let samples = [Sample(inputs: [3], targets: [1])]
    var losses: [Double] = []
    let training = training(rate: rate, epochs: 100_000)
    let observed = try network.train(on: samples, training) {
      losses.append($0.loss)
      return .goOn
    }
    let divergence = try #require(observed.divergence)
    #expect(divergence == Divergence(step: losses.count + 1, quantity: .loss(.before)))
    #expect(losses.allSatisfy { $0.isFinite })
    #expect(observed.steps == losses.count)
    #expect(observed.network.parametersAreFinite)
    #expect(!observed.loss.isFinite)
    #expect(try network.train(on: samples, training) == observed)
    let shorter = try network.train(
      on: samples, self.training(rate: rate, epochs: losses.count))
    #expect(shorter.network == observed.network)
    #expect(shorter.end == .epochs)
  }

  @Test(arguments: [Optimizer.momentum(0.9), .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)])
  func `the way back is the same whether each step is looked at or not`(
    _ optimizer: Optimizer
  ) throws {
    let network = try line([0.5, -0.25])
    let samples = (0..<7).map { n in
      Sample(inputs: [Double(n) - 3, 0.5 * Double(n)], targets: [Double(n % 3)])
    }
    var training = training(rate: optimizer == .momentum(0.9) ? 0.4 : 1e307, epochs: 100_000)
    training.rule.optimizer = optimizer
    (training.batchSize, training.shuffle) = (2, 5)
    var losses: [Double] = []
    let observed = try network.train(on: samples, training) {
      losses.append($0.loss)
      return .goOn
    }
    let divergence = try #require(observed.divergence)
    #expect(divergence.step == observed.steps + 1 && losses.count == observed.steps)
    #expect(try network.train(on: samples, training) == observed)
    let state = try network.state(beforeStep: divergence.step, of: training, on: samples)
    #expect(state.network == observed.network)
  }

  @Test func `a parameter goes beyond Double, and its update is undone`() throws {
    let network = try line([1, 1])
    let samples = [
      Sample(inputs: [1e-3, 0], targets: [0]), Sample(inputs: [1e150, 0], targets: [-1e-3]),
    ]
    let training = training(rate: 1e10, epochs: 1)
    for observer in [nil, { _ in Continuation.goOn }] as [((TrainingStep) -> Continuation)?] {
      let result = try network.train(on: samples, training, observer: observer)
      #expect(
        result.end
          == .diverged(
            Divergence(step: 2, quantity: .parameter(.new, .weight(to: 2, from: 0)))))
      #expect(result.steps == 1)
      let one = try network.train(on: [samples[0]], training)
      #expect(result.network == one.network)
      #expect(one.network != network)
    }
  }

  @Test func `the gradient of a frozen weight goes beyond Double`() throws {
    let network = try line([1e-200], [.weights])
    let samples = [
      Sample(inputs: [1], targets: [0]), Sample(inputs: [1e200], targets: [1e120]),
    ]
    let result = try network.train(on: samples, training(rate: 1e-120, epochs: 50))
    #expect(
      result.divergence
        == Divergence(step: 2, quantity: .parameter(.gradient, .weight(to: 1, from: 0))))
  }

  @Test(arguments: [nil, 100.0])
  func `a lost weight is found where the loss does not tell of it`(_ until: Double?) throws {
    // At −∞ the weight silences its ReLU, and the loss stays at ½·10².
    let hidden = Layer(neurons: [Neuron(weights: [1])], activation: .relu)
    let output = Layer(
      neurons: [Neuron(weights: [1])], activation: .identity, frozen: [.weights])
    let network = try Network(inputs: [nil], layers: [hidden, output])
    var training = training(rate: 1e308, epochs: 1000)
    training.until = until
    let result = try network.train(on: [Sample(inputs: [1], targets: [-10])], training)
    let lost = Divergence(step: 1, quantity: .parameter(.new, .weight(to: 1, from: 0)))
    #expect(result.divergence == lost)
    #expect(result.network == network)
    #expect(result.loss == 60.5)
    #expect(result.steps == 0)
  }
}

extension Network {
  fileprivate var parametersAreFinite: Bool {
    layers.allSatisfy { layer in
      layer.neurons.allSatisfy { ($0.weights + [$0.bias ?? 0]).allSatisfy(\.isFinite) }
    }
  }
}
