internal import Phrases
internal import Texts

// Tables, in Markdown and CSV, and pages for paper that a program has filled in.

extension SheetText {
  mutating func readTables(_ lines: [PlacedText]) {
    var columns: Columns?
    for line in lines {
      let text = line.trimmed
      guard text.text.hasPrefix("|") else {
        columns = nil
        readNetwork(text)
        continue
      }
      let cells = SheetText.cells(text)
      if let columns {
        add(cells, columns)
      } else if var header = Columns(cells) {
        header.seats = seats(of: header)
        columns = header
      }
    }
  }

  /// The cells of a Markdown row; a bar behind a backslash belongs to its cell.
  private static func cells(_ row: PlacedText) -> [PlacedText] {
    var cells: [PlacedText] = []
    var cell: [UInt8] = []
    var start = row.offset + 1
    var isEscaped = false
    for (n, byte) in row.text.utf8.enumerated().dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(PlacedText(String(decoding: cell, as: UTF8.self), at: start).trimmed)
        cell.removeAll(keepingCapacity: true)
        start = row.offset + n + 1
      } else {
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let last = PlacedText(String(decoding: cell, as: UTF8.self), at: start).trimmed
    return cells.isEmpty || !last.text.isEmpty ? cells + [last] : cells
  }

  mutating func readCSV(_ table: CSVRows) -> Bool {
    guard let header = table.rows.first, var columns = Columns(header) else { return false }
    columns.seats = seats(of: columns)
    for var cells in table.rows.dropFirst() {
      if cells.count > header.count {
        // One cell too many: a decimal comma where commas separate.
        let rest = cells[(header.count - 1)...].map(\.text)
        cells[header.count - 1].text = rest.joined(separator: ",")
      }
      add(cells, columns)
    }
    return true
  }

  private mutating func add(_ cells: [PlacedText], _ columns: Columns) {
    func cell(_ n: Int?) -> PlacedText {
      n.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
        ?? PlacedText("", at: cells[0].offset)
    }
    let id = cell(columns.id).unquoted
    let name = id.text.isEmpty ? cell(columns.symbol) : id
    if name.text.lowercased() == "network" {
      network = columns.answers.map(cell).first { !$0.text.isEmpty }?.unquoted
    } else if name.text.lowercased() == "student" {
      return
    } else if !name.text.isEmpty, !name.text.allSatisfy({ "-: ".contains($0) }) {
      // A wide row is not laid out where there is no room for it.
      let texts = hasRoom(for: columns.answers.count) ? columns.answers.map(cell) : []
      add(
        Row(name: name, answers: Array(zip(columns.seats, texts)), roles: columns.roles),
        of: columns.answers.count)
    }
  }

  /// The student of each column of answers; columns that say different things of the same quantities
  /// are one student's.
  private mutating func seats(of columns: Columns) -> [Int] {
    guard !columns.roles.isEmpty else { return seats(of: columns.students) }
    let seat = seats(of: Array(columns.students.prefix(1)))
    return columns.answers.map { _ in seat[0] }
  }

  /// Which column holds what.
  private struct Columns {
    var id: Int?
    var symbol: Int?
    var answers: [Int]
    /// What the columns of answers are headed, and their students' places on the sheet.
    var students: [PlacedText]
    var seats: [Int] = []
    /// What the headings of the columns of answers say of their values.
    var roles: [Name.Role?] = []

    /// The columns of a Chinese worksheet by their English names.
    private static func plain(_ name: String) -> String {
      let others = [
        "序号": "no", "标识": "id", "符号": "symbol", "公式": "formula", "答案": "answer", "样本": "sample",
      ]
      return others[name] ?? name
    }

    init?(_ header: [PlacedText]) {
      let names = header.map { Columns.plain($0.text.lowercased()) }
      id = names.firstIndex(of: "id")
      symbol = Columns.names.lazy.compactMap { names.firstIndex(of: $0) }.first
      if id == nil, symbol == nil {
        // A column of values beside one without a known heading.
        guard names.count > 1, names.dropFirst().contains(where: { Columns.role(of: $0) != nil })
        else { return nil }
        symbol = 0
      }
      let taken = [id, symbol]
      let own = names.indices.filter { !taken.contains($0) }
      let found = own.filter { Columns.role(of: names[$0]) != nil }
      if !found.isEmpty {
        answers = found
        roles = found.map { Columns.role(of: names[$0]) ?? nil }
        students = found.map { _ in PlacedText("", at: header[found[0]].offset) }
        return
      }
      let known = ["id", "symbol", "formula", "phase", "no", "cell", "sample", ""]
      answers = names.indices.filter { !known.contains(names[$0]) }
      students = answers.map { header[$0] }
      if answers.isEmpty { return nil }
    }

    /// Headings of the column that names quantities, the surest first.
    private static let names = [
      "symbol", "quantity", "name", "no", "量", "符号", "名称", "weight", "parameter", "connection",
      "variable", "参数", "权重",
    ]

    /// What a heading says of the values below it: nothing but that they are values, or old, new, a
    /// gradient, a change; `nil` for a heading of another kind.
    private static func role(of heading: String) -> Name.Role?? {
      for (role, words) in roles where words.contains(heading) { return .some(role) }
      return nil
    }

    private static let roles: [(Name.Role?, [String])] = [
      (nil, ["answer", "value", "result", "答案", "值", "结果", "wert", "valor"]),
      (.old, ["old", "old value", "before", "initial", "alt", "antiguo", "vecchio", "旧值", "更新前"]),
      (
        .new,
        [
          "new", "new value", "after", "updated", "neu", "nuevo", "nuovo", "新值", "更新后",
          "updated value",
        ]
      ),
      (.gradient, ["gradient", "grad", "梯度"]), (.change, ["change", "改变量", "delta", "Δ", "Δw"]),
    ]
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
