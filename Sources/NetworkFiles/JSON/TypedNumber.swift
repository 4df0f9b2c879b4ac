internal import Texts

/// A number a person wrote, with their way of writing it, so that it can be echoed as typed.
package struct TypedNumber: Hashable, Sendable {
  /// The nearest Double, always finite where the number was read from a text.
  package var value: Double
  /// The number as typed, but without a plus sign and with a zero before a leading point.
  package var text: String

  /// Pairs a value with its text, without a check that they agree.
  package init(value: Double, text: String) {
    self.value = value
    self.text = text
  }

  /// The negative of the number, written alike.
  package var negated: TypedNumber {
    TypedNumber(value: 0 - value, text: text.withSignTurned)
  }

  /// Reads a decimal number as JSON5 writes it, without NaN, infinities and hexadecimal; `nil`
  /// where the text is none, or is beyond Double.
  package init?(_ text: String) {
    guard TypedNumber.isDecimal(Array(text.utf8)), let value = Double(text), value.isFinite else {
      return nil
    }
    let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    if value == 0, mantissa.contains(where: { (0x31...0x39).contains($0) }) { return nil }
    self.init(value: value, text: TypedNumber.tidied(text))
  }

  /// The text without a plus sign, and with a zero before a leading point.
  private static func tidied(_ text: String) -> String {
    var text = text.hasPrefix("+") ? String(text.dropFirst()) : text
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    if text.hasPrefix(".") { text = "0" + text }
    return isNegative ? "-" + text : text
  }

  /// `[+-] (digits [. digits*] | . digits) [e [+-] digits]`, without idle leading zeros.
  package static func isDecimal(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let hasIdleZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if hasIdleZero, whole > 1 { return false }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits()
    }
    guard whole + fraction > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
