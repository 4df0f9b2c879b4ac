internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Writes a document as one HTML file: MathML, the network as SVG, and the arrow keys to go from
/// step to step. Every step's element bears its quantity's id as `data-id`.
struct HTMLWriter: DocumentWriter {
  typealias Glyphs = MathMLGlyphs

  let derivation: Derivation
  let language: Language
  let output: TextOutput
  let formulas: FormulaWriter<Glyphs>
  let plain: FormulaText
  let diagram: NetworkDiagram
  private var isInSection = false
  /// The frame, once the title is known.
  private var page: HTMLPage?

  init(_ derivation: Derivation, language: Language, format: NumberFormat, to output: TextOutput) {
    self.derivation = derivation
    self.language = language
    self.output = output
    formulas = FormulaWriter(derivation, format: format)
    plain = FormulaText(derivation, format: format)
    diagram = NetworkDiagram(derivation, language: language, format: format)
  }

  private var symbols: Symbols { derivation.symbols }

  mutating func begin(_ title: String, remark: Wording) {
    let page = HTMLPage(
      language: language, title: title,
      style: PageStyle.common + PageStyle.derivation + diagram.style,
      script: PageScript.stepping)
    self.page = page
    output.write(page.opening)
    output.write("<header>\n<h1>\(title.inXML)</h1>\n")
    output.write("<p class=\"remark\">\(remark.inXML)</p>\n</header>\n")
    output.write("<div class=\"page\(diagram.pageKind.map { " " + $0 } ?? "")\">\n")
    output.write("<figure>\n")
    diagram.write(title: title, isWithinPage: true, to: output)
    output.write("</figure>\n<main>\n")
  }

  mutating func end() {
    closeSection()
    let words = [Phrase.stepBack, .steppingHint, .stepOn].map { $0[language].inXML }
    output.write(
      """
      </main>
      </div>
      <nav hidden>
      <button type="button" data-go="back" aria-label="\(words[0])">←</button>
      <output aria-live="polite">\(words[1])</output>
      <select aria-label="\(Phrase.jumpToSection[language].inXML)"></select>
      <button type="button" data-go="on" aria-label="\(words[2])">→</button>
      </nav>

      """)
    output.write(page?.closing ?? "")
  }

  mutating func paragraph(_ text: Wording) { output.write("<p>\(text.inXML)</p>\n") }

  mutating func items(_ texts: [Wording]) {
    output.write("<ul>\n")
    for text in texts { output.write("<li>\(text.inXML)</li>\n") }
    output.write("</ul>\n")
  }

