internal import Derivations
internal import Phrases
public import Texts

// Worksheets that are filled in with an editor and read again.

extension Worksheet {
  /// Writes Markdown: a table a phase.
  public func writeMarkdown(to output: TextOutput) {
    let writer = FormulaWriter<TeXGlyphs<PortableFlavour>>(derivation, format: format)
    let given = givens.map { "$\(symbol($0.symbol, writer))$ = \($0.text)" }
    output.write(
      """
      # \(ownHeading.inMarkdown)

      \(task.inMarkdown)

      network: `\(network)`

      ## \(Phrase.givenHeading[language])

      \((given + [learningRate.inMarkdown]).joined(separator: language.listSeparator(gap: " ")))

      """)
    for section in sections {
      output.write("\n## \(section.heading[language])\n\n")
      output.write("| \(columns.joined(separator: " | ")) |\n")
      output.write("|" + columns.map { _ in " :-- |" }.joined() + "\n")
      for cell in section.cells {
        let formula = showsFormulas ? " $\(self.formula(cell, writer))$ |" : ""
        output.write(
          "| \(cell.number.circled) | `\(id(cell))` | $\(symbol(symbol(cell), writer))$ |"
            + "\(formula) \(answer(cell)) |\n")
      }
    }
  }

  /// The heading, and whose worksheet it is.
  private var ownHeading: String {
    heading + (student.map { Phrase.dash[language] + $0.visible } ?? "")
  }

  /// Writes CSV: one table, and the network in its last row.
  public func writeCSV(to output: TextOutput) {
    let writer = FormulaText(derivation, format: format)
    output.write(columns.dropFirst().joined(separator: ",") + "\n")
    func row(_ fields: [String]) {
      output.write { buffer in
        for (n, field) in fields.enumerated() {
          if n > 0 { buffer.append(",") }
          buffer.append(csv: field)
        }
        buffer.append("\n")
      }
    }
    for cell in sections.flatMap(\.cells) {
      row(
        [id(cell), symbol(cell).text] + (showsFormulas ? [formula(cell, writer)] : [])
          + [answer(cell)])
    }
    row(["network", ""] + (showsFormulas ? [""] : []) + [network])
  }

  /// Writes lines "net_4 = " to be filled in.
  public func writeText(to output: TextOutput) {
    func line(_ text: String) { output.write((isASCII ? text.inASCII : text) + "\n") }
    let writer = FormulaText(derivation, format: format)
    line("\(ownHeading)\n\(task.text)")
    output.write("network: \(network)\n")
    line("\n\(Phrase.givenHeading[language])")
    for (symbol, text) in givens { line("  \(symbol.text) = \(text)") }
    line("  \(learningRate.text)")
    for section in sections {
      line("\n\(section.heading[language])")
      for cell in section.cells {
        let formula = showsFormulas ? self.formula(cell, writer) : ""
        let middle = formula.isEmpty ? "" : " = \(formula)"
        line("  \(symbol(cell).text)\(middle) = \(answer(cell))")
      }
    }
  }
}
