internal import ScalarBackprop

/// Which class a network puts samples into, where targets are 0/1 or one-hot.
struct Classification {
  let network: Network
  /// One output that says 0 or 1, or as many as there are classes.
  let isBinary: Bool

  /// `nil` where the targets tell no classes.
  init?(_ network: Network, _ samples: [Sample]) {
    self.network = network
    let outputs = network.outputLayer.neurons.count
    isBinary = outputs == 1
    let isClasses = samples.allSatisfy { sample in
      let targets = sample.targets ?? []
      let areBits = targets.allSatisfy { $0 == 0 || $0 == 1 }
      return areBits && (outputs == 1 || targets.reduce(0, +) == 1)
    }
    guard isClasses, !samples.isEmpty else { return nil }
  }

  /// The class that targets or outputs stand for: 0 or 1, else the largest one's place.
  func ofValues(_ values: [Double]) -> Int {
    if isBinary { return values[0] > 0.5 ? 1 : 0 }
    return values.indices.max { values[$0] < values[$1] } ?? 0
  }

  /// What the network puts out for inputs.
  func outputs(_ inputs: [Double]) -> [Double] {
    guard let trace = try? network.trace(Sample(inputs: inputs)) else { return [] }
    let last = network.labels.count
    return (last - network.outputLayer.neurons.count..<last).map {
      trace[.output($0, .before)] ?? .nan
    }
  }

  /// How many samples get the class of their targets.
  func correct(_ samples: [Sample]) -> Int {
    samples.count { sample in
      ofValues(outputs(sample.inputs)) == ofValues(sample.targets ?? [])
    }
  }
}
