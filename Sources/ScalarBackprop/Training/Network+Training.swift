/// One step of a training, as its observer is told of it.
public struct TrainingStep: Hashable, Sendable {
  /// The step's number, counted from 1 through all epochs.
  public let number: Int
  /// The epoch it belongs to, counted from 1.
  public let epoch: Int
  /// The loss of the step's batch before the update, in the batch's convention.
  public let loss: Double
  /// What the network makes of all samples after the update: at the end of an epoch, where that was
  /// asked for and the targets tell classes.
  public let evaluation: Evaluation?
  /// The loss of all held-out samples before the update, with the parameters of `loss`, in the batch's
  /// convention: at the first step of an epoch and wherever else `Validation` asks for it.
  public let validationLoss: Double?
}

/// What an observer wants after a step.
public enum Continuation: Hashable, Sendable {
  /// The next step follows.
  case goOn
  /// The training ends with this step.
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

    /// The step that diverged, if one did.
    var divergence: Divergence? {
      switch self {
      case .epochs, .goodEnough, .stopped: nil
      case .diverged(let divergence): divergence
      }
    }
  }

  /// The network with its trained parameters, to the bit.
  public let network: Network
  /// What it makes of all samples; the loss may go beyond Double though the parameters do not.
  public let evaluation: Evaluation
  /// What it puts out for each sample, one number an output, sample after sample.
  public let outputs: [Double]
  /// What became of the held-out samples; `nil` where there were none.
  public let validation: ValidationResult?
  /// How many updates were made, the one that diverged not counted.
  public let steps: Int
  /// Why it ended.
  public let end: End

  /// The loss over all samples, in the batch's convention.
  public var loss: Double { evaluation.loss }

  /// The step that diverged, if one did.
  public var divergence: Divergence? { end.divergence }
}

extension Network {
  /// Trains the network, one update a batch, every update made with the gradients of the old
  /// parameters.
  ///
  /// - Parameters:
  ///   - samples: at least one, each with targets.
  ///   - training: the rule, the batches, and when to stop.
  ///   - validation: samples that are looked at before each epoch and at the end, and change nothing.
  ///   - rounding: rounds every result before the calculation goes on with it, as by hand; `nil`
  ///     carries everything.
  ///   - evaluatesEpochs: whether the last step of each epoch is told with how many samples are
  ///     classified correctly, which takes all of them forward once more.
  ///   - observer: is told of each step after its update, and may stop the training; a step that
  ///     diverged is not told.
  /// - Throws: `SamplesError` where the network cannot be trained on the samples, or the held-out ones,
  ///   which count behind them, are no such samples.
  public func train(
    on samples: [Sample], _ training: Training, validation: Validation? = nil,
    rounding: Rounding? = nil,
    evaluatesEpochs: Bool = false, observer: ((TrainingStep) -> Continuation)? = nil
  ) throws(SamplesError) -> TrainingResult {
    guard !samples.isEmpty else { throw .noSamples }
    try check(samples + (validation?.samples ?? []))
    let heldOut = HeldOut(validation, of: samples)
    let run = TrainingRun(self, samples, training, rounding)
    let end = run.toEnd(evaluatesEpochs: evaluatesEpochs, heldOut, observer)
    var outputs: [Double] = []
    let evaluation = run.evaluate { outputs += $0 }
    let isBehindEpoch = end.divergence == nil && run.order.isAtEnd
    return TrainingResult(
      network: run.trained, evaluation: evaluation, outputs: outputs,
      validation: heldOut?.end(run, isBehindEpoch: isBehindEpoch),
      steps: run.workspace.updates, end: end)
  }
}
