internal import Derivations
internal import Phrases
internal import ScalarBackprop

// Maps as the grids they are.

extension Composer {
  func form(_ block: Block) -> LayerForm { trace.network.layers[block.layer].form }

  /// How the nodes lie that a block of a layer is about; `nil` where they lie in no maps.
  func mapShape(of block: Block) -> MapShape? {
    switch block.kind {
    case .nets, .outputs, .sums, .scaledSums, .deltas, .errors:
      symbols.topology.shape(ofLayer: block.layer)
    case .inputs, .targets, .parameters, .products, .outputLosses, .loss, .backs, .slopes,
      .jacobian:
      nil
    }
  }

  /// The inputs of a sample, where they lie in maps: as grids in place of a list.
  mutating func tellInputGrids(_ sample: Int?) {
    guard let shape = trace.network.inputShape else { return }
    let inputs = symbols.topology.inputs
    let cells = (0..<shape.count).map { n in
      DocumentTable.Cell.value(
        numbers.number(.input(inputs.lowerBound + n), sample: sample), of: .input(n))
    }
    tell(shape, .inputGrid, cells)
  }

  /// What a section of maps has come to: the outputs, or the error terms, where they lie.
  mutating func tellGrids(of block: Block) {
    guard let shape = mapShape(of: block), block.count == shape.count, shape.count > 1 else {
      return
    }
    let name: Phrase =
      switch block.phase {
      case .forward: .outputGrid
      case .backward: form(block).hasNets ? .deltaGrid : .errorGrid
      case .given, .error, .update, .after: .outputGrid
      }
    let cells = (0..<shape.count).map { n in
      DocumentTable.Cell.text(
        numbers.number(trace.quantity(n, of: block), sample: trace.isBatch ? block.sample : nil))
    }
    tell(shape, name, cells)
  }

  private mutating func tell(
    _ shape: MapShape, _ name: Phrase, _ cells: [DocumentTable.Cell]
  ) {
    for map in 0..<shape.maps {
      let own = shape.maps > 1 ? name.followed(by: .mapNumber(map + 1), between: .comma) : name
      var table = DocumentTable(
        header: [own[language]] + (1...shape.columns).map(String.init), words: [0])
      for row in 0..<(shape.rows ?? 1) {
        let first = map * shape.mapSize + row * shape.columns
        table.rows.append(
          [.text(shape.rows == nil ? "" : String(row + 1))]
            + cells[first..<first + shape.columns])
      }
      writer.table(table)
    }
  }
}
