internal import Marking
internal import Phrases
internal import Sheets
internal import Texts

/// What a report says, in its order, before it is written for a terminal, as Markdown or as a page.
struct ReportContents {
  /// A wrong answer: as it was written, what is said of it, the right lines.
  struct Mistake {
    var written: String
    var sentence: String
    var lines: [Equation] = []
  }

  /// A line that was not read: its number, what stands there, why, what it might mean.
  struct NotRead {
    var line: Int
    var text: String
    var reason: String
    var suggestion: String?
  }

  let language: Language
  /// Whose sheet it is.
  var title: String
  /// What it earns; `nil` where nobody asked.
  var points: String?
  var paragraphs: [String] = []
  var remarks: [String] = []
  var notRead: [NotRead] = []
  var mistakes: [Mistake] = []
  var header: [String] = []
  var rows: [[String]] = []
  /// How many rows are left out, and what they are; `nil` where none is.
  var rest: String?
  /// What the verdicts mean that occur.
  var legend: [String] = []

  init(_ language: Language, title: String) {
    self.language = language
    self.title = title
  }

  /// The heading of the mistakes.
  var mistakesHeading: String { Phrase.mistakesHeading(mistakes.count)[language] }

  /// The columns that are words.
  var words: Set<Int> { [0, header.count - 1] }
}

extension CheckReport {
  /// A sheet with more answers shows those with a problem alone, if not asked for all.
  private static let mostRows = 20

  /// What the report says.
  var contents: ReportContents {
    var contents = ReportContents(language, title: name)
    contents.paragraphs = opening.map { $0[language] }
    contents.remarks = remarks.map { $0.sentence[language] }
    contents.notRead = notRead.map { line in
      ReportContents.NotRead(
        line: line.line, text: line.text.excerpt,
        reason: line.reason.asSentence[language], suggestion: line.suggestion?[language])
    }
    contents.mistakes = answers.filter { $0.verdict == .wrong }.map { answer in
      let showsLine = disclosure.hint == nil || disclosure.hint == .line
      return ReportContents.Mistake(
        written: written(answer), sentence: sentence(on: answer)?[language] ?? "",
        lines: showsLine ? rightLines(of: answer) : [])
    }
    addTable(to: &contents)
    return contents
  }

  private func addTable(to contents: inout ReportContents) {
    let isLong = answers.count > CheckReport.mostRows && !disclosure.showsAll
    let shown = isLong ? answers.filter(\.verdict.isProblem) : answers
    let showsExpected = disclosure.hint == nil && shown.contains { judged($0) != nil }
    let columns: [Phrase] =
      [.quantity, .answer] + (showsExpected ? [.expected] : []) + [.verdict]
    contents.header = columns.map { $0[language] }
    contents.rows = shown.map { answer in
      [rowName(answer), answer.answer.text.excerpt.trimmed]
        + (showsExpected ? [expected(answer)] : []) + [verdict(answer)]
    }
    let verdicts = Set(shown.map(\.verdict))
    contents.legend = Verdict.allCases.filter(verdicts.contains).compactMap { verdict in
      verdict.meaning.map { verdict.phrase.followed(by: $0, between: .colon)[language] }
    }
    guard isLong else { return }
    let others = [Verdict.correct, .rounding, .blank].compactMap { verdict in
      count(verdict) == 0 ? nil : (count(verdict), verdict.phrase)
    }
    contents.rest = Phrase.rowsLeftOut(answers.count - shown.count, others)[language]
  }

  /// The symbol, and what the sheet calls the quantity where it numbers things otherwise.
  private func rowName(_ answer: MarkedAnswer) -> String {
    let symbol = symbol(answer)
    guard reading.isNumberedOtherwise else { return symbol }
    return "\(symbol) (\(answer.answer.name.excerpt))"
  }

  /// The verdict, with a hint at what makes a cell unreadable.
  private func verdict(_ answer: MarkedAnswer) -> String {
    let word = answer.verdict.phrase
    guard answer.answer.problem == .decimalComma else { return word[language] }
    return word.followed(by: .decimalComma, between: .colon)[language]
  }
}
