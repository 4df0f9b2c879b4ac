extension TrainingRun {
  /// The network as it stands between two steps.
  var trained: Network { network.replacing(parameters: Array(workspace.parameters)) }

  /// Goes on until so many steps have been taken in all, which are known to be finite.
  func advance(to steps: Int) {
    while workspace.updates < steps { _ = step() }
  }

  /// The first gradient, else the first new parameter, of the next step that is not finite, where
  /// one is known to be; the parameters stay as they are.
  func firstNotFiniteOfNextStep() -> Quantity {
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
