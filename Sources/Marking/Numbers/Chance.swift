/// How likely a number that is wrong for no reason would look as if there were one: the part of the
/// numbers as near to the right one that some rewrite comes to.
struct Chance {
  private var covered: [Interval] = []
  /// Half a unit of the written number: so far a rewrite may be from it.
  private let half: Double

  init(half: Double) { self.half = half }

  mutating func add(_ result: Interval) {
    guard result.center.isFinite, result.low.isFinite, result.high.isFinite else { return }
    covered.append(result.widened(by: half))
  }

  /// The part of the numbers no farther from the right one than the written one is.
  func share(around right: Double, to written: Double) -> Double {
    let distance = abs(written - right)
    guard distance > 0, distance.isFinite else { return 1 }
    let (low, high) = (right - distance, right + distance)
    var (sum, end) = (0.0, low)
    for interval in covered.sorted(by: { $0.low < $1.low }) {
      let start = max(interval.low, end)
      let stop = min(interval.high, high)
      guard stop > start else { continue }
      sum += stop - start
      end = stop
    }
    return sum / (2 * distance)
  }

  /// The most that a mistake is named at: in the step itself where all that it goes on with is
  /// written, and where steps between are not.
  static let most = (written: 0.2, unwritten: 0.02)
}
