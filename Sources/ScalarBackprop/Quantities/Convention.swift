/// What a text's notation says about signs. It never changes a number in any other way.
public struct Convention: Hashable, Sendable {
  /// What δ stands for, and with it the error that travels back.
  public enum DeltaSign: String, Hashable, Sendable {
    /// δ = −∂E/∂net, so that parameters grow along η·δ·input.
    case descent = "-dE/dnet"
    /// δ = +∂E/∂net, so that δ is a gradient.
    case gradient = "+dE/dnet"
  }

  /// The sign of δ, of the errors and of what travels back.
  public var deltaSign: DeltaSign
  /// Whether a neuron subtracts a threshold θ = −b from its sum in place of adding a bias b.
  public var subtractsThresholds: Bool

  /// Makes a convention, by default with δ = −∂E/∂net and biases that are added.
  public init(deltaSign: DeltaSign = .descent, subtractsThresholds: Bool = false) {
    self.deltaSign = deltaSign
    self.subtractsThresholds = subtractsThresholds
  }
}
