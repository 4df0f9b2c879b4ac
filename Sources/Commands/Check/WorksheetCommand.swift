internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A format that a worksheet is written in; raw values are those of `--to`.
enum WorksheetFormat: String, CaseIterable {
  case md, csv, txt, html, tex
}

extension Command {
  static let worksheet = Command(
    name: "worksheet", operands: [Operand(name: "NETWORK", kind: .network, isOptional: true)],
    options: [
      .worksheetTo, .blank, .formulas, .key, .random, .seed, .roster, .outputFile, .force,
    ] + Option.overrides,
    summary: Phrase(
      "print a worksheet to fill in by hand; check marks it", "打印供手算填写的练习纸，可由 check 批改"),
    limits: .worksheetLimits(
      step: Limits.handNumbers, bytes: Limits.sheetsSize, students: Limits.students),
    run: { invocation throws(CommandError) in
      guard invocation.has(.roster) else { return try WorksheetCommand(invocation).run() }
      return try WorksheetCommand.runForRoster(invocation)
    })
}

/// `backprop worksheet`: a training step to be worked out by hand.
struct WorksheetCommand {
  let invocation: Invocation
  let step: StepCommand

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    if invocation.has(.seed), !invocation.has(.random) { throw .usage(.seedNeedsRandom) }
    step = try StepCommand(invocation, isByHand: true)
  }

  func run() throws(CommandError) -> ExitCode {
    let worksheet = try worksheet()
    let format = try WorksheetCommand.format(invocation)
    if let file = invocation.argument(.outputFile) {
      try OutputFile(file, invocation).write { output in
        WorksheetCommand.write(worksheet, format, to: output)
      }
    } else {
      WorksheetCommand.write(worksheet, format, to: invocation.console.output)
    }
    return step.exitCode
  }

  func worksheet(for student: String? = nil) throws(CommandError) -> Worksheet {
    let isAll = invocation.text(.blank) ?? "all" == "all"
    var worksheet = Worksheet(
      step.derivation, language: invocation.console.language,
      format: try invocation.numberFormat(),
      title: step.title?[invocation.console.language] ?? invocation.operands.first?.text ?? "",
      student: student,
      network: NetworkWords(invocation).text,
      blanks: isAll ? nil : try step.selection(.blank), showsFormulas: invocation.has(.formulas),
      isKey: invocation.has(.key))
    guard invocation.has(.key) || worksheet.hasBlanks else {
      throw .usage(.nothingBlank(invocation.text(.blank) ?? ""))
    }
    worksheet.isASCII = invocation.has(.ascii)
    return worksheet
  }

  /// `--to`, else the file's ending, else Markdown.
  static func format(_ invocation: Invocation) throws(CommandError) -> WorksheetFormat {
    if let format = try invocation.choice(.worksheetTo, as: WorksheetFormat.self) {
      return format
    }
    guard !invocation.has(.roster), let ending = invocation.argument(.outputFile)?.ending else {
      return .md
    }
    guard let format = WorksheetFormat(rawValue: ending) else {
      throw .usage(
        .unknownEnding(ending.excerpt, known: WorksheetFormat.words))
    }
    return format
  }

  static func write(
    _ worksheet: Worksheet, _ format: WorksheetFormat, to output: TextOutput
  ) {
    switch format {
    case .md: worksheet.writeMarkdown(to: output)
    case .csv: worksheet.writeCSV(to: output)
    case .txt: worksheet.writeText(to: output)
    case .html: worksheet.writeHTML(to: output)
    case .tex: worksheet.writeTeX(to: output)
    }
  }
}
