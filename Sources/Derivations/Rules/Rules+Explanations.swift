internal import Phrases
internal import ScalarBackprop

// Why the rules hold, in general: the chain rule, the sum over the paths, the old weights, the
// slopes, and what cancels.

extension Rules {
  /// The derivation of a block's rule, which ends with the rule itself.
  func explanation(of block: Block, _ formula: Formula?) -> [Explanation] {
    guard let pattern = block.pattern(network), let formula else { return [] }
    let rule = Explanation.show([.quantity(pattern), formula])
    switch block.kind {
    case .outputLosses(.before): return outputLoss(pattern, formula)
    case .errors:
      return isOutput(block.layer)
        ? outputError(pattern, formula) : hiddenError(pattern, formula, block.layer)
    case .slopes: return slopeProof(block.layer) + [rule]
    case .deltas: return delta(pattern, formula, block.layer)
    case .parameters(.gradient, let part):
      // A batch's gradient is explained by its samples'.
      let isOfBatch = batchLoss != nil && block.sample == nil
      return isOfBatch ? [rule] : gradient(pattern, formula, part, block.layer)
    case .parameters(.change, let part):
      let change = change(part, block.layer)
      // Letters of one layer cannot say where a weight works in another one.
      let isElsewhere = usesSeveralTimes(part, block.layer) && form(block.layer) == .dense
      return [
        .show([.quantity(pattern)] + change + (isElsewhere && !change.isEmpty ? [] : [formula]))
      ]
    case .products, .backs: return []
    case .inputs, .targets, .parameters, .sums, .scaledSums, .nets, .outputs, .outputLosses, .loss,
      .jacobian:
      return [rule]
    }
  }

  private func slope(of a: QuantityPattern, by b: QuantityPattern) -> Formula {
    .derivative(of: a, by: b)
  }

  /// ∂E by something.
  private func lossSlope(by b: QuantityPattern) -> Formula { slope(of: .loss(.before), by: b) }

  /// Why the ½; and that the cross-entropies, which are worked out from net values, are −t·ln y.
  private func outputLoss(_ pattern: QuantityPattern, _ formula: Formula) -> [Explanation] {
    let y = Formula.quantity(.output(.j, .before))
    let t = Formula.quantity(.target(.j))
    func logarithm(_ x: Formula) -> Formula { .negative(t * .call("ln", x)) }
    switch network.loss {
    case .halfSquaredError: return [.show([.quantity(pattern), formula]), .say(.whyHalf)]
    case .binaryCrossEntropy:
      let known = logarithm(y) - (.one - t) * .call("ln", .one - y)
      return [.say(.whyBinaryCrossEntropy), .show([.quantity(pattern), known, formula])]
    case .crossEntropy:
      let chain = [.quantity(pattern), logarithm(y), logarithm(softmax(.before)), formula]
      return [.say(.whyCrossEntropy), .show(chain)]
    case .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge, .perceptron:
      return [.show([.quantity(pattern), formula])]
    }
  }

  private func outputError(_ pattern: QuantityPattern, _ formula: Formula) -> [Explanation] {
    // Where the error has no letter, its symbol is the derivative itself.
    let isNamed = network.loss.hasGradient && symbols.errorLetter != nil
    let definition = isNamed ? [signed(lossSlope(by: .output(.j, .before)))] : []
    return [.show([.quantity(pattern)] + definition + [formula])]
  }

  private func hiddenError(
    _ pattern: QuantityPattern, _ formula: Formula, _ l: Int
  ) -> [Explanation] {
    let path = signed(path(behind: l))
    let paths: [Explanation] = [
      .say(.whyPaths(loss: symbols.sampleLoss)),
      .show([.quantity(pattern), .series(.outgoing, path), formula]),
    ]
    return form(l + 1).hasNets ? paths + [.say(.whyOldWeights(loss: symbols.sampleLoss))] : paths
  }

  /// σ′ = σ(1 − σ), by the quotient rule; tanh′ = 1 − tanh².
  private func slopeProof(_ l: Int) -> [Explanation] {
    switch network.layers[l].activation {
    case .sigmoid: break
    case .identity, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step,
      .sign:
      return []
    }
    let x = Formula.variable("x")
    let e = Formula.apply(.exponential, .negative(x))
    let letter = symbols.logisticLetter
    let sigma = Formula.call(letter, x)
    let parts = (Formula.one / (.one + e)) * (e / (.one + e))
    return [
      .say(.whySigmoidSlope(.letter(letter))),
      .show([.call(letter + "′", x), e / .square(.one + e), parts, sigma * (.one - sigma)]),
    ]
  }

