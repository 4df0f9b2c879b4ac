internal import ScalarBackprop
internal import Texts

/// Values along one axis of a picture.
struct Scale {
  /// The values at the two ends, the first one smaller.
  let low, high: Double
  /// Where these stand in the picture.
  let start, end: Double
  /// Whether only whole values have a meaning.
  var isWhole = false
  /// Whether equal factors are equally far apart.
  private(set) var isLogarithmic = false

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

  /// Takes the powers of ten between which all values lie that are above 0.
  init(logarithmicAround values: [Double], from start: Double, to end: Double) {
    let above = values.filter { $0 > 0 && $0.isFinite }
    let low = Scale.exponent(below: above.min() ?? 0.1)
    let high = max(Scale.exponent(above: above.max() ?? 1), low + 1)
    self.init(Scale.powerOfTen(low), Scale.powerOfTen(high), from: start, to: end)
    isLogarithmic = true
  }

  /// Takes the values from 10 to the power `low` to 10 to the power `high`, as far as there are such.
  init(exponents low: Double, _ high: Double, from start: Double, to end: Double) {
    let least = min(max(low, -320), 307)
    let greatest = min(max(high, least + 0.5), 308)
    self.init(
      exponential(least * naturalLogarithm(10)), exponential(greatest * naturalLogarithm(10)),
      from: start, to: end)
    isLogarithmic = true
  }

  var range: ClosedRange<Double> { low...high }

  /// So far from 0 that widths and margins still are numbers; 0 for what is none.
  private static func near(_ value: Double) -> Double {
    let most = Double.greatestFiniteMagnitude / 8
    return value.isNaN ? 0 : min(max(value, -most), most)
  }

  /// Where a value stands; one that is far beyond the ends, or no number, just far beyond.
  func place(_ value: Double) -> Double {
    guard isLogarithmic else {
      return start + (end - start) * min(max(-9, (value - low) / (high - low)), 9)
    }
    let first = naturalLogarithm(low)
    let share = (naturalLogarithm(value) - first) / (naturalLogarithm(high) - first)
    return start + (end - start) * min(max(-9, share), 9)
  }

  /// Where a mark for a value stands: at the end where the value is beyond it.
  func placeWithin(_ value: Double) -> Double {
    min(max(place(value), min(start, end)), max(start, end))
  }

  /// Round values along the axis, at most `most` + 1.
  func ticks(_ most: Int) -> [Double] {
    guard !isLogarithmic else { return powersOfTen(most) }
    let width = Scale.roundStep(above: (high - low) / Double(most))
    let step = isWhole ? max(1, width) : width
    guard step > 0, step.isFinite else { return [] }
    let first = (low / step).rounded(.up)
    return (0...most).map { (first + Double($0)) * step }.filter { range.contains($0) }
  }

  /// The powers of ten from end to end, where they are many every second or third … one.
  private func powersOfTen(_ most: Int) -> [Double] {
    let (first, last) = (Scale.exponent(below: low), Scale.exponent(above: high))
    let step = (last - first + most - 1) / most
    return stride(from: first, through: last, by: max(step, 1)).map(Scale.powerOfTen)
      .filter { range.contains($0) }
  }

  /// 10ⁿ, at the ends of `Double` the nearest number there is.
  private static func powerOfTen(_ exponent: Int) -> Double {
    Double("1e\(exponent)").map { min(max($0, .leastNonzeroMagnitude), .greatestFiniteMagnitude) }
      ?? 1
  }

  /// What is less than this share from a power of ten is taken for it.
  private static let roundingShare = 1e-9

  /// The largest n for which 10ⁿ is not above a value.
  private static func exponent(below value: Double) -> Int {
    let near = Int((naturalLogarithm(value) / naturalLogarithm(10)).rounded())
    return powerOfTen(near) > value * (1 + roundingShare) ? near - 1 : near
  }

  /// The smallest n for which 10ⁿ is not below it.
  private static func exponent(above value: Double) -> Int {
    let near = Int((naturalLogarithm(value) / naturalLogarithm(10)).rounded())
    return powerOfTen(near) < value * (1 - roundingShare) ? near + 1 : near
  }

  /// The smallest 1, 2 or 5 times a power of ten that is not below a width.
  private static func roundStep(above width: Double) -> Double {
    guard width > 0, width.isFinite else { return 0 }
    var power = 1.0
    while power * 10 <= width { power *= 10 }
    while power > width { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= width * (1 - 1e-9) } ?? 10 * power
  }

  /// How one of its own ticks is written.
  func text(_ tick: Double) -> String {
    // Between powers of ten 0.0001 would be longer than what stands beside it.
    isLogarithmic && !(1e-3...1e4).contains(tick)
      ? "1e\(Scale.exponent(below: tick))" : Scale.text(tick)
  }

  /// How a tick is written: plain, or, where that would be too long, as 2e13.
  static func text(_ tick: Double) -> String {
    let plain = NumberFormat.significant(5).text(tick)
    guard plain.utf8.count > 6 else { return plain }
    let short = (1...3).map { NumberFormat.significant($0).roundedText(tick) }
    return short.first { Double($0) == tick } ?? short[2]
  }
}
