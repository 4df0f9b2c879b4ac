/// How a network is trained: what one step does, how steps follow each other, when they end.
public struct Training: Hashable, Sendable {
  /// What one step does: η, the optimiser, the weight decay.
  public var rule = UpdateRule()
  /// How often all samples are gone through at most, ≥ 1.
  public var epochs = 1
  /// Samples a step, ≥ 1, the last step of an epoch taking what is left; `nil` for all of them.
  public var batchSize: Int? = 1
  /// How a batch's loss comes from those of its samples.
  public var batchLoss = BatchLoss.mean
  /// The seed from which each epoch's order is drawn; `nil` keeps the file's order.
  public var shuffle: UInt64?
  /// Training ends after the first epoch that leaves the loss over all samples, in the batch's
  /// convention, at most this large; `nil` goes through all epochs.
  public var until: Double?

  /// Makes a training of one epoch, one sample a step, in the file's order.
  public init() {}
}

extension Training {
  /// The batch size on a set of `all` samples; the last batch of an epoch may be smaller.
  public func batchSize(of all: Int) -> Int { min(batchSize ?? all, all) }
}

/// Why samples cannot be trained on. Samples count from 0.
public enum SamplesError: Error, Hashable, Sendable {
  /// There is nothing to train on.
  case noSamples
  /// A sample that does not fit the network.
  case unfit(sample: Int, SampleError)
  /// A sample without targets can be traced forward only.
  case noTargets(sample: Int)
}

extension Network {
  /// Says what keeps samples from being trained on.
  ///
  /// - Throws: `SamplesError` with the first thing that does.
  public func check(_ samples: [Sample]) throws(SamplesError) {
    guard !samples.isEmpty else { throw .noSamples }
    for (number, sample) in samples.enumerated() {
      do { try check(sample) } catch { throw .unfit(sample: number, error) }
      guard sample.targets != nil else { throw .noTargets(sample: number) }
    }
  }
}
