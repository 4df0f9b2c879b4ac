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
    case .dense, .products: sum(layer, links, places, &recorder)
    case .scaledSum: scale(layer, links, places, &recorder)
    case .largest: return takeLargest(layer, links, places, &recorder)
    case .mean: return takeMean(layer, links, places, &recorder)
    }
    activate(layer, places, &recorder)
  }

  /// net_j = Σ w·out_i over the links of j, in their order, and the bias last.
  private func sum<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    var link = places.products
    let stride = links.weightStride
    for j in 0..<layer.count {
      var sum = 0.0
      for run in links.of(j) {
        let inputs = layer.inputs + run.source
        var weight = layer.weights + run.weight
        for n in 0..<run.count {
          sum = recorder.add(sum, recorder.keep(weight.pointee * inputs[n], at: link + n))
          weight += stride
        }
        link += run.count
      }
      sum = recorder.keepSum(sum, at: places.sums + j)
      layer.nets[j] = recorder.keep(biased(sum, j, layer, links, recorder), at: places.nets + j)
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
      layer.nets[j] = recorder.keep(biased(scaled, j, layer, links, recorder), at: places.nets + j)
    }
  }

  @inline(__always)
  private func biased<R: Recorder>(
    _ sum: Double, _ j: Int, _ layer: LayerStorage, _ links: LinkRuns, _ recorder: R
  ) -> Double {
    guard layer.bias != .absent else { return sum }
    return recorder.add(sum, layer.biases[j / links.mapSize * layer.biasStride])
  }

  private func total<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ j: Int, _ recorder: R
  ) -> Double {
    var sum = 0.0
    for run in links.of(j) {
      for n in run.source..<run.source + run.count { sum = recorder.add(sum, layer.inputs[n]) }
    }
    return sum
  }

  /// The largest value of each window; which one it was is kept for the way back.
  private func takeLargest<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      var largest = links.runs[links.firstRun[j]].source
      for run in links.of(j) {
        for n in run.source..<run.source + run.count where layer.inputs[n] > layer.inputs[largest] {
          largest = n
        }
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
