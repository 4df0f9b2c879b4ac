internal import Texts

/// A table whose numbers stand with their points in line.
struct TerminalTable {
  /// The columns' names; empty for a table that explains itself.
  var header: [String]
  var rows: [[String]]
  /// Columns that are words, aligned at the left.
  var words: Set<Int> = [0]

  private static let indent = 1
  private static let gap = 2

  /// Whether the window is wide enough for it.
  func fits(_ pen: TerminalPen) -> Bool {
    whole(widths(aligned, pen)) <= pen.style.width
  }

  /// The cells, column by column, as they stand below each other.
  private var aligned: [[String]] {
    (rows.first ?? []).indices.map { column in
      words.contains(column)
        ? rows.map { $0[column] } : NumberColumn.aligned(rows.map { $0[column] })
    }
  }

  private func widths(_ aligned: [[String]], _ pen: TerminalPen) -> [Int] {
    aligned.enumerated().map { column, cells in
      ((header.isEmpty ? [] : [header[column]]) + cells).map { pen.columns(of: $0) }.max() ?? 0
    }
  }

  private func whole(_ widths: [Int]) -> Int {
    TerminalTable.indent + widths.reduce(0, +) + TerminalTable.gap * (widths.count - 1)
  }

  /// Writes the table, or, where the window is too narrow, one record below the other.
  func write(with pen: TerminalPen) {
    guard !rows.isEmpty else { return }
    let aligned = aligned
    let widths = widths(aligned, pen)
    guard whole(widths) <= pen.style.width else { return writeRecords(with: pen) }
    if !header.isEmpty { write(header, widths, pen, isHeader: true) }
    for row in rows.indices { write(aligned.map { $0[row] }, widths, pen, isHeader: false) }
  }

  private func write(_ cells: [String], _ widths: [Int], _ pen: TerminalPen, isHeader: Bool) {
    pen.pad(TerminalTable.indent)
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    for (column, cell) in cells[...last].enumerated() {
      let ink: Ink = isHeader ? .remark : column == 0 ? .symbol : .plain
      pen.write(cell, ink)
      guard column < last else { continue }
      pen.pad(widths[column] - pen.columns(of: cell) + TerminalTable.gap)
    }
    pen.line()
  }

  private func writeRecords(with pen: TerminalPen) {
    let width = header.map { pen.columns(of: $0) }.max() ?? 0
    for row in rows {
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        pen.pad(TerminalTable.indent + (column == 0 ? 0 : TerminalTable.indent))
        let margin = column > 0 && !header.isEmpty ? width + TerminalTable.gap : 0
        if margin > 0 {
          pen.write(header[column], .remark)
          pen.pad(margin - pen.columns(of: header[column]))
        }
        // A word says what it is; of a number at the head of a record that must be said.
        if column == 0, !words.contains(0), !header.isEmpty { pen.write(header[0] + " ", .remark) }
        let room = max(8, pen.style.width - 2 * TerminalTable.indent - margin)
        for (n, line) in pen.spelt(cell).lines(ofWidth: room).enumerated() {
          if n > 0 { pen.pad(2 * TerminalTable.indent + margin) }
          pen.line(line, column == 0 ? .symbol : .plain)
        }
      }
    }
  }
}
