internal import Derivations
internal import ScalarBackprop
internal import Texts

/// How a formula stands: with index variables, with symbols, or with numbers put in.
enum FormulaForm: Hashable, Sendable {
  /// For any node of a layer, counted from 0: Σ_i w_ji·x_i; in a batch, of any sample.
  case general(layer: Int, isOfSample: Bool)
  /// For one step: w_41·x_1 + w_42·x_2.
  case symbols
  /// The same with its numbers: 0.5·1 + 0.2·0.3.
  case numbers
}

/// Writes the formulas of a derivation in one way of writing mathematics.
struct FormulaWriter<Glyphs: MathGlyphs> {
  let derivation: Derivation
  let format: NumberFormat
  let recurring: RecurringSymbols<Glyphs>
  /// After how many terms of a long sum a line ends, and how; `nil` where lines are as long as they are.
  let lineEnd: (terms: Int, text: String)?
  /// η as it is shown, which stands in every change.
  private let learningRate: String

  /// Makes a writer for a derivation's formulas; the format is for numbers that were not typed.
  init(
    _ derivation: Derivation, format: NumberFormat, lineEnd: (terms: Int, text: String)? = nil
  ) {
    self.lineEnd = lineEnd
    self.derivation = derivation
    self.format = format
    recurring = RecurringSymbols(derivation.symbols)
    learningRate = derivation.learningRateText
  }

  /// The formula of a step, or of a rule.
  func text(
    _ formula: Formula, _ form: FormulaForm, at indices: Indices = Indices()
  ) -> String {
    var buffer = TextBuffer()
    write(formula, form, at: indices, into: &buffer)
    return buffer.text
  }

  /// Formulas of a rule that are equal to each other; one that reads like the one before is left
  /// out.
  func chain(_ formulas: [Formula], _ form: FormulaForm) -> [String] {
    var texts: [String] = []
    for formula in formulas {
      let text = text(formula, form)
      if text != texts.last { texts.append(text) }
    }
    return texts
  }

  /// Writes the formula of a step, or of a rule.
  func write(
    _ formula: Formula, _ form: FormulaForm, at indices: Indices, into buffer: inout TextBuffer
  ) {
    withPen(form, on: &buffer) { pen in
      pen.write(formula, indices, .sum)
      if form == .symbols { pen.write(conditionsOf: formula, indices) }
    }
  }

  /// The condition under which a formula's branch was taken, "[net_4 > 0]"; empty where there is
  /// none.
  func condition(of formula: Formula, at indices: Indices) -> String {
    var buffer = TextBuffer()
    withPen(.symbols, on: &buffer) { $0.write(conditionsOf: formula, indices) }
    return buffer.bytes.isEmpty ? "" : buffer.text.trimmed
  }

  private func withPen(
    _ form: FormulaForm, on buffer: inout TextBuffer, _ body: (inout FormulaPen<Glyphs>) -> Void
  ) {
    var pen = FormulaPen(
      writer: self, form: form, buffer: TextBuffer(), start: buffer.bytes.count)
    swap(&pen.buffer, &buffer)
    body(&pen)
    swap(&pen.buffer, &buffer)
  }

  /// Writes the number of a step: as typed, or under the format.
  func write(numberOf step: Step, into buffer: inout TextBuffer) {
    if let text = derivation.typedText(of: step.quantity, sample: step.sample) {
      Glyphs.number(text, into: &buffer)
    } else {
      Glyphs.number(step.value, format, into: &buffer)
    }
  }

  /// Writes a step's numbers put in, and behind an equals sign what they come to, unless that is the
  /// same.
  func write(
    numbersAndResultOf step: Step, _ formula: Formula, into buffer: inout TextBuffer
  ) {
    let start = buffer.bytes.count
    write(formula, .numbers, at: step.indices, into: &buffer)
    let middle = buffer.bytes.count
    Glyphs.mark(.equals, into: &buffer)
    let end = buffer.bytes.count
    write(numberOf: step, into: &buffer)
    if buffer.bytes[start..<middle] == buffer.bytes[end...] {
      buffer.bytes.removeSubrange(middle...)
    }
  }

  /// The number of a step as it is shown: as typed, or under the format.
  func number(_ step: Step) -> String {
    derivation.typedText(of: step.quantity, sample: step.sample) ?? format.text(step.value)
  }

  /// The number of a quantity as it is shown; of a batch, that of a sample.
  func number(_ quantity: Quantity, sample: Int? = nil) -> String {
    derivation.typedText(of: quantity, sample: sample)
      ?? format.text(derivation.trace[quantity, sample] ?? .nan)
  }

  /// A number of the step as it is shown: what is given is given exactly, and of a power its base.
  func number(_ constant: Formula.Constant, sample: Int? = nil) -> String {
    switch constant {
    case .learningRate: learningRate
    case .largestNet: format.text(derivation.value(of: constant, sample: sample))
    case .beta1Power: Self.exact.text(derivation.value(of: .beta1))
    case .beta2Power: Self.exact.text(derivation.value(of: .beta2))
    case .weightDecay, .momentum, .decay, .beta1, .beta2, .epsilon, .outputCount, .sampleCount:
      Self.exact.text(derivation.value(of: constant))
    }
  }

  private static var exact: NumberFormat { .significant(17) }
}

/// Formulas as plain text.
typealias FormulaText = FormulaWriter<PlainGlyphs>
