// Which parameter stands where: one may be used at several places.

extension Topology {
  /// The layer of a parameter: the one that has it among its own.
  public func layer(of parameter: Parameter) -> Int {
    switch parameter {
    case .weight(let j, _), .bias(let j): layer(of: j)
    case .shared(_, let l, _): l
    }
  }

  /// The bias that a neuron adds, its own or a shared one; `nil` where there is none.
  public func bias(of neuron: Int) -> Parameter? {
    let l = layer(of: neuron)
    switch l < 0 ? .absent : biases[l] {
    case .absent: return nil
    case .shared: return .shared(.bias, layer: l, 0)
    case .each: return bias(of: neuron, layer: l)
    }
  }

  private func bias(of neuron: Int, layer l: Int) -> Parameter {
    guard forms[l].sharesParameters, let shape = shape(ofLayer: l) else { return .bias(neuron) }
    return .shared(.bias, layer: l, shape.place(of: neuron - layers[l].lowerBound).map)
  }

  /// The weight with which a node comes into a neuron; `nil` where it does not, or without a weight.
  public func weight(to neuron: Int, from source: Int) -> Parameter? {
    let l = layer(of: neuron)
    let before = sources(ofLayer: l)
    guard l >= 0, before.contains(source) else { return nil }
    let link = links[l]?.link(
      to: neuron - layers[l].lowerBound, from: source - before.lowerBound)
    switch forms[l] {
    case .dense: return .weight(to: neuron, from: source)
    case .tied(let other):
      let (own, theirs) = (layers[other].lowerBound, sources(ofLayer: other).lowerBound)
      return .weight(
        to: own + source - before.lowerBound, from: theirs + neuron - layers[l].lowerBound)
    case .convolution, .subsampling: return link.map { .shared(.weights, layer: l, $0.weight) }
    case .pooling: return nil
    }
  }

  /// Where a parameter is used, in the order of the nodes: a weight between two nodes, a bias at one.
  public func uses(of parameter: Parameter) -> [Use] {
    switch parameter {
    case .bias(let j): return [Use(to: j)]
    case .weight(let j, let i): return [Use(to: j, from: i)] + tiedUses(ofWeightTo: j, from: i)
    case .shared(.bias, let l, let n):
      guard biases[l] == .each, let shape = shape(ofLayer: l) else {
        return layers[l].map { Use(to: $0) }
      }
      return map(n, ofLayer: l, shape).map { Use(to: $0) }
    case .shared(.weights, let l, let n):
      guard let shape = shape(ofLayer: l) else { return [] }
      guard let place = kernelPlace(n, ofLayer: l) else {
        return map(n, ofLayer: l, shape).map { Use(to: $0) }
      }
      return map(place.map, ofLayer: l, shape).flatMap { uses(ofWeight: n, to: $0, layer: l) }
    }
  }

  private func map(_ n: Int, ofLayer l: Int, _ shape: MapShape) -> Range<Int> {
    let start = layers[l].lowerBound + n * shape.mapSize
    return start..<start + shape.mapSize
  }

  /// Where a node uses a weight of a kernel: once, or, at the edge of a map, not at all.
  private func uses(ofWeight n: Int, to j: Int, layer l: Int) -> [Use] {
    guard let table = links[l] else { return [] }
    return table.runs(of: j - layers[l].lowerBound).compactMap { run in
      guard (run.weight..<run.weight + run.count).contains(n) else { return nil }
      return Use(to: j, from: sources(ofLayer: l).lowerBound + run.source + n - run.weight)
    }
  }

  private func tiedUses(ofWeightTo j: Int, from i: Int) -> [Use] {
    let own = layer(of: j)
    let (row, column) = (j - layers[own].lowerBound, i - sources(ofLayer: own).lowerBound)
    return forms.indices.filter { forms[$0] == .tied(to: own) }.map { l in
      Use(to: layers[l].lowerBound + column, from: sources(ofLayer: l).lowerBound + row)
    }
  }

  /// How many weights of its own a layer has.
  public func weightCount(ofLayer l: Int) -> Int {
    switch forms[l] {
    case .dense: layers[l].count * sources(ofLayer: l).count
    case .tied, .pooling: 0
    case .convolution(let window):
      (shape(ofLayer: l)?.maps ?? 0) * (shape(ofLayer: l - 1)?.maps ?? 0)
        * window.size.rows * window.size.columns
    case .subsampling: shape(ofLayer: l)?.maps ?? 0
    }
  }

