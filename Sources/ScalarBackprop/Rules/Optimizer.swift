/// How a gradient g becomes a change Δ of a parameter.
///
/// The formulas are those of the original papers, each with its state starting at 0:
/// momentum v ← μv + g, Δ = −ηv · Nesterov v ← μv + g, Δ = −η(g + μv) ·
/// AdaGrad s ← s + g², Δ = −ηg/(√s + ε) · RMSProp s ← ρs + (1 − ρ)g², Δ = −ηg/(√s + ε) ·
/// Adam m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ),
/// Δ = −ηm̂/(√ŝ + ε).
public enum Optimizer: Hashable, Sendable {
  case gradientDescent
  case momentum(Double)
  case nesterov(Double)
  case adagrad(epsilon: Double)
  case rmsprop(decay: Double, epsilon: Double)
  case adam(beta1: Double, beta2: Double, epsilon: Double)

  /// A quantity that the optimiser remembers for each parameter, or derives from what it remembers.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case velocity
    case moment
    case square
    case correctedMoment = "corrected.moment"
    case correctedSquare = "corrected.square"
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
  public var optimizer: Optimizer
  /// λ ≥ 0: a weight's gradient g becomes g + λw. Biases are not decayed, and λ is not part of E.
  public var weightDecay: Double

  public init(
    learningRate: Double = 0.5, optimizer: Optimizer = .gradientDescent, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.optimizer = optimizer
    self.weightDecay = weightDecay
  }
}
