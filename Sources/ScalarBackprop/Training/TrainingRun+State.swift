extension TrainingRun {
  /// The network as it stands between two steps.
  var trained: Network { network.replacing(parameters: Array(workspace.parameters)) }

  /// The same training after so many steps in all, which are known to be finite.
  consuming func after(_ steps: Int) -> TrainingRun {
    while workspace.updates < steps { _ = step() }
    return self
  }

  /// The first gradient, else the first new parameter, of the next step that is not finite, where
  /// one is known to be; the parameters stay as they are.
  mutating func firstNotFiniteOfNextStep() -> Quantity {
    let parameters = network.parameters
    _ = differentiate(order.nextBatch())
    // The perceptron rule tells no gradients.
    if network.loss != .perceptron, let p = workspace.gradients.firstIndex(where: \.isNotFinite) {
      return .parameter(.gradient, parameters[p])
    }
    let old = Array(workspace.parameters)
    var recorder = NoRecorder()
    workspace.update(&recorder)
    let p = workspace.parameters.firstIndex(where: \.isNotFinite) ?? 0
    _ = workspace.parameters.update(from: old)
    workspace.updates -= 1
    return .parameter(.new, parameters[p])
  }
}

extension Double {
  fileprivate var isNotFinite: Bool { !isFinite }
}
