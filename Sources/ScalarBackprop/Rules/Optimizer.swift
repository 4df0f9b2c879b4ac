/// How a gradient g becomes a change Δ of a parameter.
///
/// The formulas are those of the original papers, each with its state starting at 0:
/// momentum v ← μv + g, Δ = −ηv · Nesterov v ← μv + g, Δ = −η(g + μv) ·
/// AdaGrad s ← s + g², Δ = −ηg/(√s + ε) · RMSProp s ← ρs + (1 − ρ)g², Δ = −ηg/(√s + ε) ·
/// Adam m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ),
/// Δ = −ηm̂/(√ŝ + ε).
public enum Optimizer: Hashable, Sendable {
  /// Δ = −ηg.
  case gradientDescent
  /// Momentum with μ, 0 ≤ μ < 1.
  case momentum(Double)
  /// Nesterov's momentum with μ, 0 ≤ μ < 1.
  case nesterov(Double)
  /// AdaGrad with ε > 0.
  case adagrad(epsilon: Double)
  /// RMSProp with ρ, 0 ≤ ρ < 1, and ε > 0.
  case rmsprop(decay: Double, epsilon: Double)
  /// Adam with β₁ and β₂, each ≥ 0 and < 1, and ε > 0.
  case adam(beta1: Double, beta2: Double, epsilon: Double)

  /// A quantity that the optimiser remembers for each parameter, or derives from what it remembers.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// v of momentum and Nesterov.
    case velocity
    /// m of Adam, the running mean of g.
    case moment
    /// s of AdaGrad, RMSProp and Adam, the running sum or mean of g².
    case square
    /// m̂ = m/(1 − β₁ᵗ) of Adam.
    case correctedMoment = "corrected.moment"
    /// ŝ = s/(1 − β₂ᵗ) of Adam.
    case correctedSquare = "corrected.square"

    /// Whether the next step goes on from it; what is derived from it does not.
    public var isRemembered: Bool {
      switch self {
      case .velocity, .moment, .square: true
      case .correctedMoment, .correctedSquare: false
      }
    }
  }

  /// The name by which network files know it.
  public var name: String {
    switch self {
    case .gradientDescent: "gradient-descent"
    case .momentum: "momentum"
    case .nesterov: "nesterov"
    case .adagrad: "adagrad"
    case .rmsprop: "rmsprop"
    case .adam: "adam"
    }
  }

  /// Each kind with the constants of its paper, or the usual ones.
  public static let usual: [Optimizer] = [
    .gradientDescent, .momentum(0.9), .nesterov(0.9), .adagrad(epsilon: 1e-8),
    .rmsprop(decay: 0.9, epsilon: 1e-8), .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8),
  ]

  /// A constant of an optimiser; raw values are the names by which network files know it.
  public enum Constant: String, CaseIterable, Hashable, Sendable {
    /// μ of momentum and Nesterov.
    case momentum
    /// ρ of RMSProp.
    case decay
    /// β₁ and β₂ of Adam.
    case beta1, beta2
    /// ε of AdaGrad, RMSProp and Adam.
    case epsilon

    /// Whether it is the share of the old in a running mean, ≥ 0 and < 1; else it is > 0.
    public var isShare: Bool { self != .epsilon }

    /// Whether it may have a value.
    public func allows(_ value: Double) -> Bool { isShare ? (0..<1).contains(value) : value > 0 }
  }

  /// The same kind with other constants, each in the place of its own.
  public func replacingConstants<E>(
    _ value: (Constant, Double) throws(E) -> Double
  ) throws(E) -> Optimizer {
    switch self {
    case .gradientDescent: .gradientDescent
    case .momentum(let momentum): .momentum(try value(.momentum, momentum))
    case .nesterov(let momentum): .nesterov(try value(.momentum, momentum))
    case .adagrad(let epsilon): .adagrad(epsilon: try value(.epsilon, epsilon))
    case .rmsprop(let decay, let epsilon):
      .rmsprop(decay: try value(.decay, decay), epsilon: try value(.epsilon, epsilon))
    case .adam(let beta1, let beta2, let epsilon):
      .adam(
        beta1: try value(.beta1, beta1), beta2: try value(.beta2, beta2),
        epsilon: try value(.epsilon, epsilon))
    }
  }

  /// Its constants with their values.
  public var constants: [(constant: Constant, value: Double)] {
    var constants: [(Constant, Double)] = []
    _ = replacingConstants { constant, value in
      constants.append((constant, value))
      return value
    }
    return constants
  }

  /// Whether Δ = −ηg, of this step's gradient alone.
  public var isPlain: Bool {
    switch self {
    case .gradientDescent: true
    case .momentum, .nesterov, .adagrad, .rmsprop, .adam: false
    }
  }

  /// The state quantities of one update, in the order of their calculation.
  public var states: [State] {
    switch self {
    case .gradientDescent: []
    case .momentum, .nesterov: [.velocity]
    case .adagrad, .rmsprop: [.square]
    case .adam: [.moment, .square, .correctedMoment, .correctedSquare]
    }
  }
}

/// What turns the gradients of one step into changes: η, the optimiser, the weight decay.
public struct UpdateRule: Hashable, Sendable {
  /// η ≥ 0.
  public var learningRate: Double
  /// How a gradient becomes a change.
  public var optimizer: Optimizer
  /// λ ≥ 0: a weight's gradient g becomes g + λw. Biases are not decayed, and λ is not part of E.
  public var weightDecay: Double

  /// Makes a rule, by default plain gradient descent with η = 0.5.
  public init(
    learningRate: Double = 0.5, optimizer: Optimizer = .gradientDescent, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.optimizer = optimizer
    self.weightDecay = weightDecay
  }
}
