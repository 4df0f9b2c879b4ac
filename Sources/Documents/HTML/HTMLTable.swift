/// The parts of a table of a page, whose cells are marked up already. A wide one scrolls by itself.
enum HTMLTable {
  /// A cell: what stands in it, what sort of cell it is, and which quantity it shows.
  struct Cell {
    var content: String
    var kind = ""
    var quantity: String?
  }

  static func opening(_ header: [String], words: Set<Int>, kind: String = "") -> String {
    let names = header.enumerated().map { column, name in
      "<th scope=\"col\"\(attribute("class", words.contains(column) ? "word" : ""))>\(name)</th>"
    }
    let table = "<table\(attribute("class", kind))>"
    return "<div class=\"scroll\">\(table)\n<thead><tr>\(names.joined())</tr></thead>\n<tbody>\n"
  }

  static func row(_ cells: [Cell]) -> String {
    let parts = cells.map { cell in
      let attributes = attribute("class", cell.kind) + attribute("data-id", cell.quantity ?? "")
      return "<td\(attributes)>\(cell.content)</td>"
    }
    return "<tr>\(parts.joined())</tr>\n"
  }

  static let closing = "</tbody>\n</table></div>\n"

  private static func attribute(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " \(name)=\"\(value.inXML)\""
  }
}
