/// The parts of one training step, in the order of their calculation. Raw values are fixed: they
/// stand in JSON, CSV and on the command line.
public enum Phase: String, CaseIterable, Hashable, Sendable {
  /// x, t, w, b.
  case given
  /// Products, net values, outputs.
  case forward
  /// The loss of each output, and of the sample.
  case error
  /// Errors, slopes, δ, gradients.
  case backward
  /// Changes and new parameters.
  case update
  /// The same sample again, with the new parameters.
  case after
}

extension Phase: Comparable {
  /// The order of calculation.
  public static func < (one: Phase, other: Phase) -> Bool { one.place < other.place }

  private var place: Int {
    switch self {
    case .given: 0
    case .forward: 1
    case .error: 2
    case .backward: 3
    case .update: 4
    case .after: 5
    }
  }
}
