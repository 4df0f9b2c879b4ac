internal import Derivations
internal import ScalarBackprop

// The catalogue: for each kind of quantity, what people make of its step.

extension Workings {
  /// The rewrites of a step in any sample, by what is right there.
  func makeRewrites(of quantity: Quantity, _ right: Calculation, sample: Int?) -> [Rewrite] {
    ownRewrites(right, quantity) + miscopies(right, quantity, sample: sample)
  }

  private func ownRewrites(_ right: Calculation, _ quantity: Quantity) -> [Rewrite] {
    switch quantity {
    case .product(let j, let i, let pass): return productRewrites(right, j, i, pass)
    case .sum(_, let pass): return omissions(right) + lateNet(quantity, pass)
    case .scaledSum: return [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    case .net(let j, let pass): return netRewrites(right, j, pass)
    case .output(let j, let pass):
      if let kind = pooling(at: j) { return pooledRewrites(right, j, kind, pass) }
      return outputRewrites(j, pass)
    case .outputLoss(let k, let pass): return outputLossRewrites(right, k, pass)
    case .loss: return lossRewrites(right)
    case .back(let k, let j):
      if let kind = pooling(at: k) { return pooledBackRewrites(right, k, kind) }
      return backRewrites(right, k, j)
    case .error(let j):
      return symbols.topology.outputs.contains(j)
        ? outputErrorRewrites(right, j) : errorRewrites(right, j)
    case .slope(let j): return slopeRewrites(right, j)
    case .delta(let j): return deltaRewrites(right, j)
    case .parameter(let role, let parameter): return rewrites(right, role, parameter)
    case .input, .target, .jacobian: return []
    }
  }

  // MARK: Forward

  private func productRewrites(
    _ right: Calculation, _ j: Int, _ i: Int, _ pass: Pass
  ) -> [Rewrite] {
    let weight = weight(j, i, pass)
    let source = given(.output(i, pass))
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    if let other = transposed(j, i) {
      rewrites.append(.transposed(right.replacing([weight: self.weight(other.j, other.i, pass)])))
    }
    if symbols.topology.layer(of: i) >= 0 {
      rewrites.append(
        Rewrite(misconception: .netForOutput, calculation: right.replacing([source: .net(i, pass)]))
      )
    }
    for other in neighbours(of: i) {
      rewrites.append(.wrongOperand(right, given(.output(other, pass)), for: source))
      rewrites.append(.wrongOperand(right, self.weight(j, other, pass), for: weight))
    }
    if pass == .after, weight != self.weight(j, i, .before) {
      let old = right.replacing([weight: self.weight(j, i, .before)])
      rewrites.append(Rewrite(misconception: .updatedWeight, variant: 1, calculation: old))
    }
    return rewrites
  }

  private func netRewrites(_ right: Calculation, _ j: Int, _ pass: Pass) -> [Rewrite] {
    var rewrites =
      omissions(right) + lateNet(.net(j, pass), pass) + flippedKernel(j, pass)
      + otherNets(j, pass)
    guard let bias = bias(of: j, pass), right.operands.contains(bias) else { return rewrites }
    rewrites.append(
      Rewrite(misconception: .biasOmitted, calculation: right.scaling(bias, by: 0)))
    rewrites.append(Rewrite(misconception: .biasTwice, calculation: right.scaling(bias, by: 2)))
    rewrites.append(Rewrite(misconception: .biasSign, calculation: right.scaling(bias, by: -1)))
    for other in neighbours(of: j) {
      guard let wrong = self.bias(of: other, pass), wrong != bias else { continue }
      rewrites.append(.wrongOperand(right, wrong, for: bias))
    }
    return rewrites + exchangesWithBias(right, bias, j, pass)
  }

  /// The line of another neuron; a window has so many neighbours that one of them is near to any number.
  private func otherNets(_ j: Int, _ pass: Pass) -> [Rewrite] {
    guard !network.layers[symbols.topology.layer(of: j)].form.sharesParameters else { return [] }
    return neighbours(of: j).map { other in
      let net = Quantity.net(other, pass)
      var rewrite = Rewrite.wrongOperand(.same(as: net))
      (rewrite.place, rewrite.used) = (.net(j, pass), net)
      return rewrite
    }
  }

  /// A net value after the update, worked out with the old parameters.
  private func lateNet(_ quantity: Quantity, _ pass: Pass) -> [Rewrite] {
    guard pass == .after else { return [] }
    let j = Indices(of: quantity).j
    guard network.layers[symbols.topology.layer(of: j)].form.hasProducts else { return [] }
    let incoming = Array(symbols.topology.sources(of: j))
    let isSum = if case .sum = quantity { true } else { false }
    let bias = isSum ? nil : bias(of: j, .before)
    let sign = trace.convention.subtractsThresholds ? -1.0 : 1.0
    let terms = incoming.map { (weight(j, $0, .before), given(.output($0, .after))) }
    let operands = [bias].compactMap { $0 } + terms.flatMap { [$0.0, $0.1] }
    let old = Calculation(operands: operands) { known in
      terms.reduce(bias.map { sign * known($0) } ?? 0) { $0 + known($1.0) * known($1.1) }
    }
    return [Rewrite(misconception: .updatedWeight, variant: 1, calculation: old)]
  }

  private func outputRewrites(_ j: Int, _ pass: Pass) -> [Rewrite] {
    let net = Quantity.net(j, pass)
    let activation = network.layers[symbols.topology.layer(of: j)].activation
    var rewrites: [Rewrite] = []
    if let other = activation.mistakenFor {
      rewrites.append(
        Rewrite(misconception: .otherActivation, calculation: .of(net) { other.value(at: $0) }))
    }
    if !activation.isLinear {
      rewrites.append(Rewrite(misconception: .activationNotApplied, calculation: .same(as: net)))
    }
    switch activation {
    case .softmax: return rewrites + softmaxRewrites(net, pass)
    case .sigmoid:
      let turned = Calculation.of(net) { activation.value(at: -$0) }
      rewrites.append(Rewrite(misconception: .exponentSign, calculation: turned))
    case .identity, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .step, .sign:
      break
    }
    let right = Calculation.of(net) { activation.value(at: $0) }
    return rewrites + neighbours(of: j).map { .wrongOperand(right, .net($0, pass), for: net) }
  }

  /// e^net that is not divided by the sum, and net in place of e^net.
  private func softmaxRewrites(_ net: Quantity, _ pass: Pass) -> [Rewrite] {
    let bare = Calculation.of(net) { exponential($0) }
    let all = symbols.topology.outputs.map { Quantity.net($0, pass) }
    let shares = Calculation(operands: [net] + all.filter { $0 != net }) { known in
      known(net) / all.reduce(0) { $0 + known($1) }
    }
    return [
      Rewrite(misconception: .softmaxNotNormalised, calculation: bare),
      Rewrite(misconception: .softmaxWithoutExp, calculation: shares),
    ]
  }

  /// One term of a sum left out.
  func omissions(_ right: Calculation) -> [Rewrite] {
    let terms = right.operands.filter(isTerm)
    guard terms.count > 1 else { return [] }
    return terms.map { term in
      Rewrite(
        misconception: .pathOmitted, calculation: right.scaling(term, by: 0), place: term)
    }
  }

  private func isTerm(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .product, .back, .outputLoss, .delta: true
    case .input, .target, .parameter, .sum, .scaledSum, .net, .output, .loss, .error, .slope,
      .jacobian:
      false
    }
  }
}

extension RewriteOf<Quantity> {
  static func wrongOperand(_ calculation: Calculation) -> Rewrite {
    Rewrite(misconception: .wrongOperand, calculation: calculation)
  }

  /// One operand in the place of another.
  static func wrongOperand(_ right: Calculation, _ used: Quantity, for place: Quantity) -> Rewrite {
    var rewrite = Rewrite.wrongOperand(right.replacing([place: used]))
    (rewrite.place, rewrite.used) = (place, used)
    return rewrite
  }

  static func transposed(_ calculation: Calculation) -> Rewrite {
    Rewrite(misconception: .transposed, calculation: calculation)
  }
}
