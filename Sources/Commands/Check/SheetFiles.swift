internal import NetworkFiles
internal import Phrases
internal import Sheets
internal import Texts

/// A file of answers, and what stands in it, or why that could not be read.
struct SheetFile {
  let file: Argument
  let content: Content
  /// Its bytes, for the places in them.
  var bytes: [UInt8] = []

  enum Content {
    case text(SheetText)
    case failure(CommandError)
  }

  /// What stands on the sheet, where it could be read.
  var text: SheetText? { if case .text(let text) = content { text } else { nil } }

  /// Takes a file that is not to be read.
  init(_ file: Argument, _ failure: CommandError) {
    self.file = file
    content = .failure(failure)
  }

  /// Reads a file, as far as one alone may go.
  init(_ file: Argument, _ surroundings: Surroundings) {
    self.file = file
    do throws(CommandError) {
      guard !SheetFile.workbooks.contains(file.ending ?? "") else {
        throw .about(file, .saveAsCSV)
      }
      bytes = try surroundings.text(of: file, absent: .noSuchSheet)
      content = .text(try SheetFile.sheet(bytes, file))
    } catch {
      content = .failure(error)
    }
  }

  /// The endings of spreadsheets' own files.
  private static let workbooks: Set<String> = ["xlsx", "xls", "xlsm", "ods", "numbers"]

  private static func sheet(
    _ bytes: [UInt8], _ file: Argument
  ) throws(CommandError) -> SheetText {
    let sheet = SheetText(bytes, atMost: Limits.answers)
    if let cut = sheet.cut {
      throw .at(sheet.position(of: cut), of: file, .tooManyAnswers(Limits.answers))
    }
    if let student = sheet.students.dropFirst(Limits.students).first {
      throw .at(student, on: sheet, file, .tooManyStudents(Limits.students))
    }
    return sheet
  }

  /// The last place of a piece of text on a line, that of the name in it, or where the line begins.
  func position(of text: String, onLine number: Int) -> SourcePosition {
    var start = bytes.textStart
    var line = 1
    while line < number, let end = bytes[start...].firstIndex(where: SheetFile.endsLine) {
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
      line += 1
    }
    let row = bytes[start...].prefix { !SheetFile.endsLine($0) }
    let name = text.split(separator: " = ").first.map(String.init) ?? ""
    for wanted in [text, name].map({ Array($0.utf8) }) where !wanted.isEmpty {
      if let place = row.ranges(of: wanted).last {
        return SourcePosition(of: place.lowerBound, inFile: bytes)
      }
    }
    let blanks = row.prefix { $0 == 0x20 || $0 == 0x09 }.count
    return SourcePosition(of: start + blanks, inFile: bytes)
  }
}

extension SheetFile {
  fileprivate static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

/// The files of answers that a command line names, in its order; a folder stands for the files in it.
struct SheetFiles {
  private let surroundings: Surroundings
  /// What is not taken for a sheet where it lies in a folder.
  private let others: [Argument]
  private(set) var sheets: [SheetFile] = []
  private var bytes = 0
  private var answers = 0
  private var students = 0

  /// Reads them all. One that cannot be read keeps no other from being read; too many together are
  /// refused.
  init(_ files: [Argument], but others: [Argument], _ invocation: Invocation) throws(CommandError) {
    surroundings = invocation.console.surroundings
    self.others = others
    for file in files {
      guard Platform.isFolder(file.bytes) else {
        try add(SheetFile(file, surroundings))
        continue
      }
      for sheet in sheetsIn(file) { try add(sheet) }
    }
  }

  /// The files in a folder, hidden ones and folders left out.
  private func sheetsIn(_ folder: Argument) -> [SheetFile] {
    let names: [[UInt8]]
    do throws(Platform.ReadFailure) {
      names = try Platform.names(inFolder: folder.bytes)
    } catch {
      return [SheetFile(folder, .unreadable(folder, error, absent: .noSuchSheet))]
    }
    var base = folder.bytes
    if base.last != Platform.slash { base.append(Platform.slash) }
    let known = others.compactMap { Platform.identity(of: $0.bytes) }
    let files = names.filter { $0.first != UInt8(ascii: ".") }
      .map { Argument(bytes: base + $0) }
      .filter { file in
        guard !Platform.isFolder(file.bytes) else { return false }
        return Platform.identity(of: file.bytes).map { !known.contains($0) } ?? true
      }
    guard !files.isEmpty else { return [SheetFile(folder, .about(folder, .emptyFolder))] }
    return files.map { SheetFile($0, surroundings) }
  }

  private mutating func add(_ sheet: SheetFile) throws(CommandError) {
    sheets.append(sheet)
    guard let text = sheet.text else { return }
    bytes += sheet.bytes.count
    guard bytes <= Limits.sheetsSize else {
      throw .about(sheet.file, .sheetsTooLarge(Limits.sheetsSize))
    }
    answers += text.count
    guard answers <= Limits.answers else {
      // Read again, no further than there is room for it.
      let cut = SheetText(sheet.bytes, atMost: Limits.answers - answers + text.count).cut ?? 0
      throw .at(text.position(of: cut), of: sheet.file, .tooManyAnswers(Limits.answers))
    }
    if let student = text.students.dropFirst(Limits.students - students).first {
      throw .at(student, on: text, sheet.file, .tooManyStudents(Limits.students))
    }
    students += text.students.count
  }
}
