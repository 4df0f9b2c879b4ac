internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The lines of a network's picture: with their weights on them where there is room, else as thick as their
// weights are large.

extension NetworkDiagram {
  /// A line from node to node.
  struct Edge {
    let from, to: Int
    let line: LabelPlaces.Edge
    /// Where it comes from, if that is not where the line begins.
    var lead: LabelPlaces.Point?
  }

  /// Writes the lines that lead into a column; tells whether their numbers stand on them.
  func writeEdges(
    into column: Int, _ layout: DiagramLayout, _ values: Values, isStepping: Bool,
    to output: TextOutput
  ) -> Bool {
    let topology = symbols.topology
    if layout.isFan(into: column) {
      writeFans(into: column, layout, to: output)
      return true
    }
    let starts = layout.starts(column - 1)
    let edges = layout.places(column).flatMap { j, y in
      let (sources, end) = (Set(topology.sources(of: j)), layout.end(column, y))
      return starts.filter { sources.contains($0.node) }.map {
        Edge(from: $0.node, to: j, line: ($0.start, end), lead: $0.lead)
      }
    }
    let numbers = edges.map(number)
    let labels = LabelPlaces(
      on: edges.map(\.line),
      besides: captions(column - 1, layout, values) + captions(column, layout, values))
    // Best there is room for what stands there later, too.
    let longest = zip(edges, numbers).map { isStepping ? widest($0, $1) : $1 }
    guard let places = labels.places(longest) ?? labels.places(numbers) else {
      writeLines(edges, to: output)
      return false
    }
    for ((edge, number), place) in zip(zip(edges, numbers), places) {
      write(edge, number, at: place, isStepping: isStepping, to: output)
    }
    return true
  }

  /// The weight of an edge; nothing where pooling has none.
  private func number(_ edge: Edge) -> String {
    weight(to: edge.to, from: edge.from).map { text.number($0) } ?? ""
  }

  /// The longest of the numbers that stand on an edge as a page goes through the steps.
  private func widest(_ edge: Edge, _ number: String) -> String {
    guard case .parameter(_, let parameter)? = weight(to: edge.to, from: edge.from) else {
      return number
    }
    let others = [ParameterRole.gradient, .new].compactMap {
      derivation.trace[.parameter($0, parameter)]
    }
    return ([number] + others.map(NumberFormat.significant(3).text))
      .max { $0.count < $1.count } ?? number
  }

  /// The texts below the nodes of a column, and kernels, which no number may cover.
  private func captions(
    _ column: Int, _ layout: DiagramLayout, _ values: Values
  ) -> [(center: LabelPlaces.Point, width: Double)] {
    let kernels = layout.maps(column).flatMap { $0.column.kernelRows(in: $0.map) }
      .map { row in ((x: row.x + row.width / 2, y: row.middle), row.width) }
    return kernels
      + layout.places(column).flatMap { node, y in
        linesBelow(node, values).enumerated().map { n, line in
          ((layout.x(column), captionHeight(y, n) - 5), DiagramLayout.width(of: line.text))
        }
      }
  }

  /// Where a text below a node stands.
  func captionHeight(_ y: Double, _ line: Int) -> Double {
    y + DiagramLayout.radius + 17 + 16 * Double(line)
  }

  private func write(
    _ edge: Edge, _ number: String, at place: LabelPlaces.Point, isStepping: Bool,
    to output: TextOutput
  ) {
    writePath(edge, "class=\"edge even\"", to: output)
    guard let weight = weight(to: edge.to, from: edge.from) else { return }
    let ends = ends(of: edge)
    writeLabel("weight", of: ends, symbols.symbol(for: weight), number, at: place, to: output)
    guard isStepping, case .parameter(_, let parameter) = weight else { return }
    let gradients =
      derivation.trace.network.loss.hasGradient ? [("gradient", ParameterRole.gradient)] : []
    for (kind, role) in gradients + [("new", .new)] {
      let quantity = Quantity.parameter(role, parameter)
      // What is frozen stays as it is.
      let kept = role == .new ? derivation.trace[weight] : nil
      guard let value = derivation.trace[quantity] ?? kept else { continue }
      // In a picture three digits say enough; all of them stand in the lines.
      writeLabel(
        kind, of: ends, symbols.symbol(for: quantity), NumberFormat.significant(3).text(value),
        at: place, to: output)
    }
  }

