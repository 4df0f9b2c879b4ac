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

  static func isNumber(_ text: String) -> Bool {
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
      for without in remarks { text = without(text) }
      if text == before { return text }
    }
  }

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
      // Where commas are decimal, semicolons separate; one at the end says so of a single number.
      let (gap, last) = inside.contains(",") ? (";", ";") : (",", "")
      let rows = inside.split(separator: "\\").map { row in
        "[" + row.split(separator: "&").joined(separator: gap) + last + "]"
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
