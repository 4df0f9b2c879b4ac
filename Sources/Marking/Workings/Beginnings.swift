internal import Derivations
internal import ScalarBackprop

/// What quantities come to where one mistake is made in every step that allows it from the very
/// beginning, as by a program, whatever a sheet shows of them. It is worked out once for all sheets of
/// the same precision.
final class Beginnings {
  /// What a mistake makes of a quantity.
  struct Result {
    var misconception: Misconception
    /// The nearest step that it is made in.
    var step: Place
    var interval: Interval
  }

  private struct Key: Hashable {
    var quantity: Place
    var precision: SheetPrecision
  }

  private let workings: Workings
  private var estimates: [SheetPrecision: Estimates] = [:]
  private var known: [Key: [Result]] = [:]

  init(_ workings: Workings) { self.workings = workings }

  /// What each mistake makes of a quantity; `nil` where there is not effort enough to find out.
  func results(
    of quantity: Place, _ precision: SheetPrecision, atMost steps: Int, _ effort: Effort
  ) -> [Result]? {
    let key = Key(quantity: quantity, precision: precision)
    if let known = known[key] { return known }
    guard !effort.isSpent else { return nil }
    let own =
      estimates[precision] ?? Estimates(workings, written: [:], precision: precision)
    estimates[precision] = own
    let steps = own.unwrittenSteps(before: quantity, atMost: steps)
    let habits = workings.sharedMistakes(in: steps, effort).filter(\.misconception.isHabit)
    var results: [Result] = []
    for misconception in Misconception.allCases {
      for mistake in habits where mistake.misconception == misconception {
        guard !effort.isSpent else { return nil }
        let interval = own.result(of: quantity, with: mistake.rewrites, effort)
        let step = steps.first { mistake.rewrites[$0] != nil } ?? quantity
        results.append(Result(misconception: misconception, step: step, interval: interval))
      }
    }
    known[key] = results
    return results
  }
}

/// One and the same mistake in all the steps that allow it.
struct SharedMistake {
  var misconception: Misconception
  var rewrites: [Place: PlacedCalculation] = [:]
}

extension Workings {
  /// The layer whose error terms a step is one of; `nil` for other steps.
  func layer(ofDelta step: Place) -> Int? {
    guard case .delta(let j) = step.quantity else { return nil }
    return symbols.topology.layer(of: j)
  }

  /// The rewrites of some steps by what is done in them, in the order in which each comes first.
  func sharedMistakes(in steps: [Place], _ effort: Effort) -> [SharedMistake] {
    var mistakes: [SharedMistake] = []
    var places: [Kinship: Int] = [:]
    for step in steps {
      let rewrites = rewrites(of: step)
      effort.spend(2 * rewrites.count)
      for rewrite in rewrites {
        let kinship = Kinship(misconception: rewrite.misconception, variant: rewrite.variant)
        let place = places[kinship] ?? mistakes.count
        if place == mistakes.count {
          places[kinship] = place
          mistakes.append(SharedMistake(misconception: rewrite.misconception))
        }
        let first = mistakes[place].rewrites[step]
        mistakes[place].rewrites[step] = first ?? rewrite.calculation
      }
    }
    return mistakes
  }
}

private struct Kinship: Hashable {
  var misconception: Misconception
  var variant: Int
}
