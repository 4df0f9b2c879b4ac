/// Where the numbers of a layer stand in the flat storage of a run.
///
/// A layer's parameters lie together: its weights, one row a neuron, then its biases.
struct LayerPlan: Sendable {
  let firstNode: Int
  let count: Int
  let firstInput: Int
  let inputCount: Int
  let firstParameter: Int
  let activation: Activation
  let bias: BiasKind
  let form: LayerForm
  /// The links where not every node sees all before it with weights of its own.
  let links: LinkTable?
  /// How many links there are.
  let linkCount: Int
  /// Where the weights begin that its nodes use, its own or those of the layer it is tied to.
  let firstWeight: Int
  /// Whether gradients of weights are sums over several uses.
  let sumsGradients: Bool
  /// The layer's own position, counted from 0.
  let position: Int

  let weightCount: Int
  let biasCount: Int
  let firstBias: Int
  let endOfParameters: Int

  /// The weights, and the biases, that an update changes, as ranges of the flat storage. A frozen
  /// part is an empty range that begins where the other part does, so that `trained` is one range.
  let trainedWeights: Range<Int>
  let trainedBiases: Range<Int>
  /// The parameters that an update changes.
  let trained: Range<Int>

  /// Places a layer after those before it.
  init(_ layer: Layer, _ topology: Topology, behind layers: [LayerPlan]) {
    let position = layers.count
    let (nodes, sources) = (topology.layers[position], topology.sources(ofLayer: position))
    self.position = position
    firstNode = nodes.lowerBound
    count = nodes.count
    firstInput = sources.lowerBound
    inputCount = sources.count
    firstParameter = layers.last?.endOfParameters ?? 0
    activation = layer.activation
    bias = topology.biases[position]
    form = layer.form
    links = topology.links[position]
    linkCount = links?.linkCount ?? count * inputCount
    if case .tied(let other) = form {
      firstWeight = layers[other].firstParameter
    } else {
      firstWeight = firstParameter
    }
    sumsGradients = form.sharesParameters || topology.forms.contains(.tied(to: position))
    weightCount = topology.weightCount(ofLayer: position)
    biasCount = topology.biasCount(ofLayer: position)
    firstBias = firstParameter + weightCount
    endOfParameters = firstBias + biasCount
    trainedWeights = (layer.frozen.contains(.weights) ? firstBias : firstParameter)..<firstBias
    trainedBiases = firstBias..<(layer.frozen.contains(.bias) ? firstBias : endOfParameters)
    trained = trainedWeights.lowerBound..<trainedBiases.upperBound
  }

  /// The link into a node from another: its place among the layer's links; `nil` where there is none.
  func link(to j: Int, from i: Int) -> Int? {
    let (row, column) = (j - firstNode, i - firstInput)
    guard (0..<inputCount).contains(column) else { return nil }
    return links.map { $0.link(to: row, from: column)?.place } ?? (row * inputCount + column)
  }

  /// The node and the source of a link.
  func ends(ofLink n: Int) -> (to: Int, from: Int) {
    let (row, column) =
      links.map { $0.ends(ofLink: n) } ?? n.quotientAndRemainder(dividingBy: inputCount)
    return (firstNode + row, firstInput + column)
  }

  /// The link from a node to another: its place where the links lie by their sources.
  func linkBySource(from i: Int, to j: Int) -> Int? {
    guard (0..<count).contains(j - firstNode) else { return nil }
    guard let links else { return (i - firstInput) * count + j - firstNode }
    return link(to: j, from: i).map { links.placeBySource[$0] }
  }

  /// The source and the node of a link, by its place where the links lie by their sources.
  func ends(ofLinkBySource n: Int) -> (from: Int, to: Int) {
    guard let links else {
      let (row, column) = n.quotientAndRemainder(dividingBy: count)
      return (firstInput + row, firstNode + column)
    }
    return (firstInput + links.sourceOfFollower[n], firstNode + links.followers[n])
  }
}

/// The whole network's storage plan.
struct NetworkPlan: Sendable {
  let topology: Topology
  let layers: [LayerPlan]
  /// Whether the gradients of any weights are sums over several uses.
  let sumsGradients: Bool

  init(_ network: Network) {
    let topology = network.topology
    self.topology = topology
    layers = network.layers.reduce(into: []) { $0.append(LayerPlan($1, topology, behind: $0)) }
    sumsGradients = layers.contains(where: \.sumsGradients)
  }

  var nodeCount: Int { topology.nodes.count }
  var parameterCount: Int { layers.last?.endOfParameters ?? 0 }
}

extension NetworkPlan {
  /// A parameter's position in the flat storage, or `nil` where the network has no such parameter.
  func index(of parameter: Parameter) -> Int? {
    guard let layer = layer(of: parameter) else { return nil }
    switch parameter {
    case .weight(let j, let i):
      guard layer.form == .dense else { return nil }
      return layer.link(to: j, from: i).map { layer.firstParameter + $0 }
    case .bias(let j):
      let isOwn = layer.bias == .each && !layer.form.sharesParameters
      return isOwn ? layer.firstBias + j - layer.firstNode : nil
    case .shared(.weights, _, let n):
      let isKernel = layer.form.sharesParameters && (0..<layer.weightCount).contains(n)
      return isKernel ? layer.firstParameter + n : nil
    case .shared(.bias, _, let n):
      let isShared = layer.bias == .shared || layer.form.sharesParameters
      return isShared && (0..<layer.biasCount).contains(n) ? layer.firstBias + n : nil
    }
  }

  func layer(of parameter: Parameter) -> LayerPlan? {
    switch parameter {
    case .weight(let j, _), .bias(let j): layer(of: j)
    case .shared(_, let l, _): layers.indices.contains(l) ? layers[l] : nil
    }
  }

  /// The layer of a node; `nil` for an input, and for what is no node.
  func layer(of node: Int) -> LayerPlan? {
    topology.neurons.contains(node) ? layers[topology.layer(of: node)] : nil
  }
}
