/// Where the labels of edges stand: on their edge, out of each other's way as far as there is room.
struct LabelPlaces {
  typealias Point = (x: Double, y: Double)

  private struct Label {
    var center: Point
    var width: Double
  }

  private var taken: [Label] = []

  /// The shares of the way from start to end at which a label may stand, the best first.
  private static let shares = [0.62, 0.7, 0.54, 0.78, 0.46, 0.38, 0.84, 0.3, 0.22]
  private static let (characterWidth, height) = (8.4, 18.0)

  /// The place of the next label: the first that is free, else the one with the most room.
  mutating func place(_ text: String, from start: Point, to end: Point) -> Point {
    let width = LabelPlaces.characterWidth * Double(text.count)
    var best: (room: Double, point: Point) = (-.infinity, start)
    for share in LabelPlaces.shares {
      let point = (
        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y)
      )
      let room = taken.map { LabelPlaces.gap(Label(center: point, width: width), $0) }.min()
      if room ?? 1 > best.room { best = (room ?? 1, point) }
      if best.room > 0 { break }
    }
    taken.append(Label(center: best.point, width: width))
    return best.point
  }

  /// How far two labels are from touching; below 0 they overlap.
  private static func gap(_ a: Label, _ b: Label) -> Double {
    let across = abs(a.center.x - b.center.x) - (a.width + b.width) / 2
    let along = abs(a.center.y - b.center.y) - height
    return max(across, along)
  }
}
