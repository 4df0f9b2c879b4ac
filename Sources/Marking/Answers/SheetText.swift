internal import Phrases
internal import Texts

/// The rows of an answer sheet, before anyone knows what they are about.
public struct SheetText: Sendable {
  /// One answer, or one cell of a class.
  public struct Row: Sendable {
    /// The name that the answer goes by, an id or a symbol.
    public var name: String
    /// The texts, each with its student's place among all of them.
    public var answers: [(student: Int, text: String)]
    /// The line it stands on, counted from 1.
    public var line: Int
    /// Whether it is a line of its own, in no table.
    public var isPlain = false
  }

  /// What stands on the sheet, in its order.
  public private(set) var rows: [Row] = []
  /// The students' names, where the sheet has a column for each; an empty name for a column, or a
  /// sheet, of answers alone.
  public private(set) var students: [String] = []
  /// The words behind `network:`, by which a sheet says what it is about; `nil` where it does not.
  public private(set) var network: String?
  /// How many answers stand on it, the empty ones of a class included.
  public private(set) var count = 0
  /// Whether there are more answers on it than were to be read.
  public var isCut: Bool { count > most }
  private let most: Int
  private var seatsByName: [String: [Int]] = [:]

  /// Reads a sheet: a Markdown table, CSV, or plain lines name = value. Text around a table is
  /// passed over.
  ///
  /// - Parameter most: how many answers are read; of a sheet with more, none behind them.
  public init(_ bytes: [UInt8], atMost most: Int = .max) {
    self.most = most
    let lines = SheetText.lines(bytes)
    if bytes.firstIndex(of: Array(SheetText.pageCell.utf8)) != nil {
      readPage(lines)
    } else if lines.contains(where: { $0.trimmed.hasPrefix("|") }) {
      readTables(lines)
    } else if !readCSV(bytes) {
      readLines(lines)
    }
    if students.isEmpty { students = [""] }
  }

  private mutating func add(_ row: Row) {
    count += row.answers.count
    if !isCut { rows.append(row) }
  }

