internal import Phrases
package import Texts

/// The rows of an answer sheet, before anyone knows what they are about, each with its place.
package struct SheetText: Sendable {
  /// One answer, or one cell of a class.
  package struct Row: Sendable {
    /// The name that the answer goes by, an id or a symbol.
    package var name: PlacedText
    /// The texts, each with its student's place among all of them.
    package var answers: [(student: Int, text: PlacedText)]
    /// What the heading of each column says of its values: old, new, a gradient, a change.
    var roles: [Name.Role?] = []

    /// Each answer with its student, the old value beside it, and what its column says.
    var entries: [(student: Int, text: PlacedText, old: String?, role: Name.Role?)] {
      guard !roles.isEmpty else { return answers.map { ($0.student, $0.text, nil, nil) } }
      let old = zip(answers, roles).first { $1 == .old }?.0.text.text
      return zip(answers, roles).compactMap { answer, role in
        role == .old ? nil : (answer.student, answer.text, old, role)
      }
    }
    /// Whether it is a line of its own, in no table.
    package var isPlain = false
    /// Of a table whose headings say more than which column holds answers: its cells below their
    /// headings.
    var cells: [(heading: String, text: PlacedText)] = []
    /// Its place among the rows below that heading, counted from 0.
    var rank = 0
    /// Cells of which nothing can be made: of a row with another number of cells than its heading, or
    /// below a heading that says nothing known.
    var unknown: [PlacedText] = []
    var isMisfit = false
  }

  /// What stands on the sheet, in its order.
  package private(set) var rows: [Row] = []
  /// The students' names, where the sheet has a column for each; an empty name for a column, or a
  /// sheet, of answers alone.
  package private(set) var students: [PlacedText] = []
  /// The words behind `network:`, by which a sheet says what it is about; `nil` where it does not.
  package internal(set) var network: PlacedText?
  /// How many answers stand on it, the empty ones of a class included.
  package private(set) var count = 0
  /// Where the first answer stands that was not to be read, of a sheet that has more.
  package private(set) var cut: Int?
  private let most: Int
  private var seatsByName: [String: [Int]] = [:]
  /// The text itself.
  package let bytes: [UInt8]
  /// Where the lines begin.
  private let starts: [Int]

  /// Reads a sheet: a Markdown table, CSV, or plain lines name = value. Text around a table is
  /// passed over.
  ///
  /// - Parameter most: how many answers are read; of a sheet with more, none behind them.
  package init(_ bytes: [UInt8], atMost most: Int = .max) {
    self.most = most
    self.bytes = bytes
    let lines = SheetText.lines(bytes)
    starts = lines.map(\.offset)
    if bytes.firstIndex(of: Array(SheetText.pageCell.utf8)) != nil {
      readPage(lines)
    } else if lines.contains(where: { $0.text.trimmed.hasPrefix("|") }) {
      readLines(lines)
    } else {
      let table = CSVRows(bytes, atMost: most == .max ? .max : 4 * most)
      if !readCSV(table) { readLines(lines) }
      if let cut = table.cut { self.cut = self.cut ?? cut }
    }
    // Around the table of a class stands nobody's answer.
    if students.contains(where: { !$0.text.isEmpty }) { rows.removeAll(where: \.isPlain) }
    if students.isEmpty { students = [PlacedText("", at: bytes.textStart)] }
  }

  /// The line and column of a byte of the sheet.
  package func position(of offset: Int) -> SourcePosition {
    let line = line(of: offset)
    let own = bytes[starts[line]..<max(starts[line], min(offset, bytes.count))]
    return SourcePosition(
      line: line + 1, column: String(decoding: own, as: UTF8.self).count + 1)
  }

  /// The line of a byte, counted from 0.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The line at a byte of the sheet, from that byte's beginning of the line to its end.
  func line(at offset: Int) -> String {
    let start = starts[line(of: offset)]
    let end = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Takes a row, whose answers may not have been laid out, where there is room for so many.
  mutating func add(_ row: Row, of answers: Int = 1) {
    guard hasRoom(for: answers) else {
      cut = cut ?? row.name.offset
      return
    }
    count += answers
    rows.append(row)
  }

  /// Whether there is room for so many more answers.
  func hasRoom(for answers: Int) -> Bool { cut == nil && answers <= most - count }

  /// The lines of a text, whatever ends them; what is not UTF-8 is replaced.
  private static func lines(_ bytes: [UInt8]) -> [PlacedText] {
    var lines: [PlacedText] = []
    var start = bytes.textStart
    for place in start..<bytes.count {
      let byte = bytes[place]
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D || place == 0 || bytes[place - 1] != 0x0D {
        lines.append(PlacedText(String(decoding: bytes[start..<place], as: UTF8.self), at: start))
      }
      start = place + 1
    }
    return lines + [PlacedText(String(decoding: bytes[start...], as: UTF8.self), at: start)]
  }

  /// The students' places: a further table of the same students goes on with their answers, and
  /// others join them.
  mutating func seats(of names: [PlacedText]) -> [Int] {
    var taken: [String: Int] = [:]
    return names.map { name in
      let number = taken[name.text, default: 0]
      taken[name.text] = number + 1
      let known = seatsByName[name.text, default: []]
      if number < known.count { return known[number] }
      students.append(name)
      seatsByName[name.text, default: []].append(students.count - 1)
      return students.count - 1
    }
  }

  // MARK: Plain lines

  /// Lines with a name and a number, and tables among them.
  private mutating func readLines(_ lines: [PlacedText]) {
    var n = 0
    var plain = 0
    while n < lines.count {
      if plain < LineReader.mostInFull, let table = TableBlock(lines, at: n) {
        read(table)
        n += table.height
        continue
      }
      let line = lines[n].trimmed
      n += 1
      if line.text.isEmpty || readNetwork(line) { continue }
      plain += 1
      // Prose takes no room.
      let isAnswer =
        line.text.utf8.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        || ["≈", "：", "→", "＝"].contains { line.text.holds($0) }
      add(Row(name: line, answers: [(0, line)], isPlain: true), of: isAnswer ? 1 : 0)
    }
  }

  @discardableResult
  mutating func readNetwork(_ line: PlacedText) -> Bool {
    guard line.text.utf8.contains(UInt8(ascii: ":")) else { return false }
    let line = line.text.hasPrefix("% ") ? line.dropping(2) : line
    let bare = line.unquoted.text
    guard bare.lowercased().hasPrefix("network:"), !bare.contains("\\") else { return false }
    if [", ", "; ", ". "].contains(where: { bare.holds($0) }) { return false }
    let colon = line.text.utf8.prefix { $0 != UInt8(ascii: ":") }.count
    network = line.dropping(colon + 1).unquoted
    return true
  }
}

extension PlacedText {
  /// The text without the backticks that Markdown puts around code.
  var unquoted: PlacedText {
    let quotes = text.utf8.prefix { $0 == UInt8(ascii: "`") || $0 == 0x20 }.count
    return PlacedText(text.split(separator: "`").joined().trimmed, at: offset + quotes)
  }
}

extension [UInt8] {
  /// Where other bytes first stand, from a place on.
  func firstIndex(of other: [UInt8], behind start: Int = 0) -> Int? {
    guard let first = other.first, count - start >= other.count else { return nil }
    return (start...(count - other.count)).first {
      self[$0] == first && self[$0..<$0 + other.count].elementsEqual(other)
    }
  }
}
