/// A seeded source of numbers that gives the same sequence on every platform.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, 2014). Nothing here calls the platform's
/// mathematics, whose last digits differ between systems: the normal distribution takes its
/// logarithm from a series of + − · ÷ and √.
public struct RandomSource: RandomNumberGenerator, Sendable {
  var state: UInt64

  /// Starts the sequence that belongs to a seed, which may be any number.
  public init(seed: UInt64) { state = seed }

  /// Draws the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in [0, 1), a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in [`lower`, `upper`).
  public mutating func uniform(from lower: Double, to upper: Double) -> Double {
    let value = lower + (upper - lower) * uniform()
    return value < upper ? value : lower
  }

  /// A number of the standard normal distribution, by Marsaglia's polar method.
  public mutating func normal() -> Double {
    while true {
      let x = uniform(from: -1, to: 1)
      let y = uniform(from: -1, to: 1)
      let s = x * x + y * y
      if s > 0, s < 1 { return x * (-2 * RandomSource.logarithm(s) / s).squareRoot() }
    }
  }

  /// ln x for a normal positive x: x = m·2ᵉ, ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)).
  static func logarithm(_ x: Double) -> Double {
    let ln2 = 0.693147180559945309
    let z = (x.significand - 1) / (x.significand + 1)
    var power = z
    var sum = 0.0
    for n in stride(from: 1, through: 41, by: 2) {
      sum += power / Double(n)
      power *= z * z
    }
    return Double(x.exponent) * ln2 + 2 * sum
  }
}
