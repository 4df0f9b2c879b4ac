internal import Sheets
internal import Texts

/// How precisely a sheet is written as a whole, by which numbers are judged that do not tell.
struct SheetPrecision: Hashable {
  /// The decimals of a sheet written to a fixed number of them.
  let decimals: Int?
  /// The usual number of significant digits.
  let significantDigits: Int
  /// How the sheet asks for its numbers, where it does.
  private let asked: NumberFormat?

  init(of numbers: [WrittenNumber], asked: NumberFormat? = nil) {
    self.asked = asked
    let decimals = numbers.compactMap(\.decimals)
    let most = decimals.max() ?? 0
    let isFixed = !decimals.isEmpty && 2 * decimals.count { $0 == most } >= decimals.count
    self.decimals = isFixed ? most : nil
    var counts: [Int: Int] = [:]
    for digits in numbers.compactMap(\.significantDigits) where digits > 0 {
      counts[digits, default: 0] += 1
    }
    significantDigits = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 3
  }

  /// Half a unit of the last digit to which someone has rounded a value that nobody sees: as the sheet
  /// asks for it, else as it is written, but never to fewer than three digits.
  func room(at value: Double) -> Double {
    switch asked {
    case .decimals(let places): WrittenNumber.unit(places) / 2
    case .significant(let count) where value != 0 && value.isFinite:
      WrittenNumber.unit(count - 1 - WrittenNumber.magnitude(of: value)) / 2
    case .significant, nil: halfUnit(at: value, digits: 3)
    }
  }

  /// Half a unit of the last digit that the sheet would give a value: by decimals or by significant
  /// digits, whichever is coarser, but in no fewer significant digits than so many.
  func halfUnit(at value: Double, digits: Int) -> Double {
    var unit = decimals.map(WrittenNumber.unit) ?? 0
    if value != 0, value.isFinite {
      let magnitude = WrittenNumber.magnitude(of: value)
      unit = max(unit, WrittenNumber.unit(significantDigits - 1 - magnitude))
      unit = min(unit, WrittenNumber.unit(digits - 1 - magnitude))
    } else if decimals == nil {
      unit = WrittenNumber.unit(max(significantDigits, digits))
    }
    return unit / 2
  }
}
