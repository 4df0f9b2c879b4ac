extension Network {
  /// Every parameter, layer by layer, weights before biases.
  public var parameters: [Parameter] {
    NetworkPlan(self).layers.flatMap { layer in
      (0..<layer.weightCount).map { layer.parameter($0, .weights) }
        + (0..<layer.biasCount).map { layer.parameter($0, .bias) }
    }
  }

  /// The network with one parameter changed.
  ///
  /// - Parameters:
  ///   - parameter: one of `parameters`.
  ///   - value: any finite number.
  /// - Throws: `NetworkError` where the network has no such parameter, or the value is not finite.
  public func setting(_ parameter: Parameter, to value: Double) throws(NetworkError) -> Network {
    var layers = layers
    let plan = NetworkPlan(self)
    guard parameters.contains(parameter) else { throw .noSuchParameter(parameter) }
    switch parameter {
    case .weight(let j, let i):
      let layer = plan.layers[plan.layerOfNode[j]]
      layers[layer.position].neurons[j - layer.firstNode].weights[i - layer.firstInput] = value
    case .bias(let j):
      let layer = plan.layers[plan.layerOfNode[j]]
      layers[layer.position].neurons[j - layer.firstNode].bias = value
    case .sharedBias(let l): layers[l].sharedBias = value
    }
    return try Network(inputs: inputs, layers: layers, loss: loss)
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
    self.layers = layers
    loss = other.loss
  }
}
