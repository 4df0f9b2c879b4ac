package import Phrases
internal import ScalarBackprop

// Nodes that lie in maps, and the weights of kernels: what stands below a letter is the place (map, where
// there are several, row, column), what stands above it the layer.

extension Symbols {
  /// The names of the nodes of maps.
  static func names(
    ofMaps shape: MapShape, _ nodes: Range<Int>, layer l: Int, labels: [String],
    in notation: Notation
  ) -> [NodeName] {
    nodes.map { node in
      let place = shape.place(of: node - nodes.lowerBound)
      let numbers =
        (shape.maps > 1 ? [place.map] : []) + (shape.rows == nil ? [] : [place.row])
        + [place.column]
      let isNamed = notation.labels == .names
      return NodeName(
        label: isNamed ? labels[node] : numbers.map { String($0 + 1) }.joined(separator: ","),
        layerMark: isNamed ? "" : mapMark(l, in: notation), weightLabel: labels[node], layer: l,
        position: node)
    }
  }

  /// What stands above the letters of a layer of maps: (1), or 2 where every letter has its layer there.
  private static func mapMark(_ l: Int, in notation: Notation) -> String {
    if notation.showsLayers { return String(l + 2) }
    return l < 0 ? "" : "(\(l + 1))"
  }

  /// ∂out_k/∂out_j: what pooling passes on.
  package func passed(to k: Int, from j: Int) -> Symbol {
    .derivative(
      of: symbol(for: Quantity.output(k, .before)), by: symbol(for: Quantity.output(j, .before)),
      isNegative: false)
  }

  // MARK: Any node of a layer

  /// The name of an index variable in a rule about maps: j is i,j; what it sees is i+m−1,j+n−1; what sees
  /// it i′,j′. `nil` where the rule is about no map.
  func mapName(of variable: IndexVariable, layer l: Int) -> NodeName? {
    let mark = { Symbols.mapMark($0, in: self.notation) }
    switch variable {
    case .j:
      guard let shape = topology.shape(ofLayer: l) else { return nil }
      return NodeName(
        label: letters(shape, map: "q", row: "i", column: "j"), layerMark: mark(l),
        kernel: kernelLetters(l), layer: l, position: nil)
    case .i:
      guard let window = topology.forms[l].window, let shape = topology.shape(ofLayer: l - 1) else {
        return nil
      }
      let isOneMap = topology.forms[l].seesOneMap
      return NodeName(
        label: letters(
          shape, map: isOneMap ? "q" : "c",
          row: seen("i", "m", window.stride.rows, window.padding.rows),
          column: shape.rows == nil
            ? seen("i", "m", window.stride.columns, window.padding.columns)
            : seen("j", "n", window.stride.columns, window.padding.columns)),
        layerMark: mark(l - 1), layer: l - 1, position: nil)
    case .k:
      guard l + 1 < topology.layers.count, let window = topology.forms[l + 1].window,
        let shape = topology.shape(ofLayer: l + 1)
      else { return nil }
      let isOneMap = topology.forms[l + 1].seesOneMap
      return NodeName(
        label: letters(shape, map: isOneMap ? "q" : "q′", row: "i′", column: "j′"),
        layerMark: mark(l + 1), kernel: kernelLetters(behind: l, window), layer: l + 1,
        position: nil)
    }
  }

  private func letters(_ shape: MapShape, map: String, row: String, column: String) -> String {
    let isLine = shape.rows == nil
    let own = isLine ? [column == "j" ? "i" : column == "j′" ? "i′" : column] : [row, column]
    return ((shape.maps > 1 ? [map] : []) + own).joined(separator: ",")
  }

  /// Row i + m − 1 that place m of a window at position i sees.
  private func seen(_ position: String, _ place: String, _ stride: Int, _ padding: Int) -> String {
    "\(stride == 1 ? "" : String(stride))\(position)+\(place)−\(stride + padding)"
  }

  /// The place of a weight in the kernel of a layer: filter and channel where there are several, row and
  /// column.
  private func kernelLetters(_ l: Int) -> String? {
    kernelLetters(l, filter: "q", channel: "c", row: "m", column: "n")
  }

  private func kernelLetters(
    _ l: Int, filter: String, channel: String, row: String, column: String
  ) -> String? {
    guard l >= 0, let own = topology.shape(ofLayer: l),
      let maps = topology.shape(ofLayer: l - 1)
    else { return nil }
    guard case .convolution = topology.forms[l] else { return own.maps > 1 ? filter : "" }
    let place = maps.rows == nil ? [row] : [row, column]
    return ((own.maps > 1 ? [filter] : []) + (maps.maps > 1 ? [channel] : []) + place)
      .joined(separator: ",")
  }

  /// The weight with which the node at i′,j′ of the next layer sees the one at i,j.
  private func kernelLetters(behind l: Int, _ window: Window) -> String? {
    func place(_ own: String, _ next: String, _ stride: Int, _ padding: Int) -> String {
      "\(own)−\(stride == 1 ? "" : String(stride))\(next)+\(stride + padding)"
    }
    let isLine = topology.shape(ofLayer: l)?.rows == nil
    let columns = (window.stride.columns, window.padding.columns)
    return kernelLetters(
      l + 1, filter: topology.forms[l + 1].seesOneMap ? "q" : "q′", channel: "q",
      row: isLine
        ? place("i", "i′", columns.0, columns.1)
        : place("i", "i′", window.stride.rows, window.padding.rows),
      column: place("j", "j′", columns.0, columns.1))
  }

