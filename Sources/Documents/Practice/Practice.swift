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
  let read: (String, Place) throws(AskedAnswer.Problem) -> AskedAnswer
  var rows: [PracticeRow]
  /// What is given besides, as rows are worked out from it.
  let needed: [(place: Place, answer: Answer)]
  /// The row that is asked for.
  var current = 0
  /// The rules whose reasons were given at length.
  var explained: Set<Phrase> = []
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
        PracticeRow(
          place: worksheet.place(cell),
          symbol: worksheet.derivation.symbol(
            for: cell.line.step.quantity, sample: cell.line.step.sample, isMarked: true),
          heading: section.heading, sample: section.sample)
      }
    }
    needed =
      NeededResults(
        for: rows.map(\.place), in: worksheet.derivation, format: style.format
      ).results
    // The names of a large network take a while, which belongs before the first answer.
    if let first = rows.first { _ = try? read("0", first.place) }
  }

  var language: Language { pen.style.language }

  /// Whether nothing is left to be asked.
  package var isDone: Bool { rows.allSatisfy(\.isDone) }

  /// Whether anything stands on the sheet.
  package var hasAnswers: Bool { rows.contains { $0.answer != nil } }

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
    let text = line.withoutKeys.visible.trimmed
    guard !text.isEmpty else {
      takeNothing()
      return !isDone
    }
    if let row = PracticeWord.row(text) {
      go(to: row)
      return true
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
}

extension String {
  /// The text without what arrows and other keys send that mean nothing in a line: ESC [ A.
  fileprivate var withoutKeys: String {
    guard contains("\u{1B}") else { return self }
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        result.append(scalar)
        continue
      }
      guard rest.first == "[" || rest.first == "O" else { continue }
      rest.removeFirst()
      rest = rest.drop { !("@"..."~").contains($0) }.dropFirst()
    }
    return String(result)
  }
}
