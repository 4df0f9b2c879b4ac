public import Phrases
public import ScalarBackprop

/// The names of a network's quantities: its ids, and its symbols in a notation.
public final class Symbols: Sendable {
  /// The letters, labels and signs that symbols are made of.
  public let notation: Notation
  let layers: [Range<Int>]
  let layerOfNode: [Int]
  let biases: [BiasKind]
  /// The layers whose biases the update leaves as they are.
  let keepsBias: [Bool]
  /// What stands below f where not all layers have the same: 1, 2 …, by layer; else nothing.
  let functionLabels: [String]
  /// Whether losses and gradients are those of several samples at once.
  let isBatch: Bool
  /// Whether there is no derivative to write anything as.
  let isPerceptron: Bool
  /// The nodes' labels in ids, and their names in the notation's symbols.
  let ids: [String]
  let names: [NodeName]
  /// How many weights there are before each layer's.
  let weightsBefore: [Int]

  /// Works out the labels of a network's nodes, in ids and in a notation; of a batch the loss has no
  /// sample's index below it.
  public init(of network: Network, in notation: Notation, isBatch: Bool = false) {
    self.notation = notation
    self.isBatch = isBatch
    keepsBias = network.layers.map { $0.frozen.contains(.bias) }
    functionLabels = Symbols.functionLabels(of: network)
    ids = network.labels
    var start = network.inputs.count
    layers = network.layers.map { layer in
      defer { start += layer.neurons.count }
      return start..<start + layer.neurons.count
    }
    biases = network.layers.map { $0.biasKind ?? .absent }
    isPerceptron = network.loss == .perceptron
    let groups = [0..<network.inputs.count] + layers
    layerOfNode = groups.enumerated().flatMap { l, group in group.map { _ in l - 1 } }
    let labels =
      switch notation.labels {
      case .throughNetwork: (1...start).map(String.init)
      case .perLayer: groups.flatMap { group in (1...group.count).map(String.init) }
      case .names: network.labels
      }
    names = groups.enumerated().flatMap { l, group in
      Symbols.names(
        of: group, layer: l - 1, isLast: l == groups.count - 1, labels: labels, in: notation)
    }
    weightsBefore = network.layers.reduce(into: [0]) { counts, layer in
      counts.append(counts[counts.count - 1] + layer.neurons.reduce(0) { $0 + $1.weights.count })
    }
  }

  /// The output nodes.
  public var outputs: Range<Int> { layers[layers.count - 1] }
  /// The input nodes.
  public var inputs: Range<Int> { 0..<layers[0].lowerBound }

  /// The nodes of a layer, counted from 0; the inputs are layer −1.
  public func nodes(ofLayer l: Int) -> Range<Int> { l < 0 ? inputs : layers[l] }

  /// The layer of a node, counted from 0; −1 for an input.
  public func layer(of node: Int) -> Int { layerOfNode[node] }

  /// The layer of a parameter, counted from 0.
  public func layer(of parameter: Parameter) -> Int {
    switch parameter {
    case .weight(let j, _), .bias(let j): layer(of: j)
    case .sharedBias(let l): l
    }
  }

  /// What a node is called in ids.
  public func label(of node: Int) -> String { ids[node] }

  /// Whether a node has a name of its own; else its label is its number through the network.
  public func hasName(_ node: Int) -> Bool { ids[node] != String(node + 1) }

  /// The number that a layer, counted from 0, has in the text: that of the inputs is 1 where layers
  /// stand above the letters.
  public func layerNumber(_ l: Int) -> Int { notation.showsLayers ? l + 2 : l + 1 }

  /// A quantity's symbol.
  public func symbol(for quantity: Quantity) -> Symbol { symbol(for: quantity.map { names[$0] }) }

  /// The symbol of a quantity in a rule that is written for every node of a layer, counted from 0.
  public func symbol(for pattern: QuantityPattern, layer: Int) -> Symbol {
    let symbol = symbol(for: pattern.map { name(of: $0, layer: layer) })
    guard notation.showsLayers, case .parameter(_, .sharedBias(let l)) = pattern else {
      return symbol
    }
    return symbol.with(layerMark: layerMark(l, of: layer))
  }
}
