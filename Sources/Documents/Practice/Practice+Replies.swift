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
    let left = rows.count { !$0.isDone }
    pen.write(Phrase.counter(current + 1, of: rows.count, left: left)[language] + " ", .remark)
    pen.write(row.symbol.text, .symbol)
    if row.isDone, let answer = row.answer { pen.write(" [\(answer.answer.text.excerpt)]") }
    pen.write(" = ")
  }

  /// A heading, with what the symbols of its rows are, one of each kind.
  private mutating func tellHeading(_ row: PracticeRow) {
    told = (row.heading, row.sample)
    let sample = row.sample.map {
      Phrase.sampleSection(worksheet.derivation.sampleNumber($0))
    }
    let words = [sample, row.heading].compactMap { $0?[language] }
    var names: [(name: Phrase, letter: String, symbol: Symbol)] = []
    for other in rows where other.heading == row.heading && other.sample == row.sample {
      let symbol = symbols.symbol(for: other.place.quantity)
      guard let name = rule(of: other.place)?.name,
        !names.contains(where: { $0.name == name || $0.letter == symbol.letter })
      else { continue }
      names.append((name, symbol.letter, symbol))
    }
    let hasDelta = rows.contains { other in
      guard case .delta = other.place.quantity else { return false }
      return other.heading == row.heading && other.sample == row.sample
    }
    let legend =
      names.map { Phrase.symbolIs($0.symbol, $0.name)[language] }
      + (hasDelta ? [symbols.deltaDefinition[language]] : [])
    let heading = words.joined(separator: Phrase.comma[language])
    pen.line()
    pen.paragraph(Phrase.headingWith(heading, pen.list(legend))[language], .heading)
  }

  /// Says in a word what an answer is.
  func tell(_ result: MarkedAnswer, _ answer: AskedAnswer, _ remark: Remark?) {
    if let worked = answer.worked { pen.paragraph("= \(worked)", indent: Practice.indent) }
    let isOther = if case .otherSignPossible(result.place)? = remark { true } else { false }
    switch result.verdict {
    case .correct: say(.answerRight, .result)
    case .rounding where result.hasLastDigitSlip: say(.answerLastDigit, .result)
    case .rounding where result.isTruncated: say(.answerTruncated, .result)
    case .rounding: say(.answerRounded, .result)
    case .carried: say(.answerCarried, .result)
    case .tooCoarse: say(.answerTooCoarse, .mistake)
    case .wrong where isOther: say(otherSign, .mistake)
    case .wrong: say(rows[current].mistakes > 1 ? Practice.offer : .answerWrong, .mistake)
    case .blank, .unreadable: say(Practice.unreadable, .mistake)
    }
    if let (working, value) = answer.disagreement {
      say(.workingIs(working.excerpt, value), .mistake)
    }
  }

  /// What is said of the other sign: which one δ has, where δ is asked for.
  private var otherSign: Phrase {
    if case .delta = rows[current].place.quantity {
      return .answerOtherSign(symbols.deltaDefinition)
    }
    return .answerSign
  }

  /// Help, from the second wrong answer on.
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
    case .isUnclear(let name): .unclearName(name.excerpt, asked: rows[current].symbol)
    case .hasLetters: .lettersInWorking
    case .unreadable: Practice.unreadable
    }
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
    let columns = max(1, pen.style.width / width)
    let height = (items.count + columns - 1) / columns
    for line in 0..<height {
      for column in 0..<columns where column * height + line < items.count {
        let item = items[column * height + line]
        pen.write(item)
        if (column + 1) * height + line < items.count { pen.pad(width - pen.columns(of: item)) }
      }
      pen.line()
    }
    say(.listLegend, .remark)
    if isLong { say(.listCut(rows.count), .remark) }
  }

  /// More rows than this are not listed at once.
  private static let mostListed = 60

  /// A row of the list: where one is, what became of it, its number, its answer.
  private func item(_ n: Int) -> String {
    let row = rows[n]
    let mark =
      row.isShown ? "!" : row.isRight ? "✓" : row.answer != nil ? "✗" : row.skips > 0 ? "–" : " "
    let answer = row.answer.map { " = \($0.answer.text.excerpt)" } ?? ""
    let gap = String(repeating: " ", count: String(rows.count).count - String(n + 1).count)
    return "\(n == current ? "→" : " ")\(mark) \(gap)\(n + 1) \(row.symbol.text)\(answer)"
  }
}
