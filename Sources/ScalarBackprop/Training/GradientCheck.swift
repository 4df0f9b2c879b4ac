/// Every gradient of a network beside central differences of its loss, the other way to know it.
///
/// For a parameter w, ∂E/∂w ≈ (E(w + ε) − E(w − ε))/2ε. Large ε bend away from the slope, small
/// ones drown in rounding, so several are tried and the one that agrees best counts. E is the loss of
/// all samples as one batch, without weight decay.
public struct GradientCheck: Sendable {
  /// Parameters times parameters times samples that are gone through, for every step size.
  public static let mostWork = 100_000_000

  /// ε, from 10⁻² down to 10⁻⁸.
  public static let epsilons = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8]

  /// Tried where no usual ε is conclusive: smaller ones (E bends within 10⁻⁸), and ones in
  /// proportion to w (w so large that ε does not move it).
  static func furtherEpsilons(at w: Double) -> [Double] {
    (9...20).map { 1 / power(10, $0) }
      + [1e-2, 1e-4, 1e-6, 1e-8].map { $0 * w.magnitude }
      .filter { $0 > 1e-2 }
  }

  /// E of all samples, in the batch's convention; not finite where it goes beyond Double.
  public let loss: Double
  /// How far a gradient may be from its difference: 10⁻⁵·max(1, |E|, the largest |gradient|).
  public let tolerance: Double
  /// One row a parameter, in the order of `Network.parameters`, frozen ones too.
  public let rows: [Row]

  /// What was found about one parameter.
  public struct Row: Hashable, Sendable {
    /// w, whose gradient it is.
    public let parameter: Parameter
    /// ∂E/∂w as the backward pass works it out.
    public let analytic: Double
    /// One a step size, in the order of `epsilons`.
    public let differences: [Difference]
    /// The difference nearest to the gradient, of those that can be used, at other step sizes where
    /// none of the usual ones tells; `nil` where none can.
    public let best: Difference?
    /// What follows from it.
    public let verdict: Verdict
  }

  /// One central difference.
  public struct Difference: Hashable, Sendable {
    /// How far w was moved up and down.
    public let epsilon: Double
    /// (E(w + ε) − E(w − ε))/2ε, with 2ε as Double has it at w; not finite where a loss is not, or
    /// where ε is too small to move w.
    public let value: Double
    /// The first kink between w − ε and w + ε, where a difference tells nothing.
    public let kink: Kink?

    /// Whether it can be held against the gradient.
    public var isUsable: Bool { kink == nil && value.isFinite }
  }

  /// A place where E has a corner: the net value of a ReLU or leaky ReLU at 0, or the error of an
  /// output under absolute error at 0. (Those of ELU and Huber's loss have no corner.) Or a window of max
  /// pooling whose largest value occurs twice.
  public struct Kink: Hashable, Sendable {
    /// The sample in which it lies, counted from 0.
    public let sample: Int
    /// The net value, or the error, that is 0 there or changes its sign; or the largest value.
    public let quantity: Quantity

    /// Names a sample, counted from 0, and the quantity that has a kink in it.
    public init(sample: Int, quantity: Quantity) {
      self.sample = sample
      self.quantity = quantity
    }
  }

  /// Whether a gradient is right.
  public enum Verdict: Hashable, Sendable {
    /// It is within the tolerance of the best difference.
    case agrees
    /// It is not.
    case disagrees
    /// It was skipped: w lies at a kink, so near that every difference crosses it.
    case kink(Kink)
    /// The gradient, or every difference that does not cross a kink, is beyond Double.
    case notFinite
  }
}

extension GradientCheck.Row {
  /// To how many significant digits, 0 to 16, the gradient and a difference are the same; `nil` where
  /// the difference cannot be used.
  public func digits(at difference: GradientCheck.Difference) -> Int? {
    guard difference.isUsable, analytic.isFinite else { return nil }
    let gap = (analytic - difference.value).magnitude
    let size = max(analytic.magnitude, difference.value.magnitude)
    guard gap > 0 else { return 16 }
    // Of opposite signs, the gap may be beyond Double.
    guard gap < size else { return 0 }
    return min(Int(naturalLogarithm(size / gap) / naturalLogarithm(10)), 16)
  }
}

extension GradientCheck {
  /// Whether no gradient disagrees and none went beyond Double, and neither did E; kinks do not
  /// count.
  public var agrees: Bool {
    loss.isFinite
      && rows.allSatisfy {
        switch $0.verdict {
        case .agrees, .kink: true
        case .disagrees, .notFinite: false
        }
      }
  }
}

/// Why gradients cannot be checked.
public enum GradientCheckError: Error, Hashable, Sendable {
  /// So many parameters, each moved by itself, on so many samples would take too long.
  case tooLong(parameters: Int, samples: Int)
  /// The samples cannot be trained on.
  case samples(SamplesError)
  /// The perceptron rule has no gradient.
  case perceptron
}
