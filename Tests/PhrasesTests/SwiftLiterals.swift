/// The texts in quotes of a Swift file; what is put into them, `\(…)`, is left out.
struct SwiftLiterals {
  /// Every literal with its line, counted from 1, and whether it is said by a phrase.
  private(set) var found: [(text: String, line: Int, isInPhrase: Bool)] = []
  private var rest: Substring
  private var line = 1
  /// How many brackets are open, and at what depth each phrase began.
  private var depth = 0
  private var phrases: [Int] = []

  init(of source: String) {
    rest = source[...]
    readCode(within: false)
  }

  /// What stands in place of what is put in.
  static let placeholder: Character = "\u{FFFC}"

  private mutating func next() -> Character? {
    guard let character = rest.popFirst() else { return nil }
    if character == "\n" { line += 1 }
    return character
  }

  /// Reads to the end, or, within a literal, to the bracket that closes what is put in.
  private mutating func readCode(within isPutIn: Bool) {
    let outer = depth
    while !rest.isEmpty {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("Phrase(") {
        rest.removeFirst("Phrase".count)
        phrases.append(depth)
      } else if rest.hasPrefix("\"") {
        readLiteral()
      } else if let character = next() {
        if character == "(" { depth += 1 }
        guard character == ")" else { continue }
        if isPutIn, depth == outer { return }
        depth -= 1
        if phrases.last == depth { phrases.removeLast() }
      }
    }
  }

  private mutating func readLiteral() {
    let start = line
    let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    rest.removeFirst(quote.count)
    var text = ""
    let isInPhrase = !phrases.isEmpty
    while !rest.isEmpty, !rest.hasPrefix(quote) {
      if rest.hasPrefix("\\(") {
        rest.removeFirst(2)
        readCode(within: true)
        text.append(SwiftLiterals.placeholder)
      } else if rest.hasPrefix("\\") {
        rest.removeFirst()
        if let escaped = next() { text.append(escaped == "n" ? "\n" : escaped) }
      } else if let character = next() {
        text.append(character)
      }
    }
    rest.removeFirst(min(quote.count, rest.count))
    found.append((text, start, isInPhrase))
  }
}
