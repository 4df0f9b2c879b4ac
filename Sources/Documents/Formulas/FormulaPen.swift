internal import Derivations
internal import ScalarBackprop
internal import Texts

/// How tightly a formula holds together; what is looser than its place needs brackets.
enum Binding: Int, Comparable {
  /// a + b, or a minus that stands first.
  case sum
  /// A term of a sum: a product or a quotient.
  case product
  /// A factor of a product, which may be a product but no quotient.
  case factor
  /// What is raised to a power.
  case power

  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

/// The walk over one formula, the same in every way of writing it.
struct FormulaPen<Glyphs: MathGlyphs> {
  let writer: FormulaWriter<Glyphs>
  let form: FormulaForm
  var buffer: TextBuffer
  /// Where the formula begins in the buffer.
  let start: Int
  /// Whether every quantity of a sample bears its number.
  var marksSamples = false
  /// Whether it writes within a fraction or an exponent, where no line can end.
  var isWithin = false

  var derivation: Derivation { writer.derivation }

  mutating func mark(_ mark: MathMark) { Glyphs.mark(mark, into: &buffer) }

  mutating func write(_ formula: Formula, _ indices: Indices, _ place: Binding) {
    switch formula {
    case .number(let number): write(number: NumberFormat.significant(6).text(number), place)
    case .half: mark(.half)
    case .quantity(let pattern): write(pattern, indices, place)
    case .constant(let constant): write(constant, indices, place)
    case .remembered(let state, let parameter): write(state, parameter, indices, place)
    case .sum(let terms): bracket(formula, .sum, in: place) { $0.write(sum: terms, indices) }
    case .negative(let inner):
      bracket(formula, .sum, in: place) {
        $0.mark(.negation)
        $0.write(inner, indices, .product)
      }
    case .product(let factors):
      bracket(formula, .factor, in: place) { $0.write(product: factors, indices) }
    case .quotient(let a, let b):
      bracket(formula, .product, in: place, isClosed: Glyphs.isTwoDimensional) {
        $0.fraction({ $0.write(a, indices, $1) }, { $0.write(b, indices, $1) })
      }
    case .square(let base): square { $0.write(base, indices, .power) }
    case .squareRoot(let inner):
      mark(.beginRoot)
      write(inner, indices, .sum)
      mark(.endRoot)
    case .apply(let function, let inner): write(function, inner, indices, place)
    case .series(let series, let term): write(series, term, formula, indices, place)
    case .largest(let series, let term): write(largest: series, term, indices)
    case .surprise(let node, let pass): writeSurprise(of: node, pass, indices)
    case .choice(let condition, let then, let otherwise):
      write(choice: condition, then, otherwise, indices, place)
    case .derivative(let of, let by): write(derivativeOf: of, by: by, indices)
    case .variable(let name): Glyphs.letter(name, into: &buffer)
    case .call(let name, let inner): call(name, inner, indices)
    }
  }

  /// Writes something in brackets where its place holds together more tightly; one that is closed by
  /// a fraction bar needs them only to be raised to a power.
  mutating func bracket(
    _ formula: Formula?, _ binding: Binding, in place: Binding, isClosed: Bool = false,
    _ body: (inout FormulaPen) -> Void
  ) {
    guard binding < place, !isClosed || place == .power else { return body(&self) }
    let isTall = Glyphs.isTwoDimensional && (isClosed || formula?.isTall(form) ?? false)
    mark(.open(isTall: isTall))
    body(&self)
    mark(.close(isTall: isTall))
  }

  mutating func fraction(
    _ a: (inout FormulaPen, Binding) -> Void, _ b: (inout FormulaPen, Binding) -> Void
  ) {
    let outer = isWithin
    isWithin = true
    mark(.beginFraction)
    a(&self, Glyphs.isTwoDimensional ? .sum : .factor)
    mark(.middleFraction)
    b(&self, Glyphs.isTwoDimensional ? .sum : .power)
    mark(.endFraction)
    isWithin = outer
  }

  mutating func square(_ base: (inout FormulaPen) -> Void) {
    mark(.beginSquare)
    base(&self)
    mark(.endSquare)
  }

