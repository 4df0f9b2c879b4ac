internal import ScalarBackprop

// What a network shows by itself, and on all the samples it is trained on.

extension Derivation {
  var alikeNeurons: [Observation] {
    guard trace.hasTargets else { return [] }
    let layers = trace.network.layers
    return layers.indices.dropLast().flatMap { l -> [Observation] in
      let nodes = symbols.nodes(ofLayer: l)
      // What makes a neuron what it is: its weights and bias, and the weights that lead on.
      let kinds = layers[l].neurons.enumerated().map { n, neuron in
        [
          neuron.weights, neuron.bias.map { [$0] } ?? [],
          layers[l + 1].neurons.map { $0.weights[n] },
        ]
      }
      var groups: [[[Double]]: [Int]] = [:]
      for (n, kind) in kinds.enumerated() { groups[kind, default: []].append(nodes.lowerBound + n) }
      return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        .map { .alike(nodes: $0) }
    }
  }

  /// Every run of linear layers behind each other.
  var linearLayers: [Observation] {
    let layers = trace.network.layers
    var found: [Observation] = []
    var rest = layers[...]
    while let first = rest.firstIndex(where: { $0.activation == .identity }) {
      let run = rest[first...].prefix { $0.activation == .identity }
      if run.count > 1 {
        found.append(.linearLayers(run.startIndex...run.endIndex - 1, AffineMap(run)))
      }
      rest = rest[run.endIndex...]
    }
    return found
  }

  /// A single sample needs no bias: a line through it and the origin there always is.
  func throughOrigin(on samples: [Sample]) -> [Observation] {
    let layers = trace.network.layers
    return samples.count > 1 && layers.count == 1 && layers[0].biasKind == .absent
      ? [.throughOrigin] : []
  }

  /// ReLU neurons that no sample wakes, of at least two samples.
  func deadNeurons(on samples: [Sample]) -> [Int] {
    let layers = trace.network.layers
    let watched = layers.indices.filter { layers[$0].activation == .relu }
    guard samples.count > 1, !watched.isEmpty else { return [] }
    let evaluator = Evaluator(trace.network)
    var sleeping = Set(watched.flatMap { symbols.nodes(ofLayer: $0) })
    for sample in samples where !sleeping.isEmpty {
      evaluator.take(sample.inputs)
      sleeping = sleeping.filter { !(evaluator.output(of: $0) > 0) }
    }
    return sleeping.sorted()
  }

  /// A closed form of more parameters would be a list that nobody reads.
  private static let mostParameters = 12

  func closedForm(on samples: [Sample]) -> [Observation] {
    guard trace.network.layers.count == 1,
      trace.network.parameters.count <= Derivation.mostParameters
    else { return [] }
    return LeastSquares(trace.network, on: samples, weightDecay: trace.rule.weightDecay)
      .map { [.leastSquares($0)] } ?? []
  }

  func decisionPoints(on samples: [Sample]) -> [Observation] {
    DecisionPoints(trace.network, on: samples).map { [.decisionPoints($0)] } ?? []
  }
}
