internal import Texts

// Signs that people write in words, or leave to the columns of a spreadsheet.

extension LineReader {
  /// Words for an arrow between two numbers, or between a name and its new number.
  private static let becomes = [
    "becomes", "devient", "deviennent", "wird zu", "wird", "diventa", "pasa a ser", "pasa a",
    "se vuelve", "passa a ser", "passa a", "torna-se", "wordt", "变为", "变成", "更新为", "становится",
  ]

  /// A line with arrows for the words of that meaning: w5: 0.4 becomes 0.36 is w5: 0.4 → 0.36.
  static func withArrows(_ line: String) -> String {
    for word in becomes {
      guard let place = line.firstPlace(of: word), place > line.startIndex else { continue }
      let behind = String(line[place...].dropFirst(word.count)).trimmed
      let isWord = word.utf8.count == word.count
      let isApart = !isWord || line[line.index(before: place)].isWhitespace
      guard isApart, behind.startsNumber else { continue }
      return line[..<place] + "→ " + behind
    }
    return line
  }

  /// A formula in one cell and its number in the next are one chain: "E = (t - y)^2 / 2 | 0.27".
  static func withResult(_ line: String) -> String {
    guard line.contains(where: { "\t;".contains($0) }) else { return line }
    let cells = line.split { "\t;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    if cells.count == 3, !line.contains("="), cells[2].isPlainNumber, cells[1].isWorking {
      return cells.joined(separator: " = ")
    }
    guard cells.count == 2, cells[0].hasOneSign, cells[1].isPlainNumber,
      cells[0].drop(while: { $0 != "=" }).contains(where: \.isLetter)
    else { return line }
    return cells[0] + " = " + cells[1]
  }
}

extension String {
  /// Whether letters are put together here by signs or brackets, or stand there as one symbol with an index.
  fileprivate var isWorking: Bool {
    contains(where: \.isLetter) && !isPlainNumber && contains { "*/+-(_^".contains($0) }
  }
}
