extension String {
  /// The text in lines of at most so many columns, broken between words, in Chinese between
  /// characters, and a formula longer than a line behind its multiplication signs. A no-break space
  /// stays within its line, and is shown as a space.
  public func lines(ofWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces.flatMap({ $0.factors(ofMoreThan: width) }) {
      if DisplayWidth.columns(of: line + piece.trimmed) > width, !line.isEmpty {
        lines.append(line.trimmed)
        line = ""
      }
      line += piece
    }
    if !line.trimmed.isEmpty { lines.append(line.trimmed) }
    return lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
  }

  /// The text itself, or, where it is longer, its factors with the sign behind them.
  private func factors(ofMoreThan width: Int) -> [String] {
    guard DisplayWidth.columns(of: self) > width else { return [self] }
    let factors = split(separator: "·", omittingEmptySubsequences: false).map(String.init)
    return factors.dropLast().map { $0 + "·" } + factors.suffix(1)
  }

  /// The parts between which a line may break: words with the space behind them, and single wide
  /// characters with the punctuation behind them.
  private var pieces: [String] {
    let closing: Set<Character> = ["\u{A0}", "，", "。", "；", "：", "、", "）", "”", "？"]
    var pieces: [String] = [""]
    for character in self {
      let isWide = DisplayWidth.columns(of: String(character)) == 2
      let last = pieces[pieces.count - 1]
      let endsWide = last.last.map { DisplayWidth.columns(of: String($0)) == 2 } ?? false
      let holds = closing.contains(character) || last.hasSuffix("（")
      let breaks = last.hasSuffix(" ") || (isWide || endsWide) && !holds
      if breaks, character != " " {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}
