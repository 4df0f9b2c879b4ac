internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Kernels below their maps, and what a page has to know of weights that several nodes share.

extension NetworkDiagram {
  /// Writes the kernel of a map below it.
  ///
  /// - Parameter stepping: where everything stands, in the picture of a page that goes through the steps.
  func writeKernel(
    _ grids: MapColumn, _ map: MapColumn.Map, _ stepping: DiagramLayout?, to output: TextOutput
  ) {
    guard grids.kernel != nil else { return }
    let (topology, l) = (symbols.topology, grids.layer)
    let role = ParameterRole.value
    let symbol = symbols.symbol(
      for: .parameter(role, .shared(.weights, layer: l, 0)), layer: l)
    writeText(
      "name", Wording("\(symbol)").inSVG, x: map.center, y: map.kernelTop - 8, to: output)
    let all = topology.weightCount(ofLayer: l)
    let own = all / (topology.shape(ofLayer: l)?.maps ?? 1)
    output.write("<g class=\"kernel\">\n")
    for n in map.number * own..<(map.number + 1) * own {
      let parameter = topology.parameter(n, .weights, ofLayer: l)
      let place = topology.kernelPlace(n, ofLayer: l)
      // In one dimension maps and kernels stand upright.
      let (row, column) =
        place.map { ($0.row ?? $0.column, $0.row == nil ? 0 : $0.column) } ?? (0, 0)
      let box = grids.kernelBox(in: map, channel: place?.channel ?? 0, row: row, column: column)
      write(box, "class=\"cell node\"\(marks(of: parameter, stepping))", to: output)
      write(texts(of: parameter, isStepping: stepping != nil), in: box, to: output)
    }
    output.write("</g>\n")
  }

  /// A parameter's value, and what a page shows in its place later.
  private func texts(of parameter: Parameter, isStepping: Bool) -> [CellText] {
    let roles: [(kind: String, role: ParameterRole)] =
      [("weight", .value)]
      + (isStepping && derivation.trace.network.loss.hasGradient ? [("gradient", .gradient)] : [])
      + (isStepping ? [("new", .new)] : [])
    return roles.map { kind, role in
      let quantity = Quantity.parameter(role, parameter)
      // What is frozen stays as it is.
      let isKept = derivation.trace[quantity] == nil
      let shown = isKept ? Quantity.parameter(.value, parameter) : quantity
      return CellText(kind: kind, quantity: shown, text: short(shown))
    }
  }

  /// By what a page finds a parameter that several nodes share, and what is drawn of those nodes.
  func marks(of parameter: Parameter, _ stepping: DiagramLayout?) -> String {
    guard let stepping, case .shared = parameter else { return "" }
    let uses = symbols.topology.uses(of: parameter).flatMap { [$0.from, $0.to].compactMap(\.self) }
    return Self.data("parameter", symbols.id(of: parameter))
      + Self.data("uses", names(ofShapesOf: uses, stepping))
  }

  /// What a page knows the shapes of nodes by: cells by their nodes, a map without cells as a whole,
  /// once.
  func names(ofShapesOf nodes: some Sequence<Int>, _ layout: DiagramLayout) -> String {
    var known: Set<String> = []
    return nodes.compactMap { node -> String? in
      guard let cells = layout.cells(of: node, symbols.topology) else { return nil }
      if cells != .outline { return symbols.ids.label(of: node) }
      let name = mapName(of: node)
      return known.insert(name).inserted ? name : nil
    }.joined(separator: ",")
  }

  /// What the names of a map's nodes begin with: "c1." or "c1.2.".
  func mapName(of node: Int) -> String {
    let isLine = symbols.topology.shape(ofLayer: symbols.topology.layer(of: node))?.rows == nil
    let parts = symbols.ids.label(of: node).split(separator: ".")
    return parts.dropLast(isLine ? 1 : 2).map { $0 + "." }.joined()
  }
}
