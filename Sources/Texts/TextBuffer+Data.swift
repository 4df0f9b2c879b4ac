// Strings of JSON and fields of CSV: first written as they are, then escaped where they have to be.

extension TextBuffer {
  /// Writes a JSON string, quoted; control and bidirectional characters are escaped.
  package mutating func append(json text: String) { appendJSON { $0.append(text) } }

  /// Writes as a JSON string what something writes as it is.
  package mutating func appendJSON(_ body: (inout TextBuffer) -> Void) {
    append(UInt8(ascii: "\""))
    let start = bytes.count
    body(&self)
    if (start..<bytes.count).contains(where: mayNeedEscape) { escapeJSON(from: start) }
    append(UInt8(ascii: "\""))
  }

  /// Whether the character that begins at a byte may be one that JSON escapes.
  private func mayNeedEscape(at place: Int) -> Bool {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
    return byte.mayBeginControl(before: place + 1 < bytes.count ? bytes[place + 1] : 0)
  }

  private mutating func escapeJSON(from start: Int) {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\t": append("\\t")
      default:
        if scalar.isControl {
          append("\\u" + scalar.fourDigits)
        } else if scalar.isASCII {
          append(UInt8(ascii: scalar))
        } else {
          append(String(scalar))
        }
      }
    }
  }

  /// Writes a CSV field, which no spreadsheet takes for a formula; quoted where it holds a quote, a
  /// line end or what may separate fields.
  package mutating func append(csv text: String) { appendCSV { $0.append(text) } }

  /// Writes as a CSV field what something writes as it is.
  package mutating func appendCSV(_ body: (inout TextBuffer) -> Void) {
    let start = bytes.count
    body(&self)
    bytes.guardFormula(from: start)
    guard bytes[start...].contains(where: \.isSpecialInCSV) else { return }
    let quote = UInt8(ascii: "\"")
    if bytes[start...].contains(quote) {
      let field = Array(bytes[start...])
      bytes.removeSubrange(start...)
      for byte in field { bytes += byte == quote ? [quote, quote] : [byte] }
    }
    bytes.insert(quote, at: start)
    append(quote)
  }
}

extension UInt8 {
  fileprivate var isSpecialInCSV: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""),
      UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}
