internal import Texts

// Grids of numbered rows and columns, as worksheets have them for maps and kernels: what a cell is of, the
// id in the corner says together with its row and its column.

extension SheetReader {
  /// The answers of a row of a grid; `nil` where the corner holds no id that goes on with such numbers.
  func entries(
    ofGrid row: SheetText.Row, _ line: Int, in sheet: SheetText
  ) -> [Entry]? {
    guard let corner = row.cells.first, let id = corner.heading.idInCorner else { return nil }
    // In one dimension there is one row, which has no number.
    let own = corner.text.unquoted.text
    let cells = row.cells.dropFirst().compactMap { heading, cell in
      name(of: id, at: (own.isEmpty ? [] : [own]) + [heading]).map { (name: $0, cell: cell) }
    }
    guard !cells.isEmpty else { return nil }
    return cells.filter { $0.cell.text.isFilled }.map { name, cell in
      var entry = entry(name, cell.text, line: line, 0, nil)
      let place = sheet.position(of: cell.offset)
      (entry.line, entry.column) = (place.line, place.column)
      return entry
    }
  }

  /// The id of a cell: net[c1.2.3] at 2 and 3 of net[c1], grad.w[c1,2,3] of grad.w[c1].
  private func name(of id: String, at numbers: [String]) -> String? {
    guard numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    return [".", ","].lazy.map { separator in
      id.dropLast() + numbers.map { separator + $0 }.joined() + "]"
    }.first(where: names.isID)
  }
}

extension String {
  /// The id of a map or a kernel among what stands in a grid's corner: net[c1].
  fileprivate var idInCorner: String? {
    split { "` ".contains($0) }.first { $0.hasSuffix("]") && $0.contains("[") }.map(String.init)
  }
}
