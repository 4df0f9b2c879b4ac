// Backward where links are listed: what a node passes on to each of its sources, and what each use of a
// parameter adds to its gradient.

extension Workspace {
  /// The errors and δ of every node, output layer first, and then the gradients, first layer first: one
  /// parameter may be used in several layers.
  @inline(never)
  func backwardAlongLinks<R: Recorder>(_ recorder: inout R) {
    for l in layers.indices.reversed() {
      let isDense = l == layers.count - 1 || layers[l + 1].combination == .dense
      if isDense, layers[l].combination.hasNets {
        deltas(l, &recorder)
      } else {
        gatheredDeltas(l, &recorder)
      }
    }
    for l in layers.indices {
      let plan = plan.layers[l]
      if plan.sumsGradients {
        layers[l].weightGradients.update(repeating: 0, count: plan.weightCount)
      }
      if plan.sumsGradients || links[l] != nil {
        addUses(l, recorder)
        addBiasUses(l, slots[l].gradients + plan.weightCount, &recorder)
      } else {
        differentiate(layers[l], slots[l].gradients, &recorder)
      }
    }
    for l in layers.indices where plan.layers[l].sumsGradients {
      let gradients = layers[l].weightGradients
      for n in 0..<plan.layers[l].weightCount {
        gradients[n] = recorder.keep(gradients[n], at: slots[l].gradients + n)
      }
    }
  }

  /// What reaches each node of a layer, and δ, where the layer pools or the next one lists its links.
  private func gatheredDeltas<R: Recorder>(_ l: Int, _ recorder: inout R) {
    let (layer, places) = (layers[l], slots[l])
    gather(l, places.backs, &recorder)
    for j in 0..<layer.count {
      let error = recorder.keep(layer.errors[j], at: places.errors + j)
      guard layer.combination.hasNets else {
        layer.deltas[j] = error
        continue
      }
      let slope = recorder.keep(
        layer.activation.slope(net: layer.nets[j], output: layer.outputs[j]),
        at: places.slopes + j)
      layer.deltas[j] = recorder.keep(error * slope, at: places.deltas + j)
    }
  }

  /// Adds up what reaches every node of a layer from the next one: ∂E/∂out_i = Σ_j δ_j·w_ji, or what
  /// pooling gives back, in the order of j.
  private func gather<R: Recorder>(_ l: Int, _ place: Int, _ recorder: inout R) {
    let (layer, next) = (layers[l], layers[l + 1])
    let errors = layer.errors
    errors.update(repeating: 0, count: layer.count)
    guard let links = links[l + 1] else {
      for k in 0..<next.count {
        let row = next.weights + k * layer.count
        for i in 0..<layer.count {
          let back = recorder.keep(next.deltas[k] * row[i], at: place + i * next.count + k)
          errors[i] = recorder.add(errors[i], back)
        }
      }
      return
    }
    for j in 0..<next.count {
      var link = links.firstLink[j]
      let (delta, size) = (next.deltas[j], Double(links.firstLink[j + 1] - link))
      for patch in links.of(j) {
        for row in 0..<patch.rows {
          let weights = next.weights + patch.weight + row * links.weightStep
          let first = patch.source + row * links.sourceStep
          for n in 0..<patch.count {
            let back =
              switch next.combination {
              case .dense, .products, .scaledSum: delta * weights[n * links.weightStride]
              case .largest: next.windows[j] == Double(first + n) ? delta : 0
              case .mean: delta / size
              }
            let kept = recorder.keep(back, at: place + links.placeBySource[link])
            errors[first + n] = recorder.add(errors[first + n], kept)
            link += 1
          }
        }
      }
    }
  }

  /// Adds to the gradients of the weights that a layer uses: ∂E/∂w = Σ δ_j·out_i over the uses of w, and
  /// of subsampling ∂E/∂u = Σ δ_j·(sum of the window).
  private func addUses<R: Recorder>(_ l: Int, _ recorder: R) {
    let layer = layers[l]
    let gradients = layer.weightGradients
    guard let links = links[l] else {
      for j in 0..<layer.count {
        let row = gradients + j * layer.inputCount
        for i in 0..<layer.inputCount {
          row[i] = recorder.add(row[i], layer.deltas[j] * layer.inputs[i])
        }
      }
      return
    }
    switch layer.combination {
    case .largest, .mean: return
    case .scaledSum:
      for j in 0..<layer.count {
        let map = j / links.mapSize
        gradients[map] = recorder.add(gradients[map], layer.deltas[j] * layer.windows[j])
      }
    case .dense, .products:
      links.weightStride == 1
        ? addUses(layer, links, stride: 1, recorder)
        : addUses(layer, links, stride: links.weightStride, recorder)
    }
  }

  @inline(__always)
  private func addUses<R: Recorder>(
    _ layer: LayerStorage, _ links: LinkRuns, stride: Int, _ recorder: R
  ) {
    for j in 0..<layer.count {
      let delta = layer.deltas[j]
      for patch in links.of(j) {
        var (inputs, gradients) = (
          layer.inputs + patch.source, layer.weightGradients + patch.weight
        )
        let count = patch.count
        var row = 0
        while row < patch.rows {
          var n = 0
          while n < count {
            gradients[n &* stride] = recorder.add(gradients[n &* stride], delta * inputs[n])
            n &+= 1
          }
          inputs += links.sourceStep
          gradients += links.weightStep
          row &+= 1
        }
      }
    }
  }

  /// The gradients of a layer's biases: the δ of a neuron, or the sum over those that share a bias.
  private func addBiasUses<R: Recorder>(_ l: Int, _ place: Int, _ recorder: inout R) {
    let layer = layers[l]
    guard layer.bias != .absent else { return }
    let size = layer.bias == .shared ? layer.count : links[l]?.mapSize ?? 1
    for n in 0..<layer.count / size {
      var sum = 0.0
      for j in n * size..<(n + 1) * size { sum = recorder.add(sum, layer.deltas[j]) }
      layer.biasGradients[n] = recorder.keep(sum, at: place + n)
    }
  }
}
