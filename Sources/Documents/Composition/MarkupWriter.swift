internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A writer of text with mathematics between dollar signs: what Markdown and TeX have in common.
protocol MarkupWriter: DocumentWriter {
  associatedtype Glyphs: MathGlyphs
  var output: TextOutput { get }
  var language: Language { get }
  var formulas: FormulaWriter<Glyphs> { get }
  /// Text that shows as it is.
  func escaped(_ text: String) -> String
  /// A sentence with its mathematics.
  func escaped(_ wording: Wording) -> String
  /// A number among words, or a word that stands for one.
  func number(_ text: String) -> String
  /// What keeps mathematics apart from punctuation of the language that has no space by itself.
  static var gap: String { get }
  /// The line that opens a section.
  func heading(_ text: String) -> String
  /// Lines of steps, none of them given and at least one.
  mutating func derivedEquations(_ lines: EquationLines)
}

extension MarkupWriter {
  mutating func paragraph(_ text: Wording) { output.write("\n\(escaped(text))\n") }

  mutating func reason(_ reason: Phrase) { paragraph(reason.wording(in: language)) }

  mutating func section(_ heading: Phrase, _ reasons: [Phrase]) {
    output.write("\n\(self.heading(heading[language]))\n")
    if !reasons.isEmpty { reason(.sentences(reasons)) }
  }

  mutating func list(_ opening: ListOpening, _ items: [ListItem]) {
    switch opening {
    case .heading(let heading, _): output.write("\n\(self.heading(heading[language]))\n\n")
    case .word(let word): output.write("\n\(escaped(word[language])) ")
    }
    output.write(items.map(text).joined(separator: separator) + "\n")
  }

  private func text(_ item: ListItem) -> String {
    let condition = item.condition.map { formulas.condition(of: $0.formula, at: $0.indices) } ?? ""
    return math(item.symbol) + escaped(item.text)
      + (condition.isEmpty ? "" : " $\(condition)$" + Self.gap)
  }

  /// What stands between the items of a list, which begin with mathematics.
  private var separator: String { language.listSeparator(gap: Self.gap) }

  /// What is given goes behind each other, what follows from it below each other.
  mutating func equations(_ lines: EquationLines) {
    guard let first = lines.first else { return }
    guard first.rule.formula == nil else { return derivedEquations(lines) }
    var opening = "\n"
    for line in lines {
      output.write { buffer in
        buffer.append(opening)
        math(formulas.derivation.symbol(of: line.step), into: &buffer)
        buffer.append(" = ")
        buffer.append(number(formulas.number(line.step)))
      }
      opening = separator
    }
    output.write("\n")
  }

  func cell(_ cell: DocumentTable.Cell) -> String {
    switch cell {
    case .symbol(let symbol): math(symbol)
    case .negative(let symbol): math(symbol, isNegative: true)
    case .text(let text), .value(let text, _): number(text)
    }
  }

  func number(_ text: String) -> String { escaped(text) }

  /// A symbol within text.
  func math(_ symbol: Symbol, isNegative: Bool = false) -> String {
    var buffer = TextBuffer()
    math(symbol, isNegative: isNegative, into: &buffer)
    return buffer.text
  }

  private func math(_ symbol: Symbol, isNegative: Bool = false, into buffer: inout TextBuffer) {
    buffer.append(UInt8(ascii: "$"))
    if isNegative { Glyphs.mark(.negation, into: &buffer) }
    Glyphs.symbol(symbol, into: &buffer)
    buffer.append(UInt8(ascii: "$"))
  }
}

extension Language {
  /// What stands between the items of a list; behind it mathematics may begin.
  func listSeparator(gap: String) -> String {
    let separator = Phrase.listSeparator[self]
    return separator.hasSuffix(" ") ? separator : separator + gap
  }
}
