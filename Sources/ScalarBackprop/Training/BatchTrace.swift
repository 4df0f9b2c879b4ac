/// Every number of one step of a training: of each sample of its batch, and of the batch.
public struct BatchTrace: Sendable {
  /// Where the training stood before the step.
  public let state: TrainingState
  /// One a sample of the batch, in its order. Its gradients are the sample's own; its state, changes
  /// and new parameters are the batch's, the same in all; the sample goes through again with those.
  public let samples: [Trace]
  /// The batch's losses and its gradients, in the engine's own sign, one a parameter.
  let before: Double
  let after: Double
  let gradients: [Double]

  /// A quantity of the batch: its loss, before and after, in its convention; its gradients; state,
  /// changes and new parameters. `nil` for what each sample has of its own.
  public subscript(quantity: Quantity) -> Double? {
    switch quantity {
    case .loss(.before): return before
    case .loss(.after): return after
    case .parameter(.gradient, let parameter):
      guard let p = samples[0].layout.index(of: parameter) else { return nil }
      return samples[0].convention.turns(quantity) ? 0 - gradients[p] : gradients[p] + 0
    case .parameter: return samples[0][quantity]
    case .input, .target, .product, .sum, .net, .output, .outputLoss, .back, .error, .slope,
      .jacobian, .delta:
      return nil
    }
  }
}

extension BatchTrace {
  /// A sample's trace with the batch's losses and gradients in place of the sample's own: what the
  /// update was made from.
  public var whole: Trace {
    var values: [Quantity: Double] = [.loss(.before): before, .loss(.after): after]
    for parameter in state.network.parameters {
      let gradient = Quantity.parameter(.gradient, parameter)
      values[gradient] = self[gradient]
    }
    return samples[0].replacing(values)
  }
}

extension TrainingState {
  /// Takes the step and keeps every number of it.
  ///
  /// - Parameters:
  ///   - samples: those of the training.
  ///   - convention: the sign of δ, and whether biases are told as thresholds.
  public func trace(
    on samples: [Sample], convention: Convention = Convention()
  ) -> BatchTrace {
    let layout = TraceLayout(
      network, hasTargets: true, optimizer: training.rule.optimizer, convention: convention)
    let workspace = Workspace(network, layout: layout, rule: training.rule)
    workspace.remember(self)
    let batch = batch.map { samples[$0] }
    var rows = batch.map { _ in [Double](repeating: 0, count: layout.count) }
    let before = workspace.learn(batch, layout, &rows, training.batchLoss)
    let gradients = Array(workspace.gradients)
    let after = workspace.finish(batch, layout, &rows, training.batchLoss)
    let traces = zip(batch, rows).map { sample, values in
      Trace(
        network: network, sample: sample, rule: training.rule, convention: convention,
        isRounded: false,
        layout: layout, values: values)
    }
    return BatchTrace(
      state: self, samples: traces, before: before, after: after, gradients: gradients)
  }
}

extension Workspace {
  /// Goes on with the optimiser's state of a training.
  fileprivate func remember(_ state: TrainingState) {
    _ = first.update(from: state.first)
    _ = second.update(from: state.second)
    updates = state.step - 1
  }

  /// The samples of a batch forward and backward, each recorded in a row of its own.
  fileprivate func learn(
    _ batch: [Sample], _ layout: TraceLayout, _ rows: inout [[Double]],
    _ batchLoss: Training.BatchLoss
  ) -> Double {
    var sum = 0.0
    for s in batch.indices {
      load(batch[s])
      rows[s].withUnsafeMutableBufferPointer { row in
        var recorder = TraceRecorder(values: row)
        recordGivens(layout, into: row)
        sum += learn(&recorder, layout.before)
      }
      addGradients(isFirst: s == 0)
    }
    finishGradients(batchLoss, count: batch.count)
    return batchLoss.of(sum, count: batch.count)
  }

  /// The update, recorded in every row, and the samples forward again.
  fileprivate func finish(
    _ batch: [Sample], _ layout: TraceLayout, _ rows: inout [[Double]],
    _ batchLoss: Training.BatchLoss
  ) -> Double {
    rows[0].withUnsafeMutableBufferPointer { row in
      var recorder = TraceRecorder(values: row)
      update(&recorder)
    }
    let updates = layout.blocks.filter { $0.phase == .update }
    let updated = rows[0]
    var sum = 0.0
    for s in batch.indices {
      load(batch[s])
      rows[s].withUnsafeMutableBufferPointer { row in
        for block in updates {
          for place in block.start..<block.start + block.count { row[place] = updated[place] }
        }
        var recorder = TraceRecorder(values: row)
        forward(&recorder, \.after)
        sum += measure(&recorder, layout.after)
      }
    }
    return batchLoss.of(sum, count: batch.count)
  }
}
