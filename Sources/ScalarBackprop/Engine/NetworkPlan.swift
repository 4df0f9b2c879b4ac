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

  /// Places a layer after so many parameters.
  init(_ layer: Layer, position: Int, _ topology: Topology, firstParameter: Int) {
    let (nodes, sources) = (topology.layers[position], topology.sources(ofLayer: position))
    firstNode = nodes.lowerBound
    count = nodes.count
    firstInput = sources.lowerBound
    inputCount = sources.count
    self.firstParameter = firstParameter
    activation = layer.activation
    let bias = topology.biases[position]
    self.bias = bias
    self.position = position
    weightCount = count * inputCount
    biasCount = bias == .each ? count : bias == .shared ? 1 : 0
    firstBias = firstParameter + weightCount
    endOfParameters = firstBias + biasCount
    trainedWeights = (layer.frozen.contains(.weights) ? firstBias : firstParameter)..<firstBias
    trainedBiases = firstBias..<(layer.frozen.contains(.bias) ? firstBias : endOfParameters)
    trained = trainedWeights.lowerBound..<trainedBiases.upperBound
  }

  /// The parameter at a place of one part of the layer's parameters.
  func parameter(_ n: Int, _ part: ParameterPart) -> Parameter {
    switch part {
    case .weights:
      let (row, column) = n.quotientAndRemainder(dividingBy: inputCount)
      return .weight(to: firstNode + row, from: firstInput + column)
    case .bias:
      return bias == .shared ? .sharedBias(layer: position) : .bias(firstNode + n)
    }
  }
}

/// The whole network's storage plan.
struct NetworkPlan: Sendable {
  let topology: Topology
  private(set) var layers: [LayerPlan] = []
  private(set) var parameterCount = 0

  init(_ network: Network) {
    topology = network.topology
    for (position, layer) in network.layers.enumerated() {
      let plan = LayerPlan(
        layer, position: position, topology, firstParameter: parameterCount)
      layers.append(plan)
      parameterCount = plan.endOfParameters
    }
  }

  var nodeCount: Int { topology.nodes.count }
}

extension NetworkPlan {
  /// A parameter's position in the flat storage, or `nil` where the network has no such parameter.
  func index(of parameter: Parameter) -> Int? {
    guard let layer = layer(of: parameter) else { return nil }
    switch parameter {
    case .weight(let j, let i): return weight(layer, j, i)
    case .bias(let j): return layer.bias == .each ? layer.firstBias + j - layer.firstNode : nil
    case .sharedBias: return layer.bias == .shared ? layer.firstBias : nil
    }
  }

  func layer(of parameter: Parameter) -> LayerPlan? {
    switch parameter {
    case .weight(let j, _), .bias(let j): layer(of: j)
    case .sharedBias(let l): layers.indices.contains(l) ? layers[l] : nil
    }
  }

  /// The layer of a node; `nil` for an input, and for what is no node.
  func layer(of node: Int) -> LayerPlan? {
    topology.neurons.contains(node) ? layers[topology.layer(of: node)] : nil
  }

  /// The position of the weight into j from i, where i comes into the layer.
  func weight(_ layer: LayerPlan, _ j: Int, _ i: Int) -> Int? {
    let column = i - layer.firstInput
    guard (0..<layer.inputCount).contains(column) else { return nil }
    return layer.firstParameter + (j - layer.firstNode) * layer.inputCount + column
  }
}