  /// The lines of a text, whatever ends them; what is not UTF-8 is replaced.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines: [String] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes[start...] {
      if byte == 0x0A && previous == 0x0D {
        previous = byte
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
      previous = byte
    }
    return lines + [String(decoding: line, as: UTF8.self)]
  }

  // MARK: Tables

  private mutating func readTables(_ lines: [String]) {
    var columns: Columns?
    for (n, line) in lines.enumerated() {
      let text = line.trimmed
      guard text.hasPrefix("|") else {
        columns = nil
        readNetwork(text)
        continue
      }
      let cells = SheetText.cells(text)
      if let columns {
        add(cells, columns, line: n + 1)
      } else if var header = Columns(cells) {
        header.seats = seats(of: header.students)
        columns = header
      }
    }
  }

  /// The students' places: a further table of the same students goes on with their answers, and
  /// others join them.
  private mutating func seats(of names: [String]) -> [Int] {
    var taken: [String: Int] = [:]
    return names.map { name in
      let number = taken[name, default: 0]
      taken[name] = number + 1
      let known = seatsByName[name, default: []]
      if number < known.count { return known[number] }
      students.append(name)
      seatsByName[name, default: []].append(students.count - 1)
      return students.count - 1
    }
  }

  /// The cells of a Markdown row; a bar behind a backslash belongs to its cell.
  private static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.count > 1, cells[cells.count - 1].trimmed.isEmpty { cells.removeLast() }
    return cells.map(\.trimmed)
  }

  // MARK: Pages for paper, filled in by a program

  private static let pageCell = "data-cell="

  /// A worksheet as HTML or TeX: each line with a cell names its id, and its answer stands last
  /// between marks.
  private mutating func readPage(_ lines: [String]) {
    for (n, line) in lines.enumerated() {
      if readNetwork(SheetText.between("<p class=\"remark\">", "</p>", in: line) ?? line) {
        continue
      }
      guard let id = SheetText.between(SheetText.pageCell + "\"", "\"", in: line) else { continue }
      let answer =
        SheetText.between("class=\"room\">", "<", in: line)
        ?? SheetText.between("\\answer{", "}", in: line) ?? ""
      add(Row(name: id, answers: [(0, answer)], line: n + 1))
    }
  }

  /// What stands behind the first mark and before the next one.
  private static func between(_ start: String, _ end: String, in line: String) -> String? {
    let characters = Array(line.utf8)
    let (from, to) = (Array(start.utf8), Array(end.utf8))
    guard let a = characters.firstIndex(of: from),
      let b = characters.firstIndex(of: to, behind: a + from.count)
    else { return nil }
    return String(decoding: characters[a + from.count..<b], as: UTF8.self)
  }

  private mutating func readCSV(_ bytes: [UInt8]) -> Bool {
    let fields = most == .max ? .max : 4 * most
    let table = CSVRows(bytes, atMost: fields)
    if table.isCut { count = most + 1 }
    guard let header = table.rows.first, var columns = Columns(header.map(\.text)) else {
      return false
    }
    columns.seats = seats(of: columns.students)
    var line = 1
    var offset = 0
    for row in table.rows.dropFirst() {
      let start = row[0].offset
      line += bytes[min(offset, start)..<start].count { $0 == 0x0A }
      offset = start
      var cells = row.map(\.text)
      if cells.count > header.count {
        // One cell too many: a decimal comma where commas separate.
        cells[header.count - 1] = cells[(header.count - 1)...].joined(separator: ",")
      }
      add(cells, columns, line: line)
    }
    return true
  }

  private mutating func add(_ cells: [String], _ columns: Columns, line: Int) {
    func cell(_ n: Int?) -> String {
      n.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
    }
    let id = cell(columns.id).unquoted
    let name = id.isEmpty ? cell(columns.symbol) : id
    if name.lowercased() == "network" {
      let filled = columns.answers.prefix { $0 < cells.count }.first { !cells[$0].isEmpty }
      network = filled.map { cells[$0].unquoted }
    } else if !name.isEmpty, !name.allSatisfy({ "-: ".contains($0) }) {
      // A wide row is not laid out where there is no room for it.
      guard columns.answers.count <= most - min(count, most) else {
        count = most + 1
        return
      }
      let texts = columns.answers.map { cell($0) }
      add(Row(name: name, answers: Array(zip(columns.seats, texts)), line: line))
    }
  }

  /// Which column holds what.
  private struct Columns {
    var id: Int?
    var symbol: Int?
    var answers: [Int]
    /// What the columns of answers are headed, and their students' places on the sheet.
    var students = [""]
    var seats: [Int] = []

    init?(_ header: [String]) {
      let names = header.map { $0.lowercased() }
      id = names.firstIndex(of: "id")
      symbol = names.firstIndex(of: "symbol")
      guard id != nil || symbol != nil else { return nil }
      if let column = names.firstIndex(of: "answer") ?? names.firstIndex(of: "value") {
        answers = [column]
        return
      }
      let known = ["id", "symbol", "formula", "phase", "no", "cell", ""]
      answers = names.indices.filter { !known.contains(names[$0]) }
      students = answers.map { header[$0] }
      if answers.isEmpty { return nil }
    }
  }

  // MARK: Plain lines

  private mutating func readLines(_ lines: [String]) {
    for (n, line) in lines.enumerated() {
      let text = line.trimmed
      if readNetwork(text) { continue }
      guard let first = text.firstIndex(of: "="), let last = text.lastIndex(of: "=") else {
        continue
      }
      let name = String(text[..<first]).trimmed
      let value = String(text[text.index(after: last)...]).trimmed
      add(Row(name: name, answers: [(0, value)], line: n + 1, isPlain: true))
    }
  }

  @discardableResult
  private mutating func readNetwork(_ line: String) -> Bool {
    let bare = (line.hasPrefix("% ") ? String(line.dropFirst(2)) : line).unquoted
    guard bare.lowercased().hasPrefix("network:"), !bare.contains("\\") else { return false }
    network = String(bare.dropFirst("network:".count)).trimmed.unquoted
    return true
  }
}

extension String {
  /// The text without the backticks that Markdown puts around code.
  fileprivate var unquoted: String { split(separator: "`").joined().trimmed }
}

extension [UInt8] {
  /// Where other bytes first stand, from a place on.
  fileprivate func firstIndex(of other: [UInt8], behind start: Int = 0) -> Int? {
    guard let first = other.first, count - start >= other.count else { return nil }
    return (start...(count - other.count)).first {
      self[$0] == first && self[$0..<$0 + other.count].elementsEqual(other)
    }
  }
}
