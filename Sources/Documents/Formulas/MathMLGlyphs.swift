internal import Derivations
internal import Phrases
internal import Texts

/// Formulas as MathML Core, which browsers show without any help.
enum MathMLGlyphs: MathGlyphs {
  static var isTwoDimensional: Bool { true }

  static func number(_ text: String, into buffer: inout TextBuffer) {
    let power = text.utf8.firstIndex(of: UInt8(ascii: "e"))
    guard text.isNegative || power != nil else {
      return buffer.append("<mn>", text, "</mn>")
    }
    buffer.append("<mrow>")
    signed(text[..<(power ?? text.endIndex)], into: &buffer)
    if let power {
      buffer.append("<mo>×</mo><msup><mn>10</mn><mrow>")
      signed(text[text.index(after: power)...], into: &buffer)
      buffer.append("</mrow></msup>")
    }
    buffer.append("</mrow>")
  }

  private static func signed(_ text: Substring, into buffer: inout TextBuffer) {
    if text.isNegative { mark(.negation, into: &buffer) }
    buffer.append("<mn>", String(text.isNegative ? text.dropFirst() : text), "</mn>")
  }

  static func letter(_ letter: String, into buffer: inout TextBuffer) {
    base(letter, into: &buffer)
  }

  static func number(_ text: String, to exponent: String, into buffer: inout TextBuffer) {
    buffer.append("<msup>")
    number(text, into: &buffer)
    buffer.append("<mn>", exponent, "</mn></msup>")
  }

  static func letter(_ letter: String, to exponent: String, into buffer: inout TextBuffer) {
    buffer.append("<msup>")
    base(letter, into: &buffer)
    row(exponent, into: &buffer)
    buffer.append("</msup>")
  }

  static func function(_ name: String, into buffer: inout TextBuffer) {
    base(name, into: &buffer)
  }

  static func turned(_ symbol: Symbol, into buffer: inout TextBuffer) {
    buffer.append("<msup><mrow>")
    self.symbol(symbol, into: &buffer)
    buffer.append("</mrow><mi mathvariant=\"normal\">T</mi></msup>")
  }

  static func matrix(_ matrix: Matrix, into buffer: inout TextBuffer) {
    buffer.append("<mrow><mo>[</mo><mtable displaystyle=\"true\">")
    for row in matrix.rows {
      buffer.append("<mtr>")
      for cell in row {
        buffer.append("<mtd>")
        self.cell(cell, into: &buffer)
        buffer.append("</mtd>")
      }
      buffer.append("</mtr>")
    }
    buffer.append("</mtable><mo>]</mo></mrow>")
  }

  static func sumSign(over index: String, into buffer: inout TextBuffer) {
    guard index.utf8.count > 1 else {
      return buffer.append("<munder><mo>∑</mo><mi>", index, "</mi></munder>")
    }
    buffer.append("<munder><mo>∑</mo>")
    row(index, into: &buffer)
    buffer.append("</munder>")
  }

  static func mark(_ mark: MathMark, into buffer: inout TextBuffer) {
    buffer.append(text(of: mark))
  }

  private static func text(of mark: MathMark) -> String {
    switch mark {
    case .plus: "<mo>+</mo>"
    case .dots: "<mo>…</mo>"
    case .minus: "<mo>−</mo>"
    case .times: "<mo>·</mo>"
    case .over: "<mo>/</mo>"
    case .equals: "<mo>=</mo>"
    case .becomes: "<mo>←</mo>"
    case .elementwise: "<mo>∘</mo>"
    case .negation: "<mo form=\"prefix\">−</mo>"
    case .open(let isTall): isTall ? "<mrow><mo>(</mo>" : "<mrow><mo stretchy=\"false\">(</mo>"
    case .close(let isTall): isTall ? "<mo>)</mo></mrow>" : "<mo stretchy=\"false\">)</mo></mrow>"
    case .beginFraction: "<mfrac><mrow>"
    case .middleFraction: "</mrow><mrow>"
    case .endFraction: "</mrow></mfrac>"
    case .beginExponential: "<msup><mi>e</mi><mrow>"
    case .endExponential: "</mrow></msup>"
    case .beginSquare: "<msup><mrow>"
    case .endSquare: "</mrow><mn>2</mn></msup>"
    case .beginRoot: "<msqrt>"
    case .endRoot: "</msqrt>"
    case .beginMagnitude: "<mrow><mo stretchy=\"false\">|</mo>"
    case .endMagnitude: "<mo stretchy=\"false\">|</mo></mrow>"
    case .half: "<mfrac displaystyle=\"false\"><mn>1</mn><mn>2</mn></mfrac>"
    case .beginCondition: "<mspace width=\"1em\"/><mrow><mo stretchy=\"false\">(</mo>"
    case .endCondition: "<mo stretchy=\"false\">)</mo></mrow>"
    case .comma: "<mo>,</mo>"
    case .otherwise: "<mo>,</mo><mspace width=\"1em\"/>"
    case .greater: "<mo>&gt;</mo>"
    case .notGreater: "<mo>≤</mo>"
    case .less: "<mo>&lt;</mo>"
    case .notLess: "<mo>≥</mo>"
    case .notEqual: "<mo>≠</mo>"
    }
  }

