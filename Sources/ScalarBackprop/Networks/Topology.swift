/// How a network's nodes lie in layers, and what leads to what.
///
/// Nodes are numbered through the network from 0, inputs first; layers from 0, the inputs being
/// layer −1.
public struct Topology: Hashable, Sendable {
  /// The nodes of the inputs.
  public let inputs: Range<Int>
  /// The nodes of every layer, first hidden layer first.
  public let layers: [Range<Int>]
  /// Which biases every layer has.
  public let biases: [BiasKind]
  /// How the nodes of every layer are fed.
  public let forms: [LayerForm]
  /// How the inputs, and then the nodes of every layer, lie in maps; `nil` where they do not.
  private let shapes: [MapShape?]
  /// The links of layers that list them; those of a dense layer follow from its form.
  let links: [LinkTable?]
  /// The layer of every node.
  private let layerOfNode: [Int]

  /// Lays out a network's nodes.
  public init(of network: Network) {
    inputs = 0..<network.inputs.count
    forms = network.layers.map(\.form)
    biases = network.layers.map { $0.biasKind ?? .absent }
    shapes = network.shapes
    var start = inputs.upperBound
    layers = zip(network.layers, shapes.dropFirst()).map { layer, shape in
      let count = shape?.count ?? layer.neurons.count
      defer { start += count }
      return start..<start + count
    }
    let groups = [inputs] + layers
    links = zip(zip(network.layers, shapes), zip(groups, layers)).map {
      Topology.links($0.0.form, fedBy: $1.0.count, $0.1, nodes: $1.1.count)
    }
    layerOfNode = groups.enumerated().flatMap { l, nodes in nodes.map { _ in l - 1 } }
  }

  private static func links(
    _ form: LayerForm, fedBy count: Int, _ maps: MapShape?, nodes: Int
  ) -> LinkTable? {
    func table(_ window: Window, filters: Bool) -> LinkTable? {
      guard let maps, let positions = window.positions(over: maps) else { return nil }
      let size = positions.rows * positions.columns
      return LinkTable(window, over: maps, positions, filters: filters ? nodes / size : nil)
    }
    switch form {
    case .dense: return nil
    case .tied: return LinkTable(tiedToInputs: nodes, sources: count)
    case .convolution(let window): return table(window, filters: true)
    case .pooling(_, let window), .subsampling(let window): return table(window, filters: false)
    }
  }

  /// The nodes of the output layer.
  public var outputs: Range<Int> { layers[layers.count - 1] }
  /// All nodes, those of the inputs first.
  public var nodes: Range<Int> { 0..<layerOfNode.count }
  /// All neurons: the nodes behind the inputs.
  public var neurons: Range<Int> { inputs.upperBound..<layerOfNode.count }

  /// The nodes of a layer.
  ///
  /// - Parameter l: −1 for the inputs, else one of `layers`.
  public func nodes(ofLayer l: Int) -> Range<Int> { l < 0 ? inputs : layers[l] }

  /// How the nodes of a layer lie in maps; `nil` where they do not.
  ///
  /// - Parameter l: −1 for the inputs, else one of `layers`.
  public func shape(ofLayer l: Int) -> MapShape? { shapes[l + 1] }

  /// Whether a layer is the last one.
  public func isOutputLayer(_ l: Int) -> Bool { l == layers.count - 1 }

  /// The layer of a node; −1 of an input.
  ///
  /// - Parameter node: one of `nodes`.
  public func layer(of node: Int) -> Int { layerOfNode[node] }

  /// The nodes whose outputs come into the neurons of a layer.
  public func sources(ofLayer l: Int) -> Range<Int> { nodes(ofLayer: l - 1) }

  /// The nodes whose outputs come into a neuron, in the order in which they are added up.
  public func sources(of neuron: Int) -> Nodes {
    let l = layer(of: neuron)
    let before = sources(ofLayer: l)
    guard let table = links[l] else { return Nodes(before) }
    return Nodes(table.sources(of: neuron - layers[l].lowerBound), from: before.lowerBound)
  }

  /// The nodes into which a node's output goes, in order; none from an output.
  public func followers(of node: Int) -> Nodes {
    let l = layer(of: node)
    guard l + 1 < layers.count else { return Nodes(outputs.upperBound..<outputs.upperBound) }
    let next = layers[l + 1]
    guard let table = links[l + 1] else { return Nodes(next) }
    return Nodes(
      table.followers(of: node - nodes(ofLayer: l).lowerBound), from: next.lowerBound)
  }
}

extension Network {
  /// How the nodes lie in layers, and what leads to what.
  public var topology: Topology { Topology(of: self) }
}
