internal import Derivations
internal import ScalarBackprop

// The catalogue's rewrites of gradients and of the update.

extension Workings {
  func rewrites(
    _ right: Calculation, _ role: ParameterRole, _ parameter: Parameter
  ) -> [Rewrite] {
    switch role {
    case .value: return []
    case .state(let state): return stateRewrites(state, parameter)
    case .gradient: return gradientRewrites(right, parameter)
    case .change: return changeRewrites(right, parameter)
    case .new:
      let (old, change) = (
        Quantity.parameter(.value, parameter), Quantity.parameter(.change, parameter)
      )
      var rewrites = [
        Rewrite(misconception: .sign, calculation: right.scaling(change, by: -1))
      ]
      let code = parameter.part == .bias ? Misconception.biasNotUpdated : .notUpdated
      rewrites.append(Rewrite(misconception: code, calculation: .same(as: old)))
      for (variant, factor) in [0.01, 0.1, 10, 100].enumerated() {
        rewrites.append(
          Rewrite(
            misconception: .decimalPoint, variant: variant,
            calculation: right.scaling(change, by: factor), place: change))
      }
      return rewrites
    }
  }

  private func gradientRewrites(_ right: Calculation, _ parameter: Parameter) -> [Rewrite] {
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    switch parameter {
    case .weight(let j, let i):
      let source = given(.output(i, .before))
      if let other = transposed(j, i) {
        rewrites.append(
          .transposed(
            right.replacing([
              source: given(.output(other.i, .before)), .delta(j): .delta(other.j),
            ])))
      }
      if symbols.topology.layer(of: i) >= 0 {
        rewrites.append(
          Rewrite(
            misconception: .netForOutput, calculation: right.replacing([source: .net(i, .before)])))
      }
      for other in nodes where other != i {
        rewrites.append(.wrongOperand(right, given(.output(other, .before)), for: source))
      }
      rewrites += wrongDeltas(right, j) + doubled(right, at: j)
    case .bias(let j): rewrites += wrongDeltas(right, j) + doubled(right, at: j)
    case .shared(_, let l, _):
      rewrites += omissions(right)
      if network.layers[l].form.sharesParameters { rewrites += usesRewrites(right, parameter) }
    }
    return rewrites
  }

  private func wrongDeltas(_ right: Calculation, _ j: Int) -> [Rewrite] {
    nodes.filter { $0 != j && symbols.topology.layer(of: $0) >= 0 }.map {
      .wrongOperand(right, .delta($0), for: .delta(j))
    }
  }

  private func changeRewrites(_ right: Calculation, _ parameter: Parameter) -> [Rewrite] {
    let rate = trace.rule.learningRate
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    if rate != 0, rate != 1 {
      rewrites.append(
        Rewrite(misconception: .learningRateForgotten, calculation: right.scaled(by: 1 / rate)))
      rewrites.append(
        Rewrite(misconception: .learningRateTwice, calculation: right.scaled(by: rate)))
    }
    if parameter.part == .bias {
      let none = Calculation(operands: []) { _ in 0 }
      rewrites.append(Rewrite(misconception: .biasNotUpdated, calculation: none))
    }
    return rewrites
  }

  /// Adam's means, which start at 0, as they are, and corrected for one step more or less.
  private func stateRewrites(_ state: Optimizer.State, _ parameter: Parameter) -> [Rewrite] {
    guard case .adam(let beta1, let beta2, _) = trace.rule.optimizer else { return [] }
    let (mean, share): (Optimizer.State, Double)
    switch state {
    case .correctedMoment: (mean, share) = (.moment, beta1)
    case .correctedSquare: (mean, share) = (.square, beta2)
    case .velocity, .moment, .square: return []
    }
    let bare = Quantity.parameter(.state(mean), parameter)
    let known = derivation.value(
      of: .constant(state == .correctedMoment ? .beta1Power : .beta2Power),
      at: Indices(of: bare)
    ) { _, _ in .nan }
    let powers = [known * share, known / share].filter { $0 > 0 && $0 < 1 - 1e-12 }
    return [Rewrite(misconception: .biasCorrectionForgotten, calculation: .same(as: bare))]
      + powers.enumerated().map { variant, power in
        Rewrite(
          misconception: .wrongStepNumber, variant: variant,
          calculation: Calculation.same(as: bare).scaled(by: 1 / (1 - power)))
      }
  }
}
