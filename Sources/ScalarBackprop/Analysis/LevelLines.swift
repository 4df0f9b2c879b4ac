/// The lines on which a function of two numbers has a value, found on a grid of cells.
package struct LevelLines {
  /// Where it is looked at, in the two numbers' own units.
  let x, y: ClosedRange<Double>
  private let columns, rows: Int
  private let value: (Double, Double) -> Double
  /// The function at the corners of the cells, row by row from the bottom up.
  private let values: [Double]

  /// Asks for the value at every corner of a cell.
  ///
  /// - Parameters:
  ///   - x: of a width that is finite, as `y`.
  ///   - columns: how many cells stand side by side, at least 1, and so `rows`.
  ///   - value: may be no finite number; then no line goes through the cells around.
  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    _ value: @escaping (Double, Double) -> Double
  ) {
    (self.x, self.y, self.columns, self.rows, self.value) = (x, y, columns, rows, value)
    let xs = x.steps(columns)
    values = y.steps(rows).flatMap { y in xs.map { value($0, y) } }
  }

  /// The least and the greatest finite value at a corner; `nil` where there is none.
  package var range: ClosedRange<Double>? {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return least...greatest
  }

  /// The lines of a value, each from end to end; of one that closes the first point is the last.
  package func lines(at level: Double) -> [[Separation.Point]] {
    let links = links(at: level)
    var open = Set(links.keys)
    var lines: [[Separation.Point]] = []
    // Lines with ends first; what is left then are rings.
    let ends = links.keys.filter { links[$0]?.count == 1 }.sorted()
    for start in ends + links.keys.sorted() where open.contains(start) {
      var line = [start]
      open.remove(start)
      while let next = links[line[line.count - 1]]?.first(where: open.contains) {
        line.append(next)
        open.remove(next)
      }
      let closes = line.count > 2 && links[line[line.count - 1]]?.contains(start) == true
      lines.append((line + (closes ? [start] : [])).map { crossing(of: $0, at: level) })
    }
    return lines
  }

  /// The sides of cells that a line crosses, each with those it goes on to.
  private func links(at level: Double) -> [Int: [Int]] {
    var links: [Int: [Int]] = [:]
    for row in 0..<rows {
      for column in 0..<columns {
        for (a, b) in segments(column, row, level) {
          links[a, default: []].append(b)
          links[b, default: []].append(a)
        }
      }
    }
    return links
  }

  /// The pairs of a cell's sides between which a line goes through it.
  private func segments(_ column: Int, _ row: Int, _ level: Double) -> [(Int, Int)] {
    let first = row * (columns + 1) + column
    let corners = [first, first + 1, first + columns + 2, first + columns + 1]
    let found = corners.map { values[$0] }
    guard found.allSatisfy(\.isFinite) else { return [] }
    let isAbove = found.map { $0 > level }
    // Sides in turn: below, right, above, left; a level side is even, an upright one odd.
    let sides = [2 * corners[0], 2 * corners[1] + 1, 2 * corners[3], 2 * corners[0] + 1]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    guard crossed.count == 4 else {
      return crossed.count == 2 ? [(sides[crossed[0]], sides[crossed[1]])] : []
    }
    // Of a saddle the middle says which corners hang together.
    let middle = found.reduce(0) { $0 + $1 / 4 } > level
    return middle == isAbove[0]
      ? [(sides[0], sides[1]), (sides[2], sides[3])] : [(sides[3], sides[0]), (sides[1], sides[2])]
  }

  /// Where a line crosses a side of a cell, found by false position.
  private func crossing(of side: Int, at level: Double) -> Separation.Point {
    let first = side / 2
    let second = side % 2 == 0 ? first + 1 : first + columns + 1
    let (a, b) = (corner(first), corner(second))
    func point(_ share: Double) -> Separation.Point {
      Separation.Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
    }
    var (low, high) = (0.0, 1.0)
    var (atLow, atHigh) = (values[first] - level, values[second] - level)
    var lastWasLow: Bool?
    var best = (share: 0.5, distance: Double.infinity)
    for _ in 0..<LevelLines.refinements {
      let share = low + (high - low) * (atLow / (atLow - atHigh))
      guard share.isFinite else { break }
      let place = point(share)
      let found = value(place.x, place.y) - level
      if found.magnitude < best.distance { best = (share, found.magnitude) }
      guard found.isFinite, found != 0 else { break }
      let isLow = (found > 0) == (atLow > 0)
      if isLow { (low, atLow) = (share, found) } else { (high, atHigh) = (share, found) }
      // An end that stays twice counts half, or it would stay for good (Illinois).
      if isLow == lastWasLow { if isLow { atHigh /= 2 } else { atLow /= 2 } }
      lastWasLow = isLow
    }
    return point(best.share)
  }

  private static let refinements = 8

  private func corner(_ n: Int) -> Separation.Point {
    let (row, column) = n.quotientAndRemainder(dividingBy: columns + 1)
    return Separation.Point(
      x: x.part(Double(column) / Double(columns)), y: y.part(Double(row) / Double(rows)))
  }
}
