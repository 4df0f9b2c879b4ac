internal import Phrases
internal import ScalarBackprop
internal import Texts

/// How classes are told apart: samples by shape, regions by hatching, both without colour.
struct ClassMarks {
  /// What each class is called.
  let names: [Wording]

  /// More classes than this could not be told apart.
  static let most = 6

  /// Takes the classes of samples and the names of the network's outputs; `nil` where there are too
  /// many.
  init?(_ classes: Classes, outputs: [Wording], language: Language) {
    guard classes.count <= ClassMarks.most else { return nil }
    names =
      classes.threshold == nil
      ? outputs
      : (0..<classes.count).map { number in
        let bits = outputs.indices.reversed().map { k in
          number >> k & 1 == 1 ? "1" : classes.threshold == 0 ? "-1" : "0"
        }
        return Phrase.targetIs(bits.joined(separator: ", ")).wording(in: language)
      }
  }

  private init(names: [Wording]) { self.names = names }

  /// Marks of samples that are of no class: one and the same for all.
  static let plain = ClassMarks(names: [""])

  /// A mark within 9 by 9, from its left edge at half its height.
  private static let shapes = [
    "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z", "m0-4.5h9v9h-9z", "m-.5 4.5l5-9.5 5 9.5z",
    "l4.5-5.5 4.5 5.5-4.5 5.5z", "m0-4.5l9 9m0-9l-9 9", "h9m-4.5-4.5v9",
  ]

  func writeMark(of number: Int, x: Double, y: Double, to output: TextOutput) {
    output.write(
      "<path class=\"mark\" d=\"M\((x - 4.5).short) \(y.short)\(ClassMarks.shapes[number])\"/>\n")
  }

  /// Writes the marks of samples, and says whether some would have lain on each other and so stand
  /// side by side.
  func writeMarks(
    _ places: [(x: Double, y: Double, class: Int)], to output: TextOutput
  ) -> Bool {
    var taken: [Spot: Int] = [:]
    for place in places {
      let spot = Spot(x: (place.x / 3).rounded(), y: (place.y / 3).rounded())
      let before = taken[spot, default: 0]
      taken[spot] = before + 1
      guard before < ClassMarks.mostBeside else { continue }
      writeMark(of: place.class, x: place.x + 6 * Double(before), y: place.y, to: output)
    }
    return taken.values.contains { $0 > 1 }
  }

  /// More samples than this at one place are not drawn.
  private static let mostBeside = 4

  private struct Spot: Hashable {
    var x, y: Double
  }

  /// Each class's hatching, where regions are drawn, with its shape on it, and its name; on one line
  /// as far as there is room.
  func writeLegend(
    x: Double, y: Double, width: Double, showsRegions: Bool, to output: TextOutput
  ) {
    var place = x
    for (number, name) in names.enumerated() {
      let room = 34 + 8 * Double(DisplayWidth.columns(of: name.text))
      guard place + room <= x + width else { return }
      if showsRegions {
        let box = "M\(place.short) \((y - 14).short)h24v19h-24z"
        output.write("<path class=\"region k\(number)\" d=\"\(box)\"/>\n")
      }
      writeMark(of: number, x: place + 12, y: y - 4.5, to: output)
      output.write(PlotFrame.text(name, place + 30, y, ""))
      place += room + 10
    }
  }

  /// Regions of a plane, one path a class.
  static func write(_ regions: DecisionRegions, in frame: PlotFrame, to output: TextOutput) {
    let cells = Double(regions.cells)
    let (width, height) = (
      (frame.right - frame.left) / cells, (frame.bottom - frame.top) / cells
    )
    var paths: [Int: String] = [:]
    for row in 0..<regions.cells {
      var start = 0
      for column in 1...regions.cells {
        let number = regions[start, row]
        guard column == regions.cells || regions[column, row] != number else { continue }
        let (x, y) = (frame.left + width * Double(start), frame.top + height * Double(row))
        let length = (width * Double(column - start)).short
        paths[number, default: ""] +=
          "M\(x.short) \(y.short)h\(length)v\(height.short)h-\(length)z"
        start = column
      }
    }
    for (number, path) in paths.sorted(by: { $0.key < $1.key }) {
      output.write("<path class=\"region k\(number)\" d=\"\(path)\"/>\n")
    }
  }

  /// The hatchings, which regions refer to: all but the first class have one.
  static let patterns =
    "<defs>\n"
    + [
      ("rotate(45)", "M0 0v7"), ("", "M3.5 2.5v2"), ("", "M0 0h7"), ("", "M0 0v7"),
      ("rotate(45)", "M0 0v7M0 0h7"),
    ].enumerated().map { n, hatch in
      "<pattern id=\"hatch\(n + 1)\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\""
        + (hatch.0.isEmpty ? "" : " patternTransform=\"\(hatch.0)\"")
        + "><rect class=\"b\(n + 1)\" width=\"7\" height=\"7\"/>"
        + "<path class=\"line\" d=\"\(hatch.1)\"/></pattern>\n"
    }.joined() + "</defs>\n"

  /// The look of regions and marks, light and dark.
  static let style =
    ".region{shape-rendering:crispEdges}.k0{fill:#e3ecf8}"
    + (1..<most).map { ".k\($0){fill:url(#hatch\($0))}" }.joined()
    + ".b1{fill:#fbe9d3}.b2{fill:#dcefdc}.b3{fill:#ecdff2}.b4{fill:#f4f0cf}.b5{fill:#f7dfe3}"
    + ".line{stroke:#a8743f;stroke-width:1;fill:none}.mark{fill:#fff;stroke:#111;stroke-width:1.5}"
  static let darkStyle =
    ".k0{fill:#203247}.b1{fill:#43301d}.b2{fill:#20382a}.b3{fill:#372a40}.b4{fill:#3a3718}"
    + ".b5{fill:#43262c}.line{stroke:#b08a60}.mark{fill:#16181c;stroke:#f2f2f2}"
}
