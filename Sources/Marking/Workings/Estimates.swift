internal import ScalarBackprop

/// What the quantities of a step may be, going by what someone wrote.
///
/// A written value is what it says, give or take half its last digit. One that is not written is
/// worked out again from those above it, and widened by half a unit of the sheet's precision:
/// whoever rounds as they go has rounded it too.
final class Estimates {
  let workings: Workings
  private(set) var written: [Place: Interval]
  let precision: SheetPrecision
  /// What is written, and what was worked out from it so far.
  private var known: [Place: Interval]

  init(_ workings: Workings, written: [Place: Interval], precision: SheetPrecision) {
    self.workings = workings
    self.written = written
    self.precision = precision
    known = written
  }

  /// Takes note of what a written value turned out to say; nothing that comes from it may be known.
  func write(_ interval: Interval, for quantity: Place) {
    written[quantity] = interval
    known[quantity] = interval
  }

  /// What a quantity may be where another step goes on with it.
  func interval(of quantity: Place) -> Interval {
    if let interval = known[quantity] { return interval }
    var known: [Place: Interval] = [:]
    swap(&known, &self.known)
    settle([quantity], &known) { workings.calculations(of: $0).first }
    swap(&known, &self.known)
    return self.known[quantity] ?? Interval(.nan)
  }

  /// Works quantities out after all that they come from, one after the other: the way down may be as
  /// long as the network is deep.
  private func settle(
    _ quantities: [Place], _ known: inout [Place: Interval], _ effort: Effort? = nil,
    _ way: (Place) -> PlacedCalculation?
  ) {
    var open = quantities
    var begun: Set<Place> = []
    while let next = open.last {
      guard known[next] == nil else {
        open.removeLast()
        continue
      }
      let way = way(next)
      let missing = (way?.operands ?? []).filter { known[$0] == nil }
      if missing.isEmpty || !begun.insert(next).inserted {
        open.removeLast()
        effort?.spend(way?.cost ?? 32)
        known[next] = unwritten(next, way) { known[$0] ?? Interval(.nan) }
      } else {
        effort?.spend(16 + missing.count)
        open += missing
      }
    }
  }

  /// What a step that is not written comes to in one way, rounded as the sheet rounds.
  func unwritten(
    _ quantity: Place, _ way: PlacedCalculation?, _ operand: (Place) -> Interval
  ) -> Interval {
    guard let way else { return Interval(workings.exact(quantity)) }
    let result = way.interval(jumps: false, over: operand)
    return result.widened(by: precision.room(at: result.center))
  }

  /// What a step itself comes to, from what the person went on with; one for each right way.
  func results(of quantity: Place) -> [Interval] {
    workings.calculations(of: quantity).map { $0.interval { self.interval(of: $0) } }
  }

  /// What a step comes to where it, or steps before it, are worked out in another way.
  func result(
    of quantity: Place, with rewrites: [Place: PlacedCalculation], _ effort: Effort
  ) -> Interval {
    guard let way = rewrites[quantity] ?? workings.calculations(of: quantity).first else {
      return Interval(.nan)
    }
    var seen = written
    settle(way.operands, &seen, effort) { rewrites[$0] ?? workings.calculations(of: $0).first }
    effort.spend(way.cost)
    return way.interval(jumps: false) { seen[$0] ?? Interval(.nan) }
  }

  /// What a step comes to where it alone is worked out in another way.
  func result(as way: PlacedCalculation, _ effort: Effort) -> Interval {
    effort.spend(way.cost)
    return way.interval(jumps: false) { interval(of: $0) }
  }

  /// The unwritten steps between a quantity and the written or given ones, nearest first.
  func unwrittenSteps(before quantity: Place, atMost limit: Int) -> [Place] {
    var found: [Place] = []
    var known: Set<Place> = []
    var place = -1
    while place < found.count, found.count < limit {
      let next = place < 0 ? quantity : found[place]
      place += 1
      for operand in workings.calculations(of: next).first?.operands ?? []
      where written[operand] == nil && !workings.isGiven(operand) && known.insert(operand).inserted
      {
        found.append(operand)
      }
    }
    return found
  }
}
