package import Phrases
internal import ScalarBackprop

// What texts with vectors and matrices call a whole layer's numbers, in the notation's own letters.

extension Symbols {
  /// A number of every neuron of a layer.
  package enum LayerVector: Hashable, Sendable {
    case nets, outputs, deltas, targets, errors
  }

  /// The vector of a layer's numbers, one for each neuron: net^(1), a^2, δ^(2); of the inputs x. The
  /// layer stands above, as a number below would be a neuron's.
  ///
  /// - Parameter l: −1 for the inputs, else a layer counted from 0.
  package func vector(_ vector: LayerVector, layer l: Int) -> Symbol {
    guard l >= 0 else { return .letter(notation.showsLayers ? "a" : "x", sup: layerAbove(-1)) }
    let isLast = topology.isOutputLayer(l)
    switch vector {
    case .targets: return .letter(notation.target)
    case .errors:
      if let errorLetter { return .letter(errorLetter) }
      return .derivative(
        of: loss, by: self.vector(.outputs, layer: l),
        isNegative: notation.convention.deltaSign == .descent)
    case .nets:
      guard notation.convention.subtractsThresholds else { return letter(notation.net, l) }
      let sum = letter(notation.sum, l)
      return biases(ofLayer: l).map { .difference(sum, $0) } ?? sum
    case .deltas: return letter(notation.delta, l)
    case .outputs:
      let hasOwn = notation.output.hidden != notation.output.output
      return isLast && hasOwn && !notation.showsLayers
        ? .letter(notation.output.output) : letter(notation.output, l, isSplit: hasOwn)
    }
  }

  /// A letter with its layer above it, where more than one layer has it.
  private func letter(_ letter: Notation.Letter, _ l: Int, isSplit: Bool = false) -> Symbol {
    let base = topology.isOutputLayer(l) ? letter.output : letter.hidden
    let isShared = letter.hidden == letter.output
    let count = topology.layers.count
    let hasMark = notation.showsLayers || (isShared ? count > 1 : count > 2)
    return .letter(base, sup: hasMark ? layerAbove(l) : "")
  }

  private func layerAbove(_ l: Int) -> String {
    if notation.showsLayers { return String(layerNumber(l)) }
    return l < 0 ? "" : "(\(layerNumber(l)))"
  }

  /// The row of weights that lead to a neuron: w_8; with its bias at the end where that is written as
  /// a weight.
  package func row(of neuron: Int) -> Symbol {
    let l = topology.layer(of: neuron)
    let letter = topology.isOutputLayer(l) ? notation.weight.output : notation.weight.hidden
    return .letter(letter, sub: names[neuron].label, sup: names[neuron].layerMark)
  }

  /// The matrix of a layer's weights with a row for each neuron: W_2; in texts whose matrices lead the
  /// other way W^T.
  package func weights(ofLayer l: Int) -> Symbol { matrix(l) }

  /// The text's own matrix of a layer's weights, whichever way it leads: W_2.
  package func ownWeights(ofLayer l: Int) -> Symbol {
    guard hasRowsOfSenders, case .letter(let base, let sub, _, _, _) = matrix(l) else {
      return matrix(l)
    }
    return .letter(base, sub: sub)
  }

  /// Whether the texts' matrices have a row for each sender.
  package var hasRowsOfSenders: Bool { notation.weightLabels == .fromTo }

  /// The biases of a layer: b^2, θ^(1); `nil` where it has none, or where they stand in the matrix.
  package func biases(ofLayer l: Int) -> Symbol? {
    shift(l).lazy.compactMap { part in
      if case .symbol(let symbol) = part { symbol } else { nil }
    }.first
  }

  /// Whether a layer's biases stand in its matrix as a last column.
  package func extendsMatrix(ofLayer l: Int) -> Bool {
    notation.bias == nil && topology.biases[l] == .each
  }

  /// f of a layer.
  package func function(ofLayer l: Int) -> Symbol {
    .letter(notation.function ?? "f", sub: functionLabels[l])
  }
}
