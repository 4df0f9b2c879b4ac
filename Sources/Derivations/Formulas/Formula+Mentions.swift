extension Formula {
  /// Whether the formula names a quantity at an index variable, in place of spelling it out.
  package func mentions(_ quantity: QuantityPattern) -> Bool {
    switch self {
    case .quantity(let own): own == quantity
    case .number, .half, .constant, .remembered, .surprise, .derivative, .variable: false
    case .sum(let parts), .product(let parts): parts.contains { $0.mentions(quantity) }
    case .quotient(let a, let b): a.mentions(quantity) || b.mentions(quantity)
    case .negative(let inner), .square(let inner), .squareRoot(let inner), .apply(_, let inner),
      .series(_, let inner), .largest(_, let inner), .call(_, let inner):
      inner.mentions(quantity)
    case .choice(_, let then, let otherwise):
      then.mentions(quantity) || otherwise.mentions(quantity)
    }
  }
}
