/// A sample's numbers as they were typed.
package struct TypedSample: Hashable, Sendable {
  /// The text of x, one an input of the network.
  package var inputs: [String]
  /// The text of t, one an output; `nil` for a sample without targets.
  package var targets: [String]?

  /// Makes a record of one sample's numbers.
  package init(inputs: [String], targets: [String]?) {
    self.inputs = inputs
    self.targets = targets
  }
}
