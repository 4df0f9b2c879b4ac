internal import Texts

/// One answer of a line, as it stands there: a name, what was worked out on the way, and the end.
struct Part: Hashable {
  /// The names that the value belongs to, in order; most parts have one.
  var names: [String]
  /// What stands between the name and the value, piece by piece.
  var working: [String] = []
  /// What stands last.
  var value: String
  /// What stood before an arrow between two plain numbers.
  var old: String?
}

/// Takes a line apart.
///
/// A line is a chain of pieces with signs between them, `name = working = value`; several such chains
/// stand behind each other, with a comma, a semicolon, "and" or a blank between.
struct PartReader {
  /// Whether a text is the name of anything, so that a colon behind it is an equals sign.
  let isName: (String) -> Bool

  /// The parts of a line in the one spelling.
  func parts(of line: String) -> [Part] {
    var names: [String] = []
    var parts: [Part] = []
    for segment in segments(of: line) {
      let links = links(of: segment)
      if links.count == 1 {
        // A name whose value comes with the next one's, or a further number of a list.
        let text = links[0].trimmed
        if text.isEmpty { continue }
        if names.isEmpty, let last = parts.last, text.startsNumber {
          parts[parts.count - 1].value = last.value + ", " + text
        } else {
          names.append(text)
        }
        continue
      }
      let chains = split(links)
      for chain in chains {
        guard let part = part(of: chain, after: names) else { continue }
        parts.append(part)
        names = []
      }
    }
    return parts
  }

  private func part(of chain: [Link], after names: [String]) -> Part? {
    guard chain.count > 1, let last = chain.last else { return nil }
    let name = withoutWords(chain[0].text.trimmed)
    var part = Part(
      names: names + [name], working: chain.dropFirst().dropLast().map(\.text.trimmed),
      value: last.text.trimmed)
    if last.sign == "→", let before = part.working.last, before.isPlainNumber,
      part.value.isPlainNumber
    {
      part.old = part.working.removeLast()
    } else if last.sign == "→", chain.count == 2, name.hasSuffix(")") == false {
      return part
    }
    return part
  }

  /// A name without the words before it: "So out h1" is out h1.
  private func withoutWords(_ text: String) -> String {
    guard !isName(text) else { return text }
    var words = text.split(whereSeparator: \.isWhitespace)
    for _ in 0..<5 where words.count > 1 && words[0].allSatisfy({ $0.isLetter || $0 == "," }) {
      words.removeFirst()
      let rest = words.joined(separator: " ")
      if isName(rest) { return rest }
    }
    return text
  }

  // MARK: Pieces

  /// A piece, with the sign before it.
  struct Link: Hashable {
    var sign: Character?
    var text: String
    var trimmed: String { text.trimmed }
  }

  /// The pieces of a segment between its signs.
  private func links(of segment: String) -> [Link] {
    var links: [Link] = []
    var text = ""
    var sign: Character?
    var depth = 0
    let characters = Array(segment)
    for (n, character) in characters.enumerated() {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, isSign(character, at: n, in: characters, after: text) {
        links.append(Link(sign: sign, text: text))
        (text, sign) = ("", character)
      } else {
        text.append(character)
      }
    }
    links.append(Link(sign: sign, text: text))
    return links
  }

  private func isSign(
    _ character: Character, at n: Int, in all: [Character], after text: String
  ) -> Bool {
    switch character {
    case "=": return !(n > 0 && "<>!".contains(all[n - 1]))
    case "≈", "→", "←": return true
    case ":":
      // A heading, a time, or a number of its own.
      return !all[(n + 1)...].contains("=") && isName(text.trimmed)
        || all[(n + 1)...].contains("=") && isName(text.trimmed) && text.contains { $0.isLetter }
    default: return false
    }
  }

  /// Chains that stand behind each other with nothing but a blank between: 0.3775 net_h2.
  private func split(_ links: [Link]) -> [[Link]] {
    var chains: [[Link]] = [[links[0]]]
    for (n, link) in links.enumerated().dropFirst() {
      let isLast = n == links.count - 1
      if !isLast, let (number, name) = link.text.numberThenName, isName(name) {
        chains[chains.count - 1].append(Link(sign: link.sign, text: number))
        chains.append([Link(sign: nil, text: name)])
      } else {
        chains[chains.count - 1].append(link)
      }
    }
    return chains
  }

  // MARK: Segments

  /// The parts of a line between separators that stand in no brackets.
  private func segments(of line: String) -> [String] {
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
    return (segments + [text]).map(heading)
  }

  private func separator(at n: Int, in all: [Character]) -> Int? {
    switch all[n] {
    case ";": return 1
    case ",":
      guard n + 1 < all.count, !all[n + 1].isWhitespace else { return 1 }
      // A decimal comma has a digit on both sides; one inside a name has no sign before it.
      return !all[n + 1].isWholeNumber && all[..<n].contains { "=≈→".contains($0) } ? 1 : nil
    case " ":
      return all[n...].starts(with: " and ") ? 5 : all[n...].starts(with: " und ") ? 5 : nil
    default: return nil
    }
  }

  /// A segment without the heading before its colon.
  private func heading(_ segment: String) -> String {
    guard let colon = segment.firstIndex(of: ":") else { return segment }
    let before = String(segment[..<colon]).trimmed
    let behind = segment[segment.index(after: colon)...]
    let isHeading = !isName(before) && before.contains { $0.isLetter } && !before.contains("=")
    return isHeading ? String(behind) : segment
  }
}

extension String {
  /// Whether a number begins here.
  var startsNumber: Bool {
    let text = trimmed
    guard let first = text.first else { return false }
    if first.isASCIIDigit { return true }
    guard "+-.".contains(first) else { return false }
    return text.dropFirst().first.map { $0.isASCIIDigit || $0 == "." } ?? false
  }

  var isPlainNumber: Bool { (try? WrittenNumber(self)) != nil }

  /// A number and, behind a blank, a name.
  fileprivate var numberThenName: (String, String)? {
    let text = trimmed
    guard startsNumber, let blank = text.firstIndex(where: \.isWhitespace) else { return nil }
    let (number, name) = (String(text[..<blank]), String(text[blank...]).trimmed)
    return number.isPlainNumber && name.first.map { !$0.isASCIIDigit } ?? false
      ? (number, name) : nil
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
