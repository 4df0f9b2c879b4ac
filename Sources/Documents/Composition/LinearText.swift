internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What linear layers do, as sums: y_1 = 1.5·x_1 + 0.5·x_2.

extension Derivation {
  /// More terms than this, or workings of more, would be a list nobody reads.
  private static let (mostTerms, mostWorkings) = (6, 2)

  /// Linear layers multiplied out: of two of them every product of weights, and in any case the sum
  /// that is left; nothing where it would be too long.
  func product(
    of range: ClosedRange<Int>, _ map: AffineMap?, _ format: NumberFormat
  ) -> [Phrase] {
    guard let map else { return [] }
    let inputs = symbols.nodes(ofLayer: range.lowerBound - 1)
    let outputs = symbols.nodes(ofLayer: range.upperBound)
    let count = inputs.count * outputs.count
    guard count <= Derivation.mostTerms else { return [] }
    let isShown = range.count == 2 && count <= Derivation.mostWorkings
    let workings = isShown ? products(from: inputs, to: outputs, range, format) : []
    let sums = zip(outputs, map.weights.indices).map { k, row in
      let terms = zip(map.weights[row], inputs).map { weight, i in
        (weight, symbols.symbol(for: .output(i, .before)).text as String?)
      }
      let bias = map.biases.map { [($0[row], nil as String?)] } ?? []
      let name = symbols.symbol(for: .output(k, .before)).text
      return name + " = " + Derivation.sum(terms + bias, format)
    }
    return (workings + sums).map { Phrase($0, $0) }
  }

  /// Each weight of the product of two layers: Σ_j w_kj·w_ji.
  private func products(
    from inputs: Range<Int>, to outputs: Range<Int>, _ range: ClosedRange<Int>,
    _ format: NumberFormat
  ) -> [String] {
    let text = FormulaText(self, format: format)
    let formula = Formula.series(
      .layer(range.lowerBound),
      .quantity(.parameter(.value, .weight(to: .k, from: .j)))
        * .quantity(.parameter(.value, .weight(to: .j, from: .i))))
    return outputs.flatMap { k in
      inputs.map { i in
        var indices = Indices()
        (indices.k, indices.i) = (k, i)
        let parts = [
          text.text(formula, .symbols, at: indices), text.text(formula, .numbers, at: indices),
          format.text(value(of: formula, at: indices)),
        ]
        return parts.joined(separator: " = ")
      }
    }
  }

  /// a·x_1 − b·x_2 + c: a negative term is taken away.
  private static func sum(
    _ terms: [(number: Double, symbol: String?)], _ format: NumberFormat
  ) -> String {
    var text = ""
    for term in terms {
      let isFirst = text.isEmpty
      let number = format.text(isFirst ? term.number : term.number.magnitude)
      text += isFirst ? "" : term.number < 0 ? " − " : " + "
      text += number + (term.symbol.map { "·" + $0 } ?? "")
    }
    return text
  }

  /// The parameters of the closed form, each with its symbol.
  func list(_ solution: LeastSquares, _ format: NumberFormat) -> Phrase {
    let layer = symbols.outputs
    let items = zip(layer, solution.neurons).flatMap { j, neuron in
      let weights = zip(symbols.inputs, neuron.weights).map { i, weight in
        (Parameter.weight(to: j, from: i), weight)
      }
      let own: Parameter =
        trace.network.outputLayer.biasKind == .shared ? .sharedBias(layer: 0) : .bias(j)
      return weights + (neuron.bias.map { [(own, $0)] } ?? [])
    }
    let texts = items.map { parameter, value in
      let quantity = Quantity.parameter(.value, parameter)
      return symbols.symbol(for: quantity).text + " = "
        + format.text(notation.convention.told(value, as: quantity))
    }
    return Phrase(texts.joined(separator: ", "), texts.joined(separator: "，"))
  }
}
