/// Numbers below each other.
enum NumberColumn {
  /// Numbers with spaces before them, so that their points, or the places of their points, are in
  /// line.
  static func aligned(_ cells: [String]) -> [String] {
    let heads = cells.map { $0.prefix { $0 != "." && $0 != "e" }.count }
    let widest = zip(cells, heads).filter { isNumber($0.0) }.map(\.1).max() ?? 0
    let shifted = zip(cells, heads).map { cell, head in
      isNumber(cell) ? String(repeating: " ", count: widest - head) + cell : cell
    }
    return shifted
  }

  private static func isNumber(_ cell: String) -> Bool {
    cell.unicodeScalars.contains { ("0"..."9").contains($0) || $0 == "∞" }
  }
}
