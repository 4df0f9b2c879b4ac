internal import Texts

// Tables that name a weight by its two ends: "from | to | old | gradient | new".

extension TableBlock {
  /// Headings of the column of the senders and of that of the receivers, side by side.
  private static let ends: [(from: String, to: String)] = [
    ("from", "to"), ("source", "target"), ("source", "destination"), ("von", "nach"),
    ("van", "naar"),
    ("de", "a"), ("de", "para"), ("de", "hacia"), ("de", "à"), ("de", "vers"), ("desde", "hasta"),
    ("da", "a"), ("od", "do"), ("от", "к"), ("из", "в"), ("从", "到"), ("起点", "终点"), ("起", "终"),
  ]

  /// The rows of a table with one column of connections where there is one for each end; the same where
  /// there is none. The first row is that of the headings.
  static func withConnections(_ rows: [[PlacedText]]) -> [[PlacedText]] {
    let heads = (rows.first ?? []).map { $0.text.lowercased() }
    for (from, to) in ends {
      guard let sender = heads.firstIndex(of: from), let receiver = heads.firstIndex(of: to),
        abs(sender - receiver) == 1, heads.count > 2
      else { continue }
      return rows.enumerated().map { n, cells in
        guard cells.count > max(sender, receiver) else { return cells }
        let name = n == 0 ? "weight" : cells[sender].text + "→" + cells[receiver].text
        return joined(cells, sender, receiver, as: name)
      }
    }
    return rows
  }

  private static func joined(
    _ cells: [PlacedText], _ a: Int, _ b: Int, as text: String
  ) -> [PlacedText] {
    var cells = cells
    cells[min(a, b)].text = text
    cells.remove(at: max(a, b))
    return cells
  }
}
