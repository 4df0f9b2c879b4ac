internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

// Answers, and the way from row to row.

extension Practice {
  /// Reads an answer, marks it, and says what it is.
  mutating func takeAnswer(_ text: String) {
    let answer: AskedAnswer
    do throws(AskedAnswer.Problem) {
      answer = try read(text, rows[current].place)
    } catch {
      return say(problem(error, with: text))
    }
    rows[current].skips = 0
    if rows[current].isShown { rows[current].takeShownForHelp() }
    let kept = asItCounts(answer)
    put(kept, at: current)
    let results = judge()
    guard let result = results.answers[rows[current].place] else { return }
    if result.verdict == .wrong { rows[current].note(slip: answers) }
    tell(result, kept, results.remark)
    tellOutdated(results.outdated)
    if rows[current].isRight { goOn() }
  }

  /// A working that is not right in all digits may have been worked out from rounded numbers: then it
  /// counts in as many as these allow for.
  private func asItCounts(_ answer: AskedAnswer) -> AskedAnswer {
    guard let other = answer.rounded, isWrong(answer.answer), !isWrong(other.answer) else {
      return answer
    }
    var rounded = answer
    (rounded.answer, rounded.text, rounded.worked) = (other.answer, other.text, other.worked)
    return rounded
  }

  /// Whether an answer to the current question would be wrong, in whatever sign.
  private func isWrong(_ answer: Answer) -> Bool {
    let place = rows[current].place
    var sheet = answers
    sheet[place] = answer
    let (results, remark) = marker.verdicts(sheet, asked: asked)
    if case .otherSignPossible(place)? = remark { return false }
    return results.contains { $0.place == place && $0.verdict == .wrong }
  }

  /// Puts an answer on the sheet, or takes it away.
  private mutating func put(_ answer: AskedAnswer?, at row: Int) {
    rows[row].answer = answer
    // Cells of maps have room for numbers only.
    let isDense = worksheet.derivation.trace.network.isDense
    worksheet.answers[rows[row].place] = isDense ? answer?.text : answer?.answer.text
  }

  /// Marks the whole sheet, as an answer may change what follows from it. What was right and is no more
  /// has to be done again; what was shown and is no more is taken away.
  private mutating func judge() -> (
    answers: [Place: MarkedAnswer], remark: Remark?, outdated: [PracticeRow]
  ) {
    let (answers, remark) = marker.verdicts(self.answers, asked: asked)
    let results = Dictionary(answers.map { ($0.place, $0) }) { first, _ in first }
    var outdated: [PracticeRow] = []
    for n in rows.indices where rows[n].answer != nil {
      let wasRight = rows[n].isRight
      rows[n].verdict = results[rows[n].place]?.verdict
      guard wasRight, !rows[n].isRight, n != current else { continue }
      outdated.append(rows[n])
      rows[n].skips = 0
      guard rows[n].isShown else { continue }
      rows[n].takeShownForHelp()
      put(nil, at: n)
      rows[n].verdict = nil
    }
    return (results, remark, outdated)
  }

  /// Says which answers do not follow any more.
  private func tellOutdated(_ rows: [PracticeRow]) {
    guard !rows.isEmpty else { return }
    let names = rows.prefix(6).map(\.symbol.text).joined(
      separator: Phrase.enumerationComma[language])
    say(.outdated(names + (rows.count > 6 ? "…" : ""), isOne: rows.count == 1), .mistake)
  }

  /// Shows the line with its result, as it follows from the answers before; it stands on the sheet, marked
  /// as shown.
  mutating func showAnswer() {
    let (lines, value, exact) = solution()
    let format = pen.style.format
    if format.text(value) != format.text(exact) { say(.rightLine, .remark) }
    write(lines)
    let text = format.roundedText(value)
    rows[current].isShown = true
    if var answer = try? read(text, rows[current].place) {
      answer.text += " " + Phrase.shownMark[language]
      put(answer, at: current)
      tellOutdated(judge().outdated)
    }
    // What a few digits cannot tell is not asked for again.
    if !rows[current].isRight { rows[current].skips = 2 }
    goOn()
  }

  /// The sheet with what was given besides: what was done is found only where it is known what with.
  func withNeeded(_ answers: [Place: Answer]) -> [Place: Answer] {
    needed.reduce(into: answers) { $0[$1.place] = $1.answer }
  }

  /// What a quantity is called, in a batch with its sample.
  func name(of place: Place) -> String {
    worksheet.derivation.symbol(for: place.quantity, sample: place.sample, isMarked: true).text
  }

  func marked(_ answers: [Place: Answer], within budget: SearchBudget) -> MarkedSheet {
    var budget = budget
    return marker.mark(answers, asked: asked, within: &budget)
  }

  // MARK: From row to row

  /// Goes to the next row that was not asked yet, or, when all were, to one that is still open; from the
  /// last one to the first.
  mutating func goOn() {
    func next(_ isMeant: (PracticeRow) -> Bool) -> Int? {
      let open = rows.indices.filter { !rows[$0].isDone && isMeant(rows[$0]) }
      return open.first { $0 > current } ?? open.first
    }
    guard let next = next({ $0.skips == 0 }) ?? next({ _ in true }) else { return }
    if next <= current || rows[next].skips > 0 {
      say(.backTo(rows[next].symbol))
    } else if next > current + 1 {
      say(.onTo(rows[next].symbol))
    }
    current = next
  }

  mutating func goBack() {
    guard current > 0 else { return say(.isFirst) }
    go(to: current)
  }

  /// Goes to a row by its number, counted from 1.
  mutating func go(to number: Int) {
    guard rows.indices.contains(number - 1) else { return say(.noSuchRow(rows.count)) }
    current = number - 1
    if rows[current].isDone, rows[current].answer != nil { say(.enterKeeps) }
  }

  /// Goes on without an answer, or with a wrong one.
  mutating func skip() {
    rows[current].skips += 1
    if let answer = rows[current].answer {
      if !rows[current].isRight {
        say(
          .numberStays(
            rows[current].symbol, answer.answer.text.excerpt,
            isAskedAgain: rows[current].skips == 1))
      }
    } else {
      say(rows[current].skips == 1 ? .skippedOnce : .skippedForGood)
    }
    goOn()
  }
}
