internal import Derivations
internal import Phrases
public import Texts

// Worksheets for paper: numbered cells with room to write.

extension Worksheet {
  /// Writes a page to be printed.
  public func writeHTML(to output: TextOutput) {
    let writer = FormulaWriter<MathMLGlyphs>(derivation, format: format)
    func math(_ content: String) -> String {
      "<math displaystyle=\"true\"><mrow>\(content)</mrow></math>"
    }
    let page = HTMLPage(
      language: language, title: heading,
      style: PageStyle.common + PageStyle.worksheet + NetworkDiagram.style)
    output.write(page.opening)
    output.write("<header>\n<h1>\(heading.inXML)</h1>\n<p class=\"remark\">\(task.inXML)</p>\n")
    output.write("<p class=\"name\">\(nameLine.inXML)</p>\n</header>\n<figure>\n")
    NetworkDiagram(derivation, language: language, format: format)
      .write(title: heading, isWithinPage: true, isBlank: true, to: output)
    output.write("</figure>\n<h2>\(Phrase.givenHeading[language].inXML)</h2>\n<p>\n")
    for (symbol, text) in givens {
      output.write("<span class=\"given\">\(math(self.symbol(symbol, writer))) = \(text)</span>\n")
    }
    output.write("<span class=\"given\">\(learningRate.inXML)</span>\n</p>\n")
    for section in sections {
      output.write("<h2>\(section.heading[language].inXML)</h2>\n<table>\n")
      for cell in section.cells {
        let formula =
          showsFormulas ? "<td class=\"word\">\(math(self.formula(cell, writer)))</td>" : ""
        output.write(
          """
          <tr data-cell="\(id(cell).inXML)"><td class="word">\(cell.number.circled)</td>\
          <td class="word">\(math(symbol(symbol(cell), writer)))</td>\(formula)\
          <td class="room">\(answer(cell))</td></tr>

          """)
      }
      output.write("</table>\n")
    }
    output.write("<p class=\"remark\">network: \(network.inXML)</p>\n" + page.closing)
  }

  /// Writes a whole TeX file to be printed.
  public func writeTeX(to output: TextOutput) {
    let writer = FormulaWriter<TeXGlyphs<PlainFlavour>>(derivation, format: format)
    output.write(TeXWriter.preamble([heading, nameLine, network], symbols, language))
    output.write("\\newcommand{\\answer}[1]{#1}\n")
    let given = givens.map { "$\(symbol($0.symbol, writer))$ = \(TeXWriter.number($0.text))" }
    output.write(
      """
      \\section*{\(heading.inTeX)}

      \(task.inTeX)

      \(nameLine.inTeX)

      \\subsection*{\(Phrase.givenHeading[language].inTeX)}

      \((given + [learningRate.inTeX]).joined(separator: Phrase.listSeparator[language]))

      """)
    for section in sections {
      output.write("\n\\subsection*{\(section.heading[language].inTeX)}\n\n")
      for cell in section.cells {
        let formula = showsFormulas ? self.formula(cell, writer) : ""
        let name = symbol(symbol(cell), writer) + (formula.isEmpty ? "" : " = \(formula)")
        let room =
          cell.isBlank ? "\\hrulefill" : "$=$ \\answer{\(TeXWriter.number(answer(cell)))}\\hfill"
        output.write(
          "\\noindent\\makebox[2.2em][l]{(\(cell.number))}"
            + "$\\displaystyle \(name)\(cell.isBlank ? " =" : "")$ "
            + "\(room)\\rule{0pt}{1.6em}\\par % data-cell=\"\(id(cell))\"\n")
      }
    }
    output.write(
      "\n\\bigskip\nnetwork: \\texttt{\(network.inTeX)}\n% network: \(network)\n\n\\end{document}\n"
    )
  }
}
