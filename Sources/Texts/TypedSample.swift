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
