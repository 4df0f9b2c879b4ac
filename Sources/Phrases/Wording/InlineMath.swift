internal import Texts

/// A part of a short formula within a sentence; each format writes it in its own way.
package enum MathPart: Hashable, Sendable {
  /// A letter of the notation, with its labels.
  case symbol(Symbol)
  /// A symbol squared: a².
  case squared(Symbol)
  /// A number as it is shown, plain ASCII.
  case number(String)
  /// The name of a function, before an opening bracket: ln.
  case function(String)
  case equals, becomes, plus, minus, times, over
  /// The minus before what stands first.
  case negation
  case open, close
}

extension [MathPart] {
  /// The formula as plain text: −t·ln(y).
  package var text: String {
    var buffer = TextBuffer()
    for part in self { buffer.append(part) }
    return buffer.text
  }
}

extension TextBuffer {
  fileprivate mutating func append(_ part: MathPart) {
    switch part {
    case .symbol(let symbol): append(symbol)
    case .squared(let symbol):
      append(symbol)
      append("²")
    case .number(let text), .function(let text): append(text)
    case .equals: append(" = ")
    case .becomes: append(" ← ")
    case .plus: append(" + ")
    case .minus: append(" − ")
    case .times: append("·")
    case .over: append("/")
    case .negation: append("−")
    case .open: append("(")
    case .close: append(")")
    }
  }
}
