/// What a number may be: somewhere between two bounds, most likely in their middle.
struct Interval: Hashable, Sendable {
  /// The number itself, as written or worked out.
  var center: Double
  var low: Double
  var high: Double

  init(_ exact: Double) { (center, low, high) = (exact, exact, exact) }

  init(_ center: Double, by radius: Double) {
    (self.center, low, high) = (center, center - radius, center + radius)
  }

  init(center: Double, low: Double, high: Double) {
    (self.center, self.low, self.high) = (center, low, high)
  }

  var isExact: Bool { low == high }

  func widened(by radius: Double) -> Interval {
    Interval(center: center, low: low - radius, high: high + radius)
  }

  /// The part of it that lies between 0 and 1, where most of an output is; a bound itself is none.
  var asShare: Interval {
    guard !isExact, (0...1).contains(center), low < 0 || high > 1 else { return self }
    let (low, high) = (max(low, 0), min(high, 1))
    let isBound = center == low || center == high
    return Interval(center: isBound ? (low + high) / 2 : center, low: low, high: high)
  }

  /// Whether two intervals have a number in common, but for what 16 digits cannot hold.
  func meets(_ other: Interval) -> Bool {
    guard center.isFinite, other.center.isFinite else { return false }
    let margin = 1e-12 * max(abs(center), abs(other.center))
    return low <= other.high + margin && other.low <= high + margin
  }
}
