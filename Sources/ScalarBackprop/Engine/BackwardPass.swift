// Backward, with the old weights throughout. In the engine δ_j = ∂E/∂net_j:
//
//   output:  δ_k = ∂E/∂out_k · f′(net_k)
//            δ_k = y_k − t_k where the loss cancels the slope (both cross-entropies)
//            δ_j = Σ_k ∂E/∂out_k · ∂out_k/∂net_j under softmax with another loss
//   hidden:  δ_j = (Σ_k δ_k·w_kj) · f′(net_j)
//   weight:  ∂E/∂w_ji = δ_j·out_i;  bias: ∂E/∂b_j = δ_j, summed over its uses

extension Workspace {
  /// The errors and δ of every node, output layer first.
  @inline(__always)
  func backward<R: Recorder>(_ recorder: inout R) {
    for l in layers.indices.reversed() {
      let layer = layers[l]
      let places = slots[l]
      if l == layers.count - 1 {
        outputErrors(layer, places, &recorder)
      } else {
        hiddenErrors(layer, layers[l + 1], places, &recorder)
      }
      let isOutput = l == layers.count - 1
      for j in layer.firstNode..<layer.firstNode + layer.count {
        let slope = recorder.keep(
          layer.activation.slope(net: nets[j], output: outputs[j]),
          at: places.slopes + j - layer.firstNode)
        if isOutput, loss.cancelsSlope || layer.activation == .softmax { continue }
        deltas[j] = recorder.keep(errors[j] * slope, at: places.deltas + j - layer.firstNode)
      }
    }
  }

  @inline(__always)
  private func outputErrors<R: Recorder>(
    _ layer: LayerPlan, _ places: LayerSlots, _ recorder: inout R
  ) {
    for k in 0..<layer.count {
      let j = layer.firstNode + k
      errors[j] = recorder.keep(
        loss.derivative(output: outputs[j], target: targets[k], count: layer.count),
        at: places.errors + k)
      if loss.cancelsSlope {
        deltas[j] = recorder.keep(outputs[j] - targets[k], at: places.deltas + k)
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
    let (deltas, weights) = (
      deltas.advanced(by: next.firstNode), parameters.advanced(by: next.firstParameter)
    )
    for j in 0..<layer.count {
      var error = 0.0
      for k in 0..<next.count {
        error += recorder.keep(
          deltas[k] * weights[k * layer.count + j], at: places.backs + j * next.count + k)
      }
      errors[layer.firstNode + j] = recorder.keep(error, at: places.errors + j)
    }
  }

  /// The gradients of every layer's weights and biases, first layer first.
  @inline(__always)
  func differentiate<R: Recorder>(_ recorder: inout R) {
    for l in layers.indices {
      let layer = layers[l]
      let place = slots[l].gradients
      let (inputs, count) = (outputs.advanced(by: layer.firstInput), layer.inputCount)
      for n in 0..<layer.count {
        let delta = deltas[layer.firstNode + n]
        let row = gradients.advanced(by: layer.firstParameter + n * count)
        for i in 0..<count {
          row[i] = recorder.keep(delta * inputs[i], at: place + n * count + i)
        }
      }
      differentiateBiases(layer, place, &recorder)
    }
  }

  @inline(__always)
  private func differentiateBiases<R: Recorder>(
    _ layer: LayerPlan, _ place: Int, _ recorder: inout R
  ) {
    let place = place + layer.weightCount
    switch layer.bias {
    case .absent: return
    case .each:
      for j in 0..<layer.count {
        gradients[layer.firstBias + j] = recorder.keep(deltas[layer.firstNode + j], at: place + j)
      }
    case .shared:
      var sum = 0.0
      for j in 0..<layer.count { sum += deltas[layer.firstNode + j] }
      gradients[layer.firstBias] = recorder.keep(sum, at: place)
    }
  }
}
