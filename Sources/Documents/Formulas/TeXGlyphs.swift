internal import Derivations
internal import Phrases
internal import Texts

/// Where TeX is read, which decides how names are written in it.
protocol TeXFlavour: Sendable {
  /// What stands for an underscore inside `\text{}`.
  static var underscore: String { get }
}

/// TeX in Markdown, which is read by programs that know no TeX first: `_` follows a letter or digit
/// directly or stands with spaces on both sides, nothing that Markdown would take for its own
/// occurs, and every macro is one that KaTeX, MathJax, pandoc and GitHub know.
enum PortableFlavour: TeXFlavour {
  static var underscore: String { "＿" }
}

/// TeX in a file of its own.
enum PlainFlavour: TeXFlavour {
  static var underscore: String { "\\_" }
}

/// Formulas as TeX.
enum TeXGlyphs<Flavour: TeXFlavour>: MathGlyphs {
  static var isTwoDimensional: Bool { true }

  static func number(_ text: String, into buffer: inout TextBuffer) {
    let start = buffer.bytes.count
    buffer.append(text)
    spell(numberFrom: start, in: &buffer)
  }

  static func number(_ value: Double, _ format: NumberFormat, into buffer: inout TextBuffer) {
    let start = buffer.bytes.count
    buffer.append(value, format)
    spell(numberFrom: start, in: &buffer)
  }

  /// Gives a number its power of ten, or its ∞, in TeX.
  private static func spell(numberFrom start: Int, in buffer: inout TextBuffer) {
    // Only a number out of the ordinary has more to it than its digits.
    guard let place = buffer.bytes[start...].firstIndex(where: { $0 > 0x39 }) else { return }
    let tail = Array(buffer.bytes[place...])
    buffer.bytes.removeSubrange(place...)
    if tail[0] == UInt8(ascii: "e") {
      buffer.append(" \\times 10^{")
      buffer.bytes += tail[1...]
      buffer.append("}")
    } else {
      buffer.append("\\infty")
    }
  }

  static func letter(_ letter: String, into buffer: inout TextBuffer) {
    base(letter, into: &buffer)
  }

  static func number(_ text: String, to exponent: String, into buffer: inout TextBuffer) {
    number(text, into: &buffer)
    buffer.append("^{", exponent, "}")
  }

  static func letter(_ letter: String, to exponent: String, into buffer: inout TextBuffer) {
    base(letter, into: &buffer)
    buffer.append("^{")
    base(exponent, into: &buffer)
    buffer.append("}")
  }

  static func function(_ name: String, into buffer: inout TextBuffer) {
    switch name {
    case "ln", "tanh": buffer.append("\\" + name)
    default: base(name, into: &buffer)
    }
  }

  static func turned(_ symbol: Symbol, into buffer: inout TextBuffer) {
    buffer.append("{")
    self.symbol(symbol, into: &buffer)
    buffer.append("}^{\\top}")
  }

  /// A row has gaps between, as a Markdown reader takes the ends of several rows away.
  static func matrix(_ matrix: Matrix, into buffer: inout TextBuffer) {
    let isRow = matrix.rows.count == 1
    buffer.append(isRow ? "[ " : "\\begin{bmatrix} ")
    for (n, row) in matrix.rows.enumerated() {
      if n > 0 { buffer.append(" \\\\ ") }
      for (n, cell) in row.enumerated() {
        if n > 0 { buffer.append(isRow ? " \\quad " : " & ") }
        self.cell(cell, into: &buffer)
      }
    }
    buffer.append(isRow ? " ]" : " \\end{bmatrix}")
  }

