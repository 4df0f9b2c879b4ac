internal import Derivations
internal import Phrases
package import Texts

// Worksheets that are filled in with an editor and read again.

extension Worksheet {
  /// Writes Markdown: a table a phase.
  package func writeMarkdown(to output: TextOutput) {
    let writer = FormulaWriter<TeXGlyphs<PortableFlavour>>(derivation, format: format)
    func list(_ givens: [Given]) -> [String] {
      givens.map { "$\(symbol($0.symbol, writer))$ = \($0.text)" }
    }
    let separator = language.listSeparator(gap: " ")
    let text = (description + [task]).map(\.inMarkdown).joined(separator: "\n\n")
    output.write("# \(ownHeading.inMarkdown)\n\n\(text)\n\nnetwork: `\(network)`\n")
    if let student { output.write("\nstudent: `\(student.line)`\n") }
    output.write("\n## \(Phrase.givenHeading[language])\n\n")
    let given = list(givens()) + constants.map(\.inMarkdown)
    output.write("\(given.joined(separator: separator))\n")
    for section in sections {
      if section.isFirst {
        output.write("\n## \(groupHeading(section))\n")
        let given = list(self.givens(of: section)).joined(separator: separator)
        if !given.isEmpty { output.write("\n\(Phrase.givenHeading[language]): \(given)\n") }
      }
      let level = isBatch ? "###" : "##"
      output.write("\n\(level) \(section.heading[language])\n\n")
      output.write(MarkdownTable.opening(columns, words: Set(columns.indices)))
      for cell in section.cells {
        let formula = showsFormulas ? [self.formula(cell, writer)] : []
        output.write(
          MarkdownTable.row(
            [cell.number.circled, "`\(id(cell))`", "$\(symbol(symbol(cell), writer))$"]
              + formula.map { $0.isEmpty ? "" : "$\($0)$" } + [answer(cell)]))
      }
    }
  }

  /// What is given of the sample that a section begins.
  func givens(of section: Section) -> [Given] {
    guard section.isFirst, let sample = section.sample, section.heading != .afterHeading else {
      return []
    }
    return givens(ofSample: sample)
  }

  /// The heading, and whose worksheet it is.
  private var ownHeading: String {
    heading + (student.map { Phrase.dash[language] + $0.name.visible } ?? "")
  }

  /// Writes CSV: one table, and the network in its last row.
  package func writeCSV(to output: TextOutput) {
    let writer = FormulaText(derivation, format: format)
    func row(_ fields: [String]) {
      output.write { buffer in
        for (n, field) in fields.enumerated() {
          if n > 0 { buffer.append(",") }
          buffer.append(csv: field)
        }
        buffer.append("\n")
      }
    }
    let names = Array(columns.dropFirst())
    row((isBatch ? [Phrase.sampleColumn[language]] : []) + names)
    for section in sections {
      let number = section.sample.map { String(derivation.sampleNumber($0)) } ?? ""
      for cell in section.cells {
        row(
          (isBatch ? [number] : []) + [id(cell), symbol(cell).text]
            + (showsFormulas ? [formula(cell, writer)] : []) + [answer(cell)])
      }
    }
    let gap = Array(repeating: "", count: names.count - 2)
    if let student { row((isBatch ? [""] : []) + ["student"] + gap + [student.line]) }
    row((isBatch ? [""] : []) + ["network"] + gap + [network])
  }

  /// Writes lines "net_4 = " to be filled in.
  package func writeText(to output: TextOutput) {
    func line(_ text: String) { output.write((isASCII ? text.inASCII : text) + "\n") }
    let writer = FormulaText(derivation, format: format)
    line(([ownHeading] + (description + [task]).map(\.text)).joined(separator: "\n"))
    output.write("network: \(network)\n")
    if let student { output.write("student: \(student.line)\n") }
    line("\n\(Phrase.givenHeading[language])")
    for given in givens() { line("  \(given.symbol.text) = \(given.text)") }
    for constant in constants { line("  \(constant.text)") }
    for section in sections {
      if section.isFirst {
        line("\n\(groupHeading(section))")
        for given in self.givens(of: section) { line("  \(given.symbol.text) = \(given.text)") }
      }
      line("\n\(section.heading[language])")
      for cell in section.cells {
        let formula = showsFormulas ? self.formula(cell, writer) : ""
        let middle = formula.isEmpty ? "" : " = \(formula)"
        line("  \(symbol(cell).text)\(middle) = \(answer(cell))")
      }
    }
  }
}
