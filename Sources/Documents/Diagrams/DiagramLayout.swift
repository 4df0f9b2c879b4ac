internal import Derivations
internal import ScalarBackprop
internal import Texts

/// Where the nodes of a network stand in its picture: a column a layer, inputs first.
struct DiagramLayout {
  /// What is drawn of a layer.
  enum Column {
    /// Nodes as circles below each other.
    case circles([Int])
    /// Maps as grids of cells.
    case maps(MapColumn)
  }

  let columns: [Column]
  /// The middle of each column.
  private let centers: [Double]
  let width, height: Double
  /// The middle of the picture, on which every column stands.
  private let middle: Double

  static let (rowHeight, radius, margin) = (136.0, 40.0, 64.0)
  /// What the lines below the last row take beyond the margin.
  private static let captionHeight = 24.0
  /// From one legend to the next.
  static let legendHeight = 20.0
  /// A layer with more nodes is drawn by its first and last ones.
  private static let mostNodes = 8
  /// Beside and above maps, and between maps that look at each other.
  fileprivate static let (mapMargin, mapGap) = (14.0, 64.0)
  /// More lines out of the cells of a map cannot be told apart.
  private static let mostLinks = 32

  /// Makes room for the texts on edges, below nodes, and above and below maps.
  init(
    _ symbols: Symbols, layers: Int, weights: ([Int], [Int]) -> [String],
    below: (Int) -> [String], map: (Int) -> (above: [String], below: [String])
  ) {
    let columns = (-1..<layers).map { l in
      Self.column(symbols.topology, layer: l, map: map)
    }
    self.columns = columns
    let pairs = zip(columns, columns.dropFirst())
    let onEdges = pairs.flatMap { before, column in
      Self.isFan(from: before, to: column) ? [] : weights(before.nodes, column.circles)
    }
    let lines = columns.map { $0.circles.flatMap(below) }
    let widest = (lines.joined().map(Self.width).max() ?? 0) + 14
    let edges = (onEdges.map(Self.width).max() ?? 0) + 2 * Self.radius + 30
    let outer = ((lines.first ?? []) + (lines.last ?? [])).map(Self.width).max() ?? 0
    let columnWidth = max(230, widest, edges)
    let sides = columns.map { $0.side(max(Self.margin, outer / 2 + 8)) }
    var centers = [sides[0]]
    for (before, column) in pairs {
      let gap =
        column.isMaps ? Self.mapGap : Self.isFan(from: before, to: column) ? 120 : columnWidth - 80
      centers.append(centers[centers.count - 1] + before.halfWidth + gap + column.halfWidth)
    }
    self.centers = centers
    width = centers[centers.count - 1] + sides[sides.count - 1]
    let half = columns.map(\.halfHeight).max() ?? Self.margin
    middle = half
    let legends = columns.contains(where: \.hasShades) ? Self.legendHeight : 0
    height = 2 * half + Self.captionHeight + legends
  }

  private static func column(
    _ topology: Topology, layer l: Int, map: (Int) -> (above: [String], below: [String])
  ) -> Column {
    if let shape = topology.shape(ofLayer: l) {
      return .maps(MapColumn(topology, layer: l, shape, lines: map))
    }
    let nodes = Array(topology.nodes(ofLayer: l))
    let half = mostNodes / 2
    return .circles(
      nodes.count <= mostNodes ? nodes : Array(nodes.prefix(half) + nodes.suffix(half)))
  }

  /// Whether the lines out of the cells of maps are too many to be drawn one by one.
  private static func isFan(from before: Column, to column: Column) -> Bool {
    guard case .maps(let maps) = before else { return false }
    let count = before.nodes.count * column.circles.count
    return maps.cells != .numbers || maps.skipsMaps || maps.columns > 4 || count > mostLinks
  }

  /// Whether a map's lines into a column are drawn as one.
  func isFan(into column: Int) -> Bool {
    Self.isFan(from: columns[column - 1], to: columns[column])
  }

