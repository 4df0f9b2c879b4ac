internal import ScalarBackprop

/// A layer of maps in a network's picture: grids of cells below each other, each with its kernel below
/// it. How large the cells are goes by how many there are, so that a picture stays on one screen.
struct MapColumn {
  /// How much is drawn of the cells of a map.
  enum Cells {
    /// Each with its number in it.
    case numbers
    /// Each in a shade of its number.
    case shades
    /// None: only the map's outline.
    case outline
  }

  /// A rectangle of a picture.
  struct Box {
    var x, y, width, height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Double { y + height / 2 }
  }

  let layer: Int
  /// The maps that are drawn: of many the first and the last ones.
  let maps: [Int]
  let cells: Cells
  /// Of one map as it is drawn: in one dimension it stands upright.
  let rows, columns: Int
  /// The size of one cell.
  let cell: (width: Double, height: Double)
  /// Of the kernel of a map as it is drawn; channels lie side by side. `nil` where there is none, or one
  /// too large.
  let kernel: (rows: Int, columns: Int, channels: Int)?
  /// How many lines stand above each map that is drawn, and below any of them.
  private let linesAbove: [Int], linesBelow: Int
  /// The width of the longest of those lines.
  private let lineWidth: Double
  private let shape: MapShape
  private let nodes: Range<Int>

  static let kernelCell = (width: 54.0, height: 24.0)
  static let (line, gap, countWidth, countHeight) = (20.0, 20.0, 16.0, 18.0)
  /// What the name of a kernel takes above it.
  private static let kernelName = 28.0
  private static let channelGap = 8.0
  /// Of more maps the first and the last ones are drawn.
  private static let mostMaps = 4
  /// Of more rows or columns a map has no numbers, or no cells.
  private static let (mostNumbers, mostCells) = (8, 28)

  /// Lays out a layer that lies in maps.
  ///
  /// - Parameter lines: the texts above and below a map, given the map's first node.
  init(
    _ topology: Topology, layer l: Int, _ shape: MapShape,
    lines: (Int) -> (above: [String], below: [String])
  ) {
    let nodes = topology.nodes(ofLayer: l)
    (layer, self.shape, self.nodes) = (l, shape, nodes)
    let half = MapColumn.mostMaps / 2
    let all = 0..<shape.maps
    let maps = all.count <= MapColumn.mostMaps ? Array(all) : all.prefix(half) + all.suffix(half)
    self.maps = maps
    (rows, columns) = shape.rows.map { ($0, shape.columns) } ?? (shape.columns, 1)
    (cells, cell) = MapColumn.cells(rows: rows, columns: columns, maps: maps.count)
    kernel = MapColumn.kernel(topology, l)
    let texts = maps.map { lines(nodes.lowerBound + $0 * shape.mapSize) }
    (linesAbove, linesBelow) = (texts.map(\.above.count), texts[0].below.count)
    lineWidth =
      texts.flatMap { $0.above + $0.below }.map(DiagramLayout.width).max() ?? 0
  }

  private static func cells(
    rows: Int, columns: Int, maps: Int
  ) -> (Cells, (width: Double, height: Double)) {
    let longest = Double(max(rows, columns))
    if max(rows, columns) > mostCells {
      let unit = 336 / longest
      return (.outline, (max(unit, 24 / Double(columns)), max(unit, 24 / Double(rows))))
    }
    if max(rows, columns) <= mostNumbers, maps * rows <= 18 { return (.numbers, (52, 36)) }
    let size = min(28, max(8, min(336 / longest, 640 / Double(maps * rows)).rounded(.down)))
    return (.shades, (size, size))
  }

  private static func kernel(
    _ topology: Topology, _ l: Int
  ) -> (rows: Int, columns: Int, channels: Int)? {
    guard l >= 0, topology.forms[l].sharesParameters, topology.weightCount(ofLayer: l) > 0 else {
      return nil
    }
    guard topology.forms[l].hasProducts, let window = topology.forms[l].window,
      let before = topology.shape(ofLayer: l - 1)
    else { return (1, 1, 1) }
    let isLine = before.rows == nil
    let rows = isLine ? window.size.columns : window.size.rows
    let columns = isLine ? 1 : window.size.columns
    let isDrawn = rows <= mostNumbers && columns * before.maps <= mostNumbers + 1
    return isDrawn ? (rows, columns, before.maps) : nil
  }
}

// MARK: Sizes

extension MapColumn {
  private var gridSize: (width: Double, height: Double) {
    (cell.width * Double(columns), cell.height * Double(rows))
  }

