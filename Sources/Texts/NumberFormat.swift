/// How many digits of a number are shown.
public enum NumberFormat: Hashable, Sendable {
  /// So many significant digits, 1 to 17. A number that has fewer is shown as it is; one that was
  /// rounded keeps its trailing zeros.
  case significant(Int)
  /// So many places after the point, 0 to 17, but never a zero for a number that is not zero.
  case decimals(Int)

  /// The digits of a number under this format.
  public func rounded(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    switch self {
    case .significant(let count):
      return DecimalDigits(value).rounded(toSignificant: count).value
    case .decimals(let places): return DecimalDigits(value).rounded(toDecimals: places).value
    }
  }

  /// The number as text: plain where that is readable, else as 4.39e-5; beyond Double, ∞.
  public func text(_ value: Double) -> String {
    var buffer = TextBuffer()
    buffer.append(value, self)
    return buffer.text
  }
}

extension String {
  /// The text of the number with its sign turned; 0 has none.
  public var withSignTurned: String {
    if hasPrefix("-") { return String(dropFirst()) }
    return Double(self) == 0 ? self : "-" + self
  }
}

extension TextBuffer {
  /// Writes a number under a format.
  public mutating func append(_ value: Double, _ format: NumberFormat) {
    guard value.isFinite else {
      append(value < 0 ? "-∞" : "∞")
      return
    }
    let exact = DecimalDigits(value)
    switch format {
    case .significant(let wanted):
      append(significant: exact, wanted)
    case .decimals(let places):
      let rounded = exact.rounded(toDecimals: places)
      if rounded.count == 0, exact.count > 0 || exact.exponent > 16 {
        append(significant: exact, max(1, min(places, 3)))
      } else if rounded.exponent > 16 {
        append(scientific: rounded, rounded.count - 1)
      } else {
        append(plain: rounded, decimals: places)
      }
    }
  }

  private mutating func append(significant exact: DecimalDigits, _ wanted: Int) {
    let rounded = exact.rounded(toSignificant: wanted)
    let isWhole = exact.rounded(toSignificant: 15).count <= wanted
    let shown = isWhole ? rounded.count : wanted
    let fits = rounded.exponent > -4 && rounded.exponent <= (isWhole ? 15 : wanted)
    if fits || rounded.count == 0 {
      append(plain: rounded, decimals: max(0, shown - rounded.exponent))
    } else {
      append(scientific: rounded, max(0, shown - 1))
    }
  }

  /// ddd.ddd with so many decimals.
  private mutating func append(plain number: DecimalDigits, decimals: Int) {
    if number.isNegative, number.count > 0 { append(UInt8(ascii: "-")) }
    let whole = max(0, number.exponent)
    if whole == 0 { append(UInt8(ascii: "0")) }
    for place in 0..<whole { append(digit(of: number, at: place)) }
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    for place in 0..<decimals { append(digit(of: number, at: number.exponent + place)) }
  }

  /// d.ddde-5 with so many decimals.
  private mutating func append(scientific number: DecimalDigits, _ decimals: Int) {
    if number.isNegative { append(UInt8(ascii: "-")) }
    append(digit(of: number, at: 0))
    if decimals > 0 {
      append(UInt8(ascii: "."))
      for place in 1...decimals { append(digit(of: number, at: place)) }
    }
    append("e\(number.exponent - 1)")
  }

  /// The digit at a place counted from the first one; 0 before and behind them.
  private func digit(of number: DecimalDigits, at place: Int) -> UInt8 {
    guard place >= 0, place < number.count else { return UInt8(ascii: "0") }
    let digit = number.digits / DecimalDigits.powers[number.count - 1 - place] % 10
    return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
  }

  /// The shortest text that reads back to the same bits; `null` beyond Double.
  public mutating func append(shortest value: Double) {
    guard value.isFinite else { return append("null") }
    let text = value.description
    append(text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text)
  }
}
