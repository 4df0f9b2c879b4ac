internal import Texts

/// A table among the lines of a sheet: in Markdown, or cells with tabs, semicolons, commas or wide gaps
/// between, below a heading.
struct TableBlock {
  let header: [PlacedText]
  private(set) var rows: [[PlacedText]] = []
  /// How many lines it takes.
  private(set) var height = 1

  /// The table that begins at a line; `nil` where none does.
  init?(_ lines: [PlacedText], at start: Int) {
    let first = lines[start].trimmed
    if first.text.isEmpty { return nil }
    if first.text.hasPrefix("|") {
      self.init(lines, at: start) { $0.trimmed.text.hasPrefix("|") ? $0.trimmed : nil }
    } else if first.text.contains("|"), start + 1 < lines.count,
      TableBlock.isRule(lines[start + 1].text)
    {
      // Without bars at the ends.
      self.init(lines, at: start) { $0.text.contains("|") ? $0.trimmed.between : nil }
    } else if first.text.hasPrefix("\\begin{tabular") {
      self.init(tabular: lines[(start + 1)...])
    } else {
      self.init(gaps: lines, at: start)
    }
  }

  /// A table in Markdown, as long as its lines have bars.
  private init?(
    _ lines: [PlacedText], at start: Int, row: (PlacedText) -> PlacedText?
  ) {
    guard let heading = row(lines[start]) else { return nil }
    header = TableBlock.cells(heading)
    for line in lines[(start + 1)...] {
      guard let row = row(line) else { return }
      height += 1
      let cells = TableBlock.cells(row)
      if !cells.allSatisfy({ $0.text.allSatisfy { "-: +".contains($0) } }) { rows.append(cells) }
    }
  }

  /// A table in TeX: cells with & between, up to its end.
  private init?(tabular lines: ArraySlice<PlacedText>) {
    var all: [[PlacedText]] = []
    for line in lines {
      height += 1
      if line.text.holds("\\end{tabular") { break }
      let cells = Gap.ampersand.cells(line.trimmed.withoutRules)
      if cells.count > 1 { all.append(cells) }
    }
    guard let first = all.first else { return nil }
    (header, rows) = (first, Array(all.dropFirst()))
  }

  /// Cells with nothing but gaps or separators between.
  private init?(gaps lines: [PlacedText], at start: Int) {
    guard start + 1 < lines.count,
      lines[start + 1].text.utf8.contains(where: { (0x30...0x39).contains($0) }),
      let way = Gap.allCases.first(where: { $0.divides(lines[start], lines[start + 1]) })
    else { return nil }
    header = way.heading(lines[start], above: lines[start + 1])
    for line in lines[(start + 1)...] {
      let cells = way.row(line, below: header)
      guard cells.count > 1, cells.contains(where: { !$0.text.isEmpty }),
        way == .tab || way == .wide || !cells[0].text.contains("="), !TableBlock.isHeading(cells)
      else { return }
      rows.append(cells)
      height += 1
    }
  }

  /// Whether a row is the heading of another table.
  private static func isHeading(_ cells: [PlacedText]) -> Bool {
    let others = cells.dropFirst().filter { !$0.text.isEmpty }
    return !others.isEmpty && others.allSatisfy { SheetText.isKnownHeading($0.text) }
  }

  /// Whether it is the line below a heading in Markdown: ---|:---.
  private static func isRule(_ line: String) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "-:| +".contains($0) }
  }

  /// The cells of a Markdown row; a bar behind a backslash belongs to its cell.
  static func cells(_ row: PlacedText) -> [PlacedText] {
    var cells: [PlacedText] = []
    var cell: [UInt8] = []
    var start = row.offset + 1
    var isEscaped = false
    for (n, byte) in row.text.utf8.enumerated().dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(PlacedText(String(decoding: cell, as: UTF8.self), at: start).trimmed)
        cell.removeAll(keepingCapacity: true)
        start = row.offset + n + 1
      } else {
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let last = PlacedText(String(decoding: cell, as: UTF8.self), at: start).trimmed
    return cells.isEmpty || !last.text.isEmpty ? cells + [last] : cells
  }
}

extension TableBlock {
  /// What stands between cells.
  private enum Gap: CaseIterable {
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
  fileprivate var between: PlacedText { PlacedText("|" + text, at: offset - 1) }

  /// A row of a table in TeX without its end and the rules beside it.
  fileprivate var withoutRules: PlacedText {
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
