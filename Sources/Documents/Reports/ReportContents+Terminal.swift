internal import Phrases
internal import Texts

extension ReportContents {
  /// Writes the report for a terminal.
  func writeText(with pen: TerminalPen) {
    pen.paragraph(title, .heading)
    if let points { pen.paragraph(points) }
    for text in paragraphs { pen.paragraph(text) }
    for remark in remarks { pen.item(remark) }
    writeNotRead(pen)
    writeMistakes(pen)
    if !rows.isEmpty {
      pen.line()
      TerminalTable(header: header, rows: rows, words: words).write(with: pen)
    }
    if let rest {
      pen.line()
      pen.paragraph(rest)
    }
    guard !legend.isEmpty else { return }
    pen.line()
    for text in legend { pen.paragraph(text, .remark) }
  }

  private func writeNotRead(_ pen: TerminalPen) {
    guard !notRead.isEmpty else { return }
    pen.line()
    pen.paragraph(Phrase.notReadHeading[language], .heading)
    for line in notRead {
      pen.paragraph(Phrase.lineNumber(line.line, line.text)[language], indent: 1)
      pen.paragraph(line.reason, indent: 3)
      if let suggestion = line.suggestion {
        pen.paragraph(Phrase.itMightMean(suggestion)[language], indent: 3)
      }
    }
  }

  private func writeMistakes(_ pen: TerminalPen) {
    guard !mistakes.isEmpty else { return }
    pen.line()
    pen.paragraph(mistakesHeading, .heading)
    for mistake in mistakes {
      let dash = mistake.sentence.isEmpty ? "" : Phrase.dash[language]
      pen.paragraph(mistake.written + dash + mistake.sentence, indent: 1)
      guard !mistake.lines.isEmpty else { continue }
      pen.paragraph(Phrase.rightLine[language], indent: 3, .remark)
      EquationList(pen: pen, indent: 4).write(mistake.lines)
    }
  }
}
