// Update: w ← w + Δ, with Δ from the gradient by the optimiser's rule (`Optimizer.swift`).

extension Workspace {
  /// Changes every parameter that is not frozen.
  @inline(__always)
  func update<R: Recorder>(_ recorder: inout R) {
    updates += 1
    let corrections = rule.optimizer.corrections(at: updates)
    for l in layers.indices {
      let layer = layers[l]
      update(
        layer.trainedWeights, rule.weightDecay, of: layer, slots[l], corrections, &recorder)
      update(layer.trainedBiases, 0, of: layer, slots[l], corrections, &recorder)
    }
  }

  /// Chooses the optimiser's rule once for all parameters of a range, whose state moves on.
  @inline(__always)
  private func update<R: Recorder>(
    _ range: Range<Int>, _ decay: Double, of layer: LayerPlan, _ places: LayerSlots,
    _ corrections: (moment: Double, square: Double), _ recorder: inout R
  ) {
    let rate = rule.learningRate
    let (first, second) = (first, second)
    let run = UpdateRange(range: range, decay: decay, places: places, start: layer.firstParameter)
    switch rule.optimizer {
    case .gradientDescent:
      change(run, &recorder) { _, g, _, _ in -rate * g }
    case .momentum(let momentum):
      change(run, &recorder) { p, g, offset, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + offset)
        return -rate * first[p]
      }
    case .nesterov(let momentum):
      change(run, &recorder) { p, g, offset, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + offset)
        return -rate * (g + momentum * first[p])
      }
    case .adagrad(let epsilon):
      change(run, &recorder) { p, g, offset, recorder in
        second[p] = recorder.keep(second[p] + g * g, at: places.square + offset)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .rmsprop(let decay, let epsilon):
      change(run, &recorder) { p, g, offset, recorder in
        second[p] = recorder.keep(
          decay * second[p] + (1 - decay) * (g * g), at: places.square + offset)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon):
      change(run, &recorder) { p, g, offset, recorder in
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

  /// w ← w + Δ for every parameter of a range, Δ being the rule's answer to its gradient.
  @inline(__always)
  private func change<R: Recorder>(
    _ run: UpdateRange, _ recorder: inout R,
    _ rule: (_ p: Int, _ g: Double, _ offset: Int, inout R) -> Double
  ) {
    let (parameters, gradients) = (parameters, gradients)
    for p in run.range {
      let offset = p - run.start
      let g = run.decay != 0 ? gradients[p] + run.decay * parameters[p] : gradients[p]
      let change = recorder.keep(rule(p, g, offset, &recorder), at: run.places.changes + offset)
      parameters[p] = recorder.keep(parameters[p] + change, at: run.places.news + offset)
    }
  }
}

/// Parameters of one layer that are changed alike: its weights, or its biases.
private struct UpdateRange {
  var range: Range<Int>
  /// λ, 0 for biases.
  var decay: Double
  var places: LayerSlots
  /// The layer's first parameter.
  var start: Int
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
