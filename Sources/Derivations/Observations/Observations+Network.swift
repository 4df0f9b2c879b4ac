internal import ScalarBackprop

// What a network shows by itself, and on all the samples it is trained on.

extension Derivation {
  var alikeNeurons: [Observation] {
    guard trace.hasTargets else { return [] }
    let layers = trace.network.layers
    return layers.indices.dropLast().compactMap { l in
      let neurons = layers[l].neurons
      let nodes = symbols.nodes(ofLayer: l)
      let next = layers[l + 1].neurons
      let alike = neurons.indices.filter { n in
        neurons[n].weights == neurons[0].weights && neurons[n].bias == neurons[0].bias
          && next.allSatisfy { $0.weights[n] == $0.weights[0] }
      }
      guard alike.count > 1, let delta = trace[.delta(nodes.lowerBound), 0] else { return nil }
      return .alike(nodes: alike.map { nodes.lowerBound + $0 }, delta: delta)
    }
  }

  var linearLayers: [Observation] {
    let layers = trace.network.layers
    guard let first = layers.indices.first(where: { layers[$0].activation == .identity }) else {
      return []
    }
    let run = layers[first...].prefix { $0.activation == .identity }
    guard run.count > 1 else { return [] }
    return [.linearLayers(run.startIndex...run.endIndex - 1, LinearMap(run))]
  }

  var throughOrigin: [Observation] {
    let layers = trace.network.layers
    return layers.count == 1 && layers[0].biasKind == .absent ? [.throughOrigin] : []
  }

  /// ReLU neurons that no sample wakes, of at least two samples.
  func deadNeurons(on samples: [Sample]) -> [Observation] {
    let layers = trace.network.layers
    guard samples.count > 1, layers.contains(where: { $0.activation == .relu }) else { return [] }
    let evaluator = Evaluator(trace.network)
    return layers.indices.filter { layers[$0].activation == .relu }.flatMap { l in
      var isAlive = layers[l].neurons.map { _ in false }
      for sample in samples {
        for (n, output) in evaluator.outputs(for: sample.inputs, ofLayer: l).enumerated() {
          isAlive[n] = isAlive[n] || output > 0
        }
      }
      return zip(symbols.nodes(ofLayer: l), isAlive).filter { !$0.1 }
        .map { Observation.dead(node: $0.0, samples: samples.count) }
    }
  }

  func closedForm(on samples: [Sample]) -> [Observation] {
    guard trace.rule.weightDecay == 0, samples.count > trace.network.inputs.count else { return [] }
    return LeastSquares(trace.network, on: samples).map { [.leastSquares($0)] } ?? []
  }

  func cuts(on samples: [Sample]) -> [Observation] {
    Cuts(trace.network, on: samples).map { [.cuts($0)] } ?? []
  }
}
