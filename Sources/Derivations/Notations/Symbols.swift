package import Phrases
package import ScalarBackprop

/// The names of a network's quantities: its ids, and its symbols in a notation.
package final class Symbols: Sendable {
  /// The letters, labels and signs that symbols are made of.
  package let notation: Notation
  /// How the network's nodes lie in layers.
  package let topology: Topology
  /// The layers whose biases the update leaves as they are.
  let keepsBias: [Bool]
  /// What stands below f where not all layers have the same: 1, 2 …, by layer; else nothing.
  let functionLabels: [String]
  /// The letter of 1/(1 + e^(−x)) within a formula: σ, unless σ is what any layer does.
  package let logisticLetter: String
  /// Whether losses and gradients are those of several samples at once.
  let isBatch: Bool
  /// Whether there is no derivative to write anything as.
  let isPerceptron: Bool
  /// The same quantities in files, on the command line and in data.
  package let ids: QuantityIDs
  /// The nodes' names in the notation's symbols.
  let names: [NodeName]
  /// How many weights there are before each layer's.
  let weightsBefore: [Int]

  /// Works out the labels of a network's nodes, in ids and in a notation; of a batch the loss has no
  /// sample's index below it.
  package init(of network: Network, in notation: Notation, isBatch: Bool = false) {
    self.notation = notation
    self.isBatch = isBatch
    keepsBias = network.layers.map { $0.frozen.contains(.bias) }
    functionLabels = Symbols.functionLabels(of: network)
    let isAllSigmoid = network.layers.allSatisfy {
      !$0.form.hasNets || $0.activation == .sigmoid
    }
    logisticLetter = notation.function != "σ" || isAllSigmoid ? "σ" : "S"
    ids = QuantityIDs(of: network, notation.convention)
    let topology = network.topology
    self.topology = topology
    isPerceptron = !network.loss.hasGradient
    let groups = [topology.inputs] + topology.layers
    let labels =
      switch notation.labels {
      case .throughNetwork: topology.nodes.map { String($0 + 1) }
      case .perLayer: groups.flatMap { group in (1...group.count).map(String.init) }
      case .names: network.labels
      }
    names = groups.enumerated().flatMap { l, group in
      topology.shape(ofLayer: l - 1).map {
        Symbols.names(ofMaps: $0, group, layer: l - 1, labels: labels, in: notation)
      }
        ?? Symbols.names(
          of: group, layer: l - 1, isLast: l == groups.count - 1, labels: labels, in: notation)
    }
    weightsBefore = topology.layers.indices.reduce(into: [0]) { counts, l in
      counts.append(counts[counts.count - 1] + topology.weightCount(ofLayer: l))
    }
  }

  /// The number that a layer, counted from 0, has in the text: that of the inputs is 1 where layers
  /// stand above the letters.
  package func layerNumber(_ l: Int) -> Int { notation.showsLayers ? l + 2 : l + 1 }

  /// A quantity's symbol.
  package func symbol(for quantity: Quantity) -> Symbol { symbol(for: quantity.map { names[$0] }) }

  /// The symbol of a quantity in a rule that is written for every node of a layer, counted from 0.
  package func symbol(for pattern: QuantityPattern, layer: Int) -> Symbol {
    if case .parameter(let role, .shared(let part, let l, _)) = pattern,
      let parameter = anyParameter(part, ofMaps: l)
    {
      return symbol(for: .parameter(role, parameter))
    }
    let symbol = symbol(for: pattern.map { name(of: $0, layer: layer) })
    guard notation.showsLayers, case .parameter(_, .shared(.bias, let l, _)) = pattern,
      topology.biases[l] == .shared
    else {
      return symbol
    }
    return symbol.with(layerMark: layerMark(l, of: layer))
  }
}
