internal import Derivations
internal import Phrases
internal import Texts

/// One way to write mathematics: plain text, TeX, MathML. The walk over a formula
/// (`FormulaPen.swift`) is the same for all; only the marks differ.
protocol MathGlyphs: Sendable {
  /// Whether fraction bars and raised exponents show what belongs together, so that no brackets
  /// are needed there.
  static var isTwoDimensional: Bool { get }
  /// Writes a number, which is plain ASCII, "-0.5" or "4.39e-5", or ∞.
  static func number(_ text: String, into buffer: inout TextBuffer)
  /// Writes a number as a format shows it.
  static func number(_ value: Double, _ format: NumberFormat, into buffer: inout TextBuffer)
  /// Writes the symbol of a quantity.
  static func symbol(_ symbol: Symbol, into buffer: inout TextBuffer)
  /// Writes a letter that belongs to no node: η, n, x.
  static func letter(_ letter: String, into buffer: inout TextBuffer)
  /// Writes a number that is not negative raised to a power.
  static func number(_ text: String, to exponent: String, into buffer: inout TextBuffer)
  /// Writes such a letter raised to a power, which is a number or a letter.
  static func letter(_ letter: String, to exponent: String, into buffer: inout TextBuffer)
  /// Writes the name of a function, behind which a bracket opens: tanh, ln, σ.
  static func function(_ name: String, into buffer: inout TextBuffer)
  /// Writes the sign of a sum over an index.
  static func sumSign(over index: String, into buffer: inout TextBuffer)
  /// Writes numbers and symbols in rows and columns, in brackets.
  static func matrix(_ matrix: Matrix, into buffer: inout TextBuffer)
  /// Writes the transpose of a vector or matrix.
  static func turned(_ symbol: Symbol, into buffer: inout TextBuffer)
  /// Writes an operator, a bracket, or a part of a fraction, power or root.
  static func mark(_ mark: MathMark, into buffer: inout TextBuffer)
  /// Whether what was written last opens something, so that a minus may follow it.
  static func opens(_ bytes: ArraySlice<UInt8>) -> Bool
}

extension MathGlyphs {
  static func opens(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch bytes.last {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), nil: true
    default: false
    }
  }
}

extension MathGlyphs {
  static func number(_ value: Double, _ format: NumberFormat, into buffer: inout TextBuffer) {
    number(format.text(value), into: &buffer)
  }
}

extension MathGlyphs {
  /// Writes a side of a formula with matrices.
  static func side(_ parts: [MatrixFormula.Part], into buffer: inout TextBuffer) {
    for part in parts {
      switch part {
      case .math(let part): formula([part], into: &buffer)
      case .matrix(let matrix): self.matrix(matrix, into: &buffer)
      case .turned(let symbol): turned(symbol, into: &buffer)
      case .elementwise: mark(.elementwise, into: &buffer)
      }
    }
  }

  /// Writes a cell of a matrix.
  static func cell(_ cell: Matrix.Cell, into buffer: inout TextBuffer) {
    switch cell {
    case .symbol(let symbol): self.symbol(symbol, into: &buffer)
    case .number(let text): number(text, into: &buffer)
    case .dots: mark(.dots, into: &buffer)
    }
  }

  /// Writes a short formula of a sentence.
  static func formula(_ parts: [MathPart], into buffer: inout TextBuffer) {
    for part in parts {
      switch part {
      case .symbol(let symbol): self.symbol(symbol, into: &buffer)
      case .squared(let symbol):
        mark(.beginSquare, into: &buffer)
        self.symbol(symbol, into: &buffer)
        mark(.endSquare, into: &buffer)
      case .number(let text): number(text, into: &buffer)
      case .function(let name): function(name, into: &buffer)
      case .equals: mark(.equals, into: &buffer)
      case .becomes: mark(.becomes, into: &buffer)
      case .plus: mark(.plus, into: &buffer)
      case .minus: mark(.minus, into: &buffer)
      case .times: mark(.times, into: &buffer)
      case .over: mark(.over, into: &buffer)
      case .negation: mark(.negation, into: &buffer)
      case .open: mark(.open(isTall: false), into: &buffer)
      case .close: mark(.close(isTall: false), into: &buffer)
      }
    }
  }
}

/// What stands between symbols and numbers.
enum MathMark: Hashable, Sendable {
  case plus, minus, times, over, equals, becomes
  /// Between what is multiplied number by number.
  case elementwise
  /// What stands for terms that are left out.
  case dots
  /// The minus before a term that stands first.
  case negation
  /// Brackets; tall ones hold a fraction or a sum sign.
  case open(isTall: Bool)
  case close(isTall: Bool)
  case beginFraction, middleFraction, endFraction
  /// e raised to what stands between.
  case beginExponential, endExponential
  /// What stands between, squared.
  case beginSquare, endSquare
  case beginRoot, endRoot
  case beginMagnitude, endMagnitude
  case half
  /// Before and behind a condition under which something holds.
  case beginCondition, endCondition
  /// Between two alternatives.
  case otherwise
  /// Between two conditions.
  case comma
  case greater, notGreater, less, notLess, notEqual
}
