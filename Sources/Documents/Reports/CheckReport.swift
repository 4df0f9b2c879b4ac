internal import Derivations
public import Marking
internal import Phrases
internal import ScalarBackprop
public import Sheets
public import Texts

/// What is said of a marked sheet: the first mistake first, a table of all answers, and for each
/// wrong one what was probably done and the right line with the person's own numbers.
public struct CheckReport {
  let file: String
  /// The column of a class; empty for a sheet of one's own.
  let student: String
  let sheet: MarkedSheet
  /// What was read of the sheet, and what was not.
  let reading: SheetReading
  /// The language of its sentences.
  public var language: Language
  let format: NumberFormat
  private let lines: OwnLines

  /// Makes the report on a sheet.
  ///
  /// - Parameters:
  ///   - file: what the sheet is called.
  ///   - reading: what the sheet says.
  ///   - format: of numbers that the sheet itself does not tell the digits of.
  public init(
    on sheet: MarkedSheet, of reading: SheetReading, file: String, language: Language,
    format: NumberFormat
  ) {
    student = reading.student
    self.reading = reading
    self.sheet = sheet
    self.file = file
    self.language = language
    self.format = format
    lines = OwnLines(sheet, format: format)
  }

  /// What the sheet goes by: the student, else the file.
  var name: String { (student.isEmpty ? file : student).visible }

  /// Whom a slip is for: the student, else the file's own name, without its ending.
  public var slipName: String {
    guard student.isEmpty else { return student }
    let base = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
    return String(base[..<dot])
  }

  /// How much a report tells of a mistake.
  /// Raw values are those of `--hint`.
  public enum Hint: String, CaseIterable, Sendable {
    /// Where it is.
    case place = "1"
    /// Which rule it is about, too.
    case rule = "2"
    /// The whole line, too.
    case line = "3"
  }

  var symbols: Symbols { sheet.derivation.symbols }

  func symbol(_ quantity: Quantity) -> String { symbols.symbol(for: quantity).text }

  /// An answer as it stands on the sheet.
  func written(_ answer: MarkedAnswer) -> String {
    "\(symbol(answer.quantity)) = \(answer.answer.text.excerpt.trimmed)"
  }

  /// The verdict, with a hint at what makes a cell unreadable.
  func verdict(_ answer: MarkedAnswer) -> String {
    let word = answer.verdict.phrase
    guard answer.answer.problem == .decimalComma else { return word[language] }
    return word.followed(by: .decimalComma, between: .colon)[language]
  }

  func list(_ quantities: [Quantity]) -> String {
    let comma = Phrase.enumerationComma[language]
    let shown = quantities.prefix(8).map(symbol).joined(separator: comma)
    return quantities.count > 8 ? shown + comma + "…" : shown
  }

  /// Whether anything was read.
  public var isReadable: Bool { reading.hasNumbers }

  /// Whether the answer is no: something is wrong, or could not be read.
  public var hasMistakes: Bool {
    sheet.firstMistake != nil || sheet.count(.tooCoarse) > 0 || sheet.count(.unreadable) > 0
      || !reading.unread.isEmpty || !reading.hasNumbers
  }

  /// What is first wrong, if anything is, and how many answers got which verdict.
  var opening: Phrase {
    guard let first = sheet.firstMistake else { return .sentences([.noMistake, counts]) }
    let mistake = Phrase.firstMistake(
      symbol(first.quantity), answer: first.answer.text.excerpt.trimmed)
    return .sentences([mistake, counts])
  }

  private var counts: Phrase {
    .verdictCounts(
      Verdict.allCases.compactMap { verdict in
        let count = sheet.count(verdict)
        let isMany = count > 1 && verdict == .carried
        return count == 0 ? nil : (count, isMany ? .verdictCarriedMany : verdict.phrase)
      })
  }

  /// What was probably done, as one sentence; ties joined by "or".
  func diagnosis(_ answer: MarkedAnswer) -> Phrase {
    guard !answer.diagnoses.isEmpty else { return .noDiagnosis }
    let sentences = answer.diagnoses.map(phrase)
    return .probably.followed(
      by: sentences.dropFirst().reduce(sentences[0]) { $0.followed(by: $1, between: .or) })
  }

