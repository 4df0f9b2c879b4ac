internal import Derivations
internal import ScalarBackprop
internal import Sheets

// What is said of a single answer.

/// An answer with all that a verdict on it is given by.
struct Judgement {
  let quantity: Place
  let number: WrittenNumber
  /// The exact value.
  let exact: Double
  /// What the step comes to from the person's own numbers; one for each right way.
  let own: [Interval]
  /// Whether it comes from a mistake.
  let isCarried: Bool
  /// What the number says: give or take half a unit of its last digit.
  var written: Interval
  /// The result so far, with the last thing said.
  var result: MarkedAnswer

  /// What the answer is as far as a reading of its number goes; `nil` where it is wrong.
  func verdict(_ reading: Interval) -> Verdict? {
    if reading.meets(Interval(exact)) || isNothing { return .correct }
    guard own.contains(where: reading.meets) else { return nil }
    return isCarried ? .carried : .rounding
  }

  /// The value that the number may stand for.
  func value(_ reading: Interval) -> Double? {
    if reading.meets(Interval(exact)) { return exact }
    return own.first(where: reading.meets)?.center
  }

  /// Whether the number is the exact value itself, or is what the person's own numbers give exactly.
  var isExact: Bool {
    Interval(number.value).meets(Interval(exact)) || isNothing
      || own.contains { $0.isExact && $0.meets(Interval(number.value)) }
  }

  /// Whether both are what 16 digits leave of a difference that is 0.
  var isNothing: Bool { max(abs(number.value), abs(exact)) <= 1e-15 }

  mutating func conclude(_ verdict: Verdict, _ reading: Interval) {
    result.verdict = verdict
    if verdict != .correct { result.expected = own.first?.center ?? exact }
    written = number.value == 0 && isExact ? Interval(0) : reading
  }
}

extension SheetMarking {
  /// Marks an answer: with zeros added where it has fewer digits than it should, then as it stands.
  func judge(_ quantity: Place, _ answer: Answer, isCarried: Bool) -> Judgement? {
    guard let number = answer.number else { return nil }
    let exact = workings.exact(quantity)
    var judgement = Judgement(
      quantity: quantity, number: number, exact: exact,
      own: estimates.results(of: quantity), isCarried: isCarried,
      written: precision.interval(of: number),
      result: MarkedAnswer(
        place: quantity, answer: answer, expected: exact, exact: exact, verdict: .wrong,
        operands: workings.calculations(of: quantity).first?.operands ?? []))
    let keepsOld = isOld(number, quantity)
    let isMissing = keepsOld && digits.areMissing(in: number)
    let value = judgement.value(judgement.written)
    // Nothing but 0 comes of a 0, however that was written.
    let isNothing = !isOneNumber && number.value == 0 && judgement.own.contains { $0.center == 0 }
    let isCoarse =
      value.map { !judgement.isExact && !isNothing && digits.areTooFew(number, for: $0) } ?? false
    if let (verdict, reading) = judgeWithZeros(judgement),
      verdict == .correct || isCoarse || isMissing || value == nil
    {
      // Chance may have made a rounded number so right: what comes after it is held to the zeros only
      // where it is the very number, or says nothing without them.
      judgement.conclude(
        verdict, isCoarse || judgement.isExact ? reading : judgement.written)
      judgement.result.hidesChange = keepsOld
    } else if let value, isCoarse || isMissing {
      judgement.result.verdict = .tooCoarse
      judgement.result.expected = value
    } else if isMissing {
      judgement.conclude(.wrong, judgement.written)
    } else {
      judgeAsItStands(&judgement, keepsOld)
    }
    return judgement
  }

  /// What the number is with zeros added, right if it can be.
  private func judgeWithZeros(_ judgement: Judgement) -> (Verdict, Interval)? {
    let readings = digits.withZeros(judgement.number).compactMap { reading in
      judgement.verdict(reading).map { ($0, reading) }
    }
    return readings.first { $0.0 == .correct } ?? readings.first
  }

  private func judgeAsItStands(_ judgement: inout Judgement, _ keepsOld: Bool) {
    let number = judgement.number
    let exactly = exactValue(of: judgement.quantity)
    if let exactly, digits.isExact(number, for: exactly) {
      let point = Interval(number.value)
      let verdict = judgement.verdict(point)
      let isOwn = Interval(exactly).meets(point)
      judgement.conclude(
        verdict == .correct
          ? .correct : !isOwn ? .wrong : judgement.isCarried ? .carried : .rounding,
        point)
      if verdict != .correct { judgement.result.expected = exactly }
      return
    }
    if let verdict = judgement.verdict(judgement.written) {
      judgement.conclude(verdict, judgement.written)
      judgement.result.hidesChange = keepsOld
      return
    }
    let cut = SheetMarking.cut(number, judgement.written)
    if !isOneNumber, let verdict = judgement.verdict(cut), let value = judgement.value(cut),
      !digits.areFew(number, for: value)
    {
      judgement.conclude(verdict == .carried ? .carried : .rounding, judgement.written)
      judgement.result.isTruncated = true
      return
    }
    if let given = miscopies?.given(behind: judgement) {
      judgement.conclude(given.isNew ? .wrong : .carried, judgement.written)
      if given.isNew {
        judgement.result.diagnoses = [
          Diagnosis(
            misconception: .givenMiscopied, step: judgement.quantity, isWritten: true,
            place: given.quantity)
        ]
      }
      return
    }
    guard hasLastDigitSlip(judgement) else {
      judgement.conclude(.wrong, judgement.written)
      return
    }
    judgement.conclude(judgement.isCarried ? .carried : .rounding, judgement.written)
    judgement.result.hasLastDigitSlip = true
  }

  /// Whether the last digit is off by one, where that is little and no mistake gives the number.
  private func hasLastDigitSlip(_ judgement: Judgement) -> Bool {
    let number = judgement.number
    guard !isOneNumber, number.significantDigits ?? 0 >= 3, number.decimals ?? 0 > 0,
      let half = number.halfUnit, half > 0
    else { return false }
    let near = Interval(number.value, by: 3 * half)
    guard let value = judgement.value(near) else { return false }
    var size = abs(value)
    if case .parameter(.new, let parameter) = judgement.quantity.quantity {
      size = min(size, abs(value - workings.exact(Place(.parameter(.value, parameter)))))
    }
    guard 2 * half <= 0.01 * size else { return false }
    let search = diagnoses(of: judgement.quantity, number, lastDigits)
    return !search.isExplained && !search.isCut
  }

  /// Whether an answer is the old value of a parameter whose new one is asked for.
  private func isOld(_ number: WrittenNumber, _ quantity: Place) -> Bool {
    guard case .parameter(.new, let parameter) = quantity.quantity else { return false }
    let old = Interval(workings.exact(Place(.parameter(.value, parameter))))
    return Interval(number.value).meets(old) && !old.meets(Interval(workings.exact(quantity)))
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
