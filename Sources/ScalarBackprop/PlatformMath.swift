// The only import of the platform in this module: the mathematical functions that the standard
// library lacks. Everything else in the engine is + − · ÷ and √, which are the same everywhere.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// eˣ.
package func exponential(_ x: Double) -> Double { exp(x) }

/// eˣ − 1, without cancellation near 0.
package func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// ln x.
package func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// ln(1 + x), without cancellation near 0.
package func naturalLogarithm(onePlus x: Double) -> Double { log1p(x) }

/// The hyperbolic tangent.
package func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

/// Φ(x) = ½·erfc(−x/√2), the share of a standard normal distribution that lies below x.
package func normalDistribution(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

/// φ(x) = e^(−x²/2)/√(2π), the density of the standard normal distribution; Φ′ = φ.
package func normalDensity(_ x: Double) -> Double {
  exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
}

/// baseⁿ for n ≥ 1, by repeated squaring: the same on every platform.
package func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var n = exponent
  while n > 0 {
    if n & 1 == 1 { result *= square }
    square *= square
    n >>= 1
  }
  return result
}
