internal import Phrases
internal import Texts

// Tables, in Markdown and CSV, and pages for paper that a program has filled in.

extension SheetText {
  /// Takes a table: by its columns of answers where its headings are known ones, else cell by cell.
  mutating func read(_ table: TableBlock) {
    let all = TableBlock.withConnections([table.header] + table.rows)
    var columns = Columns(all[0])
    if let found = columns { columns?.seats = seats(of: found) }
    for (rank, cells) in all.dropFirst().enumerated() {
      add(cells, below: all[0], columns, rank: rank)
    }
  }

  mutating func readCSV(_ table: CSVRows) -> Bool {
    let rows = TableBlock.withConnections(table.rows)
    guard let header = rows.first, var columns = Columns(header) else { return false }
    columns.seats = seats(of: columns)
    for var cells in rows.dropFirst() {
      if cells.count == header.count + 1, table.separatesByCommas {
        // One cell too many: a decimal comma where commas separate.
        let rest = cells[(header.count - 1)...].map(\.text)
        cells[header.count - 1].text = rest.joined(separator: ",")
        cells.removeLast()
      }
      add(cells, below: header, columns)
    }
    return true
  }

  private mutating func add(
    _ cells: [PlacedText], below header: [PlacedText], _ columns: Columns?, rank: Int = 0
  ) {
    guard let first = cells.first, !isSpecial(cells, columns) else { return }
    let isShort = cells.count < header.count
    let isFrozen = isShort && (cells.last?.text == "frozen" || cells.last?.text == "固定")
    let isClass = columns?.isClass ?? false
    if cells.count != header.count, !isFrozen, !(isShort && isClass) {
      guard cells.dropFirst().contains(where: { $0.text.contains { $0.isASCIIDigit } }) else {
        return
      }
      add(Row(name: first, answers: [], unknown: cells, isMisfit: true))
    } else if let columns {
      add(cells, columns)
    } else {
      add(
        Row(
          name: first, answers: [], cells: zip(header, cells).map { ($0.text, $1) }, rank: rank),
        of: max(1, cells.count - 1))
    }
  }

  /// A row that says which network the sheet is about, or whose it is.
  private mutating func isSpecial(_ cells: [PlacedText], _ columns: Columns?) -> Bool {
    guard let place = cells.firstIndex(where: { !$0.text.isEmpty }) else { return true }
    switch cells[place].unquoted.text.lowercased() {
    case "network":
      network = cells[(place + 1)...].first { !$0.text.isEmpty }?.unquoted
      return true
    case "student": return true
    default: return false
    }
  }

  private mutating func add(_ cells: [PlacedText], _ columns: Columns) {
    func cell(_ n: Int?) -> PlacedText {
      n.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
        ?? PlacedText("", at: cells[0].offset)
    }
    let id = cell(columns.id).unquoted
    let name = id.text.isEmpty ? cell(columns.symbol) : id
    guard !name.text.isEmpty, !name.text.allSatisfy({ "-: ".contains($0) }) else { return }
    // A wide row is not laid out where there is no room for it.
    let texts = hasRoom(for: columns.answers.count) ? columns.answers.map(cell) : []
    var row = Row(name: name, answers: Array(zip(columns.seats, texts)), roles: columns.roles)
    row.unknown = columns.unknown.map { cell($0) }.filter {
      Spelling.plain($0.text).isNumberOrComma && $0.text.contains { $0.isASCIIDigit }
    }
    add(row, of: columns.answers.count)
  }

  /// The student of each column of answers; columns that say different things of the same quantities
  /// are one student's.
  private mutating func seats(of columns: Columns) -> [Int] {
    guard !columns.roles.isEmpty else { return seats(of: columns.students) }
    let seat = seats(of: Array(columns.students.prefix(1)))
    return columns.answers.map { _ in seat[0] }
  }

  /// Whether a heading is one of those that tables of answers have.
  static func isKnownHeading(_ heading: String) -> Bool {
    let heading = Columns.plain(heading.lowercased())
    return Columns.role(of: heading) != nil || Columns.isKind(heading)
  }

  // MARK: Pages

  static let pageCell = "data-cell="

  /// A worksheet as HTML or TeX: each line with a cell names its id, and its answer stands last
  /// between marks.
  mutating func readPage(_ lines: [PlacedText]) {
    for line in lines {
      if readNetwork(SheetText.between("<p class=\"remark\">", "</p>", in: line) ?? line) {
        continue
      }
      guard let id = SheetText.between(SheetText.pageCell + "\"", "\"", in: line) else { continue }
      let answer =
        SheetText.between("class=\"room\">", "<", in: line)
        ?? SheetText.between("\\answer{", "}", in: line) ?? PlacedText("", at: id.offset)
      add(Row(name: id, answers: [(0, answer.trimmed)]))
    }
  }

  /// What stands behind the first mark and before the next one.
  private static func between(
    _ start: String, _ end: String, in line: PlacedText
  ) -> PlacedText? {
    let characters = Array(line.text.utf8)
    let (from, to) = (Array(start.utf8), Array(end.utf8))
    guard let a = characters.firstIndex(of: from),
      let b = characters.firstIndex(of: to, behind: a + from.count)
    else { return nil }
    let first = a + from.count
    return PlacedText(
      String(decoding: characters[first..<b], as: UTF8.self), at: line.offset + first)
  }
}
