internal import ScalarBackprop
internal import Sheets
internal import Texts

/// How many digits the answers of a sheet should have, and what one with fewer is worth.
struct AskedDigits {
  /// What the sheet itself asks for.
  let asked: NumberFormat?
  /// The fixed decimals of a sheet that asks for nothing.
  private let usual: NumberFormat?
  private let precision: SheetPrecision
  private let areAllWhole: Bool
  /// The most decimals that occur.
  private let mostDecimals: Int?

  init(asked: NumberFormat?, _ precision: SheetPrecision, _ numbers: [WrittenNumber]) {
    self.asked = asked
    self.precision = precision
    usual = precision.decimals.map { .decimals($0) }
    mostDecimals = numbers.compactMap(\.decimals).max()
    areAllWhole = numbers.allSatisfy(\.isWhole)
  }

  /// How a number may be read with zeros added, which spreadsheets drop: as far as the sheet asks for
  /// digits, else as far as it usually has them.
  func withZeros(_ number: WrittenNumber) -> [Interval] {
    if number.value == 0, asked == nil { return [] }
    let formats =
      asked.map { [$0] }
      ?? [usual, .significant(precision.significantDigits), mostDecimals.map { .decimals($0) }]
      .compactMap { $0 }
    return formats.filter(number.hasFewerDigits).map(number.interval)
  }

  /// Whether a number has fewer digits than it should.
  func areMissing(in number: WrittenNumber) -> Bool {
    number.hasFewerDigits(
      than: asked ?? usual ?? .significant(precision.significantDigits))
  }

  /// Whether a number that may well stand for a value tells too little of it.
  func areTooFew(_ number: WrittenNumber, for value: Double) -> Bool {
    if let asked { return number.hasFewerDigits(than: asked) }
    return number.value == 0 || areFew(number, for: value)
  }

  /// Whether half a unit is much of a value, and no fixed decimals explain that.
  func areFew(_ number: WrittenNumber, for value: Double) -> Bool {
    guard asked == nil else { return false }
    let half = precision.halfUnit(of: number)
    let share = 0.05 * (1 + 1e-9) * max(abs(value), abs(number.value))
    guard half > share else { return false }
    return number.decimals ?? 0 < 2 || usual.map(number.hasFewerDigits) ?? false
  }

  /// Whether a whole number stands for itself where its step comes exactly to a value: unless that
  /// value is none, and the sheet is one that rounds to so few digits.
  func isExact(_ number: WrittenNumber, for value: Double) -> Bool {
    guard number.isWhole else { return false }
    if abs(value - value.rounded()) <= 1e-9 * max(1, abs(value)) { return true }
    return asked == nil && !areAllWhole
      && number.significantDigits ?? 1 < precision.significantDigits
  }
}

extension SheetPrecision {
  /// Half a unit of a number's last digit; of a bare digit, of the sheet's.
  func halfUnit(of number: WrittenNumber) -> Double {
    number.halfUnit ?? halfUnit(at: number.value, digits: 3)
  }

  /// The number, give or take half a unit of its last digit.
  func interval(of number: WrittenNumber) -> Interval {
    Interval(number.value, by: halfUnit(of: number))
  }
}

extension WrittenNumber {
  /// Whether it is written as a whole number, without a point.
  var isWhole: Bool {
    (halfUnit == nil || decimals == 0) && value == value.rounded()
  }

  /// Whether it has fewer digits than a format gives; a fraction is exact.
  func hasFewerDigits(than format: NumberFormat) -> Bool {
    guard halfUnit != 0 else { return false }
    return switch format {
    case .decimals(let places): decimals ?? 0 < places
    case .significant(let count): significantDigits ?? (value == 0 ? 0 : 1) < count
    }
  }

  /// What it says where it was rounded to a format.
  func interval(_ format: NumberFormat) -> Interval {
    switch format {
    case .decimals(let places): Interval(value, by: WrittenNumber.unit(places) / 2)
    case .significant(let count):
      if value == 0 {
        Interval(0)
      } else {
        Interval(
          value,
          by: WrittenNumber.unit(count - 1 - WrittenNumber.magnitude(of: value)) / 2)
      }
    }
  }

  /// The same where it is a whole number whose last zeros stand for digits that nobody asked for: 500
  /// for 453 in one digit.
  func withoutZeros(behind format: NumberFormat?) -> WrittenNumber {
    guard case .significant(let count) = format, isWhole, halfUnit != nil, value != 0 else {
      return self
    }
    let places = count - 1 - WrittenNumber.magnitude(of: value)
    let unit = WrittenNumber.unit(places)
    guard places < 0, (value / unit).rounded() * unit == value else { return self }
    var number = self
    (number.decimals, number.significantDigits, number.halfUnit) = (places, count, unit / 2)
    return number
  }

  /// The same with no more digits than it can have: a program that calculates in 32 bits and prints
  /// 64 gives many, of which seven count.
  var withoutEmptyDigits: WrittenNumber {
    guard let halfUnit, let digits = significantDigits, digits >= 9, Float(value).isNormal,
      abs(Double(Float(value)) - value) <= halfUnit
    else { return self }
    var number = self
    let places = 6 - WrittenNumber.magnitude(of: value)
    number.decimals = places
    number.significantDigits = 7
    number.halfUnit = WrittenNumber.unit(places) / 2
    return number
  }
}
