// Backward, with the old weights throughout. In the engine δ_j = ∂E/∂net_j:
//
//   output:  δ_k = ∂E/∂out_k · f′(net_k)
//            δ_k = y_k − t_k where the loss cancels the slope (both cross-entropies)
//            δ_j = Σ_k ∂E/∂out_k · ∂out_k/∂net_j under softmax with another loss
//   hidden:  δ_j = (Σ_k δ_k·w_kj) · f′(net_j)
//   weight:  ∂E/∂w_ji = δ_j·out_i;  bias: ∂E/∂b_j = δ_j; each summed over its uses
//
// What differs where links are listed is in `LinkPass.swift`.

extension Workspace {
  /// The errors and δ of every node and the gradients of every parameter, output layer first.
  @inline(__always)
  func backward<R: Recorder>(_ recorder: inout R) {
    for l in layers.indices.reversed() {
      // As forward, the most usual activation has loops of its own.
      if layers[l].activation == .sigmoid {
        deltas(l, .sigmoid, &recorder)
      } else {
        deltas(l, &recorder)
      }
    }
    for l in layers.indices { differentiate(l, slots[l].gradients, &recorder) }
    guard plan.sumsGradients else { return }
    for l in layers.indices where layers[l].sumsGradients {
      let gradients = layers[l].weightGradients
      for n in 0..<layers[l].weightCount {
        gradients[n] = recorder.keep(gradients[n], at: slots[l].gradients + n)
      }
    }
  }

  /// Those of a layer with any other activation.
  @inline(never)
  private func deltas<R: Recorder>(_ l: Int, _ recorder: inout R) {
    deltas(l, layers[l].activation, &recorder)
  }

  @inline(__always)
  private func deltas<R: Recorder>(_ l: Int, _ activation: Activation, _ recorder: inout R) {
    if l == layers.count - 1 {
      outputDeltas(layers[l], activation, slots[l], &recorder)
      if activation.mixesNeurons { softmaxDeltas(layers[l], slots[l], &recorder) }
    } else if layers[l + 1].form == .dense, layers[l].form.hasNets {
      hiddenDeltas(layers[l], activation, layers[l + 1], slots[l], &recorder)
    } else {
      gatheredDeltas(l, activation, &recorder)
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
      let error = error(reaching: j, of: layer, next, places, &recorder)
      let slope = recorder.keep(
        activation.slope(net: layer.nets[j], output: layer.outputs[j]), at: places.slopes + j)
      layer.deltas[j] = recorder.keep(error * slope, at: places.deltas + j)
    }
  }

  /// Σ_k δ_k·w_kj over a dense layer that follows.
  @inline(__always)
  private func error<R: Recorder>(
    reaching j: Int, of layer: LayerStorage, _ next: LayerStorage, _ places: LayerSlots,
    _ recorder: inout R
  ) -> Double {
    var error = 0.0
    var weight = next.weights + j
    for k in 0..<next.count {
      let back = recorder.keep(
        next.deltas[k] * weight.pointee, at: places.backs + j * next.count + k)
      error = recorder.add(error, back)
      weight += layer.count
    }
    return recorder.keep(error, at: places.errors + j)
  }

  /// What reaches each node of a layer, and δ, where the layer pools or the next one lists its links.
  @inline(never)
  private func gatheredDeltas<R: Recorder>(
    _ l: Int, _ activation: Activation, _ recorder: inout R
  ) {
    let (layer, next, places) = (layers[l], layers[l + 1], slots[l])
    let isListed = next.links != nil
    if isListed { gather(into: layer, from: next, places.backs, &recorder) }
    for j in 0..<layer.count {
      let error =
        isListed
        ? recorder.keep(layer.errors[j], at: places.errors + j)
        : error(reaching: j, of: layer, next, places, &recorder)
      guard layer.form.hasNets else {
        layer.deltas[j] = error
        continue
      }
      let slope = recorder.keep(
        activation.slope(net: layer.nets[j], output: layer.outputs[j]), at: places.slopes + j)
      layer.deltas[j] = recorder.keep(error * slope, at: places.deltas + j)
    }
  }

  /// The gradients of a layer's weights and biases; under the perceptron rule a part of the change,
  /// which nobody writes down.
  @inline(__always)
  private func differentiate<R: Recorder>(_ l: Int, _ place: Int, _ recorder: inout R) {
    let layer = layers[l]
    if layer.sumsGradients {
      layer.weightGradients.update(repeating: 0, count: layer.weightCount)
      addUses(of: layer, recorder)
    } else if layer.links != nil {
      addUses(of: layer, recorder)
    } else {
      weightGradients(layer, place, &recorder)
    }
    biasGradients(layer, place + layer.weightCount, &recorder)
  }

  @inline(__always)
  private func weightGradients<R: Recorder>(
    _ layer: LayerStorage, _ place: Int, _ recorder: inout R
  ) {
    let (deltas, count) = (layer.deltas, layer.inputCount)
    let isListed = loss.hasGradient
    var row = layer.weightGradients
    for j in 0..<layer.count {
      let delta = deltas[j]
      for i in 0..<count {
        let gradient = delta * layer.inputs[i]
        row[i] = isListed ? recorder.keep(gradient, at: place + j * count + i) : gradient
      }
      row += count
    }
  }

  /// The δ of the neuron that has the bias, or the sum of those that share it.
  @inline(__always)
  private func biasGradients<R: Recorder>(
    _ layer: LayerStorage, _ place: Int, _ recorder: inout R
  ) {
    let (deltas, gradients) = (layer.deltas, layer.biasGradients)
    if layer.bias == .absent { return }
    if layer.biasStride == 1, layer.biasRun == 1 {
      for j in 0..<layer.count { gradients[j] = recorder.keep(deltas[j], at: place + j) }
      return
    }
    let size = layer.bias == .shared ? layer.count : layer.biasRun
    for n in 0..<layer.count / size {
      var sum = 0.0
      for j in n * size..<(n + 1) * size { sum = recorder.add(sum, deltas[j]) }
      gradients[n] = recorder.keep(sum, at: place + n)
    }
  }
}
