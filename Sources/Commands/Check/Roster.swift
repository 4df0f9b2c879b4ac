internal import Documents
internal import NetworkFiles
internal import Phrases
internal import Texts

/// What the mark book takes over from a roster: id, email and group of the students on it.
struct Roster {
  /// The columns that are kept, as the mark book calls them.
  private(set) var columns: [String] = []
  private var entries: [RosterEntry] = []

  /// The sheets' students found on the roster, and those of the roster without a sheet.
  struct Matches {
    var entries: [RosterEntry?] = []
    var absent: [RosterEntry] = []
    /// Names that the roster does not have.
    var unknown: [String] = []
  }

  /// How the columns may be headed that are kept.
  private static let kept = [
    ("id", ["id", "student id", "student number", "matriculation", "学号", "编号"]),
    ("email", ["email", "e-mail", "mail", "邮箱", "电子邮件"]),
    ("group", ["group", "class", "section", "班级", "组", "小组"]),
  ]
  private static let names = ["name", "student", "full name", "姓名", "学生", "名字"]
  private static let surnames = ["surname", "last name", "lastname", "family name", "姓"]
  private static let firstNames = ["first name", "firstname", "given name", "名"]

  /// Reads the roster that the command line names, if it names one.
  init(_ invocation: Invocation) throws(CommandError) {
    guard let file = invocation.argument(.markRoster) else { return }
    let bytes = try invocation.console.surroundings.text(of: file, absent: .noSuchRoster)
    let rows = CSVRows(bytes).rows
    guard let header = rows.first?.map({ $0.text.lowercased() }) else {
      throw .at(.start, of: file, .emptyRoster)
    }
    let places = Roster.nameColumns(header)
    let fields = Roster.kept.compactMap { name, words in
      header.firstIndex(where: words.contains).map { (name: name, place: $0) }
    }
    columns = fields.map(\.name)
    for row in places == nil ? rows[...] : rows.dropFirst() {
      func cell(_ n: Int) -> String { row.indices.contains(n) ? row[n].text.visible.trimmed : "" }
      let name = (places ?? [0]).map(cell).filter { !$0.isEmpty }.joined(separator: " ")
      guard !name.isEmpty else { continue }
      guard entries.count < Limits.students else {
        throw .at(
          SourcePosition(of: row[0].offset, inFile: bytes), of: file, .longRoster(Limits.students))
      }
      entries.append(RosterEntry(name: name, fields: fields.map { cell($0.place) }))
    }
    guard !entries.isEmpty else { throw .at(.start, of: file, .emptyRoster) }
  }

  /// The columns that a name is put together from; `nil` where none is headed so.
  private static func nameColumns(_ header: [String]) -> [Int]? {
    if let name = header.firstIndex(where: names.contains) { return [name] }
    guard let surname = header.firstIndex(where: surnames.contains) else { return nil }
    return header.firstIndex(where: firstNames.contains).map { first in
      // A Chinese surname stands first, and nothing between the two.
      header[surname] == "姓" ? [surname, first] : [first, surname]
    } ?? [surname]
  }

  /// Finds the students of sheets by their names, or by the names of their files.
  func matches(_ students: [String]) -> Matches {
    var matches = Matches()
    guard !entries.isEmpty else { return matches }
    var places: [String: Int] = [:]
    for (n, entry) in entries.enumerated() {
      for key in Roster.keys(entry.name) where places[key] == nil { places[key] = n }
    }
    var found: Set<Int> = []
    for student in students {
      let place = Roster.keys(student).lazy.compactMap { places[$0] }.first
      matches.entries.append(place.map { entries[$0] })
      if let place { found.insert(place) } else { matches.unknown.append(student.visible) }
    }
    matches.absent = entries.enumerated().filter { !found.contains($0.offset) }.map(\.element)
    return matches
  }

  /// A name in small letters without blanks and what no file name has; in whatever order its words
  /// stand.
  private static func keys(_ name: String) -> [String] {
    let plain = FileNames([name]).names[0].lowercased()
    let words = plain.split { " _-.,".contains($0) }.map(String.init)
    return [words.joined(), words.sorted().joined()]
  }

  /// What is to be said of names that do not agree; `nil` where all do.
  func note(on matches: Matches) -> Phrase? {
    guard !entries.isEmpty else { return nil }
    func list(_ names: [String]) -> String {
      names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }
    let unknown: Phrase? =
      matches.unknown.isEmpty ? nil : .notOnRoster(list(matches.unknown.map(\.excerpt)))
    let absent: Phrase? =
      matches.absent.isEmpty ? nil : .withoutSheet(list(matches.absent.map(\.name.excerpt)))
    let notes = [unknown, absent].compactMap(\.self)
    return notes.isEmpty ? nil : .sentences(notes)
  }
}
