public import Phrases
internal import ScalarBackprop

// The bare letters by which sentences name things, in the notation in use: E, a, w, δ.

extension Symbols {
  /// The loss of the whole sample.
  public var loss: Symbol { symbol(for: Quantity.loss(.before)) }

  /// A letter as it is in a layer, counted from 0.
  func bare(_ letter: Notation.Letter, layer l: Int) -> Symbol {
    .letter(l == layers.count - 1 ? letter.output : letter.hidden)
  }

  /// What the neurons of a layer put out.
  func output(layer l: Int) -> Symbol { bare(notation.output, layer: l) }

  /// The error terms of a layer.
  func delta(layer l: Int) -> Symbol { bare(notation.delta, layer: l) }

  /// The derivative of the loss with respect to something.
  func lossDerivative(by symbol: Symbol, isNegative: Bool = false) -> Symbol {
    .derivative(of: loss, by: symbol, isNegative: isNegative)
  }

  /// The factor from gradient to change.
  public var learningRate: Symbol { .letter(notation.learningRate) }
}

extension Formula.Constant {
  /// The letter of the constant in a notation.
  public func letter(in notation: Notation) -> String {
    switch self {
    case .learningRate: notation.learningRate
    case .weightDecay: "λ"
    case .momentum: "μ"
    case .decay: "ρ"
    case .beta1, .beta1Power: "β1"
    case .beta2, .beta2Power: "β2"
    case .epsilon: "ε"
    case .outputCount: "n"
    case .sampleCount: "N"
    case .largestNet(.before): "m"
    case .largestNet(.after): "m⁺"
    }
  }
}
