/// Whether a batch's loss, and with it its gradient, is the mean or the sum of its samples'.
public enum BatchLoss: String, CaseIterable, Hashable, Sendable {
  /// The sum over the samples, divided by their number.
  case mean
  /// The sum over the samples.
  case sum
}

extension BatchLoss {
  /// A batch's number from the sum over its `count` samples, which were added in their order.
  func of(_ sum: Double, count: Int) -> Double {
    switch self {
    case .mean: sum / Double(count)
    case .sum: sum
    }
  }
}
