internal import Phrases
internal import Texts

// Slips: what one student gets back, to be read on a screen or printed.

extension ReportContents {
  // MARK: Markdown

  func writeMarkdown(to output: TextOutput) {
    output.write("# \(title.inMarkdown)\n")
    for text in [points].compactMap(\.self) + paragraphs { output.write("\n\(text.inMarkdown)\n") }
    if !remarks.isEmpty { output.write("\n") }
    for remark in remarks { output.write("- \(remark.inMarkdown)\n") }
    if !notRead.isEmpty {
      output.write("\n## \(Phrase.notReadHeading[language])\n")
      writeMarkdown(notReadHeader, notReadRows, words: Set(1...3), to: output)
    }
    if !mistakes.isEmpty { output.write("\n## \(mistakesHeading)\n") }
    for mistake in mistakes { writeMarkdown(mistake, to: output) }
    if !rows.isEmpty { writeMarkdown(header, rows, words: words, to: output) }
    for text in [rest].compactMap(\.self) { output.write("\n\(text.inMarkdown)\n") }
    if !legend.isEmpty { output.write("\n") }
    for text in legend { output.write("- \(text.inMarkdown)\n") }
  }

  private func writeMarkdown(_ mistake: Mistake, to output: TextOutput) {
    let dash = mistake.sentence.isEmpty ? "" : Phrase.dash[language]
    output.write("\n**\(mistake.written.inMarkdown)**\(dash)\(mistake.sentence.inMarkdown)\n")
    guard !mistake.lines.isEmpty else { return }
    output.write("\n\(Phrase.rightLine[language])\n\n")
    for line in mistake.lines { output.write("> \(line.text.inMarkdown)\n>\n") }
  }

  private func writeMarkdown(
    _ header: [String], _ rows: [[String]], words: Set<Int>, to output: TextOutput
  ) {
    output.write("\n" + MarkdownTable.opening(header.map(\.inMarkdown), words: words))
    for row in rows { output.write(MarkdownTable.row(row.map(\.inMarkdown))) }
  }

  private var hasSuggestions: Bool { notRead.contains { $0.suggestion != nil } }

  private var notReadHeader: [String] {
    let columns: [Phrase] = [.lineColumn, .textColumn, .reasonColumn]
    return (columns + (hasSuggestions ? [.suggestionColumn] : [])).map { $0[language] }
  }

  private var notReadRows: [[String]] {
    notRead.map { line in
      ["\(line.line)", line.text, line.reason] + (hasSuggestions ? [line.suggestion ?? ""] : [])
    }
  }

  // MARK: Pages

  /// Writes a page to be printed, which asks for nothing else.
  func writeHTML(to output: TextOutput) {
    let page = HTMLPage(
      language: language, title: title, style: PageStyle.common + PageStyle.slip)
    output.write(page.opening)
    output.write("<header>\n<h1>\(title.inXML)</h1>\n")
    if let points { output.write("<p class=\"points\">\(points.inXML)</p>\n") }
    output.write("</header>\n")
    for text in paragraphs { output.write("<p>\(text.inXML)</p>\n") }
    writeList(remarks, "remarks", to: output)
    if !notRead.isEmpty {
      output.write("<h2>\(Phrase.notReadHeading[language].inXML)</h2>\n")
      writeHTML(notReadHeader, notReadRows, words: Set(1...3), "unread", to: output)
    }
    if !mistakes.isEmpty { output.write("<h2>\(mistakesHeading.inXML)</h2>\n") }
    for mistake in mistakes { writeHTML(mistake, to: output) }
    if !rows.isEmpty {
      output.write("<h2>\(Phrase.answersHeading[language].inXML)</h2>\n")
      writeHTML(header, rows, words: words, "answers", to: output)
    }
    if let rest { output.write("<p>\(rest.inXML)</p>\n") }
    writeList(legend, "legend", to: output)
    output.write(page.closing)
  }

  private func writeList(_ texts: [String], _ kind: String, to output: TextOutput) {
    guard !texts.isEmpty else { return }
    output.write("<ul class=\"\(kind)\">\n")
    for text in texts { output.write("<li>\(text.inXML)</li>\n") }
    output.write("</ul>\n")
  }

  private func writeHTML(_ mistake: Mistake, to output: TextOutput) {
    let dash = mistake.sentence.isEmpty ? "" : Phrase.dash[language]
    output.write("<section>\n<p><strong>\(mistake.written.inXML)</strong>")
    output.write("\(dash)\(mistake.sentence.inXML)</p>\n")
    if !mistake.lines.isEmpty {
      output.write("<p class=\"remark\">\(Phrase.rightLine[language].inXML)</p>\n")
    }
    for line in mistake.lines {
      output.write("<p class=\"line\">\(line.symbol.inXML)")
      for part in line.parts { output.write(" <span>= \(part.inXML)</span>") }
      output.write("</p>\n")
    }
    output.write("</section>\n")
  }

  private func writeHTML(
    _ header: [String], _ rows: [[String]], words: Set<Int>, _ kind: String, to output: TextOutput
  ) {
    output.write(HTMLTable.opening(header.map(\.inXML), words: words, kind: kind))
    for row in rows {
      let cells = row.enumerated().map { column, text in
        HTMLTable.Cell(content: text.inXML, kind: words.contains(column) ? "word" : "")
      }
      output.write(HTMLTable.row(cells))
    }
    output.write(HTMLTable.closing)
  }
}

extension Equation {
  /// The whole chain on one line.
  fileprivate var text: String { ([symbol] + parts).joined(separator: " = ") }
}
