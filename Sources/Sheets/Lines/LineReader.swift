internal import Texts

/// Makes logical lines of physical ones: what is continued is one, and what only counts lines or is said
/// of them is put away.
struct LineReader {
  /// A line with its number, counted from 1, in the one spelling.
  struct Line {
    var number: Int
    /// As it stands on the sheet, and the white space before it.
    var text: String
    var indent = 0
    /// In the one spelling, without bullets and numbering.
    var plain: String
    /// Whether it is read as "name = number" only.
    var isQuick = false
    /// Rows of numbers that stand below it and belong to it.
    var rows: [String] = []
    /// The cell of a worksheet whose answer it is.
    var cell: (number: Int, value: String)?
  }

  /// Values of more lines than this are not read.
  static let mostJoined = 64
  /// So many lines are taken apart; those behind them are read as "name = number" only, as nobody writes
  /// so many by hand.
  static let mostInFull = 1_000

  private var result: [Line] = []
  private var depth = 0
  private var joined = 0

  /// The logical lines of a sheet.
  static func lines(_ lines: [(number: Int, text: String)]) -> [Line] {
    var reader = LineReader()
    for (number, text) in lines.prefix(mostInFull) {
      for part in text.entriesOfDictionary { reader.add(part, number) }
    }
    reader.closeRows()
    for (number, text) in lines.dropFirst(mostInFull) {
      let text = text.trimmed
      reader.result.append(Line(number: number, text: text, plain: text, isQuick: true))
    }
    return reader.result
  }

  mutating func add(_ text: String, _ number: Int) {
    let spelt = LineReader.withArrows(LineReader.withResult(Spelling.plain(text)))
    let cell = LineReader.cell(Spelling.plain(text))
    var plain = cell?.value ?? LineReader.withoutComment(LineReader.withoutNumbering(spelt))
    if let heading = plain.headingOfProgram { plain = heading }
    if plain.allSatisfy({ $0 == "." }) || plain.isProgram { return }
    plain = plain.withSignBeforeTensor
    if let name = plain.beforeShape { plain = name + " =" }
    if plain.hasSuffix("Parameter containing:"), plain != "Parameter containing:" {
      plain = String(plain.dropLast("Parameter containing:".count)).trimmed + " ="
    }
    let isEnvironment = depth > 0 && result.last?.plain.contains("\\begin{") ?? false
    if depth > 0, joined < LineReader.mostJoined, !result.isEmpty {
      if let row = result[result.count - 1].rows.indices.last {
        result[result.count - 1].rows[row] += " " + plain
      } else {
        extend(plain, text, by: isEnvironment ? " \\\\ " : " ")
      }
    } else if plain.first.map({ "=≈".contains($0) }) ?? false || goesOn(plain), !result.isEmpty,
      !text.trimmed.hasPrefix("=="), cell == nil
    {
      extend(plain, text, by: " ")
    } else if plain.saysShape, result.last?.awaitsNumbers ?? false {
      return
    } else if plain.isRowOfNumbers, result.last?.awaitsNumbers ?? false,
      joined < LineReader.mostJoined
    {
      result[result.count - 1].rows.append(plain.withoutOutputMark)
      result[result.count - 1].text += " " + text.trimmed
      joined += 1
    } else if plain.hasPrefix("Out["), let end = plain.firstPlace(of: "]:"),
      let last = result.last, !last.plain.contains("=")
    {
      // The last line of what a program was asked is a name.
      result[result.count - 1].plain = (last.plain + " = " + plain[end...].dropFirst(2)).trimmed
      result[result.count - 1].text += " " + text.trimmed
    } else {
      closeRows()
      let indent = text.prefix(while: \.isWhitespace).count
      result.append(
        Line(
          number: number, text: text.trimmed, indent: indent,
          plain: LineReader.withoutPrompt(plain), cell: cell))
      (depth, joined) = (0, 0)
    }
    depth = max(0, depth + LineReader.depth(of: plain))
  }

  /// Whether a matrix is added here to the one that the last line ends with.
  private func goesOn(_ plain: String) -> Bool {
    plain.first.map { "+-".contains($0) } ?? false && plain.contains("\\begin{")
      && result.last?.plain.hasSuffix("}") ?? false
  }

  mutating func extend(_ plain: String, _ text: String, by separator: String) {
    result[result.count - 1].plain += separator + plain
    result[result.count - 1].text += " " + text.trimmed
    joined += 1
  }

  /// Makes one value of the rows below the last line: a list of one row, or of rows of one number,
  /// else a matrix.
  mutating func closeRows() {
    guard var last = result.last, !last.rows.isEmpty else { return }
    let isBracketed = last.rows.allSatisfy { $0.contains("[") || $0.contains("(") }
    let rows = isBracketed ? last.rows : last.rows.map { "[\($0)]" }
    let isList = last.plain.hasSuffix("]")
    if isList, let open = last.plain.firstIndex(of: "[") {
      // One bracket a line, below each other.
      last.plain =
        last.plain[..<open] + "[" + last.plain[open...] + " " + rows.joined(separator: " ") + "]"
    } else {
      if !last.plain.hasSuffix("=") { last.plain = last.plain.trimmedColon + " =" }
      last.plain += " " + (rows.count == 1 ? last.rows[0] : "[" + rows.joined(separator: " ") + "]")
    }
    last.rows = []
    result[result.count - 1] = last
  }

  static func depth(of text: String) -> Int {
    let brackets = text.utf8.reduce(0) { sum, byte in
      byte == UInt8(ascii: "[") ? sum + 1 : byte == UInt8(ascii: "]") ? sum - 1 : sum
    }
    guard text.contains("\\") else { return brackets }
    func count(_ command: String) -> Int {
      ["matrix}", "array}"].reduce(0) { sum, end in
        ["b", "p", "v", ""].reduce(sum) { $0 + (text.contains("\\\(command){\($1)\(end)") ? 1 : 0) }
      }
    }
    return brackets + count("begin") - count("end")
  }

  /// A line without what counts it: "- ", "1. ", "(2) ", "⑥ ", ">", "#".
}
