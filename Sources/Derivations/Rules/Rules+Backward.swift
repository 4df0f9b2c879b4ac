internal import Phrases
internal import ScalarBackprop

// Backward, with the old weights: δ_k = error·f′(net), error_j = Σ_k δ_k·w_kj, ∂E/∂w_ji = ±δ_j·out_i.

extension Rules {
  func backRule(layer l: Int) -> Rule {
    if case .pooling(let kind, _) = form(l + 1) {
      return Rule(
        name: .backName, reason: .poolingBackReason(kind), formula: back(from: l + 1))
    }
    return Rule(
      name: .backName, reason: .backReason(delta: symbols.delta(layer: l + 1)),
      formula: back(from: l + 1), isOwnName: true)
  }

  /// What comes back from the layer behind, named where rules go on with results.
  func backTerm(from l: Int) -> Formula {
    isStepwise ? .quantity(.back(from: .k, to: .j)) : back(from: l)
  }

  /// What a node of a layer passes back: δ_k·w_kj, or what pooling gives of its error.
  func back(from l: Int) -> Formula {
    switch form(l) {
    case .pooling(.largest, _):
      .choice(.isLargest, .quantity(.error(.k)), else: .number(0))
    case .pooling(.mean, _): .quantity(.error(.k)) / windowSize(l)
    case .dense, .tied, .convolution, .subsampling:
      .quantity(.delta(.k)) * .quantity(.parameter(.value, .weight(to: .k, from: .j)))
    }
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
      reason: form(l + 1) == .dense
        ? .hiddenErrorReason(
          next, toOutputs: isOutput(l + 1), delta: symbols.delta(layer: l + 1))
        : .gatheredErrorReason(isPooled: !form(l + 1).hasNets),
      formula: .series(.outgoing, backTerm(from: l + 1)))
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
      let error =
        isStepwise ? .quantity(.error(.j)) : Formula.series(.outgoing, backTerm(from: l + 1))
      guard form(l + 1) == .dense else {
        return Rule(
          name: .deltaName, reason: .gatheredDeltaReason(pooling(l + 1)),
          formula: slopeFactor(activation).times(error))
      }
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
    if usesSeveralTimes(part, l) {
      return Rule(
        name: convention.turns(part)
          ? .thresholdGradientName : part == .bias ? .biasGradientName : .gradientName,
        reason: .usesReason(
          form(l), part, isNegative: isDescent != convention.turns(part)),
        formula: isDescent != convention.turns(part)
          ? .negative(.series(.uses, use(of: part, l))) : .series(.uses, use(of: part, l)))
    }
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

extension Rules {
  /// Whether a parameter of a layer works at several places of a kernel, or in another layer, too.
  func usesSeveralTimes(_ part: ParameterPart, _ l: Int) -> Bool {
    if form(l).sharesParameters { return part == .weights || network.layers[l].biasKind == .each }
    return part == .weights && network.layers.contains { $0.form == .tied(to: l) }
  }

  /// How a layer pools; `nil` where it does not.
  private func pooling(_ l: Int) -> Pooling? {
    if case .pooling(let kind, _) = form(l) { kind } else { nil }
  }

  /// What one use of a parameter adds to its gradient, but for the sign.
  func use(of part: ParameterPart, _ l: Int) -> Formula {
    let delta = Formula.quantity(.delta(.j))
    guard part == .weights else { return delta }
    return delta * .quantity(form(l).hasProducts ? .output(.i, .before) : .sum(.j, .before))
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
