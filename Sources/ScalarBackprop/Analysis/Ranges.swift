extension ClosedRange<Double> {
  /// So many steps from end to end, both ends included.
  func steps(_ count: Int) -> [Double] {
    (0...count).map { part(Double($0) / Double(count)) }
  }

  /// What lies at a share of the way from end to end, of a range whose width is finite.
  func part(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }

  /// The range of the values, extreme ones ignored, widened at both ends by `margin` of its width; never
  /// empty.
  static func around(_ values: [Double], margin: Double) -> ClosedRange<Double> {
    // Far out, where the width would go beyond Double, nothing is looked at.
    let most = Double.greatestFiniteMagnitude / 8
    let near = values.filter { $0.magnitude <= most }
    let (low, high) = (near.min() ?? 0, near.max() ?? 0)
    let width = high - low
    let room = width > 0 ? margin * width : Swift.max(low.magnitude, 1)
    return low - room...high + room
  }
}
