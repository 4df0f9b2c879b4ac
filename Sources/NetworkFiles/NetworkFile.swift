public import ScalarBackprop
public import Texts

/// What a network file says: a network, samples to take through it, and how it is trained.
public struct NetworkFile: Sendable {
  /// Any text; writers escape it.
  public var title: String?
  /// The notation the file asks to be shown in.
  public var notation: String?
  /// Where it asks for that.
  public var notationPosition: SourcePosition?
  /// The network with its first parameters, those drawn at random included.
  public var network: Network
  /// At least one.
  public var samples: [Sample]
  /// How it is trained; the usual settings where the file says nothing.
  public var training: Training
  /// How the numbers of the file were typed, by what they are; random ones were not typed. A
  /// bias given as a threshold is kept with its sign turned.
  public var typedParameters: [Parameter: String]
  /// How each sample's inputs and targets were typed.
  public var typedSamples: [TypedSample]
  /// How the learning rate was typed.
  public var typedLearningRate: String?
}

/// A sample's numbers as they were typed.
public struct TypedSample: Hashable, Sendable {
  /// The text of x, one an input of the network.
  public var inputs: [String]
  /// The text of t, one an output; `nil` for a sample without targets.
  public var targets: [String]?

  /// Makes a record of one sample's numbers.
  public init(inputs: [String], targets: [String]?) {
    self.inputs = inputs
    self.targets = targets
  }
}

/// How a network is trained: what one step does, and how steps follow each other.
public struct Training: Hashable, Sendable {
  /// Whether a batch's loss is the mean or the sum of its samples' losses.
  public enum BatchLoss: String, CaseIterable, Hashable, Sendable {
    /// The sum of the samples' losses, divided by their number.
    case mean
    /// The sum of the samples' losses.
    case sum
  }

  /// What one step does: η, the optimiser, the weight decay.
  public var rule = UpdateRule()
  /// How often all samples are gone through, ≥ 1.
  public var epochs = 1
  /// Samples a step, ≥ 1; `nil` for all of them.
  public var batchSize: Int? = 1
  /// How a batch's loss comes from those of its samples.
  public var batchLoss = BatchLoss.mean
  /// The seed from which each epoch's order is drawn; `nil` keeps the file's order.
  public var shuffle: UInt64?

  /// Makes a training of one epoch, one sample a step, in the file's order.
  public init() {}
}
