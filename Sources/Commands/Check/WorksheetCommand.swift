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
      .worksheetTo, .blank, .short, .formulas, .key, .random, .vary, .seed, .traceStep, .epochs,
      .roster, .outputFile, .force,
    ] + Option.overrides,
    summary: Phrase(
      "print a worksheet to fill in by hand; check marks it", "打印供手算填写的练习纸，可由 check 批改"),
    limits: .worksheetLimits(
      step: Limits.handNumbers, bytes: Limits.sheetsSize, students: Limits.students),
    run: { invocation throws(CommandError) in
      if invocation.has(.random), invocation.has(.vary) {
        throw .usage(.exclusiveOptions(Option.random.spelling, Option.vary.spelling))
      }
      if invocation.has(.roster) { return try WorksheetCommand.runForRoster(invocation) }
      return try WorksheetCommand(WorksheetCommand.seeded(invocation)).run()
    })
}

/// `backprop worksheet`: a training step to be worked out by hand.
struct WorksheetCommand {
  let invocation: Invocation
  let step: StepCommand

  /// - Parameter tells: whether it says what step it takes where nobody asked for one.
  init(_ invocation: Invocation, tells: Bool = true) throws(CommandError) {
    self.invocation = invocation
    let hasUse = [Option.random, .vary, .traceStep].contains { invocation.has($0) }
    if invocation.has(.seed), !hasUse { throw .usage(.seedNeedsRandom) }
    step = try StepCommand(invocation, isByHand: true, usual: .batch, tells: tells)
  }

  /// The command line with a seed for `--vary`: the one asked for, else a good one.
  fileprivate static func seeded(_ invocation: Invocation) throws(CommandError) -> Invocation {
    guard invocation.has(.vary) else { return invocation }
    if let seed = try invocation.wholeNumber(.seed, in: 0...Int.max) {
      try Variation.tell(of: invocation, seed)
      return invocation
    }
    var variation = Variation(invocation, from: 1)
    return try variation.found()
  }

  func run() throws(CommandError) -> ExitCode {
    let worksheet = try worksheet()
    tell(of: worksheet)
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

  func worksheet(for student: Student? = nil) throws(CommandError) -> Worksheet {
    var form = Worksheet.Form()
    let isAll = invocation.text(.blank) ?? "all" == "all"
    form.blanks = isAll ? nil : try step.selection(.blank)
    form.isShort = invocation.has(.short)
    form.showsFormulas = invocation.has(.formulas)
    form.isKey = invocation.has(.key)
    var worksheet = Worksheet(
      step.derivation, language: invocation.console.language,
      format: try invocation.numberFormat(),
      title: step.title?[invocation.console.language] ?? invocation.operands.first?.text ?? "",
      student: student,
      network: words.text, form)
    guard invocation.has(.key) || worksheet.hasBlanks else {
      throw .usage(.nothingBlank(invocation.text(.blank) ?? ""))
    }
    worksheet.isASCII = invocation.has(.ascii)
    return worksheet
  }

  /// The words that say which step it is about, a batch's step by its number.
  private var words: NetworkWords {
    var words = NetworkWords(invocation)
    if step.derivation.state != nil, !invocation.has(.traceStep) {
      words.words += [Option.traceStep.spelling, "1"]
    }
    return words
  }

  /// Says what is left blank though nobody asked for that.
  func tell(of worksheet: Worksheet) {
    guard !worksheet.giveaways.isEmpty else { return }
    let ids = worksheet.giveaways.map { step.derivation.symbols.id(of: $0) }
    let shown = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    invocation.console.note(.alsoBlank(shown))
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
