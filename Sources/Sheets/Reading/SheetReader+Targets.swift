internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The quantities that a name means under a way of numbering.

extension SheetReader {
  /// What the numbers of an entry are of; `nil` where that cannot be told.
  func targets(of entry: Entry, _ ways: [String: Numbering]) -> [Target]? {
    guard let name = entry.name else { return nil }
    return targets(name, entry, ways[name.group] ?? usual)
  }

  /// The same under one way of numbering; a layer or neuron of a heading goes before what the name says by
  /// itself.
  func targets(_ name: Name, _ entry: Entry, _ way: Numbering) -> [Target]? {
    if let placed = name.placed(entry.heading.place),
      let targets = targets(placed, entry.shape, way)
    {
      return targets
    }
    return targets(name, entry.shape, way)
  }

  /// The same under one way of numbering.
  func targets(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    if name.ofOutput != nil, plan.outputs.count > 1 { return shares(name, shape, way) }
    if let end = name.end { return ends(end, name, shape, way) }
    switch name.kind {
    case .weight: return parameters(plan.weights(name, shape, way), name)
    case .bias: return parameters(plan.biases(name, shape, way), name)
    case .loss: return loss(name, shape, way)
    case .net, .output, .error, .slope, .delta: return nodes(name, shape, way)
    case .input: return given(plan.inputs, name, shape).map { Target(quantity: .input($0)) }
    case .target: return given(plan.outputs, name, shape).map { Target(quantity: .target($0)) }
    case .rate, .node, .anyError: return nil
    }
  }

  /// Inputs or targets: all of them, the only one, or one by its name or number.
  func given(
    _ nodes: Range<Int>, _ name: Name, _ shape: NetworkPlan.Shape
  ) -> [Int] {
    let count =
      switch shape {
      case .one: 1
      case .list(let items): items
      case .matrix(let rows, let columns): rows * columns
      }
    guard let index = name.indices.last else { return nodes.count == count ? Array(nodes) : [] }
    guard count == 1, name.indices.count == 1 else { return [] }
    if let node = plan.position(of: index.text), nodes.contains(node) { return [node] }
    guard let number = index.number, (1...nodes.count).contains(number) else { return [] }
    return [nodes.lowerBound + number - 1]
  }

  func parameters(_ parameters: [Parameter]?, _ name: Name) -> [Target]? {
    let role: ParameterRole =
      switch name.role {
      case .plain, .old, .after: .value
      case .new: .new
      case .gradient: .gradient
      case .change: .change
      }
    let targets = parameters?.map { parameter in
      Target(
        quantity: .parameter(role, parameter),
        says: name.letter == "θ" && name.kind == .bias && hasThresholds ? .threshold : .nothing)
    }
    return targets?.allSatisfy { trace.block(of: $0.quantity) != nil } ?? false ? targets : nil
  }

  /// What a derivative of one output's share of the loss is of: what comes back from there to a neuron of
  /// the layer before, or all there is where nothing comes from elsewhere.
  private func shares(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    var (loss, whole) = (name, name)
    (loss.kind, loss.letter, loss.indices) = (.loss, "E", name.ofOutput.map { [$0] } ?? [])
    whole.ofOutput = nil
    guard shape == .one, let k = plan.nodes(loss, count: nil, way)?.first,
      let target = targets(whole, shape, way)?.first
    else { return nil }
    switch target.quantity {
    case .error(let j) where j != k:
      let back = Quantity.back(from: k, to: j)
      return trace[back] == nil ? nil : [Target(quantity: back, says: target.says)]
    case .error(k), .delta(k), .parameter(_, .weight(to: k, from: _)), .parameter(_, .bias(k)):
      return [target]
    default: return nil
    }
  }

  /// What is meant of the neuron at an end of a weight.
  private func ends(
    _ end: Name.End, _ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering
  ) -> [Target]? {
    guard shape == .one, case .weight(let j, let i)? = plan.weights(name, shape, way)?.first else {
      return nil
    }
    let node = end == .receiver ? j : i
    if plan.inputs.contains(node) { return [Target(quantity: .input(node))] }
    var own = name
    (own.end, own.indices) = (nil, [Name.Index(text: plan.labels[node])])
    return nodes(own, shape, usual)
  }

  func loss(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    guard [.one, .list(1), .matrix(rows: 1, columns: 1)].contains(shape) else { return nil }
    let pass: Pass = name.role == .after ? .after : .before
    // C_0 is the loss of the first sample.
    guard name.indices.contains(where: { $0.number != 0 }) else {
      return [Target(quantity: .loss(pass))]
    }
    guard let node = plan.nodes(name, count: nil, way)?.first, plan.outputs.contains(node) else {
      return nil
    }
    return [Target(quantity: .outputLoss(node, .before))]
  }

  func nodes(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    let count: Int?
    switch shape {
    case .one: count = nil
    case .list(let items): count = items
    case .matrix(let rows, let columns):
      guard rows == 1 || columns == 1 else { return nil }
      count = rows * columns
    }
    let pass: Pass = name.role == .after ? .after : .before
    let says: Answer.Sign =
      switch name.difference {
      case .targetMinusOutput: .descent
      case .outputMinusTarget: .gradient
      case nil: name.isDerivative ? .gradient : .nothing
      }
    let targets = plan.nodes(name, count: count, way)?.map { node -> Target in
      // a_0 is the input.
      if plan.inputs.contains(node), name.kind == .output { return Target(quantity: .input(node)) }
      return switch name.kind {
      case .net: Target(quantity: .net(node, pass))
      case .slope: Target(quantity: .slope(node))
      case .error: Target(quantity: .error(node), says: says)
      case .delta: Target(quantity: .delta(node), says: says)
      default: Target(quantity: .output(node, pass))
      }
    }
    return targets?.allSatisfy { trace.block(of: $0.quantity) != nil } ?? false ? targets : nil
  }

  /// The way of numbering that the notation itself has.
  var usual: Numbering {
    let notation = derivation.notation
    return Numbering(
      order: notation.weightLabels == .fromTo ? .fromInto : .intoFrom,
      inputLayer: notation.showsLayers ? 1 : 0)
  }
}

extension Quantity {
  /// Of a weight or bias what a heading or column says: its new value, gradient or change.
  func with(_ role: Name.Role?) -> Quantity {
    guard let role, case .parameter(.value, let parameter) = self else { return self }
    return switch role {
    case .plain, .after: self
    case .old: .parameter(.value, parameter)
    case .new: .parameter(.new, parameter)
    case .gradient: .parameter(.gradient, parameter)
    case .change: .parameter(.change, parameter)
    }
  }
}

extension Quantity {
  /// Whether it is a weight or bias, or belongs to one.
  var isParameter: Bool { if case .parameter = self { true } else { false } }

  /// The value of a weight or bias.
  var asValue: Quantity {
    if case .parameter(_, let parameter) = self { .parameter(.value, parameter) } else { self }
  }

  /// The change that belongs to a gradient.
  var asChange: Quantity {
    if case .parameter(_, let parameter) = self { .parameter(.change, parameter) } else { self }
  }
}
