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
  /// The layer of every node.
  private let layerOfNode: [Int]

  /// Lays out a network's nodes.
  public init(of network: Network) {
    inputs = 0..<network.inputs.count
    var start = inputs.upperBound
    layers = network.layers.map { layer in
      defer { start += layer.neurons.count }
      return start..<start + layer.neurons.count
    }
    biases = network.layers.map { $0.biasKind ?? .absent }
    layerOfNode = ([inputs] + layers).enumerated().flatMap { l, nodes in nodes.map { _ in l - 1 } }
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

  /// Whether a layer is the last one.
  public func isOutputLayer(_ l: Int) -> Bool { l == layers.count - 1 }

  /// The layer of a node; −1 of an input.
  ///
  /// - Parameter node: one of `nodes`.
  public func layer(of node: Int) -> Int { layerOfNode[node] }

  /// The layer of a parameter, whose neurons use it.
  public func layer(of parameter: Parameter) -> Int {
    switch parameter {
    case .weight(let j, _), .bias(let j): layer(of: j)
    case .sharedBias(let l): l
    }
  }

  /// The nodes whose outputs come into the neurons of a layer.
  public func sources(ofLayer l: Int) -> Range<Int> { nodes(ofLayer: l - 1) }

  /// The nodes whose outputs come into a neuron.
  public func sources(of neuron: Int) -> Range<Int> { sources(ofLayer: layer(of: neuron)) }

  /// The neurons into which a node's output goes; none from an output.
  public func followers(of node: Int) -> Range<Int> {
    let next = layer(of: node) + 1
    return next < layers.count ? layers[next] : outputs.upperBound..<outputs.upperBound
  }

  /// The bias that a neuron adds, its own or its layer's; `nil` where there is none.
  public func bias(of neuron: Int) -> Parameter? {
    let l = layer(of: neuron)
    switch l < 0 ? .absent : biases[l] {
    case .absent: return nil
    case .shared: return .sharedBias(layer: l)
    case .each: return .bias(neuron)
    }
  }

  /// The parameters of a layer in their flat order: weights, one row a neuron, then biases.
  public func parameters(ofLayer l: Int) -> [Parameter] {
    let weights = layers[l].flatMap { j in
      sources(of: j).map { Parameter.weight(to: j, from: $0) }
    }
    switch biases[l] {
    case .absent: return weights
    case .shared: return weights + [.sharedBias(layer: l)]
    case .each: return weights + layers[l].map { .bias($0) }
    }
  }
}

extension Network {
  /// How the nodes lie in layers, and what leads to what.
  public var topology: Topology { Topology(of: self) }
}
