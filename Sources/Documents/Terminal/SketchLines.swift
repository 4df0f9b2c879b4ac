internal import Texts

/// Columns side by side, joined by lines.
struct SketchLines {
  private let columns: [SketchColumn]
  /// The row of each column's first cell.
  private let tops: [Int]
  private let height: Int
  /// How many columns there are on each side of a bus; of more than one the outer one is empty.
  private let side: Int

  /// What stands before a target.
  private static let targetGap = 3

  /// Puts columns side by side in so many rows.
  init(columns: [SketchColumn], hasLongLines: Bool = false, height: Int) {
    var columns = columns.map { $0.fitting(height) }
    let most = columns.map(\.extent).max() ?? 1
    let tops = columns.map { (most - $0.extent) / 2 }
    let rows = zip(tops, columns).map { $0 + $1.rowCount }.max() ?? 1
    if rows > height { for n in columns.indices { columns[n].showsBelow = false } }
    self.columns = columns
    self.tops = tops
    self.height = height
    side = hasLongLines ? 2 : 1
  }

  /// Puts those columns side by side that are shown, and a mark where some are left out.
  init(columns: [SketchColumn], shown: Set<Int>, height: Int) {
    var parts: [SketchColumn] = []
    for n in columns.indices {
      if shown.contains(n) {
        parts.append(columns[n])
      } else if n == 0 || shown.contains(n - 1) {
        parts.append(SketchColumn(cells: [.layers]))
      }
    }
    self.init(columns: parts, height: height)
  }

  /// How wide the widest line may get, with the marks at both sides.
  func width(_ pen: TerminalPen) -> Int {
    let targets = columns.last?.targetWidth(pen) ?? 0
    return 1 + widths(pen).reduce(0, +) + (columns.count - 1) * (2 * side + 1)
      + (targets > 0 ? Self.targetGap + targets : 1)
  }

  private func widths(_ pen: TerminalPen) -> [Int] { columns.map { $0.width(pen) } }

  /// Writes the lines from top to bottom.
  func write(with pen: TerminalPen) {
    let widths = widths(pen)
    let rows = zip(tops, columns).map { $0 + $1.rowCount }.max() ?? 0
    for row in 0..<min(rows, height) { write(row, widths, pen) }
  }

  private func row(_ n: Int, _ column: Int) -> Int { tops[column] + columns[column].row(n) }

  private func cell(_ row: Int, _ column: Int) -> SketchColumn.Cell? {
    columns[column].cell(row - tops[column])
  }

  private func write(_ row: Int, _ widths: [Int], _ pen: TerminalPen) {
    var line = SketchLine(pen: pen)
    for (n, width) in widths.enumerated() {
      let cell = cell(row, n)
      if n > 0 {
        line.write(bus(row, behind: n - 1), .remark)
        line.write(dashes(side - 1, cell), .remark)
      }
      let edge = n == 0 || side > 1 ? " " : dashes(1, cell)
      line.write(cell, edge: edge)
      // What is left of the column, and what stands between it and the bus.
      let rest =
        width - pen.columns(of: cell?.text ?? "") + side - (cell?.isMarked ?? false ? 1 : 0)
      if n < widths.count - 1 {
        let gap = side > 1 && !(cell?.isMarked ?? false) ? 1 : 0
        line.pad(gap)
        line.write(dashes(rest - gap, cell), .remark)
      } else if let target = cell?.target, !target.isEmpty {
        line.pad(rest - side + Self.targetGap)
        line.write(target)
      }
    }
    pen.line()
  }

  /// What leads to a node, or nothing.
  private func dashes(_ count: Int, _ cell: SketchColumn.Cell?) -> String {
    String(repeating: cell?.isJoined ?? false ? "─" : " ", count: count)
  }

  /// What stands in the row of a bus between a column and the next.
  private func bus(_ row: Int, behind column: Int) -> String {
    let rows = [column, column + 1].map { column in
      columns[column].cells.indices.filter { columns[column].cells[$0].isJoined }
        .map { self.row($0, column) }
    }
    guard let first = rows.joined().min(), let last = rows.joined().max(), row >= first, row <= last
    else { return " " }
    let isRightOnly = !rows[0].contains(row)
    let isLeftOnly = !rows[1].contains(row)
    let signs: (left: String, right: String, both: String, none: String) =
      switch (row > first, row < last) {
      case (false, false): ("─", "─", "─", " ")
      case (false, true): ("┐", "┌", "┬", " ")
      case (true, false): ("┘", "└", "┴", " ")
      case (true, true): ("┤", "├", "┼", "│")
      }
    return switch (isLeftOnly, isRightOnly) {
    case (true, true): signs.none
    case (true, false): signs.left
    case (false, true): signs.right
    case (false, false): signs.both
    }
  }
}

/// A line in the making: blanks are written only where something stands behind them.
private struct SketchLine {
  let pen: TerminalPen
  private var blanks = 0

  init(pen: TerminalPen) { self.pen = pen }

  mutating func pad(_ count: Int) { blanks += max(0, count) }

  mutating func write(_ text: String, _ ink: Ink = .plain) {
    guard text.contains(where: { $0 != " " }) else { return pad(text.count) }
    pen.pad(blanks)
    blanks = 0
    pen.write(text, ink)
  }

  /// A node behind the column before it, in which a bracket stands where it is marked.
  mutating func write(_ cell: SketchColumn.Cell?, edge: String) {
    guard let cell else { return write(edge, .remark) }
    // Brackets too, as colour never says anything alone.
    guard !cell.isMarked else { return write("[\(cell.text)]", .current) }
    write(edge, .remark)
    write(cell.symbol, cell.isWords ? .remark : .symbol)
    write(cell.value)
  }
}
