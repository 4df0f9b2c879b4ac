internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What stands in a picture in characters: the nodes for which there is room, and their texts.

extension NetworkSketch {
  /// No layer is longer than this, however high the window: what is in the middle of many nodes is the
  /// same once more.
  private static let mostRows = 9

  /// More marked nodes of maps are not named: the layer is marked.
  private static let mostNamed = 3

  /// The nodes of a layer that are shown, `nil` where some are left out between them; of maps, only those
  /// that are named.
  func nodes(ofLayer l: Int, _ marking: Set<Int>, _ height: Int) -> [Int?] {
    let nodes = symbols.topology.nodes(ofLayer: l)
    if symbols.topology.shape(ofLayer: l) != nil {
      let marked = nodes.filter(marking.contains)
      return marked.count > Self.mostNamed ? [] : marked.prefix(max(1, height - 1)).map(\.self)
    }
    return Self.nodes(nodes, marking, rows: min(height, Self.mostRows))
  }

  /// As many nodes as there are rows for: first those that are marked, then the first and the last one,
  /// then the others in turn. `nil` stands where some are left out; of fewer than three rows it takes none.
  static func nodes(_ nodes: Range<Int>, _ marking: Set<Int>, rows: Int) -> [Int?] {
    guard let first = nodes.first, let last = nodes.last else { return [] }
    func placed(_ shown: Set<Int>) -> [Int?] {
      var result: [Int?] = []
      var next = first
      for node in shown.sorted() {
        if node > next { result.append(nil) }
        result.append(node)
        next = node + 1
      }
      return next <= last ? result + [nil] : result
    }
    func rowCount(_ shown: Set<Int>) -> Int {
      rows < 3 ? shown.count : placed(shown).count
    }
    var shown: Set<Int> = []
    for node in nodes.filter(marking.contains) + [first, last] + Array(nodes) {
      guard shown.count < rows else { break }
      let more = shown.union([node])
      if shown.isEmpty || rowCount(more) <= rows { shown = more }
    }
    let result = placed(shown)
    return result.count <= max(rows, 1) ? result : result.filter { $0 != nil }
  }

  /// The layers as columns, inputs first.
  func columns(
    _ chosen: [[Int?]], _ marking: Set<Int>, _ values: Values, _ look: Look, _ pen: TerminalPen
  ) -> [SketchColumn] {
    chosen.enumerated().map { n, nodes in
      var column = column(n - 1, nodes, marking, values, look, pen)
      // Of maps any node may be named, and the last one has the longest name.
      let last = symbols.topology.nodes(ofLayer: n - 1).upperBound - 1
      let isMap = symbols.topology.shape(ofLayer: n - 1) != nil
      for expected in expected {
        let later = self.column(
          n - 1, isMap ? [last] : nodes, isMap ? [last] : marking, expected, look, pen)
        column.leastWidth = max(column.leastWidth, later.width(pen))
        column.leastTarget = max(column.leastTarget, later.targetWidth(pen))
      }
      return column
    }
  }

  /// A layer as a column.
  private func column(
    _ l: Int, _ chosen: [Int?], _ marking: Set<Int>, _ values: Values, _ look: Look,
    _ pen: TerminalPen
  ) -> SketchColumn {
    let cells = chosen.map { node in
      node.map { cell($0, isMarked: marking.contains($0), values, look) } ?? .gap
    }
    guard let shape = symbols.topology.shape(ofLayer: l) else {
      var cells = cells
      let isWhole = chosen.count == symbols.topology.nodes(ofLayer: l).count
      if !isWhole, !chosen.contains(nil) { cells[cells.count - 1].value += " ⋮" }
      return SketchColumn(cells: cells)
    }
    let words = look.numbers == .all ? Phrase.maps(shape)[pen.style.language] : shape.product
    let nodes = symbols.topology.nodes(ofLayer: l)
    let isMarked = chosen.isEmpty && nodes.contains(where: marking.contains)
    return SketchColumn(
      map: SketchColumn.Cell(symbol: words, isMarked: isMarked, isWords: true), marked: cells)
  }

  /// A node with its number, and behind it its target.
  private func cell(_ node: Int, isMarked: Bool, _ values: Values, _ look: Look)
    -> SketchColumn.Cell
  {
    let isInput = symbols.topology.layer(of: node) < 0
    let after = Quantity.output(node, .after)
    // What an input puts out is the same before and after.
    let quantity: Quantity =
      isInput ? .input(node) : values.includes(after) ? after : .output(node, .before)
    var cell = SketchColumn.Cell(symbol: symbols.symbol(for: quantity).text, isMarked: isMarked)
    switch look.numbers {
    case .all, .ofNodes: break
    case .ofMarked: guard isMarked else { return cell }
    case .none: return cell
    }
    cell.value = number(quantity, values)
    let delta = Quantity.delta(node)
    if !isInput, !number(delta, values).isEmpty {
      cell.below = (symbols.symbol(for: delta).text, number(delta, values))
    }
    let target = Quantity.target(node)
    if look.numbers == .all, symbols.topology.outputs.contains(node),
      !number(target, values).isEmpty
    {
      cell.target = symbols.symbol(for: target).text + number(target, values)
    }
    return cell
  }

  /// " = 0.5"; nothing where it is not known.
  private func number(_ quantity: Quantity, _ values: Values) -> String {
    guard values.includes(quantity), derivation.trace[quantity, sample] != nil else { return "" }
    return " = " + text.number(quantity, sample: sample)
  }
}

extension MapShape {
  /// The same as `Phrase.maps` without words: 2 × (3 × 3).
  fileprivate var product: String { maps == 1 ? text : "\(maps) × (\(text))" }
}
