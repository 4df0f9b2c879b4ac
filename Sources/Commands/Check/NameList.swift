internal import Documents
internal import NetworkFiles
internal import Phrases
internal import Texts

/// The students for whom worksheets are made, as a table or a plain list has them.
struct NameList {
  private(set) var students: [Student] = []

  /// Reads the file of `--roster`.
  init(_ invocation: Invocation) throws(CommandError) {
    let file = invocation.argument(.roster) ?? Argument("")
    if file.text == "-", invocation.operands.first == file { throw .usage(.standardInputTwice) }
    let bytes = try invocation.console.surroundings.text(of: file, absent: .noSuchRoster)
    let rows = CSVRows(bytes).rows
    let columns = rows.first.map(Columns.init)
    for (n, row) in rows.enumerated() {
      let isHeader = n == 0 && columns?.isHeader ?? false
      let student = isHeader ? nil : columns?.student(of: row)
      guard students.count < Limits.students || student == nil else {
        throw .at(
          SourcePosition(of: row[0].offset, inFile: bytes), of: file, .longRoster(Limits.students))
      }
      if let student { students.append(student) }
    }
    guard !students.isEmpty else { throw .at(.start, of: file, .emptyRoster) }
  }

  /// Which column holds what.
  private struct Columns {
    /// Whether the first row says so.
    var isHeader = true
    private var name: Int?
    private var surname: Int?
    private var given: Int?
    private var details: [(key: String, column: Int)] = []

    init(_ row: [PlacedText]) {
      let headings = row.map { $0.text.visible.trimmed }
      for (n, heading) in headings.enumerated() {
        let plain = heading.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
        if Columns.names.contains(plain), name == nil {
          name = n
        } else if Columns.surnames.contains(plain), surname == nil {
          surname = n
        } else if Columns.givenNames.contains(plain), given == nil {
          given = n
        } else if Columns.details.contains(plain) {
          details.append((heading, n))
        }
      }
      guard name == nil, surname == nil || given == nil else { return }
      // A list of names alone.
      isHeader = !details.isEmpty && headings.count > 1 && surname != nil
      (name, surname, given) = isHeader ? (surname, nil, nil) : (0, nil, nil)
      if !isHeader { details = [] }
    }

    func student(of row: [PlacedText]) -> Student? {
      func cell(_ n: Int?) -> String {
        n.flatMap { row.indices.contains($0) ? row[$0].text.visible.trimmed : nil } ?? ""
      }
      let own = cell(name)
      let name = own.isEmpty ? Columns.joined(cell(given), cell(surname)) : own
      guard !name.isEmpty else { return nil }
      let details = details.map { (key: $0.key, value: cell($0.column)) }
      return Student(name: name, details: details.filter { !$0.value.isEmpty })
    }

    /// A Chinese surname stands first, with no space behind it.
    private static func joined(_ given: String, _ surname: String) -> String {
      let isChinese = (given + surname).unicodeScalars.contains {
        (0x3400...0x9FFF).contains($0.value)
      }
      if isChinese { return surname + given }
      return [given, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let names = ["name", "student", "fullname", "studentname", "姓名", "学生", "名字"]
    private static let surnames = ["surname", "lastname", "familyname", "姓"]
    private static let givenNames = ["firstname", "givenname", "forename", "first", "名"]
    private static let details = [
      "id", "studentid", "idnumber", "number", "email", "emailaddress", "mail", "group", "class",
      "section", "username", "学号", "邮箱", "电子邮件", "班级", "组", "小组",
    ]
  }
}
