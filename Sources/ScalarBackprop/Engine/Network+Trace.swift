extension Network {
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
    rounding: ((Double) -> Double)? = nil
  ) throws(SampleError) -> Trace {
    try check(sample)
    let layout = TraceLayout(
      self, hasTargets: sample.targets != nil, optimizer: rule.optimizer, convention: convention)
    let workspace = Workspace(self, layout: layout, rule: rule)
    workspace.load(sample)
    let values = [Double](unsafeUninitializedCapacity: layout.count) { buffer, count in
      let values = UnsafeMutableBufferPointer(rebasing: buffer[..<layout.count])
      values.initialize(repeating: 0)
      workspace.recordGivens(layout, into: values)
      if let rounding {
        var recorder = RoundingRecorder(
          values: values, roundsSums: convention.subtractsThresholds, round: rounding)
        workspace.step(layout, &recorder)
      } else {
        var recorder = TraceRecorder(values: values)
        workspace.step(layout, &recorder)
      }
      count = layout.count
    }
    return Trace(
      network: self, sample: sample, rule: rule, convention: convention,
      isRounded: rounding != nil, layout: layout, values: values)
  }
}

extension Workspace {
  /// Writes down what the step starts from.
  func recordGivens(
    _ layout: TraceLayout, into values: UnsafeMutableBufferPointer<Double>
  ) {
    for i in 0..<layers[0].inputCount { values[layout.inputs + i] = inputs[i] }
    if layout.hasTargets {
      for k in 0..<outputLayer.count { values[layout.targets + k] = targets[k] }
    }
    for l in layers.indices {
      let layer = layers[l]
      for p in layer.firstParameter..<layer.endOfParameters {
        values[slots[l].parameters + p - layer.firstParameter] = parameters[p]
      }
    }
  }

  /// The step itself: forward, error, backward, update, and forward again.
  fileprivate func step<R: Recorder>(_ layout: TraceLayout, _ recorder: inout R) {
    guard layout.hasTargets else { return forward(&recorder, \.before) }
    learn(&recorder, layout.before)
    update(&recorder)
    forward(&recorder, \.after)
    measure(&recorder, layout.after)
  }
}
