internal import Documents
internal import NetworkFiles
internal import Phrases
internal import Texts

// `backprop worksheet --roster`: a worksheet for each name.

extension WorksheetCommand {
  /// Writes a worksheet for each name of a roster, each with numbers of its own.
  static func runForRoster(_ invocation: Invocation) throws(CommandError) -> ExitCode {
    guard let folder = invocation.argument(.outputFile) else {
      throw .usage(.rosterNeedsFolder)
    }
    let format = try format(invocation)
    let names = try names(invocation)
    let (worksheets, exitCode) = try worksheets(for: names, invocation)
    let files = try OutputFolder(folder, invocation).files(of: names, ending: format.rawValue)
    try OutputFile.write(
      zip(files, worksheets).map { file, worksheet in
        (file, { output in write(worksheet, format, to: output) })
      })
    invocation.console.note(.worksheetsWritten(worksheets.count, folder.text.visible))
    return exitCode
  }

  /// A worksheet for each name, from one seed on; and how the command ends, well if all went well.
  private static func worksheets(
    for names: [String], _ invocation: Invocation
  ) throws(CommandError) -> ([Worksheet], ExitCode) {
    let seed = try invocation.wholeNumber(.seed, in: 0...Int.max - names.count) ?? 1
    var worksheets: [Worksheet] = []
    var exitCode = ExitCode.success
    for (n, name) in names.enumerated() {
      var values = invocation.values
      if invocation.has(.random) { values[Option.seed.name] = [Argument(String(seed + n))] }
      let command = try WorksheetCommand(
        Invocation(
          command: invocation.command, operands: invocation.operands, values: values,
          console: invocation.console))
      worksheets.append(try command.worksheet(for: name))
      let own = command.step.exitCode
      if own != .success { exitCode = own }
    }
    return (worksheets, exitCode)
  }

  /// The first column of the roster, without a header that says name or student.
  private static func names(_ invocation: Invocation) throws(CommandError) -> [String] {
    let file = invocation.argument(.roster) ?? Argument("")
    if file.text == "-", invocation.operands.first == file { throw .usage(.standardInputTwice) }
    let bytes = try invocation.console.surroundings.text(of: file, absent: .noSuchRoster)
    var names: [String] = []
    for (n, row) in CSVRows(bytes).rows.enumerated() {
      let name = row[0].text.visible.trimmed
      guard names.count < Limits.students || name.isEmpty else {
        throw .at(
          SourcePosition(of: row[0].offset, inFile: bytes), of: file, .longRoster(Limits.students))
      }
      let isHeader = n == 0 && ["name", "student", "姓名", "学生"].contains(name.lowercased())
      if !name.isEmpty, !isHeader { names.append(name) }
    }
    guard !names.isEmpty else { throw .at(.start, of: file, .emptyRoster) }
    return names
  }
}
