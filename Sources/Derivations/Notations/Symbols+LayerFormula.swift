package import Phrases
package import ScalarBackprop

// The whole network in one line, as a text with matrices in the notation's own letters writes it.

extension Symbols {
  /// y = f(W_2·f(W_1·x)), with what f is; Zhou's is ŷ = f(W^T·f(V^T·x − γ) − θ), Nielsen's
  /// a^3 = σ(w^3·σ(w^2·x + b^2) + b^3).
  package func layerFormula(of network: Network) -> Phrase {
    let functions = functions(of: network)
    var inner: [MathPart] = [.symbol(.letter("x"))]
    for l in topology.layers.indices {
      inner =
        [.symbol(functions[l]), .open, .symbol(matrix(l)), .times] + inner + shift(l) + [.close]
    }
    let y = matrixLetter(
      notation.output.output, topology.layers.count - 1, hasLabel: notation.showsLayers)
    let formula: [MathPart] = [.symbol(y), .equals] + inner
    var parts = [Phrase.networkFormula(formula), meaning(of: functions, network)]
    let extended =
      notation.bias == nil ? topology.layers.indices.filter { topology.biases[$0] == .each } : []
    if !extended.isEmpty { parts.append(.biasesInMatrix(extended.map(matrix))) }
    return .sentences(parts)
  }

  /// f for every layer; where not all are the same, f_1, f_2 …, one for each activation.
  private func functions(of network: Network) -> [Symbol] {
    functionLabels.map { .letter(notation.function ?? "f", sub: $0) }
  }

  /// What tells the functions of the layers apart, one number for each activation.
  static func functionLabels(of network: Network) -> [String] {
    var kinds: [Activation] = []
    for layer in network.layers where layer.form.hasNets && !kinds.contains(layer.activation) {
      kinds.append(layer.activation)
    }
    return network.layers.map { layer in
      let number = (kinds.firstIndex(of: layer.activation) ?? 0) + 1
      return kinds.count == 1 ? "" : String(number)
    }
  }

  private func meaning(of functions: [Symbol], _ network: Network) -> Phrase {
    var items: [(Symbol, Phrase)] = []
    for (function, layer) in zip(functions, network.layers)
    where !items.contains(where: { $0.0 == function }) {
      items.append((function, layer.activation.noun))
    }
    return .whereFunctionsAre(items)
  }

  /// The weights of a layer: W_2, where a column leads from a node; W^T, where a row does.
  func matrix(_ l: Int) -> Symbol {
    let isLast = topology.isOutputLayer(l)
    let letter = isLast ? notation.weight.output : notation.weight.hidden
    if notation.showsLayers { return matrixLetter(letter, l, hasLabel: true) }
    let hasLabel = topology.layers.count > 1 && notation.weight.hidden == notation.weight.output
    return .letter(
      letter.uppercased(), sub: hasLabel ? String(layerNumber(l)) : "",
      sup: notation.weightLabels == .fromTo ? "T" : "")
  }

  /// What is added to the products or, of thresholds, taken away from them.
  func shift(_ l: Int) -> [MathPart] {
    let own = notation.bias ?? Notation.Letter("b")
    let letter = topology.isOutputLayer(l) ? own.output : own.hidden
    let hasLabel = topology.layers.count > 1 && own.hidden == own.output
    let sign: MathPart = notation.convention.subtractsThresholds ? .minus : .plus
    switch topology.biases[l] {
    case .absent: return []
    // Written as a weight on the constant 1, it stands in the matrix.
    case .each where notation.bias == nil: return []
    case .each where hasLabel && !notation.showsLayers:
      // θ_1 would be the bias of a neuron.
      return [sign, .symbol(.letter(letter, sup: "(\(layerNumber(l)))"))]
    case .each: return [sign, .symbol(matrixLetter(letter, l, hasLabel: hasLabel))]
    case .shared: return [sign, .symbol(sharedBias(l, isUpdated: false))]
    }
  }

  /// A letter with its layer above or below it.
  private func matrixLetter(_ letter: String, _ l: Int, hasLabel: Bool) -> Symbol {
    let number = String(layerNumber(l))
    if notation.showsLayers { return .letter(letter, sup: number) }
    return .letter(letter, sub: hasLabel ? number : "")
  }
}
