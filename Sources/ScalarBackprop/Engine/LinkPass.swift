// Layers that list their links, forward: a convolution and a tied layer add up products as any layer
// does, over fewer or other weights; pooling takes the largest or the mean; subsampling scales a sum.

extension Workspace {
  /// Takes a layer's links forward.
  @inline(never)
  func forwardAlongLinks<R: Recorder>(
    _ l: Int, _ places: ForwardSlots, _ recorder: inout R
  ) {
    guard let links = links[l] else { return }
    let layer = layers[l]
    switch layer.combination {
    // The loop of a kernel, whose weights lie side by side, has nothing to multiply.
    case .dense, .products:
      links.weightStride == 1
        ? sum(layer, links, stride: 1, places, &recorder)
        : sum(layer, links, stride: links.weightStride, places, &recorder)
    case .scaledSum: scale(layer, links, places, &recorder)
    case .largest: return takeLargest(layer, links, places, &recorder)
    case .mean: return takeMean(layer, links, places, &recorder)
    }
    activate(layer, places, &recorder)
  }

  /// net_j = Σ w·out_i over the links of j, in their order, and the bias last.
  @inline(__always)
  private func sum<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, stride: Int, _ places: ForwardSlots,
    _ recorder: inout R
  ) {
    var link = places.products
    for first in Swift.stride(from: 0, to: layer.count, by: links.mapSize) {
      let bias = layer.bias == .absent ? 0 : self.bias(of: first, layer, links)
      for j in first..<first + links.mapSize {
        var sum = 0.0
        for patch in links.of(j) {
          var (inputs, weights) = (layer.inputs + patch.source, layer.weights + patch.weight)
          let count = patch.count
          // Loops that check nothing are as fast as those of C.
          var row = 0
          while row < patch.rows {
            var n = 0
            while n < count {
              let product = recorder.keep(weights[n &* stride] * inputs[n], at: link + n)
              sum = recorder.add(sum, product)
              n &+= 1
            }
            inputs += links.sourceStep
            weights += links.weightStep
            link &+= count
            row &+= 1
          }
        }
        sum = recorder.keepSum(sum, at: places.sums + j)
        if layer.bias != .absent { sum = recorder.add(sum, bias) }
        layer.nets[j] = recorder.keep(sum, at: places.nets + j)
      }
    }
  }

  /// net_j = u·(Σ of the window) + c.
  private func scale<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      layer.windows[j] = recorder.keep(total(layer, links, j, recorder), at: places.sums + j)
      let weight = layer.weights[j / links.mapSize]
      let scaled = recorder.keep(weight * layer.windows[j], at: places.scaled + j)
      let net = layer.bias == .absent ? scaled : recorder.add(scaled, bias(of: j, layer, links))
      layer.nets[j] = recorder.keep(net, at: places.nets + j)
    }
  }

  /// The bias of a node.
  private func bias(of j: Int, _ layer: LayerStorage, _ links: LinkRuns) -> Double {
    layer.biases[j / links.mapSize * layer.biasStride]
  }

  private func total<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ j: Int, _ recorder: R
  ) -> Double {
    var sum = 0.0
    links.forEachSource(of: j) { sum = recorder.add(sum, layer.inputs[$0]) }
    return sum
  }

  /// The largest value of each window; which one it was is kept for the way back.
  private func takeLargest<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      var largest = links.of(j)[0].source
      links.forEachSource(of: j) {
        if layer.inputs[$0] > layer.inputs[largest] { largest = $0 }
      }
      layer.windows[j] = Double(largest)
      layer.outputs[j] = recorder.keep(layer.inputs[largest], at: places.outputs + j)
    }
  }

  private func takeMean<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      let count = Double(links.firstLink[j + 1] - links.firstLink[j])
      layer.outputs[j] = recorder.keep(
        total(layer, links, j, recorder) / count, at: places.outputs + j)
    }
  }
}
