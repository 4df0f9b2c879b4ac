internal import Phrases
internal import Texts

/// What the marks of a picture mean, and their numbers: a row each.
struct PlotLegend {
  /// What stands before a row.
  enum Mark {
    case dot, ring, spot, dashes, arrow, bar, factor, none
  }

  private(set) var rows: [(mark: Mark, text: Wording)] = []

  static let rowHeight = 22.0
  private static let textStart = 40.0

  mutating func add(_ mark: Mark, _ text: Wording) { rows.append((mark, text)) }

  /// How much room it takes.
  var height: Double { PlotLegend.rowHeight * Double(rows.count) }
  var width: Double {
    PlotLegend.textStart + (rows.map { PlotLabels.width(of: $0.text) }.max() ?? 0)
  }

  /// All rows behind each other, for those who see nothing.
  func sentence(_ language: Language) -> Wording {
    rows.reduce("" as Wording) { text, row in
      text.isEmpty ? row.text : text + Phrase.semicolon.wording(in: language) + row.text
    }
  }

  /// Writes the rows below each other, the first one at a height.
  func write(x: Double, y: Double, to output: TextOutput) {
    for (n, row) in rows.enumerated() {
      let middle = y + PlotLegend.rowHeight * Double(n)
      output.write(PlotLegend.drawing(of: row.mark, x: x, y: middle))
      let start = row.mark == .none ? x : x + PlotLegend.textStart
      output.write(PlotFrame.text(row.text, start, middle + 4, ""))
    }
  }

  private static func drawing(of mark: Mark, x: Double, y: Double) -> String {
    switch mark {
    case .dot: circle("dot c0", x + 14, y, 4.5)
    case .ring: circle("dot c2", x + 14, y, 4.5)
    case .spot: circle("spot", x + 14, y, 3)
    case .dashes: "<path class=\"curve c1\" d=\"M\(x.short) \(y.short)h28\"/>\n"
    case .arrow: arrow(from: (x, y), to: (x + 28, y))
    case .bar:
      "<rect class=\"bar\" x=\"\((x + 6).short)\" y=\"\((y - 7).short)\" width=\"16\" height=\"14\"/>\n"
    case .factor: PlotFrame.text("×", x + 14, y + 4, "middle")
    case .none: ""
    }
  }

  /// A circle in the look of a class.
  static func circle(_ look: String, _ x: Double, _ y: Double, _ radius: Double) -> String {
    "<circle class=\"\(look)\" cx=\"\(x.short)\" cy=\"\(y.short)\" r=\"\(radius.short)\"/>\n"
  }

  /// A level arrow whose tip is at its end.
  static func arrow(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> String {
    let back = end.x < start.x ? 9.0 : -9.0
    let length = end.x - start.x
    let shaft = length.magnitude > 9 ? length + back : 0
    return
      "<path class=\"curve c2 arrow\" d=\"M\(start.x.short) \(start.y.short)h\(shaft.short)\"/>\n"
      + "<path class=\"head\" d=\"M\(end.x.short) \(end.y.short)l\(back.short) -4.5v9z\"/>\n"
  }
}
