internal import Derivations
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// The marking of one sheet under one convention.
struct SheetMarking {
  let workings: Workings
  let precision: SheetPrecision
  let estimates: Estimates
  let beginnings: Beginnings
  /// The verdicts, in the order of calculation.
  private var marked: [MarkedAnswer] = []

  init(
    _ workings: Workings, _ beginnings: Beginnings, _ answers: [Place: Answer],
    asked format: NumberFormat?
  ) {
    self.workings = workings
    self.beginnings = beginnings
    var answers = answers.filter { !workings.isGiven($0.key) }
    for (quantity, answer) in answers {
      answers[quantity]?.number = answer.number?.asked(in: format)
    }
    let precision = SheetPrecision(of: answers.values.compactMap(\.number))
    self.precision = precision
    let written = answers.compactMapValues { answer in
      answer.number.map { SheetMarking.interval(of: $0, precision) }
    }
    estimates = Estimates(workings, written: written, precision: precision)
    markAll(answers)
  }

  /// The number, give or take half a unit of its last digit; of a bare digit, half a unit of the
  /// sheet's.
  static func interval(of number: WrittenNumber, _ precision: SheetPrecision) -> Interval {
    Interval(number.value, by: number.halfUnit ?? precision.halfUnit(at: number.value))
  }

  /// How many answers are wrong.
  var mistakes: Int { marked.count { $0.verdict == .wrong } }

  /// The sheet, with what was probably done where it is wrong, as far as a search for that may go.
  func sheet(_ effort: Effort) -> MarkedSheet {
    var answers = marked
    var cut: [Place] = []
    for n in answers.indices where answers[n].verdict == .wrong {
      guard let number = answers[n].answer.number else { continue }
      let search = effort.part(2) { effort in
        diagnoses(of: answers[n].place, number, effort)
      }
      answers[n].diagnoses = search.found
      if search.isCut { cut.append(answers[n].place) }
    }
    var sheet = MarkedSheet(
      answers: answers, remarks: [], derivation: workings.derivation, own: own(answers),
      significantDigits: precision.significantDigits)
    addRemarks(to: &sheet, effort)
    if !cut.isEmpty { sheet.remarks.append(.searchCut(cut)) }
    return sheet
  }

  /// The step as the person went on with it, where anything is to be shown with it.
  private func own(_ answers: [MarkedAnswer]) -> Trace {
    guard answers.contains(where: { $0.verdict == .wrong }) else { return workings.trace }
    let own = workings.order.lazy.filter { !workings.isGiven($0) }.map {
      ($0, estimates.interval(of: $0).center)
    }
    return workings.trace.replacing(Dictionary(own) { first, _ in first })
  }

  /// Goes through every step, in the order of calculation: those on the sheet are marked, the others
  /// hand on whether they follow from a mistake.
  private mutating func markAll(_ answers: [Place: Answer]) {
    var mistaken: Set<Place> = []
    for quantity in workings.order {
      let answer = answers[quantity]
      guard answer != nil || !mistaken.isEmpty else { continue }
      let isCarried =
        !mistaken.isEmpty
        && workings.calculations(of: quantity).contains { way in
          way.operands.contains { mistaken.contains($0) }
        }
      if let answer {
        let result = mark(quantity, answer, isCarried: isCarried)
        marked.append(result)
        let isMistaken = result.verdict == .wrong || result.verdict == .carried
        if isMistaken || answer.number == nil && isCarried { mistaken.insert(quantity) }
      } else if isCarried {
        mistaken.insert(quantity)
      }
    }
  }

  private func mark(_ quantity: Place, _ answer: Answer, isCarried: Bool) -> MarkedAnswer {
    let exact = workings.exact(quantity)
    var result = MarkedAnswer(
      place: quantity, answer: answer, expected: exact, exact: exact,
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
    let cut = SheetMarking.cut(number, written)
    if own.contains(where: written.meets) {
      result.verdict = isCarried ? .carried : .rounding
    } else if cut.meets(Interval(exact)) {
      (result.verdict, result.isTruncated) = (.rounding, true)
    } else if own.contains(where: cut.meets) {
      (result.verdict, result.isTruncated) = (isCarried ? .carried : .rounding, true)
    } else {
      result.verdict = .wrong
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
