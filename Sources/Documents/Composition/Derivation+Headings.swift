internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Under which heading a quantity is told, whatever the document.

extension Derivation {
  /// What the samples of the step are called, in its order.
  var sampleNames: [Phrase.SampleName] { trace.samples.indices.map(sampleName) }

  private func sampleName(_ place: Int) -> Phrase.SampleName {
    Phrase.SampleName(
      number: sampleNumber(place), name: trace.samples[place].name?.visible)
  }

  /// The heading under which a block is told; in a batch it names the sample.
  func heading(of block: Block) -> Phrase {
    let own = ownHeading(of: block)
    guard trace.isBatch else { return own }
    guard let sample = block.sample else {
      return block.phase == .given || block.phase == .update
        ? own : own.followed(by: .wholeBatch, between: .dash)
    }
    return own.followed(by: .sample(sampleName(sample)), between: .dash)
  }

  private func ownHeading(of block: Block) -> Phrase {
    let layer = symbols.layerNumber(block.layer)
    switch block.phase {
    case .given, .error, .update, .after: return .heading(of: block.phase)
    case .forward: return .forwardHeading(layer, trace.network.layers[block.layer].title)
    case .backward:
      if case .parameters = block.kind { return .gradientHeading }
      return .backwardHeading(layer, isOutput: block.layer + 1 == trace.network.layers.count)
    }
  }
}