  /// A number on its line, which must not look like a stroke through it.
  private func writeLabel(
    _ kind: String, of ends: String, _ symbol: Symbol, _ number: String,
    at place: LabelPlaces.Point, to output: TextOutput
  ) {
    let width = DiagramLayout.width(of: number) + 6
    output.write(
      """
      <g class="\(kind)"\(Self.data("of", ends))><rect class="paper" x="\((place.x - width / 2).short)" \
      y="\((place.y - 8).short)" width="\(width.short)" height="16"/>\
      <text class="number" x="\(place.x.short)" y="\((place.y + 5).short)">\
      <title>\(symbol.text.inXML)</title>\(number.inXML)</text></g>

      """)
  }

  private func ends(of edge: Edge) -> String {
    symbols.ids.label(of: edge.to) + "," + symbols.ids.label(of: edge.from)
  }

  private func writePath(
    _ edge: Edge, _ attributes: String, title: String = "", to output: TextOutput
  ) {
    let (start, end) = edge.line
    output.write(
      """
      <path \(attributes)\(Self.data("edge", ends(of: edge))) \
      d="M\(start.x.short) \(start.y.short)L\(end.x.short) \(end.y.short)"\
      \(title.isEmpty ? "/>" : "><title>\(title.inXML)</title></path>")

      """)
  }

  /// Lines without numbers: thick for a large weight, dashed for a negative one.
  private func writeLines(_ edges: [Edge], to output: TextOutput) {
    let weights = edges.map { edge in
      weight(to: edge.to, from: edge.from).flatMap { derivation.trace[$0] } ?? 0
    }
    let largest = weights.map(\.magnitude).filter(\.isFinite).max() ?? 0
    for (edge, value) in zip(edges, weights) {
      let share = largest > 0 && value.isFinite ? value.magnitude / largest : 1
      let dashes = value < 0 ? " stroke-dasharray=\"7 4\"" : ""
      let quantity = weight(to: edge.to, from: edge.from)
      writePath(
        edge, "class=\"edge\" stroke-width=\"\((0.6 + 4.4 * share).short)\"\(dashes)",
        title: quantity.map { symbols.symbol(for: $0).text + " = " + text.number($0) } ?? "",
        to: output)
    }
  }

  /// What lines and cells without numbers say.
  func writeLegends(_ phrases: [Phrase], _ layout: DiagramLayout, to output: TextOutput) {
    for (n, phrase) in phrases.reversed().enumerated() {
      let legend = phrase[language]
      let size = min(14, 14 * (layout.width - 16) / DiagramLayout.width(of: legend))
      let y = layout.height - 8 - DiagramLayout.legendHeight * Double(n)
      output.write(
        "<text class=\"legend\" font-size=\"\(size.short)\" x=\"\((layout.width / 2).short)\" "
          + "y=\"\(y.short)\">\(legend.inXML)</text>\n")
    }
  }

  /// δ of a neuron above it, for the way back.
  func writeDelta(_ node: Int, x: Double, y: Double, to output: TextOutput) {
    guard let value = derivation.trace[.delta(node)] else { return }
    let symbol = symbols.symbol(for: Quantity.delta(node))
    let label: Wording = "\(symbol) = \(NumberFormat.significant(3).text(value))"
    output.write(
      "<text class=\"delta\"\(Self.data("of", symbols.ids.label(of: node))) x=\"\(x.short)\" y=\"\((y - DiagramLayout.radius - 7).short)\">"
        + "\(label.inSVG)</text>\n")
  }
}
