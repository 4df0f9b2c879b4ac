package import Derivations
internal import Phrases
internal import Texts

/// The lines of a worksheet that are no answers: its title, the network in words, what is to be done,
/// and the numbers of the update that it gives.
package struct WorksheetProse: Sendable {
  /// Whole lines.
  private var lines: Set<String> = []
  /// What other lines begin with.
  private var beginnings: [String] = []
  /// What the numbers of the update are called.
  package let constants: Set<String>

  /// Takes the step that worksheets are about.
  package init(_ derivation: Derivation) {
    constants = derivation.namesOfConstants
    for language in Language.allCases {
      let sheet = Worksheet(
        derivation, language: language, format: .significant(6), title: "", network: "",
        Worksheet.Form())
      lines.formUnion(sheet.description.flatMap { [$0.text, $0.inMarkdown] })
      let notation = Phrase.notationLine(
        derivation.notation.name, derivation.symbols.deltaDefinition)
      beginnings.append(notation[language])
      for isKey in [false, true] {
        beginnings.append(Phrase.worksheetTitle("", isKey: isKey)[language])
      }
    }
    lines.formUnion(lines.map(\.inASCII))
    beginnings += beginnings.map(\.inASCII)
  }

  /// Whether a line is one of them.
  package func contains(_ line: String) -> Bool {
    let text = line.trimmed
    return lines.contains(text) || beginnings.contains { text.hasPrefix($0) }
  }
}
