internal import Texts

// The parts of a line between commas, semicolons, "and" and strokes.

extension PartReader {
  /// The parts of a line between separators that stand in no brackets.
  func segments(of line: String) -> [String] {
    var segments: [String] = []
    var text = ""
    var depth = 0
    let characters = Array(line)
    var n = 0
    while n < characters.count {
      let character = characters[n]
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, let width = separator(at: n, in: characters) {
        segments.append(text)
        text = ""
        n += width
      } else {
        text.append(character)
        n += 1
      }
    }
    return (segments + [text]).enumerated().map { $0 == 0 ? $1 : heading($1) }
  }

  /// Whether a comma stands within the name of a bias whose node has two digits: w_46,b.
  private func isBeforeBias(_ n: Int, in all: [Character]) -> Bool {
    let label = all[..<n].reversed().prefix(while: \.isWholeNumber)
    guard !label.isEmpty, label.count < n, all[n - label.count - 1] == "_", all[n + 1] == "b" else {
      return false
    }
    guard n + 2 < all.count else { return true }
    return !all[n + 2].isLetter && !all[n + 2].isNumber && all[n + 2] != "_"
  }

  func separator(at n: Int, in all: [Character]) -> Int? {
    switch all[n] {
    case ";": return 1
    case ".":
      // The end of a sentence.
      guard n > 0, n + 1 < all.count, all[n + 1].isWhitespace else { return nil }
      let next = all[(n + 1)...].first { !$0.isWhitespace }
      let isEnd = all[n - 1].isNumber || ")]}".contains(all[n - 1])
      return isEnd && next.map { $0.isLetter } ?? false
        || next.map { $0.isUppercase || $0.unicodeScalars.first!.value > 0x2E80 } ?? false ? 1 : nil
    case ",":
      guard n + 1 < all.count, !all[n + 1].isWhitespace else { return 1 }
      if isBeforeBias(n, in: all) { return nil }
      // A decimal comma has a digit on both sides; one inside a name has no sign before it.
      return !all[n + 1].isWholeNumber && all[..<n].contains { "=≈→".contains($0) } ? 1 : nil
    case " ":
      return all[n...].starts(with: " and ") || all[n...].starts(with: " und ")
        ? 5 : isBar(at: n, in: all) ? 3 : nil
    default: return nil
    }
  }

  /// Whether a stroke between blanks stands between two answers: "w1 = 0.1 / w2 = 0.4".
  private func isBar(at n: Int, in all: [Character]) -> Bool {
    guard n > 0, all[n...].starts(with: " / "), all[n - 1].isASCIIDigit || all[n - 1] == ")",
      all[..<n].contains("=")
    else { return false }
    let behind = all[(n + 3)...]
    guard let sign = behind.firstIndex(where: { "=:≈/,;".contains($0) }),
      "=:≈".contains(all[sign])
    else { return false }
    let name = String(behind[..<sign]).trimmed
    guard name.first.map({ $0.isLetter || $0 == "∂" }) ?? false,
      !name.contains(where: { "(*+".contains($0) })
    else { return false }
    return isName(withoutWords(name)) || name.contains { $0.isWhitespace } || all[sign] == ":"
  }

  /// A segment without the heading before its colon.
  func heading(_ segment: String) -> String {
    guard let colon = segment.firstIndex(of: ":") else { return segment }
    let before = String(segment[..<colon]).trimmed
    let behind = segment[segment.index(after: colon)...]
    let isHeading = !isName(before) && before.contains { $0.isLetter } && !before.contains("=")
    return isHeading ? String(behind) : segment
  }
}
