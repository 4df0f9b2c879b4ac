package import Derivations
internal import ScalarBackprop
internal import Texts

/// What a network's picture says of some quantities of a step: their nodes and edges stand out, and so,
/// less, does what they are worked out from. On the way back their δ stand at the nodes; gradients and
/// new weights stand on their edges.
package struct DiagramMark {
  private var own: Set<Int> = []
  private var origins: Set<Int> = []
  /// Pairs of nodes, to and from.
  private var edges: Set<[Int]> = []
  private var shared: Set<Parameter> = []
  fileprivate var part = Part.forward
  private let symbols: Symbols

  /// The part of a step that a picture shows; later ones show their numbers.
  fileprivate enum Part: Int {
    case forward, back, gradients, new
  }

  /// Marks quantities of a step, with what each of them comes from.
  package init(_ selection: StepSelection, _ derivation: Derivation) {
    symbols = derivation.symbols
    var quantities = selection.quantities
    if !selection.phases.isEmpty {
      derivation.forEachStep(selection) { step, _ in quantities.insert(step.quantity) }
    }
    for quantity in quantities {
      own.formUnion(quantity.nodes)
      add(quantity)
      let part = Part(quantity, derivation)
      if part.rawValue > self.part.rawValue { self.part = part }
      let sample = derivation.trace.isBatch ? 0 : nil
      let place = derivation.trace.place(quantity, sample: sample)
      guard let block = derivation.trace.block(of: place),
        let formula = derivation.rule(of: block).formula
      else { continue }
      var indices = Indices(of: quantity)
      indices.sample = sample
      for origin in derivation.ingredients(of: formula, at: indices) { add(origin.quantity) }
    }
    origins.subtract(own)
  }

  /// A quantity of one node stands at it, one of two on the edge between them.
  private mutating func add(_ quantity: Quantity) {
    switch quantity {
    case .parameter(_, .weight(let j, let i)), .product(let j, let i, _): edges.insert([j, i])
    case .back(let k, let j): edges.insert([k, j])
    case .parameter(_, .shared(let part, let layer, let n)):
      shared.insert(.shared(part, layer: layer, n))
    default: origins.formUnion(quantity.nodes)
    }
  }

  /// How a picture by itself shows it.
  var style: String {
    let label = symbols.ids.label(of:)
    let nodes = own.union(origins).map(label)
    func rule(
      _ kind: String, _ names: [String], _ look: String, _ element: String = ""
    ) -> String {
      guard !names.isEmpty else { return "" }
      let selector = element.isEmpty ? "" : "." + element
      return names.map { "\(selector)[data-\(kind)=\"\($0.inCSS)\"]" }.sorted()
        .joined(separator: ",")
        + "{\(look)}"
    }
    return """
      svg{--now:\(color.light)}@media (prefers-color-scheme:dark){svg{--now:\(color.dark)}}\
      \(rule("node", origins.map(label), "stroke:var(--now);stroke-width:3"))\
      \(rule("node", own.map(label), "stroke:var(--now);stroke-width:5"))\
      \(rule("edge", edges.map(ends), "stroke:var(--now);stroke-width:4"))\
      \(rule("parameter", shared.map { symbols.id(of: $0) }, "stroke:var(--now);stroke-width:3"))\
      .delta,.gradient text,.new text{fill:var(--now)}\
      \(shown.map { rule("of", $0 == "delta" ? nodes : edges.map(ends), "display:inline", $0) }.joined())\
      \(hidesWeights ? rule("of", edges.map(ends), "display:none", "weight") : "")
      """.inXML
  }

  private var color: (light: String, dark: String) {
    switch part {
    case .forward: ("#b45309", "#fbbf24")
    case .back: ("#6d28d9", "#c4b5fd")
    case .gradients, .new: ("#0f766e", "#5eead4")
    }
  }

  private func ends(_ edge: [Int]) -> String {
    "\(symbols.ids.label(of: edge[0])),\(symbols.ids.label(of: edge[1]))"
  }

  /// Which numbers a part shows besides those of the forward pass.
  private var shown: [String] {
    switch part {
    case .forward: []
    case .back: ["delta"]
    case .gradients: ["delta", "gradient"]
    case .new: ["new"]
    }
  }

  /// Whether other numbers stand in the place of weights.
  private var hidesWeights: Bool { part == .gradients || part == .new }
}

extension DiagramMark.Part {
  fileprivate init(_ quantity: Quantity, _ derivation: Derivation) {
    if case .parameter(.gradient, _) = quantity {
      self = .gradients
      return
    }
    switch derivation.trace.block(of: quantity)?.phase {
    case .backward: self = .back
    case .update, .after: self = .new
    case .given, .forward, .error, nil: self = .forward
    }
  }
}

extension Quantity {
  /// The nodes that it names.
  fileprivate var nodes: [Int] {
    var nodes: [Int] = []
    _ = map { node in nodes.append(node) }
    return nodes
  }
}

extension String {
  /// The text within a string of a style sheet.
  fileprivate var inCSS: String {
    var text = ""
    for character in self {
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
