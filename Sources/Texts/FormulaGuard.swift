// Spreadsheets calculate with a cell that begins like a formula, whoever wrote it; an apostrophe before
// it keeps it text. A number with a sign is none.

extension [UInt8] {
  /// Puts an apostrophe before the text from a byte on, where it is like a formula. An apostrophe that
  /// stands there before one gets another, so that reading takes away what writing has put there.
  mutating func guardFormula(from start: Int) {
    guard start < count, mayBeginFormula(at: start) else { return }
    let text = String(decoding: self[start...], as: UTF8.self)
    if text.isLikeFormula, !text.isSignedNumber { insert(UInt8(ascii: "'"), at: start) }
  }

  /// Whether the character that begins at a byte may be one with which a formula begins; most texts
  /// begin with a letter or digit.
  private func mayBeginFormula(at place: Int) -> Bool {
    switch self[place] {
    case ...0x20, 0x7F, 0xC2, 0xE3, 0xEF, UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "="), UInt8(ascii: "@"):
      true
    // White space, but neither ∂ nor −.
    case 0xE2: place + 1 < count && self[place + 1] <= 0x81
    default: false
    }
  }
}

extension PlacedText {
  /// The text of a CSV field without the apostrophe that keeps it from being a formula.
  var withoutFormulaGuard: PlacedText {
    guard text.utf8.first == UInt8(ascii: "'") else { return self }
    let rest = dropping(1)
    return rest.text.isLikeFormula ? rest : self
  }
}

extension String {
  /// Whether it begins with the sign of a formula, behind any apostrophes and then white space or
  /// control characters.
  fileprivate var isLikeFormula: Bool {
    unicodeScalars.drop { $0 == "'" }
      .first { !$0.properties.isWhitespace && !$0.isControl }.map(\.beginsFormula) ?? false
  }

  /// Whether it is a decimal number with its sign before it.
  fileprivate var isSignedNumber: Bool {
    let text = trimmed
    return text.utf8.allSatisfy(\.isPartOfNumber) && Double(text) != nil
  }
}

extension Unicode.Scalar {
  /// Whether some spreadsheet takes what begins with it for a formula; those that are used with
  /// Chinese or Japanese take full-width signs for plain ones.
  fileprivate var beginsFormula: Bool {
    switch self {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var isPartOfNumber: Bool {
    (0x30...0x39).contains(self) || "+-.eE".utf8.contains(self)
  }
}