  /// Whether rows and columns are counted beside a map.
  var isCounted: Bool { cells == .numbers }

  private var kernelSize: (width: Double, height: Double) {
    guard let kernel else { return (0, 0) }
    let own = MapColumn.kernelCell.width * Double(kernel.columns) + MapColumn.channelGap
    return (
      own * Double(kernel.channels) - MapColumn.channelGap,
      MapColumn.kernelCell.height * Double(kernel.rows)
    )
  }

  /// What a map takes from its first line above to its grid, and from there on.
  private func heightAbove(_ place: Int) -> Double {
    MapColumn.line * Double(linesAbove[place]) + (isCounted ? MapColumn.countHeight : 6)
  }

  private var heightFromGrid: Double {
    gridSize.height + MapColumn.line * Double(linesBelow) + kernelSize.height
      + (kernel == nil ? 0 : MapColumn.kernelName)
  }

  /// Half of what it takes across.
  var halfWidth: Double {
    max(gridSize.width / 2 + MapColumn.countWidth, lineWidth / 2, kernelSize.width / 2)
  }

  /// What it takes from top to bottom.
  var height: Double {
    maps.indices.reduce((skipsMaps ? MapColumn.gap : 0) - MapColumn.gap) {
      $0 + heightAbove($1) + heightFromGrid + MapColumn.gap
    }
  }

  /// Whether there are maps that are not drawn.
  var skipsMaps: Bool { shape.maps > maps.count }
}

// MARK: Places

extension MapColumn {
  /// A map in its place.
  struct Map {
    let number: Int
    /// Its nodes, row by row.
    let nodes: Range<Int>
    /// Where its cells are.
    let grid: Box
    /// The base line of the first text above it, and of the first below it.
    let above, below: Double
    /// Where its kernel begins: the middle of its upper edge.
    let kernelTop: Double
    var center: Double { grid.x + grid.width / 2 }
  }

  /// The maps that are drawn, in their places.
  ///
  /// - Parameters:
  ///   - x: their middle.
  ///   - y: the middle of the picture.
  func placed(x: Double, y: Double) -> [Map] {
    var top = y - height / 2
    return maps.enumerated().map { place, number in
      if skipsMaps, place == maps.count / 2 { top += MapColumn.gap }
      let start = top + heightAbove(place)
      let grid = Box(
        x: x - gridSize.width / 2, y: start, width: gridSize.width, height: gridSize.height)
      let first = nodes.lowerBound + number * shape.mapSize
      defer { top = start + heightFromGrid + MapColumn.gap }
      return Map(
        number: number, nodes: first..<first + shape.mapSize, grid: grid, above: top + 13,
        below: grid.bottom + MapColumn.line,
        kernelTop: grid.bottom + MapColumn.line * Double(linesBelow) + MapColumn.kernelName)
    }
  }

  /// Where the cell of a node is.
  func box(of node: Int, in map: Map) -> Box {
    let (row, column) = (node - map.nodes.lowerBound).quotientAndRemainder(dividingBy: columns)
    return Box(
      x: map.grid.x + cell.width * Double(column), y: map.grid.y + cell.height * Double(row),
      width: cell.width, height: cell.height)
  }

  /// What encloses the cells of some nodes of a map; `nil` where none of them lies in it.
  func box(around nodes: some Sequence<Int>, in map: Map) -> Box? {
    let own = nodes.filter(map.nodes.contains)
    guard let first = own.first, let last = own.last else { return nil }
    let (start, end) = (box(of: first, in: map), box(of: last, in: map))
    return Box(x: start.x, y: start.y, width: end.right - start.x, height: end.bottom - start.y)
  }

  /// Where a weight of a map's kernel stands, all counted from 0.
  func kernelBox(in map: Map, channel: Int, row: Int, column: Int) -> Box {
    let (width, height) = MapColumn.kernelCell
    let own = width * Double(kernel?.columns ?? 1) + MapColumn.channelGap
    return Box(
      x: map.center - kernelSize.width / 2 + own * Double(channel) + width * Double(column),
      y: map.kernelTop + height * Double(row), width: width, height: height)
  }

  /// What the rows of a map's kernel cover, and its name above them.
  func kernelRows(in map: Map) -> [Box] {
    guard let kernel else { return [] }
    let first = kernelBox(in: map, channel: 0, row: 0, column: 0)
    return (-1..<kernel.rows).map { row in
      Box(
        x: first.x, y: first.y + first.height * Double(row), width: kernelSize.width,
        height: first.height)
    }
  }
}