  /// How many biases a layer has.
  public func biasCount(ofLayer l: Int) -> Int {
    switch biases[l] {
    case .absent: 0
    case .shared: 1
    case .each: forms[l].sharesParameters ? shape(ofLayer: l)?.maps ?? 0 : layers[l].count
    }
  }

  /// Where a weight of a convolution stands, all counted from 0: the map that it leads to, the channel
  /// where there are several, the row where there are rows, the column; `nil` in other layers.
  ///
  /// - Parameters:
  ///   - n: among the layer's weights.
  ///   - l: the layer.
  public func kernelPlace(
    _ n: Int, ofLayer l: Int
  ) -> (map: Int, channel: Int?, row: Int?, column: Int)? {
    guard case .convolution(let window) = forms[l], let maps = shape(ofLayer: l - 1) else {
      return nil
    }
    let (rest, column) = n.quotientAndRemainder(dividingBy: window.size.columns)
    let (kernel, row) = rest.quotientAndRemainder(dividingBy: window.size.rows)
    let (map, channel) = kernel.quotientAndRemainder(dividingBy: maps.maps)
    return (map, maps.maps > 1 ? channel : nil, maps.rows == nil ? nil : row, column)
  }

  /// The parameter at a place of one part of a layer's parameters.
  ///
  /// - Parameters:
  ///   - n: below `weightCount` or `biasCount`.
  ///   - part: weights or biases.
  ///   - l: the layer that has it.
  public func parameter(_ n: Int, _ part: ParameterPart, ofLayer l: Int) -> Parameter {
    switch part {
    case .weights:
      if forms[l].sharesParameters { return .shared(.weights, layer: l, n) }
      let before = sources(ofLayer: l)
      let (row, column) = n.quotientAndRemainder(dividingBy: before.count)
      return .weight(to: layers[l].lowerBound + row, from: before.lowerBound + column)
    case .bias:
      let isOwn = biases[l] == .each && !forms[l].sharesParameters
      return isOwn ? .bias(layers[l].lowerBound + n) : .shared(.bias, layer: l, n)
    }
  }

  /// The parameters of a layer in their flat order: weights, then biases.
  public func parameters(ofLayer l: Int) -> [Parameter] {
    (0..<weightCount(ofLayer: l)).map { parameter($0, .weights, ofLayer: l) }
      + (0..<biasCount(ofLayer: l)).map { parameter($0, .bias, ofLayer: l) }
  }
}

/// Where a parameter is used.
public struct Use: Hashable, Sendable {
  /// The neuron whose net value it stands in.
  public var to: Int
  /// The node whose output it is multiplied with; `nil` for a bias, and for the weight of a sum.
  public var from: Int?

  /// Names a use.
  public init(to: Int, from: Int? = nil) { (self.to, self.from) = (to, from) }
}

extension LayerForm {
  /// Whether neurons stand at several positions with the same weights, so that a parameter is known by
  /// its place in the kernel, not by the nodes it joins.
  public var sharesParameters: Bool {
    switch self {
    case .dense, .tied: false
    case .convolution, .pooling, .subsampling: true
    }
  }

  /// The window that moves over the maps before; `nil` where all of them are seen at once.
  public var window: Window? {
    switch self {
    case .dense, .tied: nil
    case .convolution(let window), .pooling(_, let window), .subsampling(let window): window
    }
  }

  /// Whether a node sees only the map that lies where its own does.
  public var seesOneMap: Bool {
    switch self {
    case .dense, .tied, .convolution: false
    case .pooling, .subsampling: true
    }
  }

  /// Whether each link has a weight and so a product; else what the links bring is put together first.
  public var hasProducts: Bool {
    switch self {
    case .dense, .tied, .convolution: true
    case .pooling, .subsampling: false
    }
  }

  /// Whether the nodes are neurons, with net values, slopes and δ.
  public var hasNets: Bool {
    switch self {
    case .dense, .tied, .convolution, .subsampling: true
    case .pooling: false
    }
  }
}
