internal import Derivations
internal import Phrases
internal import Texts

/// Formulas as plain text: `net_4 = w_41·x_1 + w_4b`.
///
/// Numbers are plain ASCII, so that they can be copied into a calculator; the minus between two
/// terms is a typographic one.
enum PlainGlyphs: MathGlyphs {
  static var isTwoDimensional: Bool { false }

  static func number(_ text: String, into buffer: inout TextBuffer) { buffer.append(text) }

  static func number(_ value: Double, _ format: NumberFormat, into buffer: inout TextBuffer) {
    buffer.append(value, format)
  }

  static func symbol(_ symbol: Symbol, into buffer: inout TextBuffer) {
    buffer.append(symbol)
  }

  static func letter(_ letter: String, into buffer: inout TextBuffer) {
    buffer.append(letter)
  }

  static func number(_ text: String, to exponent: String, into buffer: inout TextBuffer) {
    buffer.append(text, "^", exponent)
  }

  static func letter(_ letter: String, to exponent: String, into buffer: inout TextBuffer) {
    buffer.append(letter, "^", exponent)
  }

  static func function(_ name: String, into buffer: inout TextBuffer) {
    buffer.append(name)
  }

  static func turned(_ symbol: Symbol, into buffer: inout TextBuffer) {
    let text = symbol.text
    buffer.append(text.contains("^") ? "(\(text))ᵀ" : text + "ᵀ")
  }

  static func matrix(_ matrix: Matrix, into buffer: inout TextBuffer) {
    for (n, row) in matrix.rows.enumerated() {
      buffer.append(n == 0 ? "[" : "; ")
      for (n, cell) in row.enumerated() {
        if n > 0 { buffer.append(" ") }
        self.cell(cell, into: &buffer)
      }
    }
    buffer.append("]")
  }

  static func sumSign(over index: String, into buffer: inout TextBuffer) {
    buffer.append("Σ_\(index) ")
  }

  static func mark(_ mark: MathMark, into buffer: inout TextBuffer) {
    switch mark {
    case .plus: buffer.append(" + ")
    case .dots: buffer.append("…")
    case .minus: buffer.append(" − ")
    case .times: buffer.append("·")
    case .over: buffer.append("/")
    case .equals: buffer.append(" = ")
    case .becomes: buffer.append(" ← ")
    case .elementwise: buffer.append(" ∘ ")
    case .negation: buffer.append("−")
    case .open: buffer.append("(")
    case .close: buffer.append(")")
    case .middleFraction: buffer.append("/")
    case .beginExponential: buffer.append("e^")
    case .endSquare: buffer.append("²")
    case .beginRoot: buffer.append("√(")
    case .endRoot: buffer.append(")")
    case .beginMagnitude, .endMagnitude: buffer.append("|")
    case .half: buffer.append("½")
    case .beginCondition: buffer.append("  [")
    case .endCondition: buffer.append("]")
    case .comma: buffer.append(", ")
    case .otherwise: buffer.append(";  ")
    case .greater: buffer.append(" > ")
    case .notGreater: buffer.append(" ≤ ")
    case .less: buffer.append(" < ")
    case .notLess: buffer.append(" ≥ ")
    case .notEqual: buffer.append(" ≠ ")
    case .beginFraction, .endFraction, .endExponential, .beginSquare: break
    }
  }
}