  mutating func reason(_ reason: Phrase) {
    output.write("<p class=\"reason\">\(reason.wording(in: language).inXML)</p>\n")
  }

  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    closeSection()
    output.write("<section>\n<h2>\(heading[language].inXML)</h2>\n")
    isInSection = true
    for phrase in reasons { reason(phrase) }
  }

  private mutating func closeSection() {
    if isInSection { output.write("</section>\n") }
    isInSection = false
  }

  mutating func list(_ opening: ListOpening, _ items: [ListItem]) {
    switch opening {
    case .heading(let heading, _): section(heading, [])
    case .word(let word): reason(word)
    }
    output.write("<p>\n")
    for item in items { output.write { write(item, into: &$0) } }
    output.write("</p>\n")
  }

  private func write(_ item: ListItem, into buffer: inout TextBuffer) {
    open("span", "given", item.quantity, into: &buffer)
    write(item.symbol, into: &buffer)
    buffer.append(item.text.inXML)
    if let (formula, indices) = item.condition {
      let condition = formulas.condition(of: formula, at: indices)
      if !condition.isEmpty { buffer.append("<math>", condition, "</math>") }
    }
    buffer.append("</span>\n")
  }

  mutating func derive(_ chain: [Formula], _ form: FormulaForm) {
    let parts = formulas.chain(chain, form)
    let texts = plain.chain(chain, form)
    output.write { buffer in
      buffer.append("<div class=\"equation rule\">")
      for (n, part) in parts.enumerated() {
        write(alternative: texts.indices.contains(n) ? texts[n] : "", into: &buffer) {
          if n > 0 { Glyphs.mark(.equals, into: &$0) }
          $0.append(part)
        }
      }
      buffer.append("</div>\n")
    }
  }

  mutating func matrices(_ formulas: [MatrixFormula]) {
    for formula in formulas {
      output.write { buffer in
        buffer.append("<div class=\"equation rule\">")
        for (n, side) in formula.sides.enumerated() {
          var alternative = TextBuffer()
          PlainGlyphs.side(side, into: &alternative)
          write(alternative: (n > 0 ? "= " : "") + alternative.text, into: &buffer) {
            if n > 0 { Glyphs.mark(.equals, into: &$0) }
            Glyphs.side(side, into: &$0)
          }
        }
        buffer.append("</div>\n")
      }
    }
  }

  /// What is given goes behind each other, what follows from it below each other.
  mutating func equations(_ lines: EquationLines) {
    let isGiven = lines.allSatisfy { $0.rule.formula == nil }
    if isGiven { output.write("<p>\n") }
    for line in lines { output.write { write(line, into: &$0) } }
    if isGiven { output.write("</p>\n") }
  }

  private func write(_ line: EquationLine, into buffer: inout TextBuffer) {
    let step = line.step
    let value = formulas.number(step)
    let symbol = derivation.symbol(of: step)
    guard let formula = line.rule.formula else {
      let item = ListItem(quantity: step.quantity, symbol: symbol, text: " = " + value)
      return write(item, into: &buffer)
    }
    open("div", "equation", line.isAside ? nil : step.quantity, into: &buffer)
    write(symbol, into: &buffer)
    for form in line.showsSymbols ? [FormulaForm.symbols, .numbers] : [.numbers] {
      let text = plain.text(formula, form, at: step.indices)
      // What the numbers come to follows anyway.
      if form == .numbers, text == value { continue }
      write(alternative: "= " + text, into: &buffer) {
        Glyphs.mark(.equals, into: &$0)
        formulas.write(formula, form, at: step.indices, into: &$0)
      }
    }
    write(alternative: "= " + value, into: &buffer) {
      Glyphs.mark(.equals, into: &$0)
      Glyphs.number(value, into: &$0)
    }
    buffer.append("</div>\n")
  }

  /// A symbol within text.
  private func write(_ symbol: Symbol, isNegative: Bool = false, into buffer: inout TextBuffer) {
    write(alternative: (isNegative ? "−" : "") + symbol.text, into: &buffer) {
      if isNegative { Glyphs.mark(.negation, into: &$0) }
      Glyphs.symbol(symbol, into: &$0)
    }
  }

  /// Mathematics, and what it says for those who see none.
  private func write(
    alternative: String, into buffer: inout TextBuffer, _ body: (inout TextBuffer) -> Void
  ) {
    buffer.append("<math displaystyle=\"true\" alttext=\"", alternative.inXML, "\"><mrow>")
    body(&buffer)
    buffer.append("</mrow></math>")
  }

  /// The opening of an element that is about a quantity.
  private func open(
    _ tag: String, _ kind: String, _ quantity: Quantity?, into buffer: inout TextBuffer
  ) {
    buffer.append("<" + tag, kind.isEmpty ? "" : " class=\"\(kind)\"")
    if let quantity { buffer.append(" data-id=\"", symbols.id(of: quantity).inXML, "\"") }
    buffer.append(">")
  }

  mutating func table(_ table: DocumentTable) {
    output.write(HTMLTable.opening(table.header.map(\.inXML), words: table.words))
    for row in table.rows {
      let cells = row.enumerated().map { column, content in
        cell(content, kind: table.words.contains(column) ? "word" : "")
      }
      output.write(HTMLTable.row(cells))
    }
    output.write(HTMLTable.closing)
  }

  private func cell(_ cell: DocumentTable.Cell, kind: String) -> HTMLTable.Cell {
    switch cell {
    case .symbol(let symbol), .negative(let symbol):
      var buffer = TextBuffer()
      write(symbol, isNegative: cell.isNegative, into: &buffer)
      return HTMLTable.Cell(content: buffer.text, kind: kind)
    case .value(let text, let quantity):
      return HTMLTable.Cell(content: text.inXML, kind: kind, quantity: symbols.id(of: quantity))
    case .text(let text): return HTMLTable.Cell(content: text.inXML, kind: kind)
    }
  }
}
