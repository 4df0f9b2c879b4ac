/// How far the outputs y are from the targets t: E = Σ E[k], one term an output, and its derivative.
///
/// Each term stands beside ∂E/∂y. The raw values are the names used in network files.
public enum Loss: String, CaseIterable, Hashable, Sendable {
  /// ½(t − y)²; the ½ cancels the 2 of the derivative.
  case halfSquaredError = "half-squared-error"
  /// (t − y)².
  case squaredError = "squared-error"
  /// (t − y)²/n over the n outputs.
  case meanSquaredError = "mean-squared-error"
  /// −t·ln y − (1 − t)·ln(1 − y), with sigmoid outputs.
  case binaryCrossEntropy = "binary-cross-entropy"
  /// −t·ln y, with softmax outputs.
  case crossEntropy = "cross-entropy"
  /// |t − y|; its derivative at 0 is taken as 0.
  case absoluteError = "absolute-error"
  /// ½e² where |e| ≤ 1, else |e| − ½: Huber's loss with the threshold 1.
  case huber
  /// max(0, 1 − t·y), with targets of 1 and −1; its derivative where t·y = 1 is taken as 0.
  case hinge
  /// ½(t − o)² of a layer of `step` or `sign`, which is not differentiated but trained by the
  /// perceptron rule.
  case perceptron

  /// E[k], the part of the loss that belongs to one output.
  ///
  /// - Parameters:
  ///   - output: y, as the forward pass left it.
  ///   - target: t.
  ///   - net: the net value behind y. Both cross-entropies start from it, because y may have been
  ///     rounded to 0 or 1, where ln would not be finite: −ln σ(net) = ln(1 + e^−net).
  ///   - total: the softmax layer's ln Σ e^net; read by `crossEntropy` only.
  ///   - count: n, the number of outputs.
  @inline(__always)
  func term(output y: Double, target t: Double, net: Double, total: LogSumExp, count: Int) -> Double
  {
    let e = t - y
    switch self {
    case .halfSquaredError, .perceptron: return 0.5 * (e * e)
    case .squaredError: return e * e
    case .meanSquaredError: return e * e / Double(count)
    case .absoluteError: return e.magnitude
    case .huber:
      return e.magnitude <= 1 ? 0.5 * (e * e) : e.magnitude - 0.5
    case .binaryCrossEntropy:
      return t * Activation.softplus(-net) + (1 - t) * Activation.softplus(net)
    case .crossEntropy: return t * total.surprise(at: net)
    case .hinge: return t * y < 1 ? 1 - t * y : 0
    }
  }

  /// ∂E/∂y; not finite where a cross-entropy's y was rounded to the wrong one of 0 and 1. At targets of
  /// 0 and 1 that of binary cross-entropy has but one term, which is finite at the right one.
  @inline(__always)
  func derivative(output y: Double, target t: Double, count: Int) -> Double {
    let e = y - t
    switch self {
    case .halfSquaredError, .perceptron: return e
    case .squaredError: return 2 * e
    case .meanSquaredError: return 2 * e / Double(count)
    case .absoluteError: return e > 0 ? 1 : e < 0 ? -1 : 0
    case .huber: return e > 1 ? 1 : e < -1 ? -1 : e
    case .binaryCrossEntropy:
      return t == 1 ? -1 / y : t == 0 ? 1 / (1 - y) : e / (y * (1 - y))
    case .crossEntropy: return -t / y
    case .hinge: return t * y < 1 ? -t : 0
    }
  }
}

extension Loss {
  /// Whether δ of an output is simply y − t: the slope cancels against the loss's derivative, or,
  /// under the perceptron rule, there is none.
  public var cancelsSlope: Bool {
    switch self {
    case .binaryCrossEntropy, .crossEntropy, .perceptron: true
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge: false
    }
  }

  /// Whether parameters follow its gradient; under the perceptron rule there is none.
  public var hasGradient: Bool {
    switch self {
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge,
      .binaryCrossEntropy, .crossEntropy:
      true
    case .perceptron: false
    }
  }

  /// Whether its term and its δ are worked out from net values, and never from outputs that may have
  /// been rounded to 0 or 1.
  public var startsFromNets: Bool {
    switch self {
    case .binaryCrossEntropy, .crossEntropy: true
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge,
      .perceptron:
      false
    }
  }

  /// Whether ∂E/∂y of an output is a step on the way to its δ.
  public var hasOutputErrors: Bool {
    switch self {
    case .crossEntropy: false
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge,
      .binaryCrossEntropy, .perceptron:
      true
    }
  }

  /// Whether it is a mean over the outputs, and no sum.
  public var isMean: Bool {
    switch self {
    case .meanSquaredError: true
    case .halfSquaredError, .squaredError, .absoluteError, .huber, .hinge, .binaryCrossEntropy,
      .crossEntropy, .perceptron:
      false
    }
  }

  /// What is 0 where ∂E/∂y jumps; `nil` where it jumps nowhere.
  func kink(output y: Double, target t: Double) -> Double? {
    switch self {
    case .absoluteError: y - t
    case .hinge: 1 - t * y
    case .halfSquaredError, .squaredError, .meanSquaredError, .huber, .binaryCrossEntropy,
      .crossEntropy, .perceptron:
      nil
    }
  }

  /// Which targets a loss has a meaning for.
  public enum Targets: Hashable, Sendable {
    /// Any number.
    case any
    /// A probability an output, in [0, 1].
    case probabilities
    /// A class an output: 1 or −1.
    case signs
    /// One probability for each of several classes; their sum is 1.
    case distribution
  }

  /// Which targets it has a meaning for.
  public var targets: Targets {
    switch self {
    case .binaryCrossEntropy: .probabilities
    case .crossEntropy: .distribution
    case .hinge: .signs
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .perceptron:
      .any
    }
  }

  /// Whether the loss can stand behind an output layer with this activation.
  public func suits(_ output: Activation) -> Bool {
    switch self {
    case .binaryCrossEntropy: output == .sigmoid
    case .crossEntropy: output == .softmax
    case .perceptron: output.isThreshold
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge:
      !output.isThreshold
    }
  }
}

/// ln Σ e^net of a layer, kept as its largest net value and the logarithm of the rest, so that
/// nothing overflows and nothing cancels.
package struct LogSumExp {
  /// m, the largest net value.
  var largest = 0.0
  /// ln Σ e^(net − m), which is ≥ 0.
  var rest = 0.0

  init() {}

  /// Takes the net values of a layer, at least one.
  @inline(__always)
  init(of nets: some Collection<Double>) {
    var top = nets.startIndex
    for k in nets.indices where nets[k] > nets[top] { top = k }
    var others = 0.0
    for k in nets.indices where k != top { others += exponential(nets[k] - nets[top]) }
    largest = nets[top]
    rest = naturalLogarithm(onePlus: others)
  }

  /// The same for other modules, which cannot have a generic one for their own numbers.
  package init(ofAll nets: [Double]) { self.init(of: nets) }

  /// −ln y for the softmax output y that belongs to this net value.
  package func surprise(at net: Double) -> Double { (largest - net) + rest }
}
