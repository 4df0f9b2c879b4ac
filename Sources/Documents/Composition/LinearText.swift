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
    let inputs = symbols.topology.nodes(ofLayer: range.lowerBound - 1)
    let outputs = symbols.topology.nodes(ofLayer: range.upperBound)
    let count = inputs.count * outputs.count
    guard count <= Derivation.mostTerms else { return [] }
    let isShown = range.count == 2 && count <= Derivation.mostWorkings
    let workings = isShown ? products(from: inputs, to: outputs, range, format) : []
    let sums = zip(outputs, map.weights.indices).map { k, row in
      let terms = zip(map.weights[row], inputs).map { weight, i in
        (weight, symbols.symbol(for: Quantity.output(i, .before)) as Symbol?)
      }
      let bias = map.biases.map { [($0[row], nil as Symbol?)] } ?? []
      let name = MathPart.symbol(symbols.symbol(for: Quantity.output(k, .before)))
      return [name, .equals] + Derivation.sum(terms + bias, format)
    }
    return (workings + sums).map { Phrase("\($0)", "\($0)") }
  }

  /// Each weight of the product of two layers: Σ_j w_kj·w_ji in symbols, in numbers, its value.
  private func products(
    from inputs: Range<Int>, to outputs: Range<Int>, _ range: ClosedRange<Int>,
    _ format: NumberFormat
  ) -> [[MathPart]] {
    let middle = symbols.topology.nodes(ofLayer: range.lowerBound)
    return outputs.flatMap { k in
      inputs.map { i in
        let pairs = middle.map { j in
          [Parameter.weight(to: k, from: j), .weight(to: j, from: i)]
            .map { Quantity.parameter(.value, $0) }
        }
        let value = pairs.reduce(0) { $0 + $1.reduce(1) { $0 * (trace[$1] ?? .nan) } }
        let symbolic = pairs.map { $0.map { [MathPart.symbol(symbols.symbol(for: $0))] } }
        let numeric = pairs.map { pair in
          pair.map { factor in
            Derivation.factor(typedText(of: factor) ?? format.text(trace[factor] ?? .nan))
          }
        }
        return Derivation.sum(symbolic) + [.equals] + Derivation.sum(numeric)
          + [.equals, .number(format.text(value))]
      }
    }
  }

  /// Products, added up.
  private static func sum(_ products: [[[MathPart]]]) -> [MathPart] {
    let terms = products.map { Array($0.joined(separator: [.times])) }
    return Array(terms.joined(separator: [.plus]))
  }

  /// A number of a product; a negative one in brackets, as it stands behind a sign.
  private static func factor(_ text: String) -> [MathPart] {
    text.hasPrefix("-") ? [.open, .number(text), .close] : [.number(text)]
  }

  /// a·x_1 − b·x_2 + c: a negative term is taken away.
  private static func sum(
    _ terms: [(number: Double, symbol: Symbol?)], _ format: NumberFormat
  ) -> [MathPart] {
    var parts: [MathPart] = []
    for term in terms {
      let isFirst = parts.isEmpty
      if !isFirst { parts.append(term.number < 0 ? .minus : .plus) }
      parts.append(.number(format.text(isFirst ? term.number : term.number.magnitude)))
      if let symbol = term.symbol { parts += [.times, .symbol(symbol)] }
    }
    return parts
  }

  /// The parameters of the closed form, each with its symbol.
  func list(_ solution: LeastSquares, _ format: NumberFormat) -> Phrase {
    let layer = symbols.topology.outputs
    let items = zip(layer, solution.neurons).flatMap { j, neuron in
      let weights = zip(symbols.topology.inputs, neuron.weights).map { i, weight in
        (Parameter.weight(to: j, from: i), weight)
      }
      let own: Parameter =
        trace.network.outputLayer.biasKind == .shared ? .shared(.bias, layer: 0, 0) : .bias(j)
      return weights + (neuron.bias.map { [(own, $0)] } ?? [])
    }
    return items.map { parameter, value in
      let quantity = Quantity.parameter(.value, parameter)
      let told = format.text(notation.convention.told(value, as: quantity))
      let formula: [MathPart] = [
        .symbol(symbols.symbol(for: quantity)), .equals, .number(told),
      ]
      return Phrase("\(formula)", "\(formula)")
    }.joined(by: .comma)
  }
}

extension [Phrase] {
  /// All of them behind each other with something between.
  fileprivate func joined(by separator: Phrase) -> Phrase {
    guard let first else { return Phrase("", "") }
    return dropFirst().reduce(first) { $0.followed(by: $1, between: separator) }
  }
}
