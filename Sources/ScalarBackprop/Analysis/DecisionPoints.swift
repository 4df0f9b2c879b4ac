/// The decision points of a network with one input: where, on the line of its input, the class that it
/// tells changes.
public struct DecisionPoints: Hashable, Sendable {
  /// The least and the greatest input of the samples, between which was looked.
  public let range: ClosedRange<Double>
  /// The inputs at which the class changes, ascending.
  public let places: [Double]

  /// A larger network would have to be asked for too long.
  private static let mostParameters = 10_000

  /// Looks for the decision points of a network; `nil` where there is more than one input, the
  /// targets tell no classes, the inputs lie too far apart for Double, or the network is too large.
  public init?(_ network: Network, on samples: [Sample]) {
    guard network.inputs.count == 1,
      NetworkPlan(network).parameterCount <= DecisionPoints.mostParameters,
      let classes = Classes(of: samples)
    else { return nil }
    let xs = samples.map { $0.inputs[0] }
    guard let low = xs.min(), let high = xs.max(), low < high, (high - low).isFinite else {
      return nil
    }
    let evaluator = Evaluator(network)
    func kind(_ x: Double) -> Int { classes.number(of: evaluator.outputs(for: [x])) }
    var places: [Double] = []
    var (left, kindLeft) = (low, kind(low))
    for right in (low...high).steps(DecisionPoints.steps).dropFirst() {
      let kindRight = kind(right)
      if kindRight != kindLeft {
        let place = DecisionPoints.change(between: left, and: right) { kind($0) == kindLeft }
        // What is left of 0 after rounding.
        places.append(place.magnitude < 1e-12 * (high - low) ? 0 : place)
      }
      (left, kindLeft) = (right, kindRight)
    }
    range = low...high
    self.places = places
  }

  /// The range is scanned in this many steps; two changes within one are missed.
  private static let steps = 1000

  /// Halves an interval until Double has no number left between its ends.
  private static func change(
    between left: Double, and right: Double, _ isLeft: (Double) -> Bool
  ) -> Double {
    var (left, right) = (left, right)
    while true {
      let middle = left + (right - left) / 2
      guard middle > left, middle < right else { return right }
      if isLeft(middle) { left = middle } else { right = middle }
    }
  }
}
