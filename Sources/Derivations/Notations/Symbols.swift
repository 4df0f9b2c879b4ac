public import ScalarBackprop

/// The names of a network's quantities: its ids, and its symbols in a notation.
public struct Symbols: Sendable {
  /// The letters, labels and signs that symbols are made of.
  public let notation: Notation
  let layers: [Range<Int>]
  let layerOfNode: [Int]
  let biases: [BiasKind]
  /// The nodes' labels in ids, and in the notation's symbols.
  let ids: [String]
  let labels: [String]
  let inputNames: [String]
  /// How many weights there are before each layer's.
  let weightsBefore: [Int]

  /// Works out the labels of a network's nodes, in ids and in a notation.
  public init(of network: Network, in notation: Notation) {
    self.notation = notation
    ids = network.labels
    var start = network.inputs.count
    layers = network.layers.map { layer in
      defer { start += layer.neurons.count }
      return start..<start + layer.neurons.count
    }
    biases = network.layers.map { $0.biasKind ?? .absent }
    let groups = [0..<network.inputs.count] + layers
    layerOfNode = groups.enumerated().flatMap { l, group in group.map { _ in l - 1 } }
    switch notation.labels {
    case .throughNetwork: labels = (1...start).map(String.init)
    case .perLayer: labels = groups.flatMap { group in (1...group.count).map(String.init) }
    case .names: labels = ids
    }
    inputNames = network.inputs.enumerated().map { $1 ?? "\(notation.input)\($0 + 1)" }
    weightsBefore = network.layers.reduce(into: [0]) { counts, layer in
      counts.append(counts[counts.count - 1] + layer.neurons.reduce(0) { $0 + $1.weights.count })
    }
  }

  /// The output nodes.
  public var outputs: Range<Int> { layers[layers.count - 1] }
  /// The input nodes.
  public var inputs: Range<Int> { 0..<layers[0].lowerBound }

  /// The nodes of a layer, counted from 0; the inputs are layer −1.
  public func nodes(ofLayer l: Int) -> Range<Int> { l < 0 ? inputs : layers[l] }

  /// The layer of a node, counted from 0; −1 for an input.
  public func layer(of node: Int) -> Int { layerOfNode[node] }

  /// What a node is called in ids.
  public func label(of node: Int) -> String { ids[node] }
}

extension Symbols {
  /// A quantity's symbol.
  public func symbol(for quantity: Quantity) -> Symbol {
    switch quantity {
    case .input(let i): input(i)
    case .target(let k): .letter(notation.target, sub: ordinal(k))
    case .parameter(let role, let parameter): symbol(for: parameter, role)
    case .product(let j, let i, let pass):
      .product(symbol(for: .weight(to: j, from: i), pass), incoming(i, pass))
    case .sum(let j, let pass): node(notation.sum, j, pass)
    case .net(let j, let pass): net(j, pass)
    case .output(let j, let pass): incoming(j, pass)
    case .outputLoss(let k, let pass):
      .letter(notation.outputLoss, sub: ordinal(k), isUpdated: pass == .after)
    case .loss(let pass): loss(pass)
    case .back(let k, let j):
      .product(symbol(for: .delta(k)), symbol(for: .weight(to: k, from: j), .before))
    case .error(let j): error(j)
    case .slope(let j):
      if let function = notation.function {
        .slope(of: function, at: net(j, .before))
      } else {
        .derivative(of: incoming(j, .before), by: net(j, .before), isNegative: false)
      }
    case .jacobian(let k, let j):
      .derivative(of: incoming(k, .before), by: net(j, .before), isNegative: false)
    case .delta(let j): node(notation.delta, j, .before)
    }
  }

  /// The output of a node as the next layer receives it: x of an input, else a.
  public func incoming(_ j: Int, _ pass: Pass) -> Symbol {
    guard layerOfNode[j] >= 0 else { return input(j) }
    guard notation.countsOutputs, isOutput(j) else { return node(notation.output, j, pass) }
    return .letter(notation.output.output, sub: ordinal(j), isUpdated: pass == .after)
  }

  private func input(_ i: Int) -> Symbol {
    notation.labels == .names
      ? .letter(inputNames[i]) : .letter(notation.input, sub: labels[i])
  }

  private func isOutput(_ j: Int) -> Bool { layerOfNode[j] == layers.count - 1 }

  /// The label of an output, which some texts count from the first one.
  private func ordinal(_ k: Int) -> String {
    notation.countsOutputs ? String(k - outputs.lowerBound + 1) : labels[k]
  }

