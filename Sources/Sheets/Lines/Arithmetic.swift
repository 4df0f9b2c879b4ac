internal import ScalarBackprop
internal import Texts

/// What a working comes to that has only numbers in it: 0.1*0.35 + 0.8*0.9, 1/(1 + e^(-0.3775)), ln(0.62).
struct Arithmetic {
  private var rest: Substring
  private var depth = 0
  /// How many numbers were read, and which of them is taken to be how much larger than it is.
  private var count = 0
  private let shift: (number: Int, by: Double)?
  /// Half a unit of the last digit of each number that was rounded, as far as one can tell: that of two
  /// digits or more.
  private var halfUnits: [Int: Double] = [:]

  /// The value; `nil` where the text is no calculation with numbers alone.
  static func value(of text: String) -> Double? {
    guard text.utf8.count <= 400 else { return nil }
    var own = Arithmetic(text)
    return own.result()
  }

  /// The same, give or take what the rounding of the numbers in it may come to.
  static func estimate(of text: String) -> (value: Double, room: Double)? {
    guard text.utf8.count <= 400 else { return nil }
    var own = Arithmetic(text)
    guard let value = own.result() else { return nil }
    var room = 0.0
    for (number, half) in own.halfUnits {
      var other = Arithmetic(text, shift: (number, half))
      room += other.result().map { abs($0 - value) } ?? 0
    }
    return (value, room)
  }

  /// What a working comes to, where that is not the number behind it: by more than a hundredth, and more
  /// than two units of the last digit, as people go on with more digits than they write.
  static func result(of working: String, unlike text: String) -> String? {
    // The square of an error e is no power of Euler's number.
    guard !working.holds("e^2"), working.contains(where: { "+-*/".contains($0) }),
      let value = value(of: working), let number = try? WrittenNumber(text)
    else { return nil }
    let gap = (number.value - value).magnitude
    guard gap > value.magnitude / 100, gap > 4 * (number.halfUnit ?? 0.5) else { return nil }
    return NumberFormat.significant(6).text(value)
  }

  private init(_ text: String, shift: (number: Int, by: Double)? = nil) {
    // Numbers with a blank between are two.
    rest = WrittenNumber.isGlued(text) ? "?" : Substring(text.filter { !$0.isWhitespace })
    self.shift = shift
  }

  private mutating func result() -> Double? {
    guard let value = sum(), rest.isEmpty, value.isFinite else { return nil }
    return value
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40, var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("*") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("/") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func power() -> Double? {
    if take("-") { return power().map { -$0 } }
    if take("+") { return power() }
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    guard let exponent = power() else { return nil }
    // Squares and powers of ten; 2.71828^-0.4.
    guard exponent == exponent.rounded(), exponent.magnitude < 400 else {
      return base > 0 ? exponential(exponent * naturalLogarithm(base)) : nil
    }
    let result = (0..<Int(exponent.magnitude)).reduce(1.0) { product, _ in product * base }
    return exponent < 0 ? 1 / result : result
  }

  private mutating func atom() -> Double? {
    if take("(") { return closed(sum()) }
    for (name, function) in Self.functions where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count)
      return closed(sum()).map(function)
    }
    if rest.hasPrefix("e^") {
      rest = rest.dropFirst(2)
      return power().map(exponential)
    }
    let digits = rest.prefix { $0.isASCIIDigit || $0 == "." }
    guard !digits.isEmpty, let value = Double(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    count += 1
    if let number = try? WrittenNumber(String(digits)), number.significantDigits ?? 0 > 1 {
      halfUnits[count] = number.halfUnit
    }
    return shift.map { $0.number == count ? value + $0.by : value } ?? value
  }

  /// Functions that a calculator has, each with the bracket behind its name.
  private static let functions: [(String, @Sendable (Double) -> Double)] = [
    ("exp(", exponential), ("ln(", { naturalLogarithm($0) }), ("tanh(", hyperbolicTangent),
    ("sqrt(", { $0.squareRoot() }), ("sigmoid(", sigmoid), ("σ(", sigmoid), ("sigma(", sigmoid),
  ]

  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }

  private mutating func closed(_ value: Double?) -> Double? { take(")") ? value : nil }
}
