/// A training under way: the network's numbers between two steps, and whose turn it is.
final class TrainingRun {
  let network: Network
  let training: Training
  let workspace: Workspace
  let samples: SampleRows
  let order: SampleOrder
  /// Whether some parameters are not trained.
  let hasFrozen: Bool

  /// Begins a training on samples that were checked.
  init(_ network: Network, _ samples: [Sample], _ training: Training) {
    self.network = network
    self.training = training
    let layout = TraceLayout(
      network, hasTargets: true, optimizer: training.rule.optimizer, convention: Convention())
    workspace = Workspace(network, layout: layout, rule: training.rule, isRecorded: false)
    self.samples = SampleRows(samples)
    order = SampleOrder(training, count: samples.count)
    hasFrozen = network.layers.contains { !$0.frozen.isEmpty }
  }

  /// Whether all epochs have been gone through.
  var isAtEnd: Bool { order.isAtEnd && order.epoch == training.epochs }

  /// Whether an epoch has just ended that leaves the loss low enough.
  var isGoodEnough: Bool {
    guard order.isAtEnd, let until = training.until else { return false }
    return wholeLoss() <= until
  }

  /// The loss over all samples, in the file's order and the batch's convention.
  func wholeLoss() -> Double {
    var sum = 0.0
    for row in 0..<samples.count {
      workspace.load(row, of: samples)
      sum += workspace.forwardLoss()
    }
    return training.batchLoss.of(sum, count: samples.count)
  }

  /// Takes the next step; gives its batch's loss before the update. One whose loss is not finite
  /// changes nothing.
  @inline(__always)
  func step() -> Double {
    let loss = differentiate(order.nextBatch())
    guard loss.isFinite else { return loss }
    var recorder = NoRecorder()
    workspace.update(&recorder)
    return loss
  }

  /// A batch's loss; its gradients are left in the workspace.
  @inline(__always)
  func differentiate(_ batch: Range<Int>) -> Double {
    guard batch.count > 1 else { return learn(order.numbers[batch.lowerBound]) }
    var sum = 0.0
    for place in batch {
      sum += learn(order.numbers[place])
      workspace.addGradients(isFirst: place == batch.lowerBound)
    }
    workspace.finishGradients(training.batchLoss, count: batch.count)
    return training.batchLoss.of(sum, count: batch.count)
  }

  @inline(never)
  private func learn(_ row: Int) -> Double {
    var recorder = NoRecorder()
    workspace.load(row, of: samples)
    return workspace.learn(&recorder, LossSlots())
  }
}
