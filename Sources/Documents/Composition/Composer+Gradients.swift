internal import Derivations
internal import Phrases
internal import ScalarBackprop

extension Composer {
  /// Every gradient beside its central difference, where that is asked for.
  mutating func tellGradientCheck() {
    guard let check = gradientCheck else { return }
    section(.gradcheckHeading, [GradientCheck.reason(symbols)])
    var table = DocumentTable(header: GradientCheck.header(language), words: GradientCheck.words)
    for row in check.rows {
      let symbol = symbols.symbol(for: .parameter(.value, row.parameter))
      let cells = row.cells(symbols, numbers.format, language)
      table.rows.append([.symbol(symbol)] + cells.map { .text($0) })
    }
    writer.table(table)
    writer.paragraph(check.ending.wording(in: language))
    let kinks = check.kinks(symbols) {
      symbols.symbol(for: .parameter(.value, $0)).text
    }
    if !kinks.isEmpty { writer.items(kinks.map { $0.wording(in: language) }) }
  }
}
