internal import Derivations
internal import ScalarBackprop
internal import Texts

/// Where the nodes of a network stand in its picture: a column a layer, inputs first.
struct DiagramLayout {
  /// The nodes that are drawn of each layer.
  let columns: [[Int]]
  /// From column to column, and from the picture's side to the first one.
  let columnWidth, side: Double

  static let (rowHeight, radius, margin) = (136.0, 40.0, 64.0)
  /// What the lines below the last row take beyond the margin.
  private static let captionHeight = 24.0
  /// A layer with more nodes is drawn by its first and last ones.
  private static let mostNodes = 8

  /// Makes room for the texts on edges and below nodes.
  init(
    _ symbols: Symbols, layers: Int, weights: ([Int], [Int]) -> [String],
    below: (Int) -> [String]
  ) {
    columns = (-1..<layers).map { l in
      let nodes = Array(symbols.topology.nodes(ofLayer: l))
      let half = DiagramLayout.mostNodes / 2
      return nodes.count <= DiagramLayout.mostNodes
        ? nodes : Array(nodes.prefix(half) + nodes.suffix(half))
    }
    let onEdges = zip(columns, columns.dropFirst()).flatMap { weights($0, $1) }
    let lines = columns.map { $0.flatMap(below) }
    let widest = (lines.joined().map(DiagramLayout.width).max() ?? 0) + 14
    let edges = (onEdges.map(DiagramLayout.width).max() ?? 0) + 2 * DiagramLayout.radius + 30
    columnWidth = max(230, widest, edges)
    let outer = ((lines.first ?? []) + (lines.last ?? [])).map(DiagramLayout.width).max() ?? 0
    side = max(DiagramLayout.margin, outer / 2 + 8)
  }

  private var rows: Double { Double(columns.map(\.count).max() ?? 1) }
  var width: Double { 2 * side + columnWidth * Double(columns.count - 1) }
  var height: Double {
    2 * Self.margin + Self.rowHeight * (rows - 1) + Self.captionHeight
  }

  /// The nodes of a column and the heights at which they stand, in the middle of the picture.
  func places(_ column: Int) -> [(node: Int, y: Double)] {
    let nodes = columns[column]
    let top = Self.margin + Self.rowHeight * (rows - Double(nodes.count)) / 2
    return nodes.enumerated().map { (node: $1, y: top + Self.rowHeight * Double($0)) }
  }

  func x(_ column: Int) -> Double { side + columnWidth * Double(column) }

  /// An edge from the column before, from circle to circle.
  func edge(column: Int, from a: Double, to b: Double) -> LabelPlaces.Edge {
    ((x(column - 1) + Self.radius, a), (x(column) - Self.radius, b))
  }

  /// About how wide a text is in letters of 14 pixels.
  static func width(of text: String) -> Double {
    7.6 * Double(DisplayWidth.columns(of: text.visible))
  }

  /// The size of letters, at most so large, in which a text goes into a node.
  static func size(of text: String, atMost size: Double) -> Double {
    min(size, 14 * (2 * radius - 10) / width(of: text))
  }
}