  private func node(_ letter: Notation.Letter, _ j: Int, _ pass: Pass) -> Symbol {
    .letter(
      isOutput(j) ? letter.output : letter.hidden, sub: labels[j], sup: layerMark(of: j),
      isUpdated: pass == .after)
  }

  /// The layer's number where it stands above the letter; the inputs are layer 1.
  private func layerMark(of j: Int) -> String {
    notation.showsLayers ? String(layerOfNode[j] + 2) : ""
  }

  private func net(_ j: Int, _ pass: Pass) -> Symbol {
    guard notation.convention.subtractsThresholds else { return node(notation.net, j, pass) }
    let sum = node(notation.sum, j, pass)
    switch biases[layerOfNode[j]] {
    case .absent: return sum
    case .each: return .difference(sum, symbol(for: .bias(j), pass))
    case .shared: return .difference(sum, symbol(for: .sharedBias(layer: layerOfNode[j]), pass))
    }
  }

  private func loss(_ pass: Pass) -> Symbol {
    let parts = notation.loss.split(separator: "_")
    return .letter(
      String(parts[0]), sub: parts.count > 1 ? String(parts[1]) : "", isUpdated: pass == .after)
  }

  private func error(_ j: Int) -> Symbol {
    if let letter = notation.error { return .letter(letter, sub: labels[j]) }
    return .derivative(
      of: loss(.before), by: incoming(j, .before),
      isNegative: notation.convention.deltaSign == .descent)
  }
}

extension Symbols {
  private func symbol(for parameter: Parameter, _ role: ParameterRole) -> Symbol {
    switch role {
    case .value: symbol(for: parameter, .before)
    case .gradient:
      .derivative(of: loss(.before), by: symbol(for: parameter, .before), isNegative: false)
    case .state(let state): .state(state.letter, of: symbol(for: parameter, .before))
    case .change: .change(symbol(for: parameter, .before))
    case .new: symbol(for: parameter, .after)
    }
  }

  /// A parameter's symbol, before or after the update.
  func symbol(for parameter: Parameter, _ pass: Pass) -> Symbol {
    let isUpdated = pass == .after
    switch parameter {
    case .weight(let j, let i): return weight(j, i, isUpdated)
    case .bias(let j):
      if let bias = notation.bias { return node(bias, j, pass) }
      return .letter(
        notation.weight.hidden, sub: labels[j] + (labels[j].count > 1 ? ",b" : "b"),
        isUpdated: isUpdated)
    case .sharedBias(let l):
      let letter = notation.bias ?? Notation.Letter("b")
      let base = l == layers.count - 1 ? letter.output : letter.hidden
      if notation.showsLayers {
        return .letter(base, sup: String(l + 2), isUpdated: isUpdated)
      }
      if notation.needsOneHiddenLayer { return .letter(base, isUpdated: isUpdated) }
      return notation.weightLabels == .counted
        ? .letter("\(base)\(l + 1)", isUpdated: isUpdated)
        : .letter(base, sub: notation.bias == nil ? "\(l + 1)" : "L\(l + 1)", isUpdated: isUpdated)
    }
  }

  private func weight(_ j: Int, _ i: Int, _ isUpdated: Bool) -> Symbol {
    let letter = isOutput(j) ? notation.weight.output : notation.weight.hidden
    let l = layerOfNode[j]
    switch notation.weightLabels {
    case .counted:
      let incoming = nodes(ofLayer: l - 1)
      let row = (j - layers[l].lowerBound) * incoming.count
      let number = weightsBefore[l] + row + i - incoming.lowerBound + 1
      return .letter("\(letter)\(number)", isUpdated: isUpdated)
    case .toFrom: return weight(letter, labels[j], labels[i], layerMark(of: j), isUpdated)
    case .fromTo: return weight(letter, labels[i], labels[j], layerMark(of: j), isUpdated)
    }
  }

  private func weight(
    _ letter: String, _ first: String, _ second: String, _ sup: String, _ isUpdated: Bool
  ) -> Symbol {
    let isShort = first.utf8.count == 1 && second.utf8.count == 1
    return .letter(
      letter, sub: isShort ? first + second : "\(first),\(second)", sup: sup,
      isUpdated: isUpdated)
  }
}

extension Optimizer.State {
  /// The letter of the original papers.
  var letter: String {
    switch self {
    case .velocity: "v"
    case .moment: "m"
    case .square: "s"
    case .correctedMoment: "m̂"
    case .correctedSquare: "ŝ"
    }
  }
}
