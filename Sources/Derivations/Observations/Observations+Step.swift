internal import ScalarBackprop

// What a step shows: whether it moves, where neurons are flat, what becomes of δ. Of a
// batch, something is said only where it holds for every sample.

extension Derivation {
  /// A slope below this is called flat: that of a sigmoid at a net value of 4.6.
  private static let flat = 0.01

  var idleness: [Observation] {
    trace.rule.learningRate == 0 && trace.hasTargets ? [.idleLearningRate] : []
  }

  var flatNeurons: [Observation] {
    trace.network.layers.enumerated().flatMap { l, layer in
      symbols.nodes(ofLayer: l).compactMap { j -> Observation? in
        switch layer.activation {
        case .sigmoid, .tanh:
          let (net, slope) = steepest(j, layer.activation)
          return slope < Derivation.flat ? .saturated(node: j, net: net, slope: slope) : nil
        case .relu:
          let net = largest(.net(j, .before)) { $0 }
          return net <= 0 ? .silent(node: j, net: net) : nil
        case .identity, .leakyReLU, .elu, .softplus, .gelu, .silu, .softmax, .step, .sign:
          return nil
        }
      }
    }
  }

  /// The net value of a node, and the slope there, in the sample in which it is steepest.
  private func steepest(_ j: Int, _ activation: Activation) -> (net: Double, slope: Double) {
    let places = trace.samples.indices.map { sample in
      let net = trace[.net(j, .before), sample] ?? 0
      let output = trace[.output(j, .before), sample] ?? 0
      return (net: net, slope: activation.slope(net: net, output: output))
    }
    return places.max { $0.slope < $1.slope } ?? (0, 1)
  }

  /// The largest of what a function makes of a quantity, over the samples of the step.
  private func largest(_ quantity: Quantity, _ function: (Double) -> Double) -> Double {
    trace.samples.indices.map { function(trace[quantity, $0] ?? 0) }.max() ?? 0
  }

  /// The largest |δ| from layer to layer on its way back, through four layers at least.
  var courseOfDelta: [Observation] {
    guard trace.hasTargets, !symbols.layers.isEmpty else { return [] }
    let values = trace.network.layers.indices.reversed().map { l in
      symbols.nodes(ofLayer: l).map { largest(.delta($0), \.magnitude) }.max() ?? 0
    }
    guard values.count > 2, let first = values.first, let last = values.last, first > 0, last > 0
    else { return [] }
    let falls = zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
    if falls, last < first / 10 { return [.course(values, .shrinks)] }
    guard values.count > 3 else { return [] }
    if last > 10 * first { return [.course(values, .grows)] }
    return last >= first / 10 ? [.course(values, .arrives)] : []
  }

  /// Gradients of a batch that are hardly any, though those of its samples are.
  var cancelling: [Observation] {
    guard trace.isBatch, trace.hasTargets, trace.network.loss != .perceptron else { return [] }
    func most(_ sample: Int?) -> Double {
      trace.network.parameters.map { (trace[.parameter(.gradient, $0), sample] ?? 0).magnitude }
        .max() ?? 0
    }
    let batch = most(nil)
    let sample = trace.samples.indices.map { most($0) }.max() ?? 0
    let isPlateau = batch < sample / 500 && sample > Derivation.flat
    return isPlateau ? [.cancelling(batch: batch, sample: sample)] : []
  }
}
