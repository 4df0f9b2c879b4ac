// Forward: net_j = Σ_i w_ji·out_i + b_j, summed left to right, the bias last; out_j = f(net_j).

extension Workspace {
  /// Takes the loaded sample through every layer.
  @inline(__always)
  func forward<R: Recorder>(_ recorder: inout R, _ slots: (LayerSlots) -> ForwardSlots) {
    for l in layers.indices {
      let layer = layers[l]
      let places = slots(self.slots[l])
      guard layer.combination == .dense else {
        forwardAlongLinks(l, places, &recorder)
        continue
      }
      sum(layer, places, &recorder)
      activate(layer, places, &recorder)
    }
  }

  /// The outputs of a layer that has net values.
  @inline(__always)
  func activate<R: Recorder>(
    _ layer: LayerStorage, _ places: ForwardSlots, _ recorder: inout R
  ) {
    switch layer.activation {
    case .softmax: softmax(layer, places, &recorder)
    // The most usual one has a loop of its own, in which nothing is left to choose.
    case .sigmoid: activate(layer, .sigmoid, places, &recorder)
    case .identity, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .step, .sign:
      activate(layer, layer.activation, places, &recorder)
    }
  }

  /// The outputs of a layer.
  @inline(__always)
  private func activate<R: Recorder>(
    _ layer: LayerStorage, _ activation: Activation, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      layer.outputs[j] = recorder.keep(
        activation.value(at: layer.nets[j]), at: places.outputs + j)
    }
  }

  /// The net values of a layer.
  @inline(__always)
  private func sum<R: Recorder>(
    _ layer: LayerStorage, _ places: ForwardSlots, _ recorder: inout R
  ) {
    let count = layer.inputCount
    var (weights, bias) = (layer.weights, layer.biases)
    for j in 0..<layer.count {
      var sum = 0.0
      for i in 0..<count {
        let product = recorder.keep(
          weights[i] * layer.inputs[i], at: places.products + j * count + i)
        sum = recorder.add(sum, product)
      }
      sum = recorder.keepSum(sum, at: places.sums + j)
      if layer.bias != .absent { sum = recorder.add(sum, bias.pointee) }
      layer.nets[j] = recorder.keep(sum, at: places.nets + j)
      weights += count
      bias += layer.biasStride
    }
  }

  /// y_k = e^net_k / Σ e^net, with the largest net value taken from all of them first, which
  /// changes no quotient and keeps e^net from overflowing.
  private func softmax<R: Recorder>(
    _ layer: LayerStorage, _ places: ForwardSlots, _ recorder: inout R
  ) {
    let (nets, outputs) = (layer.nets, layer.outputs)
    var largest = nets[0]
    for j in 0..<layer.count where nets[j] > largest { largest = nets[j] }
    var total = 0.0
    for j in 0..<layer.count {
      outputs[j] = Activation.softmax.value(at: nets[j] - largest)
      total += outputs[j]
    }
    for j in 0..<layer.count {
      outputs[j] = recorder.keep(outputs[j] / total, at: places.outputs + j)
    }
  }

  /// E = Σ E[k] over the outputs.
  @inline(__always)
  @discardableResult
  func measure<R: Recorder>(_ recorder: inout R, _ places: LossSlots) -> Double {
    // As among activations, the most usual one has a loop of its own.
    loss == .halfSquaredError
      ? measure(.halfSquaredError, LogSumExp(), &recorder, places)
      : measureAnother(&recorder, places)
  }

  /// That of any other loss.
  @inline(never)
  private func measureAnother<R: Recorder>(_ recorder: inout R, _ places: LossSlots) -> Double {
    let total =
      loss.targets == .distribution
      ? LogSumExp(of: UnsafeBufferPointer(start: outputLayer.nets, count: outputLayer.count))
      : LogSumExp()
    return measure(loss, total, &recorder, places)
  }

  @inline(__always)
  private func measure<R: Recorder>(
    _ loss: Loss, _ total: LogSumExp, _ recorder: inout R, _ places: LossSlots
  ) -> Double {
    let (layer, targets) = (outputLayer, targets)
    var sum = 0.0
    for k in 0..<layer.count {
      let term = loss.term(
        output: layer.outputs[k], target: targets[k], net: layer.nets[k], total: total,
        count: layer.count)
      sum += recorder.keep(term, at: places.terms + k)
    }
    return recorder.keep(sum, at: places.total)
  }
}
