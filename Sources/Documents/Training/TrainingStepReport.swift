public import Derivations
internal import Phrases
public import ScalarBackprop
public import Texts

/// One step of a training in full: every sample of its batch by itself, then what the batch makes of
/// them.
public struct TrainingStepReport {
  let batch: BatchTrace
  let title: String
  let language: Language
  let format: NumberFormat
  /// One a sample.
  let derivations: [Derivation]
  /// The batch's gradients and its update.
  let whole: Derivation

  /// Makes the report on a step, told in a notation.
  public init(
    on batch: BatchTrace, in notation: Notation, title: String, language: Language,
    format: NumberFormat
  ) {
    self.batch = batch
    self.title = title
    self.language = language
    self.format = format
    let state = batch.state
    derivations = batch.samples.map { Derivation(of: $0, in: notation, memory: state) }
    whole = Derivation(of: batch.whole, in: notation, isStepwise: true, memory: state)
  }

  /// A step of the report: of one sample, or of the batch.
  struct Record {
    var step: Step
    var rule: Rule
    /// Counted from 1 in the file; `nil` for the batch.
    var sample: Int?
    var derivation: Derivation
    /// In place of the rule's formula, where a batch adds up its samples.
    var texts: (formula: String, substitution: String)?
  }

  /// Goes through the step in the order of its calculation.
  func forEachRecord(_ body: (Record) -> Void) {
    forEachWhole({ $0.phase == .given && $0.quantity.isOfBatch }, body)
    for (n, derivation) in derivations.enumerated() {
      forEachOwn(n, derivation, { $0.phase != .after }, body)
    }
    forEachWhole({ $0.phase != .given && $0.phase != .after && $0.quantity.isOfBatch }, body)
    for (n, derivation) in derivations.enumerated() {
      forEachOwn(n, derivation, { $0.phase == .after }, body)
    }
    forEachWhole({ $0.quantity == .loss(.after) }, body)
  }

  private func forEachOwn(
    _ n: Int, _ derivation: Derivation, _ isIncluded: (Step) -> Bool, _ body: (Record) -> Void
  ) {
    derivation.forEachStep(nil) { step, rule in
      let isOwn = !step.quantity.isOfBatch || step.quantity.isLoss
      guard isOwn, isIncluded(step) else { return }
      body(
        Record(step: step, rule: rule, sample: batch.state.batch[n] + 1, derivation: derivation))
    }
  }

  private func forEachWhole(_ isIncluded: (Step) -> Bool, _ body: (Record) -> Void) {
    whole.forEachStep(nil) { step, rule in
      guard isIncluded(step) else { return }
      body(
        Record(
          step: step, rule: rule, sample: nil, derivation: whole, texts: sum(of: step.quantity)))
    }
  }

  /// A batch's loss or gradient: the mean, or the sum, of its samples'.
  private func sum(of quantity: Quantity) -> (formula: String, substitution: String)? {
    guard quantity.isLoss || quantity.isGradient else { return nil }
    let name = whole.symbols.symbol(for: quantity).text
    let names = batch.state.batch.map { "\(name)[\($0 + 1)]" }
    let numbers = batch.samples.enumerated().map { n, trace in
      let text = format.text(trace[quantity] ?? .nan)
      return text.hasPrefix("-") && n > 0 ? "(\(text))" : text
    }
    let (a, b) = (names.joined(separator: " + "), numbers.joined(separator: " + "))
    let count = batch.samples.count
    guard batch.state.training.batchLoss == .mean, count > 1 else { return (a, b) }
    return ("(\(a))/\(count)", "(\(b))/\(count)")
  }

