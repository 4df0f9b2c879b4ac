internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop

extension HelpPage {
  /// Every notation with its symbols, taken from the profiles themselves on a 3-4-2 network.
  var notations: String {
    guard let source = Example.named("documents"),
      let file = try? NetworkFile(parsing: Array(source.source.utf8), notations: Notation.names)
    else { return "" }
    var text = paragraph(.notationsOpening)
    for notation in Notation.profiles {
      let names = ([notation.name] + notation.aliases).joined(separator: ", ")
      text += "\n" + paragraph("\(names): \(Phrase.notationSource(notation.name)[language])")
      text += table(rows(of: notation, Symbols(of: file.network, in: notation)))
    }
    return text
  }

  private func rows(of notation: Notation, _ symbols: Symbols) -> [(String, String)] {
    let samples: [(Quantity, Phrase)] = [
      (.input(0), .inputName), (.target(7), .targetName),
      (.parameter(.value, .weight(to: 3, from: 0)), .weightName),
      (.parameter(.value, .weight(to: 7, from: 3)), .weightName),
      (
        .parameter(.value, .bias(3)),
        notation.convention.subtractsThresholds ? .thresholdName : .biasName
      ),
      (.net(3, .before), .netName), (.output(3, .before), .outputName),
      (.output(7, .before), .outputName), (.loss(.before), .lossName),
      (.delta(7), .deltaName),
    ]
    let sign = "\(notation.delta.output) = \(notation.deltaDefinition(.halfSquaredError))"
    return samples.map { (symbols.symbol(for: $0).text, $1[language]) }
      + [(notation.learningRate, Phrase.learningRateName[language]), (sign, "")]
  }
}
