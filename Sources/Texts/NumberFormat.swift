/// How many digits of a number are shown.
package enum NumberFormat: Hashable, Sendable {
  /// So many significant digits, 1 to 17. A number that has fewer is shown as it is; one that was
  /// rounded keeps its trailing zeros.
  case significant(Int)
  /// So many places after the point, 0 to 17, but never a zero for a number that is not zero.
  case decimals(Int)

  /// The digits of a number under this format.
  package func rounded(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    switch self {
    case .significant(let count):
      return DecimalDigits(value).rounded(toSignificant: count).value
    case .decimals(let places): return DecimalDigits(value).rounded(toDecimals: places).value
    }
  }

  /// The sum of two numbers as on paper: where they all but cancel, what only their binary forms
  /// leave over is rounded away, so that 0.3 − 0.1 − 0.2 is 0.
  package static func sum(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    let size = max(a.magnitude, b.magnitude)
    guard sum != 0, sum.magnitude < size / 8, size.isFinite else { return sum }
    let places = DecimalDigits.carried - DecimalDigits(size).exponent
    return DecimalDigits(sum).rounded(toDecimals: places - 1).value
  }

  /// A rounded number as text, with no zeros at its end that may have been other digits: 1.52e3 for
  /// 1524 in three digits.
  package func roundedText(_ value: Double) -> String {
    guard case .significant(let wanted) = self, value.isFinite else { return text(value) }
    let rounded = DecimalDigits(value).rounded(toSignificant: wanted)
    guard rounded.exponent > wanted else { return text(value) }
    var buffer = TextBuffer()
    buffer.append(scientific: rounded, wanted - 1)
    return buffer.text
  }

  /// The number as text: plain where that is readable, else as 4.39e-5; beyond Double, ∞.
  package func text(_ value: Double) -> String {
    var buffer = TextBuffer()
    buffer.append(value, self)
    return buffer.text
  }
}

extension String {
  /// The text of the number with its sign turned; 0 has none.
  package var withSignTurned: String {
    if hasPrefix("-") { return String(dropFirst()) }
    return Double(self) == 0 ? self : "-" + self
  }
}

extension TextBuffer {
  /// Writes a number under a format.
  package mutating func append(_ value: Double, _ format: NumberFormat) {
    guard value.isFinite else {
      append(value < 0 ? "-∞" : "∞")
      return
    }
    switch format {
    case .significant(let wanted):
      if let rounded = DecimalDigits(plainly: value, toSignificant: wanted) {
        append(rounded, shown: wanted, most: wanted)
      } else {
        append(significant: DecimalDigits(value), wanted)
      }
    case .decimals(let places):
      let exact = DecimalDigits(value)
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
    append(rounded, shown: isWhole ? rounded.count : wanted, most: isWhole ? 15 : wanted)
  }

  /// So many digits, plain where no more than the most stand before the point.
  private mutating func append(_ rounded: DecimalDigits, shown: Int, most: Int) {
    let fits = rounded.exponent > -4 && rounded.exponent <= most
    if fits || rounded.count == 0 {
      append(plain: rounded, decimals: max(0, shown - rounded.exponent))
    } else {
      append(scientific: rounded, max(0, shown - 1))
    }
  }

  /// ddd.ddd with so many decimals.
  private mutating func append(plain number: DecimalDigits, decimals: Int) {
    if number.isNegative, number.count > 0 { append(UInt8(ascii: "-")) }
    let behind = max(0, number.count - number.exponent)
    let (whole, rest) = number.split(before: behind)
    append(digits: whole, max(1, number.count - behind))
    append(zeros: number.exponent - number.count)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    append(digits: rest, behind)
    append(zeros: decimals - behind)
  }

  /// d.ddde-5 with so many decimals.
  fileprivate mutating func append(scientific number: DecimalDigits, _ decimals: Int) {
    if number.isNegative { append(UInt8(ascii: "-")) }
    let (first, rest) = number.split(before: number.count - 1)
    append(digits: first, 1)
    if decimals > 0 {
      append(UInt8(ascii: "."))
      append(digits: rest, number.count - 1)
      append(zeros: decimals - number.count + 1)
    }
    append(UInt8(ascii: "e"))
    append(String(number.exponent - 1))
  }

  /// A whole number in so many digits, zeros before it.
  private mutating func append(digits number: UInt64, _ count: Int) {
    append(zeros: count)
    var (rest, place) = (number, bytes.count)
    while rest > 0 {
      place -= 1
      bytes[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private mutating func append(zeros count: Int) {
    for _ in 0..<max(0, count) { append(UInt8(ascii: "0")) }
  }

  /// The shortest text that reads back to the same bits; `null` beyond Double.
  package mutating func append(shortest value: Double) {
    guard value.isFinite else { return append("null") }
    append(value.description)
    let isWhole = bytes.suffix(2).elementsEqual(".0".utf8)
    if isWhole, !(value == 0 && value.sign == .minus) { bytes.removeLast(2) }
  }
}
