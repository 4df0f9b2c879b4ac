internal import Derivations
internal import ScalarBackprop

/// The marking of one sheet under one convention.
struct SheetMarking {
  let workings: Workings
  let answers: [Quantity: Answer]
  let precision: SheetPrecision
  let estimates: Estimates

  init(_ workings: Workings, _ answers: [Quantity: Answer]) {
    self.workings = workings
    self.answers = answers.filter { !workings.isGiven($0.key) }
    let precision = SheetPrecision(of: self.answers.values.compactMap(\.number))
    self.precision = precision
    let written = self.answers.compactMapValues { answer in
      answer.number.map { SheetMarking.interval(of: $0, precision) }
    }
    estimates = Estimates(workings, written: written, precision: precision)
  }

  /// The number, give or take half a unit of its last digit; of a bare digit, half a unit of the
  /// sheet's.
  static func interval(of number: WrittenNumber, _ precision: SheetPrecision) -> Interval {
    Interval(number.value, by: number.halfUnit ?? precision.halfUnit(at: number.value))
  }

  var sheet: MarkedSheet {
    var marked: [MarkedAnswer] = []
    var verdicts: [Quantity: Verdict] = [:]
    for quantity in workings.order {
      guard let answer = answers[quantity] else { continue }
      let result = mark(quantity, answer, verdicts)
      verdicts[quantity] = result.verdict
      marked.append(result)
    }
    var sheet = MarkedSheet(
      answers: marked, remarks: [], derivation: workings.derivation, values: values(for: marked),
      significantDigits: precision.significantDigits)
    addRemarks(to: &sheet)
    return sheet
  }

  /// What the person went on with, where anything is to be shown with it.
  private func values(for marked: [MarkedAnswer]) -> [Quantity: Double] {
    guard marked.contains(where: { $0.verdict == .wrong }) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: workings.order.lazy.filter { !workings.isGiven($0) }.map {
        ($0, estimates.interval(of: $0).center)
      })
  }

  private func mark(
    _ quantity: Quantity, _ answer: Answer, _ verdicts: [Quantity: Verdict]
  ) -> MarkedAnswer {
    let exact = workings.exact(quantity)
    var result = MarkedAnswer(
      quantity: quantity, answer: answer, expected: exact, exact: exact,
      verdict: answer.problem == .blank ? .blank : .unreadable)
    guard let number = answer.number else { return result }
    let written = SheetMarking.interval(of: number, precision)
    if written.meets(Interval(exact)) {
      result.verdict = .correct
      return result
    }
    let own = estimates.results(of: quantity)
    result.expected = own.first?.center ?? exact
    result.operands = workings.calculations(of: quantity).first?.operands ?? []
    let isCarried = estimates.writtenSources(of: quantity).contains {
      verdicts[$0] == .wrong || verdicts[$0] == .carried
    }
    let cut = SheetMarking.cut(number, written)
    if own.contains(where: written.meets) {
      result.verdict = isCarried ? .carried : .rounding
    } else if cut.meets(Interval(exact)) {
      (result.verdict, result.isTruncated) = (.rounding, true)
    } else if own.contains(where: cut.meets) {
      (result.verdict, result.isTruncated) = (isCarried ? .carried : .rounding, true)
    } else {
      result.verdict = .wrong
      result.diagnoses = diagnoses(of: quantity, number, written, own)
    }
    return result
  }

  /// What the number may have been where its last digit was cut off.
  private static func cut(_ number: WrittenNumber, _ written: Interval) -> Interval {
    guard number.halfUnit ?? 0 > 0 else { return written }
    let unit = written.high - written.low
    // A zero tells nothing of the sign of what was cut off.
    if number.value == 0 { return Interval(0, by: unit) }
    return number.value < 0
      ? Interval(center: number.value, low: number.value - unit, high: number.value)
      : Interval(center: number.value, low: number.value, high: number.value + unit)
  }
}
