internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
public import Texts

extension CheckReport {
  /// Writes the report for a terminal.
  ///
  /// - Parameter hint: how much it tells of mistakes; `nil` for all there is.
  public func writeText(_ hint: Hint?, style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    pen.paragraph(name, .heading)
    pen.paragraph(opening[language])
    for remark in sheet.remarks { pen.paragraph("• " + phrase(remark, hint)[language]) }
    for remark in reading.remarks { pen.paragraph("• " + remark.sentence[language]) }
    for line in reading.unread { pen.paragraph("• " + phrase(line)[language]) }
    pen.line()
    table(showsExpected: hint == nil).write(with: pen)
    let wrong = sheet.answers.filter { $0.verdict == .wrong }
    guard !wrong.isEmpty else { return }
    pen.line()
    pen.paragraph(Phrase.mistakesHeading(wrong.count)[language], .heading)
    for answer in wrong { write(answer, hint, pen) }
  }

  private func table(showsExpected: Bool) -> TerminalTable {
    let columns: [Phrase] =
      [.quantity, .answer] + (showsExpected ? [.expected] : []) + [.verdict]
    let rows = sheet.answers.map { answer in
      [symbol(answer.place), answer.answer.text.excerpt.trimmed]
        + (showsExpected ? [expected(answer)] : []) + [verdict(answer)]
    }
    return TerminalTable(
      header: columns.map { $0[language] }, rows: rows, words: [0, columns.count - 1])
  }

  private func write(_ answer: MarkedAnswer, _ hint: Hint?, _ pen: TerminalPen) {
    let name = written(answer)
    switch hint {
    case .place: pen.paragraph(name, indent: 1)
    case .rule:
      pen.paragraph(name + Phrase.dash[language] + ruleHint(answer), indent: 1)
    case .line:
      pen.paragraph(name + Phrase.dash[language] + ruleHint(answer), indent: 1)
      writeLine(answer, pen)
    case nil:
      pen.paragraph(name + Phrase.dash[language] + diagnosis(answer)[language], indent: 1)
      writeLine(answer, pen)
    }
  }

  private func ruleHint(_ answer: MarkedAnswer) -> String {
    guard let rule = rule(of: answer, in: sheet.derivation) else { return "" }
    return Phrase.sentences([.hintRule(rule.name), rule.reason])[language]
  }

  private func writeLine(_ answer: MarkedAnswer, _ pen: TerminalPen) {
    guard let line = rightLine(of: answer) else { return }
    pen.paragraph(Phrase.rightLine[language], indent: 3, .remark)
    EquationList(pen: pen, indent: 4).write([line])
  }
}
