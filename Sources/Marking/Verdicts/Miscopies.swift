internal import ScalarBackprop

/// Given numbers that a sheet restates otherwise than they are. None is taken for right: the first
/// step that goes on with one is where the mistake was made.
final class Miscopies {
  private let restated: [Place: Double]
  /// What the person's own numbers come to with the restated ones.
  let estimates: Estimates
  private var used: Set<Place> = []

  init(_ restated: [Place: Double], _ estimates: Estimates) {
    self.restated = restated
    let written = estimates.written.merging(restated.mapValues { Interval($0) }) { $1 }
    self.estimates = Estimates(
      estimates.workings, written: written, precision: estimates.precision)
  }

  /// The restated number that explains an answer, and whether nothing before has gone on with it;
  /// `nil` where none does.
  func given(behind judgement: Judgement) -> (quantity: Place, isNew: Bool)? {
    let quantity = judgement.quantity
    guard estimates.results(of: quantity).contains(where: judgement.written.meets) else {
      return nil
    }
    let workings = estimates.workings
    let steps = [quantity] + estimates.unwrittenSteps(before: quantity, atMost: 200)
    let operands = Set(steps.flatMap { workings.calculations(of: $0).first?.operands ?? [] })
    let givens = workings.order.filter { restated[$0] != nil && operands.contains($0) }
    guard let first = givens.first(where: { !used.contains($0) }) ?? givens.first else {
      return nil
    }
    let isNew = !used.contains(first)
    used.formUnion(givens)
    return (first, isNew)
  }
}
