internal import Texts

extension PlotFrame {
  typealias Place = (x: Double, y: Double)

  /// Whether a place of the picture lies within the frame.
  func holds(_ place: Place) -> Bool {
    (left...right).contains(place.x) && (top...bottom).contains(place.y)
  }

  /// The places of a way up to where it leaves the frame for good.
  func untilGone(_ places: [Place]) -> [Place] {
    let last = places.lastIndex(where: holds) ?? 0
    return Array(places.prefix(last + 2))
  }

  /// A line through places as far as they lie within the frame; nothing where none of it does.
  func pathWithin(_ places: [Place]) -> String {
    var path = ""
    var last: Place?
    for (a, b) in zip(places, places.dropFirst()) {
      guard let part = part(from: a, to: b) else { continue }
      if let last, last == part.start {} else { path += "M" + PlotFrame.text(part.start) }
      path += "L" + PlotFrame.text(part.end)
      last = part.end
    }
    return path
  }

  /// Places along a line within the frame, no further apart than a letter is wide.
  func steps(along line: [Place]) -> [Place] {
    zip(line, line.dropFirst()).flatMap { a, b -> [Place] in
      guard let part = part(from: a, to: b) else { return [] }
      let (dx, dy) = (part.end.x - part.start.x, part.end.y - part.start.y)
      let count = Int((abs(dx) + abs(dy)) / 7) + 1
      return (0...count).map {
        let share = Double($0) / Double(count)
        return (part.start.x + share * dx, part.start.y + share * dy)
      }
    }
  }

  private static func text(_ place: Place) -> String { "\(place.x.short) \(place.y.short)" }

  /// What lies within the frame of the way between two places (Liang and Barsky).
  private func part(from a: Place, to b: Place) -> (start: Place, end: Place)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    guard a.x.isFinite, a.y.isFinite, dx.isFinite, dy.isFinite else { return nil }
    var (first, last) = (0.0, 1.0)
    for (step, room) in [
      (-dx, a.x - left), (dx, right - a.x), (-dy, a.y - top), (dy, bottom - a.y),
    ] {
      if step == 0, room < 0 { return nil }
      guard step != 0 else { continue }
      if step < 0 { first = max(first, room / step) } else { last = min(last, room / step) }
    }
    guard first <= last else { return nil }
    // Far out a place is known only roughly.
    func place(_ share: Double) -> Place {
      (
        min(max(a.x + share * dx, left), right), min(max(a.y + share * dy, top), bottom)
      )
    }
    return (first == 0 ? a : place(first), last == 1 ? b : place(last))
  }
}

extension Scale {
  /// Where a value stands, however far beyond the ends.
  func farPlace(_ value: Double) -> Double {
    start + (end - start) * ((value - low) / (high - low))
  }
}
