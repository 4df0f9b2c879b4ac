internal import Phrases
internal import ScalarBackprop
internal import Texts

/// How classes are told apart: samples by shape, regions by hatching, both without colour.
struct ClassMarks {
  let classes: Classes
  /// What each class is called.
  let names: [String]

  /// Takes the classes of samples and the names of the network's outputs.
  init(_ classes: Classes, outputs: [String], language: Language) {
    self.classes = classes
    names =
      classes.threshold == nil
      ? outputs
      : [classes.threshold == 0 ? "-1" : "0", "1"].map { Phrase.targetIs($0)[language] }
  }

  /// A mark within 9 by 9, from its left edge at half its height.
  private static let shapes = [
    "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z", "m0-4.5h9v9h-9z", "m-.5 4.5l5-9.5 5 9.5z",
    "l4.5-5.5 4.5 5.5-4.5 5.5z", "m0-4.5l9 9m0-9l-9 9", "h9m-4.5-4.5v9",
  ]

  func writeMark(of number: Int, x: Double, y: Double, to output: TextOutput) {
    let shape = ClassMarks.shapes[number % ClassMarks.shapes.count]
    output.write("<path class=\"mark\" d=\"M\((x - 4.5).short) \(y.short)\(shape)\"/>\n")
  }

  /// The class that a sample's targets tell.
  func number(of sample: Sample) -> Int { classes.number(of: sample.targets ?? []) }

  /// Each class's hatching with its shape on it, and its name, on one line as far as there is room.
  func writeLegend(x: Double, y: Double, width: Double, to output: TextOutput) {
    var place = x
    for (number, name) in names.enumerated() {
      let room = 34 + 8 * Double(DisplayWidth.columns(of: name.visible))
      guard place + room <= x + width else { return }
      output.write(
        "<path class=\"region k\(number % 4)\" d=\"M\(place.short) \((y - 14).short)h24v19h-24z\"/>\n"
      )
      writeMark(of: number, x: place + 12, y: y - 4.5, to: output)
      output.write(PlotFrame.text(name, place + 30, y, ""))
      place += room + 10
    }
  }

  /// Regions of a plane, one path a class.
  static func write(_ map: ClassMap, in frame: PlotFrame, to output: TextOutput) {
    let (width, height) = (
      (frame.right - frame.left) / Double(map.cells), (frame.bottom - frame.top) / Double(map.cells)
    )
    var paths: [Int: String] = [:]
    for row in 0..<map.cells {
      var start = 0
      for column in 1...map.cells {
        let number = map[start, row]
        guard column == map.cells || map[column, row] != number else { continue }
        let (x, y) = (frame.left + width * Double(start), frame.top + height * Double(row))
        let length = (width * Double(column - start)).short
        paths[number, default: ""] +=
          "M\(x.short) \(y.short)h\(length)v\(height.short)h-\(length)z"
        start = column
      }
    }
    for (number, path) in paths.sorted(by: { $0.key < $1.key }) {
      output.write("<path class=\"region k\(number % 4)\" d=\"\(path)\"/>\n")
    }
  }

  /// The hatchings, which regions refer to.
  static let patterns = """
    <defs>
    <pattern id="hatch1" width="7" height="7" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="b1" width="7" height="7"/>\
    <path class="line" d="M0 0v7"/></pattern>
    <pattern id="hatch2" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="b2" width="8" height="8"/><path class="line" d="M4 3v2"/></pattern>
    <pattern id="hatch3" width="7" height="7" patternUnits="userSpaceOnUse">\
    <rect class="b3" width="7" height="7"/><path class="line" d="M0 0h7"/></pattern>
    </defs>

    """
}
