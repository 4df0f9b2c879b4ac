internal import Derivations
internal import ScalarBackprop
internal import Texts

/// How tightly a formula holds together; what is looser than its place needs brackets.
enum Binding: Int, Comparable {
  case sum, product, power

  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

/// The walk over one formula.
struct FormulaPen {
  let text: FormulaText
  let form: FormulaText.Form
  var buffer: TextBuffer
  /// Where the formula begins in the buffer.
  let start: Int

  mutating func write(_ formula: Formula, _ indices: Indices, _ place: Binding) {
    switch formula {
    case .number(let number): write(number: NumberFormat.significant(6).text(number), place)
    case .half: buffer.append("½")
    case .quantity(let pattern): write(pattern.map { indices[$0] }, place)
    case .constant(let constant): write(constant, place)
    case .sum(let terms):
      bracket(.sum, in: place) { $0.write(sum: terms, indices) }
    case .negative(let inner):
      bracket(.sum, in: place) {
        $0.buffer.append("−")
        $0.write(inner, indices, .product)
      }
    case .product(let factors):
      bracket(.product, in: place) { $0.write(product: factors, indices) }
    case .quotient(let a, let b):
      bracket(.product, in: place) {
        $0.write(a, indices, .product)
        $0.buffer.append("/")
        $0.write(b, indices, .power)
      }
    case .square(let base):
      write(base, indices, .power)
      buffer.append("²")
    case .squareRoot(let inner): call("√", inner, indices)
    case .apply(let function, let inner): write(function, inner, indices, place)
    case .series(let series, let term): write(series, term, indices, place)
    case .surprise(let node, let pass): writeSurprise(of: indices[node], pass)
    case .choice(let condition, let then, let otherwise):
      let holds = text.derivation.holds(condition, at: indices)
      write(holds ? then : otherwise, indices, place)
    }
  }

  /// The condition behind a choice: [net_4 > 0].
  mutating func write(_ condition: Formula.Condition, _ indices: Indices) {
    let holds = text.derivation.holds(condition, at: indices)
    switch condition {
    case .positive(let formula): comparison(formula, holds ? " > 0" : " ≤ 0", indices)
    case .notNegative(let formula): comparison(formula, holds ? " ≥ 0" : " < 0", indices)
    case .atMostOne(let formula): comparison(formula, holds ? " ≤ 1" : " > 1", indices)
    case .sameNode: break
    }
  }

  mutating func comparison(_ formula: Formula, _ relation: String, _ indices: Indices) {
    buffer.append("  [")
    write(formula, indices, .sum)
    buffer.append(relation + "]")
  }

  mutating func bracket(
    _ binding: Binding, in place: Binding, _ body: (inout FormulaPen) -> Void
  ) {
    guard binding < place else { return body(&self) }
    buffer.append("(")
    body(&self)
    buffer.append(")")
  }

  mutating func write(sum terms: [Formula], _ indices: Indices) {
    for (n, term) in terms.enumerated() {
      if n > 0, case .negative(let inner) = term {
        buffer.append(" − ")
        write(inner, indices, .product)
      } else {
        if n > 0 { buffer.append(" + ") }
        write(term, indices, n == 0 ? .sum : .product)
      }
    }
  }

  mutating func write(product factors: [Formula], _ indices: Indices) {
    for (n, factor) in factors.enumerated() {
      if n > 0 { buffer.append("·") }
      write(factor, indices, .product)
    }
  }

  mutating func write(
    _ series: Formula.Series, _ term: Formula, _ indices: Indices, _ place: Binding
  ) {
    let nodes = text.derivation.symbols.nodes(of: series, indices)
    bracket(nodes.count > 1 ? .sum : .product, in: place) { pen in
      for node in nodes {
        if node != nodes.first { pen.buffer.append(" + ") }
        let binding: Binding = node == nodes.first && place == .sum ? .sum : .product
        pen.write(term, indices.setting(series, to: node), binding)
      }
    }
  }

  mutating func call(_ name: String, _ inner: Formula, _ indices: Indices) {
    buffer.append(name + "(")
    write(inner, indices, .sum)
    buffer.append(")")
  }
}
