/// What a neuron does to its net value: `out = f(net)`, and the slope f′(net) that the backward
/// pass multiplies by.
///
/// Each function stands beside its derivative, first in `value(at:)`, then in `slope(net:output:)`.
/// The raw values are the names used in network files.
public enum Activation: String, CaseIterable, Hashable, Sendable {
  /// net.
  case identity
  /// σ(net) = 1/(1 + e^−net).
  case sigmoid
  /// tanh net.
  case tanh
  /// net where net > 0, else 0.
  case relu
  /// net where net > 0, else 0.01·net.
  case leakyReLU = "leaky-relu"
  /// net where net > 0, else e^net − 1.
  case elu
  /// ln(1 + e^net).
  case softplus
  /// net·Φ(net), with Φ of the standard normal distribution.
  case gelu
  /// net·σ(net).
  case silu
  /// net·tanh(ln(1 + e^net)).
  case mish
  /// Of the output layer only: every output depends on every net value of the layer.
  case softmax
  /// 1 where net ≥ 0, else 0. It has no useful slope; trained by the perceptron rule.
  case step
  /// 1 where net ≥ 0, else −1. It has no useful slope; trained by the perceptron rule.
  case sign

  /// The slope of leaky ReLU left of 0.
  public static let leak = 0.01

  /// f(net); of softmax only the numerator e^net, which the layer divides by the sum of them all.
  @inline(__always)
  public func value(at net: Double) -> Double {
    switch self {
    case .identity: net
    case .sigmoid: Activation.logistic(net)
    case .tanh: hyperbolicTangent(net)
    case .relu: net > 0 ? net : 0
    case .leakyReLU: net > 0 ? net : Activation.leak * net
    case .elu: net > 0 ? net : exponentialMinusOne(net)
    case .softplus: Activation.softplus(net)
    case .gelu: net * normalDistribution(net)
    case .silu: net * Activation.logistic(net)
    case .mish: net * hyperbolicTangent(Activation.softplus(net))
    case .softmax: exponential(net)
    case .step: net >= 0 ? 1 : 0
    case .sign: net >= 0 ? 1 : -1
    }
  }

  /// f′(net), given also `output` = f(net); of softmax the diagonal of its Jacobian, y(1 − y).
  ///
  /// The sigmoid's is a(1 − a) and that of tanh 1 − a², as on paper. At a kink: relu′(0) = 0 and
  /// leaky-relu′(0) = 0.01. `step` and `sign` are flat: 0.
  @inline(__always)
  public func slope(net: Double, output: Double) -> Double {
    switch self {
    case .identity: 1
    case .sigmoid, .softmax: output * (1 - output)
    case .tanh: 1 - output * output
    case .relu: net > 0 ? 1 : 0
    case .leakyReLU: net > 0 ? 1 : Activation.leak
    case .elu: net > 0 ? 1 : exponential(net)
    case .softplus: Activation.logistic(net)
    case .gelu: normalDistribution(net) + net * normalDensity(net)
    case .silu:
      Activation.logistic(net) * (1 + net * (1 - Activation.logistic(net)))
    case .mish: Activation.mishSlope(net)
    case .step, .sign: 0
    }
  }

  /// σ(x) = 1/(1 + e^−x).
  ///
  /// Where e^−x is beyond Double, e^x is the same number to the last bit that matters.
  @inline(__always)
  static func logistic(_ x: Double) -> Double {
    let quotient = 1 / (1 + exponential(-x))
    return quotient > 0 ? quotient : exponential(x)
  }

  /// t + x·σ(x)·(1 − t²) with t = tanh(ln(1 + e^x)).
  @inline(__always)
  static func mishSlope(_ x: Double) -> Double {
    let t = hyperbolicTangent(softplus(x))
    return t + x * logistic(x) * (1 - t * t)
  }

  /// ln(1 + e^x), finite for every finite x; its slope is σ(x).
  @inline(__always)
  static func softplus(_ x: Double) -> Double {
    (x > 0 ? x : 0) + naturalLogarithm(onePlus: exponential(-x.magnitude))
  }
}

extension Activation {
  /// Whether the function is one of the two of the perceptron, which have no useful slope.
  public var isThreshold: Bool {
    switch self {
    case .step, .sign: true
    case .identity, .sigmoid, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish,
      .softmax:
      false
    }
  }

  /// Whether an output depends on the net values of the whole layer, so that there is a slope for
  /// every pair of neurons and none of a neuron alone.
  public var mixesNeurons: Bool {
    switch self {
    case .softmax: true
    case .identity, .sigmoid, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .step,
      .sign:
      false
    }
  }

  /// Whether out = net, so that layers of it behind each other are one.
  public var isLinear: Bool {
    switch self {
    case .identity: true
    case .sigmoid, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step,
      .sign:
      false
    }
  }

  /// Whether the slope jumps at net = 0.
  public var hasKink: Bool {
    switch self {
    case .relu, .leakyReLU: true
    case .identity, .sigmoid, .tanh, .elu, .softplus, .gelu, .silu, .mish, .softmax, .step, .sign:
      false
    }
  }

  /// Whether nothing passes back where net < 0: output and slope are 0 there.
  public var isFlatBelowZero: Bool {
    switch self {
    case .relu: true
    case .identity, .sigmoid, .tanh, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax,
      .step,
      .sign:
      false
    }
  }
}
