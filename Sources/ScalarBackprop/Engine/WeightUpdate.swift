// Update: w ← w + Δ, with Δ from the gradient by the optimiser's rule (`Optimizer.swift`).

extension Workspace {
  /// Changes every parameter that is not frozen; the optimiser's rule is chosen once for all.
  @inline(__always)
  func update<R: Recorder>(_ recorder: inout R) {
    updates += 1
    let rate = rule.learningRate
    let (first, second) = (first, second)
    switch rule.optimizer {
    case .gradientDescent:
      change(&recorder) { _, g, _, _, _ in -rate * g }
    case .momentum(let momentum):
      change(&recorder) { p, g, places, n, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + n)
        return -rate * first[p]
      }
    case .nesterov(let momentum):
      change(&recorder) { p, g, places, n, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + n)
        return -rate * (g + momentum * first[p])
      }
    case .adagrad(let epsilon):
      change(&recorder) { p, g, places, n, recorder in
        second[p] = recorder.keep(second[p] + g * g, at: places.square + n)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .rmsprop(let decay, let epsilon):
      change(&recorder) { p, g, places, n, recorder in
        second[p] = recorder.keep(
          decay * second[p] + (1 - decay) * (g * g), at: places.square + n)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon):
      let (left1, left2) = (1 - power(beta1, updates), 1 - power(beta2, updates))
      change(&recorder) { p, g, places, n, recorder in
        first[p] = recorder.keep(beta1 * first[p] + (1 - beta1) * g, at: places.moment + n)
        second[p] = recorder.keep(
          beta2 * second[p] + (1 - beta2) * (g * g), at: places.square + n)
        let moment = recorder.keep(first[p] / left1, at: places.correctedMoment + n)
        let square = recorder.keep(second[p] / left2, at: places.correctedSquare + n)
        return -rate * moment / (square.squareRoot() + epsilon)
      }
    }
  }

  /// The rule's answer to the gradient g of the parameter at p, which is the n-th of its layer.
  private typealias Change<R> = (
    _ p: Int, _ g: Double, LayerSlots, _ n: Int, inout R
  ) -> Double

  @inline(__always)
  private func change<R: Recorder>(_ recorder: inout R, _ rule: Change<R>) {
    let decay = self.rule.weightDecay
    for l in layers.indices {
      let layer = layers[l]
      if decay == 0 {
        change(layer.trained, of: layer, slots[l], &recorder, decay: 0, rule)
      } else {
        change(layer.trainedWeights, of: layer, slots[l], &recorder, decay: decay, rule)
        change(layer.trainedBiases, of: layer, slots[l], &recorder, decay: 0, rule)
      }
    }
  }

  /// w ← w + Δ for the parameters of a range, after g ← g + λw.
  @inline(__always)
  private func change<R: Recorder>(
    _ range: Range<Int>, of layer: LayerPlan, _ places: LayerSlots, _ recorder: inout R,
    decay: Double, _ rule: Change<R>
  ) {
    let (parameters, gradients) = (parameters, gradients)
    for p in range {
      let n = p &- layer.firstParameter
      let g = decay == 0 ? gradients[p] : gradients[p] + decay * parameters[p]
      let change = recorder.keep(rule(p, g, places, n, &recorder), at: places.changes + n)
      parameters[p] = recorder.keep(parameters[p] + change, at: places.news + n)
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
