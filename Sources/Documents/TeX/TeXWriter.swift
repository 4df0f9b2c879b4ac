internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Writes a document as TeX: a fragment for a larger text, or a whole file, with amsmath alone.
struct TeXWriter: MarkupWriter {
  typealias Glyphs = TeXGlyphs<PlainFlavour>

  let output: TextOutput
  let language: Language
  let formulas: FormulaWriter<Glyphs>
  let symbols: Symbols
  let isStandalone: Bool

  init(
    _ derivation: Derivation, language: Language, format: NumberFormat, isStandalone: Bool,
    to output: TextOutput
  ) {
    self.output = output
    self.language = language
    self.isStandalone = isStandalone
    // What a page is wide enough for, in the lines of an alignment.
    formulas = FormulaWriter(derivation, format: format, lineEnd: (5, " \\\\\n  &\\quad"))
    symbols = derivation.symbols
  }

  mutating func begin(_ title: String, remark: Wording) {
    if isStandalone { output.write(TeXWriter.preamble([title], symbols, language)) }
    output.write("\\section*{\(title.inTeX)}\n\n\(remark.inTeX)\n")
  }

  /// What stands before a file's text. Chinese, in texts or in names of nodes, asks for ctex and a TeX
  /// that reads Unicode.
  static func preamble(_ texts: [String], _ symbols: Symbols, _ language: Language) -> String {
    let names = (0..<symbols.topology.outputs.upperBound).map { symbols.ids.label(of: $0) }
    let needsChinese = language == .chinese || (texts + names).contains(where: \.hasWideCharacters)
    let engine = needsChinese ? "xelatex" : "pdflatex"
    let documentClass =
      needsChinese
      ? "\\documentclass[fontset=fandol]{ctexart}" : "\\documentclass{article}"
    return """
      % \(Phrase.compileWith(engine)[language])
      \(documentClass)
      \\usepackage{amsmath}
      \\usepackage[margin=2cm]{geometry}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\parskip}{0.5em}
      \\allowdisplaybreaks
      \\begin{document}

      """
  }

  static var gap: String { "" }

  func escaped(_ text: String) -> String { text.inTeX }

  func escaped(_ wording: Wording) -> String { wording.inTeX }

  func number(_ text: String) -> String { TeXWriter.number(text) }

  /// A number among words: a negative one gets a minus, not a hyphen.
  static func number(_ text: String) -> String { text.hasPrefix("-") ? "$\(text)$" : text.inTeX }

  func heading(_ text: String) -> String { "\\subsection*{\(text.inTeX)}" }

  mutating func derive(_ chain: [Formula], _ form: FormulaForm) {
    let parts = formulas.chain(chain, form)
    output.write(
      "\\begin{align*}\n  \(parts[0]) &= "
        + parts.dropFirst().joined(separator: " \\\\\n  &= ") + "\n\\end{align*}\n")
  }

  mutating func matrices(_ formulas: [MatrixFormula]) {
    output.write("\\begin{align*}\n")
    for (n, formula) in formulas.enumerated() {
      let sides = formula.sides.map { side in
        var buffer = TextBuffer()
        Glyphs.side(side, into: &buffer)
        return buffer.text
      }
      let end = n + 1 < formulas.count ? " \\\\[0.4em]\n" : "\n"
      output.write("  \(sides[0]) &= \(sides.dropFirst().joined(separator: " \\\\\n  &= "))\(end)")
    }
    output.write("\\end{align*}\n")
  }

  mutating func derivedEquations(_ lines: EquationLines) {
    output.write("\\begin{align*}\n")
    for (n, line) in lines.enumerated() {
      output.write { write(line, isLast: n == lines.count - 1, into: &$0) }
    }
    output.write("\\end{align*}\n")
  }

  private func write(_ line: EquationLine, isLast: Bool, into buffer: inout TextBuffer) {
    guard let formula = line.rule.formula else { return }
    let step = line.step
    buffer.append("  ")
    let start = buffer.bytes.count
    Glyphs.symbol(formulas.derivation.symbol(of: step), into: &buffer)
    buffer.append(" &= ")
    if line.showsSymbols {
      formulas.write(formula, .symbols, at: step.indices, into: &buffer)
      let isLong = buffer.bytes.count - start > TeXWriter.longFormula
      buffer.append(isLong ? " \\\\\n  &= " : " = ")
    }
    formulas.write(numbersAndResultOf: step, formula, into: &buffer)
    buffer.append(isLast ? "\n" : " \\\\\n")
  }

  /// A formula of more TeX than this gets a line of its own, the numbers the next one.
  private static let longFormula = 90

  mutating func items(_ texts: [Wording]) {
    output.write("\\begin{itemize}\n")
    for text in texts { output.write("  \\item \(escaped(text))\n") }
    output.write("\\end{itemize}\n")
  }

  mutating func table(_ table: DocumentTable) {
    let columns = table.header.indices.map { table.words.contains($0) ? "l" : "r" }.joined()
    // A table cannot end on another page than it begins on.
    for start in stride(from: 0, to: max(1, table.rows.count), by: TeXWriter.mostRows) {
      output.write("\n\\begin{tabular}{\(columns)}\n  \\hline\n")
      output.write(
        "  " + table.header.map(escaped).joined(separator: " & ") + " \\\\\n  \\hline\n")
      for row in table.rows.dropFirst(start).prefix(TeXWriter.mostRows) {
        output.write("  " + row.map(cell).joined(separator: " & ") + " \\\\\n")
      }
      output.write("  \\hline\n\\end{tabular}\n")
    }
  }

  /// Rows of a table that go on a page.
  private static var mostRows: Int { 36 }

  mutating func end() {
    if isStandalone { output.write("\n\\end{document}\n") }
  }
}
