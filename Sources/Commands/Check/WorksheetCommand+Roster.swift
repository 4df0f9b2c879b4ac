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
    let format = try invocation.fileFormat(.worksheetTo, among: writers.map(\.format))
    let students = try NameList(invocation).students
    let (worksheets, exitCode) = try worksheets(for: students, invocation)
    let files = try OutputFolder(folder, invocation)
      .files(of: students.map(\.name), ending: format.rawValue)
    try OutputFile.write(
      zip(files, worksheets).map { file, worksheet in
        (file, { output in write(worksheet, format, to: output) })
      })
    invocation.console.note(.worksheetsWritten(worksheets.count, folder.text.visible))
    return exitCode
  }

  /// A worksheet for each student, from one seed on; and how the command ends, well if all went well.
  private static func worksheets(
    for students: [Student], _ invocation: Invocation
  ) throws(CommandError) -> ([Worksheet], ExitCode) {
    let seed = try invocation.wholeNumber(.seed, in: 0...Int.max - 100 * students.count) ?? 1
    var variation = Variation(invocation, from: seed)
    var worksheets: [Worksheet] = []
    var exitCode = ExitCode.success
    for (n, student) in students.enumerated() {
      var own = invocation
      if invocation.has(.random) {
        own = invocation.with(.seed, String(seed + n))
      } else if invocation.has(.vary) {
        own = try variation.found()
      }
      let command = try WorksheetCommand(own, tells: n == 0)
      worksheets.append(try command.worksheet(for: student))
      if n == 0 { command.tell(of: worksheets[0]) }
      if command.step.exitCode != .success { exitCode = command.step.exitCode }
    }
    return (worksheets, exitCode)
  }
}
