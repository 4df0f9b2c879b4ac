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
    options: [
      .format, .hint, .rightValues, .allRows, .points, .carried, .marks, .markRoster, .slips,
      .slipsTo, .force,
    ] + Option.stepOfTraining + Option.overrides,
    summary: Phrase(
      "mark hand calculations: which are right, where the first mistake is, what it was",
      "批改手算：哪些正确，第一处错误在哪里，错误原因是什么"),
    examples: ["check mazur answers.txt", "check mazur answers.txt --hint 2"],
    limits: .checkLimits(
      step: Limits.handNumbers, bytes: Limits.sheetsSize,
      answers: Limits.answers,
      students: Limits.students, numbers: Limits.classNumbers),
    run: { invocation throws(CommandError) in try CheckCommand(invocation).run() })
}

/// `backprop check`: answer sheets, marked.
struct CheckCommand {
  let invocation: Invocation
  /// The sheets, each with what stands on it.
  private let sheets: [SheetFile]
  /// The step that all sheets are about; `nil` where each names its own.
  private let context: CheckContext?
  /// What is asked for besides.
  private let disclosure: Disclosure
  private let worths: PointWorths

  /// Reads every sheet. Without a network they must say themselves which one they are about.
  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    try CheckCommand.checkOptions(invocation)
    disclosure = Disclosure(
      hint: try invocation.choice(.hint, as: CheckReport.Hint.self),
      showsKey: invocation.has(.rightValues), showsAll: invocation.has(.allRows))
    worths = try PointWorths(invocation)
    let files = invocation.operands
    let others = [Option.marks, .markRoster].compactMap { invocation.argument($0) }
    if try CheckCommand.areSheets(files, invocation) {
      context = nil
      sheets = try SheetFiles(files, but: others, invocation).sheets
    } else {
      context = try CheckContext(invocation)
      sheets = try SheetFiles(
        Array(files.dropFirst()), but: others + files.prefix(1), invocation
      ).sheets
    }
  }

  /// Options that do nothing alone, or not together.
  private static func checkOptions(_ invocation: Invocation) throws(CommandError) {
    for (option, other) in [(Option.slipsTo, Option.slips), (.markRoster, .marks)]
    where invocation.has(option) && !invocation.has(other) {
      throw .usage(.optionNeeds(option.spelling, other.spelling))
    }
    if invocation.has(.hint), invocation.has(.rightValues) {
      throw .usage(.exclusiveOptions(Option.hint.spelling, Option.rightValues.spelling))
    }
  }

  /// Whether the first operand is a sheet, too, and no network: a folder, or one that names its own
  /// network, or one that cannot be read as a network but is called like a sheet, with others that
  /// name theirs.
  private static func areSheets(
    _ files: [Argument], _ invocation: Invocation
  ) throws(CommandError) -> Bool {
    if Platform.isFolder(files[0].bytes) { return true }
    let surroundings = invocation.console.surroundings
    let first = SheetFile(files[0], surroundings).text
    if first?.network != nil { return true }
    do throws(CommandError) {
      _ = try NetworkSource(files[0], invocation.console)
    } catch {
      let isCalledSheet = ["md", "txt", "csv", "tsv", "html", "tex"].contains(files[0].ending)
      if isCalledSheet, files.dropFirst().contains(where: { hasNetwork($0, surroundings) }) {
        return true
      }
      guard files.count == 1, first?.hasAnswers ?? false else { throw error }
      throw .at(.start, of: files[0], .sheetWithoutNetwork)
    }
    guard files.count > 1 else { throw .usage(.sheetWithoutNetwork) }
    return false
  }

  private static func hasNetwork(_ file: Argument, _ surroundings: Surroundings) -> Bool {
    Platform.isFolder(file.bytes) || SheetFile(file, surroundings).text?.network != nil
  }

  /// Every sheet is marked before anything is written; one that cannot be is told of on standard
  /// error, and the others are marked all the same.
  func run() throws(CommandError) -> ExitCode {
    let format = try invocation.choice(.format, as: ReportFormat.self) ?? .table
    var (results, failures) = try results()
    guard results.contains(where: \.isReadable) else {
      let last = failures.popLast()
      for failure in failures { invocation.console.report(failure) }
      throw last ?? .usage(.noReadableAnswer)
    }
    for failure in failures { invocation.console.report(failure) }
    try write(results, format)
    return results.contains { $0.hasMistakes } ? .no : .success
  }

  /// What came of every sheet, and why some could not be marked.
  private func results() throws(CommandError) -> ([SheetResult], [CommandError]) {
    var results: [SheetResult] = []
    var failures: [CommandError] = []
    var contexts = CheckContexts(context, invocation)
    let students = sheets.reduce(0) { $0 + ($1.text?.students.count ?? 0) }
    var budget = SearchBudget(sheets: students)
    var worths = worths
    for sheet in sheets {
      let context: CheckContext
      do throws(CommandError) {
        context = try contexts.context(of: sheet)
      } catch {
        failures.append(error)
        results.append(.refused(refused(sheet.file, error)))
        continue
      }
      try contexts.count(sheet, context)
      worths.look(at: context.derivation)
      let reports = try context.reports(on: sheet, invocation, disclosure, &budget)
      results += reports.map { .marked($0) }
      if let failure = sheet.failure(of: reports) { failures.append(failure) }
    }
    if results.contains(where: \.isReadable) { try worths.check() }
    return (results, failures)
  }

  private func refused(_ file: Argument, _ error: CommandError) -> RefusedSheet {
    RefusedSheet(file: file.text, reason: error.phrase, language: invocation.console.language)
  }

  private func write(
    _ results: [SheetResult], _ format: ReportFormat
  ) throws(CommandError) {
    let carried = try invocation.choice(.carried, as: CarriedCredit.self)
    let language = invocation.console.language
    let group = ClassReport(
      results, scheme: MarkingScheme(carried: carried ?? .full, worths: worths.worths),
      showsPoints: carried != nil || !worths.isEmpty, language: language)
    try writeFiles(group)
    let output = invocation.console.output
    // Data must not depend on the environment.
    let dataLanguage = invocation.has(.language) ? language : .english
    switch format {
    case .json: group.writeJSON(in: dataLanguage, to: output)
    case .csv: group.writeCSV(in: dataLanguage, to: output)
    case .table: group.writeText(style: try invocation.style(), to: output)
    }
  }

  /// The mark book, and a slip for each student, named like the sheet: all of them or none.
  private func writeFiles(_ group: ClassReport) throws(CommandError) {
    var files: [(OutputFile, OutputFile.Contents)] = []
    if let name = invocation.argument(.marks) {
      let roster = try Roster(invocation)
      let matches = roster.matches(group.results.map(\.slipName))
      if let note = roster.note(on: matches) { invocation.console.note(note) }
      let file = try OutputFile(name, invocation, option: .marks, .kept)
      files.append(
        (
          file,
          { output in
            group.writeMarks(
              columns: roster.columns, entries: matches.entries, absent: matches.absent, to: output)
          }
        ))
    }
    if let folder = invocation.argument(.slips) {
      let format = try invocation.choice(.slipsTo, as: SlipFormat.self) ?? .md
      let slips = try OutputFolder(folder, invocation)
        .files(of: group.results.map(\.slipName), ending: format.rawValue)
      for (n, file) in slips.enumerated() {
        files.append((file, { output in group.writeSlip(n, asPage: format == .html, to: output) }))
      }
    }
    try OutputFile.write(files)
  }
}
