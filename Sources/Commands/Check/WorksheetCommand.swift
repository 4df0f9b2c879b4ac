internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Option {
  static let worksheetTo = Option(
    name: "to", value: "FORMAT", choices: WorksheetCommand.writers.map(\.format.rawValue),
    help: Phrase(
      "md, csv or txt; html or tex for printing (default: from FILE's extension)",
      "md、csv、txt；打印用 html、tex（默认按 FILE 的扩展名）"))
}

extension Command {
  static let worksheet = Command(
    name: "worksheet", operands: [Operand(name: "NETWORK", kind: .network, isOptional: true)],
    options: [
      .worksheetTo, .only, .blank, .short, .formulas, .key, .random, .vary, .seed, .traceStep,
      .stage,
      .pretrain, .freezePretrained, .epochs, .roster, .outputFile, .force,
    ] + Option.overrides,
    summary: Phrase(
      "print a worksheet to fill in by hand; check marks it", "打印供手算填写的练习纸，可由 check 批改"),
    examples: ["worksheet mazur --short -o mazur.md", "worksheet --random 2-2-1 --seed 7 --key"],
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
  static func seeded(_ invocation: Invocation) throws(CommandError) -> Invocation {
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
    let format = try invocation.fileFormat(
      .worksheetTo, among: WorksheetCommand.writers.map(\.format))
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
    form.scope.isShort = invocation.has(.short)
    form.scope.selection = try step.selection(.only)
    form.showsFormulas = invocation.has(.formulas)
    form.isKey = invocation.has(.key)
    var worksheet = Worksheet(
      step.derivation, language: invocation.console.language,
      format: try invocation.numberFormat(),
      title: step.title?[invocation.console.language] ?? invocation.operands.first?.text ?? "",
      student: student,
      network: words.text, form)
    guard invocation.has(.key) || worksheet.hasBlanks else {
      let option = invocation.has(.blank) ? Option.blank : .only
      throw .usage(.nothingBlank(option.spelling, invocation.text(option) ?? ""))
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

  /// The formats that a worksheet can be written in, each with what writes it.
  static let writers: [(format: FileFormat, write: @Sendable (Worksheet, TextOutput) -> Void)] = [
    (.md, { $0.writeMarkdown(to: $1) }), (.csv, { $0.writeCSV(to: $1) }),
    (.txt, { $0.writeText(to: $1) }), (.html, { $0.writeHTML(to: $1) }),
    (.tex, { $0.writeTeX(to: $1) }),
  ]

  static func write(
    _ worksheet: Worksheet, _ format: FileFormat, to output: TextOutput
  ) {
    writers.first { $0.format == format }?.write(worksheet, output)
  }
}
