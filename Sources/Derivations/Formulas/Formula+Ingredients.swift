package import ScalarBackprop

extension Derivation {
  /// The quantities that a formula is worked out from, at the nodes of a step and in its sample.
  package func ingredients(of formula: Formula, at indices: Indices) -> [Place] {
    switch formula {
    case .number, .half, .constant, .remembered, .derivative, .variable: []
    case .quantity(let pattern):
      [trace.place(quantity(pattern, at: indices), sample: indices.sample)]
    case .sum(let parts), .product(let parts):
      parts.flatMap { ingredients(of: $0, at: indices) }
    case .quotient(let a, let b):
      ingredients(of: a, at: indices) + ingredients(of: b, at: indices)
    case .negative(let inner), .square(let inner), .squareRoot(let inner), .apply(_, let inner),
      .call(_, let inner):
      ingredients(of: inner, at: indices)
    case .series(let series, let term), .largest(let series, let term):
      terms(of: series, at: indices).flatMap { ingredients(of: term, at: $0) }
    case .surprise(_, let pass):
      symbols.topology.outputs.map { trace.place(.net($0, pass), sample: indices.sample) }
    case .choice(let condition, let then, let otherwise):
      ingredients(of: holds(condition, at: indices) ? then : otherwise, at: indices)
        + ingredients(of: condition, at: indices)
    }
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
