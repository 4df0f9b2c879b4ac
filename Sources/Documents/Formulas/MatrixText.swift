internal import Phrases
internal import Texts

/// A formula with matrices as lines of text: brackets of several lines, what stands between them in the
/// middle.
struct MatrixText {
  /// Something of several lines that are equally wide.
  private struct Box {
    var lines: [String]
    var width: Int { lines.first.map { DisplayWidth.columns(of: $0) } ?? 0 }
  }

  /// The lines of the formula, each no wider than there is room for where a matrix by itself is not.
  ///
  /// - Parameter isASCII: whether only ASCII may stand there.
  static func lines(_ formula: MatrixFormula, width: Int, isASCII: Bool) -> [String] {
    let sides = formula.sides.enumerated().map { n, side in
      boxes(n == 0 ? side : [.math(.equals)] + side, width: width - 6, isASCII: isASCII)
    }
    if sides.joined().reduce(0, { $0 + $1.width }) <= width {
      return merged(Array(sides.joined()))
    }
    // A name and its rule stay on one line.
    let isShort = sides.count > 2 && sides.prefix(2).joined().allSatisfy { $0.lines.count == 1 }
    let head = isShort ? Array(sides.prefix(2).joined()) : sides[0]
    return wrapped(head, width: width, indent: 0)
      + sides.dropFirst(isShort ? 2 : 1).flatMap { wrapped($0, width: width, indent: 1) }
  }

  /// The boxes of a side, in as many blocks below each other as their width asks for.
  private static func wrapped(_ boxes: [Box], width: Int, indent: Int) -> [String] {
    var blocks: [[Box]] = [[]]
    var used = indent
    for box in boxes {
      if used + box.width > width, !(blocks.last?.isEmpty ?? true) {
        blocks.append([])
        used = indent + 2
      }
      blocks[blocks.count - 1].append(box)
      used += box.width
    }
    return blocks.enumerated().flatMap { n, block in
      merged(block).map { String(repeating: " ", count: n == 0 ? indent : indent + 2) + $0 }
    }
  }

  /// Boxes beside each other, their middles on one line.
  private static func merged(_ boxes: [Box]) -> [String] {
    let height = boxes.map(\.lines.count).max() ?? 0
    var result = Array(repeating: "", count: height)
    for box in boxes {
      let top = (height - box.lines.count) / 2
      let blank = String(repeating: " ", count: box.width)
      for row in 0..<height {
        let isInside = (top..<top + box.lines.count).contains(row)
        result[row] += isInside ? box.lines[row - top] : blank
      }
    }
    return result.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func boxes(
    _ side: [MatrixFormula.Part], width: Int, isASCII: Bool
  ) -> [Box] {
    side.map { part in
      switch part {
      case .math(let math): return Box(lines: [spelt([math].text, isASCII)])
      case .turned(let symbol):
        var buffer = TextBuffer()
        PlainGlyphs.turned(symbol, into: &buffer)
        return Box(lines: [spelt(buffer.text, isASCII)])
      case .elementwise: return Box(lines: [isASCII ? " .* " : " ∘ "])
      case .matrix(let matrix): return box(matrix, width: width, isASCII: isASCII)
      }
    }
  }

  private static func spelt(_ text: String, _ isASCII: Bool) -> String {
    isASCII ? text.inASCII : text
  }

  /// The numbers of each column point under point, in brackets.
  private static func box(_ matrix: Matrix, width: Int, isASCII: Bool) -> Box {
    let box = box(matrix, isASCII)
    guard box.width > width, let narrower = matrix.narrower else { return box }
    return self.box(narrower, width: width, isASCII: isASCII)
  }

  private static func box(_ matrix: Matrix, _ isASCII: Bool) -> Box {
    let texts = matrix.rows.map { row in row.map { text($0, isASCII) } }
    let columns = (0..<(texts.first?.count ?? 0)).map { column in
      MatrixText.padded(NumberColumn.aligned(texts.map { $0[column] }))
    }
    let count = texts.count
    let lines = (0..<count).map { row in
      let cells = columns.map { $0[row] }.joined(separator: "  ")
      let (open, close) = brackets(row, of: count, isASCII)
      return open + cells + close
    }
    return Box(lines: lines)
  }

  /// Texts with spaces behind them, as wide as the widest.
  private static func padded(_ texts: [String]) -> [String] {
    let widest = texts.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return texts.map { text in
      text + String(repeating: " ", count: widest - DisplayWidth.columns(of: text))
    }
  }

  private static func text(_ cell: Matrix.Cell, _ isASCII: Bool) -> String {
    switch cell {
    case .symbol(let symbol): spelt(symbol.text, isASCII)
    case .number(let text): spelt(text, isASCII)
    case .dots: isASCII ? "..." : "…"
    }
  }

  private static func brackets(
    _ row: Int, of count: Int, _ isASCII: Bool
  ) -> (String, String) {
    if count == 1 || isASCII { return ("[", "]") }
    if row == 0 { return ("⎡", "⎤") }
    return row == count - 1 ? ("⎣", "⎦") : ("⎢", "⎥")
  }
}
