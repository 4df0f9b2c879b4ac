/// The samples of a training in flat storage: one row of inputs and one of targets each.
final class SampleRows {
  let count: Int
  let inputCount: Int
  let targetCount: Int
  let inputs: UnsafeMutablePointer<Double>
  let targets: UnsafeMutablePointer<Double>

  /// Copies samples that were checked against a network with so many inputs and outputs.
  init(_ samples: [Sample], inputCount: Int, targetCount: Int) {
    count = samples.count
    self.inputCount = inputCount
    self.targetCount = targetCount
    inputs = .allocate(capacity: count * inputCount)
    targets = .allocate(capacity: count * targetCount)
    for (s, sample) in samples.enumerated() {
      for i in 0..<inputCount { inputs[s * inputCount + i] = sample.inputs[i] }
      for k in 0..<targetCount { targets[s * targetCount + k] = sample.targets?[k] ?? 0 }
    }
  }

  deinit {
    inputs.deallocate()
    targets.deallocate()
  }
}

extension Workspace {
  /// Puts one row's inputs and targets in place.
  @inline(__always)
  func load(_ row: Int, of samples: SampleRows) {
    let (x, t) = (
      samples.inputs + row &* samples.inputCount, samples.targets + row &* samples.targetCount
    )
    for i in 0..<samples.inputCount { outputs[i] = x[i] }
    for k in 0..<samples.targetCount { targets[k] = t[k] }
  }
}
