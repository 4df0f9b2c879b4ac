internal import ScalarBackprop

extension DataSet {
  /// A point of one class; `share` runs from 0 to 1 through its points.
  func point(
    _ isFirst: Bool, at share: Double, _ random: inout RandomSource
  ) -> (x: Double, y: Double) {
    switch self {
    case .circle:
      while true {
        let (x, y) = (random.uniform(from: -1, to: 1), random.uniform(from: -1, to: 1))
        let square = x * x + y * y
        if isFirst ? square < 0.25 : (0.49..<1).contains(square) { return (x, y) }
      }
    case .xor:
      let x = random.uniform(from: 0.06, to: 1)
      let y = random.uniform(from: 0.06, to: 1)
      let turned = random.uniform() < 0.5
      return (turned ? -x : x, isFirst != turned ? y : -y)
    case .gauss:
      let center = isFirst ? 0.4 : -0.4
      func near() -> Double { min(1, max(-1, center + 0.15 * random.normal())) }
      let x = near()
      return (x, near())
    case .spiral:
      let angle = 1.75 * share * 2 * Double.pi + (isFirst ? 0 : Double.pi)
      let (sine, cosine) = DataSet.sineAndCosine(angle)
      func noise() -> Double { 0.02 * random.uniform(from: -1, to: 1) }
      let x = share * sine + noise()
      return (min(1, max(-1, x)), min(1, max(-1, share * cosine + noise())))
    }
  }

  /// sin x and cos x for 0 ≤ x < 50 by their series, which is the same on every platform.
  private static func sineAndCosine(_ x: Double) -> (Double, Double) {
    let quarters = (x / (Double.pi / 2)).rounded()
    let rest = x - quarters * (Double.pi / 2)
    var (sine, cosine) = (0.0, 0.0)
    var term = 1.0
    for n in 0..<20 {
      if n % 2 == 0 {
        cosine += n % 4 == 0 ? term : -term
      } else {
        sine += n % 4 == 1 ? term : -term
      }
      term *= rest / Double(n + 1)
    }
    switch Int(quarters) % 4 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }
}
