internal import Phrases
internal import ScalarBackprop

// Update: w ← w + Δ, Δ from the gradient g (with weight decay g + λw) by the optimiser's rule.

extension Rules {
  func parameterRule(_ role: ParameterRole, _ part: ParameterPart, layer l: Int) -> Rule {
    switch role {
    case .value:
      let reason = givenReason(part, l)
      let isFrozen = network.layers[l].frozen.contains(part)
      return Rule(
        name: part == .weights
          ? .weightName : convention.turns(part) ? .thresholdName : .biasName,
        reason: isFrozen ? reason.followed(by: .frozenReason) : reason)
    case .gradient: return gradientRule(part, layer: l)
    case .state(let state):
      return Rule(
        name: .stateName(state, rule.optimizer),
        reason: .stateReason(
          state, rule.optimizer, number: .letter(Formula.Constant.stepLetter)),
        formula: stateFormula(state, part, l))
    case .change:
      return Rule(
        name: .changeName, reason: changeReason(part, l), formula: changeFormula(part, l))
    case .new:
      return Rule(
        name: .newName, reason: .newReason,
        formula: .quantity(.parameter(.value, pattern(part, layer: l)))
          + .quantity(.parameter(.change, pattern(part, layer: l))))
    }
  }

  private func givenReason(_ part: ParameterPart, _ l: Int) -> Phrase {
    let layer = network.layers.count > 1 ? symbols.layerNumber(l) : nil
    guard part == .bias else { return .weightReason(layer: layer) }
    let isOne = network.layers[l].neurons.count == 1
    let owners: Phrase.Owners =
      isOne ? .one : network.layers[l].biasKind == .shared ? .allTogether : .each
    return convention.turns(part)
      ? .thresholdReason(layer: layer, of: owners) : .biasReason(layer: layer, of: owners)
  }

  /// g, with λw where weights decay. Under the perceptron rule, which has no gradient, what is
  /// descended along stands in its place.
  private func gradient(_ part: ParameterPart, _ l: Int) -> Formula {
    let g =
      !network.loss.hasGradient
      ? descent(part, l, isNegative: true)
      : .quantity(.parameter(.gradient, pattern(part, layer: l)))
    guard part == .weights, rule.weightDecay != 0 else { return g }
    return g + .constant(.weightDecay) * .quantity(.parameter(.value, pattern(part, layer: l)))
  }

  /// −g spelt out: δ_j·out_i where δ descends, else its negative; or, of a negative, g itself.
  private func descent(
    _ part: ParameterPart, _ l: Int, times factor: Formula? = nil, isNegative: Bool = false
  ) -> Formula {
    let delta = Formula.quantity(.delta(.j))
    var term: Formula
    switch part {
    case _ where usesSeveralTimes(part, l): term = .series(.uses, use(of: part, l))
    case .weights: term = delta * .quantity(.output(.i, .before))
    case .bias: term = network.layers[l].biasKind == .shared ? .series(.layer(l), delta) : delta
    }
    term = overBatch(term)
    if let factor { term = factor.followed(by: term) }
    let turns = (convention.deltaSign == .gradient) != convention.turns(part)
    return turns != isNegative ? .negative(term) : term
  }

  private func state(_ state: Optimizer.State, _ part: ParameterPart, _ l: Int) -> Formula {
    .quantity(.parameter(.state(state), pattern(part, layer: l)))
  }

  /// From what is remembered, which is 0 at first.
  private func stateFormula(_ state: Optimizer.State, _ part: ParameterPart, _ l: Int) -> Formula {
    let g = gradient(part, l)
    let old = Formula.remembered(state, pattern(part, layer: l))
    switch (state, rule.optimizer) {
    case (.velocity, _): return .constant(.momentum) * old + g
    case (.square, .adagrad): return old + .square(g)
    case (.square, .adam): return average(.constant(.beta2), old, .square(g))
    case (.square, _): return average(.constant(.decay), old, .square(g))
    case (.moment, _): return average(.constant(.beta1), old, g)
    case (.correctedMoment, _):
      return self.state(.moment, part, l) / (.one - .constant(.beta1Power))
    case (.correctedSquare, _):
      return self.state(.square, part, l) / (.one - .constant(.beta2Power))
    }
  }