  /// What runs in a sum over a window: m,n, and the channel where there are several; `nil` where a layer
  /// sees all at once.
  func windowLetters(_ l: Int) -> String? {
    guard topology.forms[l].window != nil, let maps = topology.shape(ofLayer: l - 1) else {
      return nil
    }
    let hasChannels = maps.maps > 1 && !topology.forms[l].seesOneMap
    return ((hasChannels ? ["c"] : []) + (maps.rows == nil ? ["m"] : ["m", "n"]))
      .joined(separator: ",")
  }

  /// What runs over the positions of a map.
  func positionLetters(_ l: Int) -> String? {
    topology.shape(ofLayer: l).map { $0.rows == nil ? "i" : "i,j" }
  }

  // MARK: Parameters

  /// Any parameter of a part that the nodes of maps share.
  func anyParameter(_ part: ParameterPart, ofMaps l: Int) -> ParameterAt<NodeName>? {
    guard topology.forms[l].sharesParameters, part == .weights || topology.biases[l] == .each,
      let j = mapName(of: .j, layer: l)
    else { return nil }
    return part == .weights ? .weight(to: j, from: j) : .bias(j)
  }

  /// A weight of a kernel: w^(1)_2,1; `nil` where the node has weights of its own.
  func mapWeight(_ j: NodeName, _ i: NodeName, isUpdated: Bool) -> Symbol? {
    guard topology.forms[j.layer] != .dense else { return nil }
    guard let to = j.position else {
      if case .tied(let owner) = topology.forms[j.layer] {
        // The same weight the other way round, in the layer that it belongs to.
        return symbol(
          for: .weight(to: name(i, inLayer: owner), from: name(j, inLayer: owner - 1)),
          isUpdated ? .after : .before)
      }
      guard let kernel = j.kernel else { return nil }
      return mapLetter(notation.weight.hidden, kernel, j.layer, isUpdated: isUpdated)
    }
    let from = i.position.flatMap { $0 == to ? topology.sources(of: to).first : $0 }
    switch from.flatMap({ topology.weight(to: to, from: $0) }) {
    case .shared(.weights, let l, let n)?:
      return mapParameter(.weights, l, n, isUpdated: isUpdated)
    case .weight(let owner, let source)? where owner != to:
      return symbol(
        for: Parameter.weight(to: owner, from: source).map { names[$0] },
        isUpdated ? .after : .before)
    case .weight?, .bias?, .shared?, nil: return nil
    }
  }

  /// The name of any node of a layer, as one of another layer.
  private func name(_ name: NodeName, inLayer l: Int) -> NodeName {
    NodeName(
      label: name.label, layerMark: notation.showsLayers ? String(l + 2) : "", layer: l,
      position: nil)
  }

  /// The bias that a node of a map has with all the others of its map.
  func mapBias(_ j: NodeName, isUpdated: Bool) -> Symbol? {
    guard j.layer >= 0, topology.forms[j.layer].sharesParameters else { return nil }
    guard let position = j.position else {
      let hasSeveral = (topology.shape(ofLayer: j.layer)?.maps ?? 1) > 1
      return topology.biases[j.layer] == .shared
        ? sharedBias(j.layer, isUpdated: isUpdated)
        : mapLetter(biasLetter, hasSeveral ? "q" : "", j.layer, isUpdated: isUpdated)
    }
    guard case .shared(.bias, let l, let n)? = topology.bias(of: position) else { return nil }
    return mapParameter(.bias, l, n, isUpdated: isUpdated)
  }

  /// A parameter that the nodes of a map share, by its place; `nil` where that is the one bias of a layer.
  func mapParameter(_ part: ParameterPart, _ l: Int, _ n: Int, isUpdated: Bool) -> Symbol? {
    guard topology.forms[l].sharesParameters else { return nil }
    let hasSeveral = (topology.shape(ofLayer: l)?.maps ?? 1) > 1
    guard part == .weights else {
      guard topology.biases[l] == .each else { return nil }
      return mapLetter(biasLetter, hasSeveral ? "\(n + 1)" : "", l, isUpdated: isUpdated)
    }
    if notation.weightLabels == .counted {
      return .letter("\(notation.weight.hidden)\(weightsBefore[l] + n + 1)", isUpdated: isUpdated)
    }
    guard let place = topology.kernelPlace(n, ofLayer: l) else {
      return mapLetter(
        notation.weight.hidden, hasSeveral ? "\(n + 1)" : "", l, isUpdated: isUpdated)
    }
    let numbers =
      (hasSeveral ? [place.map] : [])
      + [place.channel, place.row, place.column].compactMap(\.self)
    return mapLetter(
      notation.weight.hidden, numbers.map { String($0 + 1) }.joined(separator: ","), l,
      isUpdated: isUpdated)
  }

  private var biasLetter: String { notation.bias?.hidden ?? "b" }

  private func mapLetter(_ letter: String, _ sub: String, _ l: Int, isUpdated: Bool) -> Symbol {
    .letter(letter, sub: sub, sup: topology.mapMark(l, notation), isUpdated: isUpdated)
  }
}

extension Topology {
  /// What stands above the letters of a layer's parameters.
  fileprivate func mapMark(_ l: Int, _ notation: Notation) -> String {
    notation.showsLayers ? String(l + 2) : "(\(l + 1))"
  }
}
