extension Network {
  /// Every parameter, layer by layer, weights before biases.
  public var parameters: [Parameter] {
    NetworkPlan(self).layers.flatMap { layer in
      (0..<layer.weightCount).map { layer.parameter($0, .weights) }
        + (0..<layer.biasCount).map { layer.parameter($0, .bias) }
    }
  }

  /// The value of every parameter, in the order of `parameters`.
  public var parameterValues: [Double] { layers.flatMap(\.parameters) }

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
    var layers = layers
    for plan in NetworkPlan(self).layers {
      let l = plan.position
      for n in 0..<plan.count {
        for i in 0..<plan.inputCount {
          let weight = Parameter.weight(to: plan.firstNode + n, from: plan.firstInput + i)
          layers[l].neurons[n].weights[i] = replacement(weight, layers[l].neurons[n].weights[i])
        }
        layers[l].neurons[n].bias = layers[l].neurons[n].bias.map {
          replacement(.bias(plan.firstNode + n), $0)
        }
      }
      layers[l].sharedBias = layers[l].sharedBias.map { replacement(.sharedBias(layer: l), $0) }
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
