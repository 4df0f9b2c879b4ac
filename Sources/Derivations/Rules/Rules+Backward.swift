internal import Phrases
internal import ScalarBackprop

// Backward, with the old weights: δ_k = error·f′(net), error_j = Σ_k δ_k·w_kj, ∂E/∂w_ji = ±δ_j·out_i.

extension Rules {
  func backRule(layer l: Int) -> Rule {
    Rule(
      name: .backName, reason: .backReason(delta: symbols.delta(layer: l + 1)),
      formula: backProduct, isOwnName: true)
  }

  private var backTerm: Formula {
    isStepwise ? .quantity(.back(from: .k, to: .j)) : backProduct
  }

  var backProduct: Formula {
    .quantity(.delta(.k)) * .quantity(.parameter(.value, .weight(to: .k, from: .j)))
  }

  func errorRule(layer l: Int) -> Rule {
    guard !isOutput(l) else {
      return Rule(
        name: .errorName,
        reason: .outputErrorReason(
          isDescent: isDescent, network.loss,
          derivative: symbols.lossDerivative(
            by: symbols.output(layer: l), isNegative: isDescent)),
        formula: outputError())
    }
    let next = symbols.topology.nodes(ofLayer: l + 1).count
    return Rule(
      name: .errorName,
      reason: .hiddenErrorReason(
        next, toOutputs: isOutput(l + 1), delta: symbols.delta(layer: l + 1)),
      formula: .series(.outgoing, backTerm))
  }

  func slopeRule(layer l: Int) -> Rule {
    let activation = network.layers[l].activation
    return Rule(
      name: .slopeName,
      reason: .slopeReason(activation, output: symbols.output(layer: l)),
      formula: slope(activation))
  }

  private func slope(_ activation: Activation) -> Formula {
    activation.slopeFormula(
      net: .quantity(.net(.j, .before)), output: .quantity(.output(.j, .before)))
  }

  /// ∂y_k/∂net_j of softmax.
  func jacobianRule(layer l: Int) -> Rule {
    let y = Formula.quantity(.output(.k, .before))
    let formula = Formula.choice(
      .sameNode, y * (.one - y), else: .negative(y * .quantity(.output(.j, .before))))
    return Rule(
      name: .jacobianName, reason: .jacobianReason(output: symbols.output(layer: l)),
      formula: formula)
  }

  func deltaRule(layer l: Int) -> Rule {
    let activation = network.layers[l].activation
    guard isOutput(l) else {
      let error = isStepwise ? .quantity(.error(.j)) : Formula.series(.outgoing, backTerm)
      return Rule(
        name: .deltaName,
        reason: .hiddenDeltaReason(
          symbols.topology.nodes(ofLayer: l + 1).count, toOutputs: isOutput(l + 1),
          isIdentity: activation.isLinear && !isStepwise, delta: symbols.delta(layer: l + 1)),
        formula: slopeFactor(activation).times(error))
    }
    let reason = Phrase.outputDeltaReason(
      isDescent: isDescent, network.loss, isStepwise ? .sigmoid : activation,
      derivative: symbols.lossDerivative(by: symbols.output(layer: l), isNegative: isDescent))
    if network.loss.cancelsSlope {
      let t = Formula.quantity(.target(.j))
      let y = Formula.quantity(.output(.j, .before))
      return Rule(name: .deltaName, reason: reason, formula: isDescent ? t - y : y - t)
    }
    if activation.mixesNeurons {
      let term = outputErrorQuantity * .quantity(.jacobian(of: .k, by: .j))
      return Rule(
        name: .deltaName, reason: .softmaxDeltaReason, formula: .series(.outputs, term))
    }
    return Rule(
      name: .deltaName, reason: reason, formula: slopeFactor(activation).times(outputErrorFactor))
  }

  private var outputErrorQuantity: Formula { .quantity(.error(.k)) }

  /// f′(net_j) inside a δ: spelt out where textbooks do, else by its own symbol.
  func slopeFactor(_ activation: Activation) -> Formula {
    guard !isStepwise else { return .quantity(.slope(.j)) }
    switch activation {
    case .identity, .sigmoid, .tanh: return slope(activation)
    case .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step, .sign:
      return .quantity(.slope(.j))
    }
  }

  /// The error inside an output's δ, likewise.
  private var outputErrorFactor: Formula {
    guard !isStepwise else { return .quantity(.error(.j)) }
    switch network.loss {
    case .halfSquaredError, .squaredError, .meanSquaredError: return outputError()
    case .absoluteError, .huber, .hinge, .binaryCrossEntropy, .crossEntropy, .perceptron:
      return .quantity(.error(.j))
    }
  }

  func gradientRule(_ part: ParameterPart, layer l: Int) -> Rule {
    let delta = Formula.quantity(.delta(.j))
    switch part {
    case .weights:
      return Rule(
        name: .gradientName, reason: .weightGradientReason(isDescent: isDescent),
        formula: signed(delta * .quantity(.output(.i, .before))))
    case .bias:
      let isTurned = convention.turns(part)
      let isShared = network.layers[l].biasKind == .shared
      let sum = isShared ? Formula.series(.layer(l), delta) : delta
      return Rule(
        name: isTurned ? .thresholdGradientName : .biasGradientName,
        reason: isShared
          ? .sharedGradientReason(
            isTurned ? .thresholdName : .biasName, isNegative: isDescent != isTurned)
          : isTurned ? .thresholdGradientReason : .biasGradientReason,
        formula: isDescent != isTurned ? .negative(sum) : sum)
    }
  }
}

extension Formula {
  /// A product without an idle factor 1, and without a product inside a product.
  func times(_ other: Formula) -> Formula {
    if case .number(1) = self { return other }
    if case .product(let factors) = self { return .product(factors + [other]) }
    return self * other
  }
}
