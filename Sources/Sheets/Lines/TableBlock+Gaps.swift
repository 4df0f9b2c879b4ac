internal import Texts

// What stands between the cells of a table without bars.

extension TableBlock {
  /// What stands between cells.
  enum Gap: CaseIterable {
    case tab, semicolon, comma, wide, blank, ampersand

    /// Whether these are a heading and the first row below it: as many cells, words above numbers.
    func divides(_ header: PlacedText, _ row: PlacedText) -> Bool {
      let holdsWorking = row.text.holds("=")
      guard self != .ampersand, stands(in: header.trimmed), stands(in: row.trimmed),
        self == .tab || self == .wide || !holdsWorking
      else { return false }
      let (heads, cells) = (heading(header, above: row), self.cells(row.trimmed))
      if holdsWorking { return isWorkedOut(heads, cells) }
      if self == .semicolon || self == .comma, header.text.contains("=") { return false }
      guard heads.count > 1, cells.count > 1, self != .blank || heads.count < 9,
        heads.count == cells.count || self == .wide || self == .tab,
        !row.text.contains("="), !heads.contains(where: { $0.text.isPlainNumber }),
        !cells[0].text.isEmpty, !cells[0].text.isPlainNumber || self != .blank && self != .wide,
        cells.dropFirst().contains(where: { Spelling.plain($0.text).isNumberOrComma })
      else { return false }
      guard self == .blank || self == .wide || self == .comma else { return true }
      // Prose has blanks and commas as well.
      return heads.dropFirst().contains { SheetText.isKnownHeading($0.text) }
    }

    /// Whether cells hold their working as well, below headings that are known.
    private func isWorkedOut(_ heads: [PlacedText], _ cells: [PlacedText]) -> Bool {
      heads.count == cells.count && heads.count > 1 && !heads.contains { $0.text.contains("=") }
        && !cells[0].text.contains("=")
        && heads.dropFirst().contains { SheetText.isKnownHeading($0.text) }
    }

    /// The headings; where the first cell is empty, blanks or a tab stand before the others.
    func heading(_ line: PlacedText, above row: PlacedText) -> [PlacedText] {
      let cells = self.cells(line.trimmed)
      guard self == .tab || self == .wide, line.text.first?.isWhitespace ?? false else {
        return cells
      }
      if self == .tab { return self.row(line, below: []) }
      return self.cells(row.trimmed).count == cells.count + 1
        ? [PlacedText("", at: line.offset)] + cells : cells
    }

    /// Whether it stands anywhere on a line.
    private func stands(in line: PlacedText) -> Bool {
      switch self {
      case .tab: line.text.utf8.contains(9)
      case .semicolon: line.text.utf8.contains(UInt8(ascii: ";"))
      case .comma: line.text.utf8.contains(UInt8(ascii: ","))
      case .wide: line.text.holds("  ") || line.text.utf8.contains(9)
      case .blank: line.text.utf8.contains(0x20)
      case .ampersand: line.text.utf8.contains(UInt8(ascii: "&"))
      }
    }

    func cells(_ line: PlacedText) -> [PlacedText] {
      switch self {
      case .tab: pieces(line) { $0 == 9 }
      case .semicolon: pieces(line) { $0 == UInt8(ascii: ";") }
      case .comma: pieces(line) { $0 == UInt8(ascii: ",") }
      case .blank: words(line, atLeast: 1)
      case .ampersand: pieces(line) { $0 == UInt8(ascii: "&") }
      case .wide: words(line, atLeast: 2)
      }
    }

    /// The cells of a row; what a spreadsheet leaves away at the end is empty.
    func row(_ line: PlacedText, below header: [PlacedText]) -> [PlacedText] {
      guard self == .tab, line.text.utf8.contains(9) else { return cells(line.trimmed) }
      var row = cells(line)
      let end = PlacedText("", at: line.offset + line.text.utf8.count)
      while row.count < header.count { row.append(end) }
      while row.count > header.count, row.last?.text.isEmpty ?? false { row.removeLast() }
      return row
    }

    private func pieces(_ line: PlacedText, _ isGap: (UInt8) -> Bool) -> [PlacedText] {
      var result: [PlacedText] = []
      var start = 0
      let bytes = Array(line.text.utf8)
      var isQuoted = false
      for n in 0...bytes.count {
        if n < bytes.count, bytes[n] == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard n == bytes.count || isGap(bytes[n]) && !isQuoted else { continue }
        let text = String(decoding: bytes[start..<n], as: UTF8.self)
        result.append(PlacedText(text, at: line.offset + start).trimmed.unquotedField)
        start = n + 1
      }
      return result
    }

    /// What stands between so many blanks, or a tab.
    private func words(_ line: PlacedText, atLeast width: Int) -> [PlacedText] {
      var result: [PlacedText] = []
      let bytes = Array(line.text.utf8)
      var (start, n) = (0, 0)
      while n <= bytes.count {
        let blanks = bytes[n...].prefix { $0 == 0x20 || $0 == 9 }.count
        if n == bytes.count || blanks >= width {
          if n > start {
            let text = String(decoding: bytes[start..<n], as: UTF8.self)
            result.append(PlacedText(text, at: line.offset + start))
          }
          start = n + max(1, blanks)
          n = start
        } else {
          n += max(1, blanks)
        }
      }
      return result
    }
  }
}

extension PlacedText {
  /// A row of a table with bars around it.
  var between: PlacedText { PlacedText("|" + text, at: offset - 1) }

  /// A row of a table in TeX without its end and the rules beside it.
  var withoutRules: PlacedText {
    var text = self.text
    for rule in ["\\hline", "\\toprule", "\\midrule", "\\bottomrule", "\\\\"] {
      text = text.replacing(rule, with: String(repeating: " ", count: rule.count))
    }
    return PlacedText(text, at: offset).trimmed
  }

  /// A field without the quotes around it.
  fileprivate var unquotedField: PlacedText {
    guard text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return self }
    return PlacedText(String(text.dropFirst().dropLast()), at: offset + 1)
  }
}

extension String {
  /// Whether it is a number, also one with a comma for its point.
  var isNumberOrComma: Bool {
    do throws(WrittenNumber.Problem) {
      _ = try WrittenNumber(self)
      return true
    } catch {
      return error == .decimalComma
    }
  }
}
