// Forward: net_j = Σ_i w_ji·out_i + b_j, summed left to right, the bias last; out_j = f(net_j).

extension Workspace {
  /// Takes the loaded sample through every layer.
  @inline(__always)
  func forward<R: Recorder>(_ recorder: inout R, _ slots: (LayerSlots) -> ForwardSlots) {
    for l in layers.indices {
      let layer = layers[l]
      let places = slots(self.slots[l])
      sum(layer, places, &recorder)
      switch layer.activation {
      case .softmax: softmax(layer, places, &recorder)
      // The most usual one has a loop of its own, in which nothing is left to choose.
      case .sigmoid: activate(layer, .sigmoid, places, &recorder)
      case .identity, .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .step, .sign:
        activate(layer, layer.activation, places, &recorder)
      }
    }
  }

  /// The outputs of a layer.
  @inline(__always)
  private func activate<R: Recorder>(
    _ layer: LayerPlan, _ activation: Activation, _ places: ForwardSlots, _ recorder: inout R
  ) {
    let (nets, outputs) = (nets.from(layer.firstNode), outputs.from(layer.firstNode))
    for j in 0..<layer.count {
      outputs[j] = recorder.keep(activation.value(at: nets[j]), at: places.outputs + j)
    }
  }

  /// The net values of a layer.
  @inline(__always)
  private func sum<R: Recorder>(
    _ layer: LayerPlan, _ places: ForwardSlots, _ recorder: inout R
  ) {
    let (inputs, count) = (incoming(layer), layer.inputCount)
    let nets = nets.from(layer.firstNode)
    var weights = parameters.from(layer.firstParameter)
    var bias = parameters.from(layer.firstBias)
    for j in 0..<layer.count {
      var sum = 0.0
      for i in 0..<count {
        let product = recorder.keep(weights[i] * inputs[i], at: places.products + j * count + i)
        sum = recorder.add(sum, product)
      }
      sum = recorder.keepSum(sum, at: places.sums + j)
      if layer.bias != .absent { sum = recorder.add(sum, bias.pointee) }
      nets[j] = recorder.keep(sum, at: places.nets + j)
      weights += count
      bias += layer.biasStride
    }
  }

  /// y_k = e^net_k / Σ e^net, with the largest net value taken from all of them first, which
  /// changes no quotient and keeps e^net from overflowing.
  private func softmax<R: Recorder>(
    _ layer: LayerPlan, _ places: ForwardSlots, _ recorder: inout R
  ) {
    let nodes = layer.firstNode..<layer.firstNode + layer.count
    var largest = nets[layer.firstNode]
    for j in nodes where nets[j] > largest { largest = nets[j] }
    var total = 0.0
    for j in nodes {
      outputs[j] = Activation.softmax.value(at: nets[j] - largest)
      total += outputs[j]
    }
    for j in nodes {
      outputs[j] = recorder.keep(outputs[j] / total, at: places.outputs + j - layer.firstNode)
    }
  }

  /// E = Σ E[k] over the outputs.
  @inline(__always)
  @discardableResult
  func measure<R: Recorder>(_ recorder: inout R, _ places: LossSlots) -> Double {
    let layer = outputLayer
    let total =
      loss == .crossEntropy
      ? LogSumExp(of: UnsafeBufferPointer(rebasing: nets[layer.firstNode...])) : LogSumExp()
    let (nets, outputs) = (nets.from(layer.firstNode), outputs.from(layer.firstNode))
    var sum = 0.0
    for k in 0..<layer.count {
      let term = loss.term(
        output: outputs[k], target: targets[k], net: nets[k], total: total, count: layer.count)
      sum += recorder.keep(term, at: places.terms + k)
    }
    return recorder.keep(sum, at: places.total)
  }
}
