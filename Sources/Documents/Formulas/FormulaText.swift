public import Derivations
public import ScalarBackprop
public import Texts

/// Writes symbols and formulas as plain text: `net_4 = w_41·x_1 + w_4b`.
///
/// Numbers are plain ASCII, so that they can be copied into a calculator; the minus between two
/// terms is a typographic one.
public struct FormulaText {
  let derivation: Derivation
  let format: NumberFormat

  /// Makes a writer for a derivation's formulas; the format is for numbers that were not typed.
  public init(_ derivation: Derivation, format: NumberFormat) {
    self.derivation = derivation
    self.format = format
  }

  /// Whether quantities stand as symbols, or numbers are put in for them.
  public enum Form: Hashable, Sendable {
    /// w_41·x_1.
    case symbols
    /// 0.5·1.
    case numbers
  }

  /// The formula of a step.
  public func text(_ formula: Formula, _ form: Form, at indices: Indices) -> String {
    var buffer = TextBuffer()
    write(formula, form, at: indices, into: &buffer)
    return buffer.text
  }

  /// The condition under which a formula's branch was taken, " [net_4 > 0]"; empty where there is
  /// none.
  func condition(of formula: Formula, at indices: Indices) -> String {
    guard case .choice(let condition, _, _) = formula else { return "" }
    var pen = FormulaPen(text: self, form: .symbols, buffer: TextBuffer(), start: 0)
    pen.write(condition, indices)
    return pen.buffer.text.isEmpty ? "" : " " + pen.buffer.text.trimmed
  }

  /// Writes the formula of a step.
  public func write(
    _ formula: Formula, _ form: Form, at indices: Indices, into buffer: inout TextBuffer
  ) {
    var pen = FormulaPen(text: self, form: form, buffer: TextBuffer(), start: buffer.bytes.count)
    swap(&pen.buffer, &buffer)
    pen.write(formula, indices, .sum)
    if form == .symbols, case .choice(let condition, _, _) = formula {
      pen.write(condition, indices)
    }
    swap(&pen.buffer, &buffer)
  }

  /// A number as it is shown: as typed, or under the format.
  public func number(_ quantity: Quantity, _ value: Double) -> String {
    derivation.typedText(of: quantity) ?? format.text(value)
  }

  /// A number of the step as it is shown: what is given is given exactly.
  public func number(_ constant: Formula.Constant) -> String {
    let value = derivation.value(of: constant)
    switch constant {
    case .learningRate: return derivation.typed.learningRate ?? FormulaText.exact.text(value)
    case .largestNet: return format.text(value)
    case .weightDecay, .momentum, .decay, .beta1, .beta2, .epsilon, .outputCount:
      return FormulaText.exact.text(value)
    }
  }

  private static let exact = NumberFormat.significant(17)
}
