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
