extension TraceLayout {
  /// The place of a quantity's value, or `nil` where the trace has no such quantity.
  ///
  /// - Parameter sample: the sample's place in the batch; `nil` for what the batch has, or for the
  ///   only sample.
  func place(of quantity: Quantity, sample: Int?) -> Int? {
    guard hasTargets || quantity.isForward else { return nil }
    switch quantity {
    case .parameter(.gradient, let parameter):
      guard sample == nil, sampleCount > 1 else { break }
      return plan.index(of: parameter).map { batchGradients + $0 }
    case .parameter(let role, let parameter): return place(of: role, parameter)
    case .loss(let pass):
      guard sample == nil, sampleCount > 1 else { break }
      return pass == .before ? batchBefore : batchAfter
    case .input, .target, .product, .sum, .scaledSum, .net, .output, .outputLoss, .back, .error,
      .slope,
      .jacobian, .delta:
      break
    }
    guard let sample = sample ?? (sampleCount == 1 ? 0 : nil),
      (0..<sampleCount).contains(sample)
    else { return nil }
    return placeInStep(of: quantity).map { start(ofSample: sample) + $0 }
  }

  /// The place of a quantity within a sample's portion, or, of a parameter, within the common one.
  func placeInStep(of quantity: Quantity) -> Int? {
    switch quantity {
    case .input(let i): i < plan.layers[0].inputCount ? inputs + i : nil
    case .target(let k): output(k).map { targets + $0 }
    case .parameter(let role, let parameter): place(of: role, parameter)
    case .product(let j, let i, let pass):
      plan.layer(of: j).flatMap { layer in
        guard layer.form.hasProducts else { return nil }
        return layer.link(to: j, from: i).map { slots(of: layer, pass).products + $0 }
      }
    case .sum(let j, let pass): neuron(j) { slots(of: $0, pass).sums }
    case .scaledSum(let j, let pass):
      neuron(j) { $0.form.hasProducts ? nil : slots(of: $0, pass).scaled }
    case .net(let j, let pass): neuron(j) { slots(of: $0, pass).nets }
    case .output(let j, let pass):
      plan.layers[0].inputCount > j ? inputs + j : node(j) { slots(of: $0, pass).outputs }
    case .outputLoss(let k, let pass): output(k).map { losses(pass).terms + $0 }
    case .loss(let pass): losses(pass).total
    case .back(let k, let j):
      plan.layer(of: k).flatMap { next in
        plan.layer(of: j).flatMap { layer in
          guard next.position == layer.position + 1 else { return nil }
          return next.linkBySource(from: j, to: k).map { slots[layer.position].backs + $0 }
        }
      }
    case .error(let j): node(j) { slots[$0.position].errors }
    case .slope(let j): neuron(j) { slots[$0.position].slopes }
    case .jacobian(let k, let j):
      output(k).flatMap { row in
        output(j).flatMap { column in
          let last = plan.layers[plan.layers.count - 1]
          guard last.activation.mixesNeurons else { return nil }
          return slots[slots.count - 1].jacobian + row * last.count + column
        }
      }
    case .delta(let j): neuron(j) { slots[$0.position].deltas }
    }
  }

  private func place(of role: ParameterRole, _ parameter: Parameter) -> Int? {
    guard let layer = plan.layer(of: parameter), let index = plan.index(of: parameter) else {
      return nil
    }
    let slots = slots[layer.position]
    let offset = index - layer.firstParameter
    switch role {
    case .value: return slots.parameters + offset
    case .gradient: return slots.gradients + offset
    case .state(let state):
      guard states.contains(state) else { return nil }
      return layer.trained.contains(index) ? slots.update[state] + offset : nil
    case .change: return layer.trained.contains(index) ? slots.update.changes + offset : nil
    case .new: return layer.trained.contains(index) ? slots.update.news + offset : nil
    }
  }

  private func node(_ j: Int, _ start: (LayerPlan) -> Int) -> Int? {
    plan.layer(of: j).map { start($0) + j - $0.firstNode }
  }

  /// As `node`, of one that has a net value.
  private func neuron(_ j: Int, _ start: (LayerPlan) -> Int?) -> Int? {
    plan.layer(of: j).flatMap { layer in
      layer.form.hasNets ? start(layer).map { $0 + j - layer.firstNode } : nil
    }
  }

  private func output(_ k: Int) -> Int? {
    let last = plan.layers[plan.layers.count - 1]
    return (last.firstNode..<plan.nodeCount).contains(k) ? k - last.firstNode : nil
  }

  private func slots(of layer: LayerPlan, _ pass: Pass) -> ForwardSlots {
    pass == .before ? slots[layer.position].before : slots[layer.position].after
  }

  private func losses(_ pass: Pass) -> LossSlots { pass == .before ? before : after }
}

extension Quantity {
  /// Whether a sample without targets has it too.
  fileprivate var isForward: Bool {
    switch self {
    case .input, .parameter(.value, _), .product(_, _, .before), .sum(_, .before),
      .scaledSum(_, .before),
      .net(_, .before), .output(_, .before):
      true
    case .target, .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back,
      .error,
      .slope, .jacobian, .delta:
      false
    }
  }
}
