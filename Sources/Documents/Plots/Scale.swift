internal import Texts

/// Values along one axis of a picture.
struct Scale {
  /// The values at the two ends, the first one smaller.
  let low, high: Double
  /// Where these stand in the picture.
  let start, end: Double
  /// Whether only whole values have a meaning.
  var isWhole = false
  /// Whether they are exponents of 10 and stand for the powers.
  var isLogarithmic = false

  /// Takes the values from `low` to `high`; where they are no range, one around them.
  init(_ low: Double, _ high: Double, from start: Double, to end: Double) {
    let (least, greatest) = (Scale.near(low), Scale.near(high))
    let room = max(0.5 * least.magnitude, 0.5)
    (self.low, self.high) =
      least < greatest ? (least, greatest) : (least - room, least + room)
    (self.start, self.end) = (start, end)
  }

  /// Takes the range that holds all values, and so much of it again at both ends.
  init(around values: [Double], margin: Double, from start: Double, to end: Double) {
    let finite = values.filter(\.isFinite)
    let (low, high) = (Scale.near(finite.min() ?? 0), Scale.near(finite.max() ?? 1))
    let room = margin * (high - low)
    self.init(low - room, high + room, from: start, to: end)
  }

  var range: ClosedRange<Double> { low...high }

  /// So far from 0 that widths and margins still are numbers; 0 for what is none.
  private static func near(_ value: Double) -> Double {
    let most = Double.greatestFiniteMagnitude / 8
    return value.isNaN ? 0 : min(max(value, -most), most)
  }

  /// Where a value stands; one that is far beyond the ends, or no number, just far beyond.
  func place(_ value: Double) -> Double {
    start + (end - start) * min(max(-9, (value - low) / (high - low)), 9)
  }

  /// Where a mark for a value stands: at the end where the value is beyond it.
  func placeWithin(_ value: Double) -> Double {
    min(max(place(value), min(start, end)), max(start, end))
  }

  /// Round values along the axis, at most `most` + 1.
  func ticks(_ most: Int) -> [Double] {
    let width = Scale.roundStep(above: (high - low) / Double(most))
    let step = isWhole || isLogarithmic ? max(1, width) : width
    guard step > 0, step.isFinite else { return [] }
    let first = (low / step).rounded(.up)
    return (0...most).map { (first + Double($0)) * step }.filter { range.contains($0) }
  }

  /// The smallest 1, 2 or 5 times a power of ten that is not below a width.
  private static func roundStep(above width: Double) -> Double {
    guard width > 0, width.isFinite else { return 0 }
    var power = 1.0
    while power * 10 <= width { power *= 10 }
    while power > width { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= width * (1 - 1e-9) } ?? 10 * power
  }

  /// How a tick is written: plain, or, where that would be too long, as 2e13.
  func text(_ tick: Double) -> String {
    if isLogarithmic, tick.magnitude > 3 { return "1e\(NumberFormat.significant(5).text(tick))" }
    let tick = isLogarithmic ? Double("1e\(Int(tick))") ?? 0 : tick
    let plain = NumberFormat.significant(5).text(tick)
    guard plain.utf8.count > 6 else { return plain }
    let short = (1...3).map { NumberFormat.significant($0).roundedText(tick) }
    return short.first { Double($0) == tick } ?? short[2]
  }
}
