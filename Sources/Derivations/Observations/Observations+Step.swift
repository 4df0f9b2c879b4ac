internal import ScalarBackprop

// What a step shows: whether it moves, overshoots, where neurons are flat, what becomes of δ. Of a
// batch, something is said of a neuron only where it holds for every sample.

extension Derivation {
  /// A slope below this is called flat: that of a sigmoid at a net value of 4.6. So is an error.
  private static let flat = 0.01

  var idleness: [Observation] {
    trace.rule.learningRate == 0 && trace.hasTargets ? [.idleLearningRate] : []
  }

  /// Plain descent goes downhill at first, so where the loss grew the step was too long.
  var overshoot: [Observation] {
    guard trace.hasTargets, trace.rule.optimizer.isPlain,
      trace.network.loss.hasGradient, let before = trace[.loss(.before)],
      let after = trace[.loss(.after)], after > before * (1 + 1e-9), after.isFinite
    else { return [] }
    return [.overshoot(from: before, to: after)]
  }

  func flatNeurons(except dead: [Int]) -> [Observation] {
    trace.network.layers.enumerated().filter { !$1.form.sharesParameters }.flatMap { l, layer in
      symbols.topology.nodes(ofLayer: l).compactMap { j -> Observation? in
        switch layer.activation {
        case .sigmoid, .tanh:
          let (net, slope) = steepest(j, layer.activation)
          return slope < Derivation.flat && losesError(j)
            ? .saturated(node: j, net: net, slope: slope) : nil
        case .relu:
          let net = largest(.net(j, .before)) { $0 }
          return net <= 0 && !dead.contains(j) ? .silent(node: j, net: net) : nil
        case .identity, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step, .sign:
          return nil
        }
      }
    }
  }

  /// Whether a flat slope keeps an error from a neuron that is worth learning from: not where there
  /// is none, and not where the loss cancels the slope.
  private func losesError(_ j: Int) -> Bool {
    guard trace.hasTargets else { return true }
    let cancels = symbols.topology.outputs.contains(j) && trace.network.loss.cancelsSlope
    return !cancels && largest(.error(j), \.magnitude) > Derivation.flat
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

  /// The largest |δ| from layer to layer on its way back: where it all but vanishes, through three
  /// layers at least; where it arrives or grows, through four.
  var courseOfDelta: [Observation] {
    guard trace.hasTargets else { return [] }
    let values = largestDeltas
    guard values.count > 2, let first = values.first, let last = values.last, first > 0, last > 0
    else { return [] }
    let falls = zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
    if falls, last < first / 10 { return [.course(values, .shrinks)] }
    guard values.count > 3 else { return [] }
    if last > 10 * first { return [.course(values, .grows)] }
    return last >= first / 10 ? [.course(values, .arrives)] : []
  }

  /// The largest |δ| of each layer over the samples of the step, last layer first; layers that pool have
  /// none.
  package var largestDeltas: [Double] {
    trace.network.layers.indices.reversed().filter { trace.network.layers[$0].form.hasNets }.map {
      l in
      symbols.topology.nodes(ofLayer: l).map { largest(.delta($0), \.magnitude) }.max() ?? 0
    }
  }

  /// Gradients that are hardly any together, though those of single samples are: |Σ_s g_s| is small
  /// beside Σ_s |g_s|, for every parameter.
  var cancelling: [Observation] {
    guard trace.isBatch, trace.hasTargets, trace.network.loss.hasGradient else { return [] }
    var (together, apart, single) = (0.0, 0.0, 0.0)
    for parameter in trace.network.parameters {
      let own = trace.samples.indices.map { trace[.parameter(.gradient, parameter), $0] ?? 0 }
      together = max(together, own.reduce(0, +).magnitude)
      apart = max(apart, own.reduce(0) { $0 + $1.magnitude })
      single = max(single, own.map(\.magnitude).max() ?? 0)
    }
    guard together < apart / 300, single > Derivation.flat else { return [] }
    let count = trace.batchLoss == .mean ? Double(trace.samples.count) : 1
    return [.cancelling(batch: together / count, sample: single)]
  }
}
