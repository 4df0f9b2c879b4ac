internal import Texts

/// Makes logical lines of physical ones: what is continued is one, and what only leads to an answer is
/// put away.
struct LineReader {
  /// A line with its number, counted from 1, in the one spelling.
  struct Line {
    var number: Int
    /// As it stands on the sheet, and the white space before it.
    var text: String
    var indent = 0
    /// In the one spelling, without bullets and numbering.
    var plain: String
  }

  /// Matrices of more rows than this are not read.
  private static let mostJoined = 64

  /// The logical lines of a sheet.
  static func lines(_ lines: [(number: Int, text: String)]) -> [Line] {
    var result: [Line] = []
    var depth = 0
    var joined = 0
    for (number, text) in lines {
      let plain = withoutNumbering(Spelling.plain(text))
      if plain.isEmpty { continue }
      let isContinued =
        depth > 0 && joined < mostJoined || plain.first.map { "=≈".contains($0) } ?? false
      if isContinued, !result.isEmpty {
        result[result.count - 1].plain += " " + plain
        result[result.count - 1].text += " " + text.trimmed
        joined += 1
      } else {
        let indent = text.prefix(while: \.isWhitespace).count
        result.append(Line(number: number, text: text.trimmed, indent: indent, plain: plain))
        (depth, joined) = (0, 0)
      }
      depth = max(0, depth + bracketDepth(plain))
    }
    return result
  }

  private static func bracketDepth(_ text: String) -> Int {
    text.utf8.reduce(0) { sum, byte in
      byte == UInt8(ascii: "[") ? sum + 1 : byte == UInt8(ascii: "]") ? sum - 1 : sum
    }
  }

  /// A line without what counts it: "- ", "1. ", "(2) ", "Step 3:", ">", "#".
  static func withoutNumbering(_ line: String) -> String {
    var rest = Substring(line.trimmed)
    for _ in 0..<3 {
      let before = rest
      if let first = rest.first, "-•▪◦*>#&".contains(first),
        rest.dropFirst().first?.isWhitespace ?? false
      {
        rest = rest.dropFirst()
      }
      rest = rest.drop(while: \.isWhitespace)
      let digits = rest.drop { $0 == "(" }.prefix { $0.isASCIIDigit }
      if (1...3).contains(digits.count) {
        let behind = rest.drop { $0 == "(" }.dropFirst(digits.count)
        if let mark = behind.first, ".)".contains(mark),
          behind.dropFirst().first?.isWhitespace ?? false
        {
          rest = behind.dropFirst().drop(while: \.isWhitespace)
        }
      }
      if before == rest { break }
    }
    while rest.hasSuffix("\\\\") { rest = rest.dropLast(2) }
    return String(rest).trimmed
  }
}

extension LineReader.Line {
  /// The column at which a part of the line begins, else that of the line.
  func column(of part: String) -> Int {
    let place = text.firstPlace(of: part).map { text.distance(from: text.startIndex, to: $0) }
    return indent + (place ?? 0) + 1
  }
}
