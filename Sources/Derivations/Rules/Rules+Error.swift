internal import Phrases
internal import ScalarBackprop

// Error: E = Σ E[k], and what E tells each output. In a text with δ = −∂E/∂net, errors are t − y.

extension Rules {
  func outputLossRule(_ pass: Pass) -> Rule {
    Rule(
      name: .outputLossName,
      reason: .outputLossReason(
        network.loss, symbols.sampleLoss,
        count: .letter(Formula.Constant.outputCount.letter(in: symbols.notation)),
        output: symbols.output(layer: outputLayer), target: .letter(symbols.notation.target)),
      formula: network.loss.formula(at: .j, pass))
  }

  func lossRule(_ pass: Pass) -> Rule {
    let count = symbols.topology.outputs.count
    // The losses of single outputs are not told again after the update.
    let term =
      pass == .before || isStepwise
      ? .quantity(.outputLoss(.j, pass)) : network.loss.formula(at: .j, pass)
    return Rule(
      name: .lossName, reason: pass == .before ? .lossReason(count) : .lossAfterReason,
      formula: .series(.layer(outputLayer), term))
  }

  /// ±∂E/∂y_j of an output.
  func outputError(at node: IndexVariable = .j) -> Formula {
    let y = Formula.quantity(.output(node, .before))
    let t = Formula.quantity(.target(node))
    let e = isDescent ? t - y : y - t
    switch network.loss {
    case .halfSquaredError, .perceptron: return e
    case .squaredError: return .product([.number(2), e])
    case .meanSquaredError: return .product([.number(2), e]) / .constant(.outputCount)
    case .absoluteError: return .apply(.sign, e)
    case .huber: return .choice(.atMostOne(.apply(.magnitude, e)), e, else: .apply(.sign, e))
    case .binaryCrossEntropy:
      // −(t/y − (1 − t)/(1 − y)), of which one term is left where t is 0 or 1.
      let one = isDescent ? Formula.one / y : .negative(.one / y)
      let zero = isDescent ? .negative(.one / (.one - y)) : Formula.one / (.one - y)
      return .choice(
        .equals(t, 1), one,
        else: .choice(.equals(t, 0), zero, else: crossEntropyQuotient(e, y)))
    case .crossEntropy: return isDescent ? t / y : .negative(t) / y
    case .hinge:
      return .choice(.positive(.one - t * y), isDescent ? t : .negative(t), else: .number(0))
    }
  }

  /// (t − y)/(y(1 − y)), with the sign of the convention in its numerator.
  func crossEntropyQuotient(_ difference: Formula, _ y: Formula) -> Formula {
    difference / .product([y, .one - y])
  }
}

extension Loss {
  /// E[k], whose derivative is `Rules.outputError`.
  func formula(at node: IndexVariable, _ pass: Pass) -> Formula {
    let y = Formula.quantity(.output(node, pass))
    let t = Formula.quantity(.target(node))
    let net = Formula.quantity(.net(node, pass))
    let e = t - y
    switch self {
    case .halfSquaredError, .perceptron: return .half * .square(e)
    case .squaredError: return .square(e)
    case .meanSquaredError: return .square(e) / .constant(.outputCount)
    case .absoluteError: return .apply(.magnitude, e)
    case .huber:
      return .choice(
        .atMostOne(.apply(.magnitude, e)), .half * .square(e), else: .apply(.magnitude, e) - .half)
    case .binaryCrossEntropy:
      return t * .apply(.softplus, .negative(net)) + (.one - t) * .apply(.softplus, net)
    case .crossEntropy: return t * .surprise(node, pass)
    case .hinge: return .choice(.positive(.one - t * y), .one - t * y, else: .number(0))
    }
  }
}
