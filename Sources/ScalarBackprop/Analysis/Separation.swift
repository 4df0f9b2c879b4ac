/// Whether a straight line keeps two sets of points of a plane apart, none of them on the line.
///
/// Two convex polygons have no point in common just if the direction of one of their edges, or the
/// one across it, keeps them apart (the separating axis theorem); a set of points stands for the
/// polygon around it.
public enum Separation {
  /// A point of a plane.
  public struct Point: Hashable, Sendable {
    /// Its coordinates, in any unit.
    public var x, y: Double

    /// Makes a point of two finite coordinates.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// The edges of the polygons are held against all their corners, which are hardly ever many.
  private static let mostCorners = 4_000

  /// Whether some straight line has all points of one set on one side and all of the other set on
  /// the other; an empty set is apart from any. `nil` where the polygons have too many corners to be
  /// gone through.
  public static func isPossible(_ first: [Point], _ second: [Point]) -> Bool? {
    guard !first.isEmpty, !second.isEmpty else { return true }
    let (a, b) = (hull(of: first), hull(of: second))
    guard a.count + b.count <= mostCorners else { return nil }
    var axes: [Point] = []
    for polygon in [a, b] {
      for (n, point) in polygon.enumerated() {
        let next = polygon[(n + 1) % polygon.count]
        let edge = Point(x: next.x - point.x, y: next.y - point.y)
        axes += [edge, Point(x: -edge.y, y: edge.x)]
      }
    }
    // Two single points have no edge but the one between them.
    axes.append(Point(x: b[0].x - a[0].x, y: b[0].y - a[0].y))
    return axes.contains { keepsApart(a, b, along: $0) }
  }

  private static func keepsApart(_ a: [Point], _ b: [Point], along axis: Point) -> Bool {
    func shadow(_ points: [Point]) -> (low: Double, high: Double) {
      let places = points.map { $0.x * axis.x + $0.y * axis.y }
      return (places.min() ?? 0, places.max() ?? 0)
    }
    let (first, second) = (shadow(a), shadow(b))
    return first.high < second.low || second.high < first.low
  }

  /// The corners of the convex polygon around points, by Andrew's monotone chain; of points on a
  /// line, its two ends.
  private static func hull(of points: [Point]) -> [Point] {
    let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func chain(_ points: some Sequence<Point>) -> [Point] {
      var corners: [Point] = []
      for point in points {
        while corners.count > 1,
          turn(corners[corners.count - 2], corners[corners.count - 1], point) <= 0
        {
          corners.removeLast()
        }
        corners.append(point)
      }
      return corners.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  /// Above 0 where the way from a by b to c turns left.
  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
