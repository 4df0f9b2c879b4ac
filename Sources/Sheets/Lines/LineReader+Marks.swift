internal import Texts

// What counts lines, comments on them, and what programs write around numbers.

extension LineReader {
  /// The number of a cell, where nothing but that and its answer stands there: ① 0.3775, (12) = 0.59.
  static func cell(_ line: String) -> (number: Int, value: String)? {
    var rest = Substring(line.trimmed)
    var number: Int?
    if let first = rest.unicodeScalars.first {
      for (start, range) in [(1, 0x2460...0x2473), (21, 0x3251...0x325F), (36, 0x32B1...0x32BF)]
      where range.contains(Int(first.value)) {
        number = start + Int(first.value) - range.lowerBound
        rest = rest.dropFirst()
      }
    }
    if number == nil {
      rest = rest.drop { $0 == "(" }
      let digits = rest.prefix { $0.isASCIIDigit }
      rest = rest.dropFirst(digits.count)
      guard (1...4).contains(digits.count), rest.first == ")" else { return nil }
      (number, rest) = (Int(digits), rest.dropFirst())
    }
    let sign = String(rest).trimmed
    let value = "=:≈".contains(sign.first ?? " ") ? String(sign.dropFirst()).trimmed : sign
    return number.flatMap { value.isNumberOrComma ? ($0, value) : nil }
  }

  static func withoutNumbering(_ line: String) -> String {
    var rest = Substring(line.trimmed)
    for mark in ["=", "-", "*", "~", "_"] where rest.hasPrefix(mark + mark) {
      rest = Substring(String(rest.drop { String($0) == mark }).trimmed)
      while rest.hasSuffix(mark) { rest = rest.dropLast() }
    }
    for _ in 0..<3 {
      let before = rest
      if let first = rest.first, "-•▪◦*>#&".contains(first),
        rest.dropFirst().first.map({ $0.isWhitespace || $0 == "#" }) ?? false
      {
        rest = rest.dropFirst()
      }
      rest = rest.drop(while: \.isWhitespace)
      if let first = rest.unicodeScalars.first, ("\u{2460}"..."\u{2473}").contains(first),
        !String(rest.dropFirst()).startsNumber
      {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
      }
      let digits = rest.drop { $0 == "(" }.prefix { $0.isASCIIDigit }
      if (1...3).contains(digits.count) {
        let behind = rest.drop { $0 == "(" }.dropFirst(digits.count)
        let isInBrackets =
          rest.hasPrefix("(") && behind.hasPrefix(")") && digits.count == 1
          && behind.dropFirst().first?.isLetter ?? false
        if let mark = behind.first, ".)".contains(mark),
          behind.dropFirst().first?.isWhitespace ?? false || isInBrackets
        {
          rest = behind.dropFirst().drop(while: \.isWhitespace)
        }
      }
      rest = withoutSection(rest)
      if before == rest { break }
    }
    while rest.hasSuffix("\\\\") { rest = rest.dropLast(2) }
    return String(rest).trimmed
  }

  /// A heading without its section's number: 4.1, 5.3.2.
  private static func withoutSection(_ text: Substring) -> Substring {
    let start = text.first == "§" ? text.dropFirst() : text
    let number = start.prefix { $0.isASCIIDigit || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let behind = start.dropFirst(number.count)
    guard parts.count > 1, parts.allSatisfy({ (1...2).contains($0.count) && $0.first != "0" }),
      behind.first?.isWhitespace ?? false,
      behind.drop(while: \.isWhitespace).first?.isLetter ?? false
    else { return text }
    return behind.drop(while: \.isWhitespace)
  }

  /// A line without a comment of a program behind it, or words behind an arrow.
  static func withoutComment(_ line: String) -> String {
    var line = line
    for sign in [" #", " //", "\t#", " ←"] {
      guard let place = line.firstPlace(of: sign) else { continue }
      let behind = line[place...].dropFirst(sign.count)
      if sign != " ←" || !behind.contains(where: \.isASCIIDigit) {
        line = String(line[..<place]).trimmed
      }
    }
    return line
  }

  /// What a program was asked to show: ">>> print(a1)", "In [3]: a1", "julia> a1", "disp(a1)".
  static func withoutPrompt(_ line: String) -> String {
    var text = line
    for prompt in [">>>", "julia>", ">>"] where text.hasPrefix(prompt) {
      text = String(text.dropFirst(prompt.count)).trimmed
      if let show = text.firstPlace(of: "; print("), text.hasSuffix(")") {
        return text[show...].dropFirst("; print(".count).dropLast() + " ="
      }
      // What is assigned is shown below, but behind a semicolon.
      if text.contains("="), !text.contains(";") { return text + " =" }
    }
    if text.hasPrefix("In ["), let end = text.firstPlace(of: "]:") {
      text = String(text[end...].dropFirst(2)).trimmed
    }
    for show in ["print(", "disp(", "display("] where text.hasPrefix(show) && text.hasSuffix(")") {
      let inside = String(text.dropFirst(show.count).dropLast())
      if !inside.contains(where: { "\"',".contains($0) }) { return inside + " =" }
    }
    for ending in [".item()", ".numpy()", ".detach()", ".tolist()", ".data", ".T"]
    where text.hasSuffix(ending) { text = String(text.dropLast(ending.count)) }
    return text == line || text.contains("=") ? text : text + " ="
  }
}

extension LineReader.Line {
  /// Whether rows of numbers below it are its value: it ends with a sign, or with a row in brackets.
  var awaitsNumbers: Bool {
    if !rows.isEmpty { return true }
    guard let last = plain.last else { return false }
    if "=:".contains(last) || plain.isIdentifier || plain.isCalledIdentifier { return true }
    return last == "]" && plain.contains("=")
      && plain.drop { $0 != "[" }.dropFirst().contains("[") == false
  }

