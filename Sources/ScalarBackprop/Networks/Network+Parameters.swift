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
