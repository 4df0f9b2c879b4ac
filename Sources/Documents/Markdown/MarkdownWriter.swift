internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Writes a document as Markdown whose mathematics survives GitHub, GitLab, VS Code, Jupyter,
/// Obsidian and pandoc alike: `$…$` and one-line `$$` blocks of portable TeX.
struct MarkdownWriter: DocumentWriter {
  typealias Glyphs = TeXGlyphs<PortableFlavour>

  let output: TextOutput
  let language: Language
  let formulas: FormulaWriter<Glyphs>
  let symbols: Symbols

  init(_ derivation: Derivation, language: Language, format: NumberFormat, to output: TextOutput) {
    self.output = output
    self.language = language
    formulas = FormulaWriter(derivation, format: format)
    symbols = derivation.symbols
  }

  mutating func begin(_ title: String, remark: String) {
    output.write("# \(title.inMarkdown)\n\n\(remark.inMarkdown)\n")
  }

  mutating func paragraph(_ text: String) { output.write("\n\(text.inMarkdown)\n") }

  mutating func list(_ opening: ListOpening, _ items: [ListItem]) {
    switch opening {
    case .heading(let heading, _): output.write("\n## \(heading[language].inMarkdown)\n\n")
    case .word(let word): output.write("\n\(word[language].inMarkdown) ")
    }
    output.write(items.map(text).joined(separator: Phrase.listSeparator[language]) + "\n")
  }

  private func text(_ item: ListItem) -> String {
    guard let (formula, indices) = item.condition else {
      return math(item.symbol) + item.text.inMarkdown
    }
    let condition = formulas.condition(of: formula, at: indices)
    return math(item.symbol) + item.text.inMarkdown + (condition.isEmpty ? "" : " $\(condition)$")
  }

  private func math(_ symbol: Symbol, isNegative: Bool = false) -> String {
    var buffer = TextBuffer()
    if isNegative { Glyphs.mark(.negation, into: &buffer) }
    Glyphs.symbol(symbol, into: &buffer)
    return "$\(buffer.text)$"
  }

  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    output.write("\n## \(heading[language].inMarkdown)\n")
    let space = language == .chinese ? "" : " "
    if !reasons.isEmpty { paragraph(reasons.map { $0[language] }.joined(separator: space)) }
  }

  mutating func reason(_ reason: Phrase) { paragraph(reason[language]) }

  mutating func explain(_ explanation: [Explanation], layer: Int) {
    for part in explanation {
      switch part {
      case .say(let phrase): paragraph(phrase[language])
      case .show(let chain):
        let parts = formulas.chain(chain, layer: layer)
        output.write("\n$$\n\(parts.joined(separator: " = "))\n$$\n")
      }
    }
  }

  mutating func equations(_ lines: [EquationLine]) {
    let givens = lines.filter { $0.rule.formula == nil }.map { line in
      let number = formulas.number(line.step.quantity, line.step.value)
      return math(symbols.symbol(for: line.step.quantity)) + " = \(number)"
    }
    if !givens.isEmpty {
      output.write("\n\(givens.joined(separator: Phrase.listSeparator[language]))\n")
    }
    for line in lines {
      if let formula = line.rule.formula { output.write { write(line, formula, into: &$0) } }
    }
  }

  private func write(
    _ line: EquationLine, _ formula: Formula, into buffer: inout TextBuffer
  ) {
    let step = line.step
    buffer.append("\n$$\n")
    let start = buffer.bytes.count
    Glyphs.symbol(symbols.symbol(for: step.quantity), into: &buffer)
    let name = Array(buffer.bytes[start...])
    buffer.append(" = ")
    let formulaStart = buffer.bytes.count
    formulas.write(formula, .symbols, at: step.indices, into: &buffer)
    if buffer.bytes[formulaStart...].elementsEqual(name) {
      // A product is its own name.
      buffer.bytes.removeSubrange((formulaStart - 3)...)
    } else if buffer.bytes.count - start > MarkdownWriter.longFormula {
      buffer.append("\n$$\n\n$$\n")
      buffer.bytes += name
    }
    buffer.append(" = ")
    formulas.write(formula, .numbers, at: step.indices, into: &buffer)
    buffer.append(" = ")
    Glyphs.number(formulas.number(step.quantity, step.value), into: &buffer)
    buffer.append("\n$$\n")
  }

  /// A formula of more TeX than this gets a line of its own, the numbers the next one.
  private static let longFormula = 110

  mutating func table(_ table: DocumentTable) {
    let rules = table.header.indices.map { table.words.contains($0) ? ":--" : "--:" }
    output.write("\n" + row(table.header.map(\.inMarkdown)) + row(rules))
    for cells in table.rows { output.write(row(cells.map(text))) }
  }

  private func text(_ cell: DocumentTable.Cell) -> String {
    switch cell {
    case .symbol(let symbol): math(symbol)
    case .negative(let symbol): math(symbol, isNegative: true)
    case .text(let text): text.inMarkdown
    }
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  mutating func end() {}
}
