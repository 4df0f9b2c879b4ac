internal import ScalarBackprop

/// What the quantities of a step may be, going by what someone wrote.
///
/// A written value is what it says, give or take half its last digit. One that is not written is
/// worked out again from those above it, and widened by half a unit of the sheet's precision:
/// whoever rounds as they go has rounded it too.
final class Estimates {
  let workings: Workings
  let written: [Quantity: Interval]
  let precision: SheetPrecision
  private var known: [Quantity: Interval] = [:]

  init(_ workings: Workings, written: [Quantity: Interval], precision: SheetPrecision) {
    self.workings = workings
    self.written = written
    self.precision = precision
  }

  /// What a quantity may be where another step goes on with it.
  func interval(of quantity: Quantity) -> Interval {
    if let interval = written[quantity] ?? known[quantity] { return interval }
    let way = workings.calculations(of: quantity).first
    let interval = unwritten(quantity, way) { self.interval(of: $0) }
    known[quantity] = interval
    return interval
  }

  /// The same, with some unwritten steps worked out in another way.
  private func interval(
    of quantity: Quantity, with rewrites: [Quantity: Calculation],
    _ seen: inout [Quantity: Interval]
  ) -> Interval {
    if let interval = written[quantity] ?? seen[quantity] { return interval }
    let way = rewrites[quantity] ?? workings.calculations(of: quantity).first
    var operands: [Quantity: Interval] = [:]
    for operand in way?.operands ?? [] {
      operands[operand] = interval(of: operand, with: rewrites, &seen)
    }
    let interval = unwritten(quantity, way) { operands[$0] ?? Interval(.nan) }
    seen[quantity] = interval
    return interval
  }

  /// What a step that is not written comes to in one way, rounded as the sheet rounds.
  private func unwritten(
    _ quantity: Quantity, _ way: Calculation?, _ operand: (Quantity) -> Interval
  ) -> Interval {
    guard let way else { return Interval(workings.exact(quantity)) }
    let result = way.interval(over: operand)
    return result.widened(by: precision.halfUnit(at: result.center))
  }

  /// What a step itself comes to, from what the person went on with; one for each right way.
  func results(of quantity: Quantity) -> [Interval] {
    workings.calculations(of: quantity).map { $0.interval { self.interval(of: $0) } }
  }

  /// What a step comes to where it, or steps before it, are worked out in another way.
  func result(of quantity: Quantity, with rewrites: [Quantity: Calculation]) -> Interval {
    guard let way = rewrites[quantity] ?? workings.calculations(of: quantity).first else {
      return Interval(.nan)
    }
    var seen: [Quantity: Interval] = [:]
    let affected = rewrites.keys.contains { $0 != quantity }
    var operands: [Quantity: Interval] = [:]
    for operand in way.operands {
      operands[operand] =
        affected ? interval(of: operand, with: rewrites, &seen) : interval(of: operand)
    }
    return way.interval { operands[$0] ?? Interval(.nan) }
  }

  /// The unwritten steps between a quantity and the written or given ones, nearest first.
  func unwrittenSteps(before quantity: Quantity, atMost limit: Int) -> [Quantity] {
    var found: [Quantity] = []
    var open = [quantity]
    while let next = open.first, found.count < limit {
      open.removeFirst()
      for operand in workings.calculations(of: next).first?.operands ?? []
      where written[operand] == nil && !workings.isGiven(operand) && !found.contains(operand) {
        found.append(operand)
        open.append(operand)
      }
    }
    return found
  }

  /// The written quantities that a step goes back to, through unwritten ones.
  func writtenSources(of quantity: Quantity) -> Set<Quantity> {
    var found: Set<Quantity> = []
    var seen: Set<Quantity> = [quantity]
    var open = [quantity]
    while let next = open.popLast() {
      for operand in workings.calculations(of: next).flatMap(\.operands)
      where seen.insert(operand).inserted {
        if written[operand] != nil { found.insert(operand) } else { open.append(operand) }
      }
    }
    return found
  }
}