  private func delta(
    _ pattern: QuantityPattern, _ formula: Formula, _ l: Int
  ) -> [Explanation] {
    let definition = [Formula.quantity(pattern), signed(lossSlope(by: .net(.j, .before)))]
    let chain =
      lossSlope(by: .output(.j, .before)) * slope(of: .output(.j, .before), by: .net(.j, .before))
    let byChain: [Explanation] = [
      .say(.whyChainRule(loss: symbols.sampleLoss)), .show(definition + [signed(chain), formula]),
    ]
    guard isOutput(l) else {
      return [
        .say(.whyHiddenChain(loss: symbols.sampleLoss)),
        .show(definition + hiddenChain(l) + [formula]),
      ]
    }
    switch network.loss {
    case .crossEntropy:
      return [.say(.whySoftmaxCollapses), .show(definition + collapse + [formula])]
    case .binaryCrossEntropy:
      return [
        .say(.whySlopeCancels(output: symbols.output(layer: l))),
        .show(definition + [cancellation, formula]),
      ]
    case .perceptron: return [.say(.whyPerceptron), .show([.quantity(pattern), formula])]
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge:
      return network.layers[l].activation.mixesNeurons
        ? [.say(.whySoftmaxSum), .show(definition + [formula])] : byChain
    }
  }

  /// −Σ_k ∂E/∂net_k·∂net_k/∂out_j·∂out_j/∂net_j, and the same with what the derivatives are.
  private func hiddenChain(_ l: Int) -> [Formula] {
    let own = slope(of: .output(.j, .before), by: .net(.j, .before))
    let derivatives = Formula.series(.outgoing, signed(path(behind: l).times(own)))
    guard !isStepwise, form(l + 1).hasNets else { return [derivatives] }
    let term = back(from: l + 1).times(slopeFactor(network.layers[l].activation))
    return [derivatives, .series(.outgoing, term)]
  }

  /// From the loss to what the layer puts out, through one node of the layer behind: ∂E/∂net_k·∂net_k/∂out_j,
  /// or, of pooling, which has no net value, ∂E/∂out_k·∂out_k/∂out_j.
  private func path(behind l: Int) -> Formula {
    let next: QuantityPattern = form(l + 1).hasNets ? .net(.k, .before) : .output(.k, .before)
    return lossSlope(by: next) * slope(of: next, by: .output(.j, .before))
  }

  /// What becomes of cross-entropy behind softmax: the sum over the outputs, and the difference left.
  private var collapse: [Formula] {
    let y = Formula.quantity(.output(.j, .before))
    let t = Formula.quantity(.target(.j))
    let term =
      signedDifference(.quantity(.target(.k)) / .quantity(.output(.k, .before)))
      * slope(of: .output(.k, .before), by: .net(.j, .before))
    let sum = Formula.series(.outputs, .quantity(.target(.k)))
    return [.series(.outputs, term), signedDifference(t - y * sum)]
  }

  /// The derivative of binary cross-entropy, whose denominator the sigmoid's slope cancels.
  private var cancellation: Formula {
    let y = Formula.quantity(.output(.j, .before))
    let difference = signedDifference(.quantity(.target(.j)) - y)
    return crossEntropyQuotient(difference, y) * .product([y, .one - y])
  }

  /// The formula with the sign of what descends, which both cross-entropies are written with.
  private func signedDifference(_ formula: Formula) -> Formula {
    isDescent ? formula : .negative(formula)
  }

  private func gradient(
    _ pattern: QuantityPattern, _ formula: Formula, _ part: ParameterPart, _ l: Int
  ) -> [Explanation] {
    guard case .parameter(_, let parameter) = pattern else { return [] }
    let own = QuantityPattern.parameter(.value, parameter)
    let path = lossSlope(by: .net(.j, .before)) * slope(of: .net(.j, .before), by: own)
    let isUsed = usesSeveralTimes(part, l)
    let isShared = part == .bias && network.layers[l].biasKind == .shared
    let chain =
      isUsed ? Formula.series(.uses, path) : isShared ? .series(.layer(l), path) : path
    let reason = isUsed ? Phrase.whyUses(loss: symbols.sampleLoss) : why(part, isShared: isShared)
    // Letters of one layer cannot say where a weight works in another one: the numbers do.
    if isUsed, form(l) == .dense { return [.say(reason)] }
    return [.say(reason), .show([.quantity(pattern), chain, formula])]
  }

  private func why(_ part: ParameterPart, isShared: Bool) -> Phrase {
    let isTurned = convention.turns(part)
    if isShared {
      return .whySharedSum(isTurned ? .thresholdName : .biasName, loss: symbols.sampleLoss)
    }
    return switch part {
    case .weights: .whyGradient(loss: symbols.sampleLoss)
    case .bias: isTurned ? .whyThreshold : .whyBias
    }
  }
}
