package import Phrases
internal import ScalarBackprop

/// One part of why a rule holds.
package enum Explanation: Sendable {
  /// A sentence.
  case say(Phrase)
  /// Formulas over index variables, each equal to the next.
  case show([Formula])
}

extension Network {
  /// Any parameter of one part of a layer.
  func pattern(_ part: ParameterPart, layer l: Int) -> ParameterAt<IndexVariable> {
    if layers[l].form.sharesParameters { return .shared(part, layer: l, 0) }
    switch part {
    case .weights: return .weight(to: .j, from: .i)
    case .bias: return layers[l].biasKind == .shared ? .shared(.bias, layer: l, 0) : .bias(.j)
    }
  }
}

extension Block {
  /// What the block's rule is about, at index variables; `nil` for what is given.
  func pattern(_ network: Network) -> QuantityPattern? {
    switch kind {
    case .inputs, .targets, .parameters(.value, _): nil
    case .parameters(let role, let part):
      .parameter(role, network.pattern(part, layer: layer))
    case .products(let pass): .product(to: .j, from: .i, pass)
    case .sums(let pass): .sum(.j, pass)
    case .scaledSums(let pass): .scaledSum(.j, pass)
    case .nets(let pass): .net(.j, pass)
    case .outputs(let pass): .output(.j, pass)
    case .outputLosses(let pass): .outputLoss(.j, pass)
    case .loss(let pass): .loss(pass)
    case .backs: .back(from: .k, to: .j)
    case .errors: .error(.j)
    case .slopes: .slope(.j)
    case .jacobian: .jacobian(of: .k, by: .j)
    case .deltas: .delta(.j)
    }
  }
}
