/// A table in comma-separated form, read with the place of every field.
package struct CSVRows: Sendable {
  /// One entry of a row: what it holds, without its quotes, the white space at its ends and the
  /// apostrophe that keeps it from being a formula.
  package typealias Field = PlacedText

  /// The rows from the top, header included; they need not be of one length.
  package private(set) var rows: [[Field]] = []
  /// Whether commas separate its fields.
  package private(set) var separatesByCommas = true
  /// Where the first field stands that was not to be read, of a table that has more.
  package private(set) var cut: Int?

  /// Reads UTF-8 bytes; commas, semicolons or tabs separate, whichever the first line has, commas
  /// inside `[]` do not, quotes protect. Blank lines are skipped.
  ///
  /// - Parameter most: how many fields are read; of a table that has more, none behind them.
  package init(_ bytes: [UInt8], atMost most: Int = .max) {
    var count = 0
    var index = bytes.textStart
    let said = CSVRows.saidSeparator(bytes, &index)
    let separator = said ?? CSVRows.separator(of: bytes)
    separatesByCommas = separator == UInt8(ascii: ",")
    while index < bytes.count {
      var row: [Field] = []
      var isLast = false
      while !isLast {
        count += 1
        guard count <= most else {
          cut = index
          return
        }
        row.append(CSVRows.field(bytes, &index, separator))
        isLast = index >= bytes.count || bytes[index] != separator
        if !isLast { index += 1 }
      }
      index += 1
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
  }

  /// What a first line "sep=;" says, as spreadsheets write it.
  private static func saidSeparator(_ bytes: [UInt8], _ index: inout Int) -> UInt8? {
    let line = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last else {
      return nil
    }
    index = line.endIndex
    return separator
  }

  /// The first tab or semicolon that separates in the first line that is not blank, else a comma.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    var depth = 0
    let lines = bytes[bytes.textStart...].drop { [0x0A, 0x0D, 0x20, 0x09].contains($0) }
    for byte in lines.prefix(while: { $0 != 0x0A && $0 != 0x0D }) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "\t"), UInt8(ascii: ";"):
        if !isQuoted, depth == 0 { return byte }
      default: break
      }
    }
    return UInt8(ascii: ",")
  }

  private static func field(_ bytes: [UInt8], _ index: inout Int, _ separator: UInt8) -> Field {
    var start = index
    var text: [UInt8] = []
    if let quoted = quoted(bytes, &index, separator) {
      start += bytes[start...].prefix { $0 != UInt8(ascii: "\"") }.count + 1
      text = quoted
    }
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || (byte == separator && depth == 0) { break }
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
      text.append(byte)
      index += 1
    }
    return Field(String(decoding: text, as: UTF8.self), at: start).trimmed.withoutFormulaGuard
  }

  /// What stands in the quotes with which a field begins; `nil` where it begins otherwise, or they
  /// are never closed, or more than white space follows them: then quotes are like any other byte.
  private static func quoted(
    _ bytes: [UInt8], _ index: inout Int, _ separator: UInt8
  ) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    var place = index
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard place < bytes.count, bytes[place] == quote else { return nil }
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      if bytes[place] != quote {
        text.append(bytes[place])
        place += 1
      } else if place + 1 < bytes.count, bytes[place + 1] == quote {
        text.append(quote)
        place += 2
      } else {
        let rest = bytes[(place + 1)...].first { $0 == separator || $0 != 0x20 && $0 != 0x09 }
        guard rest.map({ endings.contains($0) }) ?? true else { return nil }
        index = place + 1
        return text
      }
    }
    return nil
  }

  /// What may end a field.
  private static let endings = Set(",;\t\n\r".utf8)
}
