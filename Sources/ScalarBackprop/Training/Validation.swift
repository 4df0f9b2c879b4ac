/// Samples that a training only looks at: what the network makes of those it is not trained on.
public struct Validation: Sendable {
  /// Each with targets; where there are none, nothing is looked at.
  public var samples: [Sample]
  /// Before which steps, by their numbers, the observer is told their loss, besides the first step of
  /// each epoch.
  public var alsoBefore: @Sendable (Int) -> Bool

  /// Holds samples out of a training.
  ///
  /// - Parameters:
  ///   - samples: each with targets.
  ///   - alsoBefore: says of a step's number, counted from 1, whether their loss is wanted before that
  ///     step though it does not begin an epoch.
  public init(_ samples: [Sample], alsoBefore: @escaping @Sendable (Int) -> Bool = { _ in false }) {
    self.samples = samples
    self.alsoBefore = alsoBefore
  }
}

/// What became of samples that were held out of a training.
public struct ValidationResult: Hashable, Sendable {
  /// What the trained network makes of them.
  public let evaluation: Evaluation
  /// The first smallest of their losses before every epoch and behind the last one; `nil` where none of
  /// these was finite.
  public let smallest: Smallest?

  /// Where a loss was smallest.
  public struct Smallest: Hashable, Sendable {
    /// After how many epochs; 0 before the training.
    public let epochs: Int
    /// The loss of the held-out samples there, in the batch's convention.
    public let loss: Double
    /// The loss of all samples of the training there, in the batch's convention.
    public let trainingLoss: Double
  }
}

/// The samples held out of a training under way, and where their loss was smallest.
final class HeldOut {
  let rows: SampleRows
  /// The classes of the training's samples, where the held-out ones tell no others.
  let classes: Classes?
  private let alsoBefore: @Sendable (Int) -> Bool
  private var smallest: (epochs: Int, loss: Double)?
  private var parametersThere: [Double] = []

  /// Holds samples that were checked out of a training on others; `nil` where there are none.
  init?(_ validation: Validation?, of samples: [Sample]) {
    guard let validation, !validation.samples.isEmpty else { return nil }
    rows = SampleRows(validation.samples)
    let own = Classes(of: samples)
    classes = Classes(of: samples + validation.samples) == own ? own : nil
    alsoBefore = validation.alsoBefore
  }

  /// Their loss before the step that comes next, where it is wanted.
  func look(at run: TrainingRun) -> Double? {
    let beginsEpoch = run.order.isAtEnd
    guard beginsEpoch || alsoBefore(run.workspace.updates + 1) else { return nil }
    let loss = run.evaluate(self).loss
    if beginsEpoch { note(loss, run) }
    return loss
  }

  /// What the end of a training made of them.
  ///
  /// - Parameter isBehindEpoch: whether it came behind a whole epoch, and so counts for the smallest loss.
  func end(_ run: TrainingRun, isBehindEpoch: Bool) -> ValidationResult {
    let evaluation = run.evaluate(self)
    if isBehindEpoch { note(evaluation.loss, run) }
    return ValidationResult(
      evaluation: evaluation,
      smallest: smallest.map { epochs, loss in
        .init(
          epochs: epochs, loss: loss,
          trainingLoss: run.at(parametersThere) { run.evaluate().loss })
      })
  }

  private func note(_ loss: Double, _ run: TrainingRun) {
    guard loss.isFinite, loss < smallest?.loss ?? .infinity else { return }
    smallest = (run.order.epoch, loss)
    parametersThere = Array(run.workspace.parameters)
  }
}

extension TrainingRun {
  /// Looks at the network with other parameters, and leaves it with its own.
  func at<Finding>(_ parameters: [Double], _ look: () -> Finding) -> Finding {
    let own = Array(workspace.parameters)
    _ = workspace.parameters.update(from: parameters)
    defer { _ = workspace.parameters.update(from: own) }
    return look()
  }
}
