/// Numbers in the order in which they come, in bounded memory: once there are many, only the means of
/// neighbours are kept.
struct Curve: Sendable {
  /// How many numbers there were.
  private(set) var count = 0
  /// The mean of each full group of numbers; `rest` is the group being filled.
  private var means: [Double] = []
  private var groupSize = 1
  private var rest = (mean: 0.0, count: 0)

  private static let mostMeans = 2048

  mutating func add(_ value: Double) {
    count += 1
    rest.count += 1
    // Where a sum would go beyond Double, a mean does not.
    rest.mean += value / Double(rest.count) - rest.mean / Double(rest.count)
    guard rest.count == groupSize else { return }
    means.append(rest.mean)
    rest = (0, 0)
    guard means.count == Curve.mostMeans else { return }
    means = stride(from: 0, to: means.count, by: 2).map { means[$0] / 2 + means[$0 + 1] / 2 }
    groupSize *= 2
  }

  /// Points to draw: each the mean of as many numbers, the last one of what is left.
  struct Points {
    var values: [Double]
    var pointSize: Int
    var count: Int

    /// The middle of the numbers that a point is the mean of, the first number being 1.
    func place(of point: Int) -> Double {
      let last = min((point + 1) * pointSize, count)
      return Double(point * pointSize + 1 + last) / 2
    }
  }

  /// At most so many points.
  func points(atMost wanted: Int) -> Points {
    let parts =
      means.map { (mean: $0, count: groupSize) } + (rest.count > 0 ? [rest] : [])
    let group = max(1, (parts.count + wanted - 1) / wanted)
    let values = stride(from: 0, to: parts.count, by: group).map { first in
      let parts = parts[first..<min(first + group, parts.count)]
      let total = Double(parts.reduce(0) { $0 + $1.count })
      return parts.reduce(0) { $0 + $1.mean * (Double($1.count) / total) }
    }
    return Points(values: values, pointSize: group * groupSize, count: count)
  }
}
