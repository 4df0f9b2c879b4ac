internal import ScalarBackprop
internal import Sheets

// What was probably done: every rewrite of the step, or of unwritten steps before it, that gives the
// written number.

extension SheetMarking {
  /// More unwritten steps than this are not searched.
  private static let mostSteps = 200

  /// A search for what was done: what it came to, and whether it was cut short.
  struct Search {
    let effort: Effort
    var found: [Misconception] = []
    var isCut = false

    /// Whether it is worth while, and possible, to try a misconception.
    mutating func tries(_ misconception: Misconception? = nil) -> Bool {
      if let misconception, found.contains(misconception) { return false }
      if effort.isSpent { isCut = true }
      return !isCut
    }

    mutating func add(_ misconception: Misconception, where fits: Bool) {
      if fits, !found.contains(misconception) { found.append(misconception) }
    }
  }

  func diagnoses(
    of quantity: Quantity, _ number: WrittenNumber, _ effort: Effort
  ) -> Search {
    var search = Search(effort: effort)
    let own = estimates.results(of: quantity)
    let written = precision.interval(of: number)
    if search.tries() {
      searchSteps(before: quantity, written, own.first ?? Interval(.nan), &search)
    }
    if search.found.isEmpty, search.tries() {
      searchFromTheStart(of: quantity, written, &search)
    }
    if search.found.isEmpty { search.found = slips(of: number, own) }
    return search
  }

  /// One mistake in the step or in one before it, or one and the same in all that allow it.
  private func searchSteps(
    before quantity: Quantity, _ written: Interval, _ right: Interval, _ search: inout Search
  ) {
    let effort = search.effort
    func fits(_ result: Interval?) -> Bool {
      guard let result else { return false }
      let scale = max(abs(result.center), abs(right.center))
      return result.center.isFinite && abs(result.center - right.center) > 1e-10 * scale
        && written.meets(result)
    }
    let steps =
      [quantity] + estimates.unwrittenSteps(before: quantity, atMost: SheetMarking.mostSteps)
    let detours = steps.count > 1 ? Detours(to: quantity, estimates, effort) : nil
    for step in steps {
      for rewrite in workings.rewrites(of: step) where search.tries(rewrite.misconception) {
        let way = rewrite.calculation
        let result =
          step == quantity
          ? estimates.result(as: way, effort) : detours?.result(step, as: way, effort)
        search.add(rewrite.misconception, where: fits(result))
      }
    }
    guard steps.count > 1, search.tries() else { return }
    for mistake in workings.sharedMistakes(in: steps, effort)
    where mistake.rewrites.count > 1 && search.tries(mistake.misconception) {
      let result = estimates.result(of: quantity, with: mistake.rewrites, effort)
      search.add(mistake.misconception, where: fits(result))
    }
  }

  /// One mistake made in every step that allows it, in a calculation of which the sheet shows
  /// another beginning: a program's last line under lines worked out by hand.
  private func searchFromTheStart(
    of quantity: Quantity, _ written: Interval, _ search: inout Search
  ) {
    let results = beginnings.results(
      of: quantity, precision, atMost: SheetMarking.mostSteps, search.effort)
    search.isCut = results == nil
    for result in results ?? [] {
      search.add(result.misconception, where: written.meets(result.interval))
    }
  }

  /// Slips of the pen, claimed only where no rewrite fits.
  private func slips(of number: WrittenNumber, _ own: [Interval]) -> [Misconception] {
    var found: [Misconception] = []
    let half = precision.halfUnit(of: number)
    if number.exchanges.contains(where: { value in
      own.contains(where: Interval(value, by: half).meets)
    }) {
      found.append(.digitsExchanged)
    }
    let isMoved = [-3, -2, -1, 1, 2, 3].contains { power in
      let factor = WrittenNumber.unit(power)
      return number.value != 0
        && own.contains(where: Interval(number.value * factor, by: half * factor).meets)
    }
    if isMoved { found.append(.decimalPoint) }
    return found
  }
}

extension WrittenNumber {
  /// The values with two neighbouring digits exchanged.
  var exchanges: [Double] {
    guard let decimals, let count = significantDigits, (1...17).contains(count) else { return [] }
    let unit = WrittenNumber.unit(decimals)
    var digits: [Int] = []
    var rest = (abs(value) / unit).rounded()
    guard rest < 1e17 else { return [] }
    while rest >= 1 || digits.count < max(2, min(decimals + 1, 17)) {
      digits.insert(Int(rest.truncatingRemainder(dividingBy: 10)), at: 0)
      rest = (rest / 10).rounded(.down)
    }
    return (0..<digits.count - 1).compactMap { n in
      guard digits[n] != digits[n + 1] else { return nil }
      var exchanged = digits
      exchanged.swapAt(n, n + 1)
      let magnitude = exchanged.reduce(0.0) { $0 * 10 + Double($1) } * unit
      return value < 0 ? -magnitude : magnitude
    }
  }
}
