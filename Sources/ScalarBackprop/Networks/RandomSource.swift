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

/// A distribution from which first weights are drawn.
public enum Initializer: Hashable, Sendable {
  /// Normal with mean 0 and this standard deviation.
  case normal(Double)
  /// Uniform in [from, to).
  case uniform(from: Double, to: Double)
  /// Uniform in ±scale·√(6/(n_in + n_out)), after Glorot and Bengio (2010).
  case xavier(scale: Double)
  /// Normal with standard deviation scale·√(2/n_in), after He et al. (2015).
  case he(scale: Double)

  /// Draws one weight of a layer with so many values coming in and so many neurons.
  public func draw(from source: inout RandomSource, incoming: Int, outgoing: Int) -> Double {
    switch self {
    case .normal(let scale):
      return scale * source.normal()
    case .uniform(let lower, let upper):
      return source.uniform(from: lower, to: upper)
    case .xavier(let scale):
      let limit = scale * (6 / Double(incoming + outgoing)).squareRoot()
      return source.uniform(from: -limit, to: limit)
    case .he(let scale):
      return scale * (2 / Double(incoming)).squareRoot() * source.normal()
    }
  }
}

extension RandomSource {
  /// A whole number in 0..<`bound`, every one as likely as the others, by Lemire's method (2019).
  ///
  /// - Parameter bound: ≥ 1.
  public mutating func wholeNumber(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// Puts numbers in an order drawn by Fisher and Yates's method, from the last place to the second.
  ///
  /// The standard library's own shuffle may draw otherwise from one version to the next.
  public mutating func shuffle(_ numbers: inout [Int]) {
    for last in stride(from: numbers.count - 1, to: 0, by: -1) {
      numbers.swapAt(last, Int(wholeNumber(below: UInt64(last) + 1)))
    }
  }
}
