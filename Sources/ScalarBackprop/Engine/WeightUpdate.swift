// Update: w ← w + Δ, with Δ from the gradient by the optimiser's rule (`Optimizer.swift`).

extension Workspace {
  /// Changes every parameter that is not frozen; the optimiser's rule is chosen once for all.
  @inline(__always)
  func update<R: Recorder>(_ recorder: inout R) {
    updates += 1
    let rate = rule.learningRate
    let (first, second) = (firstMoment, secondMoment)
    switch rule.optimizer {
    case .gradientDescent:
      change(&recorder) { _, g, _, _ in -rate * g }
    case .momentum(let momentum):
      change(&recorder) { p, g, places, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + p)
        return -rate * first[p]
      }
    case .nesterov(let momentum):
      change(&recorder) { p, g, places, recorder in
        first[p] = recorder.keep(momentum * first[p] + g, at: places.velocity + p)
        return -rate * (g + momentum * first[p])
      }
    case .adagrad(let epsilon):
      change(&recorder) { p, g, places, recorder in
        second[p] = recorder.keep(second[p] + g * g, at: places.square + p)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .rmsprop(let decay, let epsilon):
      change(&recorder) { p, g, places, recorder in
        second[p] = recorder.keep(
          decay * second[p] + (1 - decay) * (g * g), at: places.square + p)
        return -rate * g / (second[p].squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon):
      let (left1, left2) = (1 - power(beta1, updates), 1 - power(beta2, updates))
      change(&recorder) { p, g, places, recorder in
        first[p] = recorder.keep(beta1 * first[p] + (1 - beta1) * g, at: places.moment + p)
        second[p] = recorder.keep(
          beta2 * second[p] + (1 - beta2) * (g * g), at: places.square + p)
        let moment = recorder.keep(first[p] / left1, at: places.correctedMoment + p)
        let square = recorder.keep(second[p] / left2, at: places.correctedSquare + p)
        return -rate * moment / (square.squareRoot() + epsilon)
      }
    }
  }

  /// The rule's answer to the gradient g of the parameter at p.
  private typealias Change<R> = (_ p: Int, _ g: Double, UpdateSlots, inout R) -> Double

  /// w ← w + Δ for every parameter that is not frozen, after g ← g + λw.
  @inline(__always)
  private func change<R: Recorder>(_ recorder: inout R, _ rule: Change<R>) {
    let (parameters, gradients) = (parameters, gradients)
    for run in updateRuns {
      let (places, decay) = (run.places, run.decay)
      if decay == 0 {
        for p in run.parameters { change(p, gradients[p], places, &recorder, rule) }
      } else {
        for p in run.parameters {
          change(p, gradients[p] + decay * parameters[p], places, &recorder, rule)
        }
      }
    }
  }

  /// w ← w + Δ for the parameter at p.
  @inline(__always)
  private func change<R: Recorder>(
    _ p: Int, _ g: Double, _ places: UpdateSlots, _ recorder: inout R, _ rule: Change<R>
  ) {
    let change = recorder.keep(rule(p, g, places, &recorder), at: places.changes + p)
    parameters[p] = recorder.keep(parameters[p] + change, at: places.news + p)
  }
}

/// Parameters that lie side by side and are updated alike.
struct UpdateRun {
  var parameters: Range<Int>
  /// λ; 0 for biases.
  var decay: Double
  /// Where their quantities are recorded, less the position of a parameter in the flat storage.
  var places: UpdateSlots

  /// The runs of a network, layer by layer; where nothing is recorded, what lies side by side is one.
  static func all(_ layout: TraceLayout, decay: Double, isRecorded: Bool) -> [UpdateRun] {
    var runs: [UpdateRun] = []
    for (layer, slots) in zip(layout.plan.layers, layout.slots) {
      let places = isRecorded ? slots.update.before(layer.firstParameter) : UpdateSlots()
      for (range, decay) in [(layer.trainedWeights, decay), (layer.trainedBiases, 0)] {
        if !isRecorded, let last = runs.last, last.decay == decay,
          last.parameters.upperBound == range.lowerBound
        {
          runs[runs.count - 1].parameters = last.parameters.lowerBound..<range.upperBound
        } else if !range.isEmpty {
          runs.append(UpdateRun(parameters: range, decay: decay, places: places))
        }
      }
    }
    return runs
  }
}
