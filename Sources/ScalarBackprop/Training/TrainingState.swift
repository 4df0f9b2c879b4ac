/// Where a training stands before one of its steps.
public struct TrainingState: Sendable {
  /// The step that comes next, counted from 1.
  public let step: Int
  /// The epoch it belongs to, counted from 1.
  public let epoch: Int
  /// The samples of its batch in their order, counted from 0.
  public let batch: [Int]
  /// The network as the steps before left it.
  public let network: Network
  /// How it is trained.
  public let training: Training
  /// How results are rounded, where the training is one by hand.
  let rounding: Rounding?
  /// What the optimiser remembers: a velocity or moment, and a square, one a parameter.
  let firstMoment: [Double]
  let secondMoment: [Double]
  let plan: NetworkPlan
  /// The samples of the batch, in their order.
  let samples: [Sample]

  /// v, m or s of a parameter as the steps before left it, 0 at first; `nil` where the optimiser
  /// remembers no such thing (Adam's corrected values are not remembered), or the network has no such
  /// parameter.
  public func remembered(_ state: Optimizer.State, of parameter: Parameter) -> Double? {
    guard training.rule.optimizer.states.contains(state),
      let p = plan.index(of: parameter)
    else { return nil }
    return switch state {
    case .velocity, .moment: firstMoment[p]
    case .square: secondMoment[p]
    case .correctedMoment, .correctedSquare: nil
    }
  }

  /// Takes the step and keeps every number of it: of each sample of its batch, and of the batch.
  ///
  /// - Parameters:
  ///   - convention: the sign of δ, and whether biases are told as thresholds.
  ///   - isExact: whether this step carries everything, even in a training that rounds as by hand.
  public func trace(convention: Convention = Convention(), isExact: Bool = false) -> Trace {
    let layout = TraceLayout(
      network, samples: batch.count, hasTargets: true, optimizer: training.rule.optimizer,
      convention: convention)
    let workspace = Workspace(network, layout: layout, rule: training.rule)
    workspace.remember(self)
    return workspace.trace(
      samples, of: network, layout, convention, training.batchLoss, isExact ? nil : rounding)
  }
}

extension Workspace {
  /// Goes on with the optimiser's state of a training.
  fileprivate func remember(_ state: TrainingState) {
    _ = firstMoment.update(from: state.firstMoment)
    _ = secondMoment.update(from: state.secondMoment)
    updates = state.step - 1
  }
}

/// Why there is no such step in a training.
public enum TrainingStepError: Error, Hashable, Sendable {
  /// The samples cannot be trained on.
  case samples(SamplesError)
  /// The training ends after so many steps.
  case endsBefore(steps: Int)
  /// A step before it diverges.
  case diverges(Divergence)
  /// The observer ended the training after so many steps.
  case stopped(steps: Int)
}

extension Network {
  /// Trains the network up to a step, which is not taken.
  ///
  /// - Parameters:
  ///   - step: counted from 1 through all epochs.
  ///   - training: as for `train`.
  ///   - samples: as for `train`.
  ///   - rounding: as for `train`.
  ///   - observer: is told of each step before that one, and may stop there.
  /// - Throws: `TrainingStepError` where the training does not come to that step.
  public func state(
    beforeStep step: Int, of training: Training, on samples: [Sample], rounding: Rounding? = nil,
    observer: ((TrainingStep) -> Continuation)? = nil
  ) throws(TrainingStepError) -> TrainingState {
    precondition(step >= 1)
    do { try check(samples) } catch { throw .samples(error) }
    let run = TrainingRun(self, samples, training, rounding)
    if step > 1 {
      let end = run.toEnd { done in
        let wanted = observer?(done) ?? .goOn
        return done.number == step - 1 ? .stop : wanted
      }
      switch end {
      case .stopped where run.workspace.updates < step - 1:
        throw .stopped(steps: run.workspace.updates)
      case .stopped where !run.isAtEnd: break
      case .diverged(let divergence): throw .diverges(divergence)
      case .stopped, .epochs, .goodEnough: throw .endsBefore(steps: run.workspace.updates)
      }
    }
    let batch = run.order.nextBatch().map { run.order.numbers[$0] }
    return TrainingState(
      step: step, epoch: run.order.epoch, batch: batch,
      network: run.trained, training: training, rounding: rounding,
      firstMoment: Array(run.workspace.firstMoment),
      secondMoment: Array(run.workspace.secondMoment),
      plan: NetworkPlan(self), samples: batch.map { samples[$0] })
  }
}
