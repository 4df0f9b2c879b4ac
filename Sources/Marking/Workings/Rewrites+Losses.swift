internal import Derivations
internal import ScalarBackprop

// The catalogue's rewrites of losses and of the errors of outputs.

extension Workings {
  func outputLossRewrites(_ right: Calculation, _ k: Int, _ pass: Pass) -> [Rewrite] {
    var rewrites = doublings(right) + exchanges(right, k, pass)
    if isCrossEntropy {
      rewrites.append(Rewrite(misconception: .sign, calculation: right.scaled(by: -1)))
      rewrites.append(decimalLogarithm(right))
    } else {
      let net = right.replacing([.output(k, pass): .net(k, pass)])
      rewrites.append(Rewrite(misconception: .netForOutput, calculation: net))
    }
    return rewrites + means(right) + differences(k, pass)
  }

  func lossRewrites(_ right: Calculation) -> [Rewrite] {
    let turned = Rewrite(misconception: .sign, calculation: right.scaled(by: -1))
    return doublings(right) + means(right) + omissions(right)
      + (isCrossEntropy ? [turned, decimalLogarithm(right)] : [])
  }

  func outputErrorRewrites(_ right: Calculation, _ k: Int) -> [Rewrite] {
    let turned = right.scaled(by: -1)
    let net = right.replacing([.output(k, .before): .net(k, .before)])
    let squares = isSquared ? [1, 0.5].enumerated().map { squared(k, $1, $0) } : []
    return doublings(right) + means(right) + exchanges(right, k, .before) + squares + [
      Rewrite(misconception: .targetOutputExchanged, calculation: turned),
      Rewrite(misconception: .netForOutput, calculation: net),
    ]
  }

  /// The 2 of the square, where it was not cancelled: in a δ or a gradient of an output neuron.
  func doubled(_ right: Calculation, at j: Int) -> [Rewrite] {
    guard network.loss == .halfSquaredError, symbols.topology.outputs.contains(j) else {
      return []
    }
    return [Rewrite(misconception: .factorTwo, calculation: right.scaled(by: 2))]
  }

  private func doublings(_ right: Calculation) -> [Rewrite] {
    [
      Rewrite(misconception: .factorTwo, variant: 0, calculation: right.scaled(by: 2)),
      Rewrite(misconception: .factorTwo, variant: 1, calculation: right.scaled(by: 0.5)),
    ]
  }

  private func means(_ right: Calculation) -> [Rewrite] {
    guard network.loss.isMean, symbols.topology.outputs.count > 1 else { return [] }
    let sum = right.scaled(by: Double(symbols.topology.outputs.count))
    return [Rewrite(misconception: .sumForMean, calculation: sum)]
  }

  /// Another output's target, or another output.
  private func exchanges(_ right: Calculation, _ k: Int, _ pass: Pass) -> [Rewrite] {
    neighbours(of: k).flatMap { other in
      [
        .wrongOperand(right, .target(other), for: .target(k)),
        .wrongOperand(right, .output(other, pass), for: .output(k, pass)),
      ]
    }
  }

  private func decimalLogarithm(_ right: Calculation) -> Rewrite {
    Rewrite(misconception: .logTen, calculation: right.scaled(by: 1 / naturalLogarithm(10)))
  }

  private var isSquared: Bool { squareFactor != nil }

  /// What the square of a difference is multiplied by; `nil` where the loss has no square.
  private var squareFactor: Double? {
    switch network.loss {
    case .halfSquaredError: 0.5
    case .squaredError: 1
    case .meanSquaredError: 1 / Double(symbols.topology.outputs.count)
    case .binaryCrossEntropy, .crossEntropy, .absoluteError, .huber, .hinge, .perceptron: nil
    }
  }

  /// t − y for its square, with the factor of the square or without.
  private func differences(_ k: Int, _ pass: Pass) -> [Rewrite] {
    guard let factor = squareFactor else { return [] }
    let (t, y) = (Quantity.target(k), Quantity.output(k, pass))
    return (factor == 1 ? [1] : [factor, 1]).enumerated().map { variant, factor in
      Rewrite(
        misconception: .notSquared, variant: variant,
        calculation: Calculation(operands: [t, y]) { factor * ($0(t) - $0(y)) })
    }
  }

  /// (t − y)² for its derivative.
  private func squared(_ k: Int, _ factor: Double, _ variant: Int) -> Rewrite {
    let (t, y) = (Quantity.target(k), Quantity.output(k, .before))
    let square = Calculation(operands: [t, y]) { known in
      let difference = known(t) - known(y)
      return factor * difference * difference
    }
    return Rewrite(misconception: .lossForDerivative, variant: variant, calculation: square)
  }
}
