internal import ScalarBackprop

/// The network as a sheet's numbers find their way in it: layers, nodes by name and number, weights.
struct NetworkPlan {
  /// The nodes' names in ids, by position.
  let labels: [String]
  let topology: Topology
  private let positions: [String: Int]

  init(_ network: Network) {
    labels = network.labels
    topology = network.topology
    positions = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  var layers: [Range<Int>] { topology.layers }
  var inputs: Range<Int> { topology.inputs }
  var outputs: Range<Int> { topology.outputs }
  var biases: [BiasKind] { topology.biases }
  var count: Int { topology.nodes.count }

  func position(of label: String) -> Int? { positions[label] }

  /// The layer of a node, counted from 0; −1 of an input.
  func layer(of node: Int) -> Int { topology.layer(of: node) }

  func nodes(ofLayer l: Int) -> Range<Int>? {
    l == -1 ? inputs : layers.indices.contains(l) ? layers[l] : nil
  }

  // MARK: Nodes

  /// The nodes that an index means, as many as the value has numbers; `nil` where it means none.
  func nodes(_ name: Name, count: Int?, _ way: Numbering) -> [Int]? {
    var indices = name.indices
    if indices.isEmpty { return unnumbered(name, count) }
    if let place = indices.firstIndex(where: { $0.layer != nil }) {
      var own = indices.remove(at: place)
      let layer = own.layer
      own.layer = nil
      if !own.text.isEmpty { indices.insert(own, at: 0) }
      guard let layer, let nodes = nodes(of: layer) else { return nil }
      return self.nodes(of: nodes, indices, count, way)
    }
    if let count, count > 1 || indices.count == 1 && indices[0].number != nil && count == 1 {
      guard indices.count == 1, !way.isThrough, !way.isOrdinal,
        let nodes = layer(indices[0], way), nodes.count == count
      else { return nil }
      return Array(nodes)
    }
    guard count == nil || count == 1 else { return nil }
    return single(name, way).map { [$0] }
  }

  /// The neurons of the layer that a word names; of several hidden ones all.
  func nodes(of layer: Name.Index.Layer) -> Range<Int>? {
    switch layer {
    case .output: return outputs
    case .beforeLast(let back): return self.nodes(ofLayer: layers.count - 1 - back)
    case .input: return inputs
    case .hidden where layers.count == 2: return layers[0]
    case .hidden: return layers.count > 1 ? layers[0].lowerBound..<outputs.lowerBound : nil
    }
  }

  /// The neurons of a layer, or the one that an index means among them: by its name, its number in the
  /// layer, or its number through the network.
  func nodes(
    of layer: Range<Int>, _ rest: [Name.Index], _ count: Int?, _ way: Numbering
  ) -> [Int]? {
    guard let index = rest.first else {
      return layer.count == count ?? 1 ? Array(layer) : nil
    }
    if let count, count > 1, count == layer.count, index.number != nil {
      // "hidden layer, z1": a list of the layer's values.
      return Array(layer)
    }
    guard rest.count == 1, count ?? 1 == 1 else { return nil }
    guard let number = index.number else {
      return position(of: index.text).flatMap { layer.contains($0) ? [$0] : nil }
    }
    let place = way.isThrough ? number - 1 : layer.lowerBound + number - way.first
    return layer.contains(place) ? [place] : nil
  }

  /// Of a letter without an index: the only output, the only neuron, or a layer that a word names.
  private func unnumbered(_ name: Name, _ count: Int?) -> [Int]? {
    let isOutput = [
      "ŷ", "yhat", "y_hat", "y_pred", "ypred", "pred", "prediction", "output", "o",
      "O", "Y", "y", "输出", "salida", "a_out", "out",
    ].contains(name.letter)
    let isHidden = ["hidden", "hid", "h", "H"].contains(name.letter)
    let layer: Range<Int>? =
      isHidden
      ? (layers.count == 2 ? layers[0] : nil)
      : isOutput || name.kind != .net && name.kind != .delta || layers.count == 1 ? outputs : nil
    guard let layer else {
      // One number, and one neuron that can be meant.
      return count == nil && outputs.count == 1 && layers.count == 1 ? [outputs.lowerBound] : nil
    }
    return layer.count == count ?? 1 ? Array(layer) : nil
  }

  /// A whole layer by its number.
  private func layer(_ index: Name.Index, _ way: Numbering) -> Range<Int>? {
    guard let number = index.number else { return nil }
    let l = number - way.inputLayer - 1
    return layers.indices.contains(l) ? layers[l] : nil
  }

  private func single(_ name: Name, _ way: Numbering) -> Int? {
    let indices = name.indices
    if indices.count == 1 { return single(indices[0], name, way) }
    // With its layer beside it a number counts in there.
    guard indices.count == 2, !way.isOrdinal else { return nil }
    let isSecondLayer = indices[1].isAbove && !indices[0].isAbove
    let (layer, own) = isSecondLayer ? (indices[1], indices[0]) : (indices[0], indices[1])
    if let node = position(of: own.text), own.number == nil { return node }
    guard let layer = layer.number, let own = own.number else { return nil }
    return node(own, inLayer: layer - way.inputLayer - 1, way)
  }

  private func node(_ number: Int, inLayer l: Int, _ way: Numbering) -> Int? {
    guard layers.indices.contains(l) else { return nil }
    let place = layers[l].lowerBound + number - way.first
    return layers[l].contains(place) ? place : nil
  }

  private func single(_ index: Name.Index, _ name: Name, _ way: Numbering) -> Int? {
    if let node = position(of: index.text), index.number == nil || labels[node] != "\(node + 1)" {
      return node >= inputs.count ? node : nil
    }
    guard let number = index.number else { return nil }
    if index.isAbove {
      return layer(index, way).flatMap { $0.count == 1 ? $0.lowerBound : nil }
    }
    if name.kind == .loss { return node(number, inLayer: layers.count - 1, way) }
    if let l = way.weightLayer, name.isOfNodes { return node(number, inLayer: l, way) }
    if way.isThrough { return (inputs.count..<count).contains(number - 1) ? number - 1 : nil }
    switch name.letter {
    case "h", "H", "hidden", "hid": return layers.count == 2 ? node(number, inLayer: 0, way) : nil
    case "z_in", "δ_in", "delta_in":
      // Laurene Fausett's hidden units are Z, her outputs Y.
      if layers.count == 2 { return node(number, inLayer: 0, way) }
    case "y_in", "o", "O", "y", "Y", "ŷ", "yhat", "y_hat", "output", "out":
      return node(number, inLayer: layers.count - 1, way)
    default: break
    }
    if way.isOrdinal, name.kind != .node {
      let place = inputs.count + number - way.first
      return (inputs.count..<count).contains(place) ? place : nil
    }
    if layers.count == 1 { return node(number, inLayer: 0, way) }
    // Two digits: the layer and the node in it.
    let digits = index.text.compactMap(\.wholeNumberValue)
    if digits.count == 2 {
      return node(digits[1], inLayer: digits[0] - way.inputLayer - 1, way)
    }
    let l = number - way.inputLayer - 1
    guard let nodes = nodes(ofLayer: l), nodes.count == 1 else { return nil }
    return nodes.lowerBound
  }
}
