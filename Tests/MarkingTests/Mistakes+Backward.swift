import Foundation
import ScalarBackprop
import Sheets

@testable import Marking

// Backward.

extension Mistakes {
  func backs(_ k: Int, _ j: Int) -> [Wrong] {
    let w = weight(k, j, .before)
    func term(_ delta: Int, _ weight: Quantity) -> (Known) -> Double {
      { $0(.delta(delta)) * $0(weight) }
    }
    let right = term(k, w)
    var wrong: [Wrong] = [
      (.sign, { -right($0) }), (.updatedWeight, term(k, weight(k, j, .after))),
      (.outputForWeight, { $0(.delta(k)) * $0(.output(j, .before)) }),
    ]
    if let other = corner(k, j) {
      wrong.append((.transposed, term(k, weight(other.j, other.i, .before))))
    }
    wrong += others(j).map { (.wrongOperand, term(k, weight(k, $0, .before))) }
    for other in others(k) {
      wrong += [
        (.wrongOperand, term(other, w)), (.wrongOperand, term(k, weight(other, j, .before))),
      ]
    }
    return wrong
  }

  func hiddenErrors(_ j: Int) -> [Wrong] {
    let next = layers[layer(of: j) + 1]
    func sum(_ weights: [Quantity]) -> (Known) -> Double {
      { known in zip(next, weights).reduce(0) { $0 + known(.delta($1.0)) * known($1.1) } }
    }
    let right = sum(next.map { weight($0, j, .before) })
    var wrong = omitted(next.map { .back(from: $0, to: j) })
    wrong += [
      (.sign, { -right($0) }), (.updatedWeight, sum(next.map { weight($0, j, .after) })),
      (
        .gradientsSummed,
        { known in
          next.reduce(0) { $0 + known(.parameter(.gradient, .weight(to: $1, from: j))) }
        }
      ),
    ]
    let corners = next.compactMap { corner($0, j) }
    if corners.count == next.count, next.count > 1 {
      wrong.append((.transposed, sum(corners.map { weight($0.j, $0.i, .before) })))
    }
    return wrong
      + others(j).map { other in
        (.wrongOperand, sum(next.map { weight($0, other, .before) }))
      }
  }

  func slopes(_ j: Int) -> [Wrong] {
    let activation = network.layers[layer(of: j) - 1].activation
    let (net, out) = (Quantity.net(j, .before), Quantity.output(j, .before))
    let wrong: [Wrong] =
      switch activation {
      case .sigmoid:
        [
          (.slopeArgument, { Self.slope(of: .sigmoid, at: $0(out)) }),
          (.slopeArgument, { $0(net) * (1 - $0(net)) }),
        ]
      case .tanh:
        [
          (.slopeArgument, { 1 - tanh($0(out)) * tanh($0(out)) }),
          (.slopeArgument, { 1 - $0(net) * $0(net) }),
        ]
      case .relu: [(.slopeArgument, { $0(net) })]
      default: []
      }
    return wrong + otherSlopes(of: activation, out)
      + others(j).map { other in
        let y = Quantity.output(other, .before)
        return (
          .wrongOperand,
          {
            activation == .softmax
              ? $0(y) * (1 - $0(y)) : Self.slope(of: activation, at: $0(.net(other, .before)))
          }
        )
      }
  }

  private func otherSlopes(of activation: Activation, _ out: Quantity) -> [Wrong] {
    switch activation {
    case .sigmoid: [(.otherActivation, { 1 - $0(out) * $0(out) })]
    case .tanh:
      [(.otherActivation, { $0(out) * (1 - $0(out)) }), (.slopeNotSquared, { 1 - $0(out) })]
    case .relu, .leakyReLU, .softplus: [(.otherActivation, { $0(out) * (1 - $0(out)) })]
    default: []
    }
  }

  /// Whether the loss has a ½ that cancels the 2 of its square.
  var hasHalf: Bool { network.loss == .halfSquaredError }

  func deltas(_ j: Int) -> [Wrong] {
    let (t, y) = (Quantity.target(j), Quantity.output(j, .before))
    let isLast = isOutput(j)
    if isLast, isCrossEntropy {
      func difference(_ t: Quantity, _ y: Quantity) -> (Known) -> Double {
        { deltaSign * ($0(y) - $0(t)) }
      }
      let right = difference(t, y)
      return [
        (.sign, { -right($0) }), (.slopeExtra, { right($0) * $0(y) * (1 - $0(y)) }),
        (.netForOutput, difference(t, .net(j, .before))),
      ]
        + others(j).flatMap { other -> [Wrong] in
          [
            (.wrongOperand, difference(.target(other), y)),
            (.wrongOperand, difference(t, .output(other, .before))),
          ]
        }
    }
    if isLast, network.layers[layer(of: j) - 1].activation == .softmax {
      return [(.sign, { known in -outputNodes.reduce(0) { $0 + share(of: $1, j, known) } })]
    }
    let (error, slope) = (Quantity.error(j), Quantity.slope(j))
    let doubled: [Wrong] =
      hasHalf && isLast ? [(.factorTwo, { 2 * $0(error) * $0(slope) })] : []
    return [(.sign, { -$0(error) * $0(slope) }), (.slopeForgotten, { $0(error) })] + doubled
      + others(j).flatMap { other -> [Wrong] in
        [
          (.wrongOperand, { $0(error) * $0(.slope(other)) }),
          (.wrongOperand, { $0(.error(other)) * $0(slope) }),
        ]
      }
  }

  private func share(of k: Int, _ j: Int, _ known: Known) -> Double {
    known(.error(k)) * known(.jacobian(of: k, by: j))
  }
}
