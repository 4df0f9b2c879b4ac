import Testing

@testable import ScalarBackprop

/// Activations far out, where a formula that is right on paper may overflow on the way.
struct LargeValueTests {
  private static let smooth = Activation.allCases.filter { !$0.isThreshold && $0 != .softmax }

  @Test(arguments: smooth, [-1e300, -1e200, -1e10, -50, 50, 1e10, 1e200, 1e300])
  func `f is finite, and f′ is its slope`(_ activation: Activation, _ net: Double) {
    let value = activation.value(at: net)
    let slope = activation.slope(net: net, output: value)
    #expect(value.isFinite && slope.isFinite)
    // The difference over a step that is a part of the net value.
    let (low, high) = (net * 0.999, net * 1.001)
    let difference = activation.value(at: high) - activation.value(at: low)
    #expect(abs(difference / (high - low) - slope) < 1e-9)
  }
}
