public import Derivations
public import ScalarBackprop

/// Marks sheets about one training step.
public final class Marker {
  private let workings: Workings
  private let other: Workings

  /// Takes the step that sheets are about.
  ///
  /// - Parameters:
  ///   - trace: of the step, in full precision.
  ///   - otherTrace: the same with the other sign of δ.
  public init(
    _ trace: Trace, otherTrace: Trace, in notation: Notation,
    typed: TypedNumbers = TypedNumbers()
  ) {
    workings = Workings(
      Derivation(
        of: trace, in: notation, typed: typed, isStepwise: true, shiftsSoftmax: true))
    var turned = notation
    turned.convention = otherTrace.convention
    other = Workings(
      Derivation(
        of: otherTrace, in: turned, typed: typed, isStepwise: true, shiftsSoftmax: true))
  }

  /// Marks a sheet: in the convention of the notation, or in the other one where that leaves fewer
  /// answers wrong.
  public func mark(_ answers: [Quantity: Answer]) -> MarkedSheet {
    let sheet = SheetMarking(workings, answers).sheet
    guard sheet.count(.wrong) > 0 else { return sheet }
    var turned = SheetMarking(other, answers).sheet
    guard turned.count(.wrong) < sheet.count(.wrong) else { return sheet }
    turned.remarks.insert(.otherSignConvention, at: 0)
    return turned
  }
}
