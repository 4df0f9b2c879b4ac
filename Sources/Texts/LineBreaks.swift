extension String {
  /// The text in lines of at most so many columns, broken between words, in Chinese between
  /// characters. A no-break space stays within its line, and is shown as a space.
  public func lines(ofWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if DisplayWidth.columns(of: line + piece.trimmed) > width, !line.isEmpty {
        lines.append(line.trimmed)
        line = ""
      }
      line += piece
    }
    if !line.trimmed.isEmpty { lines.append(line.trimmed) }
    return lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
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
