internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Maps as grids of cells, with their kernels.

extension NetworkDiagram {
  /// A text in a cell, of which a page shows one at a time.
  struct CellText {
    /// value, received, weight, gradient, new.
    var kind: String
    var quantity: Quantity
    var text: String
  }

  /// What stands above a map and below it, given its first node: what sort of layer it is and its
  /// letter above the first map, the map's number where there are several, and its bias.
  func linesAround(mapOf node: Int) -> (above: [(kind: String, text: Wording)], below: [Wording]) {
    let topology = symbols.topology
    let l = topology.layer(of: node)
    let (nodes, shape) = (topology.nodes(ofLayer: l), topology.shape(ofLayer: l))
    var above: [(kind: String, text: Wording)] = []
    if node == nodes.lowerBound {
      let title = l < 0 ? Phrase.inputGrid : derivation.trace.network.layers[l].title
      let symbol = symbols.symbol(for: l < 0 ? .input(.j) : .output(.j, .before), layer: l)
      above = [("bias", title.wording(in: language)), ("name", "\(symbol)")]
    }
    if let shape, shape.maps > 1 {
      let map = shape.place(of: node - nodes.lowerBound).map
      above.append(("bias", Phrase.mapNumber(map + 1).wording(in: language)))
    }
    let bias = topology.bias(of: node).map { Quantity.parameter(.value, $0) }
    return (above, bias.map { [equation(of: $0)] } ?? [])
  }

  private func equation(of quantity: Quantity) -> Wording {
    "\(symbols.symbol(for: quantity)) = \(text.number(quantity))"
  }

  /// Writes the maps of a column and the windows through which they look; tells whether their cells
  /// are shaded for want of room.
  func writeMaps(
    _ column: Int, _ layout: DiagramLayout, _ values: Values, isStepping: Bool,
    to output: TextOutput
  ) -> Bool {
    let maps = layout.maps(column)
    for (grids, map) in maps {
      writeLines(around: map, isStepping ? layout : nil, to: output)
      if grids.isCounted { writeCounts(grids, map, to: output) }
      writeCells(grids, map, values, isStepping: isStepping, to: output)
    }
    guard let first = maps.first else { return false }
    if first.column.skipsMaps {
      let next = maps[maps.count / 2].map
      writeText("skipped", "⋮", x: next.center, y: next.above - 22, to: output)
    }
    if column > 0 { writeWindows(into: column, layout, isStepping: isStepping, to: output) }
    return first.column.cells == .shades && hasValue(first.map.nodes.lowerBound, values)
  }

  func writeText(
    _ kind: String, _ content: String, x: Double, y: Double, to output: TextOutput
  ) {
    output.write(
      "<text class=\"\(kind)\" x=\"\(x.short)\" y=\"\(y.short)\">\(content)</text>\n")
  }

  private func writeLines(
    around map: MapColumn.Map, _ stepping: DiagramLayout?, to output: TextOutput
  ) {
    let lines = linesAround(mapOf: map.nodes.lowerBound)
    for (n, line) in lines.above.enumerated() {
      writeText(
        line.kind, line.text.inSVG, x: map.center, y: map.above + MapColumn.line * Double(n),
        to: output)
    }
    let bias = symbols.topology.bias(of: map.nodes.lowerBound)
    for (n, line) in lines.below.enumerated() {
      let marks = bias.map { self.marks(of: $0, stepping) } ?? ""
      output.write("<g\(marks)>\n")
      writeText(
        "bias", line.inSVG, x: map.center, y: map.below + MapColumn.line * Double(n), to: output)
      output.write("</g>\n")
    }
  }

  /// The numbers of rows and columns beside a map.
  private func writeCounts(_ grids: MapColumn, _ map: MapColumn.Map, to output: TextOutput) {
    let (grid, cell) = (map.grid, grids.cell)
    // In one dimension there is nothing but positions.
    if grids.columns > 1 {
      for column in 0..<grids.columns {
        writeText(
          "count", String(column + 1), x: grid.x + cell.width * (Double(column) + 0.5),
          y: grid.y - 5, to: output)
      }
    }
    for row in 0..<grids.rows {
      writeText(
        "count", String(row + 1), x: grid.x - 9,
        y: grid.y + cell.height * (Double(row) + 0.5) + 4, to: output)
    }
  }

