internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Cells of a map, and of a kernel, which stand as the grids they are.

extension Worksheet {
  /// Cells that are told together.
  enum Group {
    /// Below each other.
    case list([Cell])
    /// As rows and columns.
    case grid(Grid)
  }

  /// All cells of one kind of a map, or of a kernel.
  struct Grid {
    /// What the ids of the cells have in common: net[c1], grad.w[c1.2,3].
    var id: String
    /// The symbol of any of them.
    var symbol: Symbol
    /// Which map or kernel of several it is, to be said behind the symbol.
    var which: [Phrase]
    var rows: [[Cell]]
    /// In one dimension the only row has no number.
    var isLine: Bool

    var columns: Int { rows[0].count }
    /// The cells' own numbers: ①–⑯.
    var numbers: String {
      let (first, last) = (rows[0][0].number, rows[rows.count - 1][columns - 1].number)
      return "\(first.circled)–\(last.circled)"
    }

    /// The number of a row, counted from 0.
    func label(_ row: Int) -> String { isLine ? "" : String(row + 1) }
  }

  /// Wider grids do not go on paper, and stand as lists.
  private static let mostColumns = 8

  /// The cells of a section as they are told; where formulas stand beside them, all below each other.
  func groups(_ section: Section) -> [Group] {
    var groups: [Group] = []
    var rest = section.cells[...]
    while let first = rest.first {
      if !showsFormulas, let grid = grid(rest) {
        groups.append(.grid(grid))
        rest = rest.dropFirst(grid.rows.count * grid.columns)
        continue
      }
      if case .list(let cells)? = groups.last {
        groups[groups.count - 1] = .list(cells + [first])
      } else {
        groups.append(.list([first]))
      }
      rest = rest.dropFirst()
    }
    return groups
  }

  /// The grid that some cells begin with; `nil` where they begin with none.
  private func grid(_ cells: ArraySlice<Cell>) -> Grid? {
    guard let first = cells.first?.line.step.quantity, let shape = shape(beginningWith: first),
      shape.columns <= Worksheet.mostColumns, shape.mapSize > 1
    else { return nil }
    let own = cells.prefix(shape.mapSize)
    guard own.count == shape.mapSize,
      own.enumerated().allSatisfy({ $1.line.step.quantity == first.moved(by: $0) }),
      let symbol = symbols.symbol(ofAnyLike: first)
    else { return nil }
    return Grid(
      id: symbols.id(of: first).withoutPlaces(shape.rows == nil ? 1 : 2), symbol: symbol,
      which: which(first),
      rows: stride(from: 0, to: own.count, by: shape.columns).map {
        Array(own.dropFirst($0).prefix(shape.columns))
      }, isLine: shape.rows == nil)
  }

  /// The map of several that a quantity is of, or, of a weight, that it leads to, and the channel.
  private func which(_ quantity: Quantity) -> [Phrase] {
    let topology = symbols.topology
    func map(_ n: Int, _ l: Int) -> [Phrase] {
      topology.shape(ofLayer: l).map { $0.maps > 1 ? [.mapNumber(n + 1)] : [] } ?? []
    }
    if case .parameter(_, .shared(_, let l, let n)) = quantity,
      let place = topology.kernelPlace(n, ofLayer: l)
    {
      return map(place.map, l) + (place.channel.map { [.channelNumber($0 + 1)] } ?? [])
    }
    guard let node = quantity.cell, case let l = topology.layer(of: node),
      let shape = topology.shape(ofLayer: l)
    else { return [] }
    return map(shape.place(of: node - topology.nodes(ofLayer: l).lowerBound).map, l)
  }

  /// What is said behind the symbol of a grid.
  func suffix(_ grid: Grid) -> String {
    grid.which.map { Phrase.comma[language] + $0[language] }.joined()
  }

  /// The shape of the map or kernel whose first cell a quantity is of.
  private func shape(beginningWith quantity: Quantity) -> MapShape? {
    let topology = symbols.topology
    if let node = quantity.cell {
      let l = topology.layer(of: node)
      guard let shape = topology.shape(ofLayer: l),
        (node - topology.nodes(ofLayer: l).lowerBound).isMultiple(of: shape.mapSize)
      else { return nil }
      return MapShape(rows: shape.rows, columns: shape.columns)
    }
    guard case .parameter(_, .shared(.weights, let l, let n)) = quantity,
      let place = topology.kernelPlace(n, ofLayer: l), place.row ?? 0 == 0, place.column == 0,
      let size = topology.forms[l].window?.size
    else { return nil }
    return MapShape(rows: place.row == nil ? nil : size.rows, columns: size.columns)
  }
}

extension Quantity {
  /// The node that it is of, where it is of one alone and is worked out.
  fileprivate var cell: Int? {
    switch self {
    case .sum(let j, _), .scaledSum(let j, _), .net(let j, _), .output(let j, _), .error(let j),
      .slope(let j), .delta(let j):
      j
    case .input, .target, .parameter, .product, .outputLoss, .loss, .back, .jacobian: nil
    }
  }

  /// The same of the node, or of the weight, so many places further on.
  fileprivate func moved(by count: Int) -> Quantity {
    guard case .parameter(let role, .shared(let part, let l, let n)) = self else {
      return map { $0 + count }
    }
    return .parameter(role, .shared(part, layer: l, n + count))
  }
}

extension Symbols {
  /// The symbol of a quantity of any node like its own; `nil` where it is of no layer.
  fileprivate func symbol(ofAnyLike quantity: Quantity) -> Symbol? {
    if case .parameter(let role, .shared(let part, let l, let n)) = quantity {
      return symbol(for: .parameter(role, .shared(part, layer: l, n)), layer: l)
    }
    return quantity.cell.map { node in
      symbol(for: quantity.map { _ in .j }, layer: topology.layer(of: node))
    }
  }
}

extension String {
  /// An id without so many numbers at its end: net[c1] of net[c1.2.3].
  fileprivate func withoutPlaces(_ count: Int) -> String {
    var text = dropLast()
    for _ in 0..<count {
      if let last = text.lastIndex(where: { ".,".contains($0) }) { text = text[..<last] }
    }
    return text + "]"
  }
}
