internal import Derivations
internal import Phrases
package import Texts

// Worksheets for paper: numbered cells with room to write.

extension Worksheet {
  /// Writes a page to be printed.
  package func writeHTML(to output: TextOutput) {
    let writer = FormulaWriter<MathMLGlyphs>(derivation, format: format)
    let diagram = NetworkDiagram(derivation, language: language, format: format)
    let page = HTMLPage(
      language: language, title: heading,
      style: PageStyle.common + PageStyle.worksheet + diagram.style)
    output.write(page.opening)
    output.write("<header>\n<h1>\(heading.inXML)</h1>\n")
    for text in description + [task] { output.write("<p class=\"remark\">\(text.inXML)</p>\n") }
    output.write("<p class=\"name\">\(nameLine.inXML)</p>\n</header>\n")
    output.write("<figure\(diagram.pageKind.map { " class=\"\($0)\"" } ?? "")>\n")
    diagram.write(
      title: heading, isWithinPage: true, picturedValues, to: output)
    output.write("</figure>\n<h2>\(Phrase.givenHeading[language].inXML)</h2>\n<p>\n")
    write(givens(), writer, to: output)
    for constant in constants { output.write("<span class=\"given\">\(constant.inXML)</span>\n") }
    output.write("</p>\n")
    for section in sections {
      if section.isFirst {
        output.write("<h2>\(groupHeading(section).inXML)</h2>\n<p>\n")
        write(givens(of: section), writer, to: output)
        output.write("</p>\n")
      }
      guard !section.cells.isEmpty else { continue }
      let level = isBatch ? "h3" : "h2"
      output.write("<\(level)>\(section.heading[language].inXML)</\(level)>\n")
      for group in groups(section) {
        switch group {
        case .list(let cells):
          output.write("<table>\n")
          for cell in cells { write(cell, section, writer, to: output) }
        case .grid(let grid):
          output.write("<table class=\"grid\">\n")
          write(grid, section, writer, to: output)
        }
        output.write("</table>\n")
      }
    }
    if let student {
      output.write("<p class=\"remark\">student: \(student.line.inXML)</p>\n")
    }
    output.write("<p class=\"remark\">network: \(network.inXML)</p>\n" + page.closing)
  }

  private func math(_ content: String) -> String {
    "<math displaystyle=\"true\"><mrow>\(content)</mrow></math>"
  }

  private func write(
    _ givens: [Given], _ writer: FormulaWriter<MathMLGlyphs>, to output: TextOutput
  ) {
    for given in givens {
      let symbol = math(self.symbol(given.symbol, writer))
      output.write("<span class=\"given\">\(symbol) = \(given.text)</span>\n")
    }
  }

  private func write(
    _ cell: Cell, _ section: Section, _ writer: FormulaWriter<MathMLGlyphs>,
    to output: TextOutput
  ) {
    let formula =
      showsFormulas ? "<td class=\"word\">\(math(self.formula(cell, writer)))</td>" : ""
    output.write(
      """
      <tr data-cell="\(id(cell).inXML)"\(place(of: section))>\
      <td class="word">\(cell.number.circled)</td>\
      <td class="word">\(math(symbol(symbol(cell), writer)))</td>\(formula)\
      <td class="room">\(answer(cell))</td></tr>

      """)
  }

  private func write(
    _ grid: Grid, _ section: Section, _ writer: FormulaWriter<MathMLGlyphs>,
    to output: TextOutput
  ) {
    let heads = (1...grid.columns).map { "<th>\($0)</th>" }.joined()
    let corner = "\(grid.numbers) \(math(symbol(grid.symbol, writer)))\(suffix(grid).inXML)"
    output.write("<tr><th class=\"word\">\(corner)</th>\(heads)</tr>\n")
    for (n, row) in grid.rows.enumerated() {
      output.write("<tr><th>\(grid.label(n))</th>\n")
      // Each answer on a line of its own, by which it is read again.
      for cell in row {
        output.write(
          "<td data-cell=\"\(id(cell).inXML)\"\(place(of: section)) class=\"room\">"
            + "\(answer(cell))</td>\n")
      }
      output.write("</tr>\n")
    }
  }

  /// By what a cell of a batch's sample is known again.
  private func place(of section: Section) -> String {
    section.sample.map { " data-sample=\"\(derivation.sampleNumber($0))\"" } ?? ""
  }

  /// Writes a whole TeX file to be printed.
  package func writeTeX(to output: TextOutput) {
    let writer = FormulaWriter<TeXGlyphs<PlainFlavour>>(derivation, format: format)
    let words = [heading, nameLine, network] + (student.map { [$0.line] } ?? [])
    output.write(TeXWriter.preamble(words, symbols, language))
    output.write("\\newcommand{\\answer}[1]{#1}\n")
    func list(_ givens: [Given]) -> [String] {
      givens.map { "$\(symbol($0.symbol, writer))$ = \(TeXWriter.number($0.text))" }
    }
    let separator = Phrase.listSeparator[language]
    let text = (description + [task]).map(\.inTeX) + [nameLine.inTeX]
    output.write("\\section*{\(heading.inTeX)}\n\n\(text.joined(separator: "\n\n"))\n\n")
    output.write("\\subsection*{\(Phrase.givenHeading[language].inTeX)}\n\n")
    let given = list(givens()) + constants.map(\.inTeX)
    output.write("\(given.joined(separator: separator))\n")
    for section in sections {
      if section.isFirst {
        output.write("\n\\subsection*{\(groupHeading(section).inTeX)}\n\n")
        output.write("\(list(givens(of: section)).joined(separator: separator))\n")
      }
      guard !section.cells.isEmpty else { continue }
      let level = isBatch ? "subsubsection" : "subsection"
      output.write("\n\\\(level)*{\(section.heading[language].inTeX)}\n\n")
      for group in groups(section) {
        switch group {
        case .list(let cells): for cell in cells { write(cell, section, writer, to: output) }
        case .grid(let grid): write(grid, section, writer, to: output)
        }
      }
    }
    output.write("\n\\bigskip\nnetwork: \\texttt{\(network.inTeX)}\n% network: \(network)\n")
    if let student { output.write("% student: \(student.line)\n") }
    output.write("\n\\end{document}\n")
  }

  private func write(
    _ cell: Cell, _ section: Section, _ writer: FormulaWriter<TeXGlyphs<PlainFlavour>>,
    to output: TextOutput
  ) {
    let formula = showsFormulas ? self.formula(cell, writer) : ""
    let name = symbol(symbol(cell), writer) + (formula.isEmpty ? "" : " = \(formula)")
    let room =
      cell.isBlank ? "\\hrulefill" : "$=$ \\answer{\(TeXWriter.number(answer(cell)))}\\hfill"
    output.write(
      "\\noindent\\makebox[2.2em][l]{(\(cell.number))}"
        + "$\\displaystyle \(name)\(cell.isBlank ? " =" : "")$ "
        + "\(room)\\rule{0pt}{1.6em}\\par % data-cell=\"\(id(cell))\"\(place(of: section))\n")
  }

  /// A table of cells, each on a line of its own, by which it is read again.
  private func write(
    _ grid: Grid, _ section: Section, _ writer: FormulaWriter<TeXGlyphs<PlainFlavour>>,
    to output: TextOutput
  ) {
    let (first, last) = (grid.rows[0][0], grid.rows[grid.rows.count - 1][grid.columns - 1])
    let width = min(2.4, 13.0 / Double(grid.columns)).short
    let heads = (1...grid.columns).map { "& \($0) " }.joined()
    output.write(
      "\\noindent(\(first.number)--\(last.number)) "
        + "$\\displaystyle \(symbol(grid.symbol, writer))$\(suffix(grid).inTeX)\\nopagebreak\\par\\noindent\n"
        + "\\begin{tabular}{r|*{\(grid.columns)}{p{\(width)cm}|}}\n\(heads)\\\\ \\hline\n")
    for (n, row) in grid.rows.enumerated() {
      output.write("\(grid.label(n))\\rule[-0.6em]{0pt}{2em}\n")
      for cell in row {
        output.write(
          "& \\answer{\(TeXWriter.number(answer(cell)))} "
            + "% data-cell=\"\(id(cell))\"\(place(of: section))\n")
      }
      output.write("\\\\ \\hline\n")
    }
    output.write("\\end{tabular}\\par\\medskip\n")
  }
}
