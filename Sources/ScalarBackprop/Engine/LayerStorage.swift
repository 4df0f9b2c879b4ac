/// A layer in the flat storage of a run: where its numbers of each kind begin.
///
/// Neurons count from 0 within the layer; weights lie one row a neuron, one column an incoming value.
struct LayerStorage {
  /// How many nodes there are, and how many values come into the layer.
  let count: Int
  let inputCount: Int
  let activation: Activation
  let bias: BiasKind
  /// How what comes in is put together.
  let combination: Combination
  /// How far the bias moves from one neuron, or one map, to the next: not at all where it is shared.
  let biasStride: Int

  /// What comes in: the outputs of the layer before; of the first layer the loaded sample's inputs.
  var inputs: UnsafeMutablePointer<Double>
  let nets: UnsafeMutablePointer<Double>
  let outputs: UnsafeMutablePointer<Double>
  /// ∂E/∂net; of pooling, which has no net values, ∂E/∂out.
  let deltas: UnsafeMutablePointer<Double>
  /// ∂E/∂out, where it is gathered before it is used.
  let errors: UnsafeMutablePointer<Double>
  /// The sum of each window of a subsampling layer, or the place of each largest value.
  let windows: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>
  let biases: UnsafeMutablePointer<Double>
  let weightGradients: UnsafeMutablePointer<Double>
  let biasGradients: UnsafeMutablePointer<Double>

  /// Finds a layer's numbers in storage for every node, inputs first, and for every parameter.
  init(_ plan: LayerPlan, _ nodes: NodeStorage) {
    count = plan.count
    inputCount = plan.inputCount
    activation = plan.activation
    bias = plan.bias
    combination = Combination(plan.form)
    biasStride = plan.bias == .each ? 1 : 0
    inputs = nodes.outputs + plan.firstInput
    nets = nodes.nets + plan.firstNode
    outputs = nodes.outputs + plan.firstNode
    deltas = nodes.deltas + plan.firstNode
    errors = nodes.errors + plan.firstNode
    windows = nodes.windows + plan.firstNode
    weights = nodes.parameters + plan.firstWeight
    biases = nodes.parameters + plan.firstBias
    weightGradients = nodes.gradients + plan.firstWeight
    biasGradients = nodes.gradients + plan.firstBias
  }
}

/// How a layer puts together what comes in.
enum Combination: UInt8 {
  /// The weighted sum of all, with weights of its own.
  case dense
  /// The weighted sum over listed links.
  case products
  /// The sum over listed links, times one weight.
  case scaledSum
  /// The largest, or the mean, over listed links.
  case largest, mean

  init(_ form: LayerForm) {
    switch form {
    case .dense: self = .dense
    case .tied, .convolution: self = .products
    case .subsampling: self = .scaledSum
    case .pooling(.largest, _): self = .largest
    case .pooling(.mean, _): self = .mean
    }
  }

  /// Whether the nodes have net values.
  @inline(__always)
  var hasNets: Bool {
    switch self {
    case .dense, .products, .scaledSum: true
    case .largest, .mean: false
    }
  }
}

/// Where the storage of all nodes and all parameters begins.
struct NodeStorage {
  let nets: UnsafeMutablePointer<Double>
  let outputs: UnsafeMutablePointer<Double>
  let deltas: UnsafeMutablePointer<Double>
  let errors: UnsafeMutablePointer<Double>
  let windows: UnsafeMutablePointer<Double>
  let parameters: UnsafeMutablePointer<Double>
  let gradients: UnsafeMutablePointer<Double>
}

/// A layer's links in memory of their own, for the passes to walk.
struct LinkRuns {
  let patches: UnsafeMutablePointer<LinkTable.Patch>
  let firstPatch: UnsafeMutablePointer<Int>
  let firstLink: UnsafeMutablePointer<Int>
  /// The place of each link where they lie by their sources.
  let placeBySource: UnsafeMutablePointer<Int>
  let weightStride, sourceStep, weightStep: Int
  /// How many nodes in a row have one bias, and of subsampling one weight: those of a map.
  let mapSize: Int

  init(_ table: LinkTable, mapSize: Int) {
    self.mapSize = mapSize
    patches = UnsafeMutableBufferPointer.copy(of: table.patches).from(0)
    firstPatch = UnsafeMutableBufferPointer.copy(of: table.firstPatch).from(0)
    firstLink = UnsafeMutableBufferPointer.copy(of: table.firstLink).from(0)
    placeBySource = UnsafeMutableBufferPointer.copy(of: table.placeBySource).from(0)
    weightStride = table.weightStride
    (sourceStep, weightStep) = (table.sourceStep, table.weightStep)
  }

  func deallocate() {
    patches.deallocate()
    for buffer in [firstPatch, firstLink, placeBySource] { buffer.deallocate() }
  }

  /// Every source of a node, in order.
  @inline(__always)
  func forEachSource(of node: Int, _ body: (Int) -> Void) {
    for patch in of(node) {
      for row in 0..<patch.rows {
        let first = patch.source + row * sourceStep
        for n in first..<first + patch.count { body(n) }
      }
    }
  }

  /// The patches of a node.
  @inline(__always)
  func of(_ node: Int) -> UnsafeMutableBufferPointer<LinkTable.Patch> {
    let first = firstPatch[node]
    return UnsafeMutableBufferPointer(start: patches + first, count: firstPatch[node + 1] - first)
  }
}
