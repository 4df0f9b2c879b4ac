internal import Texts

// What is said of a number behind it: that it is rounded, its marks, less than another one, words.

extension WrittenValue {
  /// What is taken away from the end of a value, one after the other.
  static let remarks: [@Sendable (String) -> String] = [
    withoutDots, withoutEnd, withoutTransposition, withoutWords, withoutComparison, withoutMarks,
    withoutRemark,
  ]

  /// A number without the dots that lead to its marks.
  private static func withoutDots(_ text: String) -> String {
    guard let dots = text.firstPlace(of: "…") ?? text.firstPlace(of: " .."),
      let last = text[..<dots].last(where: { !$0.isWhitespace }),
      last.isASCIIDigit || ")]".contains(last)
    else { return text }
    return String(text[..<dots]).trimmed
  }

  /// A number without the end of its sentence.
  private static func withoutEnd(_ text: String) -> String {
    let end = text.reversed().prefix { ".;,:".contains($0) }.count
    return end < text.count ? String(text.dropLast(end)) : text
  }

  /// 0.03 of "0.03 < 0.05".
  private static func withoutComparison(_ text: String) -> String {
    for sign in [" <", " >"] {
      if let place = text.firstPlace(of: sign), isNumber(String(text[..<place])) {
        return String(text[..<place])
      }
    }
    return text
  }

  /// A number without its marks: [2 marks], [2], which is no list where a wide gap stands before it.
  private static func withoutMarks(_ text: String) -> String {
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "["), open != text.startIndex else {
      return text
    }
    let (before, inside) = (text[..<open], text[open...].dropFirst().dropLast())
    let isCount =
      before.hasSuffix("  ") && inside.count < 5
      && inside.allSatisfy { $0.isASCIIDigit || $0 == "." }
    let isMarked = inside.contains(where: \.isLetter) && isNumber(String(before).trimmed)
    return isCount || isMarked ? String(before).trimmed : text
  }

  /// A number without what stands in brackets behind it.
  private static func withoutRemark(_ text: String) -> String {
    guard text.hasSuffix(")") else { return text }
    if let gap = text.firstPlace(of: " ("), isNumber(String(text[..<gap]).trimmed) {
      return String(text[..<gap]).trimmed
    }
    guard let open = text.lastIndex(of: "("), open != text.startIndex else { return text }
    let start = withoutWords(String(text[..<open]).trimmed)
    return isNumber(start) ? start : text
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
}
