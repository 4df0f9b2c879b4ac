internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// What to practise next: the same again on other numbers, as a command line.
package struct NextPractice: Sendable {
  /// The words of the command line, from the program's name on.
  let words: [String]
  /// What is asked for now, where not all of it is; `nil` where it is.
  let only: String?

  /// Takes the words.
  package init(_ words: [String], only: String?) {
    self.words = words
    self.only = only
  }

  /// The command line, with a letter to be practised alone; words that a shell would take apart in quotes.
  func command(only letter: String?) -> String {
    let words = words + (letter.map { ["--only", $0] } ?? [])
    return words.map { word in
      let isPlain = word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./+".unicodeScalars.contains($0)
      }
      if !isPlain, word.contains("'"), !word.contains(where: { "\"$`\\!".contains($0) }) {
        return "\"\(word)\""
      }
      return isPlain
        ? word
        : "'"
          + word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }
}

extension Practice {
  /// Writes what came of it: how many were right at once, after help, or shown, what went wrong more than
  /// once, and what to practise next.
  ///
  /// - Parameter isAsking: whether a question stands there that was not answered.
  /// - Returns: whether the sheet, as it stands, is without a mistake.
  package func end(isAsking: Bool) -> Bool {
    let answers = marker.verdicts(self.answers, asked: asked).answers
    if isAsking { pen.line() }
    pen.line()
    pen.line(Phrase.practiceReport[language], .heading)
    let counts = self.counts(answers)
    say(counts.isEmpty ? .nothingAnswered : .practiceCounts(counts))
    tellRepeated()
    tellNext()
    return !answers.contains { [.wrong, .tooCoarse].contains($0.verdict) }
  }

  /// How many rows came to what; each row is counted once.
  private func counts(_ answers: [MarkedAnswer]) -> [(Int, Phrase, names: String?)] {
    var verdicts: [Place: Verdict] = [:]
    for answer in answers { verdicts[answer.place] = answer.verdict }
    var counts: [Outcome: Int] = [:]
    for row in rows { counts[outcome(of: row, verdicts[row.place]), default: 0] += 1 }
    guard rows.contains(where: { $0.answer != nil || $0.isShown }) else { return [] }
    let wrong = rows.filter { outcome(of: $0, verdicts[$0.place]) == .wrong }
    return Outcome.allCases.compactMap { outcome in
      counts[outcome].map {
        ($0, outcome.phrase, outcome == .wrong ? list(wrong.map(\.place)) : nil)
      }
    }
  }

  /// What became of a row.
  private enum Outcome: CaseIterable {
    case atOnce, afterMistake, withHelp, shown, tooCoarse, wrong, open

    var phrase: Phrase {
      switch self {
      case .atOnce: .rightAtOnce
      case .afterMistake: .rightAfterMistake
      case .withHelp: .rightWithHelp
      case .shown: .answersShown
      case .tooCoarse: .verdictTooCoarse
      case .wrong: .leftWrong
      case .open: .leftOpen
      }
    }
  }

  private func outcome(of row: PracticeRow, _ verdict: Verdict?) -> Outcome {
    if row.isShown { return .shown }
    switch verdict {
    case .correct, .rounding, .carried:
      return row.hints > 0 ? .withHelp : row.mistakes > 0 ? .afterMistake : .atOnce
    case .tooCoarse: return .tooCoarse
    case .wrong: return .wrong
    case .blank, .unreadable, nil: return .open
    }
  }

  // MARK: Mistakes

  /// The mistakes that were made more than once, the most frequent first.
  private func tellRepeated() {
    let repeated = mistakes().filter { $0.count > 1 }.sorted { $0.count > $1.count }
    guard !repeated.isEmpty else { return }
    say(.madeMoreThanOnce)
    for (misconception, count, places) in repeated {
      pen.item(Phrase.madeOften(misconception.phrase, count, list(places))[language])
    }
  }

  private func list(_ places: [Place]) -> String {
    let names = places.prefix(8).map(name(of:))
    return names.joined(separator: Phrase.enumerationComma[language])
      + (places.count > 8 ? "…" : "")
  }

  /// What was probably done in every wrong answer, in the order of the rows.
  private func mistakes() -> [(Misconception, count: Int, places: [Place])] {
    let slips = rows.flatMap { row in row.slips.map { (row.place, $0) } }
    var found: [(Misconception, count: Int, places: [Place])] = []
    for (place, answers) in slips.prefix(Practice.mostSearched) {
      let sheet = marked(
        withNeeded(answers), within: .one(Practice.effort / max(1, min(slips.count, 10))))
      guard let answer = sheet.answers.first(where: { $0.place == place }),
        let misconception = answer.diagnoses.first?.misconception
      else { continue }
      let n = found.firstIndex { $0.0 == misconception }
      if let n {
        found[n].count += 1
        if !found[n].places.contains(place) { found[n].places.append(place) }
      } else {
        found.append((misconception, 1, [place]))
      }
    }
    return found
  }

  /// Of more wrong answers than this nobody looks for what was done.
  private static let mostSearched = 100

  // MARK: What next

  /// The command that practises what gave the most trouble, or, where nothing did, the whole once more.
  private func tellNext() {
    var troubles: [(letter: String, trouble: Int)] = []
    for row in rows where row.trouble > 0 {
      let letter = symbols.symbol(for: row.place.quantity).letter
      if let n = troubles.firstIndex(where: { $0.letter == letter }) {
        troubles[n].trouble += row.trouble
      } else {
        troubles.append((letter, row.trouble))
      }
    }
    let most = troubles.max { $0.trouble < $1.trouble }
    say(most == nil ? .practiseMore : .practiseThis)
    pen.line("    " + next.command(only: most?.letter.inASCII ?? next.only))
  }
}

extension PracticeRow {
  /// How much trouble it gave: wrong answers and hints count, and more so what was shown or left.
  fileprivate var trouble: Int {
    2 * mistakes + hints + (isShown ? 4 : 0) + (skips > 0 && answer == nil ? 3 : 0)
  }
}
