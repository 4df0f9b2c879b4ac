internal import Texts

/// What stands at the end of an answer: a number, numbers in a row, or rows of numbers.
enum WrittenValue: Hashable {
  case number(String)
  case list([String])
  case matrix([[String]])
  /// Nothing was filled in.
  case blank
  /// A sum, product or quotient that is not worked out, or no number at all.
  case unfinished

  /// The numbers, row by row.
  var numbers: [String] {
    switch self {
    case .number(let text): [text]
    case .list(let texts): texts
    case .matrix(let rows): rows.flatMap { $0 }
    case .blank, .unfinished: []
    }
  }

  /// Reads a value: 0.59, [0.59, 0.60], (0.2698 0.3223), [[…], […]], array([…]), 0.56 0.5 0.48.
  init(_ text: String) {
    let text = WrittenValue.bare(text)
    if WrittenValue.isNumber(text) {
      self = .number(text)
      return
    }
    if text.allSatisfy({ "_-?….".contains($0) || $0.isWhitespace }) {
      self = .blank
      return
    }
    let bare = WrittenValue.withoutFunctions(text)
    if WrittenValue.isNumber(bare) {
      self = .number(bare)
      return
    }
    if let rows = WrittenValue.rows(of: bare) {
      let isColumn = rows.count > 1 && rows.allSatisfy { $0.count == 1 }
      self =
        isColumn
        ? .list(rows.flatMap { $0 })
        : rows.count == 1 && !bare.hasPrefix("[[") ? .list(rows[0]) : .matrix(rows)
    } else if let items = WrittenValue.numbers(in: bare), items.count > 1 {
      self = .list(items)
    } else {
      self = .unfinished
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    do throws(WrittenNumber.Problem) {
      _ = try WrittenNumber(text)
      return true
    } catch {
      return error == .decimalComma
    }
  }

  /// A number without what is said of it: (rounded), a unit, a comment, words behind it.
  static func bare(_ text: String) -> String {
    var text = text.trimmed
    for sign in ["#", "//", "←"] {
      if let place = text.firstPlace(of: sign) { text = String(text[..<place]).trimmed }
    }
    while true {
      let before = text
      if let dots = text.firstPlace(of: "…") ?? text.firstPlace(of: " .."),
        text[..<dots].last(where: { !$0.isWhitespace }).map({ $0.isASCIIDigit || ")]".contains($0) }
        )
          ?? false
      {
        // dots that lead to marks
        text = String(text[..<dots]).trimmed
      }
      while let last = text.last, ".;,:".contains(last), text.count > 1 { text.removeLast() }
      text = withoutWords(withoutTransposition(text))
      for sign in [" <", " >"] {
        // less than another one
        if let place = text.firstPlace(of: sign), isNumber(String(text[..<place])) {
          text = String(text[..<place])
        }
      }
      if let open = text.lastIndex(of: "["), text.hasSuffix("]"), text[..<open].hasSuffix("  "),
        text[open...].count < 7,
        text[open...].dropFirst().dropLast().allSatisfy({ $0.isASCIIDigit || $0 == "." })
      {
        // marks: [2]
        text = String(text[..<open]).trimmed
      }
      if let open = text.lastIndex(of: "["), text.hasSuffix("]"), open != text.startIndex,
        text[open...].contains(where: \.isLetter),
        isNumber(String(text[..<open]).trimmed)
      {
        // marks: [2 marks]
        text = String(text[..<open]).trimmed
      }
      if text.hasSuffix(")"), let gap = text.firstPlace(of: " ("),
        isNumber(String(text[..<gap]).trimmed)
      {
        text = String(text[..<gap]).trimmed
      }
      if let open = text.lastIndex(of: "("), text.hasSuffix(")"), open != text.startIndex {
        let start = withoutWords(String(text[..<open]).trimmed)
        if isNumber(start) { text = start }
      }
      if text == before { return text }
    }
  }

  /// A list without the sign that it is a column: (0.5, −0.2)^T.
  private static func withoutTransposition(_ text: String) -> String {
    for sign in ["^T", "^⊤", "^{T}", "^\\top", "'"]
    where text.hasSuffix(sign) && text.dropLast(sign.count).last.map({ ")]".contains($0) }) ?? false
    {
      return String(text.dropLast(sign.count))
    }
    return text
  }

  /// A number without the words behind it: 0.19 for the first hidden unit.
  private static func withoutWords(_ text: String) -> String {
    guard text.startsNumber, let blank = text.firstIndex(where: \.isWhitespace) else { return text }
    let behind = text[blank...]
    let isProse = behind.allSatisfy { $0.isLetter || $0.isWhitespace || "-'’.,:!?()%".contains($0) }
    let first = behind.first { !$0.isWhitespace }
    let word = behind.drop(while: \.isWhitespace).prefix { $0.isLetter }.lowercased()
    guard isProse, first.map({ $0.isLetter }) ?? false, behind.contains(where: { $0.isLetter }),
      !counted.contains(word)
    else {
      return text
    }
    return String(text[..<blank])
  }

  /// What is counted: L = 3 layers is no loss.
  private static let counted: Set<String> = [
    "layer", "layers", "neurons", "units", "nodes", "inputs", "outputs", "steps", "epochs",
    "iterations", "decimals", "digits", "places", "marks", "points", "schichten", "neuronen",
    "capas", "neuronas", "couches", "neurones", "strati", "neuroni", "camadas", "neurônios",
  ]

  /// What is printed around numbers by programs: array(…), tensor(…), np.array(…), begin and end.
  private static func withoutFunctions(_ text: String) -> String {
    var text = text
    for name in [
      "np.array", "numpy.array", "array", "tensor", "Matrix", "np.float64", "np.float32",
      "torch.tensor",
    ]
    where text.hasPrefix(name + "(") && text.hasSuffix(")") {
      text = String(text.dropFirst(name.count + 1).dropLast())
      if let place = text.firstPlace(of: ", dtype") ?? text.firstPlace(of: ", requires_grad")
        ?? text.firstPlace(of: ", grad_fn")
      {
        text = String(text[..<place])
      }
    }
    for name in ["bmatrix", "pmatrix", "matrix", "vmatrix", "array"] {
      guard let begin = text.firstPlace(of: "\\begin{\(name)}"),
        let end = text.firstPlace(of: "\\end{\(name)}"), begin < end
      else { continue }
      let inside = text[text.index(begin, offsetBy: name.count + 8)..<end]
      let rows = inside.split(separator: "\\").map { row in
        "[" + row.split(separator: "&").joined(separator: ",") + "]"
      }.filter { $0.contains { $0.isASCIIDigit } }
      text = rows.count == 1 ? rows[0] : "[" + rows.joined(separator: ",") + "]"
    }
    return text.trimmed
  }

  /// The rows in brackets; one where there is but one pair of brackets.
  private static func rows(of text: String) -> [[String]]? {
    guard let first = text.first, "([".contains(first), let last = text.last, ")]".contains(last)
    else { return nil }
    let inside = text.dropFirst().dropLast()
    guard inside.contains(where: { "([".contains($0) }) else {
      return numbers(in: String(inside)).map { [$0] }
    }
    var rows: [[String]] = []
    var rest = inside
    while let open = rest.firstIndex(where: { "([".contains($0) }) {
      guard let close = rest[open...].firstIndex(where: { ")]".contains($0) }),
        let row = numbers(in: String(rest[rest.index(after: open)..<close]))
      else { return nil }
      guard rest[..<open].allSatisfy({ $0 == "," || $0 == ";" || $0.isWhitespace }) else {
        return nil
      }
      rows.append(row)
      rest = rest[rest.index(after: close)...]
    }
    guard rest.allSatisfy({ $0 == "," || $0 == ";" || $0.isWhitespace }) else { return nil }
    return rows.isEmpty ? nil : rows
  }

  /// Numbers with commas, semicolons or blanks between; `nil` where anything else stands there.
  private static func numbers(in text: String) -> [String]? {
    let separator: Character? =
      text.contains(";") ? ";" : text.contains(",") && !isCommaDecimal(text) ? "," : nil
    let items =
      separator.map { text.split(separator: $0).map(String.init) }
      ?? text.split(whereSeparator: \.isWhitespace).map(String.init)
    let trimmed = items.map(\.trimmed).filter { !$0.isEmpty }
    guard !trimmed.isEmpty, trimmed.allSatisfy({ isNumber($0) }) else { return nil }
    return trimmed
  }

  /// Whether commas stand inside numbers and blanks between them.
  private static func isCommaDecimal(_ text: String) -> Bool {
    let items = text.split(whereSeparator: \.isWhitespace)
    return items.count > 1 && !text.contains(".")
      && items.allSatisfy {
        $0.contains(",") && $0.first?.isASCIIDigit ?? false && !$0.hasSuffix(",")
      }
  }
}
