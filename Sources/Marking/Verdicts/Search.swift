internal import ScalarBackprop
internal import Sheets

/// A search for what was done: what it came to, and whether it was cut short.
struct Search {
  let quantity: Place
  let number: WrittenNumber
  let written: Interval
  /// What the step rightly comes to, from the person's own numbers.
  let right: Interval
  let effort: Effort
  /// Whether all that the step goes on with is written or given.
  var isComplete = true
  var chance: Chance
  /// What gives the number, as far as the search is.
  var fitting: [(diagnosis: Diagnosis, rewrites: [Place: PlacedCalculation])] = []
  var found: [Diagnosis] = []
  /// Whether anything at all gives the number.
  var isExplained = false
  var isCut = false

  /// Whether it is possible to try more.
  mutating func tries() -> Bool {
    if effort.isSpent { isCut = true }
    return !isCut
  }

  /// Tries what a rewrite comes to; what does not change the value is none, nor what may as well be the
  /// right one, as where it depends on rounding which value of a window is the largest.
  mutating func add(
    _ result: Interval?, _ diagnosis: Diagnosis, _ rewrites: [Place: PlacedCalculation] = [:]
  ) {
    guard let result, result.center.isFinite else { return }
    let scale = max(abs(result.center), abs(right.center))
    guard abs(result.center - right.center) > 1e-10 * scale,
      !(result.low...result.high).contains(right.center)
    else { return }
    chance.add(result)
    guard written.meets(result) else { return }
    isExplained = true
    fitting.append((diagnosis, rewrites))
  }

  /// Names what was found so far, if chance is not as good a reason; nothing is refuted that is
  /// the mistake of the step itself.
  mutating func conclude(_ isRefuted: ([Place: PlacedCalculation]) -> Bool) {
    defer { fitting = [] }
    let most = isComplete ? Chance.most.written : Chance.most.unwritten
    guard !isCut, !fitting.isEmpty,
      chance.share(around: right.center, to: number.value) <= most
    else { return }
    for (diagnosis, rewrites) in fitting
    where !found.contains(where: { $0.misconception == diagnosis.misconception })
      && (rewrites.isEmpty || !isRefuted(rewrites))
    {
      found.append(diagnosis)
    }
  }
}

/// An answer that is right, with the steps before it that are not on the sheet.
struct RightLine {
  var quantity: Place
  var written: Interval
  var steps: [Place]
}

extension PlacedRewrite {
  func diagnosis(in step: Place, isWritten: Bool) -> Diagnosis {
    Diagnosis(
      misconception: misconception, step: step, isWritten: isWritten, place: place, used: used)
  }
}