  static func opens(_ bytes: ArraySlice<UInt8>) -> Bool {
    openings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// What a number stands first behind; a bracket as well as the beginning of a row.
  private static let openings: [[UInt8]] = ["(</mo>", "<mrow>", "<msqrt>"].map { Array($0.utf8) }

  static func symbol(_ symbol: Symbol, into buffer: inout TextBuffer) {
    switch symbol {
    case .letter(let letter, let sub, let sup, let sample, let isUpdated):
      let marks = Symbol.marksAbove(sup, sample) + (isUpdated ? "+" : "")
      self.letter(letter, below: sub, above: marks, into: &buffer)
    case .derivative(let of, let by, let isNegative):
      if isNegative { mark(.negation, into: &buffer) }
      buffer.append("<mfrac><mrow><mo form=\"prefix\">∂</mo>")
      closed(of, into: &buffer)
      buffer.append("</mrow><mrow><mo form=\"prefix\">∂</mo>")
      closed(by, into: &buffer)
      buffer.append("</mrow></mfrac>")
    case .slope(.letter(let function, let sub, _, _, _), let at):
      letter(function, below: sub, above: "′", into: &buffer)
      bracketed(at, into: &buffer)
    case .slope(let function, let at):
      self.symbol(function, into: &buffer)
      bracketed(at, into: &buffer)
    case .product(let a, let b): pair(a, .times, b, into: &buffer)
    case .difference(let a, let b): pair(a, .minus, b, into: &buffer)
    case .change(let of):
      buffer.append("<mi mathvariant=\"normal\">Δ</mi>")
      self.symbol(of, into: &buffer)
    case .state(let letter, let of):
      base(letter, into: &buffer)
      bracketed(of, into: &buffer)
    }
  }

  private static func bracketed(_ at: Symbol, into buffer: inout TextBuffer) {
    mark(.open(isTall: false), into: &buffer)
    symbol(at, into: &buffer)
    mark(.close(isTall: false), into: &buffer)
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
    mark(.open(isTall: false), into: &buffer)
    self.symbol(symbol, into: &buffer)
    mark(.close(isTall: false), into: &buffer)
  }
}

extension MathMLGlyphs {
  private static func letter(
    _ letter: String, below: String, above: String, into buffer: inout TextBuffer
  ) {
    switch (below.isEmpty, above.isEmpty) {
    case (true, true): return base(letter, into: &buffer)
    case (false, true): buffer.append("<msub>")
    case (true, false): buffer.append("<msup>")
    case (false, false): buffer.append("<msubsup>")
    }
    base(letter, into: &buffer)
    if !below.isEmpty { row(below, into: &buffer) }
    if !above.isEmpty { row(above, into: &buffer) }
    switch (below.isEmpty, above.isEmpty) {
    case (true, true): break
    case (false, true): buffer.append("</msub>")
    case (true, false): buffer.append("</msup>")
    case (false, false): buffer.append("</msubsup>")
    }
  }

  /// The letter or word of a symbol: w, δ, net, ŷ, w₅, σ′.
  private static func base(_ text: String, into buffer: inout TextBuffer) {
    if text.utf8.count == 1, text.utf8.allSatisfy(\.isASCIILetter) {
      return buffer.append("<mi>", text, "</mi>")
    }
    if let (letter, mark) = text.markedLetter {
      buffer.append("<msup>")
      base(letter, into: &buffer)
      let sign = mark == "⁻" ? "−" : mark == "⁺" ? "+" : "′"
      return buffer.append("<mo>", sign, "</mo></msup>")
    }
    if let (letter, number) = text.countedLetter {
      buffer.append("<msub>")
      base(letter, into: &buffer)
      return buffer.append("<mn>", number, "</mn></msub>")
    }
    if let spelling = MathMLGlyphs.spellings[text] { return buffer.append(spelling) }
    let isLetters = text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    buffer.append(isLetters ? "<mi>" : "<mtext>", text, isLetters ? "</mi>" : "</mtext>")
  }

  private static let spellings = [
    "ŷ": "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>",
    "m̂": "<mover accent=\"true\"><mi>m</mi><mo stretchy=\"false\">^</mo></mover>",
    "ŝ": "<mover accent=\"true\"><mi>s</mi><mo stretchy=\"false\">^</mo></mover>",
  ]

  /// What stands below or above: figures, index letters and signs one by one, names as text.
  private static func row(_ text: String, into buffer: inout TextBuffer) {
    buffer.append("<mrow>")
    if text.isIndices || text.unicodeScalars.contains(where: { "−+".unicodeScalars.contains($0) }) {
      for part in text { item(part, into: &buffer) }
    } else {
      buffer.append("<mtext>", text, "</mtext>")
    }
    buffer.append("</mrow>")
  }

  private static func item(_ character: Character, into buffer: inout TextBuffer) {
    if let digit = character.asciiValue, digit.isDigit {
      buffer.append("<mn>")
      buffer.append(digit)
      return buffer.append("</mn>")
    }
    let tag = character.isNumber ? "mn" : character.isLetter ? "mi" : "mo"
    buffer.append("<\(tag)>", String(character), "</\(tag)>")
  }
}

extension StringProtocol {
  /// Whether a minus stands first.
  fileprivate var isNegative: Bool { utf8.first == UInt8(ascii: "-") }
}
