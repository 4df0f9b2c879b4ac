public import ScalarBackprop

/// The nodes that stand in place of a rule's index variables, by position in the network.
public struct Indices: Hashable, Sendable {
  /// The node the step is about, or its end of a connection; 0 where there is none.
  public var j = 0
  /// The node whose output comes in; 0 where there is none.
  public var i = 0
  /// The node of the next layer, or the other output; 0 where there is none.
  public var k = 0

  /// The node that stands in place of an index variable.
  public subscript(variable: IndexVariable) -> Int {
    switch variable {
    case .j: j
    case .i: i
    case .k: k
    }
  }

  /// No nodes in particular, for a rule.
  public init() {}

  /// The nodes of a quantity that a rule leads to.
  public init(of quantity: Quantity) {
    switch quantity {
    case .input(let n): i = n
    case .parameter(_, let parameter):
      switch parameter {
      case .weight(let to, let from): (j, i) = (to, from)
      case .bias(let n): j = n
      case .sharedBias: break
      }
    case .product(let to, let from, _): (j, i) = (to, from)
    case .target(let n), .sum(let n, _), .net(let n, _), .output(let n, _), .outputLoss(let n, _),
      .error(let n), .slope(let n), .delta(let n):
      j = n
    case .loss: break
    case .back(let from, let to): (k, j) = (from, to)
    case .jacobian(let of, let by): (k, j) = (of, by)
    }
  }
}

extension Symbols {
  /// The nodes that a series runs over.
  public func nodes(of series: Formula.Series, _ indices: Indices) -> Range<Int> {
    switch series {
    case .incoming: nodes(ofLayer: layer(of: indices.j) - 1)
    case .outgoing: nodes(ofLayer: layer(of: indices.j) + 1)
    case .outputs: outputs
    case .layer(let l): nodes(ofLayer: l)
    }
  }
}

extension Formula.Series {
  /// The index variable that runs.
  public var variable: IndexVariable {
    switch self {
    case .incoming: .i
    case .outgoing, .outputs: .k
    case .layer: .j
    }
  }
}

extension Indices {
  /// The same nodes with the series' own variable at one of its nodes.
  public func setting(_ series: Formula.Series, to node: Int) -> Indices {
    var result = self
    switch series.variable {
    case .i: result.i = node
    case .j: result.j = node
    case .k: result.k = node
    }
    return result
  }
}