  /// The column at which a part of the line begins, else that of the line.
  func column(of part: String) -> Int {
    let place = text.firstPlace(of: part).map { text.distance(from: text.startIndex, to: $0) }
    return indent + (place ?? 0) + 1
  }
}

extension String {
  /// Whether it is a program's line that writes or repeats: its text has numbers, and no answer.
  var isProgram: Bool {
    ["print(f\"", "print(\"", "print('", "print(f'", "for ", "import ", "def ", "from "]
      .contains { hasPrefix($0) }
      && (contains("(") || hasPrefix("import") || hasPrefix("from")) && !contains(" = ")
      || hasPrefix("print(f")
  }

  /// Whether it is a program's name and nothing else.
  var isIdentifier: Bool {
    count < 30 && first.map { $0.isLetter } ?? false
      && contains(where: { "_.0123456789".contains($0) })
      && allSatisfy { $0.isLetter || $0.isNumber || "_./:".contains($0) }
      || count == 1 && first!.isLetter
  }

  /// Whether it is such a name behind a word or two: "new W1".
  var isCalledIdentifier: Bool {
    let words = split(separator: " ").map(String.init)
    return (2...3).contains(words.count) && words[words.count - 1].isIdentifier
      && words.dropLast().allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  /// Whether nothing but numbers stands here, in brackets or not, as programs print them.
  var isRowOfNumbers: Bool {
    var text = self
    for remark in [", grad_fn", ", requires_grad", ", dtype"] {
      if let place = text.firstPlace(of: remark) { text = String(text[..<place]) }
    }
    text = text.withoutOutputMark
    if text.hasPrefix("["), let end = text.firstIndex(of: "]"),
      case let label = text[..<end].dropFirst(), label.contains(where: \.isASCIIDigit),
      label.allSatisfy({ $0.isASCIIDigit || $0 == "," }),
      text.dropFirst(label.count + 2).contains(where: \.isASCIIDigit)
    {
      // [1], [2,]: what counts numbers or rows
      text = String(text[text.index(after: end)...]).trimmed
    }
    for word in ["array(", "tensor(", "np.array(", "matrix(", "np.float64(", "np.float32("]
    where text.hasPrefix(word) {
      text = String(text.dropFirst(word.count))
    }
    guard text.contains(where: \.isASCIIDigit) else { return false }
    return text.allSatisfy { $0.isASCIIDigit || $0.isWhitespace || "[]().,;+-eE".contains($0) }
      && !text.hasPrefix("e")
  }

  /// A line without the mark "Out[3]:" that a notebook puts before it.
  var withoutOutputMark: String {
    if hasPrefix("["), let end = firstIndex(of: "]"),
      self[end...].dropFirst().first?.isWhitespace ?? false,
      self[..<end].dropFirst().allSatisfy({ $0.isASCIIDigit || $0 == "," })
    {
      return String(self[end...].dropFirst()).trimmed
    }
    guard hasPrefix("Out["), let end = firstPlace(of: "]:") else { return self }
    return String(self[end...].dropFirst(2)).trimmed
  }

  /// Whether a program says here how many numbers follow: "2-element Vector{Float64}:".
  var saysShape: Bool {
    contains("-element ") || contains("Matrix{") || hasPrefix("Parameter containing")
      || hasPrefix("[,1]")
  }

  /// The name before the shape of what stands below: "dW2 (2, 1)".
  var beforeShape: String? {
    guard hasSuffix(")"), let open = firstPlace(of: " ("),
      case let inside = self[open...].dropFirst(2).dropLast(), inside.contains(","),
      inside.allSatisfy({ $0.isASCIIDigit || ", ".contains($0) }),
      case let name = String(self[..<open]), !name.contains(where: \.isWhitespace)
    else { return nil }
    return name
  }

  var trimmedColon: String { hasSuffix(":") ? String(dropLast()).trimmed : self }
}
