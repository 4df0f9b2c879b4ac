// Backward, with the old weights throughout. In the engine δ_j = ∂E/∂net_j:
//
//   output:  δ_k = ∂E/∂out_k · f′(net_k)
//            δ_k = y_k − t_k where the loss cancels the slope (both cross-entropies)
//            δ_j = Σ_k ∂E/∂out_k · ∂out_k/∂net_j under softmax with another loss
//   hidden:  δ_j = (Σ_k δ_k·w_kj) · f′(net_j)
//   weight:  ∂E/∂w_ji = δ_j·out_i;  bias: ∂E/∂b_j = δ_j, summed over its uses

extension Workspace {
  /// The errors and δ of every node and the gradients of every parameter, output layer first.
  @inline(__always)
  func backward<R: Recorder>(_ recorder: inout R) {
    for l in layers.indices.reversed() {
      let layer = layers[l]
      let places = slots[l]
      let isOutput = l == layers.count - 1
      if isOutput {
        outputErrors(layer, places, &recorder)
      } else {
        hiddenErrors(layer, layers[l + 1], places, &recorder)
      }
      let hasDeltas = isOutput && (loss.cancelsSlope || layer.activation == .softmax)
      // As forward, the most usual activation has a loop of its own.
      if layer.activation == .sigmoid {
        slopes(layer, .sigmoid, hasDeltas: hasDeltas, places, &recorder)
      } else {
        slopes(layer, layer.activation, hasDeltas: hasDeltas, places, &recorder)
      }
      differentiate(layer, places.gradients, &recorder)
    }
  }

  /// f′(net) of a layer, and δ = error·f′(net) where that is not how δ came about already.
  @inline(__always)
  private func slopes<R: Recorder>(
    _ layer: LayerPlan, _ activation: Activation, hasDeltas: Bool, _ places: LayerSlots,
    _ recorder: inout R
  ) {
    let (nets, outputs) = (nets.from(layer.firstNode), outputs.from(layer.firstNode))
    let (errors, deltas) = (errors.from(layer.firstNode), deltas.from(layer.firstNode))
    for j in 0..<layer.count {
      let slope = recorder.keep(
        activation.slope(net: nets[j], output: outputs[j]), at: places.slopes + j)
      if !hasDeltas { deltas[j] = recorder.keep(errors[j] * slope, at: places.deltas + j) }
    }
  }

  @inline(__always)
  private func outputErrors<R: Recorder>(
    _ layer: LayerPlan, _ places: LayerSlots, _ recorder: inout R
  ) {
    let outputs = outputs.from(layer.firstNode)
    let (errors, deltas) = (errors.from(layer.firstNode), deltas.from(layer.firstNode))
    for k in 0..<layer.count {
      errors[k] = recorder.keep(
        loss.derivative(output: outputs[k], target: targets[k], count: layer.count),
        at: places.errors + k)
      if loss.cancelsSlope {
        deltas[k] = recorder.keep(outputs[k] - targets[k], at: places.deltas + k)
      }
    }
    if layer.activation == .softmax { softmaxDeltas(layer, places, &recorder) }
  }

  /// The Jacobian of softmax, ∂y_k/∂net_j = y_k(1 − y_k) where k = j, else −y_k·y_j, and the δ
  /// that it leads to where the loss does not cancel it.
  private func softmaxDeltas<R: Recorder>(
    _ layer: LayerPlan, _ places: LayerSlots, _ recorder: inout R
  ) {
    let nodes = layer.firstNode..<layer.firstNode + layer.count
    for j in nodes { deltas[j] = loss.cancelsSlope ? deltas[j] : 0 }
    for k in nodes {
      for j in nodes {
        let place = places.jacobian + (k - layer.firstNode) * layer.count + j - layer.firstNode
        let slope = recorder.keep(
          k == j ? outputs[k] * (1 - outputs[k]) : -outputs[k] * outputs[j], at: place)
        if !loss.cancelsSlope { deltas[j] += errors[k] * slope }
      }
    }
    guard !loss.cancelsSlope else { return }
    for j in nodes { deltas[j] = recorder.keep(deltas[j], at: places.deltas + j - layer.firstNode) }
  }

  /// What reaches each neuron of a layer from the next one: Σ_k δ_k·w_kj.
  @inline(__always)
  private func hiddenErrors<R: Recorder>(
    _ layer: LayerPlan, _ next: LayerPlan, _ places: LayerSlots, _ recorder: inout R
  ) {
    let deltas = deltas.from(next.firstNode)
    let weights = parameters.from(next.firstParameter)
    let errors = errors.from(layer.firstNode)
    for j in 0..<layer.count {
      var error = 0.0
      var weight = weights + j
      for k in 0..<next.count {
        error += recorder.keep(deltas[k] * weight.pointee, at: places.backs + j * next.count + k)
        weight += layer.count
      }
      errors[j] = recorder.keep(error, at: places.errors + j)
    }
  }

  /// The gradients of a layer's weights, then of its biases.
  @inline(__always)
  private func differentiate<R: Recorder>(
    _ layer: LayerPlan, _ place: Int, _ recorder: inout R
  ) {
    let (inputs, count) = (outputs.from(layer.firstInput), layer.inputCount)
    let deltas = deltas.from(layer.firstNode)
    var row = gradients.from(layer.firstParameter)
    for j in 0..<layer.count {
      let delta = deltas[j]
      for i in 0..<count {
        row[i] = recorder.keep(delta * inputs[i], at: place + j * count + i)
      }
      row += count
    }
    differentiateBiases(layer, place, &recorder)
  }

  @inline(__always)
  private func differentiateBiases<R: Recorder>(
    _ layer: LayerPlan, _ place: Int, _ recorder: inout R
  ) {
    let deltas = deltas.from(layer.firstNode)
    let biases = gradients.from(layer.firstBias)
    switch layer.bias {
    case .absent: return
    case .each:
      for j in 0..<layer.count {
        biases[j] = recorder.keep(deltas[j], at: place + layer.weightCount + j)
      }
    case .shared:
      var sum = 0.0
      for j in 0..<layer.count { sum += deltas[j] }
      biases[0] = recorder.keep(sum, at: place + layer.weightCount)
    }
  }
}
