// Update: w ← w + Δ, with Δ from the gradient by the optimiser's rule (`Optimizer.swift`).

extension Workspace {
  /// Changes every parameter that is not frozen.
  @inline(__always)
  func update<R: Recorder>(_ recorder: inout R) {
    updates += 1
    let corrections = rule.optimizer.corrections(at: updates)
    for l in layers.indices {
      let layer = layers[l]
      let places = slots[l]
      for p in layer.trained {
        let offset = p - layer.firstParameter
        let isDecayed = rule.weightDecay != 0 && p < layer.firstBias
        let g = isDecayed ? gradients[p] + rule.weightDecay * parameters[p] : gradients[p]
        let change = recorder.keep(
          change(of: p, by: g, corrections, places, offset, &recorder), at: places.changes + offset)
        parameters[p] = recorder.keep(parameters[p] + change, at: places.news + offset)
      }
    }
  }

  /// Δ of one parameter, whose state moves on.
  @inline(__always)
  private func change<R: Recorder>(
    of p: Int, by g: Double, _ corrections: (moment: Double, square: Double),
    _ places: LayerSlots, _ offset: Int, _ recorder: inout R
  ) -> Double {
    let rate = rule.learningRate
    switch rule.optimizer {
    case .gradientDescent:
      return -rate * g
    case .momentum(let momentum):
      first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + offset)
      return -rate * first[p]
    case .nesterov(let momentum):
      first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + offset)
      return -rate * (g + momentum * first[p])
    case .adagrad(let epsilon):
      second[p] = recorder.keep(second[p] + g * g, at: places.square + offset)
      return -rate * g / (second[p].squareRoot() + epsilon)
    case .rmsprop(let decay, let epsilon):
      second[p] = recorder.keep(
        decay * second[p] + (1 - decay) * (g * g), at: places.square + offset)
      return -rate * g / (second[p].squareRoot() + epsilon)
    case .adam(let beta1, let beta2, let epsilon):
      first[p] = recorder.keep(beta1 * first[p] + (1 - beta1) * g, at: places.moment + offset)
      second[p] = recorder.keep(
        beta2 * second[p] + (1 - beta2) * (g * g), at: places.square + offset)
      let moment = recorder.keep(
        first[p] / corrections.moment, at: places.correctedMoment + offset)
      let square = recorder.keep(
        second[p] / corrections.square, at: places.correctedSquare + offset)
      return -rate * moment / (square.squareRoot() + epsilon)
    }
  }
}

extension Optimizer {
  /// 1 − β₁ᵗ and 1 − β₂ᵗ of Adam at its t-th update; 1 where nothing is corrected.
  @inline(__always)
  func corrections(at t: Int) -> (moment: Double, square: Double) {
    switch self {
    case .gradientDescent, .momentum, .nesterov, .adagrad, .rmsprop: (1, 1)
    case .adam(let beta1, let beta2, _): (1 - power(beta1, t), 1 - power(beta2, t))
    }
  }
}

/// baseⁿ for n ≥ 1, by repeated squaring: the same on every platform.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var n = exponent
  while n > 0 {
    if n & 1 == 1 { result *= square }
    square *= square
    n >>= 1
  }
  return result
}
