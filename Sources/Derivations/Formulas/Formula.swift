package import ScalarBackprop

/// The index variables of a rule. A step puts nodes in their place.
package enum IndexVariable: Hashable, Sendable {
  /// The node the step is about.
  case j
  /// A node whose output comes in.
  case i
  /// A node of the next layer, or another output.
  case k
}

/// A quantity at index variables.
package typealias QuantityPattern = QuantityAt<IndexVariable>

/// How a quantity is worked out from others: the tree of a rule, written once for all nodes.
///
/// It is evaluated, printed in symbols and printed with numbers put in by walking the same tree, so
/// that what is shown is what is computed.
package indirect enum Formula: Sendable {
  /// A number of the rule itself: the 1 of 1 − a, the 2 of (t − y)².
  case number(Double)
  /// ½, written as a fraction.
  case half
  /// The value of a quantity, at the nodes that stand in place of its index variables.
  case quantity(QuantityPattern)
  /// A number of the training step: η, λ, μ …
  case constant(Constant)
  /// What the optimiser remembers of a parameter from the steps before; 0 at the first step.
  case remembered(Optimizer.State, ParameterAt<IndexVariable>)
  /// a + b + c, from left to right.
  case sum([Formula])
  /// −a.
  case negative(Formula)
  /// a·b·c, from left to right.
  case product([Formula])
  /// a/b, the first over the second.
  case quotient(Formula, Formula)
  /// a².
  case square(Formula)
  /// √a, of a number ≥ 0.
  case squareRoot(Formula)
  /// f(a), for one of the functions below.
  case apply(Function, Formula)
  /// Σ over an index.
  case series(Series, Formula)
  /// The largest over an index.
  case largest(Series, Formula)
  /// −ln y of a softmax output j: ln(1 + Σ e^(net_k − net_j)) over all other outputs k.
  case surprise(IndexVariable, Pass)
  /// One of two, by a condition that holds or not.
  case choice(Condition, Formula, else: Formula)
  /// ∂a/∂b, of rules that explain; no step is worked out by it.
  case derivative(of: QuantityPattern, by: QuantityPattern)
  /// x, of rules about a function.
  case variable(String)
  /// f(x), by the function's name.
  case call(String, Formula)

  /// A number that belongs to the whole step.
  package enum Constant: Hashable, Sendable {
    /// η ≥ 0.
    case learningRate
    /// λ ≥ 0.
    case weightDecay
    /// μ of momentum and Nesterov.
    case momentum
    /// ρ of RMSProp.
    case decay
    /// β₁ of Adam.
    case beta1
    /// β₂ of Adam.
    case beta2
    /// β₁ and β₂ to the power of the step's number, which is 1 unless the step is one of a training.
    case beta1Power, beta2Power
    /// ε of AdaGrad, RMSProp and Adam.
    case epsilon
    /// n, the number of outputs.
    case outputCount
    /// N, the number of samples in the batch.
    case sampleCount
    /// The largest net value of the outputs.
    case largestNet(Pass)
  }

  /// A function of one number.
  package enum Function: Hashable, Sendable {
    /// e^x.
    case exponential
    /// e^x − 1.
    case exponentialMinusOne
    /// 1/(1 + e^−x).
    case logistic
    /// ln(1 + e^x).
    case softplus
    /// tanh x.
    case tanh
    /// Φ of the standard normal distribution: the share of it below x.
    case normalDistribution
    /// φ of the standard normal distribution: its density at x.
    case normalDensity
    /// |x|.
    case magnitude
    /// 1, −1, or 0 at 0.
    case sign
  }

  /// The index variable that a Σ runs over, and the nodes it takes.
  package enum Series: Hashable, Sendable {
    /// i over what comes into j.
    case incoming
    /// k over the nodes of the next layer.
    case outgoing
    /// k over the outputs.
    case outputs
    /// j, and i of a weight, over where a parameter is used.
    case uses
    /// j over the nodes of a layer, counted from 0.
    case layer(Int)
    /// s over the samples of the batch.
    case samples
  }

  /// What decides which of two formulas holds.
  package enum Condition: Sendable {
    /// a > 0.
    case positive(Formula)
    /// a ≥ 0.
    case notNegative(Formula)
    /// a ≤ 1.
    case atMostOne(Formula)
    /// a is this number.
    case equals(Formula, Double)
    /// k and j are the same node.
    case sameNode
    /// Of the nodes of k's window j puts out the largest value, and is the first that does.
    case isLargest
  }
}

extension Formula {
  /// The difference, as a sum with a negative term.
  package static func - (a: Formula, b: Formula) -> Formula { .sum([a, .negative(b)]) }
  /// The sum of two.
  package static func + (a: Formula, b: Formula) -> Formula { .sum([a, b]) }
  /// The product of two.
  package static func * (a: Formula, b: Formula) -> Formula { .product([a, b]) }
  /// The quotient.
  package static func / (a: Formula, b: Formula) -> Formula { .quotient(a, b) }

  /// The number 1.
  package static let one = Formula.number(1)
  static let eta = Formula.constant(.learningRate)
}