  /// The circles of a column and the heights at which they stand, in the middle of the picture.
  func places(_ column: Int) -> [(node: Int, y: Double)] {
    let nodes = columns[column].circles
    let top = middle - Self.rowHeight * Double(nodes.count - 1) / 2
    return nodes.enumerated().map { (node: $1, y: top + Self.rowHeight * Double($0)) }
  }

  /// The maps of a column in their places.
  func maps(_ column: Int) -> [(column: MapColumn, map: MapColumn.Map)] {
    guard case .maps(let maps) = columns[column] else { return [] }
    return maps.placed(x: x(column), y: middle).map { (maps, $0) }
  }

  /// How the cells of a node's map are drawn; `nil` where the map is not.
  func cells(of node: Int, _ topology: Topology) -> MapColumn.Cells? {
    let l = topology.layer(of: node)
    guard case .maps(let maps) = columns[l + 1], let shape = topology.shape(ofLayer: l) else {
      return nil
    }
    let map = shape.place(of: node - topology.nodes(ofLayer: l).lowerBound).map
    return maps.maps.contains(map) ? maps.cells : nil
  }

  func x(_ column: Int) -> Double { centers[column] }

  /// Where a line ends at a circle of a column.
  func end(_ column: Int, _ y: Double) -> LabelPlaces.Point { (x(column) - Self.radius, y) }

  /// The nodes of a column from which lines lead on, each with the point where its line begins, and
  /// with what leads there from a cell that is not the last of its row.
  func starts(_ column: Int) -> [(node: Int, start: LabelPlaces.Point, lead: LabelPlaces.Point?)] {
    let circles = places(column).map { node, y in
      (node: node, start: (x: x(column) + Self.radius, y: y), lead: LabelPlaces.Point?.none)
    }
    return circles
      + maps(column).flatMap { maps, map in
        map.nodes.map { node in
          let box = maps.box(of: node, in: map)
          let behind = ((map.grid.right - box.right) / box.width).rounded()
          // Above and below the numbers of the cells that it passes.
          let shift = behind == 0 ? 0 : (behind == 2 ? -1 : 1) * (0.30 + 0.05 * behind)
          let y = box.middle - shift * box.height
          return (node, (map.grid.right, y), behind == 0 ? nil : (box.right, y))
        }
      }
  }

  /// About how wide a text is in letters of 14 pixels.
  static func width(of text: String) -> Double {
    7.6 * Double(DisplayWidth.columns(of: text.visible))
  }

  /// The size of letters, at most so large, in which a text goes into a node.
  static func size(of text: String, atMost size: Double, in width: Double = 2 * radius - 10)
    -> Double
  {
    min(size, 14 * width / Self.width(of: text))
  }
}

extension DiagramLayout.Column {
  /// The nodes that stand in it as circles.
  fileprivate var circles: [Int] {
    if case .circles(let nodes) = self { nodes } else { [] }
  }

  /// Whether there are cells without numbers.
  fileprivate var hasShades: Bool {
    if case .maps(let maps) = self { maps.cells == .shades } else { false }
  }

  fileprivate var isMaps: Bool {
    if case .maps = self { true } else { false }
  }

  /// The nodes that are drawn.
  fileprivate var nodes: [Int] {
    switch self {
    case .circles(let nodes): nodes
    case .maps(let maps):
      maps.cells == .outline ? [] : maps.placed(x: 0, y: 0).flatMap { Array($0.nodes) }
    }
  }

  fileprivate var halfWidth: Double {
    switch self {
    case .circles: DiagramLayout.radius
    case .maps(let maps): maps.halfWidth
    }
  }

  /// Half of what it takes from top to bottom, without the lines below.
  fileprivate var halfHeight: Double {
    switch self {
    case .circles(let nodes):
      DiagramLayout.margin + DiagramLayout.rowHeight * Double(nodes.count - 1) / 2
    case .maps(let maps): maps.height / 2 + DiagramLayout.mapMargin
    }
  }

  /// From its middle to the picture's side.
  fileprivate func side(_ ofCircles: Double) -> Double {
    isMaps ? halfWidth + DiagramLayout.mapMargin : ofCircles
  }
}
