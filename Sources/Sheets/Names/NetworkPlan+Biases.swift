internal import ScalarBackprop

// Which biases indices mean.

extension NetworkPlan {
  /// The biases that indices mean, in the order of the value's numbers.
  func biases(_ name: Name, _ shape: Shape, _ way: Numbering) -> [Parameter]? {
    switch shape {
    case .one:
      if name.indices.isEmpty { return only().flatMap(own) }
      if name.indices.count == 1, let number = name.indices[0].number {
        let l = number - way.inputLayer - 1
        if layers.indices.contains(l), biases[l] == .shared { return [.shared(.bias, layer: l, 0)] }
      }
      guard let node = nodes(name, count: nil, way)?.first else { return nil }
      return own(node)
    case .list(let count):
      if name.indices.isEmpty, layers.count == 1, outputs.count == count {
        return outputs.map { .bias($0) }
      }
      guard name.indices.count == 1, !way.isThrough, !way.isOrdinal,
        let number = name.indices[0].number
      else { return nil }
      let l = number - way.inputLayer - 1
      guard layers.indices.contains(l), layers[l].count == count, biases[l] == .each else {
        return nil
      }
      return layers[l].map { .bias($0) }
    case .matrix(let rows, let columns):
      return rows == 1 ? biases(name, .list(columns), way) : nil
    }
  }

  /// The neuron that a bias without a number belongs to: the only one that is alone in its layer.
  private func only() -> Int? {
    let alone = layers.filter { $0.count == 1 }
    return alone.count == 1 ? alone[0].lowerBound : nil
  }

  func own(_ node: Int) -> [Parameter]? {
    topology.bias(of: node).map { [$0] }
  }
}
