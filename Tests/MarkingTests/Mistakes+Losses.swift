import Foundation
import ScalarBackprop

@testable import Marking

// Losses, and the errors of outputs.

extension Mistakes {
  func outputLosses(_ k: Int, _ pass: Pass) -> [Wrong] {
    let (t, y, net) = (Quantity.target(k), Quantity.output(k, pass), Quantity.net(k, pass))
    let right: (Known) -> Double = { loss(target: $0(t), output: $0(y), k, pass, $0) }
    var wrong = scaled(right)
    for other in others(k) {
      wrong.append(
        (.wrongOperand, { loss(target: $0(.target(other)), output: $0(y), k, pass, $0) }))
      if !isCrossEntropy {
        wrong.append(
          (.wrongOperand, { loss(target: $0(t), output: $0(.output(other, pass)), k, pass, $0) }))
      }
    }
    return wrong
      + (isCrossEntropy
        ? [(.sign, { -right($0) }), (.logTen, { right($0) / log(10) })]
        : [
          (.netForOutput, { loss(target: $0(t), output: $0(net), k, pass, $0) }),
          (.notSquared, { $0(t) - $0(y) }),
          (.notSquared, { ($0(t) - $0(y)) * (network.loss == .halfSquaredError ? 0.5 : mean) }),
        ])
  }

  func losses(_ pass: Pass) -> [Wrong] {
    let terms = outputNodes.map { Quantity.outputLoss($0, pass) }
    func right(_ known: Known) -> Double { terms.reduce(0) { $0 + known($1) } }
    return scaled(right) + omitted(terms)
      + (isCrossEntropy
        ? [(.sign, { -right($0) }), (.logTen, { right($0) / log(10) })] : [])
  }

  func outputErrors(_ k: Int) -> [Wrong] {
    let (t, y) = (Quantity.target(k), Quantity.output(k, .before))
    let right: (Known) -> Double = { error(target: $0(t), output: $0(y)) }
    var wrong = scaled(right)
    if !isCrossEntropy {
      wrong += [
        (.lossForDerivative, { pow($0(t) - $0(y), 2) }),
        (.lossForDerivative, { pow($0(t) - $0(y), 2) / 2 }),
      ]
    }
    wrong += [
      (.targetOutputExchanged, { -right($0) }),
      (.netForOutput, { error(target: $0(t), output: $0(.net(k, .before))) }),
    ]
    for other in others(k) {
      wrong += [
        (.wrongOperand, { error(target: $0(.target(other)), output: $0(y)) }),
        (.wrongOperand, { error(target: $0(t), output: $0(.output(other, .before))) }),
      ]
    }
    return wrong
  }

  /// 1/n of a mean over the outputs.
  private var mean: Double {
    network.loss == .meanSquaredError ? 1 / Double(outputNodes.count) : 1
  }

  /// Twice, half, and the sum where the mean belongs.
  private func scaled(_ right: @escaping (Known) -> Double) -> [Wrong] {
    let count = Double(outputNodes.count)
    let isMean = network.loss == .meanSquaredError && count > 1
    return [(.factorTwo, { 2 * right($0) }), (.factorTwo, { right($0) / 2 })]
      + (isMean ? [(.sumForMean, { count * right($0) })] : [])
  }
}
