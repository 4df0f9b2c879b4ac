/// The lines of a Markdown table, whose cells are marked up already.
enum MarkdownTable {
  /// The names of the columns and the line below them; columns of words stand at the left, those of
  /// numbers at the right.
  static func opening(_ header: [String], words: Set<Int>) -> String {
    row(header) + row(header.indices.map { words.contains($0) ? ":--" : "--:" })
  }

  static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}
