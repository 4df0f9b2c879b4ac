import Foundation
import Testing

/// An SVG picture of plots, read back.
struct Picture {
  typealias Place = (x: Double, y: Double)

  /// A frame's rectangle.
  struct Frame {
    var left, top, width, height: Double

    func holds(_ place: Place) -> Bool {
      place.x >= left - 0.1 && place.x <= left + width + 0.1 && place.y >= top - 0.1
        && place.y <= top + height + 0.1
    }

    /// What a place stands for, with the values at the frame's ends.
    func values(
      at place: Place, x: ClosedRange<Double>, y: ClosedRange<Double>
    ) -> (Double, Double) {
      (
        x.lowerBound + (x.upperBound - x.lowerBound) * (place.x - left) / width,
        y.upperBound - (y.upperBound - y.lowerBound) * (place.y - top) / height
      )
    }
  }

  let text: String

  init(_ text: String) { self.text = text }

  private var lines: [Substring] { text.split(separator: "\n") }

  private func attribute(_ name: String, of line: Substring) -> String? {
    line.firstRange(of: " \(name)=\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  private func number(_ name: String, of line: Substring) -> Double {
    attribute(name, of: line).flatMap(Double.init) ?? .nan
  }

  private func elements(_ tag: String, _ look: String) -> [Substring] {
    lines.filter { $0.hasPrefix("<\(tag) ") && attribute("class", of: $0) == look }
  }

  /// What is written, one text a line, without the places of raised and lowered labels.
  var words: [String] {
    lines.filter { $0.hasPrefix("<text") }.map { line in
      line.split(separator: "<").compactMap {
        $0.split(separator: ">", maxSplits: 1).dropFirst().first
      }
      .joined()
    }
  }

  /// The vertices of each path of a look.
  func paths(of look: String) -> [[Place]] {
    elements("path", look).map { line in
      let numbers = (attribute("d", of: line) ?? "").split { "ML ".contains($0) }
        .map { Double($0) ?? .nan }
      return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }
  }

  func circles(of look: String) -> [Place] {
    elements("circle", look).map { (number("cx", of: $0), number("cy", of: $0)) }
  }

  /// Where the drawing of each sample's mark begins.
  var marks: [Place] {
    elements("path", "mark").compactMap { line in
      let numbers = (attribute("d", of: line) ?? "").dropFirst()
        .prefix { "0123456789.- ".contains($0) }.split(separator: " ").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
  }

  func texts(of look: String) -> [(text: String, x: Double, y: Double)] {
    elements("text", look).map { line in
      let content = line.split(separator: ">", maxSplits: 1).last ?? ""
      return (
        String(content.prefix { $0 != "<" }), number("x", of: line), number("y", of: line)
      )
    }
  }

  var frames: [Frame] {
    elements("rect", "frame").map { line in
      Frame(
        left: number("x", of: line), top: number("y", of: line), width: number("width", of: line),
        height: number("height", of: line))
    }
  }

  /// Where values stand on the axis of the first frame, by what is written beside it.
  func axis(_ values: [Double], isUpright: Bool) throws -> (Double) -> Double {
    let ticks = ticks(of: frames[0])
    let scale = isUpright ? ticks.y : ticks.x
    for value in values {
      let names = texts(of: isUpright ? "end" : "middle").filter { Double($0.text) == value }
      #expect(
        names.contains { abs((isUpright ? $0.y - 4 : $0.x) - scale(value)) < 0.15 }, "\(value)")
    }
    return scale
  }

  /// Where values stand on a frame's two axes, by the outermost of what is written beside them.
  func ticks(of frame: Frame) -> (x: (Double) -> Double, y: (Double) -> Double) {
    let below = texts(of: "middle").filter {
      abs($0.y - frame.top - frame.height - 16) < 0.1 && $0.x >= frame.left - 1
        && $0.x <= frame.left + frame.width + 1
    }.compactMap { name in Double(name.text).map { ($0, name.x) } }
    let beside = texts(of: "end").filter {
      abs($0.x - frame.left + 7) < 0.1 && $0.y >= frame.top && $0.y <= frame.top + frame.height + 9
    }.compactMap { name in Double(name.text).map { ($0, name.y - 4) } }
    return (Picture.line(through: below), Picture.line(through: beside))
  }

  private static func line(through points: [(Double, Double)]) -> (Double) -> Double {
    let sorted = points.sorted { $0.0 < $1.0 }
    guard let first = sorted.first, let last = sorted.last, first.0 < last.0 else {
      return { _ in .nan }
    }
    return { first.1 + ($0 - first.0) * (last.1 - first.1) / (last.0 - first.0) }
  }
}
