internal import ScalarBackprop

/// What symbols say of a node: one of the network, or any node of a layer.
///
/// It is a class only so that handing it on costs nothing; nothing in it ever changes.
final class NodeName: Sendable {
  /// What stands below a letter: 4, h1, or an index letter j.
  let label: String
  /// The label where outputs are counted from the first one.
  let ordinal: String
  /// What stands above a letter where a notation tells the layer there.
  let layerMark: String
  /// What stands for the node below a weight that leads from it or to it: its number, where its own
  /// label is a place in a map.
  let weightLabel: String
  /// Where in the kernel the weight stands that a rule multiplies with, of any node of a map.
  let kernel: String?
  /// The node's layer, counted from 0; −1 for inputs.
  let layer: Int
  /// The node's position in the network; `nil` for any node of the layer.
  let position: Int?

  init(
    label: String, ordinal: String? = nil, layerMark: String, weightLabel: String? = nil,
    kernel: String? = nil, layer: Int, position: Int?
  ) {
    self.label = label
    self.weightLabel = weightLabel ?? label
    self.kernel = kernel
    self.ordinal = ordinal ?? label
    self.layerMark = layerMark
    self.layer = layer
    self.position = position
  }
}

extension Symbols {
  /// The names of a layer's nodes, which have these labels in the notation.
  static func names(
    of nodes: Range<Int>, layer: Int, isLast: Bool, labels: [String], in notation: Notation
  ) -> [NodeName] {
    nodes.map { node in
      NodeName(
        label: labels[node],
        ordinal: isLast && notation.countsOutputs
          ? String(node - nodes.lowerBound + 1) : labels[node],
        layerMark: notation.showsLayers ? String(layer + 2) : "", layer: layer, position: node)
    }
  }

  /// The name of an index variable in a rule about any node j of a layer: i comes before it, k
  /// behind it, or, of the output layer, beside it.
  func name(of variable: IndexVariable, layer: Int) -> NodeName {
    if let name = mapName(of: variable, layer: layer) { return name }
    let isLast = topology.isOutputLayer(layer)
    let (own, letter): (Int, String) =
      switch variable {
      case .j: (layer, "j")
      case .i: (layer - 1, "i")
      case .k: (isLast ? layer : layer + 1, "k")
      }
    let isBeside = variable == .k && isLast
    let label =
      isBeside
      ? notation.otherOutputLetter
      : notation.indexLetter(ofLayer: own, of: topology.layers.count) ?? letter
    return NodeName(
      label: label, ordinal: label,
      layerMark: notation.showsLayers ? layerMark(own, of: layer) : "", layer: own, position: nil)
  }

  /// What stands above a letter of a layer in a rule about another: l, beside it l−1 and l+1; about
  /// the last one L and L−1.
  func layerMark(_ l: Int, of layer: Int) -> String {
    let own = topology.isOutputLayer(layer) ? "L" : "l"
    return l == layer ? own : l < layer ? own + "−1" : own + "+1"
  }
}

extension Symbols {
  /// The letter of an index variable in a rule about any node j of a layer.
  package func letter(of variable: IndexVariable, layer: Int) -> String {
    name(of: variable, layer: layer).label
  }
}

extension Notation {
  /// The index letter that a text keeps for a layer; `nil` where letters go by their place in the
  /// formula: i, j, k.
  func indexLetter(ofLayer layer: Int, of count: Int) -> String? {
    guard let indexLetters else { return nil }
    return layer < 0
      ? indexLetters.input : layer == count - 1 ? indexLetters.output : indexLetters.hidden
  }
}
