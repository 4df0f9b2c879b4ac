extension Network {
  /// Every parameter, layer by layer, weights before biases.
  public var parameters: [Parameter] {
    let topology = topology
    return layers.indices.flatMap(topology.parameters)
  }

  /// The value of every parameter, in the order of `parameters`.
  public var parameterValues: [Double] { layers.flatMap(\.parameters) }

  /// Those that training moves: of every layer the parts that are not frozen.
  package var trainableParameters: [Parameter] {
    let topology = topology
    return layers.indices.flatMap { l in
      topology.parameters(ofLayer: l).filter { !layers[l].frozen.contains($0.part) }
    }
  }

  /// The network with one parameter changed.
  ///
  /// - Parameters:
  ///   - parameter: one of `parameters`.
  ///   - value: any finite number.
  /// - Throws: `NetworkError` where the network has no such parameter, or the value is not finite.
  public func setting(_ parameter: Parameter, to value: Double) throws(NetworkError) -> Network {
    guard parameters.contains(parameter) else { throw .noSuchParameter(parameter) }
    return try replacingParameters { $0 == parameter ? value : $1 }
  }

  /// The network with every parameter replaced by what a function makes of it.
  ///
  /// - Throws: `NetworkError` where a value is not finite.
  public func replacingParameters(
    _ replacement: (Parameter, Double) -> Double
  ) throws(NetworkError) -> Network {
    let values = zip(parameters, parameterValues).map(replacement)
    return try Network(
      inputs: inputs, shape: inputShape, layers: replacing(parameters: values).layers, loss: loss)
  }
}

extension Layer {
  /// The layer's parameters in their flat order: weights, one row a neuron, then biases.
  var parameters: [Double] {
    let biases = sharedBias.map { [$0] } ?? neurons.compactMap(\.bias)
    return neurons.flatMap(\.weights) + biases
  }
}

extension Network {
  /// The same network with other parameters, given in the order of `parameters`.
  func replacing(parameters values: [Double]) -> Network {
    var values = values[...]
    var layers = layers
    for l in layers.indices {
      for n in layers[l].neurons.indices {
        let count = layers[l].neurons[n].weights.count
        layers[l].neurons[n].weights = Array(values.prefix(count))
        values.removeFirst(count)
      }
      if layers[l].sharedBias != nil { layers[l].sharedBias = values.removeFirst() }
      for n in layers[l].neurons.indices where layers[l].neurons[n].bias != nil {
        layers[l].neurons[n].bias = values.removeFirst()
      }
    }
    return Network(self, layers: layers)
  }

  /// A network that was checked, with layers of the same shape.
  private init(_ other: Network, layers: [Layer]) {
    inputs = other.inputs
    inputShape = other.inputShape
    self.layers = layers
    loss = other.loss
  }
}
