internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Composer {
  /// What is worth noticing about the step, at its end.
  mutating func tellObservations() {
    let phrases = derivation.remarks(on: allSamples, numbers.format)
    guard !phrases.isEmpty else { return }
    section(.worthNoticing(isAtEnd: false), [])
    writer.items(phrases.map { $0.wording(in: language) })
  }
}

extension Derivation {
  /// More remarks than this would be a list nobody reads.
  private static let mostRemarks = 10

  /// What is worth noticing, in words, of a step that is made or, at the end of a training, of one
  /// more that is not.
  func remarks(
    on samples: [Sample], _ format: NumberFormat, isAtEnd: Bool = false
  ) -> [Phrase] {
    let phrases = observations(on: samples).filter { isAtEnd || !$0.isSaidAbove }.flatMap {
      $0.phrases(self, format, isMade: !isAtEnd)
    }
    let more = phrases.count - Derivation.mostRemarks
    return phrases.prefix(Derivation.mostRemarks) + (more > 0 ? [.moreObservations(more)] : [])
  }
}

extension Observation {
  /// Whether the line about the loss, which stands above everything else, says it already.
  fileprivate var isSaidAbove: Bool {
    if case .overshoot(let before, _) = self { before > 0 } else { false }
  }

  /// What is said of it, in the symbols of a derivation.
  fileprivate func phrases(
    _ derivation: Derivation, _ format: NumberFormat, isMade: Bool
  ) -> [Phrase] {
    let count = derivation.trace.samples.count
    func text(_ value: Double) -> String { format.text(value) }
    func name(_ node: Int) -> Phrase { derivation.symbols.neuronName(of: node) }
    return switch self {
    case .idleLearningRate: [.idleLearningRate]
    case .overshoot(let before, let after):
      [.overshoot(from: text(before), to: text(after), isMade: isMade)]
    case .saturated(let node, let net, let slope):
      [.saturated(name(node), net: text(net), slope: text(slope), samples: count)]
    case .silent(let node, let net): [.silent(name(node), net: text(net), samples: count)]
    case .dead(let node, let samples): [.dead(name(node), samples: samples)]
    case .course(let values, .shrinks): [.shrinkingDelta(values.map(text))]
    case .course(let values, .arrives): [.arrivingDelta(values.map(text))]
    case .course(let values, .grows): [.growingDelta(values.map(text))]
    case .cancelling(let batch, let sample):
      [
        .cancelling(
          batch: text(batch), sample: text(sample), isMean: derivation.trace.batchLoss == .mean)
      ]
    case .alike(let nodes): [.alike(nodes.map(name))]
    case .linearLayers(let layers, let map):
      [
        .linearLayers(
          derivation.symbols.layerNumber(layers.lowerBound),
          derivation.symbols.layerNumber(layers.upperBound))
      ]
        + derivation.product(of: layers, map, format)
    case .winners(let layer, let nodes):
      [
        .winners(
          derivation.symbols.layerNumber(layer), derivation.outputs(of: nodes),
          isOne: nodes.count == 1,
          others: derivation.symbols.topology.nodes(ofLayer: layer - 1).count - nodes.count)
      ]
    case .tie(let window, let nodes):
      [.tie(derivation.outputs(of: [window]), derivation.outputs(of: nodes))]
    case .shared(let layer, let parameters, let positions, let dense):
      [
        .shared(
          derivation.symbols.layerNumber(layer), parameters: parameters, positions: positions,
          dense: dense)
      ]
    case .tied(let layer, let other, let weights):
      [
        .tiedWeights(
          derivation.symbols.layerNumber(layer), to: derivation.symbols.layerNumber(other),
          weights: weights)
      ]
    case .unseen(let layer, let nodes, let isBetween):
      [.unseen(derivation.symbols.layerNumber(layer), nodes: nodes, isBetween: isBetween)]
    case .noCompression(let neurons, let inputs):
      [.noCompression(neurons: neurons, inputs: inputs)]
    case .throughOrigin: [.throughOrigin]
    case .leastSquares(let solution): [.leastSquares(derivation.list(solution, format))]
    case .decisionPoints(let points):
      [
        .decisionPoints(
          points.places.map(text),
          in: (text(points.range.lowerBound), text(points.range.upperBound)))
      ]
    case .notSeparable(let inputs): [.notSeparable(inputs: inputs)]
    case .turns(let turn, let places):
      [turn.phrase(at: places.map { (text($0.place), name($0.node)) })]
    case .lines(let layers): [.lines(layers)]
    // At the end of a training that has been said already.
    case .classified(let count, let all):
      isMade
        ? [
          derivation.trace.samples.countRestored
            ? .restoredCorrectly(count, of: all) : .classifiedCorrectly(count, of: all)
        ] : []
    }
  }
}

extension Derivation {
  /// The outputs of nodes as their symbols, of many of them only the first.
  fileprivate func outputs(of nodes: [Int]) -> Phrase {
    let shown = nodes.prefix(Derivation.mostNodes)
    return .list(
      shown.map { [.symbol(symbols.symbol(for: .output($0, .before)))] },
      isCut: nodes.count > shown.count)
  }

  private static let mostNodes = 8
}

extension Observation.Turn {
  /// What is said of it, with the places and their neurons.
  fileprivate func phrase(at places: [(place: String, neuron: Phrase)]) -> Phrase {
    switch self {
    case .step: .steps(at: places)
    case .kink: .kinks(at: places)
    case .bend: .bends(at: places)
    }
  }
}

extension Symbols {
  /// What a neuron is called: its name, its number through the network, both where symbols have the
  /// number, or, where a notation counts in each layer, its number and its layer.
  func neuronName(of node: Int) -> Phrase {
    let label = ids.label(of: node)
    switch notation.labels {
    case .throughNetwork where ids.hasName(node):
      return Phrase("\(node + 1) (\(label))", "\(node + 1)（\(label)）")
    case .perLayer where !ids.hasName(node):
      let l = topology.layer(of: node)
      return .neuron(node - topology.nodes(ofLayer: l).lowerBound + 1, layer: layerNumber(l))
    case .throughNetwork, .perLayer, .names: return Phrase(verbatim: label)
    }
  }
}
