internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The names of the lines in a plane, each beside its line, where it lies on no sample and no other
/// name, and as far from the other lines as may be.
struct LineNames {
  typealias Point = (x: Double, y: Double)

  /// A line from one edge of the frame to another.
  struct Line {
    var name: Wording
    var start, end: Point
    /// Whether it lay there before the training.
    var isOld = false

    /// How far a point is from the line.
    func distance(from point: Point) -> Double {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { return .infinity }
      return (dx * (point.y - start.y) - dy * (point.x - start.x)).magnitude / length
    }
  }

  /// Of more lines than these, not counting old ones, none is named.
  static let most = 4

  private var names: [(text: Wording, isOld: Bool, place: PlotBox)] = []

  /// Finds the places.
  init(_ lines: [Line], around samples: [Point], in frame: PlotFrame) {
    guard lines.count(where: { !$0.isOld }) <= LineNames.most else { return }
    var taken = samples.map { PlotBox(left: $0.x - 7, top: $0.y - 7, width: 14, height: 14) }
    for (n, line) in lines.enumerated() {
      let others = lines.indices.filter { $0 != n }.map { lines[$0] }
      func clearance(_ box: PlotBox) -> Double {
        min(30, others.map { $0.distance(from: box.middle) }.min() ?? 30)
      }
      let free = LineNames.places(beside: line, in: frame).filter { place in
        !taken.contains { $0.meets(place) }
      }
      // The first one of those that are as good.
      guard
        let place = free.enumerated().max(by: {
          (clearance($0.element), $1.offset) < (clearance($1.element), $0.offset)
        })?.element
      else { continue }
      taken.append(place)
      names.append((line.name, line.isOld, place))
    }
  }

  /// Places near a line's ends first, on either side of it.
  private static func places(beside line: Line, in frame: PlotFrame) -> [PlotBox] {
    let width = 8 * Double(DisplayWidth.columns(of: line.name.text))
    return [0.88, 0.12, 0.75, 0.25, 0.62, 0.38, 0.5].flatMap { share in
      [false, true].map { isLeft in
        let x = line.start.x + share * (line.end.x - line.start.x) + (isLeft ? -width - 5 : 5)
        let y = line.start.y + share * (line.end.y - line.start.y) - 19
        return PlotBox(
          left: min(max(x, frame.left + 3), frame.right - width - 3),
          top: min(max(y, frame.top), frame.bottom - 18), width: width, height: 15)
      }
    }
  }

  func write(to output: TextOutput) {
    for (text, isOld, place) in names {
      let look = isOld ? "onto past" : "onto"
      output.write(PlotFrame.text(text, place.left, place.top + 14, look))
    }
  }
}

extension PlotFrame {
  /// Where a line crosses the frame, in the picture: two places or none.
  func crossings(_ line: DecisionPlane.Line) -> [LineNames.Point] {
    var ends: [LineNames.Point] = []
    func add(_ x: Double, _ y: Double) {
      guard x.isFinite, y.isFinite, self.x.range.contains(x), self.y.range.contains(y) else {
        return
      }
      let point = (x: self.x.place(x), y: self.y.place(y))
      let isKnown = ends.contains { abs($0.x - point.x) + abs($0.y - point.y) < 0.5 }
      if !isKnown { ends.append(point) }
    }
    if line.b != 0 { for x in [x.low, x.high] { add(x, -(line.a * x + line.c) / line.b) } }
    if line.a != 0 { for y in [y.low, y.high] { add(-(line.b * y + line.c) / line.a, y) } }
    return ends.count > 1 ? Array(ends.prefix(2)) : []
  }
}
