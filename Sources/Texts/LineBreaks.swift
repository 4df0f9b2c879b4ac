extension String {
  /// The text in lines of at most so many columns, broken between words, in Chinese between
  /// characters, and a formula longer than a line behind its multiplication signs. A no-break space
  /// stays within its line, and is shown as a space.
  package func lines(ofWidth width: Int) -> [String] {
    var lines: [String] = []
    var start = startIndex
    var used = 0
    for piece in pieces.flatMap({ $0.factors(ofMoreThan: width) }) {
      if used + DisplayWidth.columns(of: String(piece).trimmed) > width, start < piece.startIndex {
        lines.append(String(self[start..<piece.startIndex]).trimmed)
        (start, used) = (piece.startIndex, 0)
      }
      used += DisplayWidth.columns(of: String(piece))
    }
    let last = String(self[start...]).trimmed
    if !last.isEmpty { lines.append(last) }
    return utf8.contains(0xA0)
      ? lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) } : lines
  }

  /// The text, or as much of it as goes with a mark behind it into so many columns.
  package func cut(to width: Int, _ mark: String = "…") -> String {
    guard DisplayWidth.columns(of: self) > width else { return self }
    let room = width - DisplayWidth.columns(of: mark)
    guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
    var used = 0
    let kept = prefix { character in
      used += DisplayWidth.columns(of: String(character))
      return used <= room
    }
    return kept + mark
  }

  /// The parts between which a line may break: words with the space behind them, and single wide
  /// characters with the punctuation behind them.
  private var pieces: [Substring] {
    // Where every scalar is a character of its own they need not be put together first.
    unicodeScalars.allSatisfy(\.standsAlone)
      ? pieces(at: unicodeScalars.indices) { unicodeScalars[$0].breaking }
      : pieces(at: indices) { place in
        let scalars = self[place].unicodeScalars
        let first = scalars[scalars.startIndex]
        if scalars.count == 1 { return first.breaking }
        return DisplayWidth.columns(of: String(self[place])) == 2 ? .wide : .narrow
      }
  }

  private func pieces(
    at places: some Collection<Index>, _ kind: (Index) -> Breaking
  ) -> [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    var last = Breaking.narrow
    for place in places {
      let own = kind(place)
      if own.breaks(behind: last) {
        pieces.append(self[start..<place])
        start = place
      }
      last = own
    }
    return pieces + [self[start...]]
  }
}

/// What a character does to the lines around it.
private enum Breaking {
  case narrow, wide, space
  /// Wide punctuation that stays with what stands behind it, or before it, and other that does.
  case opening, closing, narrowClosing

  var isWide: Bool {
    switch self {
    case .wide, .opening, .closing: true
    case .narrow, .space, .narrowClosing: false
    }
  }

  /// Whether a line may break between a character and the one before it.
  func breaks(behind last: Breaking) -> Bool {
    switch (self, last) {
    case (.space, _): false
    case (_, .space): true
    case (.closing, _), (.narrowClosing, _), (_, .opening): false
    case (.narrow, _), (.wide, _), (.opening, _): isWide || last.isWide
    }
  }
}

extension Unicode.Scalar {
  fileprivate var breaking: Breaking {
    switch self {
    case " ": .space
    case "（": .opening
    case "，", "。", "；", "：", "、", "）", "？": .closing
    case "\u{A0}", "”": .narrowClosing
    default: DisplayWidth.columns(of: self) == 2 ? .wide : .narrow
    }
  }

  /// Whether it is never part of a larger character: the letters of Latin, Greek and Chinese, and the
  /// usual signs.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xA9, 0xAA..<0xAD, 0xAF..<0x300, 0x370..<0x483, 0x2010..<0x2028,
      0x2030..<0x203C, 0x2070..<0x20D0, 0x2200..<0x2300, 0x2500..<0x25A0, 0x3001..<0x3004,
      0x4E00..<0xA000, 0xFF00..<0xFF60:
      true
    default: false
    }
  }
}

extension Substring {
  /// The text itself, or, where it is longer, its factors with the sign behind them.
  fileprivate func factors(ofMoreThan width: Int) -> [Substring] {
    guard DisplayWidth.columns(of: String(self)) > width else { return [self] }
    var factors: [Substring] = []
    var rest = self
    while let sign = rest.firstIndex(of: "·") {
      factors.append(rest[...sign])
      rest = rest[rest.index(after: sign)...]
    }
    return factors + [rest]
  }
}
