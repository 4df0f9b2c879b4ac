internal import Derivations
internal import Marking
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// What the right lines of a sheet are written with, made once for all of them: the step as the person
/// went on with it, told with the results of the steps before, and with these spelt out.
final class OwnLines {
  private let sheet: MarkedSheet
  private let format: NumberFormat
  private(set) lazy var stepwise = text(isStepwise: true)
  private(set) lazy var spelt = text(isStepwise: false)
  /// What stands on the sheet.
  private(set) lazy var answered = Set(sheet.answers.map(\.place))

  init(_ sheet: MarkedSheet, format: NumberFormat) {
    self.sheet = sheet
    self.format = format
  }

  private func text(isStepwise: Bool) -> FormulaText {
    FormulaText(
      Derivation(sheet.derivation, over: sheet.own, isStepwise: isStepwise), format: format)
  }
}
