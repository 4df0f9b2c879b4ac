package import ScalarBackprop

/// One way from a parameter to the loss: through a net value of every layer.
///
/// By the chain rule its share in ∂E/∂w is the product of the slopes along it: what the parameter
/// carries, then slope and weight of each layer, and ∂E/∂net of the output it ends in.
package struct Path: Hashable, Sendable {
  /// The nodes it goes through, the last one an output.
  package let nodes: [Int]
  /// What its share is the product of, but for the sign of δ.
  package let factors: [Factor]

  /// One factor of a path's share.
  package enum Factor: Hashable, Sendable {
    /// A quantity of the step.
    case quantity(Quantity)
    /// ∂out/∂out, what pooling passes on from one node to the next: 1 or 0 of the largest, or a share.
    case passed(to: Int, from: Int, Double)
  }
}

extension Derivation {
  /// How many paths lead from a parameter to the loss.
  package func pathCount(of parameter: Parameter) -> Int {
    // From the end: how many paths lead on from each node.
    let topology = symbols.topology
    var counts = Array(repeating: 1, count: topology.nodes.count)
    for node in topology.nodes.reversed() where !topology.outputs.contains(node) {
      counts[node] = topology.followers(of: node).reduce(0) { added($0, counts[$1]) }
    }
    return topology.uses(of: parameter).reduce(0) { added($0, counts[$1.to]) }
  }

  /// A sum that stays where it would be too large.
  private func added(_ a: Int, _ b: Int) -> Int {
    let (sum, isOver) = a.addingReportingOverflow(b)
    return isOver ? .max : sum
  }

  /// The paths from a parameter to the loss, one by one: where a parameter is used several times, those of
  /// each use.
  package func paths(of parameter: Parameter) -> [Path] {
    symbols.topology.uses(of: parameter).flatMap { use in
      routes(from: use.to).map {
        Path(nodes: $0, factors: factors(of: parameter, along: $0, from: use))
      }
    }
  }

  /// Every way from a node to an output.
  private func routes(from node: Int) -> [[Int]] {
    guard !symbols.topology.outputs.contains(node) else { return [[node]] }
    return symbols.topology.followers(of: node).flatMap { next in
      routes(from: next).map { [node] + $0 }
    }
  }

  /// The value of a factor.
  package func value(of factor: Path.Factor) -> Double {
    switch factor {
    case .quantity(let quantity): trace[quantity] ?? .nan
    case .passed(_, _, let share): share
    }
  }

  /// How much of a node's output pooling passes on.
  private func share(of i: Int, in k: Int, _ kind: Pooling) -> Double {
    switch kind {
    case .largest:
      first(largestOf: k) { trace[.output($0, .before)] ?? .nan } == i ? 1 : 0
    case .mean: 1 / Double(symbols.topology.sources(of: k).count)
    }
  }

  private func factors(
    of parameter: Parameter, along nodes: [Int], from use: Use
  ) -> [Path.Factor] {
    let topology = symbols.topology
    var factors: [Path.Factor] = []
    if let from = use.from {
      factors.append(.quantity(.output(from, .before)))
    } else if parameter.part == .weights {
      // The weight of subsampling multiplies the sum of its window.
      factors.append(.quantity(.sum(use.to, .before)))
    }
    for (a, b) in zip(nodes, nodes.dropFirst()) {
      if topology.forms[topology.layer(of: a)].hasNets {
        factors.append(.quantity(.slope(a)))
      }
      if let weight = topology.weight(to: b, from: a) {
        factors.append(.quantity(.parameter(.value, weight)))
      } else if case .pooling(let kind, _) = topology.forms[topology.layer(of: b)] {
        factors.append(.passed(to: b, from: a, share(of: a, in: b, kind)))
      }
    }
    return factors + [.quantity(.delta(nodes[nodes.count - 1]))]
  }

  /// The share of a path in ∂E by its parameter.
  package func share(of path: Path, in parameter: Parameter) -> Double {
    let product = path.factors.reduce(1) { $0 * value(of: $1) }
    return sign(of: parameter) * product
  }

  /// −1 where the δ of the notation, or a threshold, turns the product into ∂E's negative.
  package func sign(of parameter: Parameter) -> Double {
    let isDescent = notation.convention.deltaSign == .descent
    return isDescent == notation.convention.turns(parameter.part) ? 1 : -1
  }
}
