internal import Derivations
internal import Phrases
internal import ScalarBackprop

extension Composer {
  /// The document's symbols beside those of the default notation, where they are others.
  mutating func tellSymbols() {
    let other = Symbols(of: trace.network, in: .documents)
    guard symbols.notation.name != other.notation.name else { return }
    section(.symbolTable, [])
    var table = DocumentTable(
      header: [symbols.notation.name, other.notation.name] + words(.quantity), words: [0, 1, 2])
    for block in derivation.blocks where isNamed(block) {
      let rule = derivation.rule(of: block)
      let shown = block.count <= Composer.longBlock ? block.count : 3
      for n in 0..<shown {
        let quantity = trace.quantity(n, of: block)
        let symbol = other.symbol(for: quantity)
        let isTurned =
          trace.convention.turns(quantity) != other.notation.convention.turns(quantity)
        table.rows.append([
          .symbol(symbols.symbol(for: quantity)), isTurned ? .negative(symbol) : .symbol(symbol),
          .text(rule.name[language]),
        ])
      }
      if shown < block.count { table.rows.append([.text("…"), .text("…"), .text("")]) }
    }
    let rates = (symbols.notation.learningRate, other.notation.learningRate)
    table.rows.append([
      .symbol(.letter(rates.0)), .symbol(.letter(rates.1)),
      .text(Phrase.learningRateName[language]),
    ])
    writer.table(table)
  }

  /// A block with more quantities is represented by its first three.
  private static let longBlock = 12

  /// Whether the quantities have symbols that others are made of; those of a batch's samples are the
  /// same for all.
  private func isNamed(_ block: Block) -> Bool {
    guard block.sample ?? 0 == 0 else { return false }
    return switch block.kind {
    case .loss(.before): !trace.isBatch || block.sample == nil
    case .inputs, .targets, .parameters(.value, _), .sums(.before), .nets(.before),
      .outputs(.before), .deltas:
      true
    case .parameters, .products, .sums, .scaledSums, .nets, .outputs, .outputLosses, .loss, .backs,
      .errors,
      .slopes, .jacobian:
      false
    }
  }
}
