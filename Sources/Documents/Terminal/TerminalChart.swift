internal import Texts

/// A curve in a terminal: columns of blocks, from 0 at the foot to the largest value at the top.
struct TerminalChart {
  /// One a column.
  var points: [Double]
  /// What stands at the top of the upright axis, and at both ends of the other one.
  var top: String
  var start, end: String

  private static let rows = 6

  /// How many columns there are room for beside an axis.
  static func columns(_ pen: TerminalPen, top: String) -> Int {
    max(8, min(60, pen.style.width - pen.columns(of: top) - 4))
  }

  func write(with pen: TerminalPen) {
    guard points.count > 1, let largest = points.max(), largest > 0, largest.isFinite else {
      return
    }
    let blocks = Array(pen.style.isASCII ? "..::==##" : "▁▂▃▄▅▆▇█")
    let margin = pen.columns(of: top)
    for row in (0..<TerminalChart.rows).reversed() {
      let label = row == TerminalChart.rows - 1 ? top : row == 0 ? "0" : ""
      let cells = points.map { point -> Character in
        let share = point > 0 ? min(point / largest, 1) : 0
        let height = share * Double(TerminalChart.rows * 8)
        let eighths = Int(height.rounded(.up)) - row * 8
        return eighths <= 0 ? " " : blocks[min(8, eighths) - 1]
      }
      pen.pad(1 + margin - pen.columns(of: label))
      pen.write(label, .remark)
      pen.write(" │", .remark)
      let line = String(cells)
      pen.line(line.trimmedAtEnd)
    }
    let gap = points.count - pen.columns(of: start) - pen.columns(of: end)
    pen.pad(margin + 3)
    pen.line(start + String(repeating: " ", count: max(1, gap)) + end, .remark)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
