internal import Texts

/// Takes a line apart.
///
/// A line is a chain of pieces with signs between them, `name = working = value`; several such chains
/// stand behind each other, with a comma, a semicolon, "and" or a blank between.
struct PartReader {
  /// Whether a text is the name of anything, so that a colon behind it is an equals sign.
  let isName: (String) -> Bool
  /// Whether it is one that says its kind by itself, as net_h1 and w5+ do and w5 does not.
  var saysItself: (String) -> Bool = { _ in false }
  /// Whether a name is that of a weight or bias.
  var isParameter: (String) -> Bool = { _ in false }

  /// The parts of a line in the one spelling.
  func parts(of line: String) -> [Part] {
    let line = withSigns(line).withTimes
    var names: [String] = []
    var parts: [Part] = []
    for segment in segments(of: line) {
      let links = links(of: segment)
      if links.count == 1, let (name, value) = nameThenValue(links[0].trimmed) {
        parts.append(Part(names: names + [name], value: value))
        names = []
        continue
      }
      if links.count == 1 {
        // A name whose value comes with the next one's, or a further number of a list.
        let text = links[0].trimmed
        if text.isEmpty { continue }
        if names.isEmpty, let last = parts.last, text.startsNumber {
          parts[parts.count - 1].value = last.value + ", " + text
        } else if let (words, number) = text.wordsThenNumber {
          // Listed, unless it is understood further on.
          parts.append(Part(names: [words], value: number))
          names = []
        } else {
          names = isName(text) ? names + [text] : []
        }
        continue
      }
      let chains = split(links)
      for chain in chains {
        guard let part = part(of: chain, after: names) else { continue }
        parts += [beforeArrow(chain), part].compactMap(\.self)
        names = []
      }
    }
    // Where nothing else stands, the line as a whole is listed.
    return parts.contains { isSigned($0, line) } ? parts : []
  }

  /// Whether a part was read by a sign, or as a name beside its number.
  private func isSigned(_ part: Part, _ line: String) -> Bool {
    part.names.last.map { name in
      isName(name) || line.contains { "=≈→←:".contains($0) }
    } ?? false
  }

  /// A name with a value right behind it, and no sign between: "fc1.bias tensor([0.1, 0.2])",
  /// "loss 1.334", "总误差0.1549".
  func nameThenValue(_ text: String) -> (String, String)? {
    for start in ["tensor(", "array(", "[", "Parameter containing:"] {
      guard let place = text.firstPlace(of: start), place != text.startIndex else { continue }
      let name = String(text[..<place]).trimmed
      let value = start.hasSuffix(":") ? text[place...].dropFirst(start.count) : text[place...]
      if isName(name), !WrittenValue(String(value)).numbers.isEmpty { return (name, String(value)) }
    }
    var text = text
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      text[open...].dropFirst().dropLast().allSatisfy({ $0.isASCIIDigit || "+-*/. ".contains($0) })
    {
      // how it was worked out
      text = String(text[..<open]).trimmed
    }
    let digits = text.reversed().prefix { $0.isASCIIDigit || $0 == "." || $0 == "-" }
    let value = String(digits.reversed())
    guard value.contains("."), value.isPlainNumber else { return nil }
    let name = String(text.dropLast(value.count))
    let isApart = name.last?.isWhitespace ?? false || name.unicodeScalars.last?.value ?? 0 > 0x2E80
    return isApart && isName(name.trimmed) ? (name.trimmed, value) : nil
  }

