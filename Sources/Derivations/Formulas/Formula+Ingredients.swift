package import ScalarBackprop

extension Derivation {
  /// The quantities that a formula is worked out from, at the nodes of a step and in its sample. Of
  /// a choice they are those of the branch that holds; with `allBranches` of all of them, as other
  /// values than those of the trace may choose otherwise.
  package func ingredients(
    of formula: Formula, at indices: Indices, allBranches: Bool = false
  ) -> [Place] {
    func all(_ formula: Formula, _ indices: Indices) -> [Place] {
      ingredients(of: formula, at: indices, allBranches: allBranches)
    }
    switch formula {
    case .number, .half, .constant, .remembered, .derivative, .variable: return []
    case .quantity(let pattern):
      return [trace.place(quantity(pattern, at: indices), sample: indices.sample)]
    case .sum(let parts), .product(let parts): return parts.flatMap { all($0, indices) }
    case .quotient(let a, let b): return all(a, indices) + all(b, indices)
    case .negative(let inner), .square(let inner), .squareRoot(let inner), .apply(_, let inner),
      .call(_, let inner):
      return all(inner, indices)
    case .series(let series, let term), .largest(let series, let term):
      return terms(of: series, at: indices).flatMap { all(term, $0) }
    case .surprise(_, let pass):
      return symbols.topology.outputs.map { trace.place(.net($0, pass), sample: indices.sample) }
    case .choice(let condition, let then, let otherwise):
      let branches =
        allBranches ? [then, otherwise] : [holds(condition, at: indices) ? then : otherwise]
      return branches.flatMap { all($0, indices) } + ingredients(of: condition, at: indices)
    }
  }

  /// Those of them that only say which value is the largest.
  package func choosers(of formula: Formula, at indices: Indices) -> [Place] {
    guard case .choice(let condition, _, _) = formula, case .isLargest = condition else {
      return []
    }
    return ingredients(of: condition, at: indices)
  }

  private func ingredients(of condition: Formula.Condition, at indices: Indices) -> [Place] {
    switch condition {
    case .positive(let formula), .notNegative(let formula), .atMostOne(let formula),
      .equals(let formula, _):
      ingredients(of: formula, at: indices)
    case .sameNode: []
    case .isLargest:
      symbols.topology.sources(of: indices.k).map {
        trace.place(.output($0, .before), sample: indices.sample)
      }
    }
  }

  /// A quantity and everything it came from, down to inputs and parameters; in a batch, in all of its
  /// samples.
  package func origins(of quantity: Quantity) -> Set<Quantity> {
    var found: Set<Place> = []
    let all = [nil] + trace.samples.indices.map { Optional($0) }
    var open = all.map { Place(quantity, sample: trace.isBatch ? $0 : nil) }
    while let next = open.popLast() {
      let place = canonical(next)
      guard let block = trace.block(of: next), found.insert(place).inserted, block.isListed,
        let formula = rule(of: block).formula
      else { continue }
      var indices = Indices(of: next.quantity)
      indices.sample = next.sample
      open += ingredients(of: formula, at: indices).map(canonical)
    }
    return Set(found.map(\.quantity))
  }

  /// The output of an input node is the input itself.
  package func canonical(_ quantity: Quantity) -> Quantity {
    if case .output(let i, _) = quantity, symbols.topology.layer(of: i) < 0 { return .input(i) }
    return quantity
  }

  /// The same at a place.
  package func canonical(_ place: Place) -> Place {
    Place(canonical(place.quantity), sample: place.sample)
  }
}
