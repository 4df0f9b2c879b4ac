internal import Phrases
internal import Texts

/// Texts within a frame, each beside a point, where it covers as little as may be of curves, dots and
/// other texts.
struct PlotLabels {
  typealias Point = (x: Double, y: Double)

  let frame: PlotFrame
  /// What should not be covered.
  private var points: [Point]
  private var taken: [PlotBox] = []

  init(in frame: PlotFrame, around points: [Point]) {
    self.frame = frame
    self.points = points.filter {
      $0.x >= frame.left && $0.x <= frame.right && $0.y >= frame.top && $0.y <= frame.bottom
    }
  }

  /// About as wide as a text is, not less.
  static func width(of text: Wording) -> Double {
    7.3 * Double(DisplayWidth.columns(of: text.text))
  }

  /// Writes a text beside a point.
  mutating func write(_ text: Wording, at point: Point, to output: TextOutput) {
    let width = PlotLabels.width(of: text)
    let places = PlotLabels.places(of: width, at: point).enumerated().map { n, place in
      (box: within(place), cost: cost(of: within(place)) + n)
    }
    guard let best = places.min(by: { $0.cost < $1.cost })?.box else { return }
    taken.append(best)
    output.write(PlotFrame.text(text, best.left, best.top + 12, "onto"))
  }

  /// Places around a point, the nearest first.
  private static func places(of width: Double, at point: Point) -> [PlotBox] {
    var places: [PlotBox] = []
    for gap in [8.0, 22, 40, 64] {
      let (right, left, middle) = (gap, -gap - width, -width / 2)
      let shifts: [Point] = [
        (right, -gap - 16), (left, -gap - 16), (right, gap), (left, gap), (middle, -gap - 18),
        (middle, gap + 2), (right, -8), (left, -8),
      ]
      places += shifts.map {
        PlotBox(left: point.x + $0.x, top: point.y + $0.y, width: width, height: 16)
      }
    }
    return places
  }

  private func within(_ box: PlotBox) -> PlotBox {
    PlotBox(
      left: max(frame.left + 4, min(box.left, frame.right - box.width - 4)),
      top: max(frame.top + 3, min(box.top, frame.bottom - box.height - 6)), width: box.width,
      height: box.height)
  }

  /// What is covered; a text on a text is the worst.
  private func cost(of box: PlotBox) -> Int {
    let around = PlotBox(
      left: box.left - 3, top: box.top - 3, width: box.width + 6, height: box.height + 6)
    return 10_000 * taken.count { $0.meets(box) }
      + 20 * points.count { around.holds(x: $0.x, y: $0.y) }
  }
}
