package import Texts

/// A number as someone wrote it: its value, and how precisely it was written.
package struct WrittenNumber: Hashable, Sendable {
  /// The nearest Double, always finite.
  package var value: Double
  /// Half a unit of the last digit written; 0 for a fraction, which is exact; `nil` for a bare
  /// digit, which says nothing of its precision.
  package var halfUnit: Double?
  /// The digits after the point, power of ten included; `nil` where there is no telling.
  package var decimals: Int?
  /// The digits from the first that is not 0; `nil` where there is no telling.
  package var significantDigits: Int?

  /// Why a text is no number.
  package enum Problem: Error, Hashable, Sendable {
    /// Nothing was filled in.
    case blank
    /// A comma stands where the point belongs.
    case decimalComma
    /// Anything else.
    case unreadable
  }

  /// Reads a number as people write it: 0.3775, −2.4e-3, 1.2×10^-4, ３．５, 3/8, 5 %.
  package init(_ text: String) throws(Problem) {
    if WrittenNumber.isSimple(text) {
      self = try WrittenNumber(digits: text)
      return
    }
    guard !WrittenNumber.isGlued(text) else { throw .unreadable }
    var plain = WrittenNumber.plain(text)
    let isPercent = plain.last == "%"
    if isPercent { plain.removeLast() }
    if isPercent, plain.isEmpty { throw .unreadable }
    guard !plain.allSatisfy({ "_-?….".contains($0) }) else { throw .blank }
    if let slash = plain.firstIndex(of: "/") {
      let a = try WrittenNumber(digits: String(plain[..<slash]))
      let b = try WrittenNumber(digits: String(plain[plain.index(after: slash)...]))
      let quotient = a.value / b.value
      guard quotient.isFinite else { throw .unreadable }
      self.init(value: quotient, halfUnit: 0)
    } else {
      self = try WrittenNumber(digits: plain)
    }
    if isPercent { takeHundredth() }
  }

  /// Whether it is as most numbers are, and need not be respelt: 0.3775, -2.
  private static func isSimple(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      default: return false
      }
    }
    return hasDigit
  }

  /// Whether blanks stand between digits: two numbers, or one that nobody can be sure of.
  static func isGlued(_ text: String) -> Bool {
    var wasDigit = false
    var hasBlank = false
    for scalar in text.unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      let isDigit = scalar.properties.numericType != nil || ".,．，".unicodeScalars.contains(scalar)
      if isDigit, wasDigit, hasBlank { return true }
      if isBlank {
        hasBlank = true
      } else {
        (wasDigit, hasBlank) = (isDigit, false)
      }
    }
    return false
  }

  /// Per cent.
  private mutating func takeHundredth() {
    value /= 100
    halfUnit = halfUnit.map { $0 / 100 }
    decimals = decimals.map { $0 + 2 }
  }

  /// The same on a sheet that asks for results in a format: where no decimals are asked for, or one
  /// digit, a bare digit is as precise as any other number.
  package func asked(in format: NumberFormat?) -> WrittenNumber {
    guard halfUnit == nil, format == .decimals(0) || format == .significant(1) && value != 0 else {
      return self
    }
    var number = self
    number.decimals = 0
    number.halfUnit = WrittenNumber.unit(0) / 2
    number.significantDigits = value == 0 ? 0 : 1
    return number
  }

  /// Turns the sign.
  package mutating func turn() { value = 0 - value }

  package init(value: Double, halfUnit: Double?) {
    self.value = value
    self.halfUnit = halfUnit
  }

  /// ASCII without spaces: full-width digits, typographic minus, ×10^ are spelt as programs do.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "$", "`", "{", "}": break
      case "\u{2212}", "\u{2012}", "\u{2013}", "－": result += "-"
      case "．": result += "."
      case "，": result += ","
      case "＋": result += "+"
      case "E": result += "e"
      case "\u{FF10}"..."\u{FF19}":
        result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFF10 + 0x30)!)
      default: result.unicodeScalars.append(scalar)
      }
    }
    guard result.utf8.contains(UInt8(ascii: "^")) else { return result }
    for power in ["×10^", "x10^", "*10^", "·10^", "\\times10^", "\\cdot10^"] {
      result = result.split(separator: power, omittingEmptySubsequences: false).joined(
        separator: "e")
    }
    return result
  }

  /// `[+-] digits [. digits] [e [+-] digits]`.
  private init(digits text: String) throws(Problem) {
    let pointed = text.split(separator: ",", omittingEmptySubsequences: false)
    if pointed.count == 2, !text.contains("."),
      (try? WrittenNumber(digits: pointed.joined(separator: "."))) != nil
    {
      throw .decimalComma
    }
    var rest = text[...]
    let sign = rest.first.map { "+-".contains($0) } ?? false
    if sign { rest.removeFirst() }
    let mantissa = rest.prefix { $0 != "e" }
    let exponentText = rest.dropFirst(mantissa.count).dropFirst()
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    let hasExponent = mantissa.count < rest.count
    let exponent =
      hasExponent ? Int(exponentText.hasPrefix("+") ? exponentText.dropFirst() : exponentText) : 0
    guard parts.count <= 2, !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let exponent, (-399...399).contains(exponent), let value = Double(text), value.isFinite
    else { throw .unreadable }
    self.init(value: value, halfUnit: nil)
    if digits.count == 1, parts.count == 1, !hasExponent { return }
    let decimals = (parts.count == 2 ? parts[1].count : 0) - exponent
    self.decimals = decimals
    halfUnit = WrittenNumber.unit(decimals) / 2
    significantDigits = digits.drop { $0 == "0" }.count
  }

  /// The power of ten of a number's first digit.
  package static func magnitude(of value: Double) -> Int {
    var power = 0
    var rest = abs(value)
    while rest >= 10, power < 400 { (rest, power) = (rest / 10, power + 1) }
    while rest < 1, power > -400 { (rest, power) = (rest * 10, power - 1) }
    return power
  }

  /// 10^−decimals, the nearest Double.
  package static func unit(_ decimals: Int) -> Double {
    let usual = decimals + usualUnits.count / 2
    return usualUnits.indices.contains(usual) ? usualUnits[usual] : read(decimals)
  }

  private static func read(_ decimals: Int) -> Double { Double("1e\(-decimals)") ?? 0 }

  /// Those of −24 to 24 decimals.
  private static let usualUnits = (-24...24).map(read)
}
