extension TrainingRun {
  /// Without an observer, parameters are checked for overflow every so many steps only.
  private static let watch = 64

  /// Takes step after step, and says why no more followed; where a number went beyond Double, the
  /// state before that step is left.
  func toEnd(
    evaluatesEpochs: Bool = false, _ heldOut: HeldOut? = nil,
    _ observer: ((TrainingStep) -> Continuation)?
  ) -> TrainingResult.End {
    let tellsEvaluation = evaluatesEpochs && classes != nil
    let evaluates = training.until != nil || tellsEvaluation
    var last = Checkpoint(self)
    repeat {
      var validationLoss = heldOut?.look(at: self)
      let loss = steps(
        observer == nil ? Self.watch : 1, pausesAtEpochs: evaluates || heldOut != nil)
      guard loss.isFinite, workspace.parametersAreFinite,
        !hasUnusedGradients || workspace.frozenGradientsAreFinite
      else { return .diverged(toDivergence(from: last)) }
      let evaluation = order.isAtEnd && evaluates ? evaluate() : nil
      if let observer {
        // Only now is it known that this was the last step.
        if let heldOut, validationLoss == nil, isGoodEnough(evaluation) {
          validationLoss = at(last.parameters) { evaluate(heldOut).loss }
        }
        let step = TrainingStep(
          number: workspace.updates, epoch: order.epoch, loss: loss,
          evaluation: tellsEvaluation ? evaluation : nil, validationLoss: validationLoss)
        if observer(step) == .stop { return isGoodEnough(evaluation) ? .goodEnough : .stopped }
      }
      if isGoodEnough(evaluation) { return .goodEnough }
      last.update(self)
    } while !isAtEnd
    return .epochs
  }

  /// Whether an epoch has just ended that leaves the loss low enough.
  private func isGoodEnough(_ evaluation: Evaluation?) -> Bool {
    guard let until = training.until, let evaluation else { return false }
    return evaluation.loss <= until
  }

  /// Goes again from a state that was finite to the step that diverges, of which it is known that
  /// there is one, and leaves the state before it.
  private func toDivergence(from checkpoint: Checkpoint) -> Divergence {
    checkpoint.restore(self)
    let parameters = network.parameters
    let tellsGradients = network.loss.hasGradient
    var old = checkpoint.parameters
    while true {
      let number = workspace.updates + 1
      for p in old.indices { old[p] = workspace.parameters[p] }
      guard steps(1).isFinite else { return Divergence(step: number, quantity: .loss(.before)) }
      let gradient = tellsGradients ? workspace.gradients.firstIndex { !$0.isFinite } : nil
      let new = workspace.parameters.firstIndex { !$0.isFinite }
      guard let p = gradient ?? new else { continue }
      _ = workspace.parameters.update(from: old)
      workspace.updates -= 1
      let role: ParameterRole = gradient == nil ? .new : .gradient
      return Divergence(step: number, quantity: .parameter(role, parameters[p]))
    }
  }

  /// The network as it stands between two steps.
  var trained: Network { network.replacing(parameters: Array(workspace.parameters)) }
}

/// A state of a training to which it can go back.
private struct Checkpoint {
  private(set) var parameters: [Double]
  private var firstMoment: [Double]
  private var secondMoment: [Double]
  private var updates: Int
  private var place: SampleOrder.Place

  init(_ run: TrainingRun) {
    parameters = Array(run.workspace.parameters)
    firstMoment = Array(run.workspace.firstMoment)
    secondMoment = Array(run.workspace.secondMoment)
    updates = run.workspace.updates
    place = run.order.place
  }

  mutating func update(_ run: TrainingRun) {
    for p in parameters.indices { parameters[p] = run.workspace.parameters[p] }
    if !run.training.rule.optimizer.states.isEmpty {
      for p in firstMoment.indices {
        firstMoment[p] = run.workspace.firstMoment[p]
        secondMoment[p] = run.workspace.secondMoment[p]
      }
    }
    updates = run.workspace.updates
    place = run.order.place
  }

  func restore(_ run: TrainingRun) {
    _ = run.workspace.parameters.update(from: parameters)
    _ = run.workspace.firstMoment.update(from: firstMoment)
    _ = run.workspace.secondMoment.update(from: secondMoment)
    run.workspace.updates = updates
    run.order.place = place
  }
}
