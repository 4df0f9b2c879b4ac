/// Where the numbers of a layer stand in the flat storage of a run.
///
/// A layer's parameters lie together: its weights, one row a neuron, then its biases.
struct LayerPlan: Sendable {
  var firstNode: Int
  var count: Int
  var firstInput: Int
  var inputCount: Int
  var firstParameter: Int
  var activation: Activation
  var bias: BiasKind
  var trainsWeights: Bool
  var trainsBias: Bool
  /// The layer's own position, counted from 0.
  var position: Int

  var weightCount: Int { count * inputCount }
  var biasCount: Int {
    switch bias {
    case .absent: 0
    case .shared: 1
    case .each: count
    }
  }
  var firstBias: Int { firstParameter + weightCount }
  var endOfParameters: Int { firstBias + biasCount }
  /// How far the bias moves from one neuron to the next: not at all where it is shared.
  var biasStride: Int { bias == .each ? 1 : 0 }

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

  /// The parameters that an update changes, as a range of the flat storage.
  var trained: Range<Int> {
    let start = trainsWeights ? firstParameter : firstBias
    let end = trainsBias ? endOfParameters : firstBias
    return start..<max(start, end)
  }
}

/// The whole network's storage plan.
struct NetworkPlan: Sendable {
  var layers: [LayerPlan] = []
  var nodeCount: Int
  var parameterCount = 0
  /// The layer of each node after the inputs, counted from 0.
  var layerOfNode: [Int]

  init(_ network: Network) {
    nodeCount = network.inputs.count
    layerOfNode = Array(repeating: -1, count: nodeCount)
    var firstInput = 0
    for (position, layer) in network.layers.enumerated() {
      let plan = LayerPlan(
        firstNode: nodeCount, count: layer.neurons.count,
        firstInput: firstInput, inputCount: nodeCount - firstInput,
        firstParameter: parameterCount, activation: layer.activation,
        bias: layer.biasKind ?? .absent,
        trainsWeights: !layer.frozen.contains(.weights),
        trainsBias: !layer.frozen.contains(.bias), position: position)
      layers.append(plan)
      firstInput = nodeCount
      nodeCount += plan.count
      parameterCount = plan.endOfParameters
      layerOfNode += Array(repeating: position, count: plan.count)
    }
  }
}
