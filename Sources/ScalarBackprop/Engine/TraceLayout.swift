/// The order of a trace, worked out once from the network: values lie in it without their names,
/// and a quantity's place is found by arithmetic.
///
/// What the batch has in common lies first; then comes a portion for each sample, all laid out alike,
/// so that the passes record every sample in the same places of its own portion.
struct TraceLayout: Sendable {
  let plan: NetworkPlan
  let hasTargets: Bool
  let states: [Optimizer.State]
  let sampleCount: Int
  /// The blocks of a step on one sample, with places within its portion or the common one.
  private(set) var blocksOfStep: [Block] = []
  /// Those of the common portion, and those of a sample's, each in the order of their places.
  private(set) var common: [Block] = []
  private(set) var own: [Block] = []
  private(set) var slots: [LayerSlots]
  /// Places within a sample's portion.
  private(set) var inputs = 0
  private(set) var targets = 0
  private(set) var before = LossSlots()
  private(set) var after = LossSlots()
  /// Places of what a batch of several makes of its samples' losses and gradients.
  private(set) var batchBefore = 0
  private(set) var batchAfter = 0
  private(set) var batchGradients = 0
  /// How many numbers the batch has in common, and how many each sample has.
  private(set) var commonCount = 0
  private(set) var sampleSize = 0

  /// Lays out one step: given, forward, error, backward, update, after; without targets, only the
  /// first two. In a batch of several, each sample's part stands behind that of the one before.
  init(
    _ network: Network, samples: Int = 1, hasTargets: Bool, optimizer: Optimizer,
    convention: Convention
  ) {
    plan = NetworkPlan(network)
    self.hasTargets = hasTargets
    states = optimizer.states
    sampleCount = samples
    slots = Array(repeating: LayerSlots(), count: plan.layers.count)
    addStep(network, optimizer, convention)
    guard samples > 1 else { return }
    batchBefore = commonCount
    batchGradients = batchBefore + 1
    batchAfter = batchGradients + plan.parameterCount
    commonCount = batchAfter + 1
  }

  /// How many numbers there are.
  var count: Int { commonCount + sampleCount * sampleSize }

  /// Where a sample's portion begins.
  func start(ofSample sample: Int) -> Int { commonCount + sample * sampleSize }

  /// The step on one sample, in the order of its calculation.
  private mutating func addStep(
    _ network: Network, _ optimizer: Optimizer, _ convention: Convention
  ) {
    let last = plan.layers.count - 1
    inputs = add(.inputs, network.inputs.count, layer: 0)
    if hasTargets { targets = add(.targets, plan.layers[last].count, layer: last) }
    for l in 0...last { slots[l].parameters = addParameters(.value, layer: l) }
    for l in 0...last { slots[l].before = addForward(.before, layer: l, convention) }
    guard hasTargets else { return }
    before = addLosses(.before, layer: last)
    for l in (0...last).reversed() { addBackward(layer: l, network, isLast: l == last) }
    for l in 0...last {
      // The perceptron rule tells none.
      slots[l].gradients = addParameters(
        .gradient, layer: l, isListed: network.loss.hasGradient)
    }
    for l in 0...last { addUpdate(layer: l, optimizer) }
    for l in 0...last { slots[l].after = addForward(.after, layer: l, convention) }
    after = addLosses(.after, layer: last)
  }

  private mutating func add(
    _ kind: Block.Kind, _ count: Int, layer: Int, isListed: Bool = true
  ) -> Int {
    let start = kind.isCommon ? commonCount : sampleSize
    guard count > 0 else { return start }
    let block = Block(kind: kind, layer: layer, start: start, count: count, isListed: isListed)
    blocksOfStep.append(block)
    if kind.isCommon {
      common.append(block)
      commonCount += count
    } else {
      own.append(block)
      sampleSize += count
    }
    return start
  }

  private mutating func addForward(
    _ pass: Pass, layer l: Int, _ convention: Convention
  ) -> ForwardSlots {
    let (layer, isFirst) = (plan.layers[l], pass == .before)
    let hasThresholds = convention.subtractsThresholds && layer.bias != .absent
    var slots = ForwardSlots()
    switch layer.form {
    case .dense, .tied, .convolution:
      slots.products = add(.products(pass), layer.linkCount, layer: l, isListed: isFirst)
      slots.sums = add(.sums(pass), layer.count, layer: l, isListed: isFirst && hasThresholds)
    case .subsampling:
      slots.sums = add(.sums(pass), layer.count, layer: l, isListed: isFirst)
      slots.scaled = add(.scaledSums(pass), layer.count, layer: l, isListed: isFirst)
    case .pooling: break
    }
    if layer.form.hasNets { slots.nets = add(.nets(pass), layer.count, layer: l) }
    slots.outputs = add(.outputs(pass), layer.count, layer: l)
    return slots
  }

  private mutating func addLosses(_ pass: Pass, layer: Int) -> LossSlots {
    LossSlots(
      terms: add(
        .outputLosses(pass), plan.layers[layer].count, layer: layer, isListed: pass == .before),
      total: add(.loss(pass), 1, layer: layer))
  }

  private mutating func addBackward(layer l: Int, _ network: Network, isLast: Bool) {
    let layer = plan.layers[l]
    let isSoftmax = layer.activation.mixesNeurons
    if !isLast { slots[l].backs = add(.backs, plan.layers[l + 1].linkCount, layer: l) }
    let hasErrors = !isLast || network.loss.hasOutputErrors
    slots[l].errors = add(.errors, layer.count, layer: l, isListed: hasErrors)
    guard layer.form.hasNets else { return }
    let hasSlope = !isSoftmax && !layer.activation.isThreshold
    slots[l].slopes = add(.slopes, layer.count, layer: l, isListed: hasSlope)
    if isSoftmax { slots[l].jacobian = add(.jacobian, layer.count * layer.count, layer: l) }
    slots[l].deltas = add(.deltas, layer.count, layer: l)
  }

  private mutating func addUpdate(layer l: Int, _ optimizer: Optimizer) {
    for state in optimizer.states { slots[l].update[state] = addTrained(.state(state), layer: l) }
    slots[l].update.changes = addTrained(.change, layer: l)
    slots[l].update.news = addTrained(.new, layer: l)
  }

  private mutating func addParameters(
    _ role: ParameterRole, layer l: Int, isListed: Bool = true
  ) -> Int {
    let layer = plan.layers[l]
    let start = add(
      .parameters(role, .weights), layer.weightCount, layer: l, isListed: isListed)
    _ = add(.parameters(role, .bias), layer.biasCount, layer: l, isListed: isListed)
    return start
  }

  /// As `addParameters`, for those that are not frozen.
  private mutating func addTrained(_ role: ParameterRole, layer l: Int) -> Int {
    let layer = plan.layers[l]
    let start = commonCount
    _ = add(.parameters(role, .weights), layer.trainedWeights.count, layer: l)
    _ = add(.parameters(role, .bias), layer.trainedBiases.count, layer: l)
    return start - (layer.trained.lowerBound - layer.firstParameter)
  }
}
