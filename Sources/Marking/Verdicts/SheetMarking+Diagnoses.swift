internal import ScalarBackprop
internal import Sheets

// What was probably done: every rewrite of the step, or of unwritten steps before it, that gives the
// written number, where chance is an unlikely reason for that and no right line speaks against it.

extension SheetMarking {
  /// More unwritten steps than this are not searched.
  private static let mostSteps = 200

  /// Searches for what was done. A number of one or two digits may be as short as that without having
  /// been rounded; then far less is as near to it by chance.
  func diagnoses(
    of quantity: Place, _ number: WrittenNumber, _ effort: Effort
  ) -> Search {
    if number.value != 0, number.significantDigits ?? 3 < 3 {
      var exact = number
      exact.halfUnit = nil
      let search = effort.part(2) { self.search(quantity, exact, $0) }
      if !search.found.isEmpty { return search }
    }
    return search(quantity, number, effort)
  }

  private func search(
    _ quantity: Place, _ number: WrittenNumber, _ effort: Effort
  ) -> Search {
    let right = estimates.results(of: quantity).first ?? Interval(.nan)
    let half = precision.halfUnit(of: number)
    var search = Search(
      quantity: quantity, number: number, written: precision.interval(of: number), right: right,
      effort: effort, chance: Chance(half: half))
    let before = estimates.unwrittenSteps(before: quantity, atMost: SheetMarking.mostSteps)
    search.isComplete = before.allSatisfy(\.isPart)
    searchStep(&search)
    search.conclude { _ in false }
    // Where a parameter is used at many places, what is done wrong is done at all of them, and single
    // steps are too many to be tried first.
    let isShared = workings.network.layers.contains(where: \.form.sharesParameters)
    if isShared {
      searchTogether([quantity] + before, &search)
      search.conclude { isRefuted($0, effort) }
    }
    if !isShared || search.found.isEmpty {
      searchSteps(before, &search)
      search.conclude { isRefuted($0, effort) }
    }
    if !isShared {
      searchTogether([quantity] + before, &search)
      search.conclude { isRefuted($0, effort) }
    }
    if search.found.isEmpty { searchFromTheStart(&search) }
    if !search.isExplained { searchSlips(&search) }
    return search
  }

  /// One mistake in the step itself.
  private func searchStep(_ search: inout Search) {
    for rewrite in workings.rewrites(of: search.quantity) where search.tries() {
      let result = estimates.result(as: rewrite.calculation, search.effort)
      search.add(result, rewrite.diagnosis(in: search.quantity, isWritten: true))
    }
  }

  /// One mistake in a step before it that is not on the sheet.
  private func searchSteps(_ steps: [Place], _ search: inout Search) {
    guard !steps.isEmpty, search.tries() else { return }
    let detours = Detours(to: search.quantity, estimates, search.effort)
    for step in steps {
      for rewrite in workings.rewrites(of: step) where search.tries() {
        let way = rewrite.calculation
        search.add(
          detours.result(step, as: way, search.effort),
          rewrite.diagnosis(in: step, isWritten: false), [step: way])
      }
    }
  }

  /// One and the same mistake in all steps that allow it.
  private func searchTogether(_ steps: [Place], _ search: inout Search) {
    guard steps.count > 1, search.tries() else { return }
    for mistake in mistakes(in: steps, search.effort)
    where mistake.rewrites.count > 1 && search.tries() {
      let result = estimates.result(
        of: search.quantity, with: mistake.rewrites, search.effort)
      let step = steps.first { mistake.rewrites[$0] != nil } ?? search.quantity
      search.add(
        result,
        Diagnosis(
          misconception: mistake.misconception, step: step, isWritten: step == search.quantity),
        mistake.rewrites)
    }
  }

  /// The same mistake in all of the steps, or in all of one layer that uses parameters more than once.
  private func mistakes(in steps: [Place], _ effort: Effort) -> [SharedMistake] {
    let everywhere = workings.sharedMistakes(in: steps, effort)
    let shared = workings.network.layers.indices.filter {
      workings.network.layers[$0].form.sharesParameters
    }
    return shared.reduce(into: everywhere) { found, l in
      let own = steps.filter { workings.layer(ofDelta: $0) == l }
      found += workings.sharedMistakes(in: own, effort)
    }
  }

  /// One mistake made in every step that allows it, in a calculation of which the sheet shows
  /// another beginning: a program's last line, after the update, under lines worked out by hand.
  private func searchFromTheStart(_ search: inout Search) {
    guard workings.block(of: search.quantity)?.phase == .after, search.tries() else { return }
    let results = beginnings.results(
      of: search.quantity, precision, atMost: SheetMarking.mostSteps, search.effort)
    search.isCut = results == nil
    search.chance = Chance(half: precision.halfUnit(of: search.number))
    for result in results ?? [] {
      search.add(
        result.interval,
        Diagnosis(misconception: result.misconception, step: result.step, isWritten: false))
    }
    search.isComplete = false
    search.conclude { _ in false }
  }

  /// Slips of the pen, claimed only where no rewrite gives the number.
  private func searchSlips(_ search: inout Search) {
    let number = search.number
    let half = precision.halfUnit(of: number)
    let own = estimates.results(of: search.quantity)
    search.chance = Chance(half: half)
    func add(_ misconception: Misconception, _ slips: [Double], where fits: Bool) {
      for slip in slips { search.chance.add(Interval(slip)) }
      guard fits else { return }
      search.fitting.append(
        (Diagnosis(misconception: misconception, step: search.quantity, isWritten: true), [:]))
    }
    var right = number
    right.value = search.right.center
    add(
      .digitsExchanged, right.exchanges,
      where: number.exchanges.contains { value in
        own.contains(where: Interval(value, by: half).meets)
      })
    let powers = [-3, -2, -1, 1, 2, 3]
    // A single digit is near to many numbers: it has to be the very one, with its point moved.
    let isShort = number.significantDigits ?? 1 < 2
    add(
      .decimalPoint, powers.map { search.right.center * WrittenNumber.unit($0) },
      where: powers.contains { power in
        let factor = WrittenNumber.unit(power)
        return number.value != 0
          && own.contains { right in
            isShort
              ? Interval(number.value * factor).meets(Interval(right.center))
              : Interval(number.value * factor, by: half * factor).meets(right)
          }
      })
    search.conclude { _ in false }
  }

  /// Whether a line that is right would be another one with some steps before it rewritten.
  private func isRefuted(_ rewrites: [Place: PlacedCalculation], _ effort: Effort) -> Bool {
    rightLines.contains { line in
      guard line.steps.contains(where: { rewrites[$0] != nil }) else { return false }
      return !line.written.meets(
        estimates.result(of: line.quantity, with: rewrites, effort))
    }
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

extension Place {
  /// Whether a step is but a part of the line that goes on with it, as people write that: the products of
  /// a net value, the error and the slope of a δ, the gradient in a change.
  fileprivate var isPart: Bool {
    switch quantity {
    case .product, .sum, .scaledSum, .back, .error, .slope, .jacobian, .outputLoss,
      .parameter(.gradient, _),
      .parameter(.change, _):
      true
    case .input, .target, .parameter, .net, .output, .loss, .delta: false
    }
  }
}
