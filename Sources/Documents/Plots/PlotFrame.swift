internal import Phrases
internal import Texts

/// The frame of a plot: its title, its axes with round values, and their names.
struct PlotFrame {
  let title: Wording
  let x, y: Scale
  let xName, yName: Wording
  /// Values that have names of their own along the upright axis at the right.
  var rightMarks: [(place: Double, text: String)] = []
  /// How far to the left the name of the upright axis stands.
  var nameRoom = 46.0
  /// What stands below the frame in place of round values, each in the middle of its column.
  var columns: [(place: Double, name: Wording)]?

  /// Where the frame stands, and how large it is.
  var left: Double { x.start }
  var right: Double { x.end }
  var top: Double { y.end }
  var bottom: Double { y.start }

  func write(to output: TextOutput) {
    let (width, height) = (right - left, bottom - top)
    output.write(PlotFrame.text(title, left, top - 12, "title"))
    for tick in y.ticks(5) {
      let place = y.place(tick)
      output.write("<path class=\"grid\" d=\"M\(left.short) \(place.short)h\(width.short)\"/>\n")
      output.write(PlotFrame.text(y.text(tick), left - 7, place + 4, "end"))
    }
    writeAcross(to: output)
    for mark in rightMarks {
      output.write(PlotFrame.text(mark.text, right + 7, mark.place + 4, ""))
    }
    output.write(
      "<rect class=\"frame\" x=\"\(left.short)\" y=\"\(top.short)\" "
        + "width=\"\(width.short)\" height=\"\(height.short)\"/>\n")
    output.write(PlotFrame.text(xName, (left + right) / 2, bottom + 34, "middle name"))
    let (nameX, nameY) = (left - nameRoom, (top + bottom) / 2)
    output.write(
      "<text class=\"middle name\" transform=\"translate(\(nameX.short) \(nameY.short)) "
        + "rotate(-90)\">\(yName.inSVG)</text>\n")
  }

  /// What stands along the lower edge.
  private func writeAcross(to output: TextOutput) {
    for column in columns ?? [] {
      output.write(PlotFrame.text(column.name, column.place, bottom + 16, "middle"))
    }
    guard columns == nil else { return }
    for tick in x.ticks(6) {
      let place = x.place(tick).short
      output.write(
        "<path class=\"grid\" d=\"M\(place) \(top.short)v\((bottom - top).short)\"/>\n")
      output.write(PlotFrame.text(x.text(tick), x.place(tick), bottom + 16, "middle"))
    }
  }

  /// A text at a place, in the look of a class.
  static func text(_ text: String, _ x: Double, _ y: Double, _ look: String) -> String {
    self.text(Wording(words: text), x, y, look)
  }

  /// A name, perhaps with labels below its letters.
  static func text(_ text: Wording, _ x: Double, _ y: Double, _ look: String) -> String {
    let look = look.isEmpty ? "" : " class=\"\(look)\""
    return "<text\(look) x=\"\(x.short)\" y=\"\(y.short)\">\(text.inSVG)</text>\n"
  }

  /// A line through points, those beyond the frame cut off by its clip.
  static func path(_ points: [(x: Double, y: Double)]) -> String {
    "M" + points.map { "\($0.x.short) \($0.y.short)" }.joined(separator: "L")
  }

  /// Draws something that must not leave the frame.
  func clipped(_ id: String, to output: TextOutput, _ body: () -> Void) {
    let size = "width=\"\((right - left).short)\" height=\"\((bottom - top).short)\""
    output.write(
      "<clipPath id=\"\(id)\"><rect x=\"\(left.short)\" y=\"\(top.short)\" \(size)/></clipPath>\n"
        + "<g clip-path=\"url(#\(id))\">\n")
    body()
    output.write("</g>\n")
  }
}
