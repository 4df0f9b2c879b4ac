package import Derivations
internal import Phrases
internal import ScalarBackprop
package import Texts

/// The network as a picture: its nodes with what they put out, its edges with their weights, in SVG
/// that follows the reader's choice of light or dark and needs no font of its own.
package struct NetworkDiagram {
  let derivation: Derivation
  let text: FormulaText
  let language: Language
  /// What stands out in a picture by itself.
  package var mark: DiagramMark?

  /// Makes the diagram of a step; the format is for numbers that were not typed.
  package init(_ derivation: Derivation, language: Language, format: NumberFormat) {
    self.derivation = derivation
    self.language = language
    text = FormulaText(derivation, format: format)
  }

  var symbols: Symbols { derivation.symbols }

  private var layout: DiagramLayout {
    DiagramLayout(
      symbols, layers: derivation.trace.network.layers.count,
      weights: { from, to in
        to.flatMap { j in from.compactMap { weight(to: j, from: $0).map { text.number($0) } } }
      },
      below: { linesBelow($0, .all).map(\.text) },
      map: { node in
        let lines = linesAround(mapOf: node)
        return (lines.above.map(\.text.text), lines.below.map(\.text))
      })
  }

  /// The weight from one node to another; `nil` where there is none.
  func weight(to j: Int, from i: Int) -> Quantity? {
    symbols.topology.weight(to: j, from: i).map { .parameter(.value, $0) }
  }

  /// Which numbers stand in it.
  enum Values {
    /// What the nodes put out, too; in a page, what comes of it step by step.
    case all
    /// What is given, and what the nodes put out, for good.
    case outputs
    /// What is given: parameters, inputs and targets.
    case given
    /// Weights and biases only, as several samples have inputs and targets of their own.
    case parameters
  }

  /// Writes the picture as a file of its own.
  package func write(title: String, to output: TextOutput) {
    write(title: title, isWithinPage: false, to: output)
  }

  /// Writes the picture; within a page, the page has its style.
  func write(
    title: String, isWithinPage: Bool, _ values: Values = .all, to output: TextOutput
  ) {
    let layout = layout
    // A page goes with its picture through the steps: back, and on to the new weights.
    let isStepping =
      (isWithinPage || mark != nil) && values == .all && derivation.trace.hasTargets
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" \
      viewBox="0 0 \(layout.width.short) \(layout.height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(title.inXML)</title>
      <desc id="desc">\(description[language].inXML)</desc>
      \(isWithinPage ? "" : surface)
      """)
    let hasShades = layout.columns.indices.map { column in
      writeMaps(column, layout, values, isStepping: isStepping, to: output)
    }
    let hasNumbers = layout.columns.indices.dropFirst().map { column in
      writeEdges(into: column, layout, values, isStepping: isStepping, to: output)
    }
    for column in layout.columns.indices {
      for (grids, map) in layout.maps(column) {
        writeKernel(grids, map, isStepping ? layout : nil, to: output)
      }
      for (node, y) in layout.places(column) {
        writeNode(node, x: layout.x(column), y: y, values, to: output)
        if isStepping { writeDelta(node, x: layout.x(column), y: y, to: output) }
      }
    }
    let legends =
      (hasShades.contains(true) ? [Phrase.shadeLegend] : [])
      + (hasNumbers.contains(false) ? [.lineLegend] : [])
    writeLegends(legends, layout, to: output)
    output.write("</svg>\n")
  }

  /// Whether there are maps in it.
  private var hasMaps: Bool { symbols.topology.shape(ofLayer: -1) != nil }

  /// What it looks like.
  var style: String { hasMaps ? Self.style + Self.mapStyle : Self.style }

  /// What those are told who see nothing.
  private var description: Phrase {
    hasMaps ? .sentences([.mapDescription, .diagramDescription]) : .diagramDescription
  }

  /// What a page is to be: with the picture above the steps where that is wide and low, or with more
  /// room beside them; nothing where nodes are circles only.
  var pageKind: String? {
    hasMaps ? layout.width > 2 * layout.height ? "wide" : "half" : nil
  }

  /// What a picture by itself has that a page has already.
  private var surface: String {
    """
    <style>\(style)\(mark?.style ?? "")</style>
    <rect class="paper" width="100%" height="100%"/>

    """
  }

  private func writeNode(
    _ node: Int, x: Double, y: Double, _ values: Values, to output: TextOutput
  ) {
    let isInput = symbols.topology.layer(of: node) < 0
    let quantity: Quantity = isInput ? .input(node) : .output(node, .before)
    let symbol = symbols.symbol(for: quantity)
    let (name, nameSize) = (Wording("\(symbol)"), Self.size(symbol.text, atMost: 16))
    output.write(
      """
      <circle class="node"\(marks(of: node)) cx="\(x.short)" cy="\(y.short)" \
      r="\(DiagramLayout.radius.short)"/>
      <text class="name"\(nameSize) x="\(x.short)" y="\((y - 3).short)">\(name.inSVG)</text>

      """)
    if values == .all || values == .outputs || values == .given && isInput,
      derivation.trace[quantity] != nil
    {
      let value = text.number(quantity)
      output.write(
        "<text class=\"value\"\(Self.size(value, atMost: 14)) x=\"\(x.short)\" "
          + "y=\"\((y + 16).short)\">\(value.inXML)</text>\n")
    }
    for (n, line) in linesBelow(node, values).enumerated() {
      let below = captionHeight(y, n)
      output.write(
        "<text class=\"bias\" x=\"\(x.short)\" y=\"\(below.short)\">\(line.inSVG)</text>\n")
    }
  }

  /// The size of a text that has to go into a node: an attribute, as a page allows no styles within.
  static func size(_ text: String, atMost size: Double) -> String {
    " font-size=\"\(DiagramLayout.size(of: text, atMost: size).short)\""
  }

  /// By what a page finds a node: its name, its layer, and whether that is the last.
  func marks(of node: Int) -> String {
    let layer = symbols.topology.layer(of: node)
    let isLast = symbols.topology.outputs.contains(node)
    return Self.data("node", symbols.ids.label(of: node)) + Self.data("layer", String(layer + 1))
      + (isLast ? Self.data("last", "") : "")
  }

  static func data(_ name: String, _ value: String) -> String {
    " data-\(name)=\"\(value.inXML)\""
  }

  /// The bias of a neuron, and the target of an output.
  func linesBelow(_ node: Int, _ values: Values) -> [Wording] {
    guard symbols.topology.layer(of: node) >= 0 else { return [] }
    var told: [Quantity] = symbols.topology.bias(of: node).map { [.parameter(.value, $0)] } ?? []
    if values != .parameters { told.append(.target(node)) }
    return told.filter { derivation.trace[$0] != nil }.map {
      "\(symbols.symbol(for: $0)) = \(text.number($0))"
    }
  }
}
