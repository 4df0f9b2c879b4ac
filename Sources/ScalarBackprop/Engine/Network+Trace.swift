extension Network {
  /// How many numbers a step has, told or not: all that a trace of it holds.
  ///
  /// - Parameters:
  ///   - samples: how many the step is made on, at least 1.
  ///   - hasTargets: whether it goes on behind the forward pass.
  ///   - optimizer: what it remembers of each parameter counts too.
  public func traceCount(
    samples: Int = 1, hasTargets: Bool = true, optimizer: Optimizer = .gradientDescent
  ) -> Int {
    TraceLayout(
      self, samples: samples, hasTargets: hasTargets, optimizer: optimizer,
      convention: Convention()
    ).count
  }

  /// Takes one online training step on a sample and keeps every number of it.
  ///
  /// - Parameters:
  ///   - sample: as many inputs as the network has, and as many targets as outputs; without
  ///     targets only the forward pass is traced.
  ///   - rule: the learning rate, optimiser and weight decay; the optimiser starts from state 0.
  ///   - convention: the sign of δ, and whether biases are told as thresholds.
  ///   - rounding: rounds every result before the calculation goes on with it, as by hand; `nil`
  ///     carries everything.
  /// - Throws: `SampleError` where the sample does not fit the network.
  public func trace(
    _ sample: Sample, rule: UpdateRule = UpdateRule(), convention: Convention = Convention(),
    rounding: Rounding? = nil
  ) throws(SampleError) -> Trace {
    try check(sample)
    let layout = TraceLayout(
      self, hasTargets: sample.targets != nil, optimizer: rule.optimizer, convention: convention)
    let workspace = Workspace(self, layout: layout, rule: rule)
    return workspace.trace([sample], of: self, layout, convention, .mean, rounding)
  }
}

extension Workspace {
  /// Takes a step on samples that were checked, all of them one batch, and keeps every number of it.
  func trace(
    _ samples: [Sample], of network: Network, _ layout: TraceLayout, _ convention: Convention,
    _ batchLoss: BatchLoss, _ rounding: Rounding?
  ) -> Trace {
    let values = [Double](unsafeUninitializedCapacity: layout.count) { buffer, count in
      let values = UnsafeMutableBufferPointer(rebasing: buffer[..<layout.count])
      values.initialize(repeating: 0)
      recordParameters(into: values.from(0))
      if let rounding {
        var recorder = RoundingTraceRecorder(values: values.from(0), rounding: rounding)
        step(samples, layout, batchLoss, &recorder)
      } else {
        var recorder = TraceRecorder(values: values.from(0))
        step(samples, layout, batchLoss, &recorder)
      }
      count = layout.count
    }
    return Trace(
      network: network, samples: samples, rule: rule, batchLoss: batchLoss,
      convention: convention, isRounded: rounding != nil, layout: layout, values: values)
  }

  /// Writes down the parameters that the step starts from.
  private func recordParameters(into values: UnsafeMutablePointer<Double>) {
    for layer in plan.layers {
      let place = slots[layer.position].parameters - layer.firstParameter
      for p in layer.firstParameter..<layer.endOfParameters { values[place + p] = parameters[p] }
    }
  }

  /// Writes down the loaded sample.
  private func recordSample(_ layout: TraceLayout, into values: UnsafeMutablePointer<Double>) {
    for i in 0..<layers[0].inputCount { values[layout.inputs + i] = layers[0].inputs[i] }
    guard layout.hasTargets else { return }
    for k in 0..<outputLayer.count { values[layout.targets + k] = targets[k] }
  }

  /// The step itself: every sample forward, error, backward; update; every sample forward again.
  private func step<R: WritingRecorder>(
    _ samples: [Sample], _ layout: TraceLayout, _ batchLoss: BatchLoss,
    _ recorder: inout R
  ) {
    let count = samples.count
    let before = sum(over: samples, layout, &recorder) { s, recorder in
      recordSample(layout, into: recorder.values)
      guard layout.hasTargets else {
        forward(&recorder, \.before)
        return 0
      }
      let loss = propagate(&recorder, layout.before)
      if count > 1 { addGradients(isFirst: s == 0, recorder) }
      return loss
    }
    guard layout.hasTargets else { return }
    if count > 1 {
      _ = recorder.keep(batchLoss.of(before, count: count), at: layout.batchBefore)
      finishGradients(batchLoss, count: count, &recorder, at: layout.batchGradients)
    }
    update(&recorder)
    let after = sum(over: samples, layout, &recorder) { _, recorder in
      forward(&recorder, \.after)
      return measure(&recorder, layout.after)
    }
    if count > 1 { _ = recorder.keep(batchLoss.of(after, count: count), at: layout.batchAfter) }
  }

  /// Takes every sample in turn, recorded in its own portion, and adds up what comes of them.
  private func sum<R: WritingRecorder>(
    over samples: [Sample], _ layout: TraceLayout, _ recorder: inout R,
    _ body: (Int, inout R) -> Double
  ) -> Double {
    let common = recorder.values
    var sum = 0.0
    for s in samples.indices {
      load(samples[s])
      recorder.values = common + layout.start(ofSample: s)
      sum += body(s, &recorder)
    }
    recorder.values = common
    return sum
  }
}
