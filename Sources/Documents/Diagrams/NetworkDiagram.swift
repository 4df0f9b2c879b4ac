public import Derivations
internal import Phrases
internal import ScalarBackprop
public import Texts

/// The network as a picture: its nodes with what they put out, its edges with their weights, in SVG
/// that follows the reader's choice of light or dark and needs no font of its own.
public struct NetworkDiagram {
  let derivation: Derivation
  let text: FormulaText
  let language: Language

  /// Makes the diagram of a step; the format is for numbers that were not typed.
  public init(_ derivation: Derivation, language: Language, format: NumberFormat) {
    self.derivation = derivation
    self.language = language
    text = FormulaText(derivation, format: format)
  }

  /// A layer with more nodes is drawn by its first and last ones, with dots between.
  private static let mostNodes = 8
  private static let (columnWidth, rowHeight, radius, margin) = (230.0, 136.0, 40.0, 64.0)

  /// What the lines below the last row take beyond the margin.
  private static let captionHeight = 24.0

  private var symbols: Symbols { derivation.symbols }

  /// The nodes that are drawn of each layer, inputs first.
  private var columns: [[Int]] {
    (-1..<derivation.trace.network.layers.count).map { l in
      let nodes = Array(symbols.nodes(ofLayer: l))
      let half = NetworkDiagram.mostNodes / 2
      return nodes.count <= NetworkDiagram.mostNodes
        ? nodes : Array(nodes.prefix(half) + nodes.suffix(half))
    }
  }

  /// Writes the picture as a file of its own.
  public func write(title: String, to output: TextOutput) {
    write(title: title, isWithinPage: false, to: output)
  }

  /// Writes the picture; within a page, the page has its style, and blank, the reader the values.
  func write(
    title: String, isWithinPage: Bool, isBlank: Bool = false, to output: TextOutput
  ) {
    let columns = columns
    let rows = Double(columns.map(\.count).max() ?? 1)
    let width = 2 * Self.margin + Self.columnWidth * Double(columns.count - 1)
    let height = 2 * Self.margin + Self.rowHeight * (rows - 1) + Self.captionHeight
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.short) \(height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(title.inXML)</title>
      <desc id="desc">\(Phrase.diagramDescription[language].inXML)</desc>
      \(isWithinPage ? "" : Self.surface)
      """)
    for (l, column) in columns.enumerated().dropFirst() {
      let places = zip(column, self.places(column.count, rows)).map { $0 }
      let sources = zip(columns[l - 1], self.places(columns[l - 1].count, rows)).map { $0 }
      var labels = LabelPlaces(
        on: places.flatMap { _, y in sources.map { edge(column: l, from: $0.1, to: y) } })
      for (j, y) in places {
        writeEdges(to: j, at: y, from: sources, column: l, &labels, output)
      }
    }
    for (l, column) in columns.enumerated() {
      for (node, y) in zip(column, places(column.count, rows)) {
        writeNode(node, x: x(l), y: y, isBlank: isBlank && l > 0, to: output)
      }
    }
    output.write("</svg>\n")
  }

  /// What a picture by itself has that a page has already.
  private static let surface = """
    <style>\(style)</style>
    <rect class="paper" width="100%" height="100%"/>

    """

  /// The heights at which so many nodes stand, in the middle of the picture.
  private func places(_ count: Int, _ rows: Double) -> [Double] {
    let top = Self.margin + Self.rowHeight * (rows - Double(count)) / 2
    return (0..<count).map { top + Self.rowHeight * Double($0) }
  }

  private func x(_ column: Int) -> Double { Self.margin + Self.columnWidth * Double(column) }

  private func edge(column: Int, from a: Double, to b: Double) -> LabelPlaces.Edge {
    ((x(column - 1) + Self.radius, a), (x(column) - Self.radius, b))
  }

  private func writeEdges(
    to j: Int, at y: Double, from sources: [(Int, Double)], column: Int,
    _ labels: inout LabelPlaces, _ output: TextOutput
  ) {
    for (i, sourceY) in sources {
      let (start, end) = edge(column: column, from: sourceY, to: y)
      let ends = symbols.label(of: j) + "," + symbols.label(of: i)
      let weight = Quantity.parameter(.value, .weight(to: j, from: i))
      let value = text.number(weight)
      let at = labels.place(value, on: (start, end))
      output.write(
        """
        <path class="edge"\(Self.data("edge", ends)) d="M\(start.x.short) \(start.y.short)L\(end.x.short) \(end.y.short)"/>
        <text class="weight" x="\(at.x.short)" y="\((at.y + 5).short)">\
        <title>\(symbols.symbol(for: weight).text.inXML)</title>\(value.inXML)</text>

        """)
    }
  }

  private func writeNode(
    _ node: Int, x: Double, y: Double, isBlank: Bool, to output: TextOutput
  ) {
    let quantity: Quantity =
      symbols.layer(of: node) < 0 ? .input(node) : .output(node, .before)
    let isKnown = !isBlank && derivation.trace[quantity] != nil
    let value = isKnown ? text.number(quantity) : ""
    output.write(
      """
      <circle class="node"\(marks(of: node)) cx="\(x.short)" cy="\(y.short)" r="\(Self.radius.short)"/>
      <text class="name" x="\(x.short)" y="\((y - 3).short)">\
      \(symbols.symbol(for: quantity).text.inXML)</text>
      <text class="value" x="\(x.short)" y="\((y + 16).short)">\(value.inXML)</text>

      """)
    for (n, line) in linesBelow(node).enumerated() {
      let below = y + Self.radius + 17 + 16 * Double(n)
      output.write(
        "<text class=\"bias\" x=\"\(x.short)\" y=\"\(below.short)\">\(line.inXML)</text>\n")
    }
  }

  /// By what a page finds a node: its name, its layer, and whether that is the last.
  private func marks(of node: Int) -> String {
    let layer = symbols.layer(of: node)
    let isLast = symbols.outputs.contains(node)
    return Self.data("node", symbols.label(of: node)) + Self.data("layer", String(layer + 1))
      + (isLast ? Self.data("last", "") : "")
  }

  private static func data(_ name: String, _ value: String) -> String {
    " data-\(name)=\"\(value.inXML)\""
  }

  /// The bias of a neuron, and the target of an output.
  private func linesBelow(_ node: Int) -> [String] {
    let layer = symbols.layer(of: node)
    guard layer >= 0 else { return [] }
    let told: [Quantity] = [
      .parameter(.value, .bias(node)), .parameter(.value, .sharedBias(layer: layer)),
      .target(node),
    ]
    return told.filter { derivation.trace[$0] != nil }.map {
      "\(symbols.symbol(for: $0).text) = \(text.number($0))"
    }
  }

  static let style = """
    svg text{font-family:system-ui,sans-serif;text-anchor:middle;fill:#222}\
    .paper{fill:#fff}.node{fill:#f3f6fb;stroke:#345;stroke-width:1.5}\
    .edge{stroke:#9ab;stroke-width:1.2;fill:none}.name{font-size:16px;font-weight:600}\
    .value{font-size:14px}.weight,.bias{font-size:14px;paint-order:stroke;stroke:#fff;\
    stroke-width:4px;stroke-linejoin:round}\
    @media (prefers-color-scheme:dark){svg text{fill:#e8e8e8}.paper{fill:#16181c}\
    .node{fill:#232a35;stroke:#9bd}.edge{stroke:#678}.weight,.bias{stroke:#16181c}}
    """
}

extension Double {
  /// The number for a picture, to a tenth.
  var short: String { NumberFormat.significant(6).text((self * 10).rounded() / 10) }
}