  /// e raised to something.
  mutating func power(_ exponent: (inout FormulaPen, Binding) -> Void) {
    let outer = isWithin
    isWithin = true
    mark(.beginExponential)
    exponent(&self, Glyphs.isTwoDimensional ? .sum : .power)
    mark(.endExponential)
    isWithin = outer
  }

  mutating func call(_ name: String, _ inner: Formula, _ indices: Indices) {
    let isTall = Glyphs.isTwoDimensional && inner.isTall(form)
    Glyphs.function(name, into: &buffer)
    mark(.open(isTall: isTall))
    write(inner, indices, .sum)
    mark(.close(isTall: isTall))
  }

  private mutating func write(sum terms: [Formula], _ indices: Indices) {
    for (n, term) in terms.enumerated() {
      if n > 0, case .negative(let inner) = term {
        mark(.minus)
        write(inner, indices, .product)
      } else {
        if n > 0 { mark(.plus) }
        write(term, indices, n == 0 ? .sum : .product)
      }
    }
  }

  private mutating func write(product factors: [Formula], _ indices: Indices) {
    for (n, factor) in factors.enumerated() {
      if n > 0 { mark(.times) }
      write(factor, indices, .factor)
    }
  }

  private mutating func write(
    _ series: Formula.Series, _ term: Formula, _ formula: Formula, _ indices: Indices,
    _ place: Binding
  ) {
    if case .general(let layer, _) = form {
      let index = derivation.symbols.letter(of: series, layer: layer)
      return bracket(formula, .sum, in: place) {
        Glyphs.sumSign(over: index, into: &$0.buffer)
        $0.each(series) { $0.write(term, indices, .product) }
      }
    }
    let terms = derivation.terms(of: series, at: indices)
    // A node that leads nowhere has a sum of nothing.
    guard let last = terms.last else { return write(number: "0", place) }
    let isLong = series == .samples && terms.count > Self.mostSamples
    bracket(term, terms.count > 1 ? .sum : .factor, in: place) { pen in
      for (n, indices) in (isLong ? terms.prefix(3) : terms[...]).enumerated() {
        if n > 0, let end = pen.writer.lineEnd, !pen.isWithin, n % end.terms == 0 {
          pen.buffer.append(end.text)
        }
        if n > 0 { pen.mark(.plus) }
        let binding: Binding = n == 0 && place == .sum ? .sum : .product
        pen.each(series) { $0.write(term, indices, binding) }
      }
      guard isLong else { return }
      pen.mark(.plus)
      pen.mark(.dots)
      pen.mark(.plus)
      pen.each(series) { $0.write(term, last, .product) }
    }
  }

  /// max(a, b, c), or in a rule max_i a_i.
  private mutating func write(
    largest series: Formula.Series, _ term: Formula, _ indices: Indices
  ) {
    Glyphs.function("max", into: &buffer)
    mark(.open(isTall: false))
    if case .general = form {
      write(term, indices, .sum)
    } else {
      for (n, indices) in derivation.terms(of: series, at: indices).enumerated() {
        if n > 0 { mark(.comma) }
        write(term, indices, .sum)
      }
    }
    mark(.close(isTall: false))
  }

  /// Of a sum over more samples the first three terms and the last one are written.
  private static var mostSamples: Int { 12 }

  /// Writes a term of a series; those of a batch's samples bear the sample's number.
  private mutating func each(
    _ series: Formula.Series, _ body: (inout FormulaPen) -> Void
  ) {
    let outer = marksSamples
    marksSamples = outer || series == .samples
    body(&self)
    marksSamples = outer
  }
}

extension Formula {
  /// Whether the formula rises above a line of letters: a fraction or a sum sign stands in it.
  func isTall(_ form: FormulaForm) -> Bool {
    switch self {
    case .half, .quotient, .derivative: return true
    case .largest(_, let term): return term.isTall(form)
    case .series(_, let term):
      if case .general = form { return true }
      return term.isTall(form)
    case .apply(let function, let inner): return function == .logistic || inner.isTall(form)
    case .sum(let parts), .product(let parts): return parts.contains { $0.isTall(form) }
    case .negative(let inner), .square(let inner), .squareRoot(let inner), .call(_, let inner):
      return inner.isTall(form)
    case .choice(_, let then, let otherwise): return then.isTall(form) || otherwise.isTall(form)
    case .number, .quantity, .constant, .remembered, .surprise, .variable: return false
    }
  }
}
