internal import ScalarBackprop

// What was probably done: every rewrite of the step, or of unwritten steps before it, that gives the
// written number.

extension SheetMarking {
  /// More unwritten steps than this are not searched.
  private static let mostSteps = 200

  func diagnoses(
    of quantity: Quantity, _ number: WrittenNumber, _ written: Interval, _ own: [Interval]
  ) -> [Misconception] {
    let steps =
      [quantity] + estimates.unwrittenSteps(before: quantity, atMost: SheetMarking.mostSteps)
    let groups = groups(of: steps)
    let right = own.first ?? Interval(.nan)
    var found: [Misconception] = []
    func test(_ misconception: Misconception, _ rewrites: [Quantity: Calculation]) {
      guard !found.contains(misconception) else { return }
      let result = estimates.result(of: quantity, with: rewrites)
      let scale = max(abs(result.center), abs(right.center))
      guard result.center.isFinite, abs(result.center - right.center) > 1e-10 * scale else {
        return
      }
      if written.meets(result) { found.append(misconception) }
    }
    for step in steps {
      for rewrite in workings.rewrites(of: step) {
        test(rewrite.misconception, [step: rewrite.calculation])
      }
    }
    for group in groups where group.rewrites.count > 1 {
      test(group.misconception, group.rewrites)
    }
    if found.isEmpty { found = mistakesFromTheStart(of: quantity, written) }
    return found.isEmpty ? slips(of: number, own) : found
  }

  /// One mistake made in every step that allows it, in a calculation of which the sheet shows
  /// another beginning: a program's last line under lines worked out by hand.
  private func mistakesFromTheStart(
    of quantity: Quantity, _ written: Interval
  ) -> [Misconception] {
    let unwritten = Estimates(workings, written: [:], precision: precision)
    let steps = unwritten.unwrittenSteps(before: quantity, atMost: SheetMarking.mostSteps)
    let groups = groups(of: steps).filter(\.misconception.isHabit)
    return Misconception.allCases.filter { misconception in
      groups.contains { group in
        group.misconception == misconception
          && written.meets(unwritten.result(of: quantity, with: group.rewrites))
      }
    }
  }

  /// One and the same mistake in all the steps that allow it.
  private struct Group {
    var misconception: Misconception
    var rewrites: [Quantity: Calculation] = [:]
  }

  /// The rewrites of some steps by what is done in them, in the order in which each comes first.
  private func groups(of steps: [Quantity]) -> [Group] {
    var groups: [Group] = []
    var places: [Kinship: Int] = [:]
    for step in steps {
      for rewrite in workings.rewrites(of: step) {
        let kinship = Kinship(misconception: rewrite.misconception, variant: rewrite.variant)
        let place = places[kinship] ?? groups.count
        if place == groups.count {
          places[kinship] = place
          groups.append(Group(misconception: rewrite.misconception))
        }
        let first = groups[place].rewrites[step]
        groups[place].rewrites[step] = first ?? rewrite.calculation
      }
    }
    return groups
  }

  private struct Kinship: Hashable {
    var misconception: Misconception
    var variant: Int
  }

  /// Slips of the pen, claimed only where no rewrite fits.
  private func slips(of number: WrittenNumber, _ own: [Interval]) -> [Misconception] {
    var found: [Misconception] = []
    let half = number.halfUnit ?? precision.halfUnit(at: number.value)
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
