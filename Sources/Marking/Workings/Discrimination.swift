package import Derivations
internal import ScalarBackprop
internal import Sheets
package import Texts

extension Misconception {
  /// Whether networks are drawn so that it shows. The numbers that belong to a seed must not change as
  /// more mistakes get names.
  fileprivate var isToldApart: Bool {
    switch self {
    case .outputForWeight, .lossForDerivative, .notSquared, .softmaxWithoutExp, .logTen,
      .otherActivation, .slopeNotSquared, .gradientsSummed, .notUpdated, .givenMiscopied,
      .weightBiasExchanged, .biasCorrectionForgotten, .wrongStepNumber, .decimalPoint,
      .kernelFlipped, .onePosition, .meanOverPositions, .maxToAll, .maxShared, .averageNotDivided,
      .firstForLargest:
      false
    default: true
    }
  }
}

extension Derivation {
  /// Whether every misconception of the catalogue, in whatever step it is made, gives an answer that
  /// is visibly another one when it is written in a format; of a stepwise derivation.
  package func showsEveryMisconception(in format: NumberFormat) -> Bool {
    hiddenMisconceptions(in: format, atMost: 0) == 0
  }

  /// How many misconceptions, each in whatever step it is made, give an answer that cannot be told
  /// from the right one; one more than the most that are of interest where there are more.
  package func hiddenMisconceptions(in format: NumberFormat, atMost most: Int) -> Int {
    let workings = Workings(self)
    var count = 0
    for quantity in workings.order {
      let right = workings.exact(quantity)
      for rewrite in workings.rewrites(of: quantity) where rewrite.misconception.isToldApart {
        let wrong = rewrite.calculation.value { workings.exact($0) }
        if !format.tells(wrong, from: right) { count += 1 }
        if count > most { return count }
      }
    }
    return count
  }
}

extension NumberFormat {
  /// Whether two numbers differ by more than rounding when they are written in the format.
  fileprivate func tells(_ wrong: Double, from right: Double) -> Bool {
    let texts = (text(right), text(wrong))
    guard texts.0 != texts.1, let a = try? WrittenNumber(texts.0) else { return false }
    // A last digit more or less might be rounding.
    let unit = 2 * (a.halfUnit ?? 0)
    return wrong.isFinite && abs(wrong - right) > max(2 * unit, 1e-9 * abs(right))
  }
}
