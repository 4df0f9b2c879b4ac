internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

// What is said of an answer, and what helps to find it.

extension Practice {
  func say(_ phrase: Phrase, _ ink: Ink = .plain) {
    pen.paragraph(phrase[language], indent: Practice.indent, ink)
  }

  static let indent = 2

  /// Asks for the current row: its number, how many are left, its symbol, and what was answered before.
  package mutating func ask() {
    let row = rows[current]
    if told?.heading != row.heading || told?.sample != row.sample { tellHeading(row) }
    let left = rows.indices.count { $0 != current && !rows[$0].isDone }
    pen.write(Phrase.counter(current + 1, of: rows.count, left: left)[language] + " ", .remark)
    pen.write(row.symbol.text, .symbol)
    if row.isRight, let answer = row.answer { pen.write(" [\(answer.answer.text.excerpt)]") }
    pen.write(" = ")
  }

  private mutating func tellHeading(_ row: Row) {
    told = (row.heading, row.sample)
    let sample = row.sample.map { Phrase.sampleSection(worksheet.derivation.sampleNumber($0)) }
    let words = [sample, row.heading].compactMap { $0?[language] }
    pen.line()
    pen.line(words.joined(separator: Phrase.comma[language]), .heading)
  }

  /// Says in a word what an answer is.
  func tell(_ result: MarkedAnswer, _ answer: AskedAnswer, _ remark: Remark?) {
    if let worked = answer.worked { pen.paragraph("= \(worked)", indent: Practice.indent) }
    if let (working, value) = answer.disagreement {
      say(.workingIs(working.excerpt, value))
    }
    let isOther = if case .otherSignPossible(result.place)? = remark { true } else { false }
    switch result.verdict {
    case .correct: say(.answerRight, .result)
    case .rounding: say(.answerRounded, .result)
    case .carried: say(.answerCarried, .result)
    case .tooCoarse: say(.answerTooCoarse, .mistake)
    case .wrong where isOther: say(.answerOtherSign(symbols.deltaDefinition), .mistake)
    case .wrong: say(rows[current].mistakes == 2 ? Practice.offer : .answerWrong, .mistake)
    case .blank, .unreadable: say(Practice.unreadable, .mistake)
    }
  }

  /// Help, after the second wrong answer.
  private static var offer: Phrase {
    .answerWrongAgain(
      why: PracticeWord.why.spelling, hint: PracticeWord.hint.spelling,
      answer: PracticeWord.answer.spelling, skip: PracticeWord.skip.spelling)
  }

  private static var unreadable: Phrase { .answerUnreadable(help: PracticeWord.words.spelling) }

  var symbols: Symbols { worksheet.symbols }

  /// Why nothing was made of what was typed, and what to do.
  func problem(_ problem: AskedAnswer.Problem, with text: String) -> Phrase {
    if let word = PracticeWord.nearest(to: text), text.count > 1, !text.contains(where: \.isNumber)
    {
      return .unknownWord(text.excerpt, word)
    }
    return switch problem {
    case .isOf(let quantity):
      .answerToAnother(symbols.symbol(for: quantity), asked: rows[current].symbol)
    case .hasLetters: .lettersInWorking
    case .unreadable: Practice.unreadable
    }
  }

  // MARK: Help

  /// The next of three hints: the rule, its formula, the line with its numbers.
  mutating func giveHint() {
    rows[current].hints = min(3, rows[current].hints + 1)
    let lines = lines()
    switch rows[current].hints {
    case 1:
      guard let rule = rule() else { return }
      say(.sentences([.ruleIs(rule.name), rule.reason]))
    case 2:
      write(lines.map { Equation($0.symbol, Array($0.parts.prefix(1))) })
    default:
      var shown = lines
      // The result is left to be worked out.
      if let last = shown.popLast() {
        shown.append(Equation(last.symbol, Array(last.parts.dropLast()) + ["?"]))
      }
      write(shown)
    }
    if rows[current].hints == 3 { say(.answerIsNext(PracticeWord.answer.spelling), .remark) }
  }

