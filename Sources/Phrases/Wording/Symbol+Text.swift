package import Texts

extension Symbol: CustomStringConvertible {
  /// The symbol as plain text: net_h1, w_11,4, z^2_1, ∂E/∂w_84, f′(net_4), Δw1, w1⁺.
  package var text: String {
    var buffer = TextBuffer()
    buffer.append(self)
    return buffer.text
  }

  /// The same, so that a symbol put into a text reads as one.
  package var description: String { text }
}

extension TextBuffer {
  /// Writes a symbol as plain text.
  package mutating func append(_ symbol: Symbol) {
    switch symbol {
    case .letter(let base, let sub, let sup, let sample, let isUpdated):
      append(base)
      if !sup.isEmpty { append("^", sup) }
      if !sub.isEmpty { append("_", sub) }
      if !sample.isEmpty { append("^(", sample, ")") }
      if isUpdated { append("⁺") }
    case .derivative(let of, let by, let isNegative):
      append(isNegative ? "−∂" : "∂")
      appendClosed(of)
      append("/∂")
      appendClosed(by)
    case .slope(let function, let at):
      append(function)
      append("′(")
      append(at)
      append(")")
    case .product(let a, let b):
      append(a)
      append("·")
      append(b)
    case .difference(let a, let b):
      append(a)
      append(" − ")
      append(b)
    case .change(let of):
      append("Δ")
      append(of)
    case .state(let letter, let of):
      append(letter, "(")
      append(of)
      append(")")
    }
  }

  /// A symbol that has to hold together: a difference gets brackets.
  private mutating func appendClosed(_ symbol: Symbol) {
    guard case .difference = symbol else { return append(symbol) }
    append("(")
    append(symbol)
    append(")")
  }
}
