/// The flat storage of a run, allocated once: parameters, and for each node or parameter what the
/// passes work out.
///
/// Nodes and parameters stand in the order of `NetworkPlan`. The passes (`ForwardPass.swift`,
/// `BackwardPass.swift`, `WeightUpdate.swift`) index it without checks: every index comes from a
/// plan of a network that was checked when it was made.
final class Workspace {
  let plan: NetworkPlan
  let layers: UnsafeMutableBufferPointer<LayerStorage>
  /// The links of each layer that lists them, and whether none does.
  let links: [LinkRuns?]
  let isDense: Bool
  let outputCount: Int
  let slots: UnsafeMutableBufferPointer<LayerSlots>
  let updateRuns: UnsafeMutableBufferPointer<UpdateRun>
  let loss: Loss
  let rule: UpdateRule

  /// The targets of the loaded sample, wherever it lies.
  private(set) var targets: UnsafeMutablePointer<Double>
  private let ownSample: UnsafeMutableBufferPointer<Double>

  /// One per node; those of inputs are unused.
  let nets: UnsafeMutableBufferPointer<Double>
  let outputs: UnsafeMutableBufferPointer<Double>
  private let deltas: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂out, where it is needed again: by softmax, and where it is gathered link by link.
  private let errors: UnsafeMutableBufferPointer<Double>
  /// What a window came to: its sum, or which of its nodes is the largest.
  private let windows: UnsafeMutableBufferPointer<Double>

  /// One a parameter. The first moment is a velocity or mean, the second a square; the sums are those of a
  /// batch.
  let parameters: UnsafeMutableBufferPointer<Double>
  let gradients: UnsafeMutableBufferPointer<Double>
  let gradientSums: UnsafeMutableBufferPointer<Double>
  let firstMoment: UnsafeMutableBufferPointer<Double>
  let secondMoment: UnsafeMutableBufferPointer<Double>
  /// How many updates have been made; Adam's correction depends on it.
  var updates = 0

  init(_ network: Network, layout: TraceLayout, rule: UpdateRule, isRecorded: Bool = true) {
    plan = layout.plan
    slots = .copy(of: layout.slots)
    updateRuns = .copy(of: UpdateRun.all(layout, decay: rule.weightDecay, isRecorded: isRecorded))
    loss = network.loss
    self.rule = rule
    outputCount = plan.layers[plan.layers.count - 1].count
    ownSample = .zeros(outputCount + network.inputs.count)
    targets = ownSample.from(0)
    nets = .zeros(plan.nodeCount)
    outputs = .zeros(plan.nodeCount)
    deltas = .zeros(plan.nodeCount)
    errors = .zeros(plan.nodeCount)
    windows = .zeros(plan.nodeCount)
    parameters = .copy(of: network.parameterValues)
    gradients = .zeros(plan.parameterCount)
    gradientSums = .zeros(plan.parameterCount)
    firstMoment = .zeros(plan.parameterCount)
    secondMoment = .zeros(plan.parameterCount)
    let nodes = NodeStorage(
      nets: nets.from(0), outputs: outputs.from(0), deltas: deltas.from(0), errors: errors.from(0),
      windows: windows.from(0), parameters: parameters.from(0), gradients: gradients.from(0))
    layers = .copy(of: plan.layers.map { LayerStorage($0, nodes) })
    let topology = plan.topology
    links = plan.layers.map { layer in
      let map = layer.form.sharesParameters ? topology.shape(ofLayer: layer.position) : nil
      return layer.links.map { LinkRuns($0, mapSize: map?.mapSize ?? 1) }
    }
    isDense = network.isDense
  }

  deinit {
    for runs in links { runs?.deallocate() }
    layers.deallocate()
    slots.deallocate()
    updateRuns.deallocate()
    for buffer in [
      nets, outputs, ownSample, errors, windows, deltas, parameters, gradients, gradientSums,
      firstMoment,
      secondMoment,
    ] { buffer.deallocate() }
  }

  /// Which node of its window, counted from 0 in the layer before, a node found to be the largest.
  func largest(inWindowOf node: Int) -> Int { Int(windows[node]) }

  var outputLayer: LayerStorage { layers[layers.count - 1] }

  /// Puts a sample's targets and inputs in place; one without targets has those of 0.
  func load(_ sample: Sample) {
    for (k, t) in (sample.targets ?? []).enumerated() { ownSample[k] = t }
    for (i, x) in sample.inputs.enumerated() { ownSample[outputCount + i] = x }
    load(row: ownSample.from(0))
  }

  /// Takes a sample where it lies, its targets and then its inputs.
  @inline(__always)
  func load(row: UnsafeMutablePointer<Double>) {
    targets = row
    layers[0].inputs = row + outputCount
  }
}

extension UnsafeMutableBufferPointer {
  /// Memory of its own for some values.
  static func copy(of values: [Element]) -> Self {
    let buffer = allocate(capacity: values.count)
    _ = buffer.initialize(from: values)
    return buffer
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Memory of its own for so many numbers, all 0.
  static func zeros(_ count: Int) -> Self {
    let buffer = allocate(capacity: count)
    buffer.initialize(repeating: 0)
    return buffer
  }
}

extension UnsafeMutableBufferPointer {
  /// Where the numbers of a layer, or of one row of its weights, begin.
  @inline(__always)
  func from(_ place: Int) -> UnsafeMutablePointer<Element> {
    baseAddress.unsafelyUnwrapped + place
  }
}