  /// The line with its result, from what was answered before.
  mutating func showAnswer() {
    write(lines())
    rows[current].isShown = true
    rows[current].answer = nil
    rows[current].verdict = nil
    worksheet.answers[rows[current].place] = nil
    goOn()
  }

  /// What was probably done, where the last answer is wrong, and why the rule holds.
  mutating func tellWhy() {
    if rows[current].verdict == .wrong {
      let sheet = marked(answers, within: .one(Practice.effort))
      if let answer = sheet.answers.first(where: { $0.place == rows[current].place }),
        let sentence = report(on: sheet).sentence(on: answer)
      {
        let text = sentence.asSentence[language]
        pen.paragraph(text.prefix(1).uppercased() + text.dropFirst(), indent: Practice.indent)
      }
    }
    guard let rule = rule() else { return }
    say(.sentences([.ruleIs(rule.name), rule.reason]))
  }

  /// What may be spent to say at once what was done.
  static let effort = 1_000_000

  private func write(_ lines: [Equation]) {
    EquationList(pen: pen, indent: Practice.indent).write(lines)
  }

  /// The right line of the current row, with those of parts before it that nobody asked for.
  private func lines() -> [Equation] {
    let place = rows[current].place
    var before = answers
    before[place] = Answer(name: "", text: "")
    let sheet = marked(before, within: .none)
    guard var answer = sheet.answers.first(where: { $0.place == place }) else { return [] }
    // What nobody has answered yet is expected to come to what follows from the answers before.
    answer.expected = sheet.own[place] ?? answer.exact
    let lines = report(on: sheet).rightLines(of: answer)
    let value = pen.style.format.text(answer.expected)
    return lines.isEmpty ? [Equation(rows[current].symbol.text, [value])] : lines
  }

  private func rule() -> Rule? {
    let derivation = worksheet.derivation
    return derivation.trace.block(of: rows[current].place).map { derivation.rule(of: $0) }
  }

  func report(on sheet: MarkedSheet) -> CheckReport {
    CheckReport(
      on: sheet, of: SheetReading(student: ""), file: "", language: language,
      format: pen.style.format)
  }

  /// Every word that may be typed, with what it does.
  func tellWords() {
    let rows = PracticeWord.allCases.map { [$0.spelling[language], $0.help[language]] }
    TerminalTable(header: [], rows: rows, words: [0, 1]).write(with: pen)
  }

  // MARK: All rows

  /// All rows with their answers, as many beside each other as there is room for; of very many those of
  /// the current heading.
  func tellRows() {
    let isLong = rows.count > Practice.mostListed
    let shown = rows.indices.filter {
      !isLong
        || rows[$0].heading == rows[current].heading && rows[$0].sample == rows[current].sample
          && abs($0 - current) <= Practice.mostListed / 2
    }
    let items = shown.map(item)
    let width = (items.map { pen.columns(of: $0) }.max() ?? 0) + 2
    let columns = max(1, (pen.style.width - 1) / width)
    let height = (items.count + columns - 1) / columns
    for line in 0..<height {
      for column in 0..<columns where column * height + line < items.count {
        let item = items[column * height + line]
        pen.write((column == 0 ? " " : "") + item)
        if (column + 1) * height + line < items.count { pen.pad(width - pen.columns(of: item)) }
      }
      pen.line()
    }
    if isLong { say(.listCut(rows.count), .remark) }
  }

  /// More rows than this are not listed at once.
  private static let mostListed = 60

  private func item(_ n: Int) -> String {
    let row = rows[n]
    let mark =
      n == current ? "→" : row.isRight ? "✓" : row.isShown ? "!" : row.answer != nil ? "✗" : " "
    let answer = row.answer.map { " = \($0.answer.text.excerpt)" } ?? ""
    return "\(mark) \(n + 1) \(row.symbol.text)\(answer)"
  }
}
