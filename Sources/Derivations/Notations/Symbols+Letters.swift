internal import Phrases
internal import ScalarBackprop

// How a notation makes the symbol of each kind of quantity.

extension Symbols {
  func symbol(for quantity: QuantityAt<NodeName>) -> Symbol {
    switch quantity {
    case .input(let i): input(i)
    case .target(let k): .letter(notation.target, sub: k.ordinal)
    case .parameter(let role, let parameter): symbol(for: parameter, role)
    case .product(let j, let i, let pass):
      .product(symbol(for: .weight(to: j, from: i), pass), output(i, pass))
    case .sum(let j, let pass): node(notation.sum, j, pass)
    case .scaledSum(let j, let pass):
      .product(symbol(for: .weight(to: j, from: j), pass), node(notation.sum, j, pass))
    case .net(let j, let pass): net(j, pass)
    case .output(let j, let pass): output(j, pass)
    case .outputLoss(let k, let pass):
      .letter(
        notation.loss,
        sub: (numbersLosses ? notation.lossLabel + "," : "") + k.ordinal,
        isUpdated: pass == .after)
    case .loss(let pass): loss(pass)
    // Pooling has no weight: what it passes back is a part of its error.
    case .back(let k, let j) where !topology.forms[k.layer].hasNets:
      .product(
        error(k), .derivative(of: output(k, .before), by: output(j, .before), isNegative: false))
    case .back(let k, let j) where !topology.forms[k.layer].hasProducts:
      // The weight is the same for the whole window, and does not say which node is meant.
      .product(
        node(notation.delta, k, .before),
        .derivative(of: net(k, .before), by: output(j, .before), isNegative: false))
    case .back(let k, let j):
      .product(node(notation.delta, k, .before), symbol(for: .weight(to: k, from: j), .before))
    case .error(let j): error(j)
    case .slope(let j):
      if let function = notation.function {
        .slope(of: .letter(function, sub: functionLabels[j.layer]), at: net(j, .before))
      } else {
        .derivative(of: output(j, .before), by: net(j, .before), isNegative: false)
      }
    case .jacobian(let k, let j):
      .derivative(of: output(k, .before), by: net(j, .before), isNegative: false)
    case .delta(let j): node(notation.delta, j, .before)
    }
  }

  /// The output of a node as the next layer receives it: x of an input, else a.
  private func output(_ j: NodeName, _ pass: Pass) -> Symbol {
    if j.layer < 0 { return input(j) }
    guard notation.countsOutputs, isOutput(j) else { return node(notation.output, j, pass) }
    return .letter(notation.output.output, sub: j.ordinal, isUpdated: pass == .after)
  }

  /// An input, by its own name where nodes go by names.
  private func input(_ i: NodeName) -> Symbol {
    // A name of its own leaves no letter to any input in a rule.
    guard notation.labels == .names else { return .letter(notation.input, sub: i.label) }
    guard let position = i.position, topology.shape(ofLayer: -1) == nil else {
      return .letter("x", sub: i.label)
    }
    let isNamed = i.label != String(position + 1)
    return .letter(isNamed ? i.label : notation.input + i.label)
  }

  private func isOutput(_ j: NodeName) -> Bool { topology.isOutputLayer(j.layer) }

  private func node(_ letter: Notation.Letter, _ j: NodeName, _ pass: Pass) -> Symbol {
    .letter(
      isOutput(j) ? letter.output : letter.hidden, sub: j.label, sup: j.layerMark,
      isUpdated: pass == .after)
  }

  private func net(_ j: NodeName, _ pass: Pass) -> Symbol {
    guard notation.convention.subtractsThresholds else { return node(notation.net, j, pass) }
    let sum = node(notation.sum, j, pass)
    let own = keepsBias[j.layer] ? .before : pass
    switch topology.biases[j.layer] {
    case .absent: return sum
    case .each: return .difference(sum, symbol(for: .bias(j), own))
    case .shared: return .difference(sum, symbol(for: .shared(.bias, layer: j.layer, 0), own))
    }
  }

