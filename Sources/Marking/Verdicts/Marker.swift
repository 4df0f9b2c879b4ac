package import Derivations
package import ScalarBackprop
package import Sheets
package import Texts

/// Marks sheets about one training step.
package final class Marker {
  private let workings: Workings
  private let other: Workings
  private let beginnings: Beginnings
  private let otherBeginnings: Beginnings

  /// Takes the step that sheets are about.
  ///
  /// - Parameters:
  ///   - trace: of the step, in full precision.
  ///   - otherTrace: the same with the other sign of δ.
  ///   - typed: how the given numbers were typed.
  ///   - state: where the training stood before, for a step of a training.
  package init(
    _ trace: Trace, otherTrace: Trace, in notation: Notation,
    typed: TypedNumbers = TypedNumbers(), state: TrainingState? = nil
  ) {
    workings = Workings(
      Derivation(
        of: trace, in: notation, typed: typed, isStepwise: true, shiftsSoftmax: true,
        state: state))
    var turned = notation
    turned.convention = otherTrace.convention
    other = Workings(
      Derivation(
        of: otherTrace, in: turned, typed: typed, isStepwise: true, shiftsSoftmax: true,
        state: state))
    beginnings = Beginnings(workings)
    otherBeginnings = Beginnings(other)
  }

  /// Marks a sheet: in the convention of the notation, or in the other one where that leaves fewer
  /// answers wrong and most of the values that show a sign, two at least, show that one.
  ///
  /// - Parameters:
  ///   - format: how the sheet asks for its results; `nil` where it does not say.
  ///   - restated: given numbers as the sheet restates them, where that is otherwise.
  ///   - budget: what may be spent on this sheet and those after it; by itself a sheet has all it may
  ///     ever have.
  package func mark(
    _ answers: [Place: Answer], asked format: NumberFormat? = nil,
    restated: [Place: Double] = [:], within budget: inout SearchBudget
  ) -> MarkedSheet {
    let (marking, remark) = marking(answers, asked: format, restated: restated)
    var sheet = budget.spend(marking.sheet)
    if let remark { sheet.remarks.insert(remark, at: 0) }
    return sheet
  }

  /// The verdicts alone, without what was probably done, and what is remarked on signs.
  package func verdicts(
    _ answers: [Place: Answer], asked format: NumberFormat? = nil
  ) -> (answers: [MarkedAnswer], remark: Remark?) {
    let (marking, remark) = marking(answers, asked: format, restated: [:])
    return (marking.marked, remark)
  }

  /// The marking under the convention that the sheet keeps to.
  private func marking(
    _ answers: [Place: Answer], asked format: NumberFormat?, restated: [Place: Double]
  ) -> (SheetMarking, Remark?) {
    let marking = SheetMarking(workings, beginnings, answers, asked: format, restated: restated)
    guard marking.mistakes > 0 else { return (marking, nil) }
    let turned = SheetMarking(
      other, otherBeginnings, answers, asked: format, restated: restated)
    guard turned.mistakes < marking.mistakes else { return (marking, nil) }
    let signs = marking.signs
    if signs.shown > 1, 3 * signs.other.count > 2 * signs.shown {
      return (turned, .otherSignConvention)
    }
    let only = signs.shown == 1 ? signs.other.first : nil
    return (marking, only.map { .otherSignPossible($0) })
  }

  /// Marks a sheet by itself, about a step on one sample.
  package func mark(
    _ answers: [Quantity: Answer], asked format: NumberFormat? = nil,
    restated: [Quantity: Double] = [:]
  ) -> MarkedSheet {
    var budget = SearchBudget(sheets: 1)
    return mark(
      Place.common(answers), asked: format, restated: Place.common(restated), within: &budget)
  }
}

extension Place {
  /// What is about the batch, or about a step on one sample, each at its place.
  package static func common<T>(_ answers: [Quantity: T]) -> [Place: T] {
    Dictionary(uniqueKeysWithValues: answers.map { (Place($0), $1) })
  }
}