  /// ρ·old + (1 − ρ)·new.
  private func average(_ share: Formula, _ old: Formula, _ new: Formula) -> Formula {
    share * old + (.one - share) * new
  }

  private func changeFormula(_ part: ParameterPart, _ l: Int) -> Formula {
    let g = gradient(part, l)
    switch rule.optimizer {
    case .gradientDescent: return plainChange(part, l)
    case .momentum: return .negative(.eta.times(state(.velocity, part, l)))
    case .nesterov:
      return .negative(.eta * (g + .constant(.momentum) * state(.velocity, part, l)))
    case .adagrad, .rmsprop:
      return .negative(
        .eta * g / (.squareRoot(state(.square, part, l)) + .constant(.epsilon)))
    case .adam:
      return .negative(
        .eta * state(.correctedMoment, part, l)
          / (.squareRoot(state(.correctedSquare, part, l)) + .constant(.epsilon)))
    }
  }

  /// −η·∂E/∂w; where δ descends, written as the texts do: η·δ_j·out_i.
  private func plainChange(_ part: ParameterPart, _ l: Int) -> Formula {
    let isPerceptron = !network.loss.hasGradient
    let isDecayed = part == .weights && rule.weightDecay != 0
    let isSpelt = isDescent && !isStepwise && batchLoss == nil
    guard isPerceptron || isSpelt, !isDecayed else {
      return .negative(.eta.times(gradient(part, l)))
    }
    return descent(part, l, times: .eta)
  }

  /// w ← w + η·δ·x with the formula of δ in the place of its letter.
  func mergedUpdate(layer l: Int) -> Rule? {
    guard network.loss.hasGradient, rule.optimizer.isPlain, rule.weightDecay == 0, !isStepwise,
      batchLoss == nil, form(l) == .dense, !usesSeveralTimes(.weights, l),
      let delta = deltaRule(layer: l).formula
    else { return nil }
    let change = Formula.eta.times(delta).times(.quantity(.output(.i, .before)))
    let old = Formula.quantity(.parameter(.value, .weight(to: .j, from: .i)))
    return Rule(
      name: .newName, reason: .mergedUpdate, formula: isDescent ? old + change : old - change)
  }

  /// −η·∂E/∂w, where a change is told by δ.
  func change(_ part: ParameterPart, _ l: Int) -> [Formula] {
    guard network.loss.hasGradient, rule.optimizer.isPlain, rule.weightDecay == 0, !isStepwise
    else { return [] }
    return [.negative(.eta.times(.quantity(.parameter(.gradient, pattern(part, layer: l)))))]
  }

  private func changeReason(_ part: ParameterPart, _ l: Int) -> Phrase {
    guard network.loss.hasGradient else { return .perceptronChangeReason }
    let notation = symbols.notation
    func letter(_ constant: Formula.Constant) -> Symbol { .letter(constant.letter(in: notation)) }
    // One sentence for all layers.
    let weight = symbols.bare(notation.weight, layer: outputLayer)
    return .changeReason(
      rule.optimizer,
      Phrase.ChangeSymbols(
        rate: symbols.learningRate, weight: weight,
        gradient: .derivative(of: symbols.loss, by: weight, isNegative: false),
        momentum: letter(.momentum),
        decay: letter(.weightDecay)),
      isDecayed: rule.weightDecay != 0,
      isFrozen: network.layers.contains { !$0.frozen.isEmpty })
  }
}

extension Formula {
  /// The product with another factor behind it, as one product where that is one already.
  fileprivate func followed(by other: Formula) -> Formula {
    if case .product(let factors) = other { return .product([self] + factors) }
    return self * other
  }
}
