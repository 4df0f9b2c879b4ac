/// Where the labels of edges stand: on their edge, and as far as there is room out of the way of
/// other labels and of other edges.
struct LabelPlaces {
  typealias Point = (x: Double, y: Double)
  typealias Edge = (start: Point, end: Point)

  private struct Label {
    var center: Point
    var width: Double
  }

  let edges: [Edge]
  private var taken: [Label] = []

  /// Makes places for the labels of edges that all lead from one column to the next, beside what stands
  /// there already.
  init(on edges: [Edge], besides others: [(center: Point, width: Double)] = []) {
    self.edges = edges
    taken = others.map { Label(center: $0.center, width: $0.width) }
  }

  /// The shares of the way from start to end at which a label may stand, the best first.
  private static let shares = [
    0.6, 0.66, 0.54, 0.72, 0.48, 0.78, 0.42, 0.84, 0.36, 0.3, 0.24, 0.18,
  ]
  private static let (characterWidth, height) = (8.4, 17.0)
  /// More room than this is of no use.
  private static let (amongLabels, amongEdges) = (8.0, 14.0)

  /// The places of a label for each edge; `nil` where some would overlap.
  func places(_ texts: [String]) -> [Point]? {
    var own = self
    let places = zip(edges, texts).map { own.place($1, on: $0) }
    return places.allSatisfy { $0.room >= 0 } ? places.map(\.point) : nil
  }

  /// The place of the next label: the first with room enough, else the one with the most; below 0 it
  /// overlaps another.
  private mutating func place(_ text: String, on own: Edge) -> (point: Point, room: Double) {
    let width = LabelPlaces.characterWidth * Double(text.count)
    var best: (room: Double, point: Point) = (-.infinity, own.start)
    for share in LabelPlaces.shares {
      let point = (
        x: own.start.x + share * (own.end.x - own.start.x),
        y: own.start.y + share * (own.end.y - own.start.y)
      )
      let room = room(for: Label(center: point, width: width), own)
      if room > best.room { best = (room, point) }
    }
    taken.append(Label(center: best.point, width: width))
    return (best.point, best.room)
  }

  /// At most 1; below 0 where labels overlap.
  private func room(for label: Label, _ own: Edge) -> Double {
    let labels = taken.map { LabelPlaces.gap(label, $0) / LabelPlaces.amongLabels }.min() ?? 1
    let others = edges.filter { $0.start != own.start || $0.end != own.end }
    let lines = others.map { LabelPlaces.distance(label.center, $0) / LabelPlaces.amongEdges }.min()
    return labels < 0 ? labels : min(1, labels, lines ?? 1)
  }

  /// How far two labels are from touching; below 0 they overlap.
  private static func gap(_ a: Label, _ b: Label) -> Double {
    let across = abs(a.center.x - b.center.x) - (a.width + b.width) / 2
    let along = abs(a.center.y - b.center.y) - height
    return max(across, along)
  }

  /// The distance of a point from the line that an edge lies on.
  private static func distance(_ point: Point, _ edge: Edge) -> Double {
    let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
    let cross = dx * (point.y - edge.start.y) - dy * (point.x - edge.start.x)
    return abs(cross) / (dx * dx + dy * dy).squareRoot()
  }
}
