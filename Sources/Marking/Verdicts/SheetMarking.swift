internal import Derivations
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// The marking of one sheet under one convention.
struct SheetMarking {
  let workings: Workings
  let precision: SheetPrecision
  let digits: AskedDigits
  /// Whether the same number stands everywhere: nothing was calculated.
  let isOneNumber: Bool
  private(set) var estimates: Estimates
  let beginnings: Beginnings
  /// What becomes of given numbers that the sheet restates otherwise.
  let miscopies: Miscopies?
  /// What may be spent to find out whether last digits off by one are more than that.
  let lastDigits = Effort(400_000)
  /// The verdicts, in the order of calculation.
  private(set) var marked: [MarkedAnswer] = []
  /// The answers that are right.
  private(set) var rightLines: [RightLine] = []
  /// What steps come to exactly that nobody needs to round, where the sheet has whole numbers.
  private var exactValues: [Place: Double] = [:]

  init(
    _ workings: Workings, _ beginnings: Beginnings, _ answers: [Place: Answer],
    asked format: NumberFormat?, restated: [Place: Double] = [:]
  ) {
    self.workings = workings
    self.beginnings = beginnings
    var answers = answers.filter { !workings.isGiven($0.key) }
    for (quantity, answer) in answers {
      answers[quantity]?.number =
        answer.number?.asked(in: format)
        .withoutZeros(behind: format).withoutEmptyDigits
      if answer.says.isTurned(in: workings.trace.convention) { answers[quantity]?.number?.turn() }
    }
    let numbers = answers.values.compactMap(\.number)
    let precision = SheetPrecision(of: numbers, asked: format)
    self.precision = precision
    isOneNumber = numbers.count > 2 && Set(numbers.map(\.value)).count == 1
    digits = AskedDigits(asked: format, precision, numbers)
    let written = answers.compactMapValues { answer in answer.number.map(precision.interval) }
    estimates = Estimates(workings, written: written, precision: precision)
    let restated = restated.filter { given, value in
      workings.isGiven(given) && !Interval(value).meets(Interval(workings.exact(given)))
    }
    miscopies = restated.isEmpty ? nil : Miscopies(restated, estimates)
    markAll(answers)
    // What was worked out on the way came from some answers as they were read at first.
    estimates = Estimates(workings, written: estimates.written, precision: precision)
    findRightLines()
  }

  /// Only where anything is wrong need it be known what is right.
  private mutating func findRightLines() {
    guard mistakes > 0 else { return }
    for answer in marked where answer.verdict == .correct || answer.verdict == .rounding {
      guard let written = estimates.written[answer.place] else { continue }
      let steps = estimates.unwrittenSteps(before: answer.place, atMost: 200)
      if steps.isEmpty { continue }
      rightLines.append(
        RightLine(quantity: answer.place, written: written, steps: steps))
    }
  }

  /// How many answers show the sign of δ, and those of them that show the other one.
  var signs: (shown: Int, other: [Place]) {
    let shown = marked.filter { answer in
      switch answer.quantity {
      case .delta, .error, .back:
        // A derivative says its sign itself.
        answer.answer.says == .nothing && answer.exact != 0 && answer.answer.number?.value ?? 0 != 0
      default: false
      }
    }
    let other = shown.filter { ($0.answer.number?.value ?? 0) * $0.exact < 0 }
    return (shown.count, other.map(\.place))
  }

  /// How many answers are wrong.
  var mistakes: Int { marked.count { $0.verdict == .wrong } }

  /// The sheet, with what was probably done where it is wrong, as far as a search for that may go.
  func sheet(_ effort: Effort) -> MarkedSheet {
    var answers = marked
    var cut: [Place] = []
    var unsure: [Int: [(diagnosis: Diagnosis, share: Double)]] = [:]
    for n in answers.indices
    where answers[n].verdict == .wrong && answers[n].diagnoses.isEmpty && !isOneNumber {
      guard let number = answers[n].answer.number else { continue }
      let search = effort.part(2) { effort in
        diagnoses(of: answers[n].place, number, effort)
      }
      answers[n].diagnoses = search.found
      if search.isCut { cut.append(answers[n].place) }
      if search.found.isEmpty { unsure[n] = search.unsure }
    }
    nameTogether(&answers, unsure)
    cut.removeAll { place in answers.contains { $0.place == place && !$0.diagnoses.isEmpty } }
    var sheet = MarkedSheet(
      answers: answers, remarks: [], derivation: workings.derivation, own: own(answers),
      significantDigits: precision.significantDigits)
    addRemarks(to: &sheet, effort)
    if !cut.isEmpty { sheet.remarks.append(.searchCut(cut)) }
    return sheet
  }

