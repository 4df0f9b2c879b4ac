/// How results are rounded before the calculation goes on with them, as a person does who works with
/// what they wrote down.
public struct Rounding: Sendable {
  /// The number as it is written down.
  public let round: @Sendable (Double) -> Double
  /// The sum of two numbers that were written down.
  public let add: @Sendable (Double, Double) -> Double
  /// Whether a sum before its threshold is written down too.
  let roundsSums: Bool

  /// Makes a rounding for steps that are told under a convention.
  ///
  /// - Parameters:
  ///   - convention: says which quantities are told, and so rounded, with the other sign.
  ///   - add: adds as on paper, where 0.3 − 0.1 − 0.2 is 0.
  ///   - round: rounds a result.
  public init(
    _ convention: Convention, add: @escaping @Sendable (Double, Double) -> Double = { $0 + $1 },
    _ round: @escaping @Sendable (Double) -> Double
  ) {
    self.round = round
    self.add = add
    roundsSums = convention.subtractsThresholds
  }
}
