package import Phrases
package import ScalarBackprop

// The bare letters by which sentences name things, in the notation in use: E, a, w, δ.

extension Symbols {
  /// The loss of the whole sample, or of the batch.
  package var loss: Symbol { symbol(for: Quantity.loss(.before)) }

  /// The loss of the sample that a rule is about; of one among several it bears an s.
  var sampleLoss: Symbol { isBatch ? symbol(loss, ofSample: sampleLetter) : loss }

  /// The index letter of a sample.
  package var sampleLetter: String { numbersLosses ? notation.lossLabel : "s" }

  /// Whether the text numbers its samples below the loss: E_k.
  var numbersLosses: Bool { notation.labelsOutputLosses }

  /// The symbol of one sample's quantity: E^(2), ∂E^(2)/∂w_84; in a text that numbers samples below
  /// the loss E_2, ∂E_2/∂w.
  package func symbol(_ symbol: Symbol, ofSample number: String) -> Symbol {
    guard numbersLosses else { return symbol.ofSample(number) }
    switch symbol {
    case .letter(notation.loss, let sub, let sup, _, let isUpdated):
      let own = sub.split(separator: ",").dropFirst().first.map { number + "," + $0 } ?? number
      return .letter(notation.loss, sub: own, sup: sup, isUpdated: isUpdated)
    case .derivative(let of, let by, let isNegative):
      return .derivative(
        of: self.symbol(of, ofSample: number), by: by, isNegative: isNegative)
    case .letter, .slope, .product, .difference, .change, .state: return symbol.ofSample(number)
    }
  }

  /// Whether the symbol of one of a batch's samples bears its number: a loss, a gradient, and what is
  /// written as a derivative of the loss.
  package func bearsSample<Node>(_ quantity: QuantityAt<Node>) -> Bool {
    switch quantity {
    case .loss, .parameter(.gradient, _): true
    case .outputLoss: numbersLosses
    case .error: errorLetter == nil
    case .input, .target, .parameter, .product, .sum, .scaledSum, .net, .output, .back, .slope,
      .jacobian,
      .delta:
      false
    }
  }

  /// A letter as it is in a layer, counted from 0.
  func bare(_ letter: Notation.Letter, layer l: Int) -> Symbol {
    .letter(topology.isOutputLayer(l) ? letter.output : letter.hidden)
  }

  /// What the neurons of a layer put out.
  func output(layer l: Int) -> Symbol { bare(notation.output, layer: l) }

  /// The error terms of a layer.
  func delta(layer l: Int) -> Symbol { bare(notation.delta, layer: l) }

  /// The derivative of the loss with respect to something.
  func lossDerivative(by symbol: Symbol, isNegative: Bool = false) -> Symbol {
    .derivative(of: sampleLoss, by: symbol, isNegative: isNegative)
  }

  /// The factor from gradient to change.
  package var learningRate: Symbol { .letter(notation.learningRate) }
}

extension Formula.Constant {
  /// The number of the step, to whose power Adam raises its decays; t is a target.
  package static let stepLetter = "τ"

  /// The letter of the constant in a notation.
  package func letter(in notation: Notation) -> String {
    switch self {
    case .learningRate: notation.learningRate
    case .weightDecay: "λ"
    case .momentum: "μ"
    case .decay: "ρ"
    case .beta1, .beta1Power: notation.free("β", "ρ") + "1"
    case .beta2, .beta2Power: notation.free("β", "ρ") + "2"
    case .epsilon: "ε"
    case .outputCount: "n"
    case .sampleCount: "N"
    // m is what Adam keeps.
    case .largestNet(.before): "M"
    case .largestNet(.after): "M⁺"
    }
  }
}
