internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Tells a derivation part by part, in order, to a writer of any format.
struct Composer {
  let derivation: Derivation
  let language: Language
  let numbers: FormulaText
  var writer: any DocumentWriter
  /// Whether the document is to be handed on, and so ends with a table of its symbols.
  let isForPaper: Bool
  /// What the samples of the step are called, in its order.
  let sampleNames: [Phrase.SampleName]
  /// Whether every layer's rules are also told with matrices.
  var showsMatrices = false
  /// What stands at the end beside the gradients; `nil` for nothing.
  var gradientCheck: GradientCheck?
  /// All that the network is trained on, of which something may be worth noticing.
  var allSamples: [Sample] = []
  /// The reasons that were given already; each is given once.
  var told: Set<Phrase> = []
  /// The explanations that were given already, as plain text.
  var explained: Set<String> = []

  init(
    _ derivation: Derivation, language: Language, format: NumberFormat,
    writer: any DocumentWriter, isForPaper: Bool
  ) {
    self.derivation = derivation
    self.language = language
    numbers = FormulaText(derivation, format: format)
    self.writer = writer
    self.isForPaper = isForPaper
    sampleNames = derivation.sampleNames
  }

  var trace: Trace { derivation.trace }
  var symbols: Symbols { derivation.symbols }

  /// Tells everything: the heading, the loss before and after, then the phases.
  mutating func compose(_ heading: DocumentHeading, detail: Detail) {
    begin(heading)
    tellLosses()
    switch detail {
    case .results:
      tellResults()
      tellAllMatrices()
    case .steps: tellSteps()
    case .full:
      if trace.network.isDense {
        writer.paragraph(symbols.layerFormula(of: trace.network).wording(in: language))
      }
      tellBlocks(nil)
      tellSummary()
    }
    tellGradientCheck()
    tellObservations()
    if isForPaper { tellSymbols() }
    writer.end()
  }

  /// Tells the chosen steps only.
  mutating func compose(only selection: StepSelection) {
    tellBlocks(selection)
    writer.end()
  }

  private mutating func begin(_ heading: DocumentHeading) {
    let subject =
      derivation.state.map {
        Phrase.stepOfTraining(number: $0.step, epoch: $0.epoch, sampleNames)
      } ?? (trace.hasTargets ? .oneStep(sampleNames[0]) : .forwardOnly(sampleNames[0]))
    let notation = derivation.notation
    let rate = Phrase.learningRate(symbols.learningRate, numbers.number(.learningRate))
    let what = [subject, trace.hasTargets ? rate : nil].compactMap { $0?[language] }
    let title =
      (heading.title.map { [$0.visible] } ?? [])
      + [what.joined(separator: Phrase.comma[language])]
    let remark = Phrase.notationLine(notation.name, symbols.deltaDefinition)
      .followed(by: Phrase(verbatim: heading.policy), between: .semicolon)
    writer.begin(
      title.joined(separator: Phrase.dash[language]), remark: remark.wording(in: language))
    if let note = heading.note { writer.paragraph(note.wording(in: language)) }
  }

  /// The loss before and after, first of all: what the step was for.
  private mutating func tellLosses() {
    guard let before = trace[.loss(.before)], let after = trace[.loss(.after)] else { return }
    let format = numbers.format
    writer.paragraph(
      Phrase.lossMoved(
        symbols.loss, from: format.text(before), to: format.text(after),
        remark: lossRemark(before, after)
      ).wording(in: language))
  }

  private func lossRemark(_ before: Double, _ after: Double) -> Phrase? {
    guard before.isFinite, after.isFinite, before > 0 else { return nil }
    if before == after { return .lossSame }
    let share = (after - before).magnitude / before * 100
    let text = NumberFormat.significant(3).text(share)
    guard after < before else {
      let isPlain = trace.rule.optimizer.isPlain && trace.network.loss.hasGradient
      return .lossRose(text, isPlain: isPlain)
    }
    return after > 0 && share > 99.9 ? .lossNearlyGone("99.9") : .lossFell(text)
  }

  /// Opens a section with the reasons that have not been given yet.
  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    var new: [Phrase] = []
    for reason in reasons where told.insert(reason).inserted { new.append(reason) }
    writer.section(heading, new)
  }

  /// Phrases in the language of the document.
  func words(_ phrases: Phrase...) -> [String] { phrases.map { $0[language] } }

  /// The steps of a block that are told.
  func lines(_ block: Block, _ rule: Rule, _ selection: StepSelection? = nil) -> EquationLines {
    let derivation = derivation
    let places = (0..<block.count).filter { n in
      trace.isListed(n, of: block)
        && selection?.includes(derivation.step(n, of: block)) ?? true
    }
    return EquationLines(count: places.count) {
      EquationLine(step: derivation.step(places[$0], of: block), rule: rule)
    }
  }
}
