internal import Derivations
internal import ScalarBackprop

// The catalogue's backward half, and what all of it is looked up by.

extension Workings {
  func backRewrites(_ right: Calculation, _ k: Int, _ j: Int) -> [Rewrite] {
    let weight = weight(k, j, .before)
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    let new = self.weight(k, j, .after)
    if new != weight {
      rewrites.append(
        Rewrite(misconception: .updatedWeight, calculation: right.replacing([weight: new])))
    }
    if let other = transposed(k, j) {
      rewrites.append(
        .transposed(right.replacing([weight: self.weight(other.j, other.i, .before)])))
    }
    for other in neighbours(of: j) {
      rewrites.append(.wrongOperand(right, self.weight(k, other, .before), for: weight))
    }
    for other in neighbours(of: k) {
      rewrites.append(.wrongOperand(right, .delta(other), for: .delta(k)))
      rewrites.append(
        .wrongOperand(right, self.weight(other, j, .before), for: weight))
    }
    return rewrites
  }

  func errorRewrites(_ right: Calculation, _ j: Int) -> [Rewrite] {
    let next = Array(symbols.nodes(ofLayer: symbols.layer(of: j) + 1))
    func sum(_ weights: [Quantity]) -> Calculation {
      let terms = zip(next.map { Quantity.delta($0) }, weights)
      return Calculation(operands: terms.flatMap { [$0.0, $0.1] }) { known in
        terms.reduce(0) { $0 + known($1.0) * known($1.1) }
      }
    }
    var rewrites =
      omissions(right) + [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    let late = next.map { weight($0, j, .after) }
    if late != next.map({ weight($0, j, .before) }) {
      rewrites.append(Rewrite(misconception: .updatedWeight, calculation: sum(late)))
    }
    let turned = next.map { k in transposed(k, j).map { weight($0.j, $0.i, .before) } }
    if !turned.contains(nil), turned.count > 1 {
      rewrites.append(.transposed(sum(turned.compactMap { $0 })))
    }
    for other in neighbours(of: j) {
      rewrites.append(.wrongOperand(sum(next.map { weight($0, other, .before) })))
    }
    return rewrites
  }

  func slopeRewrites(_ right: Calculation, _ j: Int) -> [Rewrite] {
    let activation = network.layers[symbols.layer(of: j)].activation
    let (net, out) = (Quantity.net(j, .before), Quantity.output(j, .before))
    let wrong: [Calculation] =
      switch activation {
      case .sigmoid:
        [
          .of(out) { activation.slope(net: $0, output: activation.value(at: $0)) },
          .of(net) { $0 * (1 - $0) },
        ]
      case .tanh:
        [
          .of(out) { activation.slope(net: $0, output: activation.value(at: $0)) },
          .of(net) { 1 - $0 * $0 },
        ]
      case .relu: [.same(as: net)]
      case .identity, .leakyReLU, .elu, .softplus, .gelu, .silu, .softmax, .step, .sign: []
      }
    let others = neighbours(of: j).map { other in
      var rewrite = Rewrite.wrongOperand(
        right.replacing([net: .net(other, .before), out: .output(other, .before)]))
      (rewrite.place, rewrite.used) = (out, .output(other, .before))
      return rewrite
    }
    return wrong.enumerated().map {
      Rewrite(misconception: .slopeArgument, variant: $0, calculation: $1)
    } + (activation == .identity ? [] : others)
  }

  func deltaRewrites(_ right: Calculation, _ j: Int) -> [Rewrite] {
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    let (error, slope) = (Quantity.error(j), Quantity.slope(j))
    if right.operands.contains(slope) {
      rewrites.append(
        Rewrite(misconception: .slopeForgotten, calculation: .same(as: error)))
      for other in neighbours(of: j) {
        rewrites.append(.wrongOperand(right, .slope(other), for: slope))
        rewrites.append(.wrongOperand(right, .error(other), for: error))
      }
    } else if symbols.outputs.contains(j), network.loss.cancelsSlope {
      let y = Quantity.output(j, .before)
      let extra = Calculation(operands: right.operands) { known in
        right.value(known) * known(y) * (1 - known(y))
      }
      rewrites.append(Rewrite(misconception: .slopeExtra, calculation: extra))
      let net = right.replacing([y: .net(j, .before)])
      rewrites.append(Rewrite(misconception: .netForOutput, calculation: net))
      for other in neighbours(of: j) {
        rewrites.append(.wrongOperand(right, .target(other), for: .target(j)))
        rewrites.append(.wrongOperand(right, .output(other, .before), for: y))
      }
    }
    return rewrites
  }

  // MARK: Gradients and updates

  func rewrites(
    _ right: Calculation, _ role: ParameterRole, _ parameter: Parameter
  ) -> [Rewrite] {
    switch role {
    case .value, .state: return []
    case .gradient: return gradientRewrites(right, parameter)
    case .change: return changeRewrites(right, parameter)
    case .new:
      let (old, change) = (
        Quantity.parameter(.value, parameter), Quantity.parameter(.change, parameter)
      )
      var rewrites = [
        Rewrite(misconception: .sign, calculation: right.scaling(change, by: -1))
      ]
      if parameter.part == .bias {
        rewrites.append(Rewrite(misconception: .biasNotUpdated, calculation: .same(as: old)))
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
      if symbols.layer(of: i) >= 0 {
        rewrites.append(
          Rewrite(
            misconception: .netForOutput, calculation: right.replacing([source: .net(i, .before)])))
      }
      for other in nodes where other != i {
        rewrites.append(.wrongOperand(right, given(.output(other, .before)), for: source))
      }
      rewrites += wrongDeltas(right, j)
    case .bias(let j): rewrites += wrongDeltas(right, j)
    case .sharedBias: rewrites += omissions(right)
    }
    return rewrites
  }

  private func wrongDeltas(_ right: Calculation, _ j: Int) -> [Rewrite] {
    nodes.filter { $0 != j && symbols.layer(of: $0) >= 0 }.map {
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

  // MARK: Neighbours

  /// The nodes that are tried in place of the right one; of a large network the first ones only.
  private var nodes: Range<Int> { 0..<min(symbols.outputs.upperBound, 24) }

  /// The other nodes of a node's layer.
  func neighbours(of node: Int) -> [Int] {
    symbols.nodes(ofLayer: symbols.layer(of: node)).prefix(12).filter { $0 != node }
  }

  /// A weight as a pass uses it.
  func weight(_ j: Int, _ i: Int, _ pass: Pass) -> Quantity {
    used(.weight(to: j, from: i), pass)
  }

  /// The bias of a node as a pass uses it; `nil` where it has none.
  func bias(of j: Int, _ pass: Pass) -> Quantity? {
    let layer = symbols.layer(of: j)
    return switch network.layers[layer].biasKind {
    case .shared: used(.sharedBias(layer: layer), pass)
    case .each: used(.bias(j), pass)
    case .absent, nil: nil
    }
  }

  private func used(_ parameter: Parameter, _ pass: Pass) -> Quantity {
    let new = Quantity.parameter(.new, parameter)
    return pass == .after && block(of: Place(new)) != nil ? new : .parameter(.value, parameter)
  }

  func given(_ quantity: Quantity) -> Quantity { derivation.asGiven(quantity) }

  /// The weight that stands where rows and columns are exchanged; `nil` where none does, or itself.
  func transposed(_ j: Int, _ i: Int) -> (j: Int, i: Int)? {
    let layer = symbols.nodes(ofLayer: symbols.layer(of: j))
    let below = symbols.nodes(ofLayer: symbols.layer(of: i))
    let (row, column) = (j - layer.lowerBound, i - below.lowerBound)
    guard row != column, column < layer.count, row < below.count else { return nil }
    return (layer.lowerBound + column, below.lowerBound + row)
  }
}
