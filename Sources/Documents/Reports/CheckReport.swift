internal import Derivations
package import Marking
internal import Phrases
internal import ScalarBackprop
package import Sheets
package import Texts

/// How much a report tells.
package struct Disclosure: Sendable {
  /// How much of mistakes; `nil` for all there is.
  package var hint: CheckReport.Hint?
  /// Whether the right values of blank cells, too.
  package var showsKey: Bool
  /// Whether every row of a long sheet, and not only those with a problem.
  package var showsAll: Bool

  /// Tells everything but what is still to be worked out.
  package init(hint: CheckReport.Hint? = nil, showsKey: Bool = false, showsAll: Bool = false) {
    self.hint = hint
    self.showsKey = showsKey
    self.showsAll = showsAll
  }
}

/// What is said of a marked sheet: what was not read, the first mistake, for each wrong answer what
/// was probably done and the right line with the person's own numbers, and a table of all answers.
package struct CheckReport {
  let file: String
  /// The column of a class; empty for a sheet of one's own.
  let student: String
  let sheet: MarkedSheet
  /// What was read of the sheet, and what was not.
  let reading: SheetReading
  /// Whose sheet it is, where the sheet says so.
  package var person: Student?
  /// Whether it is said to someone whose sheet is still being filled in.
  var isSpoken = false
  /// The language of its sentences.
  package var language: Language
  let format: NumberFormat
  let disclosure: Disclosure
  let lines: OwnLines

  /// Makes the report on a sheet.
  ///
  /// - Parameters:
  ///   - reading: what the sheet says.
  ///   - file: what the sheet is called.
  ///   - format: of numbers that the sheet itself does not tell the digits of.
  package init(
    on sheet: MarkedSheet, of reading: SheetReading, file: String, language: Language,
    format: NumberFormat, telling disclosure: Disclosure = Disclosure()
  ) {
    student = reading.student
    self.reading = reading
    self.sheet = sheet
    self.file = file
    self.language = language
    self.format = format
    self.disclosure = disclosure
    lines = OwnLines(sheet, format: format)
  }

  /// How much a report tells of a mistake.
  /// Raw values are those of `--hint`.
  package enum Hint: String, CaseIterable, Sendable {
    /// Where it is.
    case place = "1"
    /// Which rule it is about, too.
    case rule = "2"
    /// The whole line, too.
    case line = "3"
  }

  // MARK: What was read

  /// Whether any number was read.
  package var isReadable: Bool { reading.hasNumbers }

  /// The first cell of the sheet, filled in or not.
  package var firstCell: Answer? { sheet.answers.map(\.answer).min { $0.line < $1.line } }

  /// The answers; none of a sheet on which nothing but empty cells was found.
  var answers: [MarkedAnswer] { isEmpty ? [] : sheet.answers }

  /// Whether nothing was written on the sheet.
  private var isEmpty: Bool {
    !reading.hasNumbers && sheet.answers.allSatisfy { $0.verdict == .blank }
  }

  /// How many answers got a verdict.
  func count(_ verdict: Verdict) -> Int { answers.count { $0.verdict == verdict } }

  /// Whether the answer is no: something is wrong, or has too few digits, or could not be read.
  package var hasMistakes: Bool {
    let isBad = sheet.answers.contains { [.wrong, .tooCoarse, .unreadable].contains($0.verdict) }
    return isBad || !reading.unread.isEmpty || !reading.hasNumbers
  }

  // MARK: Words

  var symbols: Symbols { sheet.derivation.symbols }

  /// The symbol of a quantity, in a batch with the number of its sample.
  func symbol(_ place: Place) -> String {
    sheet.derivation.symbol(for: place.quantity, sample: place.sample, isMarked: true).text
  }

  /// Whether it is about several samples at once.
  var isOfBatch: Bool { sheet.derivation.trace.isBatch }

  /// The number of the sample that an answer is about; `nil` in a step on one sample, and for what
  /// the batch has in common.
  func sampleNumber(_ answer: MarkedAnswer) -> Int? {
    answer.place.sample.map { sheet.derivation.sampleNumber($0) }
  }

  /// The symbol of what an answer says, with a sign before it where that is the other one: ∂E/∂y of
  /// what a notation calls e.
  func symbol(_ answer: MarkedAnswer) -> String {
    (answer.sign < 0 ? "−" : "") + symbol(answer.place)
  }

  func id(_ answer: MarkedAnswer) -> String { symbols.id(of: answer.quantity) }

  /// An answer as it stands on the sheet.
  func written(_ answer: MarkedAnswer) -> String {
    "\(symbol(answer)) = \(answer.answer.text.excerpt.trimmed)"
  }

  func list(_ quantities: [Place]) -> String {
    let comma = Phrase.enumerationComma[language]
    let shown = quantities.prefix(8).map(symbol).joined(separator: comma)
    return quantities.count > 8 ? shown + comma + "…" : shown
  }

  // MARK: Values

  /// The value that the verdict was given by, where it may be told, in the sign that the name says.
  func judged(_ answer: MarkedAnswer) -> Double? {
    value(behind: answer).map { $0 == 0 ? 0 : answer.sign * $0 }
  }

  private func value(behind answer: MarkedAnswer) -> Double? {
    switch answer.verdict {
    case .blank: return disclosure.showsKey ? answer.exact : nil
    case .rounding:
      // Right by the exact value or by the person's own numbers, whichever is nearer.
      guard let value = answer.answer.number?.value else { return answer.expected }
      let isExact = (answer.exact - value).magnitude < (answer.expected - value).magnitude
      return isExact ? answer.exact : answer.expected
    case .correct, .carried, .tooCoarse, .wrong, .unreadable: return answer.expected
    }
  }

  /// The value that the verdict was given by, in as many digits as the answer was written with, so
  /// that nobody has to compare more; in place of a wrong one, in no fewer than the sheet usually has.
  func expected(_ answer: MarkedAnswer) -> String {
    guard let value = judged(answer) else { return "" }
    guard let digits = answer.answer.number?.significantDigits, digits > 0 else {
      return format.text(value)
    }
    let isTooShort = answer.verdict == .wrong || answer.verdict == .tooCoarse
    let least = isTooShort ? max(3, sheet.significantDigits) : 2
    return NumberFormat.significant(min(17, max(digits, least))).text(value)
  }
}
