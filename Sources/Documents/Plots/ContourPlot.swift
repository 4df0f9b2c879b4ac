internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws lines of equal loss in the plane of two parameters, each with its loss beside it where there
/// is room.
struct ContourPlot {
  private let frame: PlotFrame
  /// The loss as it is written, and its lines in the picture.
  private let contours: [(name: String, lines: [[PlotFrame.Place]])]

  private static let count = 10

  /// Finds the lines, and takes them to their places in the picture.
  init(
    _ levels: LevelLines, in frame: PlotFrame, _ place: (Separation.Point) -> PlotFrame.Place
  ) {
    self.frame = frame
    contours = ContourPlot.losses(levels.range).map { loss in
      (loss.text, levels.lines(at: loss.value).map { $0.map(place) })
    }
  }

  /// Losses between the least and the greatest, closer together where they are small, in as few digits
  /// as tell them apart.
  static func losses(_ range: ClosedRange<Double>?) -> [(value: Double, text: String)] {
    guard let range, range.upperBound - range.lowerBound < .infinity else { return [] }
    let exact = (1..<count).map { n in
      let share = Double(n) / Double(count)
      return range.lowerBound + (range.upperBound - range.lowerBound) * share * share * share
    }
    let rounded = (2...12).lazy.map { digits in
      exact.map(NumberFormat.significant(digits).rounded)
    }.first { Set($0).count == exact.count && $0[0] > range.lowerBound }
    return (rounded ?? []).map { ($0, NumberFormat.significant(12).text($0)) }
  }

  /// Draws the lines.
  func write(to output: TextOutput) {
    for contour in contours {
      let path = contour.lines.map(frame.pathWithin).joined()
      guard !path.isEmpty else { continue }
      output.write("<path class=\"contour\" d=\"\(path)\"/>\n")
    }
  }

  private struct Box {
    var left, top, width: Double
    static let height = 13.0

    func meets(_ other: Box) -> Bool {
      left < other.left + other.width && other.left < left + width
        && top < other.top + Box.height && other.top < top + Box.height
    }
  }

  /// Writes the losses on their lines, away from places that are taken and from each other.
  func writeNames(around taken: [PlotFrame.Place], to output: TextOutput) {
    var boxes = taken.map { Box(left: $0.x - 5, top: $0.y - Box.height / 2, width: 10) }
    for contour in contours.reversed() {
      let width = 7 * Double(contour.name.utf8.count) + 4
      let free = contour.lines.joined().lazy.map {
        Box(left: $0.x - width / 2, top: $0.y - Box.height / 2, width: width)
      }.first { box in isInside(box) && !boxes.contains { $0.meets(box) } }
      guard let free else { continue }
      boxes.append(free)
      output.write(
        PlotFrame.text(
          contour.name, free.left + width / 2, free.top + 10.5, "onto middle small"))
    }
  }

  private func isInside(_ box: Box) -> Bool {
    box.left > frame.left + 4 && box.left + box.width < frame.right - 4
      && box.top > frame.top + 4 && box.top + Box.height < frame.bottom - 4
  }
}
