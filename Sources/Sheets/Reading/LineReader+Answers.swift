internal import Phrases
internal import ScalarBackprop
internal import Texts

// What a line that nothing was read of might be.

extension SheetReader {
  /// Whether a number stands in what is said behind a heading, other than the learning rate.
  func isTelling(_ remark: Substring) -> Bool {
    let numbers = remark.split { !$0.isASCIIDigit && !".,".contains($0) }
      .map { $0.split(separator: ",").joined(separator: ".") }.filter { $0.contains(".") }
    return numbers.contains { Double($0) != trace.rule.learningRate }
  }
}

extension String {
  /// A heading without the marks in square brackets behind it: [4 marks].
  var withoutMarks: String {
    guard hasSuffix("]"), let open = lastIndex(of: "["), open != startIndex else { return self }
    return String(self[..<open]).trimmed
  }

  /// A heading before what is said of it: "Update (η = 0.5):".
  var beforeRemark: String? {
    let text = trimmedColon
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open != text.startIndex else {
      return nil
    }
    return String(text[..<open]).trimmed
  }
}

extension LineReader.Line {
  /// Whether a point is one of several in a number, as in 5.3.1.
  private func isSection(_ point: Int, in bytes: [UInt8]) -> Bool {
    func isOther(_ n: Int, _ step: Int) -> Bool {
      var n = n + step
      while bytes.indices.contains(n), (0x30...0x39).contains(bytes[n]) { n += step }
      return bytes.indices.contains(n) && bytes[n] == UInt8(ascii: ".")
        && bytes.indices.contains(n + step) && (0x30...0x39).contains(bytes[n + step])
    }
    return isOther(point, 1) || isOther(point, -1)
  }

  func unread(_ reason: Phrase) -> UnreadLine {
    UnreadLine(line: number, column: column(of: text), text: text, reason: reason)
  }

  /// Whether it is as short as headings are.
  var isShort: Bool {
    plain.count <= 60 && plain.split(whereSeparator: \.isWhitespace).count <= 9
  }

  /// Whether a number stands here that might be an answer: one with a point, or behind a sign.
  var holdsAnswer: Bool {
    let bytes = Array(plain.utf8)
    func isDigit(_ n: Int) -> Bool {
      bytes.indices.contains(n) && (0x30...0x39).contains(bytes[n])
    }
    guard bytes.indices.contains(where: isDigit) else { return false }
    if bytes.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "%") })
      || plain.holds("≈")
    {
      return true
    }
    return bytes.indices.contains { n in
      isDigit(n + 1)
        && (bytes[n] == UInt8(ascii: ".") && isDigit(n - 1) && !isSection(n, in: bytes)
          || bytes[n] == UInt8(ascii: ",") && n > 0 && bytes[n - 1] == UInt8(ascii: "0"))
    }
  }
}
