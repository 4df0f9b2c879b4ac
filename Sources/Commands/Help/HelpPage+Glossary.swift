internal import Derivations
internal import Phrases

extension HelpPage {
  /// The words of the field with their meanings, and their letters in the default notation.
  var glossary: String {
    let notation = Notation.documents
    func letter(_ text: String) -> Symbol { .letter(text) }
    let letters = GlossaryEntry.Letters(
      net: letter(notation.net.output), target: letter(notation.target),
      loss: letter(notation.loss), error: letter(notation.error ?? ""),
      delta: letter(notation.delta.output), rate: letter(notation.learningRate))
    let rows = GlossaryEntry.all(letters).map { ($0.name[language], $0.explanation[language]) }
    return paragraph(.glossaryOpening) + "\n" + table(rows)
  }
}
