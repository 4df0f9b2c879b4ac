internal import ScalarBackprop

// What a network shows by itself, and on all the samples it is trained on.

extension Derivation {
  var alikeNeurons: [Observation] {
    guard trace.hasTargets else { return [] }
    let layers = trace.network.layers
    let dense = layers.indices.dropLast().filter {
      layers[$0].form == .dense && layers[$0 + 1].form == .dense
    }
    return dense.flatMap { l -> [Observation] in
      let nodes = symbols.topology.nodes(ofLayer: l)
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
    func isLinear(_ layer: Layer) -> Bool { layer.form == .dense && layer.activation.isLinear }
    while let first = rest.firstIndex(where: isLinear) {
      let run = rest[first...].prefix(while: isLinear)
      if run.count > 1 {
        found.append(.linearLayers(run.startIndex...run.endIndex - 1, map(of: run)))
      }
      rest = rest[run.endIndex...]
    }
    return found
  }

  /// Numbers that a map may have on its way through the layers.
  private static let mostMapNumbers = 10_000

  private func map(of layers: ArraySlice<Layer>) -> AffineMap? {
    let inputs = layers.first?.neurons.first?.weights.count ?? 0
    let widest = layers.map(\.neurons.count).max() ?? 0
    return inputs * widest <= Derivation.mostMapNumbers ? AffineMap(layers) : nil
  }

  /// A single sample needs no bias: a line through it and the origin there always is.
  func throughOrigin(on samples: [Sample]) -> [Observation] {
    let layers = trace.network.layers
    return samples.count > 1 && layers.count == 1 && trace.network.isDense
      && layers[0].biasKind == .absent
      ? [.throughOrigin] : []
  }

  /// Parameters times samples that are gone through for a look at neurons.
  private static let mostLooks = 200_000_000

  /// ReLU neurons that no sample wakes, of at least two samples.
  func deadNeurons(on samples: [Sample]) -> [Int] {
    let layers = trace.network.layers
    let watched = layers.indices.filter {
      layers[$0].activation.isFlatBelowZero && !layers[$0].form.sharesParameters
    }
    guard samples.count > 1, !watched.isEmpty,
      samples.count * trace.network.parameterValues.count <= Derivation.mostLooks
    else { return [] }
    let evaluator = Evaluator(trace.network)
    var sleeping = watched.flatMap { symbols.topology.nodes(ofLayer: $0) }
    for sample in samples where !sleeping.isEmpty {
      evaluator.run(sample.inputs)
      sleeping.removeAll { evaluator.output(of: $0) > 0 }
    }
    return sleeping
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

  /// What a network makes of its inputs on the whole: classes, or a curve.
  func classObservations(on samples: [Sample]) -> [Observation] {
    guard let classes = Classes(of: samples) else { return turns(on: samples) }
    let points = DecisionPoints(trace.network, on: samples).map { [Observation.decisionPoints($0)] }
    return (points ?? []) + notSeparable(classes, samples) + lines + classified(classes, samples)
  }

  /// One neuron makes one cut through one input, and one straight line through the plane of two.
  private func notSeparable(_ classes: Classes, _ samples: [Sample]) -> [Observation] {
    let network = trace.network
    guard network.layers.count == 1, network.isDense, network.outputLayer.neurons.count == 1,
      network.inputs.count <= 2
    else { return [] }
    let sets = (0..<2).map { number in
      samples.filter { classes.number(of: $0.targets ?? []) == number }.map {
        Separation.Point(x: $0.inputs[0], y: network.inputs.count == 2 ? $0.inputs[1] : 0)
      }
    }
    return Separation.isPossible(sets[0], sets[1]) == false
      ? [.notSeparable(inputs: network.inputs.count)] : []
  }

  /// A list of more neurons, or of fewer samples, would say nothing.
  private static let (mostTurns, fewestLines, fewestSamples) = (6, 4, 5)

  private func turns(on samples: [Sample]) -> [Observation] {
    let layers = trace.network.layers
    guard samples.count > 1, trace.network.inputs.count == 1, layers.count > 1,
      trace.network.isDense,
      let turn = layers[0].activation.turn, layers[0].neurons.count <= Derivation.mostTurns
    else { return [] }
    let places = layers[0].neurons.enumerated().map { n, neuron in
      Observation.Place(node: 1 + n, place: 0 - layers[0].bias(of: n) / neuron.weights[0])
    }.filter(\.place.isFinite)
    return places.isEmpty ? [] : [.turns(turn, places)]
  }

  private var lines: [Observation] {
    let hidden = trace.network.layers.dropLast().map(\.neurons.count)
    guard trace.network.inputs.count == 2, trace.network.isDense, let first = hidden.first,
      first >= Derivation.fewestLines
    else { return [] }
    return [.lines(hidden)]
  }

  /// Parameters times samples that are worth going through for a count.
  private static let mostWork = 1_000_000

  private func classified(_ classes: Classes, _ samples: [Sample]) -> [Observation] {
    guard samples.count >= Derivation.fewestSamples,
      samples.count * trace.network.parameters.count <= Derivation.mostWork
    else { return [] }
    let evaluator = Evaluator(trace.network)
    let correct = samples.count { sample in
      classes.number(of: evaluator.outputs(for: sample.inputs))
        == classes.number(of: sample.targets ?? [])
    }
    return [.classified(correct, of: samples.count)]
  }
}

extension Activation {
  /// What a neuron's output does over a single input where its net value is 0; `nil` for a straight
  /// line, and for what stands in no hidden layer.
  fileprivate var turn: Observation.Turn? {
    switch self {
    case .sigmoid, .tanh: .step
    case .relu, .leakyReLU: .kink
    case .elu, .softplus, .gelu, .silu, .mish: .bend
    case .identity, .softmax, .step, .sign: nil
    }
  }
}
