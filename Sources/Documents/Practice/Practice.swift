internal import Derivations
package import Marking
package import Phrases
package import ScalarBackprop
package import Sheets
package import Texts

/// A training step that asks: one quantity after the other of a worksheet, each answer marked at once, by
/// the rules by which the sheet would be marked. What was answered stands on the worksheet.
package struct Practice {
  /// The step, with what has been answered.
  package internal(set) var worksheet: Worksheet
  let marker: Marker
  /// How many digits are asked for; `nil` where nobody said.
  let asked: NumberFormat?
  let pen: TerminalPen
  private let read: (String, Place) throws(AskedAnswer.Problem) -> AskedAnswer
  var rows: [Row]
  /// The row that is asked for.
  var current = 0
  /// The heading that stands above what was asked last.
  var told: (heading: Phrase, sample: Int?)?
  /// What to practise after it.
  let next: NextPractice

  /// What may be typed while it asks.
  package static var words: Phrase { PracticeWord.all }

  /// Makes a practice of a worksheet.
  ///
  /// - Parameters:
  ///   - worksheet: about a step, with cells for what is to be asked.
  ///   - marker: of sheets about the same step.
  ///   - asked: how many digits the command line asks for.
  ///   - style: of what is written.
  ///   - next: the words of a command line that practises the same again on other numbers.
  ///   - output: takes what is written.
  ///   - read: reads an answer to the question for a quantity.
  package init(
    _ worksheet: Worksheet, marker: Marker, asked: NumberFormat?, style: TerminalStyle,
    next: NextPractice, to output: TextOutput,
    reading read: @escaping (String, Place) throws(AskedAnswer.Problem) -> AskedAnswer
  ) {
    self.worksheet = worksheet
    self.marker = marker
    self.asked = asked
    self.read = read
    self.next = next
    pen = TerminalPen(style: style, output: output)
    rows = worksheet.sections.flatMap { section in
      section.cells.map { cell in
        Row(
          place: worksheet.place(cell),
          symbol: worksheet.derivation.symbol(
            for: cell.line.step.quantity, sample: cell.line.step.sample, isMarked: true),
          heading: section.heading, sample: section.sample)
      }
    }
  }

  /// One quantity that is asked for, with what has become of it.
  struct Row {
    let place: Place
    let symbol: Symbol
    let heading: Phrase
    let sample: Int?
    /// What was answered last.
    var answer: AskedAnswer?
    /// What was said of it.
    var verdict: Verdict?
    /// How many wrong answers were given.
    var mistakes = 0
    /// The sheet as it stood when they were, for the first few.
    var slips: [[Place: Answer]] = []
    /// How many hints were given: 1 the rule, 2 the formula, 3 the line with its numbers.
    var hints = 0
    /// Whether the answer was shown.
    var isShown = false
    /// How often it was skipped.
    var skips = 0

    /// Whether it is done with: answered, shown, or skipped for good.
    var isDone: Bool { isRight || isShown || answer != nil && skips > 0 || skips > 1 }

    /// Whether its answer is right, or follows from what was answered before.
    var isRight: Bool { verdict.map { [.correct, .rounding, .carried].contains($0) } ?? false }

    fileprivate mutating func note(slip: [Place: Answer]) {
      mistakes += 1
      if slips.count < Practice.mostSlips { slips.append(slip) }
    }

    /// Whether the first answer was right, and nobody helped.
    var isRightAtOnce: Bool { isRight && mistakes == 0 && hints == 0 && !isShown }
  }

  /// More wrong answers to one question than this say nothing new.
  private static let mostSlips = 5

  var language: Language { pen.style.language }

  /// Whether nothing is left to be asked.
  package var isDone: Bool { rows.allSatisfy(\.isDone) }

  /// What stands on the sheet: the answers, and a blank where the current row has none.
  var answers: [Place: Answer] {
    var answers: [Place: Answer] = [:]
    for row in rows { answers[row.place] = row.answer?.answer }
    let row = rows[current]
    return answers.merging([row.place: Answer(name: row.symbol.text, text: "")]) { own, _ in own }
  }

  /// Takes a line that was typed, and answers it.
  ///
  /// - Returns: whether it goes on.
  package mutating func take(_ line: String) -> Bool {
    let text = line.visible.trimmed
    guard !text.isEmpty else {
      takeNothing()
      return !isDone
    }
    switch PracticeWord(text) {
    case .quit: return false
    case .hint: giveHint()
    case .answer: showAnswer()
    case .back: goBack()
    case .skip: skip()
    case .list: tellRows()
    case .why: tellWhy()
    case .given: tellGiven()
    case .words: tellWords()
    case nil: takeAnswer(text)
    }
    return !isDone
  }

  /// An empty line keeps what was answered before, and goes on.
  private mutating func takeNothing() {
    if rows[current].isDone { return goOn() }
    let skip = PracticeWord.skip.spelling
    say(
      rows[current].answer == nil
        ? .typeSomething(hint: PracticeWord.hint.spelling, skip: skip) : .stillWrong(skip: skip))
  }

  /// Reads an answer, marks it, and says what it is.
  private mutating func takeAnswer(_ text: String) {
    let answer: AskedAnswer
    do throws(AskedAnswer.Problem) {
      answer = try read(text, rows[current].place)
    } catch {
      return say(problem(error, with: text))
    }
    rows[current].answer = answer
    worksheet.answers[rows[current].place] =
      worksheet.derivation.trace.network.isDense ? answer.text : answer.answer.text
    mark(answer)
  }

  private mutating func mark(_ answer: AskedAnswer) {
    let (answers, remark) = marker.verdicts(self.answers, asked: asked)
    guard let result = answers.first(where: { $0.place == rows[current].place }) else { return }
    rows[current].verdict = result.verdict
    if result.verdict == .wrong { rows[current].note(slip: self.answers) }
    tell(result, answer, remark)
    if rows[current].isRight { goOn() }
  }

  func marked(_ answers: [Place: Answer], within budget: SearchBudget) -> MarkedSheet {
    var budget = budget
    return marker.mark(answers, asked: asked, within: &budget)
  }

  // MARK: From row to row

  /// Goes to the next row that is still open, from the last one to the first.
  mutating func goOn() {
    guard
      let next = rows.indices.first(where: { $0 > current && !rows[$0].isDone })
        ?? rows.indices.first(where: { !rows[$0].isDone })
    else { return }
    if next <= current { say(.backToSkipped) }
    current = next
  }

  private mutating func goBack() {
    guard current > 0 else { return say(.isFirst) }
    current -= 1
  }

  private mutating func skip() {
    rows[current].skips += 1
    if let answer = rows[current].answer, !rows[current].isRight {
      say(.numberStays(rows[current].symbol, answer.answer.text.excerpt))
    }
    goOn()
  }
}
