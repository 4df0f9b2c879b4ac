extension Network {
  /// What the layers behind a hidden one make of its outputs, as a network of its own.
  ///
  /// - Parameter layer: counted from 0; not the output layer.
  /// - Throws: `NetworkError` where no layer is left.
  public func part(behind layer: Int) throws(NetworkError) -> Network {
    try Network(
      inputs: layers[layer].neurons.map(\.name), layers: Array(layers.dropFirst(layer + 1)),
      loss: loss)
  }
}
