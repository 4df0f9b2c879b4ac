import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// A step of a training in full.
struct BatchTraceTests {
  @Test(arguments: try TrainingCase.all())
  func `a traced step goes from one state to the next`(_ reference: TrainingCase) throws {
    let file = try networkFile(reference.network)
    let number = file.training.batchSize == 2 ? 6 : 7
    func state(_ step: Int) throws -> TrainingState {
      try file.network.state(beforeStep: step, of: file.training, on: file.samples)
    }
    let trace = try state(number).trace()
    let next = try state(number + 1)
    #expect(
      (try #require(trace[.loss(.before)]) - reference.losses[number - 1]).magnitude
        <= 1e-9 * reference.losses[number - 1])
    let news = file.network.parameters.count { trace[.parameter(.new, $0)] != nil }
    #expect(news == file.network.trainedCount)
    for parameter in file.network.parameters {
      let old = try #require(trace[.parameter(.value, parameter)])
      let new = trace[.parameter(.new, parameter)] ?? old
      #expect(new == (try next.network.trace(file.samples[0])[.parameter(.value, parameter)]))
      // A frozen parameter has no new value, and nothing is remembered of it.
      guard trace[.parameter(.new, parameter)] != nil else { continue }
      for kept in file.training.rule.optimizer.states where kept.isRemembered {
        let value = try #require(trace[.parameter(.state(kept), parameter)])
        #expect(value == next.remembered(kept, of: parameter))
      }
    }
  }

  @Test func `the batch's gradient is made of its samples'`() throws {
    let file = try example("xor")
    var training = file.training
    training.batchSize = 3
    training.epochs = 2
    let state = try file.network.state(beforeStep: 3, of: training, on: file.samples)
    let trace = state.trace(convention: Convention(subtractsThresholds: true))
    #expect(state.epoch == 2)
    #expect(state.batch == [0, 1, 2])
    #expect(trace.samples == Array(file.samples[..<3]))
    for parameter in file.network.parameters {
      let quantity = Quantity.parameter(.gradient, parameter)
      let terms = try (0..<3).map { try #require(trace[quantity, $0]) }
      #expect(trace[quantity] == (terms[0] + terms[1] + terms[2]) / 3)
    }
    let after = try (0..<3).map { try #require(trace[.loss(.after), $0]) }
    #expect(trace[.loss(.after)] == after.reduce(0, +) / 3)
    #expect(trace[.net(2, .before)] == nil)
  }

  @Test func `a step that does not come is refused`() throws {
    let file = try example("xor")
    #expect(throws: TrainingStepError.endsBefore(steps: 4)) {
      try file.network.state(beforeStep: 5, of: file.training, on: file.samples)
    }
    let layer = Layer(neurons: [Neuron(weights: [1e200])], activation: .identity)
    let network = try Network(inputs: [nil], layers: [layer])
    let samples = Array(repeating: Sample(inputs: [1], targets: [0]), count: 3)
    #expect(
      throws: TrainingStepError.diverges(Divergence(step: 1, quantity: .loss(.before)))
    ) {
      try network.state(beforeStep: 2, of: Training(), on: samples)
    }
    #expect(throws: TrainingStepError.samples(.noSamples)) {
      try file.network.state(beforeStep: 1, of: file.training, on: [])
    }
  }
}

extension Network {
  /// How many parameters are not frozen.
  fileprivate var trainedCount: Int {
    layers.reduce(0) { count, layer in
      let weights = layer.neurons.reduce(0) { $0 + $1.weights.count }
      let biases = layer.sharedBias == nil ? layer.neurons.count { $0.bias != nil } : 1
      return count + (layer.frozen.contains(.weights) ? 0 : weights)
        + (layer.frozen.contains(.bias) ? 0 : biases)
    }
  }
}
