/// The classes that targets stand for: two by a single output, 0 or 1 (or −1 or 1); one for each
/// output, by one-hot targets; else one for each row of zeros and ones that several outputs may give.
public struct Classes: Hashable, Sendable {
  /// How many there are, at least 2.
  public let count: Int
  /// The value above which an output says 1; `nil` where the largest of several outputs tells its own
  /// class.
  public let threshold: Double?

  /// With more outputs than this, rows of zeros and ones are not taken for classes.
  private static let mostBits = 30

  /// Finds the classes that samples' targets tell; `nil` where they tell none, or all the same.
  public init?(of samples: [Sample]) {
    let targets = samples.map { $0.targets ?? [] }
    guard let outputs = targets.first?.count, outputs > 0,
      targets.allSatisfy({ $0.count == outputs }), Set(targets).count > 1
    else { return nil }
    if outputs == 1 {
      let values = Set(targets.map { $0[0] })
      guard values.isSubset(of: [0, 1]) || values == [-1, 1] else { return nil }
      (count, threshold) = (2, values.contains(-1) ? 0 : 0.5)
    } else {
      guard targets.allSatisfy({ row in row.allSatisfy { $0 == 0 || $0 == 1 } }) else {
        return nil
      }
      if targets.allSatisfy({ $0.reduce(0, +) == 1 }) {
        (count, threshold) = (outputs, nil)
      } else {
        guard outputs <= Classes.mostBits else { return nil }
        (count, threshold) = (1 << outputs, 0.5)
      }
    }
  }

  /// The class that outputs or targets tell, counted from 0.
  public func number(of values: [Double]) -> Int {
    values.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The same of numbers wherever they lie.
  func number<Values: RandomAccessCollection<Double>>(of values: Values) -> Int
  where Values.Index == Int {
    if let threshold { return values.reduce(0) { 2 * $0 + ($1 > threshold ? 1 : 0) } }
    var best = values.startIndex
    for k in values.indices where values[k] > values[best] { best = k }
    return best - values.startIndex
  }
}

extension [Sample] {
  /// Whether every sample's targets are its inputs, as an autoencoder has them; of a single sample, or
  /// a single input, that may be chance.
  package var areToBeRestored: Bool {
    count > 1 && self[0].inputs.count > 1 && allSatisfy { $0.targets == $0.inputs }
  }

  /// Whether a sample counts as right where every output comes out on the side of its input, 0 or 1.
  package var countRestored: Bool { areToBeRestored && Classes(of: self)?.threshold != nil }
}
