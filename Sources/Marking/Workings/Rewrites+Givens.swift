internal import Derivations
internal import ScalarBackprop
internal import Sheets
internal import Texts

// What is made of given numbers: copied wrongly, or put where another belongs.

extension Workings {
  /// Given numbers of the step copied wrongly: two digits exchanged, or another weight of the layer
  /// where no other rewrite takes it.
  func miscopies(_ right: Calculation, _ quantity: Quantity, sample: Int?) -> [Rewrite] {
    let givens = right.operands.filter { isGiven(trace.place($0, sample: sample)) }
    return givens.flatMap { given in
      exchanges(of: trace.place(given, sample: sample)).map { value in
        Rewrite(
          misconception: .givenMiscopied, calculation: right.setting(given, to: value), place: given
        )
      }
        + others(than: given, for: quantity).map { other in
          Rewrite(
            misconception: .givenMiscopied, calculation: right.replacing([given: other]),
            place: given, used: other)
        }
    }
  }

  /// The values of a given number with two neighbouring digits exchanged, as it was typed.
  private func exchanges(of given: Place) -> [Double] {
    let value = exact(given)
    let typed = derivation.typedText(of: given.quantity, sample: given.sample)
    let text = typed ?? NumberFormat.significant(15).text(value)
    guard let number = try? WrittenNumber(text), number.significantDigits ?? 9 <= 6 else {
      return []
    }
    // Nobody exchanges the 0 before the point.
    return number.exchanges.filter { abs($0) < 1 || abs(value) >= 1 }
  }

  /// The other weights of the layer where a weight of another row and column may be taken.
  private func others(than given: Quantity, for quantity: Quantity) -> [Quantity] {
    guard case .parameter(.value, .weight(let j, let i)) = given else { return [] }
    let corner = transposed(j, i)
    switch quantity {
    case .product, .back:
      return neighbours(of: j).flatMap { k -> [Quantity] in
        let isBack = if case .back = quantity { true } else { false }
        return ([i] + neighbours(of: i)).filter { l in
          // Those of the same row, of a column on the way back, and the corner have names.
          !(isBack && l == i) && !(corner?.j == k && corner?.i == l)
        }.map { weight(k, $0, .before) }
      }.prefix(12).map { $0 }
    case .parameter(.new, _):
      return neighbours(of: i).map { weight(j, $0, .before) }
        + neighbours(of: j).map { weight($0, i, .before) }
    default: return []
    }
  }

  /// The bias times an input, and its weight added.
  func exchangesWithBias(
    _ right: Calculation, _ bias: Quantity, _ j: Int, _ pass: Pass
  ) -> [Rewrite] {
    let sign = trace.convention.subtractsThresholds ? -1.0 : 1.0
    return symbols.topology.sources(of: j).prefix(12).map { i in
      let (weight, source) = (weight(j, i, pass), given(.output(i, pass)))
      let more = [weight, source].filter { !right.operands.contains($0) }
      let exchanged = Calculation(operands: right.operands + more) { known in
        let (w, b, x) = (known(weight), known(bias), known(source))
        return right.value(known) + (b - w) * x + sign * (w - b)
      }
      return Rewrite(
        misconception: .weightBiasExchanged, calculation: exchanged, place: weight, used: bias)
    }
  }
}

extension Calculation {
  /// The same with one operand as another number.
  func setting(_ operand: Quantity, to number: Double) -> Calculation {
    var other = self
    other.value = { known in value { $0 == operand ? number : known($0) } }
    return other
  }
}

extension Activation {
  /// The activation whose formula is taken for this one's; `nil` where none usually is.
  var mistakenFor: Activation? {
    switch self {
    case .sigmoid: .tanh
    case .tanh, .relu, .leakyReLU, .softplus, .softmax: .sigmoid
    case .identity, .elu, .gelu, .silu, .mish, .step, .sign: nil
    }
  }

  /// The activation whose slope, of the output, is taken for this one's.
  var slopeMistakenFor: Activation? {
    switch self {
    case .sigmoid: .tanh
    case .tanh, .relu, .leakyReLU, .softplus: .sigmoid
    case .identity, .elu, .gelu, .silu, .mish, .softmax, .step, .sign: nil
    }
  }
}
