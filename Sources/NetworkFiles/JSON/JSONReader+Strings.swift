internal import Phrases
internal import Texts

extension JSONReader {
  /// A text in single or double quotes.
  mutating func string() throws(SourceError) -> String {
    let start = index
    let quote = bytes[index]
    var text: [UInt8] = []
    index += 1
    while let byte = peek() {
      switch byte {
      case quote:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += Array(try escape().utf8)
      case 0x0A, 0x0D, 0..<0x09, 0x0B..<0x20:
        throw error(.controlInText)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw source.error(at: start, .openText(String(Unicode.Scalar(quote))))
  }

  /// An escape, whose backslash stands here.
  private mutating func escape() throws(SourceError) -> String {
    let start = index
    index += 1
    guard let byte = peek() else { throw source.error(at: start, .badEscape) }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "v"): return "\u{B}"
    case UInt8(ascii: "x"): return String(try scalar(hexDigits(2, start), start))
    case UInt8(ascii: "u"): return String(try unicodeEscape(start))
    case 0x0D:
      _ = take("\n")
      return ""
    case 0x0A: return ""
    case UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return String(Unicode.Scalar(byte))
    default: throw source.error(at: start, .badEscape)
    }
  }

  /// The four digits of `\u`, or the eight of a surrogate pair.
  private mutating func unicodeEscape(_ start: Int) throws(SourceError) -> Unicode.Scalar {
    let high = try hexDigits(4, start)
    guard (0xD800...0xDBFF).contains(high) else { return try scalar(high, start) }
    guard take("\\"), take("u") else { throw source.error(at: start, .badEscape) }
    let low = try hexDigits(4, start)
    guard (0xDC00...0xDFFF).contains(low) else { throw source.error(at: start, .badEscape) }
    return try scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), start)
  }

  private mutating func hexDigits(_ count: Int, _ start: Int) throws(SourceError) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(count), as: UTF8.self)
    guard digits.utf8.count == count, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { throw source.error(at: start, .badEscape) }
    index += count
    return value
  }

  private func scalar(_ value: UInt32, _ start: Int) throws(SourceError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw source.error(at: start, .badEscape) }
    return scalar
  }
}
