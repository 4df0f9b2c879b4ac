/// How much of a derivation is told.
package enum Detail: String, CaseIterable, Sendable {
  /// One table a phase.
  case results
  /// A line a neuron with its products inside, a row a parameter.
  case steps
  /// Every product, and the rules.
  case full
}
