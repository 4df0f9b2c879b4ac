/// What a network makes of all samples.
public struct Evaluation: Hashable, Sendable {
  /// Their loss, in the batch's convention; beyond Double it is not finite.
  public let loss: Double
  /// How many of them get the class of their targets; `nil` where the targets tell no classes.
  public let correct: Int?

  /// Makes an evaluation of a loss and a number of samples.
  public init(loss: Double, correct: Int?) {
    self.loss = loss
    self.correct = correct
  }
}
