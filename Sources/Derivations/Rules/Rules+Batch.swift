internal import Phrases
internal import ScalarBackprop

// A batch: E = Σ_s E^(s) and ∂E/∂w = Σ_s ∂E^(s)/∂w over its samples s; under the mean both are
// divided by the number of samples.

extension Rules {
  /// The rule of what a batch makes of its samples'; `nil` for what a step on one sample has too.
  func batchRule(for block: Block, _ batchLoss: BatchLoss) -> Rule? {
    guard block.sample == nil else { return nil }
    switch block.kind {
    case .loss(let pass):
      return Rule(
        name: .lossName,
        reason: pass == .before
          ? .batchLossReason(
            batchLoss, sample: symbols.sampleLoss,
            count: .letter(Formula.Constant.sampleCount.letter(in: symbols.notation)))
          : .batchAfterReason,
        formula: overBatch(.quantity(.loss(pass))))
    case .parameters(.gradient, let part):
      return Rule(
        name: .gradientName, reason: .batchGradientReason(batchLoss),
        formula: overBatch(
          .quantity(.parameter(.gradient, pattern(part, layer: block.layer)))))
    case .inputs, .targets, .parameters, .products, .sums, .scaledSums, .nets, .outputs,
      .outputLosses, .backs,
      .errors, .slopes, .jacobian, .deltas:
      return nil
    }
  }

  /// The sum or mean over the batch of what each sample has; the sample's own in a step on one.
  func overBatch(_ term: Formula) -> Formula {
    switch batchLoss {
    case nil: term
    case .sum: .series(.samples, term)
    case .mean: .series(.samples, term) / .constant(.sampleCount)
    }
  }

  /// Any parameter of one part of a layer.
  func pattern(_ part: ParameterPart, layer l: Int) -> ParameterAt<IndexVariable> {
    network.pattern(part, layer: l)
  }
}
