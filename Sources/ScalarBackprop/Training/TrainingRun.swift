/// A training under way: the network's numbers between two steps, and whose turn it is.
final class TrainingRun {
  let network: Network
  let training: Training
  let workspace: Workspace
  let samples: SampleRows
  let order: SampleOrder
  /// The classes that the samples' targets tell, if they do.
  let classes: Classes?
  /// Whether some parameters are frozen: their gradients are shown but never applied, so their
  /// overflow must be looked for.
  let hasUnusedGradients: Bool
  private let rounding: Rounding?

  /// Begins a training on samples that were checked.
  init(
    _ network: Network, _ samples: [Sample], _ training: Training, _ rounding: Rounding? = nil
  ) {
    self.network = network
    self.training = training
    self.rounding = rounding
    let layout = TraceLayout(
      network, hasTargets: true, optimizer: training.rule.optimizer, convention: Convention())
    workspace = Workspace(network, layout: layout, rule: training.rule, isRecorded: false)
    self.samples = SampleRows(samples)
    order = SampleOrder(training, count: samples.count)
    classes = Classes(of: samples)
    // The perceptron rule tells no gradients.
    hasUnusedGradients =
      network.loss.hasGradient && network.layers.contains { !$0.frozen.isEmpty }
  }

  /// Whether all epochs have been gone through.
  var isAtEnd: Bool { order.isAtEnd && order.epoch == training.epochs }

  /// What the network as it stands makes of all samples, or of held-out ones in their place, in the
  /// file's order and the batch's convention; the observer gets each sample's outputs.
  func evaluate(
    _ heldOut: HeldOut? = nil, _ observer: ((UnsafeMutableBufferPointer<Double>) -> Void)? = nil
  ) -> Evaluation {
    let rows = heldOut?.rows ?? samples
    let classes = heldOut == nil ? classes : heldOut?.classes
    guard let rounding else {
      var recorder = NoRecorder()
      return evaluate(rows, classes, &recorder, observer)
    }
    var recorder = RoundingRecorder(rounding: rounding)
    return evaluate(rows, classes, &recorder, observer)
  }

  private func evaluate<R: Recorder>(
    _ samples: SampleRows, _ classes: Classes?, _ recorder: inout R,
    _ observer: ((UnsafeMutableBufferPointer<Double>) -> Void)?
  ) -> Evaluation {
    let layer = workspace.outputLayer
    let outputs = UnsafeMutableBufferPointer(start: layer.outputs, count: layer.count)
    var sum = 0.0
    var correct = 0
    for row in 0..<samples.count {
      workspace.load(row, of: samples)
      sum += workspace.forwardLoss(&recorder)
      let wanted = UnsafeMutableBufferPointer(start: workspace.targets, count: layer.count)
      if let classes, classes.number(of: outputs) == classes.number(of: wanted) { correct += 1 }
      observer?(outputs)
    }
    let loss = recorder.keep(training.batchLoss.of(sum, count: samples.count), at: 0)
    return Evaluation(loss: loss, correct: classes == nil || !loss.isFinite ? nil : correct)
  }

  /// Takes the next steps, at most so many; gives the loss of the last one's batch, before its
  /// update.
  ///
  /// None follows the end of the training, or of an epoch where that is asked for, nor a step whose
  /// loss is not finite, which changes nothing, nor one whose gradients of frozen parameters are not.
  func steps(_ most: Int, pausesAtEpochs: Bool = false) -> Double {
    guard let rounding else {
      var recorder = NoRecorder()
      return steps(most, pausesAtEpochs, &recorder)
    }
    var recorder = RoundingRecorder(rounding: rounding)
    return steps(most, pausesAtEpochs, &recorder)
  }

  private func steps<R: Recorder>(
    _ most: Int, _ pausesAtEpochs: Bool, _ recorder: inout R
  ) -> Double {
    let end = workspace.updates + most
    while true {
      let loss = differentiate(order.nextBatch(), &recorder)
      guard loss.isFinite else { return loss }
      workspace.update(&recorder)
      if workspace.updates == end || order.isAtEnd && (pausesAtEpochs || isAtEnd)
        || hasUnusedGradients && !workspace.frozenGradientsAreFinite
      {
        return loss
      }
    }
  }

  /// A batch's loss; its gradients are left in the workspace.
  @inline(__always)
  func differentiate<R: Recorder>(_ batch: Range<Int>, _ recorder: inout R) -> Double {
    batch.count > 1
      ? differentiateAll(batch, &recorder) : propagate(batch.lowerBound, &recorder)
  }

  @inline(never)
  private func differentiateAll<R: Recorder>(
    _ batch: Range<Int>, _ recorder: inout R
  ) -> Double {
    var sum = 0.0
    for place in batch {
      sum += propagate(place, &recorder)
      workspace.addGradients(isFirst: place == batch.lowerBound, recorder)
    }
    workspace.finishGradients(training.batchLoss, count: batch.count, &recorder)
    return recorder.keep(training.batchLoss.of(sum, count: batch.count), at: 0)
  }

  /// Takes the sample whose turn it is at a place of the order.
  @inline(__always)
  private func propagate<R: Recorder>(_ place: Int, _ recorder: inout R) -> Double {
    workspace.load(order.numbers[place], of: samples)
    return workspace.propagate(&recorder, LossSlots())
  }
}
