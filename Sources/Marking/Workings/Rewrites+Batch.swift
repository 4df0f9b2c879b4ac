internal import Derivations
internal import ScalarBackprop

// The catalogue is written about one sample; here it is brought to its place in a batch, with what
// people make of the batch's own steps.

extension Workings {
  /// A calculation about any sample, in one of them.
  func placed(_ calculation: Calculation, sample: Int?) -> PlacedCalculation {
    let trace = trace
    return PlacedCalculation(
      operands: calculation.operands.map { trace.place($0, sample: sample) },
      value: { known in calculation.value { known(trace.place($0, sample: sample)) } },
      takesShares: calculation.takesShares)
  }

  /// The rewrites of a step, wherever it is made.
  func makeRewrites(at place: Place) -> [PlacedRewrite] {
    guard let right = calculations(of: place).first else { return [] }
    guard let plain = unplaced(right, sample: place.sample) else {
      return batchRewrites(right, place.quantity)
    }
    let trace = trace
    return makeRewrites(of: place.quantity, plain, sample: place.sample).map { rewrite in
      PlacedRewrite(
        misconception: rewrite.misconception, variant: rewrite.variant,
        calculation: placed(rewrite.calculation, sample: place.sample),
        place: rewrite.place.map { trace.place($0, sample: place.sample) },
        used: rewrite.used.map { trace.place($0, sample: place.sample) })
    }
  }

  /// A calculation in one sample, as one about any; `nil` for one that goes through the samples.
  private func unplaced(_ right: PlacedCalculation, sample: Int?) -> Calculation? {
    let trace = trace
    guard right.operands.allSatisfy({ $0 == trace.place($0.quantity, sample: sample) }) else {
      return nil
    }
    return Calculation(
      operands: right.operands.map(\.quantity),
      value: { known in right.value { known($0.quantity) } }, takesShares: right.takesShares)
  }

  /// What a batch makes of its samples: the sum for the mean or the mean for the sum, one sample left
  /// out, the wrong sign.
  private func batchRewrites(_ right: PlacedCalculation, _ quantity: Quantity) -> [PlacedRewrite] {
    let count = Double(trace.samples.count)
    let isMean = trace.batchLoss == .mean
    var rewrites = [
      PlacedRewrite(
        misconception: .sumForMean, calculation: right.scaled(by: isMean ? count : 1 / count))
    ]
    for sample in trace.samples.indices {
      let left = right.operands.filter { $0.sample == sample }
      guard let term = left.first, left.count == 1 else { continue }
      let rest = right.scaling(term, by: 0)
      rewrites.append(PlacedRewrite(misconception: .pathOmitted, calculation: rest))
      if isMean {
        let mean = rest.scaled(by: count / (count - 1))
        rewrites.append(PlacedRewrite(misconception: .pathOmitted, variant: 1, calculation: mean))
      }
    }
    if case .loss = quantity { return rewrites }
    return rewrites + [PlacedRewrite(misconception: .sign, calculation: right.scaled(by: -1))]
  }
}
