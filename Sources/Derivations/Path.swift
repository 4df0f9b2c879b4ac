package import ScalarBackprop

/// One way from a parameter to the loss: through a net value of every layer.
///
/// By the chain rule its share in ∂E/∂w is the product of the slopes along it: what the parameter
/// carries, then slope and weight of each layer, and ∂E/∂net of the output it ends in.
package struct Path: Hashable, Sendable {
  /// The nodes it goes through, the last one an output.
  package let nodes: [Int]
  /// The quantities whose product is its share, but for the sign of δ.
  package let factors: [Quantity]
}

extension Derivation {
  /// How many paths lead from a parameter to the loss.
  package func pathCount(of parameter: Parameter) -> Int {
    let (starts, layer) = starts(of: parameter)
    return symbols.layersBehind(layer).reduce(starts.count) { count, layer in
      let (product, isOver) = count.multipliedReportingOverflow(by: layer.count)
      return isOver ? .max : product
    }
  }

  /// The paths from a parameter to the loss.
  package func paths(of parameter: Parameter) -> [Path] {
    let (starts, layer) = starts(of: parameter)
    var routes = starts.map { [$0] }
    for next in symbols.layersBehind(layer) {
      routes = routes.flatMap { route in next.map { route + [$0] } }
    }
    return routes.map { nodes in
      var factors: [Quantity] = []
      if case .weight(_, let from) = parameter { factors.append(.output(from, .before)) }
      for (a, b) in zip(nodes, nodes.dropFirst()) {
        factors += [.slope(a), .parameter(.value, .weight(to: b, from: a))]
      }
      return Path(nodes: nodes, factors: factors + [.delta(nodes[nodes.count - 1])])
    }
  }

  /// The share of a path in ∂E by its parameter.
  package func share(of path: Path, in parameter: Parameter) -> Double {
    let product = path.factors.reduce(1) { $0 * (trace[$1] ?? .nan) }
    return sign(of: parameter) * product
  }

  /// −1 where the δ of the notation, or a threshold, turns the product into ∂E's negative.
  package func sign(of parameter: Parameter) -> Double {
    let isDescent = notation.convention.deltaSign == .descent
    return isDescent == notation.convention.turns(parameter.part) ? 1 : -1
  }

  /// The nodes whose net value a parameter stands in, and their layer.
  private func starts(of parameter: Parameter) -> (nodes: [Int], layer: Int) {
    switch parameter {
    case .weight(let j, _), .bias(let j): ([j], symbols.topology.layer(of: j))
    case .shared(_, let l, _): (Array(symbols.topology.nodes(ofLayer: l)), l)
    }
  }
}

extension Symbols {
  /// The nodes of each layer behind one.
  fileprivate func layersBehind(_ layer: Int) -> [Range<Int>] {
    Array(topology.layers.dropFirst(layer + 1))
  }
}
