package import ScalarBackprop

extension Derivation {
  /// The value of a formula over the trace.
  package func value(of formula: Formula, at indices: Indices) -> Double {
    value(of: formula, at: indices) { trace[$0, $1] ?? .nan }
  }

  /// Whether a condition holds over the trace.
  package func holds(_ condition: Formula.Condition, at indices: Indices) -> Bool {
    holds(condition, at: indices) { trace[$0, $1] ?? .nan }
  }

  /// The value of a formula over other values than those of the trace, which are asked for by
  /// quantity and by the sample's place in the batch.
  package func value(
    of formula: Formula, at indices: Indices, over known: (Quantity, Int?) -> Double
  ) -> Double {
    var largest = LargestNets()
    return value(of: formula, at: indices, over: known, &largest)
  }

  private func value(
    of formula: Formula, at indices: Indices, over known: (Quantity, Int?) -> Double,
    _ largest: inout LargestNets
  ) -> Double {
    switch formula {
    case .number(let number): return number
    case .half: return 0.5
    case .quantity(let pattern): return known(quantity(pattern, at: indices), indices.sample)
    case .constant(.largestNet(let pass)):
      return largest.value(pass, indices.sample) {
        symbols.topology.outputs.map { known(.net($0, pass), indices.sample) }.max() ?? 0
      }
    case .constant(let constant): return value(of: constant)
    case .remembered(let state, let parameter):
      return remembered(state, self.parameter(parameter, at: indices))
    case .sum(let terms):
      guard let first = terms.first else { return 0 }
      return terms.dropFirst().reduce(value(of: first, at: indices, over: known, &largest)) {
        $0 + value(of: $1, at: indices, over: known, &largest)
      }
    case .negative(let inner): return -value(of: inner, at: indices, over: known, &largest)
    case .product(let factors):
      return factors.reduce(1) { $0 * value(of: $1, at: indices, over: known, &largest) }
    case .quotient(let a, let b):
      return value(of: a, at: indices, over: known, &largest)
        / value(of: b, at: indices, over: known, &largest)
    case .square(let inner):
      let base = value(of: inner, at: indices, over: known, &largest)
      return base * base
    case .squareRoot(let inner):
      return value(of: inner, at: indices, over: known, &largest).squareRoot()
    case .apply(let function, let inner):
      return function.value(at: value(of: inner, at: indices, over: known, &largest))
    case .series(let series, let term):
      return terms(of: series, at: indices).reduce(0) {
        $0 + value(of: term, at: $1, over: known, &largest)
      }
    case .largest(let series, let term):
      return terms(of: series, at: indices).reduce(-.infinity) {
        max($0, value(of: term, at: $1, over: known, &largest))
      }
    case .surprise(let node, let pass):
      return surprise(of: indices[node]) { known(.net($0, pass), indices.sample) }
    case .derivative, .variable, .call: return .nan
    case .choice(let condition, let then, let otherwise):
      let isThen = holds(condition, at: indices, over: known)
      return value(of: isThen ? then : otherwise, at: indices, over: known, &largest)
    }
  }

  private func holds(
    _ condition: Formula.Condition, at indices: Indices, over known: (Quantity, Int?) -> Double
  ) -> Bool {
    switch condition {
    case .positive(let formula): value(of: formula, at: indices, over: known) > 0
    case .notNegative(let formula): value(of: formula, at: indices, over: known) >= 0
    case .atMostOne(let formula): value(of: formula, at: indices, over: known) <= 1
    case .equals(let formula, let number):
      value(of: formula, at: indices, over: known) == number
    case .sameNode: indices.k == indices.j
    case .isLargest:
      first(largestOf: indices.k) { known(.output($0, .before), indices.sample) } == indices.j
    }
  }

  /// The value of a number of the step; the largest net value is that of a sample.
  package func value(of constant: Formula.Constant, sample: Int? = nil) -> Double {
    let rule = trace.rule
    switch (constant, rule.optimizer) {
    case (.learningRate, _): return rule.learningRate
    case (.weightDecay, _): return rule.weightDecay
    case (.outputCount, _): return Double(symbols.topology.outputs.count)
    case (.sampleCount, _): return Double(trace.samples.count)
    case (.largestNet(let pass), _):
      return symbols.topology.outputs.map { trace[.net($0, pass), sample] ?? 0 }.max() ?? 0
    case (.momentum, .momentum(let momentum)), (.momentum, .nesterov(let momentum)):
      return momentum
    case (.decay, .rmsprop(let decay, _)): return decay
    case (.epsilon, .adagrad(let epsilon)), (.epsilon, .rmsprop(_, let epsilon)),
      (.epsilon, .adam(_, _, let epsilon)):
      return epsilon
    case (.beta1, .adam(let beta1, _, _)): return beta1
    case (.beta2, .adam(_, let beta2, _)): return beta2
    case (.beta1Power, .adam(let beta1, _, _)): return power(beta1)
    case (.beta2Power, .adam(_, let beta2, _)): return power(beta2)
    case (.beta1Power, _), (.beta2Power, _): return 0
    case (.momentum, _), (.decay, _), (.epsilon, _), (.beta1, _), (.beta2, _): return 0
    }
  }

  /// The first of the nodes of a window whose value is the largest; `nil` where there is none.
  func first(largestOf node: Int, _ value: (Int) -> Double) -> Int? {
    symbols.topology.sources(of: node).reduce(nil) { (best: Int?, next) in
      guard let best, value(best) >= value(next) else { return next }
      return best
    }
  }

  /// What the optimiser remembers of a parameter before the step, with the sign of the notation.
  package func remembered(_ state: Optimizer.State, _ parameter: Parameter) -> Double {
    let value = self.state?.remembered(state, of: parameter) ?? 0
    return trace.convention.told(value, as: .parameter(.state(state), parameter))
  }

  /// β to the number of the step, by the code that the engine calls.
  private func power(_ beta: Double) -> Double {
    ScalarBackprop.power(beta, state?.step ?? 1)
  }

  /// −ln y of a softmax output, by the code that the engine calls.
  private func surprise(of j: Int, _ net: (Int) -> Double) -> Double {
    LogSumExp(ofAll: symbols.topology.outputs.map(net)).surprise(at: net(j))
  }
}

/// The largest net value of a softmax, which each of its terms asks for, found once for a formula.
private struct LargestNets {
  private var known: (pass: Pass, sample: Int?, value: Double)?

  mutating func value(_ pass: Pass, _ sample: Int?, _ find: () -> Double) -> Double {
    if let known, known.pass == pass, known.sample == sample { return known.value }
    let value = find()
    known = (pass, sample, value)
    return value
  }
}

extension Formula.Function {
  /// The function's value, by the same code that the engine calls.
  func value(at x: Double) -> Double {
    switch self {
    case .exponential: Activation.softmax.value(at: x)
    case .exponentialMinusOne: ScalarBackprop.exponentialMinusOne(x)
    case .logistic: Activation.sigmoid.value(at: x)
    case .softplus: Activation.softplus.value(at: x)
    case .tanh: Activation.tanh.value(at: x)
    case .normalDistribution: ScalarBackprop.normalDistribution(x)
    case .normalDensity: ScalarBackprop.normalDensity(x)
    case .magnitude: x.magnitude
    case .sign: x > 0 ? 1 : x < 0 ? -1 : 0
    }
  }
}
