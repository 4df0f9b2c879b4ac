/// The classes that targets stand for: two by a single output, 0 or 1 (or −1 or 1), else one for each
/// output, by one-hot targets.
public struct Classes: Hashable, Sendable {
  /// How many there are, at least 2.
  public let count: Int
  /// The value above which a single output tells the second class; `nil` where the largest of
  /// several outputs tells its own.
  public let threshold: Double?

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
      let areOneHot = targets.allSatisfy { row in
        row.allSatisfy { $0 == 0 || $0 == 1 } && row.reduce(0, +) == 1
      }
      guard areOneHot else { return nil }
      (count, threshold) = (outputs, nil)
    }
  }

  /// The class that outputs or targets tell, counted from 0.
  public func number(of values: [Double]) -> Int {
    values.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The same of numbers wherever they lie.
  func number<Values: RandomAccessCollection<Double>>(of values: Values) -> Int
  where Values.Index == Int {
    if let threshold { return values[values.startIndex] > threshold ? 1 : 0 }
    var best = values.startIndex
    for k in values.indices where values[k] > values[best] { best = k }
    return best - values.startIndex
  }
}
