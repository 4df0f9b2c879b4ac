internal import ScalarBackprop

// What layers with windows and shared weights show, and autoencoders.

extension Derivation {
  /// Where the largest values of a sample's windows stand, and where one stands twice.
  var winners: [Observation] {
    guard trace.hasTargets, !trace.isBatch else { return [] }
    return trace.network.layers.indices.flatMap { l -> [Observation] in
      // Inputs get no error, whichever is the largest.
      guard case .pooling(.largest, _) = trace.network.layers[l].form, l > 0 else { return [] }
      var winners: [Int] = []
      var tie: Observation?
      for window in symbols.topology.nodes(ofLayer: l) {
        let largest = trace[.output(window, .before)]
        let nodes = symbols.topology.sources(of: window).filter {
          trace[.output($0, .before)] == largest
        }
        guard let first = nodes.first else { continue }
        winners.append(first)
        if tie == nil, nodes.count > 1 { tie = .tie(window: window, nodes: nodes) }
      }
      // Windows that overlap may have the same one.
      let found: [Observation] = [.winners(layer: l, nodes: Array(Set(winners)).sorted())]
      return found + (tie.map { [$0] } ?? [])
    }
  }

  /// Parameters that are used more than once, and nodes that no window sees.
  var sharing: [Observation] {
    trace.network.layers.enumerated().flatMap { l, layer -> [Observation] in
      if case .tied(let other) = layer.form {
        let weights = trace.network.layers[other].neurons.reduce(0) { $0 + $1.weights.count }
        return [.tied(layer: l, to: other, weights: weights)]
      }
      guard let window = layer.form.window else { return [] }
      return shared(l, layer) + unseen(l, window)
    }
  }

  private func shared(_ l: Int, _ layer: Layer) -> [Observation] {
    let topology = symbols.topology
    guard layer.form.hasNets, let maps = topology.shape(ofLayer: l), maps.mapSize > 1 else {
      return []
    }
    let nodes = topology.nodes(ofLayer: l).count
    let dense = nodes * (topology.nodes(ofLayer: l - 1).count + (layer.biasKind == .absent ? 0 : 1))
    let own = topology.weightCount(ofLayer: l) + topology.biasCount(ofLayer: l)
    return [.shared(layer: l, parameters: own, positions: maps.mapSize, dense: dense)]
  }

  private func unseen(_ l: Int, _ window: Window) -> [Observation] {
    let topology = symbols.topology
    let count = topology.nodes(ofLayer: l - 1).count { topology.followers(of: $0).isEmpty }
    guard count > 0 else { return [] }
    let isBetween =
      window.stride.rows > window.size.rows || window.stride.columns > window.size.columns
    return [.unseen(layer: l, nodes: count, isBetween: isBetween)]
  }

  /// An autoencoder that can pass its inputs through.
  func noCompression(on samples: [Sample]) -> [Observation] {
    let widths = trace.network.layers.indices.dropLast().map {
      symbols.topology.nodes(ofLayer: $0).count
    }
    let inputs = trace.network.inputs.count
    guard let narrowest = widths.min(), narrowest >= inputs, samples.areToBeRestored else {
      return []
    }
    return [.noCompression(neurons: narrowest, inputs: inputs)]
  }
}
