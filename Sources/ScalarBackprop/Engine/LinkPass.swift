// Layers that list their links, forward: a convolution and a tied layer add up products as any layer
// does, over fewer or other weights; pooling takes the largest or the mean; subsampling scales a sum.

extension Workspace {
  /// Takes a layer's links forward.
  @inline(never)
  func forward<R: Recorder>(
    listed layer: LayerStorage, _ places: ForwardSlots, _ recorder: inout R
  ) {
    guard let links = layer.links else { return }
    switch layer.form {
    case .dense, .tied, .convolution: sum(layer, links, places, &recorder)
    case .subsampling: scale(layer, links, places, &recorder)
    case .pooling(.largest, _): return takeLargest(layer, links, places, &recorder)
    case .pooling(.mean, _): return takeMean(layer, links, places, &recorder)
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
      layer.nets[j] = recorder.keep(biased(sum, j, layer, recorder), at: places.nets + j)
    }
  }

  /// net_j = u·(Σ of the window) + c.
  private func scale<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, _ places: ForwardSlots, _ recorder: inout R
  ) {
    for j in 0..<layer.count {
      layer.windows[j] = recorder.keep(total(layer, links, j, recorder), at: places.sums + j)
      let weight = layer.weights[j / layer.biasRun]
      let scaled = recorder.keep(weight * layer.windows[j], at: places.scaled + j)
      layer.nets[j] = recorder.keep(biased(scaled, j, layer, recorder), at: places.nets + j)
    }
  }

  @inline(__always)
  private func biased<R: Recorder>(
    _ sum: Double, _ j: Int, _ layer: LayerStorage, _ recorder: R
  ) -> Double {
    guard layer.bias != .absent else { return sum }
    return recorder.add(sum, layer.biases[j / layer.biasRun * layer.biasStride])
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

// And backward: what a node passes on to each of its sources, and what each use adds to a gradient.

extension Workspace {
  /// Adds up what reaches every node of a layer from the next one, which lists its links:
  /// ∂E/∂out_i = Σ_j δ_j·w_ji, or what pooling gives back, in the order of j.
  @inline(never)
  func gather<R: Recorder>(
    into layer: LayerStorage, from next: LayerStorage, _ place: Int, _ recorder: inout R
  ) {
    guard let links = next.links else { return }
    let (errors, stride) = (layer.errors, links.weightStride)
    for i in 0..<layer.count { errors[i] = 0 }
    for j in 0..<next.count {
      var link = links.firstLink[j]
      let (delta, size) = (next.deltas[j], Double(links.firstLink[j + 1] - link))
      for run in links.of(j) {
        var weight = next.weights + run.weight
        for i in run.source..<run.source + run.count {
          let back =
            switch next.form {
            case .dense, .tied, .convolution, .subsampling: delta * weight.pointee
            case .pooling(.largest, _): next.windows[j] == Double(i) ? delta : 0
            case .pooling(.mean, _): delta / size
            }
          let kept = recorder.keep(back, at: place + links.placeBySource[link])
          errors[i] = recorder.add(errors[i], kept)
          weight += stride
          link += 1
        }
      }
    }
  }

  /// Adds to the gradients of the weights that a layer uses: ∂E/∂w = Σ δ_j·out_i over the uses of w, and
  /// of subsampling ∂E/∂u = Σ δ_j·(sum of the window).
  @inline(never)
  func addUses<R: Recorder>(of layer: LayerStorage, _ recorder: R) {
    let gradients = layer.weightGradients
    guard let links = layer.links else {
      for j in 0..<layer.count {
        let row = gradients + j * layer.inputCount
        for i in 0..<layer.inputCount {
          row[i] = recorder.add(row[i], layer.deltas[j] * layer.inputs[i])
        }
      }
      return
    }
    switch layer.form {
    case .pooling: return
    case .subsampling:
      for j in 0..<layer.count {
        let map = j / layer.biasRun
        gradients[map] = recorder.add(gradients[map], layer.deltas[j] * layer.windows[j])
      }
    case .dense, .tied, .convolution:
      for j in 0..<layer.count {
        let delta = layer.deltas[j]
        for run in links.of(j) {
          let inputs = layer.inputs + run.source
          var gradient = gradients + run.weight
          for n in 0..<run.count {
            gradient.pointee = recorder.add(gradient.pointee, delta * inputs[n])
            gradient += links.weightStride
          }
        }
      }
    }
  }
}
