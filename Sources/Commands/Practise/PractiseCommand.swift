internal import Derivations
internal import Documents
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

extension Command {
  static let practise = Command(
    name: "practise", operands: [Operand(name: "NETWORK", kind: .network, isOptional: true)],
    options: [
      .askedOnly, .short, .random, .vary, .seed, .traceStep, .stage, .pretrain, .freezePretrained,
      .epochs, .outputFile, .force,
    ] + Option.overrides,
    summary: Phrase(
      "be asked for one number after the other; each answer is marked at once",
      "逐个提问，每个答案当场批改"),
    examples: ["practise xor", "practise mazur --only backward -o mazur.txt"],
    limits: .sentences([.practiseLimits(step: Limits.handNumbers), Practice.words]),
    run: { invocation throws(CommandError) in try PractiseCommand(invocation).run() })
}

extension Option {
  static let askedOnly = Option(
    name: "only", value: "PHASE|ID,…",
    help: Phrase(
      "ask for these phases, ids, symbols or letters (such as 'δ') only; default: as with --short",
      "只问这些阶段、标识（id）、符号或字母（如 'δ'）；默认同 --short"))
}

/// `backprop practise`: a step that asks.
struct PractiseCommand {
  private let invocation: Invocation
  private let worksheet: WorksheetCommand
  private let context: CheckContext
  private let file: (output: OutputFile, format: FileFormat)?

  /// Takes the step; what nobody chose is asked as on a short worksheet.
  init(_ invocation: Invocation) throws(CommandError) {
    if invocation.has(.random), invocation.has(.vary) {
      throw .usage(.exclusiveOptions(Option.random.spelling, Option.vary.spelling))
    }
    guard invocation.operands.first?.text != "-" else { throw .usage(.answersAreInput) }
    var own = try WorksheetCommand.seeded(invocation)
    if !own.has(.only) { own = own.with(.short) }
    self.invocation = own
    worksheet = try WorksheetCommand(own)
    context = try CheckContext(own)
    file = try invocation.argument(.outputFile).map { name throws(CommandError) in
      let format = try own.fileFormat(.worksheetTo, among: [.md, .csv, .txt])
      let output = try OutputFile(name, own, .kept)
      try OutputFile.check([output])
      return (output, format)
    }
  }

  /// Asks until everything is answered, or nobody answers any more.
  func run() throws(CommandError) -> ExitCode {
    let console = invocation.console
    let format = try invocation.numberFormat()
    var practice = Practice(
      try worksheet.worksheet(), marker: context.marker, asked: try invocation.askedFormat(),
      style: try invocation.style(), next: next, to: console.output
    ) { [context] text, place throws(AskedAnswer.Problem) in
      try context.reader.answer(text, askedFor: place, format: format)
    }
    Platform.watchForEnd()
    defer { Platform.endWatch() }
    practice.open()
    let isOpen = ask(&practice)
    // Nothing ends the program now before the sheet is kept.
    let isRight = try Interruption.held { () throws(CommandError) in
      let isRight = practice.end(isAsking: isOpen)
      console.output.flush()
      try keep(practice)
      return isRight
    }
    return worksheet.step.exitCode == .success && isRight ? .success : .no
  }

  /// Asks and takes answers; says whether a question stands there unanswered.
  private func ask(_ practice: inout Practice) -> Bool {
    let surroundings = invocation.console.surroundings
    let output = invocation.console.output
    let lines = LineInput(surroundings.standardInput)
    var isOpen = true
    while isOpen {
      practice.ask()
      output.flush()
      let text: String
      switch lines.next() {
      case .end, .interrupted: return true
      case .tooLong: text = String(repeating: "…", count: 2)
      case .text(let line): text = line
      }
      // A terminal shows by itself what is typed.
      let isShown = surroundings.isInputTerminal && lines.hasWaited
      if !isShown { output.write(text.visible.excerpt + "\n") }
      isOpen = practice.take(text)
    }
    return false
  }

  private func keep(_ practice: Practice) throws(CommandError) {
    guard let (output, format) = file else { return }
    let sheet = practice.worksheet
    let console = invocation.console
    do throws(CommandError) {
      // Somebody may have put a file there meanwhile.
      _ = try OutputFile(output.name, invocation, .kept)
      try output.write { WorksheetCommand.write(sheet, format, to: $0) }
    } catch {
      // What was worked out is not to be lost.
      console.note(.sheetFollows)
      sheet.writeText(to: console.output)
      throw error
    }
    let name = output.name.text.visible
    console.note(practice.hasAnswers ? .sheetKept(name) : .emptySheetKept(name))
  }

  // MARK: What next

  /// The same again on other numbers: a random network of the same shape where that has the same rules,
  /// else this one with its numbers drawn anew.
  private var next: NextPractice {
    let last = invocation.text(.seed).flatMap { Int($0) } ?? 0
    let seed = last < .max ? last + 1 : 0
    let network = worksheet.step.derivation.trace.network
    let shape = [network.inputs.count] + network.layers.map(\.neurons.count)
    let isPlain =
      network.isDense && network.loss == .halfSquaredError
      && network.layers.allSatisfy { $0.activation == .sigmoid && $0.biasKind != .absent }
      && shape.reduce(0, +) <= 24 && worksheet.step.derivation.state == nil
      && worksheet.step.derivation.trace.rule.optimizer.isPlain
    var words = [Program.name, Command.practise.name]
    if isPlain {
      words += [Option.random.spelling, shape.map(String.init).joined(separator: "-")]
    } else {
      words += NetworkWords(invocation.without([.only, .short, .vary, .random, .seed])).words
      words.append(Option.vary.spelling)
    }
    words += [Option.seed.spelling, String(seed)]
    let notation = worksheet.step.derivation.notation.name
    if !words.contains(Option.notation.spelling), notation != Notation.documents.name {
      words += [Option.notation.spelling, notation]
    }
    if let language = invocation.text(.language) {
      words += [Option.language.spelling, language]
    }
    return NextPractice(words, only: invocation.text(.only))
  }
}
