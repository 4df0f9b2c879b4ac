/// One step of a training, as its observer is told of it.
public struct TrainingStep: Hashable, Sendable {
  /// The step's number, counted from 1 through all epochs.
  public let number: Int
  /// The epoch it belongs to, counted from 1.
  public let epoch: Int
  /// The loss of the step's batch before the update, in the batch's convention.
  public let loss: Double
}

/// What an observer wants after a step.
public enum Continuation: Hashable, Sendable {
  case goOn
  case stop
}

/// A step in which a number went beyond Double.
public struct Divergence: Hashable, Sendable {
  /// The step's number, counted from 1.
  public let step: Int
  /// The first of the batch's loss, its gradients and the new parameters that is not finite, in
  /// this order.
  public let quantity: Quantity

  /// Names a step and its first quantity that is not finite.
  public init(step: Int, quantity: Quantity) {
    self.step = step
    self.quantity = quantity
  }
}

/// What a training leads to.
public struct TrainingResult: Hashable, Sendable {
  /// Why a training ended.
  public enum End: Hashable, Sendable {
    /// All epochs were gone through.
    case epochs
    /// The loss over all samples came down to `Training.until`.
    case goodEnough
    /// The observer stopped it.
    case stopped
    /// A number went beyond Double; the network is the one before that step.
    case diverged(Divergence)
  }

  /// The network with its trained parameters, to the bit.
  public let network: Network
  /// The loss over all samples, in the batch's convention; beyond Double it is not finite, though
  /// the parameters are.
  public let loss: Double
  /// How many updates were made, the one that diverged not counted.
  public let steps: Int
  /// Why it ended.
  public let end: End

  /// The step that diverged, if one did.
  public var divergence: Divergence? {
    switch end {
    case .epochs, .goodEnough, .stopped: nil
    case .diverged(let divergence): divergence
    }
  }
}

extension Network {
  /// Trains the network, one update a batch, every update made with the gradients of the old
  /// parameters.
  ///
  /// - Parameters:
  ///   - samples: at least one, each with targets.
  ///   - training: the rule, the batches, and when to stop.
  ///   - observer: is told of each step after its update, and may stop the training; a step that
  ///     diverged is not told.
  /// - Throws: `SamplesError` where the network cannot be trained on the samples.
  public func train(
    on samples: [Sample], _ training: Training,
    observer: ((TrainingStep) -> Continuation)? = nil
  ) throws(SamplesError) -> TrainingResult {
    try check(samples)
    var run = TrainingRun(self, samples, training)
    var end = run.toEnd(observer)
    if end == nil {
      // Nothing is kept of the way, so the last finite state is found by going it again.
      run = TrainingRun(self, samples, training)
      end = .diverged(run.toDivergence())
    }
    return TrainingResult(
      network: run.trained, loss: run.wholeLoss(), steps: run.workspace.updates,
      end: end ?? .epochs)
  }
}
