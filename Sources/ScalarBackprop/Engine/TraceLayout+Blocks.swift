extension TraceLayout {
  /// Every block of the trace, in the order of calculation. In a batch of several each sample's part
  /// stands behind that of the one before, and what the batch makes of them behind the last.
  var blocks: [Block] {
    guard sampleCount > 1 else { return blocksOfStep.compactMap { placed($0, ofSample: nil) } }
    let before = blocksOfStep.prefix { $0.phase != .update && $0.phase != .after }
    let after = blocksOfStep.drop { $0.phase != .after }
    return before.filter { $0.phase == .given && $0.kind.isCommon } + ofEachSample(before)
      + ofBatch(before) + blocksOfStep.filter { $0.phase == .update } + ofEachSample(after)
      + ofBatch(after)
  }

  /// What every sample has of its own, sample by sample.
  private func ofEachSample(_ part: some Sequence<Block>) -> [Block] {
    let own = part.filter { !$0.kind.isCommon }
    return (0..<sampleCount).flatMap { sample in
      own.compactMap { placed($0, ofSample: sample) }
    }
  }

  /// What the batch makes of its samples' losses and gradients.
  private func ofBatch(_ part: some Sequence<Block>) -> [Block] {
    part.filter { !$0.kind.isCommon }.compactMap { placed($0, ofSample: nil) }
  }

  /// A block of the step where it stands in the trace: that of a sample, or, with `nil`, that of the
  /// only sample or of the batch, which has none of its own but losses, gradients and parameters.
  private func placed(_ block: Block, ofSample sample: Int?) -> Block? {
    var block = block
    if block.kind.isCommon { return block }
    if sampleCount == 1 {
      block.start += start(ofSample: 0)
      block.sample = block.kind.isGradient ? nil : 0
    } else if let sample {
      block.start += start(ofSample: sample)
      block.sample = sample
    } else {
      switch block.kind {
      case .loss(let pass): block.start = pass == .before ? batchBefore : batchAfter
      case .parameters(.gradient, let part):
        let layer = plan.layers[block.layer]
        block.start = batchGradients + (part == .weights ? layer.firstParameter : layer.firstBias)
      case .inputs, .targets, .parameters, .products, .sums, .scaledSums, .nets, .outputs,
        .outputLosses,
        .backs, .errors, .slopes, .jacobian, .deltas:
        return nil
      }
    }
    return block
  }

  /// The block in which a quantity stands, found by its place; `nil` where the trace has no such
  /// quantity.
  ///
  /// - Parameter sample: the sample's place in the batch; `nil` for what the batch has, or for the
  ///   only sample.
  func block(of quantity: Quantity, sample: Int?) -> Block? {
    guard place(of: quantity, sample: sample) != nil, let place = placeInStep(of: quantity) else {
      return nil
    }
    let blocks = quantity.isCommon ? common : own
    var (low, high) = (0, blocks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].start <= place { low = middle } else { high = middle }
    }
    return placed(blocks[low], ofSample: sample)
  }
}

extension Quantity {
  /// Whether a batch has the quantity in common, as its parameters are.
  fileprivate var isCommon: Bool {
    switch self {
    case .parameter(let role, _): role != .gradient
    case .input, .target, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back,
      .error, .slope,
      .jacobian, .delta:
      false
    }
  }
}
