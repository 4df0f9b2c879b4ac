package import ScalarBackprop

/// The nodes that stand in place of a rule's index variables, by position in the network.
package struct Indices: Hashable, Sendable {
  /// The node the step is about, or its end of a connection; 0 where there is none.
  package var j = 0
  /// The node whose output comes in; 0 where there is none.
  package var i = 0
  /// The node of the next layer, or the other output; 0 where there is none.
  package var k = 0
  /// The parameter the step is about, where several nodes use it.
  package var parameter: Parameter?
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
      case .shared: self.parameter = parameter
      }
    case .product(let to, let from, _): (j, i) = (to, from)
    case .target(let n), .sum(let n, _), .scaledSum(let n, _), .net(let n, _), .output(let n, _),
      .outputLoss(let n, _),
      .error(let n), .slope(let n), .delta(let n):
      j = n
    case .loss: break
    case .back(let from, let to): (k, j) = (from, to)
    case .jacobian(let of, let by): (k, j) = (of, by)
    }
  }
}

extension Derivation {
  /// What a series takes one after the other: the indices of each of its terms.
  package func terms(of series: Formula.Series, at indices: Indices) -> SeriesTerms {
    let topology = symbols.topology
    let members: SeriesTerms.Members =
      switch series {
      case .incoming: .nodes(topology.sources(of: indices.j))
      case .outgoing: .nodes(topology.followers(of: indices.j))
      case .outputs: .range(topology.outputs)
      case .layer(let l): .range(topology.layers[l])
      case .uses:
        .uses(topology.uses(of: indices.parameter ?? .weight(to: indices.j, from: indices.i)))
      case .samples: .range(trace.samples.indices)
      }
    return SeriesTerms(series: series, members: members, indices: indices)
  }

  /// The quantity that a pattern stands for.
  package func quantity(_ pattern: QuantityPattern, at indices: Indices) -> Quantity {
    guard case .parameter(let role, let parameter) = pattern else {
      return pattern.map { indices[$0] }
    }
    return .parameter(role, self.parameter(parameter, at: indices))
  }

  /// The parameter that a pattern stands for: the one at some nodes may be that of others, too. The
  /// weight from a node to itself is the one that its sum is multiplied with.
  package func parameter(
    _ pattern: ParameterAt<IndexVariable>, at indices: Indices
  ) -> Parameter {
    let topology = symbols.topology
    switch pattern {
    case .weight(let j, let i):
      let (to, from) = (indices[j], indices[i])
      let source = j == i ? topology.sources(of: to).first ?? from : from
      return topology.weight(to: to, from: source) ?? .weight(to: to, from: from)
    case .bias(let j): return topology.bias(of: indices[j]) ?? .bias(indices[j])
    case .shared(let part, let l, let n): return indices.parameter ?? .shared(part, layer: l, n)
    }
  }
}

/// The indices of each term of a series.
package struct SeriesTerms: RandomAccessCollection {
  enum Members {
    case range(Range<Int>)
    case nodes(Nodes)
    case uses([Use])
  }

  let series: Formula.Series
  let members: Members
  let indices: Indices

  package var startIndex: Int { 0 }
  package var endIndex: Int {
    switch members {
    case .range(let range): range.count
    case .nodes(let nodes): nodes.count
    case .uses(let uses): uses.count
    }
  }

  package subscript(place: Int) -> Indices {
    switch members {
    case .range(let range): indices.setting(series, to: range.lowerBound + place)
    case .nodes(let nodes): indices.setting(series, to: nodes[place])
    case .uses(let uses): indices.setting(uses[place])
    }
  }
}

extension Symbols {
  /// The letter of the variable that runs, in a rule about any node j of a layer.
  package func letter(of series: Formula.Series, layer: Int) -> String {
    switch series {
    case .incoming: windowLetters(layer) ?? letter(of: .i, layer: layer)
    case .outgoing, .outputs: letter(of: .k, layer: layer)
    case .uses: positionLetters(layer) ?? letter(of: .j, layer: layer)
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
    case .layer, .uses: result.j = place
    case .samples: result.sample = place
    }
    return result
  }

  /// The nodes at which a parameter is used.
  func setting(_ use: Use) -> Indices {
    var result = self
    result.j = use.to
    if let from = use.from { result.i = from }
    return result
  }
}
