internal import Derivations
internal import ScalarBackprop
internal import Texts

// What lies between maps: the window through which a cell looks at the map before. Of all windows one is
// shown; a page shows that of the current step.

extension NetworkDiagram {
  /// Writes the windows of the maps of a column; those beyond the first for a page only.
  func writeWindows(
    into column: Int, _ layout: DiagramLayout, isStepping: Bool, to output: TextOutput
  ) {
    let maps = layout.maps(column)
    guard let first = maps.first, let shown = typicalNode(of: first.map, first.column.layer) else {
      return
    }
    let isPage = isStepping && first.column.cells != .outline
    for (grids, map) in maps {
      for node in isPage ? map.nodes : map.nodes.clamped(to: shown..<shown + 1) {
        writeWindow(
          of: node, at: grids.box(of: node, in: map), in: map.grid, isFirst: node == shown,
          layout.maps(column - 1), layout, to: output)
      }
    }
  }

  /// The first node of a map whose window lies wholly within what it looks at, else the first one.
  private func typicalNode(of map: MapColumn.Map, _ l: Int) -> Int? {
    let topology = symbols.topology
    guard let size = topology.forms[l].window?.size, let before = topology.shape(ofLayer: l - 1)
    else { return nil }
    let whole = size.rows * size.columns * (topology.forms[l].seesOneMap ? 1 : before.maps)
    return map.nodes.first { topology.sources(of: $0).count == whole } ?? map.nodes.first
  }

  private func writeWindow(
    of node: Int, at cell: MapColumn.Box, in grid: MapColumn.Box, isFirst: Bool,
    _ before: [(column: MapColumn, map: MapColumn.Map)], _ layout: DiagramLayout,
    to output: TextOutput
  ) {
    let sources = symbols.topology.sources(of: node)
    let frames = before.compactMap { maps, map in
      maps.box(around: sources, in: map).map { (box: $0, edge: map.grid.right) }
    }
    // Within maps along the edges of cells, so that they run through no number.
    let lines = frames.flatMap { frame, edge in
      [(frame.y, cell.y), (frame.bottom, cell.bottom)].map { from, to in
        "M\(frame.right.short) \(from.short)H\(edge.short)L\(grid.x.short) \(to.short)"
          + "H\(cell.x.short)"
      }
    }
    let form = symbols.topology.forms[symbols.topology.layer(of: node)]
    let marks =
      Self.data("window", symbols.ids.label(of: node))
      + Self.data("from", names(ofShapesOf: sources, layout))
      + (form.hasNets ? "" : Self.data("direct", ""))
    output.write(
      """
      <g class="window\(isFirst ? " first" : "")"\(marks)>\
      <path class="seen" d="\((frames.map(\.box) + [cell]).map(\.outline).joined())"/>\
      <path d="\(lines.joined())"/></g>

      """)
  }

  /// Lines out of all the cells of a map to each circle of a column, drawn as one.
  func writeFans(into column: Int, _ layout: DiagramLayout, to output: TextOutput) {
    for (node, y) in layout.places(column) {
      let end = layout.end(column, y)
      for (_, map) in layout.maps(column - 1) {
        let ends = symbols.ids.label(of: node) + "," + mapName(of: map.nodes.lowerBound)
        output.write(
          """
          <path class="edge fan"\(Self.data("fan", ends)) \
          d="M\(map.grid.right.short) \(map.grid.y.short)L\(end.x.short) \(end.y.short)\
          L\(map.grid.right.short) \(map.grid.bottom.short)"/>

          """)
      }
    }
  }
}

extension MapColumn.Box {
  /// Its outline as part of a path.
  fileprivate var outline: String {
    "M\(x.short) \(y.short)H\(right.short)V\(bottom.short)H\(x.short)Z"
  }
}
