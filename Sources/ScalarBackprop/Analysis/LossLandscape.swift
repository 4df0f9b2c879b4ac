/// The loss as a function of two parameters, with the paths that optimizers take on it from one start.
package struct LossLandscape {
  /// The part of the plane of the two parameters that is looked at.
  package let x, y: ClosedRange<Double>
  /// Whether a unit is as long upwards as it is to the right, in a picture of the asked proportions.
  package let isTrueToScale: Bool
  /// One path an optimizer, in the order they were asked for.
  package let paths: [OptimizerPath]
  /// The lines of equal loss.
  package let levels: LevelLines

  private static let (columns, rows) = (124, 80)

  /// Goes all paths and looks at the loss around them.
  ///
  /// - Parameters:
  ///   - optimizers: at least one.
  ///   - mostSteps: how many steps a path has at most.
  ///   - aspect: the picture's width over its height.
  ///   - rounding: of the paths, as for `train`; the loss around them is exact.
  package init(
    _ surface: LossSurface, paths optimizers: [Optimizer], atMost mostSteps: Int, aspect: Double,
    rounding: Rounding? = nil
  ) {
    let paths = optimizers.map { surface.path(of: $0, atMost: mostSteps, rounding: rounding) }
    self.paths = paths
    let points = LossLandscape.points(worthSeeing: paths, on: surface)
    let (x, y) = (
      ClosedRange.around(points.map(\.x), margin: 0.12),
      ClosedRange.around(points.map(\.y), margin: 0.12)
    )
    (self.x, self.y, isTrueToScale) = LossLandscape.toScale(x, y, aspect: aspect)
    levels = LevelLines(
      x: self.x, y: self.y, columns: LossLandscape.columns, rows: LossLandscape.rows
    ) { surface.loss(at: Separation.Point(x: $0, y: $1)) }
  }

  /// The points of all paths where the loss is at most four times that of the start, which in a valley is
  /// twice as far up; where there are none, the first steps.
  private static func points(
    worthSeeing paths: [OptimizerPath], on surface: LossSurface
  ) -> [Separation.Point] {
    let most = 4 * surface.loss(at: surface.start)
    let good = paths.flatMap { $0.points.dropFirst() }.filter { surface.loss(at: $0) <= most }
    let first = paths.flatMap { $0.points.prefix(2) }
    return [surface.start] + (good.isEmpty ? first : good)
  }

  /// Widens one range so that a unit is as long in both, unless that would leave much of the picture
  /// empty.
  private static func toScale(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, aspect: Double
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>, isTrue: Bool) {
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let unit = max(width / aspect, height)
    guard unit <= mostWidening * min(width / aspect, height) else { return (x, y, false) }
    return (x.widened(to: unit * aspect), y.widened(to: unit), true)
  }

  private static let mostWidening = 3.0
}

extension ClosedRange<Double> {
  /// A range of this width around the same middle; the same where it is as wide.
  func widened(to width: Double) -> ClosedRange {
    let room = Swift.max(0, width - (upperBound - lowerBound)) / 2
    return lowerBound - room...upperBound + room
  }
}
