internal import Texts

/// A layer in a picture of characters: what stands below each other, with rows for lines between.
struct SketchColumn {
  /// A node, or what stands for several.
  struct Cell {
    var symbol: String
    /// Behind the symbol: " = 0.5".
    var value = ""
    /// Behind the last layer: "t_1 = 0.01".
    var target = ""
    /// In the row below, where that is free: δ_1, and " = 0.02".
    var below = (symbol: "", value: "")
    var isMarked = false
    /// Whether lines lead to it.
    var isJoined = true
    /// Whether it is no node but says what is there.
    var isWords = false

    /// Nodes that are left out.
    static let gap = Cell(symbol: "⋮", isJoined: false, isWords: true)
    /// Layers that are left out.
    static let layers = Cell(symbol: "…", isWords: true)

    var text: String { symbol + value }
  }

  var cells: [Cell]
  /// How many of them, from the first on, stand in the middle of the picture; the others hang below.
  var centered: Int
  /// The least columns that its texts take, and those of its targets, whatever is known of them.
  var leastWidth = 0, leastTarget = 0
  /// From one to the next.
  private var spacing: Int

  /// A layer with more nodes stands without lines between them.
  private static let mostSpaced = 4

  /// A column of nodes.
  init(cells: [Cell]) {
    self.cells = cells
    centered = cells.count
    spacing =
      cells.count > Self.mostSpaced || cells.contains { $0.symbol == Cell.gap.symbol } ? 1 : 2
  }

  /// A layer of maps, of which only those nodes are named that are marked.
  init(map: Cell, marked: [Cell]) {
    cells = [map]
    cells += marked.map { cell in
      var cell = cell
      cell.isJoined = false
      return cell
    }
    centered = 1
    spacing = 1
  }

  /// How many rows stand in the middle.
  var extent: Int { 1 + (centered - 1) * spacing }

  func row(_ n: Int) -> Int { n * spacing }

  /// What stands in a row, counted from its own first one: a node, or what is told below it.
  func cell(_ row: Int) -> Cell? {
    guard row >= 0 else { return nil }
    let (n, rest) = row.quotientAndRemainder(dividingBy: spacing)
    if rest == 0, n < cells.count { return cells[n] }
    guard hasBelow, rest == 1, n < cells.count, !cells[n].below.value.isEmpty else { return nil }
    return Cell(symbol: cells[n].below.symbol, value: cells[n].below.value, isJoined: false)
  }

  /// Whether something may be told below its nodes.
  var showsBelow = true
  private var hasBelow: Bool { showsBelow && spacing == 2 }

  /// How many rows it takes from its first one on.
  var rowCount: Int {
    row(cells.count - 1) + (hasBelow && !cells[cells.count - 1].below.value.isEmpty ? 2 : 1)
  }

  /// How wide its widest text is.
  func width(_ pen: TerminalPen) -> Int {
    cells.map {
      max(
        pen.columns(of: $0.text), hasBelow ? pen.columns(of: $0.below.symbol + $0.below.value) : 0)
    }.max()
      .map { max($0, leastWidth) } ?? leastWidth
  }

  func targetWidth(_ pen: TerminalPen) -> Int {
    max(leastTarget, cells.map { pen.columns(of: $0.target) }.max() ?? 0)
  }

  /// The same in so many rows at most: closer to each other, and of a layer of maps what has room.
  func fitting(_ height: Int) -> SketchColumn {
    var column = self
    if extent > height { column.spacing = 1 }
    guard height == 1, cells.count > centered else { return column }
    // One row: the marked node stands for its layer.
    column.cells = [cells[centered]]
    column.cells[0].isJoined = true
    return column
  }

  /// The same with no text wider than so many columns.
  func cut(to columns: Int, _ pen: TerminalPen) -> SketchColumn {
    var column = self
    for n in cells.indices where pen.columns(of: cells[n].text) > columns {
      column.cells[n].symbol = pen.spelt(cells[n].symbol).cut(to: columns, pen.spelt("…"))
      column.cells[n].value = ""
    }
    return column
  }
}
