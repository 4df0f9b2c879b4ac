extension TrainingRun {
  /// How many steps may go by before the parameters are looked at, where nobody else looks on.
  private static let watch = 64

  /// Takes step after step, and says why no more followed; `nil` where a number went beyond Double
  /// in the last step or, unless it was observed, in one before.
  func toEnd(_ observer: ((TrainingStep) -> Continuation)?) -> TrainingResult.End? {
    repeat {
      let loss = step()
      let number = workspace.updates
      let isWatched = observer != nil || number % Self.watch == 0 || isAtEnd
      guard loss.isFinite, !isWatched || workspace.parametersAreFinite,
        !hasFrozen || workspace.frozenGradientsAreFinite
      else { return nil }
      if let observer {
        let step = TrainingStep(number: number, epoch: order.epoch, loss: loss)
        if observer(step) == .stop { return .stopped }
      }
      if isGoodEnough { return workspace.parametersAreFinite ? .goodEnough : nil }
    } while !isAtEnd
    return .epochs
  }

  /// Goes on to the step that diverges, of which it is known that there is one, and leaves the
  /// state before it.
  func toDivergence() -> Divergence {
    let parameters = network.parameters
    var old = Array(workspace.parameters)
    while true {
      let number = workspace.updates + 1
      for p in old.indices { old[p] = workspace.parameters[p] }
      guard step().isFinite else { return Divergence(step: number, quantity: .loss(.before)) }
      let gradient = workspace.gradients.firstIndex { !$0.isFinite }
      let new = workspace.parameters.firstIndex { !$0.isFinite }
      guard let p = gradient ?? new else { continue }
      _ = workspace.parameters.update(from: old)
      workspace.updates -= 1
      // The perceptron rule tells no gradients.
      let role: ParameterRole = gradient == nil || network.loss == .perceptron ? .new : .gradient
      return Divergence(step: number, quantity: .parameter(role, parameters[p]))
    }
  }

  /// The network as it stands between two steps.
  var trained: Network { network.replacing(parameters: Array(workspace.parameters)) }
}
