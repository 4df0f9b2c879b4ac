public import Derivations
public import ScalarBackprop
public import Texts

/// Writes symbols and formulas as plain text: `net_4 = w_41·x_1 + w_4b`.
///
/// Numbers are plain ASCII, so that they can be copied into a calculator; the minus between two
/// terms is a typographic one.
public struct FormulaText {
  let derivation: Derivation
  let format: NumberFormat

  public init(_ derivation: Derivation, format: NumberFormat) {
    self.derivation = derivation
    self.format = format
  }

  /// Whether quantities stand as symbols, or numbers are put in for them.
  public enum Form: Hashable, Sendable {
    case symbols
    case numbers
  }

  /// The formula of a step.
  public func text(_ formula: Formula, _ form: Form, at indices: Indices) -> String {
    var buffer = TextBuffer()
    write(formula, form, at: indices, into: &buffer)
    return buffer.text
  }

  /// Writes the formula of a step.
  public func write(
    _ formula: Formula, _ form: Form, at indices: Indices, into buffer: inout TextBuffer
  ) {
    var pen = FormulaPen(text: self, form: form, buffer: TextBuffer(), start: buffer.bytes.count)
    swap(&pen.buffer, &buffer)
    if case .choice(let condition, _, _) = formula {
      pen.write(formula, indices, .sum)
      pen.write(condition, indices)
    } else {
      pen.write(formula, indices, .sum)
    }
    swap(&pen.buffer, &buffer)
  }

  /// A number as it is shown: as typed, or under the format.
  public func number(_ quantity: Quantity, _ value: Double) -> String {
    derivation.typedText(of: quantity) ?? format.text(value)
  }
}

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

  private mutating func comparison(_ formula: Formula, _ relation: String, _ indices: Indices) {
    buffer.append("  [")
    write(formula, indices, .sum)
    buffer.append(relation + "]")
  }

  private mutating func bracket(
    _ binding: Binding, in place: Binding, _ body: (inout FormulaPen) -> Void
  ) {
    guard binding < place else { return body(&self) }
    buffer.append("(")
    body(&self)
    buffer.append(")")
  }

  private mutating func write(sum terms: [Formula], _ indices: Indices) {
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

  private mutating func write(product factors: [Formula], _ indices: Indices) {
    for (n, factor) in factors.enumerated() {
      if n > 0 { buffer.append("·") }
      write(factor, indices, .product)
    }
  }

  private mutating func write(
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

  private mutating func call(_ name: String, _ inner: Formula, _ indices: Indices) {
    buffer.append(name + "(")
    write(inner, indices, .sum)
    buffer.append(")")
  }
}

extension FormulaPen {
  private mutating func write(
    _ function: Formula.Function, _ inner: Formula, _ indices: Indices, _ place: Binding
  ) {
    switch function {
    case .exponential: power(inner, indices)
    case .exponentialMinusOne:
      bracket(.sum, in: place) {
        $0.power(inner, indices)
        $0.buffer.append(" − 1")
      }
    case .logistic:
      bracket(.product, in: place) {
        $0.buffer.append("1/(1 + ")
        $0.power(.negative(inner), indices)
        $0.buffer.append(")")
      }
    case .softplus:
      buffer.append("ln(1 + ")
      power(inner, indices)
      buffer.append(")")
    case .tanh: call("tanh", inner, indices)
    case .normalDistribution: call("Φ", inner, indices)
    case .normalDensity: call("φ", inner, indices)
    case .sign: call("sign", inner, indices)
    case .magnitude:
      buffer.append("|")
      write(inner, indices, .sum)
      buffer.append("|")
    }
  }

  private mutating func power(_ exponent: Formula, _ indices: Indices) {
    buffer.append("e^")
    write(exponent, indices, .power)
  }

  /// ln(1 + e^(net_9 − net_8)): −ln of a softmax output.
  private mutating func writeSurprise(of j: Int, _ pass: Pass) {
    buffer.append("ln(1")
    for k in text.derivation.symbols.outputs where k != j {
      buffer.append(" + e^(")
      write(.net(k, pass), .product)
      buffer.append(" − ")
      write(.net(j, pass), .product)
      buffer.append(")")
    }
    buffer.append(")")
  }

  private mutating func write(_ quantity: Quantity, _ place: Binding) {
    switch form {
    case .symbols: write(text.derivation.symbols.symbol(for: quantity), place)
    case .numbers:
      write(number: text.number(quantity, text.derivation.trace[quantity] ?? .nan), place)
    }
  }

  private mutating func write(_ constant: Formula.Constant, _ place: Binding) {
    let derivation = text.derivation
    switch form {
    case .symbols: buffer.append(constant.letter(in: derivation.notation))
    case .numbers:
      let typed = constant == .learningRate ? derivation.typed.learningRate : nil
      write(number: typed ?? text.format.text(derivation.value(of: constant)), place)
    }
  }

  /// A number; a negative one in brackets wherever something stands before it.
  private mutating func write(number: String, _ place: Binding) {
    let needsBrackets =
      number.hasPrefix("-") && (place > .sum || buffer.bytes.count > start && !buffer.endsOpen)
    buffer.append(needsBrackets ? "(\(number))" : number)
  }

  private mutating func write(_ symbol: Symbol, _ place: Binding) {
    switch symbol {
    case .product: bracket(.product, in: place) { $0.buffer.append(symbol) }
    case .difference: bracket(.sum, in: place) { $0.buffer.append(symbol) }
    case .derivative(_, _, let isNegative):
      bracket(isNegative ? .sum : .product, in: place) { $0.buffer.append(symbol) }
    case .letter, .slope, .change, .state: buffer.append(symbol)
    }
  }
}

extension TextBuffer {
  /// Whether an opening bracket stands last.
  fileprivate var endsOpen: Bool {
    bytes.last == UInt8(ascii: "(") || bytes.last == UInt8(ascii: "[")
  }
}

extension Formula.Constant {
  /// The letter of the constant in a notation.
  func letter(in notation: Notation) -> String {
    switch self {
    case .learningRate: notation.learningRate
    case .weightDecay: "λ"
    case .momentum: "μ"
    case .decay: "ρ"
    case .beta1: "β1"
    case .beta2: "β2"
    case .epsilon: "ε"
    case .outputCount: "n"
    case .largestNet(.before): "m"
    case .largestNet(.after): "m⁺"
    }
  }
}
