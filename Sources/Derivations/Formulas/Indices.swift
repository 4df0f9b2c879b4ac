package import ScalarBackprop

/// The nodes that stand in place of a rule's index variables, by position in the network.
package struct Indices: Hashable, Sendable {
  /// The node the step is about, or its end of a connection; 0 where there is none.
  package var j = 0
  /// The node whose output comes in; 0 where there is none.
  package var i = 0
  /// The node of the next layer, or the other output; 0 where there is none.
  package var k = 0
  /// The sample's place in the batch; `nil` for what the batch has in common.
  package var sample: Int?

  /// The node that stands in place of an index variable.
  package subscript(variable: IndexVariable) -> Int {
    switch variable {
    case .j: j
    case .i: i
    case .k: k
    }
  }

  /// No nodes in particular, for a rule.
  package init() {}

  /// The nodes of a quantity that a rule leads to.
  package init(of quantity: Quantity) {
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

extension Derivation {
  /// What a series runs over: nodes, or places in the batch.
  package func range(of series: Formula.Series, _ indices: Indices) -> Range<Int> {
    switch series {
    case .incoming: symbols.topology.nodes(ofLayer: symbols.topology.layer(of: indices.j) - 1)
    case .outgoing: symbols.topology.nodes(ofLayer: symbols.topology.layer(of: indices.j) + 1)
    case .outputs: symbols.topology.outputs
    case .layer(let l): symbols.topology.nodes(ofLayer: l)
    case .samples: trace.samples.indices
    }
  }
}

extension Symbols {
  /// The letter of the variable that runs, in a rule about any node j of a layer.
  package func letter(of series: Formula.Series, layer: Int) -> String {
    switch series {
    case .incoming: letter(of: .i, layer: layer)
    case .outgoing, .outputs: letter(of: .k, layer: layer)
    case .layer: letter(of: .j, layer: layer)
    case .samples: sampleLetter
    }
  }
}

extension Indices {
  /// The same nodes with the series' own variable at one of its places.
  package func setting(_ series: Formula.Series, to place: Int) -> Indices {
    var result = self
    switch series {
    case .incoming: result.i = place
    case .outgoing, .outputs: result.k = place
    case .layer: result.j = place
    case .samples: result.sample = place
    }
    return result
  }
}
