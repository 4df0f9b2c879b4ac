internal import Derivations
internal import Phrases
internal import Texts

extension Composer {
  /// What is worth noticing about the step, at its end.
  mutating func tellObservations() {
    let observations = derivation.observations
    guard !observations.isEmpty else { return }
    let shown = observations.prefix(Composer.mostObservations).map(phrase)
    let more = observations.count - shown.count
    section(.worthNoticing, shown + (more > 0 ? [.moreObservations(more)] : []))
  }

  /// More than this would be a list nobody reads.
  private static let mostObservations = 6

  private func phrase(_ observation: Observation) -> Phrase {
    func text(_ value: Double) -> String { numbers.format.text(value) }
    func label(_ node: Int) -> String { symbols.label(of: node) }
    return switch observation {
    case .idleLearningRate: .idleLearningRate
    case .saturated(let node, let net, let slope):
      .saturated(label(node), net: text(net), slope: text(slope))
    case .silent(let node, let net): .silent(label(node), net: text(net))
    case .shrinkingDelta(let values): .shrinkingDelta(values.map(text))
    case .alike(let nodes, let delta): .alike(nodes.map(label), delta: text(delta))
    case .linearLayers(let layers): .linearLayers(layers.lowerBound + 1, layers.upperBound + 1)
    }
  }
}
