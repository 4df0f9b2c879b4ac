internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop

extension HelpPage {
  /// Every notation with its symbols, taken from the profiles themselves on a 3-4-2 network.
  var notations: String {
    guard let source = Example.named("documents"),
      let file = try? NetworkFile(
        parsing: Array(source.source().utf8), notations: Notation.names)
    else { return "" }
    var text = paragraph(.notationsOpening)
    for notation in Notation.profiles {
      let heading = Phrase.notationHeading([notation.name] + notation.aliases, notation.source)
      text += "\n" + paragraph(heading)
      text += table(rows(of: notation, Symbols(of: file.network, in: notation)))
    }
    return text
  }

  private func rows(of notation: Notation, _ symbols: Symbols) -> [(String, String)] {
    let subtracts = notation.convention.subtractsThresholds
    let bias: Phrase = subtracts ? .thresholdName : .biasName
    let sums: [(Quantity, Phrase)] =
      subtracts
      ? [(.sum(3, .before), .hidden(.sumName)), (.sum(7, .before), .ofOutputLayer(.sumName))] : []
    let samples: [(Quantity, Phrase)] =
      [
        (.input(0), .inputName), (.target(7), .targetName),
        (.parameter(.value, .weight(to: 3, from: 0)), .hidden(.weightName)),
        (.parameter(.value, .weight(to: 7, from: 3)), .ofOutputLayer(.weightName)),
        (.parameter(.value, .bias(3)), .hidden(bias)),
        (.parameter(.value, .bias(7)), .ofOutputLayer(bias)),
      ] + sums + [
        (.net(3, .before), .netName), (.output(3, .before), .hidden(.outputName)),
        (.output(7, .before), .ofOutputLayer(.outputName)), (.loss(.before), .lossName),
        (.delta(3), .hidden(.deltaName)), (.delta(7), .ofOutputLayer(.deltaName)),
      ]
    return samples.map { (symbols.symbol(for: $0).text, $1[language]) }
      + [
        (notation.learningRate, Phrase.learningRateName[language]),
        (symbols.deltaDefinition[language], ""),
      ]
  }
}
