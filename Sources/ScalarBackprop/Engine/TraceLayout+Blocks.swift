extension TraceLayout {
  /// Every block of the trace, in the order of calculation. In a batch of several each sample's part
  /// stands behind that of the one before, and what the batch makes of them behind the last.
  var blocks: [Block] {
    guard sampleCount > 1 else {
      return step.map { block in
        var block = block
        if block.kind.isCommon { return block }
        block.start += start(ofSample: 0)
        block.sample = block.kind.isGradient ? nil : 0
        return block
      }
    }
    let before = step.prefix { $0.phase != .update && $0.phase != .after }
    let after = step.drop { $0.phase != .after }
    return before.filter { $0.phase == .given && $0.kind.isCommon } + ofEachSample(before)
      + batchBlocks(before) + step.filter { $0.phase == .update } + ofEachSample(after)
      + batchBlocks(after)
  }

  /// What every sample has of its own, sample by sample.
  private func ofEachSample(_ part: some Sequence<Block>) -> [Block] {
    let own = part.filter { !$0.kind.isCommon }
    return (0..<sampleCount).flatMap { sample in
      own.map { block in
        var block = block
        block.start += start(ofSample: sample)
        block.sample = sample
        return block
      }
    }
  }

  /// What the batch makes of its samples' losses and gradients.
  private func batchBlocks(_ part: some Sequence<Block>) -> [Block] {
    var gradients = batchGradients
    return part.compactMap { block in
      var block = block
      switch block.kind {
      case .loss(let pass): block.start = pass == .before ? batchBefore : batchAfter
      case .parameters(.gradient, _):
        block.start = gradients
        gradients += block.count
      case .inputs, .targets, .parameters, .products, .sums, .nets, .outputs, .outputLosses,
        .backs, .errors, .slopes, .jacobian, .deltas:
        return nil
      }
      return block
    }
  }
}
