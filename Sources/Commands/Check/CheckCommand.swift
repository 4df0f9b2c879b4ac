internal import Derivations
internal import Documents
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

extension Command {
  static let check = Command(
    name: "check", operands: [Operand(name: "[NETWORK] ANSWERS", kind: .files, isRepeatable: true)],
    options: [.format, .hint, .carried, .marks, .slips, .force] + Option.stepOfTraining
      + Option.overrides,
    summary: Phrase(
      "mark hand calculations: which are right, where the first mistake is, what it was",
      "批改手算：哪些正确，第一处错误在哪里，错误原因是什么"),
    limits: .checkLimits(
      step: Limits.handNumbers, bytes: Limits.sheetsSize, answers: Limits.answers,
      students: Limits.students, numbers: Limits.classNumbers),
    run: { invocation throws(CommandError) in try CheckCommand(invocation).run() })
}

/// `backprop check`: answer sheets, marked.
struct CheckCommand {
  let invocation: Invocation
  /// The sheets, each with what stands on it.
  private let sheets: [(file: Argument, text: SheetText)]
  /// The step that all sheets are about; `nil` where each names its own.
  private let context: CheckContext?

  /// Reads every sheet. Without a network they must say themselves which one they are about.
  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    var files = invocation.operands[...]
    var size = SheetSize()
    var first = SheetSize()
    let only = try? CheckCommand.sheet(files[0], invocation, &first)
    if only?.network != nil {
      context = nil
    } else {
      guard files.count > 1 else {
        do throws(CommandError) {
          _ = try NetworkSource(files[0], invocation.console)
        } catch {
          guard only?.hasAnswers ?? false else { throw error }
          throw .at(.start, of: files[0], .sheetWithoutNetwork)
        }
        throw .usage(.sheetWithoutNetwork)
      }
      context = try CheckContext(invocation)
      files = files.dropFirst()
    }
    var sheets: [(Argument, SheetText)] = []
    for file in files {
      let sheet = try CheckCommand.sheet(file, invocation, &size)
      if context != nil, let network = sheet.network {
        let words = NetworkWords(network.text)
        guard !words.isAnother(than: invocation.operands[0]) else {
          throw .at(network, on: sheet, file, .sheetOfAnother(words.text.excerpt))
        }
      }
      sheets.append((file, sheet))
    }
    self.sheets = sheets
  }

  /// How much stands on the sheets that were read so far.
  private struct SheetSize {
    var bytes = 0
    var answers = 0
    var students = 0
  }

  private static func sheet(
    _ file: Argument, _ invocation: Invocation, _ size: inout SheetSize
  ) throws(CommandError) -> SheetText {
    let bytes = try invocation.console.surroundings.text(of: file, absent: .noSuchSheet)
    size.bytes += bytes.count
    guard size.bytes <= Limits.sheetsSize else {
      throw .about(file, .sheetsTooLarge(Limits.sheetsSize))
    }
    let sheet = SheetText(bytes, atMost: Limits.answers - size.answers)
    if let cut = sheet.cut {
      throw .at(sheet.position(of: cut), of: file, .tooManyAnswers(Limits.answers))
    }
    size.answers += sheet.count
    if let student = sheet.students.dropFirst(Limits.students - size.students).first {
      throw .at(student, on: sheet, file, .tooManyStudents(Limits.students))
    }
    size.students += sheet.students.count
    return sheet
  }

  /// Every sheet is marked before anything is written, so that an unreadable one leaves no half
  /// report.
  func run() throws(CommandError) -> ExitCode {
    let format = try invocation.choice(.format, as: ReportFormat.self) ?? .table
    let hint = try invocation.choice(.hint, as: CheckReport.Hint.self)
    if hint != nil, invocation.has(.slips) {
      throw .usage(.exclusiveOptions(Option.hint.spelling, Option.slips.spelling))
    }
    if format != .table, hint != nil {
      throw .usage(.withoutEffect(Option.hint.spelling, in: format.rawValue))
    }
    var reports: [CheckReport] = []
    var contexts: [String: CheckContext] = [:]
    var budget = SearchBudget(sheets: sheets.reduce(0) { $0 + $1.text.students.count })
    var numbers = 0
    var isToldOfBatch = false
    for (file, text) in sheets {
      let words = text.network?.text ?? ""
      let known = contexts[words] ?? (followsSheets && text.network != nil ? nil : self.context)
      let context = if let known { known } else { try self.context(of: text, file) }
      if contexts.count >= CheckCommand.mostContexts { contexts = [:] }
      contexts[words] = context
      let room = (Limits.classNumbers - numbers) / context.numbers
      if let student = text.students.dropFirst(room).first {
        throw .at(
          student, on: text, file, .tooManyNumbers(context.numbers, Limits.classNumbers))
      }
      numbers += context.numbers * text.students.count
      reports += try context.reports(on: text, file, invocation, &budget)
      if let count = context.assumedBatch, !isToldOfBatch {
        isToldOfBatch = true
        invocation.console.note(.batchIsMeant(count))
      }
    }
    guard reports.contains(where: \.isReadable) else {
      throw .at(.start, of: sheets[0].file, .noReadableAnswer)
    }
    try write(reports, format, hint)
    return reports.contains { $0.hasMistakes } ? .no : .success
  }

  /// Whether the sheets' own words say which step they are about, where the command line says
  /// nothing of it.
  private var followsSheets: Bool {
    !NetworkWords.options.contains { $0.changesStep && invocation.has($0) }
  }

  /// Of sheets about networks of their own so many are remembered.
  private static let mostContexts = 16

  private func context(
    of sheet: SheetText, _ file: Argument
  ) throws(CommandError) -> CheckContext {
    guard let network = sheet.network else { throw .at(.start, of: file, .sheetWithoutNetwork) }
    do throws(CommandError) {
      let named = context == nil ? nil : invocation.operands[0]
      return try CheckContext(
        try NetworkWords(network.text).invocation(for: invocation, about: named))
    } catch {
      throw error.said(by: network, on: sheet, file)
    }
  }

  private func write(
    _ reports: [CheckReport], _ format: ReportFormat, _ hint: CheckReport.Hint?
  ) throws(CommandError) {
    let carried = try invocation.choice(.carried, as: CarriedCredit.self) ?? .full
    let group = ClassReport(reports, carried: carried, language: invocation.console.language)
    try writeFiles(group)
    let output = invocation.console.output
    switch format {
    case .json:
      let language = invocation.has(.language) ? invocation.console.language : .english
      let reports = reports.map { report in
        var report = report
        // Data must not depend on the environment.
        report.language = language
        return report
      }
      CheckReport.writeJSON(reports, to: output)
    case .csv: CheckReport.writeCSV(reports, to: output)
    case .table:
      let style = try invocation.style()
      for (n, report) in reports.enumerated() {
        if n > 0 { output.write("\n") }
        report.writeText(hint, style: style, to: output)
      }
      if reports.count > 1 { group.writeText(hint, style: style, to: output) }
    }
  }

  /// The mark book, and a slip for each student, named like the sheet: all of them or none.
  private func writeFiles(_ group: ClassReport) throws(CommandError) {
    var files: [(OutputFile, OutputFile.Contents)] = []
    if let name = invocation.argument(.marks) {
      let file = try OutputFile(name, invocation, option: .marks, .kept)
      files.append((file, { output in group.writeMarks(to: output) }))
    }
    if let folder = invocation.argument(.slips) {
      let slips = try OutputFolder(folder, invocation)
        .files(of: group.reports.map(\.slipName), ending: "md")
      for (file, report) in zip(slips, group.reports) {
        files.append((file, { output in group.writeSlip(report, to: output) }))
      }
    }
    try OutputFile.write(files)
  }
}