  private func loss(_ pass: Pass) -> Symbol {
    let label = isBatch && numbersLosses ? "" : notation.lossLabel
    return .letter(notation.loss, sub: label, isUpdated: pass == .after)
  }

  /// The letter of an error; `nil` where it is written as a derivative of the loss.
  var errorLetter: String? { notation.error ?? (isPerceptron ? "e" : nil) }

  private func error(_ j: NodeName) -> Symbol {
    if let errorLetter { return .letter(errorLetter, sub: j.label, sup: j.layerMark) }
    return .derivative(
      of: loss(.before), by: output(j, .before),
      isNegative: notation.convention.deltaSign == .descent)
  }
}

extension Symbols {
  private func symbol(for parameter: ParameterAt<NodeName>, _ role: ParameterRole) -> Symbol {
    switch role {
    case .value: symbol(for: parameter, .before)
    case .gradient:
      .derivative(of: loss(.before), by: symbol(for: parameter, .before), isNegative: false)
    case .state(let state): .state(state.letter(in: notation), of: symbol(for: parameter, .before))
    case .change: .change(symbol(for: parameter, .before))
    case .new: symbol(for: parameter, .after)
    }
  }

  /// A parameter's symbol, before or after the update.
  func symbol(for parameter: ParameterAt<NodeName>, _ pass: Pass) -> Symbol {
    switch parameter {
    case .weight(let j, let i):
      return mapWeight(j, i, isUpdated: pass == .after) ?? weight(j, i, isUpdated: pass == .after)
    case .bias(let j):
      if let bias = mapBias(j, isUpdated: pass == .after) { return bias }
      if let bias = notation.bias { return node(bias, j, pass) }
      let separator = j.label.utf8.count > 1 ? "," : ""
      return .letter(
        notation.weight.hidden, sub: "\(j.label)\(separator)b", isUpdated: pass == .after)
    case .shared(let part, let l, let n):
      return mapParameter(part, l, n, isUpdated: pass == .after)
        ?? sharedBias(l, isUpdated: pass == .after)
    }
  }

  /// The bias of a whole layer: b1, b^2, γ.
  func sharedBias(_ l: Int, isUpdated: Bool) -> Symbol {
    let letter = notation.bias ?? Notation.Letter("b")
    let base = topology.isOutputLayer(l) ? letter.output : letter.hidden
    if notation.showsLayers { return .letter(base, sup: String(l + 2), isUpdated: isUpdated) }
    if notation.needsOneHiddenLayer { return .letter(base, isUpdated: isUpdated) }
    if notation.weightLabels == .counted {
      return .letter("\(base)\(l + 1)", isUpdated: isUpdated)
    }
    let sub = notation.bias == nil ? "\(l + 1)" : "L\(l + 1)"
    return .letter(base, sub: sub, isUpdated: isUpdated)
  }

  private func weight(_ j: NodeName, _ i: NodeName, isUpdated: Bool) -> Symbol {
    let letter = isOutput(j) ? notation.weight.output : notation.weight.hidden
    if notation.weightLabels == .counted, let number = number(ofWeightTo: j, from: i) {
      return .letter("\(letter)\(number)", isUpdated: isUpdated)
    }
    let isForward = notation.weightLabels == .fromTo
    let (to, from) = (j.weightLabel, i.weightLabel)
    let (first, second) = isForward ? (from, to) : (to, from)
    let isShort = first.utf8.count == 1 && second.utf8.count == 1
    return .letter(
      letter, sub: isShort ? first + second : first + "," + second, sup: j.layerMark,
      isUpdated: isUpdated)
  }

  /// A weight's number in the order of the rows of weights, counted from 1.
  private func number(ofWeightTo j: NodeName, from i: NodeName) -> Int? {
    guard let to = j.position, let from = i.position else { return nil }
    let incoming = topology.sources(ofLayer: j.layer)
    let row = (to - topology.layers[j.layer].lowerBound) * incoming.count
    return weightsBefore[j.layer] + row + from - incoming.lowerBound + 1
  }
}