  /// Names a mistake that gives each of several answers as chance might, but not all of them: every
  /// answer of their kind that nothing else explains.
  private func nameTogether(
    _ answers: inout [MarkedAnswer],
    _ unsure: [Int: [(diagnosis: Diagnosis, share: Double)]]
  ) {
    for kind in Set(unsure.keys.compactMap { workings.block(of: answers[$0].place)?.kind }) {
      let own = unsure.filter { workings.block(of: answers[$0.key].place)?.kind == kind }
      guard own.count > 1 else { continue }
      for misconception in Misconception.allCases {
        let fits = own.compactMapValues { found in
          found.first { $0.diagnosis.misconception == misconception }
        }
        guard fits.count == own.count,
          fits.values.reduce(1, { $0 * $1.share }) <= Chance.most.unwritten
        else { continue }
        for (n, fit) in fits { answers[n].diagnoses.append(fit.diagnosis) }
      }
    }
  }

  /// The step as the person went on with it up to the last answer, where anything is to be shown with it.
  private func own(_ answers: [MarkedAnswer]) -> Trace {
    let isOwn = answers.contains { $0.verdict != .correct && $0.verdict != .blank }
    guard isOwn, let last = answers.last?.place else { return workings.trace }
    var own: [Place: Double] = [:]
    for place in workings.order {
      if own[place] == nil, !workings.isGiven(place) {
        own[place] = estimates.interval(of: place).center
      }
      if place == last { break }
    }
    return workings.trace.replacing(own)
  }

  /// Goes through every step, in the order of calculation: those on the sheet are marked, the others
  /// hand on whether they follow from a mistake.
  private mutating func markAll(_ answers: [Place: Answer]) {
    var mistaken: Set<Place> = []
    let hasWhole = answers.values.contains { $0.number?.isWhole ?? false }
    for quantity in workings.order {
      let answer = answers[quantity]
      if hasWhole { settleExactly(quantity, answer?.number) }
      guard answer != nil || !mistaken.isEmpty else { continue }
      let isCarried =
        !mistaken.isEmpty
        && workings.calculations(of: quantity).contains { way in
          way.operands.contains { mistaken.contains($0) }
        }
      if let answer {
        var result = mark(quantity, answer, isCarried: isCarried)
        // A threshold is told as the bias that it stands for.
        let isTurned = answer.says.isTurned(in: workings.trace.convention)
        result.sign = isTurned && answer.says != .threshold ? -1 : 1
        marked.append(result)
        let isMistaken =
          switch result.verdict {
          case .wrong, .carried: true
          case .tooCoarse: isCarried && result.expected != result.exact
          case .blank, .unreadable: isCarried
          case .correct, .rounding: false
          }
        if isMistaken { mistaken.insert(quantity) }
      } else if isCarried {
        mistaken.insert(quantity)
      }
    }
  }

  private mutating func mark(
    _ quantity: Place, _ answer: Answer, isCarried: Bool
  ) -> MarkedAnswer {
    guard let judgement = judge(quantity, answer, isCarried: isCarried) else {
      let exact = workings.exact(quantity)
      return MarkedAnswer(
        place: quantity, answer: answer, expected: exact, exact: exact,
        verdict: answer.problem == .blank ? .blank : .unreadable)
    }
    estimates.write(judgement.written, for: quantity)
    miscopies?.estimates.write(judgement.written, for: quantity)
    return judgement.result
  }

  /// What a step comes to exactly; `nil` where something that it goes on with was rounded.
  func exactValue(of quantity: Place) -> Double? {
    guard !exactValues.isEmpty, let way = workings.calculations(of: quantity).first else {
      return nil
    }
    var isExact = true
    let value = way.value { operand in
      let value = workings.isGiven(operand) ? workings.exact(operand) : exactValues[operand]
      isExact = isExact && value != nil
      return value ?? .nan
    }
    return isExact ? value : nil
  }

  private mutating func settleExactly(_ quantity: Place, _ number: WrittenNumber?) {
    guard !workings.isGiven(quantity) else {
      exactValues[quantity] = workings.exact(quantity)
      return
    }
    let value = exactValue(of: quantity)
    guard let number else {
      exactValues[quantity] = value
      return
    }
    guard let value else {
      if number.halfUnit == 0 { exactValues[quantity] = number.value }
      return
    }
    let isExact =
      digits.isExact(number, for: value) || Interval(number.value).meets(Interval(value))
    if isExact || number.halfUnit == 0 { exactValues[quantity] = number.value }
  }
}
