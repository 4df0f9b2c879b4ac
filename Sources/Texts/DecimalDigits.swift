/// A finite number as the decimal digits a person reads: ±0.d₁d₂d₃… × 10^exponent.
///
/// The digits are the fewest that read back to the same number. Rounding them goes half away from
/// zero, as on paper; and because 0.29·0.5 is 0.145 on paper but 0.14499999999999999 in binary,
/// digits beyond the fifteenth are rounded away first, as a pocket calculator does, which carries a
/// few digits more than it shows.
package struct DecimalDigits: Hashable, Sendable {
  /// Whether the number is below 0; false for −0.
  package private(set) var isNegative: Bool
  /// The digits as one whole number without trailing zeros; 0 for zero.
  package private(set) var digits: UInt64 = 0
  /// How many digits there are.
  package private(set) var count = 0
  /// The position of the decimal point after the first digit's place: 1 for 3.5, 0 for 0.35.
  package private(set) var exponent = 0

  /// The shortest digits of a finite number.
  package init(_ value: Double) {
    isNegative = value < 0
    var text = value.magnitude.description
    text.withUTF8 { read($0) }
    trim()
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hasPoint = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else if byte == UInt8(ascii: "e") {
        let isBelow = bytes[index] == UInt8(ascii: "-")
        let power = bytes[(index + 1)...].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        exponent += isBelow ? -power : power
        break
      } else {
        let digit = UInt64(byte - UInt8(ascii: "0"))
        if digit != 0 || count > 0 {
          digits = digits * 10 + digit
          count += 1
          if !hasPoint { exponent += 1 }
        } else if hasPoint {
          exponent -= 1
        }
      }
    }
  }

  private mutating func trim() {
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      count -= 1
    }
    if digits == 0 { (count, exponent) = (0, 0) }
  }

  /// The number rounded to so many significant digits, trailing zeros dropped.
  package func rounded(toSignificant wanted: Int) -> DecimalDigits {
    calculated(for: wanted).cut(to: wanted)
  }

  /// The number rounded to so many places after the point, trailing zeros dropped.
  package func rounded(toDecimals places: Int) -> DecimalDigits {
    let held = calculated(for: exponent + places)
    // 0.0000999… may have become 0.0001, a place further to the left.
    return held.cut(to: held.exponent + places)
  }

  /// What a calculator holds of the number, when no more digits than it shows are asked for.
  private func calculated(for wanted: Int) -> DecimalDigits {
    wanted <= DecimalDigits.shown ? cut(to: DecimalDigits.carried) : self
  }

  /// The significant digits that a calculator shows, and those it carries.
  static let (shown, carried) = (10, 15)

  private func cut(to wanted: Int) -> DecimalDigits {
    guard count > wanted else { return self }
    var result = self
    guard wanted >= 0 else {
      (result.digits, result.count, result.exponent) = (0, 0, 0)
      return result
    }
    let unit = DecimalDigits.powers[count - wanted]
    let (kept, rest) = digits.quotientAndRemainder(dividingBy: unit)
    result.digits = rest >= unit - rest ? kept + 1 : kept
    result.count = wanted
    if result.digits == DecimalDigits.powers[wanted] {
      result.count += 1
      result.exponent += 1
    }
    result.trim()
    return result
  }

  static let powers: [UInt64] = (0...19).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// The nearest Double.
  package var value: Double {
    let magnitude = Double("\(digits)e\(exponent - count)") ?? 0
    return isNegative && digits != 0 ? -magnitude : magnitude
  }
}

extension DecimalDigits {
  /// A number rounded to so many significant digits, where a multiplication tells them beyond
  /// doubt; `nil` where what is cut off may be nothing, or one half.
  init?(plainly value: Double, toSignificant wanted: Int) {
    guard (1...DecimalDigits.shown).contains(wanted) else { return nil }
    let (least, limit) = (DecimalDigits.scales[wanted - 1], DecimalDigits.scales[wanted])
    var scaled = value.magnitude
    guard scaled < limit else { return nil }
    exponent = wanted
    while scaled < least {
      exponent -= 1
      guard wanted - exponent < DecimalDigits.scales.count else { return nil }
      scaled = value.magnitude * DecimalDigits.scales[wanted - exponent]
    }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    // What the multiplication and the digits behind the fifteenth can change is far less.
    let doubt = 1e-4
    guard rest > doubt, rest < 1 - doubt, (rest - 0.5).magnitude > doubt else { return nil }
    isNegative = value < 0
    digits = UInt64(whole) + (rest > 0.5 ? 1 : 0)
    count = wanted
    guard digits < DecimalDigits.powers[wanted] else { return nil }
    trim()
  }

  /// What stands before the last so many digits, and these.
  func split(before last: Int) -> (UInt64, UInt64) {
    guard last < count else { return (0, digits) }
    return digits.quotientAndRemainder(dividingBy: DecimalDigits.powers[last])
  }

  /// The powers of ten, which Double holds exactly as far as they go.
  private static let scales = powers.map { Double($0) }
}
