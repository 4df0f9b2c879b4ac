package import ScalarBackprop

/// What was probably done where an answer is wrong.
package struct Diagnosis: Hashable, Sendable {
  package var misconception: Misconception
  /// The step it was made in: that of the answer, or one before it.
  package var step: Place
  /// Whether that step is on the sheet.
  package var isWritten: Bool
  /// What was left out, or has the wrong sign, or should have been used; `nil` where the step has
  /// nothing of that kind.
  package var place: Place?
  /// What was used in its place.
  package var used: Place?
}
