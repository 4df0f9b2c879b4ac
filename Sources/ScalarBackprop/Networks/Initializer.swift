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

  /// What it is called in network files.
  public enum Kind: String, CaseIterable, Sendable {
    case normal, uniform, xavier, he
  }

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
