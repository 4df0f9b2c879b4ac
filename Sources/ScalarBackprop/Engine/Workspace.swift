/// The flat storage of a run, allocated once: parameters, and for each node or parameter what the
/// passes work out.
///
/// Nodes and parameters stand in the order of `NetworkPlan`. The passes (`ForwardPass.swift`,
/// `BackwardPass.swift`, `WeightUpdate.swift`) index it without checks: every index comes from a
/// plan of a network that was checked when it was made.
final class Workspace {
  let layers: UnsafeMutableBufferPointer<LayerPlan>
  let slots: UnsafeMutableBufferPointer<LayerSlots>
  let updateRuns: UnsafeMutableBufferPointer<UpdateRun>
  let loss: Loss
  let rule: UpdateRule

  /// The targets and the inputs of the loaded sample, wherever it lies.
  private(set) var targets: UnsafeMutablePointer<Double>
  private(set) var inputs: UnsafeMutablePointer<Double>
  private let ownSample: UnsafeMutableBufferPointer<Double>

  /// One a node, but none of an input's is used.
  let nets: UnsafeMutableBufferPointer<Double>
  let outputs: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂out and δ = ∂E/∂net, one a node. A trace turns the sign where its convention asks.
  let errors: UnsafeMutableBufferPointer<Double>
  let deltas: UnsafeMutableBufferPointer<Double>

  /// One a parameter. `first` is a velocity or moment, `second` a square; the sums are those of a
  /// batch.
  let parameters: UnsafeMutableBufferPointer<Double>
  let gradients: UnsafeMutableBufferPointer<Double>
  let gradientSums: UnsafeMutableBufferPointer<Double>
  let first: UnsafeMutableBufferPointer<Double>
  let second: UnsafeMutableBufferPointer<Double>
  /// How many updates have been made; Adam's correction depends on it.
  var updates = 0

  init(_ network: Network, layout: TraceLayout, rule: UpdateRule, isRecorded: Bool = true) {
    func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
      let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    func copy<T>(_ values: [T]) -> UnsafeMutableBufferPointer<T> {
      let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
      _ = buffer.initialize(from: values)
      return buffer
    }
    let plan = layout.plan
    layers = copy(plan.layers)
    slots = copy(layout.slots)
    updateRuns = copy(
      UpdateRun.all(layout, decay: rule.weightDecay, isRecorded: isRecorded))
    loss = network.loss
    self.rule = rule
    nets = zeros(plan.nodeCount)
    ownSample = zeros(network.outputLayer.neurons.count + network.inputs.count)
    targets = ownSample.from(0)
    inputs = ownSample.from(network.outputLayer.neurons.count)
    outputs = zeros(plan.nodeCount)
    errors = zeros(plan.nodeCount)
    deltas = zeros(plan.nodeCount)
    parameters = copy(network.parameterValues)
    gradients = zeros(plan.parameterCount)
    gradientSums = zeros(plan.parameterCount)
    first = zeros(plan.parameterCount)
    second = zeros(plan.parameterCount)
  }

  deinit {
    layers.deallocate()
    slots.deallocate()
    updateRuns.deallocate()
    for buffer in [
      nets, outputs, ownSample, errors, deltas, parameters, gradients, gradientSums, first, second,
    ] { buffer.deallocate() }
  }

  var outputLayer: LayerPlan { layers[layers.count - 1] }

  /// What comes into a layer: the sample's inputs, or the outputs of the layer before.
  @inline(__always)
  func incoming(_ layer: LayerPlan) -> UnsafeMutablePointer<Double> {
    layer.position == 0 ? inputs : outputs.from(layer.firstInput)
  }

  /// Puts a sample's targets and inputs in place; one without targets has those of 0.
  func load(_ sample: Sample) {
    let targetCount = outputLayer.count
    for (k, t) in (sample.targets ?? []).enumerated() { ownSample[k] = t }
    for (i, x) in sample.inputs.enumerated() { ownSample[targetCount + i] = x }
    load(row: ownSample.from(0))
  }

  /// Takes a sample where it lies, its targets and then its inputs.
  @inline(__always)
  func load(row: UnsafeMutablePointer<Double>) {
    targets = row
    inputs = row + outputLayer.count
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Where the numbers of a layer, or of one row of its weights, begin.
  @inline(__always)
  func from(_ place: Int) -> UnsafeMutablePointer<Double> {
    baseAddress.unsafelyUnwrapped + place
  }
}

extension Layer {
  /// The layer's parameters in their flat order: weights, one row a neuron, then biases.
  var parameters: [Double] {
    let biases = sharedBias.map { [$0] } ?? neurons.compactMap(\.bias)
    return neurons.flatMap(\.weights) + biases
  }
}
