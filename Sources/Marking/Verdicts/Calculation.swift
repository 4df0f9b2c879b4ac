internal import Derivations
internal import ScalarBackprop

/// One way to work a step out from other quantities: the rule's own, or a rewrite of it.
struct Calculation {
  typealias Values = (Quantity) -> Double

  var operands: [Quantity]
  /// The result from the operands' values.
  var value: (Values) -> Double

  /// The result when the operands may be anywhere in their intervals.
  ///
  /// Each operand is moved to its bounds by itself; as intervals are narrow, the two corners towards
  /// which the result grows and falls then bound it, with the single moves for good measure.
  func interval(over operand: (Quantity) -> Interval) -> Interval {
    let intervals = operands.map(operand)
    var values = intervals.map(\.center)
    let center = result(values)
    guard center.isFinite else { return Interval(center) }
    var (low, high) = (center, center)
    var (lowest, highest) = (values, values)
    for n in operands.indices where !intervals[n].isExact {
      let old = values[n]
      values[n] = intervals[n].low
      let below = result(values)
      values[n] = intervals[n].high
      let above = result(values)
      values[n] = old
      let grows = above >= below
      lowest[n] = grows ? intervals[n].low : intervals[n].high
      highest[n] = grows ? intervals[n].high : intervals[n].low
      (low, high) = (min(low, below, above), max(high, below, above))
    }
    let corners = (result(lowest), result(highest))
    return Interval(
      center: center, low: min(low, corners.0, corners.1), high: max(high, corners.0, corners.1))
  }

  private func result(_ values: [Double]) -> Double {
    value { quantity in
      operands.firstIndex(of: quantity).map { values[$0] } ?? .nan
    }
  }
}

extension Calculation {
  /// The same result times a number.
  func scaled(by factor: Double) -> Calculation {
    Calculation(operands: operands) { factor * value($0) }
  }

  /// The same with one operand multiplied: 0 leaves it out, −1 turns its sign.
  func scaling(_ operand: Quantity, by factor: Double) -> Calculation {
    Calculation(operands: operands) { known in
      value { $0 == operand ? factor * known($0) : known($0) }
    }
  }

  /// The same with other quantities in the places of some operands.
  func replacing(_ others: [Quantity: Quantity]) -> Calculation {
    var new: [Quantity] = []
    for operand in operands {
      let other = others[operand] ?? operand
      if !new.contains(other) { new.append(other) }
    }
    return Calculation(operands: new) { known in value { known(others[$0] ?? $0) } }
  }

  /// The same with another calculation in the place of one operand.
  func replacing(_ operand: Quantity, by other: Calculation) -> Calculation {
    let rest = operands.filter { $0 != operand }
    return Calculation(operands: rest + other.operands.filter { !rest.contains($0) }) { known in
      value { $0 == operand ? other.value(known) : known($0) }
    }
  }

  /// Another quantity's value as it is.
  static func same(as quantity: Quantity) -> Calculation {
    Calculation(operands: [quantity]) { $0(quantity) }
  }

  /// A function of one other quantity.
  static func of(
    _ quantity: Quantity, _ function: @escaping (Double) -> Double
  ) -> Calculation {
    Calculation(operands: [quantity]) { function($0(quantity)) }
  }
}
