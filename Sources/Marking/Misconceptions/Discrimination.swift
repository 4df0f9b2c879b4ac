public import Derivations
internal import ScalarBackprop
internal import Sheets
public import Texts

extension Misconception {
  /// Whether networks are drawn so that it shows. The numbers that belong to a seed must not change as
  /// more mistakes get names.
  fileprivate var isToldApart: Bool {
    switch self {
    case .outputForWeight, .lossForDerivative, .notSquared, .softmaxWithoutExp, .logTen,
      .otherActivation, .slopeNotSquared, .gradientsSummed, .notUpdated, .givenMiscopied,
      .weightBiasExchanged, .biasCorrectionForgotten, .wrongStepNumber, .decimalPoint:
      false
    default: true
    }
  }
}

extension Derivation {
  /// Whether every misconception of the catalogue, in whatever step it is made, gives an answer that
  /// is visibly another one when it is written in a format; of a stepwise derivation.
  public func showsEveryMisconception(in format: NumberFormat) -> Bool {
    let workings = Workings(self)
    return workings.order.allSatisfy { quantity in
      let right = workings.exact(quantity)
      return workings.rewrites(of: quantity).allSatisfy { rewrite in
        guard rewrite.misconception.isToldApart else { return true }
        let wrong = rewrite.calculation.value { workings.exact($0) }
        let texts = (format.text(right), format.text(wrong))
        guard texts.0 != texts.1, let a = try? WrittenNumber(texts.0) else { return false }
        // A last digit more or less might be rounding.
        let unit = 2 * (a.halfUnit ?? 0)
        return wrong.isFinite && abs(wrong - right) > max(2 * unit, 1e-9 * abs(right))
      }
    }
  }
}
