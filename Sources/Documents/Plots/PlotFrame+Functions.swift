internal import Texts

extension PlotFrame {
  typealias Point = (x: Double, y: Double)

  /// Where a value stands.
  func point(_ value: Double, _ height: Double) -> Point { (x.place(value), y.place(height)) }

  /// Draws a function given by its values, with a gap wherever one is not finite; gives the points back.
  @discardableResult
  func writeCurve(
    _ values: [(x: Double, y: Double)], _ look: String, to output: TextOutput
  ) -> [Point] {
    var runs: [[Point]] = [[]]
    for value in values {
      guard value.y.isFinite else {
        if runs.last?.isEmpty == false { runs.append([]) }
        continue
      }
      runs[runs.count - 1].append(point(value.x, value.y))
    }
    let drawn = runs.filter { $0.count > 1 }
    if !drawn.isEmpty {
      let path = drawn.map(PlotFrame.path).joined()
      output.write("<path class=\"curve \(look)\" d=\"\(path)\"/>\n")
    }
    return drawn.flatMap { $0 + PlotFrame.between($0) }
  }

  /// Points on long straight parts, such as those of a jump.
  private static func between(_ points: [Point]) -> [Point] {
    zip(points, points.dropFirst()).flatMap { a, b -> [Point] in
      let count = Int(min(100, max((a.x - b.x).magnitude, (a.y - b.y).magnitude) / 8))
      return (0..<count).map { n in
        let share = (Double(n) + 0.5) / Double(count)
        return (a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
      }
    }
  }

  /// Draws the line through a point with a slope, as far as the frame goes; gives points of it back.
  @discardableResult
  func writeTangent(
    at value: Double, _ height: Double, slope: Double, to output: TextOutput
  ) -> [Point] {
    let ends = tangent(at: value, height, slope: slope)
    guard let (start, end) = ends else { return [] }
    output.write("<path class=\"curve c1 tangent\" d=\"\(PlotFrame.path([start, end]))\"/>\n")
    return (0...60).map { n in
      let share = Double(n) / 60
      return (start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
    }
  }

  /// The ends of a tangent within the frame.
  private func tangent(
    at value: Double, _ height: Double, slope: Double
  ) -> (start: Point, end: Point)? {
    guard height.isFinite, slope.isFinite, y.range.contains(height) else { return nil }
    func end(_ limit: Double) -> Point {
      let wanted = height + slope * (limit - value)
      let most = min(max(wanted, y.low), y.high)
      guard wanted != most, slope != 0 else {
        return point(limit, height + slope * (limit - value))
      }
      return point(value + (most - height) / slope, most)
    }
    return (end(x.low), end(x.high))
  }

  /// Draws a dashed line between two points.
  func writeGuide(_ start: Point, _ end: Point, to output: TextOutput) {
    output.write("<path class=\"guide\" d=\"\(PlotFrame.path([start, end]))\"/>\n")
  }
}
