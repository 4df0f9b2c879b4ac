/// Where each forward pass of a layer writes its quantities.
struct ForwardSlots: Hashable, Sendable {
  var products = 0
  var sums = 0
  var nets = 0
  var outputs = 0
}

/// The places in a trace at which one layer's quantities begin.
///
/// Those of parameters are moved so that a parameter's own position in its layer can be added,
/// whether or not the parts before it are frozen.
struct LayerSlots: Hashable, Sendable {
  var parameters = 0
  var before = ForwardSlots()
  var after = ForwardSlots()
  var backs = 0
  var errors = 0
  var slopes = 0
  var jacobian = 0
  var deltas = 0
  var gradients = 0
  var velocity = 0
  var moment = 0
  var square = 0
  var correctedMoment = 0
  var correctedSquare = 0
  var changes = 0
  var news = 0

  subscript(state: Optimizer.State) -> Int {
    get {
      switch state {
      case .velocity: velocity
      case .moment: moment
      case .square: square
      case .correctedMoment: correctedMoment
      case .correctedSquare: correctedSquare
      }
    }
    set {
      switch state {
      case .velocity: velocity = newValue
      case .moment: moment = newValue
      case .square: square = newValue
      case .correctedMoment: correctedMoment = newValue
      case .correctedSquare: correctedSquare = newValue
      }
    }
  }
}

/// The places at which the losses of one pass begin.
struct LossSlots: Hashable, Sendable {
  var terms = 0
  var total = 0
}

/// The order of a trace, worked out once from the network: values lie in it without their names,
/// and a quantity's place is found by arithmetic.
struct TraceLayout: Sendable {
  let plan: NetworkPlan
  private(set) var blocks: [Block] = []
  private(set) var slots: [LayerSlots]
  private(set) var inputs = 0
  private(set) var targets = 0
  private(set) var before = LossSlots()
  private(set) var after = LossSlots()
  private(set) var count = 0
  let hasTargets: Bool
  let states: [Optimizer.State]

  /// Lays out one step: given, forward, error, backward, update, after; without targets, only the
  /// first two.
  init(_ network: Network, hasTargets: Bool, optimizer: Optimizer, convention: Convention) {
    plan = NetworkPlan(network)
    self.hasTargets = hasTargets
    states = optimizer.states
    slots = Array(repeating: LayerSlots(), count: plan.layers.count)
    let last = plan.layers.count - 1
    inputs = add(.inputs, network.inputs.count, layer: 0)
    if hasTargets { targets = add(.targets, plan.layers[last].count, layer: last) }
    for l in 0...last { slots[l].parameters = addParameters(.value, layer: l) }
    for l in 0...last { slots[l].before = addForward(.before, layer: l, convention) }
    guard hasTargets else { return }
    before = addLosses(.before, layer: last)
    for l in (0...last).reversed() { addBackward(layer: l, network, isLast: l == last) }
    for l in 0...last {
      slots[l].gradients = addParameters(
        .gradient, layer: l, isListed: network.loss != .perceptron)
    }
    for l in 0...last { addUpdate(layer: l, optimizer) }
    for l in 0...last { slots[l].after = addForward(.after, layer: l, convention) }
    after = addLosses(.after, layer: last)
  }

  private mutating func add(
    _ kind: Block.Kind, _ count: Int, layer: Int, isListed: Bool = true
  ) -> Int {
    let start = self.count
    guard count > 0 else { return start }
    blocks.append(
      Block(kind: kind, layer: layer, start: start, count: count, isListed: isListed))
    self.count += count
    return start
  }

  private mutating func addForward(
    _ pass: Pass, layer l: Int, _ convention: Convention
  ) -> ForwardSlots {
    let layer = plan.layers[l]
    let hasThresholds = convention.subtractsThresholds && layer.bias != .absent
    return ForwardSlots(
      products: add(.products(pass), layer.weightCount, layer: l, isListed: pass == .before),
      sums: add(
        .sums(pass), layer.count, layer: l, isListed: pass == .before && hasThresholds),
      nets: add(.nets(pass), layer.count, layer: l),
      outputs: add(.outputs(pass), layer.count, layer: l))
  }

  private mutating func addLosses(_ pass: Pass, layer: Int) -> LossSlots {
    LossSlots(
      terms: add(
        .outputLosses(pass), plan.layers[layer].count, layer: layer, isListed: pass == .before),
      total: add(.loss(pass), 1, layer: layer))
  }

  private mutating func addBackward(layer l: Int, _ network: Network, isLast: Bool) {
    let layer = plan.layers[l]
    let isSoftmax = layer.activation == .softmax
    if !isLast { slots[l].backs = add(.backs, layer.count * plan.layers[l + 1].count, layer: l) }
    let hasError = !(isSoftmax && network.loss == .crossEntropy)
    slots[l].errors = add(.errors, layer.count, layer: l, isListed: hasError)
    let hasSlope = !isSoftmax && !layer.activation.isThreshold
    slots[l].slopes = add(.slopes, layer.count, layer: l, isListed: hasSlope)
    if isSoftmax { slots[l].jacobian = add(.jacobian, layer.count * layer.count, layer: l) }
    slots[l].deltas = add(.deltas, layer.count, layer: l)
  }

  private mutating func addUpdate(layer l: Int, _ optimizer: Optimizer) {
    for state in optimizer.states { slots[l][state] = addTrained(.state(state), layer: l) }
    slots[l].changes = addTrained(.change, layer: l)
    slots[l].news = addTrained(.new, layer: l)
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
    let start = count
    _ = add(.parameters(role, .weights), layer.trainedWeights.count, layer: l)
    _ = add(.parameters(role, .bias), layer.trainedBiases.count, layer: l)
    return start - (layer.trained.lowerBound - layer.firstParameter)
  }
}