  func part(of chain: [Link], after names: [String]) -> Part? {
    guard chain.count > 1, let last = chain.last else { return nil }
    // What a program did, and did not show.
    if chain.count > 2, last.sign == "=", last.text.trimmed.isEmpty {
      return part(of: Array(chain.dropLast()), after: names)
    }
    // A colon with nothing behind it ends a heading.
    if chain.count == 2, last.sign == ":", last.text.trimmed.isEmpty { return nil }
    let isWorkedOut = chain.count > 2 && chain[chain.count - 2].text.changes
    let name = withoutWords(chain[0].text.trimmed, isWorkedOut: isWorkedOut)
    var part = Part(
      names: names + [name], working: chain.dropFirst().dropLast().map(\.text.trimmed),
      value: last.text.trimmed)
    part.isAssigned = chain.contains { $0.sign == "←" }
    guard last.sign == "→", WrittenValue.bare(part.value).isPlainNumber else { return part }
    if let before = part.working.last.map(WrittenValue.bare), before.isPlainNumber {
      part.working.removeLast()
      part.old = before
    } else if part.working.isEmpty, let blank = name.lastIndex(where: \.isWhitespace),
      case let old = String(name[blank...]).trimmed, old.isPlainNumber
    {
      // y_1 0.518 → 0.473
      part.old = old
      part.names[part.names.count - 1] = withoutWords(String(name[..<blank]).trimmed)
    }
    return part
  }

  /// A number that an arrow leads on from to another one: "w5: 0.14 * 0.59 = 0.08 → 0.4 − 0.04 = 0.36" has
  /// two, and nothing says what the first is.
  private func beforeArrow(_ chain: [Link]) -> Part? {
    guard let arrow = chain.indices.dropFirst(3).first(where: { chain[$0].sign == "→" }),
      arrow < chain.count - 1, chain[arrow - 1].sign == "=", chain[arrow - 1].trimmed.isPlainNumber
    else { return nil }
    let name = chain[..<(arrow - 1)].map(\.trimmed).joined(separator: " = ")
    return Part(names: [name], value: chain[arrow - 1].trimmed)
  }

  // MARK: Pieces

  /// A piece, with the sign before it.
  struct Link: Hashable {
    var sign: Character?
    var text: String
    var trimmed: String { text.trimmed }
  }

  /// The pieces of a segment between its signs.
  func links(of segment: String) -> [Link] {
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

  func isSign(
    _ character: Character, at n: Int, in all: [Character], after text: String
  ) -> Bool {
    switch character {
    case "=": return !(n > 0 && "<>!".contains(all[n - 1]))
    case "→" where isConnection(text, all[(n + 1)...]): return false
    case "≈", "→", "←": return true
    case ":":
      // A heading, a time, or a number of its own.
      if let (_, name) = text.numberThenName, isName(name) { return true }
      return !all[(n + 1)...].contains("=") && isName(text.trimmed)
        || all[(n + 1)...].contains("=") && isName(text.trimmed) && text.contains { $0.isLetter }
    default: return false
    }
  }

  /// Whether an arrow stands between two nodes, and is no sign: x1→h1 = 0.3.
  private func isConnection(_ before: String, _ behind: ArraySlice<Character>) -> Bool {
    guard let end = behind.firstIndex(where: { "=:≈→←".contains($0) }) else { return false }
    let nodes = [before.trimmed, String(behind[..<end]).trimmed]
    return nodes.allSatisfy { !$0.isEmpty && $0.count < 12 } && isName(nodes.joined(separator: "→"))
  }

  /// Chains that stand behind each other with nothing but a blank between: 0.3775 net_h2.
  func split(_ links: [Link]) -> [[Link]] {
    var chains: [[Link]] = [[links[0]]]
    for (n, link) in links.enumerated().dropFirst() {
      let isLast = n == links.count - 1
      if !isLast, link.sign == "→", links[n - 1].trimmed.isPlainNumber, isName(link.trimmed) {
        // z = 0 → ŷ = 0.5
        chains.append([Link(sign: nil, text: link.text)])
      } else if !isLast, let (number, name) = link.text.numberThenName,
        !number.contains("/"), !name.hasSuffix("^2"), !name.hasSuffix("²"),
        isName(withoutWords(name)) || name.isProse
          || links[n + 1].sign == "=" && (name.startsWithWord || link.text.holdsWideGap)
      {
        chains[chains.count - 1].append(Link(sign: link.sign, text: number))
        chains.append([Link(sign: nil, text: name)])
      } else {
        chains[chains.count - 1].append(link)
      }
    }
    return chains
  }
}