  /// What was probably done, and where: in which step, if that is not on the sheet, and with what.
  func phrase(_ diagnosis: Diagnosis) -> Phrase {
    var phrase = diagnosis.misconception.phrase
    if let used = diagnosis.used, let place = diagnosis.place {
      phrase = phrase.followed(by: .usedFor(symbol(used), symbol(place)))
    } else if let place = diagnosis.place {
      phrase = phrase.followed(by: .inParentheses(symbol(place)))
    }
    guard !diagnosis.isWritten else { return phrase }
    return .inUnwritten(symbol(diagnosis.step)).followed(by: phrase)
  }

  /// A remark as a sentence; where a hint was asked for, without what the mistake was.
  func phrase(_ remark: Remark, _ hint: Hint? = nil) -> Phrase {
    switch remark {
    case .otherSignConvention:
      return .otherSign(sheet.derivation.symbols.deltaDefinition)
    case .otherSignPossible(let quantity):
      return .otherSignPossible(symbol(quantity))
    case .madeEverywhere(let misconception, let rows):
      let mistake = hint == nil ? misconception.phrase : nil
      return .madeEverywhere(mistake, list(rows))
    case .truncated(let rows): return .truncated(list(rows))
    case .lastDigit(let rows): return .lastDigit(list(rows))
    case .changeNotShown(let rows): return .changeNotShown(list(rows))
    case .trivialCarry(let rows, let source):
      return .trivialCarry(list(rows), because: symbol(source))
    case .searchCut(let rows): return .searchCut(list(rows))
    }
  }

  /// A line that was not read, why, and what it might mean.
  func phrase(_ line: UnreadLine) -> Phrase {
    .unreadLine(line.line, line.text.excerpt, line.reason, line.suggestion)
  }

  /// The right line of a step with the numbers that the person went on with: symbol, formula,
  /// numbers, value. It names the results before it that stand on the sheet, or spells them out;
  /// where only one of these comes to the value, as parts of it were written otherwise, that one.
  func rightLine(of answer: MarkedAnswer) -> Equation? {
    let isNamed = answer.operands.contains { lines.answered.contains($0) }
    let isBest = isNamed && !isSpelt(answer)
    for isStepwise in [isBest, !isBest] {
      let text = isStepwise ? lines.stepwise : lines.spelt
      let own = text.derivation
      guard let rule = rule(of: answer, in: own), let formula = rule.formula else { return nil }
      let indices = Indices(of: answer.quantity)
      let gap = (own.value(of: formula, at: indices) - answer.expected).magnitude
      guard gap <= 1e-9 * max(answer.expected.magnitude, 1e-6) else { continue }
      return Equation(
        symbol(answer.quantity),
        [
          rule.isOwnName ? "" : text.text(formula, .symbols, at: indices),
          text.text(formula, .numbers, at: indices), format.text(answer.expected),
        ])
    }
    return nil
  }

  /// Whether the parts of a step are none of the sheet's answers: the products of a net value, the
  /// error and slope of a δ.
  private func isSpelt(_ answer: MarkedAnswer) -> Bool {
    let parts = answer.operands.filter { quantity in
      switch quantity {
      case .product, .sum, .back, .error, .slope, .outputLoss, .parameter(.gradient, _): true
      case .input, .target, .parameter, .net, .output, .loss, .jacobian, .delta: false
      }
    }
    return !parts.contains { lines.answered.contains($0) }
  }

  func rule(of answer: MarkedAnswer, in derivation: Derivation) -> Rule? {
    derivation.trace.block(of: answer.quantity).map { derivation.rule(of: $0) }
  }

  /// What the answer should be, in as many digits as it was written with, so that nobody has to
  /// compare more; in place of a wrong one, in no fewer than the sheet usually has.
  func expected(_ answer: MarkedAnswer) -> String {
    guard let number = answer.answer.number else { return format.text(answer.exact) }
    guard let digits = number.significantDigits, digits > 0 else {
      return format.text(answer.expected)
    }
    let least = answer.verdict == .wrong ? max(3, sheet.significantDigits) : 2
    return NumberFormat.significant(min(17, max(digits, least))).text(answer.expected)
  }
}

extension Verdict {
  /// What the verdict is called.
  var phrase: Phrase {
    switch self {
    case .correct: .verdictCorrect
    case .rounding: .verdictRounding
    case .carried: .verdictCarried
    case .tooCoarse: .verdictTooCoarse
    case .wrong: .verdictWrong
    case .blank: .verdictBlank
    case .unreadable: .verdictUnreadable
    }
  }
}
