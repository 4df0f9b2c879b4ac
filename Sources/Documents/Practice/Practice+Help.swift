internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

// What helps to find an answer.

extension Practice {
  /// The next of three hints: the rule, its formula, the line with its numbers.
  mutating func giveHint() {
    rows[current].hints = min(3, rows[current].hints + 1)
    switch rows[current].hints {
    case 1: tellRules()
    case 2: write(solution().lines.map { Equation($0.symbol, Array($0.parts.prefix(1))) })
    default:
      var lines = solution().lines
      // The result is left to be worked out.
      if let last = lines.popLast() {
        lines.append(Equation(last.symbol, Array(last.parts.dropLast()) + ["?"]))
      }
      write(lines)
      say(.answerIsNext(PracticeWord.answer.spelling), .remark)
    }
  }

  func write(_ lines: [Equation]) {
    EquationList(pen: pen, indent: Practice.indent).write(lines)
  }

  /// The right line of the current row, with those of parts before it that nobody asked for, and what it
  /// comes to: all of it from the answers before; and what it comes to from exact numbers.
  func solution() -> (lines: [Equation], value: Double, exact: Double) {
    let place = rows[current].place
    var before = answers
    before[place] = Answer(name: "", text: "")
    let sheet = marked(before, within: .none)
    guard var answer = sheet.answers.first(where: { $0.place == place }) else {
      return ([], .nan, .nan)
    }
    // What nobody has answered yet is expected to come to what follows from the answers before.
    answer.expected = sheet.own[place] ?? answer.exact
    let lines = report(on: sheet).rightLines(of: answer)
    let value = Equation(
      rows[current].symbol.text, [pen.style.format.text(answer.expected)])
    return (lines.isEmpty ? [value] : lines, answer.expected, answer.exact)
  }

  /// The sheet's report, as it speaks to whoever sits before it.
  func report(on sheet: MarkedSheet) -> CheckReport {
    var report = CheckReport(
      on: sheet, of: SheetReading(student: ""), file: "", language: language,
      format: pen.style.format)
    report.isSpoken = true
    return report
  }

  // MARK: Reasons

  func rule(of place: Place) -> Rule? {
    let derivation = worksheet.derivation
    return derivation.trace.block(of: place).map { derivation.rule(of: $0) }
  }

  /// The places whose rules make the current row: its own, and that of a change that nobody asks for.
  private var ruled: [Place] {
    let place = rows[current].place
    guard case .parameter(.new, let parameter) = place.quantity else { return [place] }
    let change = Place(.parameter(.change, parameter))
    return rows.contains { $0.place == change } ? [place] : [place, change]
  }

  /// Which rules the current row follows.
  private func tellRules() {
    let rules = ruled.compactMap { rule(of: $0) }
    guard let first = rules.first else { return }
    say(.sentences([.ruleIs(first.name)] + rules.map(\.reason)))
  }

  /// What was probably done, where the last answer is wrong, and why the rule holds.
  mutating func tellWhy() {
    if rows[current].verdict == .wrong {
      let sheet = marked(withNeeded(answers), within: .one(Practice.effort))
      if let answer = sheet.answers.first(where: { $0.place == rows[current].place }),
        let sentence = report(on: sheet).sentence(on: answer)
      {
        let text = sentence.asSentence[language]
        pen.paragraph(text.prefix(1).uppercased() + text.dropFirst(), indent: Practice.indent)
      }
    }
    if rows[current].verdict == .tooCoarse { say(Phrase.meaningTooCoarse.asSentence) }
    tellRules()
    let derivation = worksheet.derivation
    var writer = TerminalWriter(derivation, style: pen.style, to: pen.output)
    for block in ruled.compactMap({ derivation.trace.block(of: $0) }) {
      guard explained.insert(derivation.rule(of: block).reason).inserted else { continue }
      let form = FormulaForm.general(
        layer: block.layer, isOfSample: derivation.trace.isBatch && block.sample != nil)
      for part in derivation.rule(of: block).explanation {
        switch part {
        case .say(let phrase): writer.reason(phrase)
        case .show(let formulas): writer.derive(formulas, form)
        }
      }
    }
  }

  /// What may be spent to say at once what was done.
  static let effort = 1_000_000

  /// Every word that may be typed, with what it does.
  func tellWords() {
    let rows = PracticeWord.allCases.map { word in
      [word.spellings[language], word.help[language]]
    }
    TerminalTable(header: [], rows: rows, words: [0, 1]).write(with: pen)
  }
}
