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

  /// The weights, and the biases, that an update changes, as ranges of the flat storage.
  private(set) var trainedWeights = 0..<0
  private(set) var trainedBiases = 0..<0

  /// The parameters that an update changes.
  var trained: Range<Int> { trainedWeights.lowerBound..<trainedBiases.upperBound }

  /// Marks what is trained; what is frozen becomes an empty range where its other part begins.
  mutating func train(weights: Bool, biases: Bool) {
    trainedWeights = (weights ? firstParameter : firstBias)..<firstBias
    trainedBiases = firstBias..<(biases ? endOfParameters : firstBias)
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
      var plan = LayerPlan(
        firstNode: nodeCount, count: layer.neurons.count,
        firstInput: firstInput, inputCount: nodeCount - firstInput,
        firstParameter: parameterCount, activation: layer.activation,
        bias: layer.biasKind ?? .absent, position: position)
      plan.train(
        weights: !layer.frozen.contains(.weights), biases: !layer.frozen.contains(.bias))
      layers.append(plan)
      firstInput = nodeCount
      nodeCount += plan.count
      parameterCount = plan.endOfParameters
      layerOfNode += Array(repeating: position, count: plan.count)
    }
  }
}
