import CommandTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A plot, read back from its SVG: what stands in one of its frames, in the values of the axes.
struct PlotPicture {
  enum Axis {
    case across, up
  }

  typealias Point = (x: Double, y: Double)

  let source: String
  /// All texts, a line each.
  let text: String
  private let elements: [SVGElement]
  private let frame: (left: Double, top: Double, right: Double, bottom: Double)
  /// Two ticks of each axis, the place and the value; of a logarithmic axis the exponent of 10.
  private let ticks: [Axis: (first: Point, last: Point)]

  /// Reads a picture that a command printed.
  ///
  /// - Parameter frame: which of its frames is meant, counted from 0.
  init(of result: Run, frame number: Int = 0, isLogarithmic: Bool = false) throws {
    try #require(result.code < 2, "\(result.error)")
    source = result.output
    let reader = SVGReader()
    let parser = XMLParser(data: Data(result.output.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "no well-formed XML")
    elements = reader.elements
    text = elements.filter { $0.name == "text" }.map(\.text).joined(separator: "\n") + "\n"
    let frames = elements.filter { $0.look == "frame" }
    let found = try #require(number < frames.count ? frames[number] : nil)
    let (left, top) = (found["x"], found["y"])
    let (right, bottom) = (left + found["width"], top + found["height"])
    frame = (left, top, right, bottom)
    let scale = { (value: Double) in isLogarithmic ? log10(value) : value }
    let up = elements.filter {
      $0.look == "end" && ($0["y"] - 4 > top - 1) && ($0["y"] - 4 < bottom + 1)
    }.compactMap { tick in Double(tick.text).map { (x: tick["y"] - 4, y: scale($0)) } }
    let across = elements.filter { $0.look == "middle" && abs($0["y"] - bottom - 16) < 0.2 }
      .compactMap { tick in Double(tick.text).map { (x: tick["x"], y: $0) } }
    var ticks: [Axis: (first: Point, last: Point)] = [:]
    if let first = up.first, let last = up.last { ticks[.up] = (first, last) }
    if let first = across.first, let last = across.last { ticks[.across] = (first, last) }
    self.ticks = ticks
  }

  /// The value for which a place of the picture stands.
  func value(_ place: Double, _ axis: Axis) -> Double {
    guard let (first, last) = ticks[axis], first.x != last.x else { return .nan }
    return first.y + (place - first.x) * (last.y - first.y) / (last.x - first.x)
  }

  /// The middles of the circles with a look.
  func circles(_ look: String) -> [Point] {
    elements.filter { $0.name == "circle" && $0.look == look }
      .map { (x: $0["cx"], y: $0["cy"]) }.filter(isInFrame)
  }

  /// The points of the paths with a look, as far as these are given by their places.
  func paths(_ look: String) -> [[Point]] {
    elements.filter { $0.name == "path" && $0.look == look }.map { element in
      element.attributes["d", default: ""].prefix { !"hvlz".contains($0) }
        .split { $0 == "M" || $0 == "L" }.compactMap { pair in
          let numbers = pair.split(separator: " ").compactMap { Double($0) }
          return numbers.count == 2 ? (x: numbers[0], y: numbers[1]) : nil
        }
    }.filter { $0.first.map(isInFrame) ?? false }
  }

  /// The upper edges of the bars.
  var bars: [Double] {
    elements.filter { $0.look == "bar" && $0["y"] + $0["height"] < frame.bottom + 0.2 }
      .map { $0["y"] }
  }

  private func isInFrame(_ point: Point) -> Bool {
    point.x > frame.left - 1 && point.x < frame.right + 1 && point.y > frame.top - 1
      && point.y < frame.bottom + 1
  }
}

/// An element of a picture, with the text in it.
struct SVGElement {
  let name: String
  let attributes: [String: String]
  var text = ""

  var look: String { attributes["class", default: ""] }

  /// An attribute as a number.
  subscript(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? .nan }
}

/// Collects the elements of a picture.
private final class SVGReader: NSObject, XMLParserDelegate {
  var elements: [SVGElement] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append(SVGElement(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for place in open { elements[place].text += text }
  }
}

extension Double {
  /// Whether it is no further from another than so much.
  func isNear(_ other: Double, _ distance: Double) -> Bool { abs(self - other) <= distance }
}
