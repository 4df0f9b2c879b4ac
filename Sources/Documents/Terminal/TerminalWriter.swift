internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Writes a document into a terminal: annotated tables, headings with their reasons on the same
/// line, nothing wider than the window.
struct TerminalWriter: DocumentWriter {
  let pen: TerminalPen
  let text: FormulaText
  /// Whether something stands above the next section.
  private var hasBegun = false

  init(_ derivation: Derivation, style: TerminalStyle, to output: TextOutput) {
    pen = TerminalPen(style: style, output: output)
    text = FormulaText(derivation, format: style.format)
  }

  private var language: Language { pen.style.language }

  mutating func begin(_ title: String, remark: Wording) {
    pen.paragraph(title, .heading)
    pen.paragraph(remark.text, .remark)
    hasBegun = true
  }

  mutating func paragraph(_ text: Wording) { pen.paragraph(text.text) }

  mutating func list(_ opening: ListOpening, _ items: [ListItem]) {
    let list = pen.list(
      items.map { item in
        let condition = item.condition.map { text.condition(of: $0.formula, at: $0.indices) }
        let tail = condition.map { $0.isEmpty ? "" : " " + $0 } ?? ""
        return item.symbol.text + item.text + tail
      })
    switch opening {
    case .heading(let heading, let isApart):
      if isApart { separate() }
      pen.paragraph(list, after: heading[language], .plain)
    case .word(let word): pen.paragraph(word[language] + " " + list, indent: 1)
    }
  }

  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    separate()
    pen.paragraph(Phrase.sentences(reasons)[language], after: heading[language])
  }

  private mutating func separate() {
    if hasBegun { pen.line() }
    hasBegun = true
  }

  mutating func items(_ texts: [Wording]) {
    for text in texts { pen.item(text.text) }
  }

  mutating func reason(_ reason: Phrase) { pen.paragraph(reason[language], indent: 2, .remark) }

  mutating func derive(_ chain: [Formula], _ form: FormulaForm) {
    let parts = text.chain(chain, form)
    EquationList(pen: pen, indent: 4).write([Equation(parts[0], Array(parts.dropFirst()))])
  }

  mutating func matrices(_ formulas: [MatrixFormula]) {
    for formula in formulas {
      let lines = MatrixText.lines(
        formula, width: pen.style.width - 2, isASCII: pen.style.isASCII)
      for line in lines {
        pen.pad(2)
        pen.line(line)
      }
    }
  }

  mutating func equations(_ lines: EquationLines) {
    EquationList(pen: pen).write(lines.map(equation))
  }

  private func equation(_ line: EquationLine) -> Equation {
    let step = line.step
    let symbol = text.derivation.symbol(of: step).text
    let value = text.number(step)
    guard let formula = line.rule.formula else { return Equation(symbol, [value]) }
    return Equation(
      symbol,
      [
        line.rule.isOwnName || line.isRepeated
          ? "" : text.text(formula, .symbols, at: step.indices),
        text.text(formula, .numbers, at: step.indices), value,
      ])
  }

  mutating func table(_ table: DocumentTable) {
    let rows = table.rows.map { row in
      row.map { cell in
        switch cell {
        case .symbol(let symbol): symbol.text
        case .negative(let symbol): "−" + symbol.text
        case .text(let text), .value(let text, _): text
        }
      }
    }
    TerminalTable(header: table.header, rows: rows, words: table.words).write(with: pen)
  }

  mutating func end() {}
}