  // MARK: Cells

  /// Whether a picture with such values has that of a node.
  private func hasValue(_ node: Int, _ values: Values) -> Bool {
    let isInput = symbols.topology.layer(of: node) < 0
    return (values == .all || values == .outputs || values == .given && isInput)
      && derivation.trace[output(of: node)] != nil
  }

  private func output(of node: Int) -> Quantity {
    symbols.topology.layer(of: node) < 0 ? .input(node) : .output(node, .before)
  }

  private func writeCells(
    _ grids: MapColumn, _ map: MapColumn.Map, _ values: Values, isStepping: Bool,
    to output: TextOutput
  ) {
    guard grids.cells != .outline else {
      let name = mapName(of: map.nodes.lowerBound)
      let marks = Self.data("map", name) + Self.data("layer", String(grids.layer + 1))
      return write(map.grid, "class=\"node\"\(marks)", to: output)
    }
    let isKnown = hasValue(map.nodes.lowerBound, values)
    let shades = grids.cells == .shades && isKnown ? self.shades(grids.layer) : nil
    for node in map.nodes {
      let box = grids.box(of: node, in: map)
      let title = isKnown ? self.title(of: node) : ""
      let shade =
        shades.map { " fill-opacity=\"\(($0(node) * 100).rounded() / 100)\"" } ?? ""
      let kind = shades == nil ? "node cell" : "node cell shade"
      write(box, "class=\"\(kind)\"\(marks(of: node))\(shade)", title: title, to: output)
      guard grids.cells == .numbers, isKnown else { continue }
      write(texts(of: node, isStepping: isStepping), in: box, to: output)
    }
  }

  /// What a cell says when asked: its value in all digits, and what it should be.
  private func title(of node: Int) -> String {
    [output(of: node), .target(node)].filter { derivation.trace[$0] != nil }
      .map { equation(of: $0).text }.joined(separator: "; ")
  }

  func write(
    _ box: MapColumn.Box, _ attributes: String, title: String = "", to output: TextOutput
  ) {
    output.write(
      """
      <rect \(attributes) x="\(box.x.short)" y="\(box.y.short)" \
      width="\(box.width.short)" height="\(box.height.short)"\
      \(title.isEmpty ? "/>" : "><title>\(title.inXML)</title></rect>")

      """)
  }

  /// The value of a cell, and what reaches it on the way back.
  private func texts(of node: Int, isStepping: Bool) -> [CellText] {
    let value = output(of: node)
    let own = CellText(kind: "value", quantity: value, text: short(value))
    let back: [Quantity] = [.delta(node), .error(node)]
    guard isStepping, let received = back.first(where: { derivation.trace[$0] != nil }) else {
      return [own]
    }
    return [
      CellText(kind: "value sent", quantity: value, text: own.text),
      CellText(kind: "received", quantity: received, text: short(received)),
    ]
  }

  /// A number as far as a cell has room for it: as it was typed, else in three digits.
  func short(_ quantity: Quantity) -> String {
    if let typed = derivation.typedText(of: quantity), typed.utf8.count <= 6 { return typed }
    return NumberFormat.significant(3).text(derivation.trace[quantity] ?? .nan)
  }

  func write(_ texts: [CellText], in box: MapColumn.Box, to output: TextOutput) {
    for text in texts {
      let size = DiagramLayout.size(of: text.text, atMost: 14, in: box.width - 6)
      let symbol = symbols.symbol(for: text.quantity).text
      output.write(
        """
        <text class="\(text.kind)" font-size="\(size.short)" \
        x="\((box.x + box.width / 2).short)" y="\((box.middle + 5).short)">\
        <title>\(symbol.inXML) = \(self.text.number(text.quantity))</title>\
        \(text.text.inXML)</text>

        """)
    }
  }

  /// Where each output of a layer lies between the smallest and the largest one, 0 to 1.
  private func shades(_ l: Int) -> (Int) -> Double {
    let value = { derivation.trace[output(of: $0)] ?? .nan }
    let known = symbols.topology.nodes(ofLayer: l).lazy.map(value).filter(\.isFinite)
    guard let least = known.min(), let most = known.max(), most > least else { return { _ in 0 } }
    return { node in
      let share = (value(node) - least) / (most - least)
      return share.isFinite ? share : 0
    }
  }
}