  /// Writes the report for a terminal.
  public func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    let state = batch.state
    let samples = state.batch.map { String($0 + 1) }.joined(separator: ", ")
    pen.paragraph(
      Phrase.trainingStepTitle(
        title.visible, step: state.step, epoch: state.epoch, samples: samples)[language], .heading)
    var heading = ""
    var lines: [Equation] = []
    func flush() {
      if !lines.isEmpty { EquationList(pen: pen).write(lines) }
      lines = []
    }
    forEachRecord { record in
      let phase = Phrase.heading(of: record.step.phase)[language]
      let place = record.sample.map { Phrase.sampleNumber($0)[language] } ?? ""
      let own = place.isEmpty ? phase : phase + Phrase.dash[language] + place
      if own != heading {
        flush()
        pen.line()
        pen.paragraph(own, .heading)
        heading = own
      }
      lines.append(equation(record))
    }
    flush()
  }

  private func equation(_ record: Record) -> Equation {
    let text = FormulaText(record.derivation, format: format)
    let symbol = record.derivation.symbols.symbol(for: record.step.quantity).text
    let value = format.text(record.step.value)
    if let texts = record.texts {
      return Equation(symbol, [texts.formula, texts.substitution, value])
    }
    guard let formula = record.rule.formula else { return Equation(symbol, [value]) }
    let indices = record.step.indices
    return Equation(
      symbol,
      [text.text(formula, .symbols, at: indices), text.text(formula, .numbers, at: indices), value])
  }

  /// Writes JSON like that of a trace, with a sample's number in each step of a sample.
  public func writeJSON(policy: String, to output: TextOutput) {
    let trace = batch.whole
    output.write { buffer in
      buffer.append("{\n  \"format\": \"backprop-trace\",\n  \"version\": 1,\n")
      let head = [
        ("title", title), ("notation", whole.notation.name),
        ("deltaSign", trace.convention.deltaSign.rawValue), ("policy", policy),
      ]
      for (key, value) in head {
        buffer.append("  \"\(key)\": ")
        buffer.append(json: value)
        buffer.append(",\n")
      }
      buffer.append("  \"step\": \(batch.state.step),\n  \"epoch\": \(batch.state.epoch),\n")
      buffer.append("  \"steps\": [")
    }
    var isFirst = true
    forEachRecord { record in
      let data = TraceData(record.derivation, format: format, language: language)
      output.write {
        data.writeRecord(
          record.step, record.rule, isFirst: isFirst, sample: record.sample, texts: record.texts,
          into: &$0)
      }
      isFirst = false
    }
    output.write("\n  ]\n}\n")
  }

  /// Writes CSV like that of a trace, the sample's number first.
  public func writeCSV(to output: TextOutput) {
    output.write("sample,id,symbol,phase,formula,substitution,value\n")
    forEachRecord { record in
      let line = equation(record)
      let formulas =
        record.texts ?? (
          record.rule.formula.map { text($0, .symbols, record) } ?? "",
          record.rule.formula.map { text($0, .numbers, record) } ?? ""
        )
      output.write { buffer in
        buffer.append(record.sample.map(String.init) ?? "")
        let id = record.derivation.symbols.id(of: record.step.quantity)
        for field in [
          id, line.symbol, record.step.phase.rawValue, formulas.formula, formulas.substitution,
        ] {
          buffer.append(",")
          buffer.append(csv: field)
        }
        buffer.append(",")
        if record.step.value.isFinite { buffer.append(shortest: record.step.value) }
        buffer.append("\n")
      }
    }
  }

  private func text(_ formula: Formula, _ form: FormulaForm, _ record: Record) -> String {
    FormulaText(record.derivation, format: format)
      .text(formula, form, at: record.step.indices)
  }
}

extension Quantity {
  /// Whether a batch has the quantity in common: parameters and what becomes of them, and its loss.
  fileprivate var isOfBatch: Bool {
    switch self {
    case .parameter, .loss: true
    case .input, .target, .product, .sum, .net, .output, .outputLoss, .back, .error, .slope,
      .jacobian, .delta:
      false
    }
  }

  fileprivate var isLoss: Bool {
    if case .loss = self { true } else { false }
  }

  fileprivate var isGradient: Bool {
    if case .parameter(.gradient, _) = self { true } else { false }
  }
}
