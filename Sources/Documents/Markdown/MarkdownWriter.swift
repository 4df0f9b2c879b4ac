internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Writes a document as Markdown whose mathematics survives GitHub, GitLab, VS Code, Jupyter,
/// Obsidian and pandoc alike: `$…$` and one-line `$$` blocks of portable TeX.
struct MarkdownWriter: MarkupWriter {
  typealias Glyphs = TeXGlyphs<PortableFlavour>

  let output: TextOutput
  let language: Language
  let formulas: FormulaWriter<Glyphs>
  /// The name of the diagram's file, as bytes; `nil` where there is none.
  let picture: [UInt8]?

  init(
    _ derivation: Derivation, language: Language, format: NumberFormat, picture: [UInt8]? = nil,
    to output: TextOutput
  ) {
    self.picture = picture
    self.output = output
    self.language = language
    formulas = FormulaWriter(derivation, format: format)
  }

  static var gap: String { " " }

  func escaped(_ text: String) -> String { text.inMarkdown }

  func escaped(_ wording: Wording) -> String { wording.inMarkdown }

  func heading(_ text: String) -> String { "## \(text.inMarkdown)" }

  mutating func begin(_ title: String, remark: Wording) {
    output.write("# \(title.inMarkdown)\n\n\(remark.inMarkdown)\n")
    if let picture {
      output.write("\n![\(Phrase.diagram[language])](\(MarkdownWriter.link(to: picture)))\n")
    }
  }

  /// A file's name as an address: what is not plain is spelt %20.
  private static func link(to name: [UInt8]) -> String {
    name.map { byte in
      if byte.isASCIILetter || byte.isDigit || "-_.".utf8.contains(byte) {
        return String(UnicodeScalar(byte))
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  mutating func derive(_ chain: [Formula], _ form: FormulaForm) {
    let parts = formulas.chain(chain, form)
    output.write("\n$$\n\(parts.joined(separator: " = "))\n$$\n")
  }

  /// Those of several rows as text, as no way to write them in TeX survives all readers of Markdown.
  mutating func matrices(_ formulas: [MatrixFormula]) {
    for formula in formulas {
      if formula.isOneLine {
        output.write { buffer in
          buffer.append("\n$$\n")
          for (n, side) in formula.sides.enumerated() {
            if n > 0 { Glyphs.mark(.equals, into: &buffer) }
            Glyphs.side(side, into: &buffer)
          }
          buffer.append("\n$$\n")
        }
      } else {
        let lines = MatrixText.lines(formula, width: MarkdownWriter.textWidth, isASCII: false)
        output.write("\n```text\n" + lines.map { $0 + "\n" }.joined() + "```\n")
      }
    }
  }

  /// What fits on a page without scrolling.
  private static let textWidth = 88

  mutating func derivedEquations(_ lines: EquationLines) {
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
    Glyphs.symbol(formulas.derivation.symbol(of: step), into: &buffer)
    let name = start..<buffer.bytes.count
    if line.showsSymbols {
      buffer.append(" = ")
      formulas.write(formula, .symbols, at: step.indices, into: &buffer)
    }
    if buffer.bytes.count - start > MarkdownWriter.longFormula {
      buffer.append("\n$$\n\n$$\n")
      buffer.bytes += Array(buffer.bytes[name])
    }
    buffer.append(" = ")
    formulas.write(numbersAndResultOf: step, formula, into: &buffer)
    buffer.append("\n$$\n")
  }

  /// A formula of more TeX than this gets a line of its own, the numbers the next one.
  private static let longFormula = 110

  mutating func table(_ table: DocumentTable) {
    let header = table.header.map(escaped)
    output.write("\n" + MarkdownTable.opening(header, words: table.words))
    for cells in table.rows { output.write(MarkdownTable.row(cells.map(cell))) }
  }

  mutating func items(_ texts: [Wording]) {
    output.write("\n" + texts.map { "- \(escaped($0))\n" }.joined())
  }

  mutating func end() {}
}
