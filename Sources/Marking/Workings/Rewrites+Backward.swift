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
    let forward = right.replacing([weight: .output(j, .before)])
    rewrites.append(Rewrite(misconception: .outputForWeight, calculation: forward))
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
    let next = Array(symbols.topology.followers(of: j))
    guard next.allSatisfy({ pooling(at: $0) == nil }) else {
      return omissions(right) + [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    }
    func sum(_ weights: [Quantity]) -> Calculation {
      let terms = zip(next.map { Quantity.delta($0) }, weights)
      return Calculation(operands: terms.flatMap { [$0.0, $0.1] }) { known in
        terms.reduce(0) { $0 + known($1.0) * known($1.1) }
      }
    }
    var rewrites =
      omissions(right) + [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    let gradients = next.compactMap { k in
      symbols.topology.weight(to: k, from: j).map { Quantity.parameter(.gradient, $0) }
    }
    if gradients.allSatisfy({ block(of: Place($0)) != nil }) {
      let summed = Calculation(operands: gradients) { known in
        gradients.reduce(0) { $0 + known($1) }
      }
      rewrites.append(Rewrite(misconception: .gradientsSummed, calculation: summed))
    }
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
    let activation = network.layers[symbols.topology.layer(of: j)].activation
    let (net, out) = (Quantity.net(j, .before), Quantity.output(j, .before))
    var unsquared: [Rewrite] = []
    let wrong: [Calculation]
    switch activation {
    case .sigmoid:
      wrong = [
        .of(out) { activation.slope(net: $0, output: activation.value(at: $0)) },
        .of(net) { $0 * (1 - $0) },
      ]
    case .tanh:
      wrong = [
        .of(out) { activation.slope(net: $0, output: activation.value(at: $0)) },
        .of(net) { 1 - $0 * $0 },
      ]
      unsquared = [Rewrite(misconception: .slopeNotSquared, calculation: .of(out) { 1 - $0 })]
    case .relu: wrong = [.same(as: net)]
    case .identity, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step, .sign:
      wrong = []
    }
    let others = neighbours(of: j).map { other in
      var rewrite = Rewrite.wrongOperand(
        right.replacing([net: .net(other, .before), out: .output(other, .before)]))
      (rewrite.place, rewrite.used) = (out, .output(other, .before))
      return rewrite
    }
    var rewrites = wrong.enumerated().map {
      Rewrite(misconception: .slopeArgument, variant: $0, calculation: $1)
    }
    if let other = activation.slopeMistakenFor {
      let slope = Calculation.of(out) { other.slope(net: .nan, output: $0) }
      rewrites.append(Rewrite(misconception: .otherActivation, calculation: slope))
    }
    return rewrites + unsquared + (activation.isLinear ? [] : others)
  }

  func deltaRewrites(_ right: Calculation, _ j: Int) -> [Rewrite] {
    var rewrites = [Rewrite(misconception: .sign, calculation: right.scaled(by: -1))]
    let (error, slope) = (Quantity.error(j), Quantity.slope(j))
    if right.operands.contains(slope) {
      rewrites.append(
        Rewrite(misconception: .slopeForgotten, calculation: .same(as: error)))
      rewrites += doubled(right, at: j)
      for other in neighbours(of: j) {
        rewrites.append(.wrongOperand(right, .slope(other), for: slope))
        rewrites.append(.wrongOperand(right, .error(other), for: error))
      }
    } else if symbols.topology.outputs.contains(j), network.loss.cancelsSlope {
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

  // MARK: Neighbours

  /// The nodes that are tried in place of the right one; of a large network the first ones only.
  var nodes: Range<Int> { 0..<min(symbols.topology.outputs.upperBound, 24) }

  /// The other nodes of a node's layer.
  func neighbours(of node: Int) -> [Int] {
    symbols.topology.nodes(ofLayer: symbols.topology.layer(of: node)).prefix(12).filter {
      $0 != node
    }
  }

  /// A weight as a pass uses it.
  func weight(_ j: Int, _ i: Int, _ pass: Pass) -> Quantity {
    used(symbols.topology.weight(to: j, from: i) ?? .weight(to: j, from: i), pass)
  }

  /// The bias of a node as a pass uses it; `nil` where it has none.
  func bias(of j: Int, _ pass: Pass) -> Quantity? {
    symbols.topology.bias(of: j).map { used($0, pass) }
  }

  func used(_ parameter: Parameter, _ pass: Pass) -> Quantity {
    let new = Quantity.parameter(.new, parameter)
    return pass == .after && block(of: Place(new)) != nil ? new : .parameter(.value, parameter)
  }

  func given(_ quantity: Quantity) -> Quantity { derivation.canonical(quantity) }

  /// The weight that stands where rows and columns are exchanged; `nil` where none does, or itself.
  func transposed(_ j: Int, _ i: Int) -> (j: Int, i: Int)? {
    let layer = symbols.topology.nodes(ofLayer: symbols.topology.layer(of: j))
    let below = symbols.topology.nodes(ofLayer: symbols.topology.layer(of: i))
    let (row, column) = (j - layer.lowerBound, i - below.lowerBound)
    guard row != column, column < layer.count, row < below.count else { return nil }
    return (layer.lowerBound + column, below.lowerBound + row)
  }
}
