internal import Phrases
internal import ScalarBackprop

// Forward: net_j = Σ_i w_ji·out_i + b_j, out_j = f(net_j).

extension Rules {
  func productRule(_ pass: Pass, layer l: Int) -> Rule {
    Rule(name: .productName, reason: .productReason, formula: product(pass, l), isOwnName: true)
  }

  func sumRule(_ pass: Pass, layer l: Int) -> Rule {
    if case .subsampling = form(l) {
      return Rule(name: .windowSumName, reason: .windowSumReason, formula: windowSum(pass))
    }
    return Rule(name: .sumName, reason: .sumReason, formula: .series(.incoming, term(pass, l)))
  }

  /// u·(Σ of the window) of subsampling.
  func scaledSumRule(_ pass: Pass, layer l: Int) -> Rule {
    Rule(
      name: .productName, reason: .scaledSumReason, formula: scaledSum(pass, l), isOwnName: true)
  }

  private func scaledSum(_ pass: Pass, _ l: Int) -> Formula {
    .quantity(.parameter(role(of: .weights, pass, l), .weight(to: .j, from: .j)))
      * .quantity(.sum(.j, pass))
  }

  private func windowSum(_ pass: Pass) -> Formula {
    .series(.incoming, .quantity(.output(.i, pass)))
  }

  func form(_ l: Int) -> LayerForm { network.layers[l].form }

  /// How many nodes a pooling window has.
  func windowSize(_ l: Int) -> Formula {
    guard case .pooling(_, let window) = form(l) else { return .one }
    return .number(Double(window.size.rows * window.size.columns))
  }

  func netRule(_ pass: Pass, layer l: Int) -> Rule {
    let hasProducts = form(l).hasProducts
    let sum: Formula =
      hasProducts
      ? .series(.incoming, term(pass, l))
      : isStepwise ? .quantity(.scaledSum(.j, pass)) : scaledSum(pass, l)
    let hasBias = network.layers[l].biasKind != .absent
    let reason = netReason(l, hasBias: hasBias)
    guard hasBias else { return Rule(name: .netName, reason: reason, formula: sum) }
    let constant = Formula.quantity(
      .parameter(
        role(of: .bias, pass, l), form(l).sharesParameters ? .bias(.j) : pattern(.bias, layer: l)))
    guard convention.subtractsThresholds, hasProducts else {
      let formula = convention.subtractsThresholds ? sum - constant : sum + constant
      return Rule(name: .netName, reason: reason, formula: formula)
    }
    let before = isStepwise ? Formula.quantity(.sum(.j, pass)) : sum
    return Rule(
      name: .netName, reason: .netThresholdReason, formula: before - constant,
      isOwnName: isStepwise)
  }

  private func netReason(_ l: Int, hasBias: Bool) -> Phrase {
    switch form(l) {
    case .convolution(let window):
      .kernelReason(hasBias: hasBias, isPadded: window.padding != Extent(0))
    case .subsampling: .subsamplingReason(hasBias: hasBias)
    case .dense, .tied, .pooling: hasBias ? .netBiasReason : .netReason
    }
  }

  func outputRule(_ pass: Pass, layer l: Int) -> Rule {
    if case .pooling(let kind, _) = form(l) {
      let value = Formula.quantity(.output(.i, pass))
      return Rule(
        name: .outputName, reason: .poolingReason(kind),
        formula: kind == .largest
          ? .largest(.incoming, value) : windowSum(pass) / windowSize(l))
    }
    let activation = network.layers[l].activation
    let formula =
      activation.mixesNeurons
      ? softmax(pass) : activation.formula(of: .quantity(.net(.j, pass)))
    return Rule(name: .outputName, reason: .outputReason(activation), formula: formula)
  }

  private func term(_ pass: Pass, _ l: Int) -> Formula {
    isStepwise ? .quantity(.product(to: .j, from: .i, pass)) : product(pass, l)
  }

  /// w_ji·out_i, with the new weight where the pass is the one after the update.
  private func product(_ pass: Pass, _ l: Int) -> Formula {
    .quantity(.parameter(role(of: .weights, pass, l), .weight(to: .j, from: .i)))
      * .quantity(.output(.i, pass))
  }

  /// e^net_j / Σ e^net_k.
  func softmax(_ pass: Pass) -> Formula {
    func numerator(_ node: IndexVariable) -> Formula {
      let net = Formula.quantity(.net(node, pass))
      return .apply(.exponential, shiftsSoftmax ? net - .constant(.largestNet(pass)) : net)
    }
    return numerator(.j) / .series(.outputs, numerator(.k))
  }

  /// What a pass multiplies by or adds: the parameter itself, or, after the update, its new value.
  private func role(of part: ParameterPart, _ pass: Pass, _ l: Int) -> ParameterRole {
    // A tied layer's weights are frozen where they belong.
    var owner = l
    if part == .weights, case .tied(let other) = form(l) { owner = other }
    return pass == .before || network.layers[owner].frozen.contains(part) ? .value : .new
  }
}

extension Activation {
  /// f(net), each beside its slope below.
  func formula(of net: Formula) -> Formula {
    switch self {
    case .identity: net
    case .sigmoid: .apply(.logistic, net)
    case .tanh: .apply(.tanh, net)
    case .relu: .choice(.positive(net), net, else: .number(0))
    case .leakyReLU: .choice(.positive(net), net, else: .number(Activation.leak) * net)
    case .elu: .choice(.positive(net), net, else: .apply(.exponentialMinusOne, net))
    case .softplus: .apply(.softplus, net)
    case .gelu: net * .apply(.normalDistribution, net)
    case .silu: net * .apply(.logistic, net)
    case .mish: net * .apply(.tanh, .apply(.softplus, net))
    case .softmax: .apply(.exponential, net)
    case .step: .choice(.notNegative(net), .one, else: .number(0))
    case .sign: .choice(.notNegative(net), .one, else: .number(-1))
    }
  }

  /// f′(net), in terms of the output a where the slope can be had from it.
  func slopeFormula(net: Formula, output a: Formula) -> Formula {
    switch self {
    case .identity: .one
    case .sigmoid, .softmax: a * (.one - a)
    case .tanh: .one - .square(a)
    case .relu: .choice(.positive(net), .one, else: .number(0))
    case .leakyReLU: .choice(.positive(net), .one, else: .number(Activation.leak))
    case .elu: .choice(.positive(net), .one, else: .apply(.exponential, net))
    case .softplus: .apply(.logistic, net)
    case .gelu: .apply(.normalDistribution, net) + net * .apply(.normalDensity, net)
    case .silu: .apply(.logistic, net) * (.one + net * (.one - .apply(.logistic, net)))
    case .mish:
      .apply(.tanh, .apply(.softplus, net))
        + net.times(.apply(.logistic, net))
        .times(.one - .square(.apply(.tanh, .apply(.softplus, net))))
    case .step, .sign: .number(0)
    }
  }
}
