// Backward, with the old weights throughout. In the engine δ_j = ∂E/∂net_j:
//
//   output:  δ_k = ∂E/∂out_k · f′(net_k)
//            δ_k = y_k − t_k where the loss cancels the slope (both cross-entropies)
//            δ_j = Σ_k ∂E/∂out_k · ∂out_k/∂net_j under softmax with another loss
//   hidden:  δ_j = (Σ_k δ_k·w_kj) · f′(net_j)
//   weight:  ∂E/∂w_ji = δ_j·out_i;  bias: ∂E/∂b_j = δ_j; each summed over its uses
//
// These are the loops of dense layers; what differs where links are listed is in `LinkPass.swift`.

extension Workspace {
  /// The errors and δ of every node and the gradients of every parameter, output layer first.
  @inline(__always)
  func backward<R: Recorder>(_ recorder: inout R) {
    guard isDense else { return backwardAlongLinks(&recorder) }
    for l in layers.indices.reversed() {
      // As forward, the most usual activation has loops of its own.
      if layers[l].activation == .sigmoid {
        deltas(l, .sigmoid, &recorder)
      } else {
        deltas(l, &recorder)
      }
      differentiate(layers[l], slots[l].gradients, &recorder)
    }
  }

  /// Those of a layer with any other activation.
  @inline(never)
  func deltas<R: Recorder>(_ l: Int, _ recorder: inout R) {
    deltas(l, layers[l].activation, &recorder)
  }

  @inline(__always)
  private func deltas<R: Recorder>(_ l: Int, _ activation: Activation, _ recorder: inout R) {
    if l == layers.count - 1 {
      outputDeltas(layers[l], activation, slots[l], &recorder)
      if activation.mixesNeurons { softmaxDeltas(layers[l], slots[l], &recorder) }
    } else {
      hiddenDeltas(layers[l], activation, layers[l + 1], slots[l], &recorder)
    }
  }

  @inline(__always)
  private func outputDeltas<R: Recorder>(
    _ layer: LayerStorage, _ activation: Activation, _ places: LayerSlots, _ recorder: inout R
  ) {
    // And so has the most usual loss.
    if loss == .halfSquaredError {
      outputDeltas(layer, activation, .halfSquaredError, places, &recorder)
    } else {
      outputDeltas(layer, activation, loss, places, &recorder)
    }
  }

  @inline(__always)
  private func outputDeltas<R: Recorder>(
    _ layer: LayerStorage, _ activation: Activation, _ loss: Loss, _ places: LayerSlots,
    _ recorder: inout R
  ) {
    let (outputs, targets) = (layer.outputs, targets)
    for k in 0..<layer.count {
      let error = recorder.keep(
        loss.derivative(output: outputs[k], target: targets[k], count: layer.count),
        at: places.errors + k)
      let slope = recorder.keep(
        activation.slope(net: layer.nets[k], output: outputs[k]), at: places.slopes + k)
      if activation.mixesNeurons { layer.errors[k] = error }
      layer.deltas[k] = recorder.keep(
        loss.cancelsSlope ? outputs[k] - targets[k] : error * slope, at: places.deltas + k)
    }
  }

  /// The Jacobian of softmax, ∂y_k/∂net_j = y_k(1 − y_k) where k = j, else −y_k·y_j, and the δ
  /// that it leads to where the loss does not cancel it.
  private func softmaxDeltas<R: Recorder>(
    _ layer: LayerStorage, _ places: LayerSlots, _ recorder: inout R
  ) {
    let (outputs, deltas, count) = (layer.outputs, layer.deltas, layer.count)
    for j in 0..<count { deltas[j] = loss.cancelsSlope ? deltas[j] : 0 }
    for k in 0..<count {
      for j in 0..<count {
        let slope = recorder.keep(
          k == j ? outputs[k] * (1 - outputs[k]) : -outputs[k] * outputs[j],
          at: places.jacobian + k * count + j)
        if !loss.cancelsSlope { deltas[j] = recorder.add(deltas[j], layer.errors[k] * slope) }
      }
    }
    guard !loss.cancelsSlope else { return }
    for j in 0..<count { deltas[j] = recorder.keep(deltas[j], at: places.deltas + j) }
  }

  /// What reaches each neuron of a layer from the next one, Σ_k δ_k·w_kj, and δ.
  @inline(__always)
  private func hiddenDeltas<R: Recorder>(
    _ layer: LayerStorage, _ activation: Activation, _ next: LayerStorage, _ places: LayerSlots,
    _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      var error = 0.0
      var weight = next.weights + j
      for k in 0..<next.count {
        let back = recorder.keep(
          next.deltas[k] * weight.pointee, at: places.backs + j * next.count + k)
        error = recorder.add(error, back)
        weight += layer.count
      }
      error = recorder.keep(error, at: places.errors + j)
      let slope = recorder.keep(
        activation.slope(net: layer.nets[j], output: layer.outputs[j]), at: places.slopes + j)
      layer.deltas[j] = recorder.keep(error * slope, at: places.deltas + j)
    }
  }

  /// The gradients of a layer's weights and biases; under the perceptron rule a part of the change,
  /// which nobody writes down.
  @inline(__always)
  func differentiate<R: Recorder>(
    _ layer: LayerStorage, _ place: Int, _ recorder: inout R
  ) {
    let (deltas, count) = (layer.deltas, layer.inputCount)
    let (biases, firstBias) = (layer.biasGradients, place + layer.count * count)
    let isListed = loss.hasGradient
    var row = layer.weightGradients
    for j in 0..<layer.count {
      let delta = deltas[j]
      for i in 0..<count {
        let gradient = delta * layer.inputs[i]
        row[i] = isListed ? recorder.keep(gradient, at: place + j * count + i) : gradient
      }
      if layer.bias == .each { biases[j] = recorder.keep(delta, at: firstBias + j) }
      row += count
    }
    guard layer.bias == .shared else { return }
    var sum = 0.0
    for j in 0..<layer.count { sum = recorder.add(sum, deltas[j]) }
    biases[0] = recorder.keep(sum, at: firstBias)
  }
}
