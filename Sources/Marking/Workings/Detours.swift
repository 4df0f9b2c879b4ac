internal import ScalarBackprop

/// What an answer comes to where one of the steps before it, which are not on the sheet, is worked out
/// in another way. Only what lies between is worked out again.
final class Detours {
  private let estimates: Estimates
  /// The answer and all the unwritten steps before it, in the order of calculation.
  private let steps: [Place]
  private var places: [Place: Int] = [:]
  /// The places of the steps that go on with each.
  private var users: [[Int]]
  private var isOpen: [Bool]

  /// Goes back from an answer to what is written or given.
  init(to target: Place, _ estimates: Estimates, _ effort: Effort) {
    self.estimates = estimates
    let workings = estimates.workings
    var found: Set<Place> = [target]
    var open = [target]
    while let next = open.popLast() {
      let operands = workings.calculations(of: next).first?.operands ?? []
      effort.spend(16 + operands.count)
      for operand in operands
      where estimates.written[operand] == nil && !workings.isGiven(operand)
        && found.insert(operand).inserted
      {
        open.append(operand)
      }
    }
    steps = found.sorted { workings.places[$0] ?? 0 < workings.places[$1] ?? 0 }
    users = Array(repeating: [], count: steps.count)
    isOpen = Array(repeating: false, count: steps.count)
    for (place, step) in steps.enumerated() { places[step] = place }
    for (place, step) in steps.enumerated() {
      for operand in workings.calculations(of: step).first?.operands ?? [] {
        if let before = places[operand] { users[before].append(place) }
      }
    }
  }

  /// What the answer comes to; `nil` where nothing of it changes.
  func result(_ step: Place, as other: PlacedCalculation, _ effort: Effort) -> Interval? {
    guard let start = places[step] else { return nil }
    var changed: [Place: Interval] = [:]
    var last = start
    isOpen[start] = true
    var place = start
    while place <= last {
      defer { place += 1 }
      guard isOpen[place] else { continue }
      isOpen[place] = false
      let quantity = steps[place]
      let way =
        place == start ? other : estimates.workings.calculations(of: quantity).first
      effort.spend(way?.cost ?? 32)
      func operand(_ quantity: Place) -> Interval {
        changed[quantity] ?? estimates.interval(of: quantity)
      }
      // The answer itself, the last of all, is not rounded.
      if place == steps.count - 1 { return way?.interval(jumps: false, over: operand) }
      let new = estimates.unwritten(quantity, way, operand)
      guard new != estimates.interval(of: quantity) else { continue }
      changed[quantity] = new
      for user in users[place] {
        isOpen[user] = true
        last = max(last, user)
      }
    }
    effort.spend((last - start) / 8)
    return nil
  }
}
