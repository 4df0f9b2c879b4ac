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
      guard !section.cells.isEmpty else { continue }
      let level = isBatch ? "###" : "##"
      output.write("\n\(level) \(section.heading[language])\n\n")
      for (n, group) in groups(section).enumerated() {
        if n > 0 { output.write("\n") }
        switch group {
        case .list(let cells): write(cells, writer, to: output)
        case .grid(let grid): write(grid, writer, to: output)
        }
      }
    }
  }

  private func write(
    _ cells: [Cell], _ writer: FormulaWriter<TeXGlyphs<PortableFlavour>>, to output: TextOutput
  ) {
    output.write(MarkdownTable.opening(columns, words: Set(columns.indices)))
    for cell in cells {
      let formula = showsFormulas ? [self.formula(cell, writer)] : []
      output.write(
        MarkdownTable.row(
          [cell.number.circled, "`\(id(cell))`", "$\(symbol(symbol(cell), writer))$"]
            + formula.map { $0.isEmpty ? "" : "$\($0)$" } + [answer(cell)]))
    }
  }

  /// A table whose corner says by its id what it is of.
  private func write(
    _ grid: Grid, _ writer: FormulaWriter<TeXGlyphs<PortableFlavour>>, to output: TextOutput
  ) {
    let corner = "\(grid.numbers) `\(grid.id)` $\(symbol(grid.symbol, writer))$"
    output.write(
      MarkdownTable.opening(
        [corner] + (1...grid.columns).map(String.init), words: Set(0...grid.columns)))
    for (n, row) in grid.rows.enumerated() {
      output.write(MarkdownTable.row([grid.label(n)] + row.map(answer)))
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
    // Grids are read of the first thousand lines only.
    let isLong = sections.reduce(0) { $0 + $1.cells.count } > Worksheet.mostCellsOfGrids
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
      guard !section.cells.isEmpty else { continue }
      line("\n\(section.heading[language])")
      for group in groups(section) {
        switch group {
        case .list(let cells): for cell in cells { line(self.line(cell, writer)) }
        case .grid(let grid):
          let lines = isLong ? nil : self.lines(grid)
          for text in lines ?? grid.rows.joined().map({ self.line($0, writer) }) { line(text) }
          if lines != nil { line("") }
        }
      }
    }
  }

  private func line(_ cell: Cell, _ writer: FormulaText) -> String {
    let formula = showsFormulas ? self.formula(cell, writer) : ""
    let middle = formula.isEmpty ? "" : " = \(formula)"
    return "  \(symbol(cell).text)\(middle) = \(answer(cell))"
  }

  /// A grid with bars between its cells; `nil` where a line has no room for it, whatever is filled in.
  private func lines(_ grid: Grid) -> [String]? {
    let room = (Worksheet.lineWidth - grid.id.utf8.count - 6) / grid.columns - 3
    guard room >= digits + 2 else { return nil }
    let longest = grid.rows.joined().map { answer($0).utf8.count }.max() ?? 0
    let width = max(longest, min(digits + 5, room))
    func row(_ label: String, _ cells: [String]) -> String {
      let cells = cells.map { $0.padded(to: width) }
      return "  | \(([label.padded(to: grid.id.utf8.count)] + cells).joined(separator: " | ")) |"
    }
    return ["  \(grid.symbol.text)", row(grid.id, (1...grid.columns).map(String.init))]
      + grid.rows.enumerated().map { n, cells in row(grid.label(n), cells.map(answer)) }
  }

  /// How many digits are asked for.
  private var digits: Int {
    switch format {
    case .significant(let count), .decimals(let count): count
    }
  }

  /// The columns of a terminal, and the most cells of a sheet with grids.
  private static let (lineWidth, mostCellsOfGrids) = (80, 500)
}

extension String {
  /// The text, of ASCII, with blanks behind it.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}
