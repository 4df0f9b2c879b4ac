public import Derivations
internal import Phrases
internal import ScalarBackprop
public import Texts

/// What a report says above its numbers.
public struct ReportHeading: Sendable {
  /// The title of the network file, in any characters; `nil` leaves it out.
  public var title: String?
  /// The sample's number, counted from 1.
  public var sample: Int
  /// The sample's name; `nil` leaves it out.
  public var sampleName: String?
  /// The numeric policy in words.
  public var policy: String

  /// Makes a heading for the sample of this number, counted from 1.
  public init(title: String?, sample: Int, sampleName: String?, policy: String) {
    self.title = title
    self.sample = sample
    self.sampleName = sampleName
    self.policy = policy
  }
}

/// A trace as annotated tables in a terminal, one section a phase and layer.
public struct TraceReport {
  /// How much is told.
  public enum Detail: String, CaseIterable, Sendable {
    /// One table a phase.
    case results
    /// A line a neuron with its products inside, a row a parameter.
    case steps
    /// Every product, and the rules.
    case full
  }

  let derivation: Derivation
  let style: TerminalStyle
  let pen: TerminalPen
  let text: FormulaText
  /// The reasons that were given already; each is given once.
  var told: Set<Phrase> = []

  /// Whether something stands above the next section.
  private var hasBegun = false

  /// Makes a report of a derivation, which writes to an output in a style.
  public init(_ derivation: Derivation, style: TerminalStyle, to output: TextOutput) {
    self.derivation = derivation
    self.style = style
    pen = TerminalPen(style: style, output: output)
    text = FormulaText(derivation, format: style.format)
  }

  var trace: Trace { derivation.trace }
  var symbols: Symbols { derivation.symbols }

  /// Writes the report: its heading, the loss before and after, then the phases.
  public mutating func write(_ heading: ReportHeading, detail: Detail) {
    write(heading)
    writeLosses()
    hasBegun = true
    switch detail {
    case .results: writeResults()
    case .steps: writeSteps()
    case .full: writeFull(selection: nil)
    }
  }

  /// Writes the chosen steps only.
  public mutating func write(only selection: StepSelection) { writeFull(selection: selection) }

  private func write(_ heading: ReportHeading) {
    let hasTargets = trace.sample.targets != nil
    let name = heading.sampleName?.visible
    let subject =
      hasTargets
      ? Phrase.stepOfTraining(sample: heading.sample, name: name)
      : .forwardOnly(sample: heading.sample, name: name)
    let notation = derivation.notation
    let rate = text.number(.learningRate)
    let isChinese = style.language == .chinese
    var title = heading.title.map { [$0.visible] } ?? []
    let step = hasTargets ? Phrase.learningRate(notation.learningRate, rate) : nil
    let what = [subject, step].compactMap { $0?[style.language] }
    title.append(what.joined(separator: isChinese ? "，" : ", "))
    pen.paragraph(title.joined(separator: isChinese ? "——" : " — "), .heading)
    let parts = [
      Phrase.notationLine(
        notation.name, delta: notation.delta.output, definition: notation.deltaDefinition)[
          style.language],
      heading.policy,
    ]
    pen.paragraph(parts.joined(separator: isChinese ? "；" : "; "), .remark)
  }

  /// The loss before and after, first of all: what the step was for.
  private func writeLosses() {
    guard let before = trace[.loss(.before)], let after = trace[.loss(.after)] else { return }
    let format = style.format
    let name = symbols.symbol(for: .loss(.before)).text
    var line = "\(name) = \(format.text(before)) \(Phrase.beforeStep[style.language])"
    line += " → \(format.text(after)) \(Phrase.afterStep[style.language])"
    if let remark = lossRemark(before, after)?[style.language] {
      line += style.language == .chinese ? "（\(remark)）" : " (\(remark))"
    }
    pen.paragraph(line)
  }

  private func lossRemark(_ before: Double, _ after: Double) -> Phrase? {
    guard before.isFinite, after.isFinite, before > 0 else { return nil }
    if before == after { return .lossSame }
    let share = (after - before).magnitude / before * 100
    let isNearlyAll = after > 0 && after < before && share > 99.9
    let text = isNearlyAll ? "> 99.9" : NumberFormat.significant(3).text(share)
    return after < before ? .lossFell(text) : .lossRose(text)
  }

  /// Phrases in the language of the report.
  func words(_ phrases: Phrase...) -> [String] { phrases.map { $0[style.language] } }

  /// A section's heading and the reasons behind it that have not been given yet.
  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    if hasBegun { pen.line() }
    hasBegun = true
    let new = reasons.enumerated().filter { n, reason in
      !told.contains(reason) && reasons.firstIndex(of: reason) == n
    }.map(\.element)
    told.formUnion(new)
    let space = style.language == .chinese ? "" : " "
    pen.paragraph(
      new.map { $0[style.language] }.joined(separator: space), after: heading[style.language])
  }

  /// The steps of a block as equations.
  func equations(_ block: Block, _ rule: Rule, selection: StepSelection? = nil) -> [Equation] {
    (0..<block.count).compactMap { n in
      guard trace.isTold(n, of: block) else { return nil }
      let step = derivation.step(n, of: block)
      guard selection?.includes(step) ?? true else { return nil }
      return equation(step, rule)
    }
  }

  private func equation(_ step: Step, _ rule: Rule) -> Equation {
    let symbol = symbols.symbol(for: step.quantity).text
    let value = text.number(step.quantity, step.value)
    guard let formula = rule.formula else { return Equation(symbol, [value]) }
    return Equation(
      symbol,
      [
        text.text(formula, .symbols, at: step.indices),
        text.text(formula, .numbers, at: step.indices), value,
      ])
  }
}

extension Notation {
  /// What δ stands for, as an equation's right side.
  var deltaDefinition: String {
    let sign = convention.deltaSign == .descent ? "−" : ""
    return "\(sign)∂\(loss)/∂\(convention.subtractsThresholds ? sum.output : net.output)"
  }
}
