internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets

/// One quantity that a practice asks for, with what has become of it.
struct PracticeRow {
  let place: Place
  let symbol: Symbol
  let heading: Phrase
  let sample: Int?
  /// What was answered last, or shown.
  var answer: AskedAnswer?
  /// What is said of it, together with all other answers.
  var verdict: Verdict?
  /// How many wrong answers were given.
  var mistakes = 0
  /// The sheet as it stood when they were, once for each number, for the first few.
  private(set) var slips: [[Place: Answer]] = []
  /// How many hints were given: 1 the rule, 2 the formula, 3 the line with its numbers.
  var hints = 0
  /// Whether the answer was shown.
  var isShown = false
  /// How often it was skipped.
  var skips = 0

  /// Whether it is done with: right, or skipped for good.
  var isDone: Bool { isRight || skips > 1 }

  /// Whether its answer is right, or follows from what was answered before.
  var isRight: Bool { verdict.map { [.correct, .rounding, .carried].contains($0) } ?? false }

  /// An answer that was shown is help once it is answered anew.
  mutating func takeShownForHelp() {
    isShown = false
    hints = 3
  }

  /// More wrong answers to one question than this say nothing new.
  private static let mostSlips = 5

  /// Notes a wrong answer, with the sheet that it stands on.
  mutating func note(slip: [Place: Answer]) {
    mistakes += 1
    let number = slip[place]?.number?.value
    guard slips.count < Self.mostSlips,
      !slips.contains(where: { $0[place]?.number?.value == number })
    else { return }
    slips.append(slip)
  }
}
