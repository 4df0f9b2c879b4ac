public import ScalarBackprop

/// What was probably done where an answer is wrong.
public struct Diagnosis: Hashable, Sendable {
  public var misconception: Misconception
  /// The step it was made in: that of the answer, or one before it.
  public var step: Place
  /// Whether that step is on the sheet.
  public var isWritten: Bool
  /// What was left out, or has the wrong sign, or should have been used; `nil` where the step has
  /// nothing of that kind.
  public var place: Place?
  /// What was used in its place.
  public var used: Place?
}
