internal import Derivations
internal import ScalarBackprop

/// One way to work a step out, in any sample alike.
typealias Calculation = CalculationOf<Quantity>
/// The same at a place of the step.
typealias PlacedCalculation = CalculationOf<Place>

/// One way to work a step out from other quantities: the rule's own, or a rewrite of it.
struct CalculationOf<Operand: Hashable> {
  typealias Values = (Operand) -> Double

  /// Best in the order in which they are asked for.
  var operands: [Operand]
  /// The result from the operands' values.
  var value: (Values) -> Double
  /// Operands that only choose: which value of a window is the largest. The result jumps with them.
  var choosers: Set<Operand> = []
  /// Whether operands are outputs between 0 and 1, so that 0.00 is a little more than 0 and has a
  /// logarithm.
  var takesShares = false

  /// What an interval costs: as many operands as are asked for on the way to it, and as many again as
  /// take the time that goes by besides.
  var cost: Int { 32 + operands.count * (2 * operands.count + 3) }

  /// The result when the operands may be anywhere in their intervals.
  ///
  /// Each operand is moved to its bounds by itself; as intervals are narrow, the two corners towards
  /// which the result grows and falls then bound it, with the single moves for good measure.
  ///
  /// - Parameters:
  ///   - jumps: whether operands that only choose may choose otherwise within their intervals, as in
  ///     what someone wrote; a step that is guessed at is taken as their most likely values have it.
  ///   - operand: the operands' intervals.
  func interval(jumps: Bool = true, over operand: (Operand) -> Interval) -> Interval {
    let intervals = operands.map { quantity in
      if !jumps, choosers.contains(quantity) { return Interval(operand(quantity).center) }
      return takesShares && CalculationOf.isOutput(quantity)
        ? operand(quantity).asShare : operand(quantity)
    }
    var values = intervals.map(\.center)
    let center = result(values)
    guard center.isFinite else { return Interval(center) }
    var (low, high) = (center, center)
    var grows = Array(repeating: true, count: values.count)
    for n in operands.indices where !intervals[n].isExact {
      let old = values[n]
      values[n] = intervals[n].low
      let below = result(values)
      values[n] = intervals[n].high
      let above = result(values)
      values[n] = old
      grows[n] = above >= below
      (low, high) = (min(low, below, above), max(high, below, above))
    }
    for isHighest in [false, true] {
      for n in operands.indices {
        values[n] = grows[n] == isHighest ? intervals[n].high : intervals[n].low
      }
      let corner = result(values)
      (low, high) = (min(low, corner), max(high, corner))
    }
    return Interval(center: center, low: low, high: high)
  }

  private static func isOutput(_ operand: Operand) -> Bool {
    let quantity = (operand as? Place)?.quantity ?? operand as? Quantity
    guard case .output? = quantity else { return false }
    return true
  }

  private func result(_ values: [Double]) -> Double {
    // The operand that comes next is the one most likely to be asked for.
    var next = 0
    return value { quantity in
      if next < operands.count, operands[next] == quantity {
        next += 1
        return values[next - 1]
      }
      guard let place = operands.firstIndex(of: quantity) else { return .nan }
      next = place + 1
      return values[place]
    }
  }
}

extension CalculationOf {
  /// The same result times a number.
  func scaled(by factor: Double) -> CalculationOf {
    var scaled = self
    scaled.value = { factor * value($0) }
    return scaled
  }

  /// The same with one operand multiplied: 0 leaves it out, −1 turns its sign.
  func scaling(_ operand: Operand, by factor: Double) -> CalculationOf {
    var scaled = self
    scaled.value = { known in value { $0 == operand ? factor * known($0) : known($0) } }
    return scaled
  }

  /// The same with other quantities in the places of some operands.
  func replacing(_ others: [Operand: Operand]) -> CalculationOf {
    let pairs = Array(others)
    func other(_ quantity: Operand) -> Operand {
      pairs.first { $0.key == quantity }?.value ?? quantity
    }
    var known: Set<Operand> = []
    let new = operands.map(other).filter { known.insert($0).inserted }
    return CalculationOf(
      operands: new, value: { known in value { known(other($0)) } }, takesShares: takesShares)
  }

  /// Another quantity's value as it is.
  static func same(as quantity: Operand) -> CalculationOf {
    CalculationOf(operands: [quantity]) { $0(quantity) }
  }

  /// A function of one other quantity.
  static func of(
    _ quantity: Operand, _ function: @escaping (Double) -> Double
  ) -> CalculationOf {
    CalculationOf(operands: [quantity]) { function($0(quantity)) }
  }
}
