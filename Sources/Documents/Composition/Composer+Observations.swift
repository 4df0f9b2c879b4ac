internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Composer {
  /// What is worth noticing about the step, at its end.
  mutating func tellObservations() {
    let phrases = derivation.observations(on: allSamples).flatMap {
      $0.phrases(derivation, numbers.format)
    }
    guard !phrases.isEmpty else { return }
    let more = phrases.count - Composer.mostObservations
    section(.worthNoticing, [])
    let shown =
      phrases.prefix(Composer.mostObservations) + (more > 0 ? [.moreObservations(more)] : [])
    writer.items(shown.map { $0[language] })
  }

  /// More than this would be a list nobody reads.
  private static let mostObservations = 10
}

extension Observation {
  /// What is said of it, in the symbols of a derivation.
  func phrases(_ derivation: Derivation, _ format: NumberFormat) -> [Phrase] {
    let symbols = derivation.symbols
    let samples = derivation.trace.samples.count
    func text(_ value: Double) -> String { format.text(value) }
    func label(_ node: Int) -> String { symbols.label(of: node) }
    return switch self {
    case .idleLearningRate: [.idleLearningRate]
    case .saturated(let node, let net, let slope):
      [.saturated(label(node), net: text(net), slope: text(slope), samples: samples)]
    case .silent(let node, let net): [.silent(label(node), net: text(net), samples: samples)]
    case .dead(let node, let samples): [.dead(label(node), samples: samples)]
    case .course(let values, .shrinks): [.shrinkingDelta(values.map(text))]
    case .course(let values, .arrives): [.arrivingDelta(values.map(text))]
    case .course(let values, .grows): [.growingDelta(values.map(text))]
    case .cancelling(let batch, let sample):
      [.cancelling(batch: text(batch), sample: text(sample))]
    case .alike(let nodes, let delta): [.alike(nodes.map(label), delta: text(delta))]
    case .linearLayers(let layers, let map):
      [.linearLayers(layers.lowerBound + 1, layers.upperBound + 1)]
        + derivation.product(of: layers, map, format)
    case .throughOrigin: [.throughOrigin]
    case .leastSquares(let solution):
      [.leastSquares(derivation.list(solution, format))]
    case .cuts(let cuts):
      [
        .cuts(
          cuts.places.map(text),
          in: (text(cuts.range.lowerBound), text(cuts.range.upperBound)))
      ]
    }
  }
}
