package import Phrases
internal import ScalarBackprop

extension Symbols {
  /// What the error terms stand for, δ = −∂E/∂net; the perceptron rule claims no derivative.
  package var deltaDefinition: Phrase {
    let definition: Symbol
    let isDescent = notation.convention.deltaSign == .descent
    if isPerceptron {
      let (t, y) = (Symbol.letter(notation.target), Symbol.letter(notation.output.output))
      definition = isDescent ? .difference(t, y) : .difference(y, t)
    } else {
      let subtracts = notation.convention.subtractsThresholds
      definition = .derivative(
        of: sampleLoss, by: .letter(subtracts ? notation.sum.output : notation.net.output),
        isNegative: isDescent)
    }
    let formula: [MathPart] = [
      .symbol(.letter(notation.delta.output)), .equals, .symbol(definition),
    ]
    return Phrase("\(formula)", "\(formula)")
  }
}