  static func sumSign(over index: String, into buffer: inout TextBuffer) {
    buffer.append("\\sum_{\(index.replacing("′", with: "'"))} ")
  }

  static func mark(_ mark: MathMark, into buffer: inout TextBuffer) {
    switch mark {
    case .plus: buffer.append(" + ")
    case .dots: buffer.append("\\dots")
    case .minus: buffer.append(" - ")
    case .times: buffer.append(" \\cdot ")
    case .over: buffer.append("/")
    case .equals: buffer.append(" = ")
    case .becomes: buffer.append(" \\leftarrow ")
    case .elementwise: buffer.append(" \\odot ")
    case .negation: buffer.append("-")
    case .open(let isTall): buffer.append(isTall ? "\\left( " : "(")
    case .close(let isTall): buffer.append(isTall ? " \\right)" : ")")
    case .beginFraction: buffer.append("\\frac{")
    case .middleFraction: buffer.append("}{")
    case .beginExponential: buffer.append("e^{")
    case .endFraction, .endExponential, .endRoot: buffer.append("}")
    case .beginSquare: buffer.append("{")
    case .endSquare: buffer.append("}^{2}")
    case .beginRoot: buffer.append("\\sqrt{")
    case .beginMagnitude: buffer.append("\\lvert ")
    case .endMagnitude: buffer.append(" \\rvert")
    case .half: buffer.append("\\tfrac{1}{2}")
    case .beginCondition: buffer.append(" \\quad (")
    case .endCondition: buffer.append(")")
    case .comma: buffer.append(", ")
    case .otherwise: buffer.append(" , \\quad ")
    case .greater: buffer.append(" > ")
    case .notGreater: buffer.append(" \\le ")
    case .less: buffer.append(" < ")
    case .notLess: buffer.append(" \\ge ")
    case .notEqual: buffer.append(" \\neq ")
    }
  }

  static func symbol(_ symbol: Symbol, into buffer: inout TextBuffer) {
    switch symbol {
    case .letter(let letter, let sub, let sup, let sample, let isUpdated):
      base(letter, into: &buffer)
      if !sub.isEmpty { below(sub, into: &buffer) }
      let marks = Symbol.marksAbove(sup, sample)
      if !marks.isEmpty || isUpdated { above(marks, isUpdated, into: &buffer) }
    case .derivative(let of, let by, let isNegative):
      // A line of Markdown must not begin with a minus.
      buffer.append(isNegative ? "{-\\frac{\\partial " : "\\frac{\\partial ")
      closed(of, into: &buffer)
      buffer.append("}{\\partial ")
      closed(by, into: &buffer)
      buffer.append(isNegative ? "}}" : "}")
    case .slope(let function, let at):
      self.symbol(function, into: &buffer)
      buffer.append("'(")
      self.symbol(at, into: &buffer)
      buffer.append(")")
    case .product(let a, let b): pair(a, .times, b, into: &buffer)
    case .difference(let a, let b): pair(a, .minus, b, into: &buffer)
    case .change(let of):
      buffer.append("\\Delta ")
      self.symbol(of, into: &buffer)
    case .state(let letter, let of):
      base(letter, into: &buffer)
      buffer.append("(")
      self.symbol(of, into: &buffer)
      buffer.append(")")
    }
  }

  private static func above(_ sup: String, _ isUpdated: Bool, into buffer: inout TextBuffer) {
    let isPlain = sup.utf8.allSatisfy { $0 < 0x80 }
    let sign = isPlain ? sup : sup.split(separator: "−").joined(separator: "-")
    buffer.append("^{", sign, isUpdated ? "+}" : "}")
  }

  private static func pair(
    _ a: Symbol, _ mark: MathMark, _ b: Symbol, into buffer: inout TextBuffer
  ) {
    symbol(a, into: &buffer)
    self.mark(mark, into: &buffer)
    symbol(b, into: &buffer)
  }

  private static func closed(_ symbol: Symbol, into buffer: inout TextBuffer) {
    guard case .difference = symbol else { return self.symbol(symbol, into: &buffer) }
    buffer.append("(")
    self.symbol(symbol, into: &buffer)
    buffer.append(")")
  }
}

extension TeXGlyphs {
  /// The letter or word of a symbol: w, \delta, \mathrm{net}, \hat{y}, w_{5}, \text{size}.
  private static func base(_ text: String, into buffer: inout TextBuffer) {
    let bytes = text.utf8
    if let byte = bytes.first, bytes.count == 1, byte.isASCIILetter || byte.isDigit {
      return buffer.append(text)
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if !isASCII, let macro = TeXMacros.letters[text] { return buffer.append(macro) }
    if isASCII, bytes.allSatisfy(\.isASCIILetter) {
      return buffer.append("\\mathrm{", text, "}")
    }
    if let (letter, mark) = text.markedLetter {
      base(letter, into: &buffer)
      return buffer.append(mark == "′" ? "'" : mark == "⁺" ? "^{+}" : "^{-}")
    }
    if let (letter, number) = text.countedLetter {
      base(letter, into: &buffer)
      return below(number, into: &buffer)
    }
    buffer.append("\\text{", name(text), "}")
  }

  /// What stands below: figures and index letters as they are, names as text.
  private static func below(_ sub: String, into buffer: inout TextBuffer) {
    let isDirect = buffer.bytes.last.map { $0.isASCIILetter || $0.isDigit } ?? false
    buffer.append(isDirect ? "_{" : " _ {")
    if sub.isIndices {
      buffer.append(sub.replacing("−", with: "-").replacing("′", with: "'"), "}")
    } else {
      buffer.append("\\text{", name(sub), "}}")
    }
  }

  private static func name(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.split(separator: "_", omittingEmptySubsequences: false)
      .joined(separator: Flavour.underscore)
  }
}

/// The macros of letters that are not ASCII.
enum TeXMacros {
  static let letters = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\epsilon",
    "η": "\\eta", "τ": "\\tau", "θ": "\\theta", "λ": "\\lambda", "μ": "\\mu", "ρ": "\\rho",
    "σ": "\\sigma",
    "Φ": "\\Phi", "φ": "\\varphi", "ŷ": "\\hat{y}", "m̂": "\\hat{m}", "ŝ": "\\hat{s}",
  ]
}
