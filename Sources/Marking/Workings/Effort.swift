/// What may still be spent on a search, in operands asked for: unlike a clock, the same on every
/// machine, so that a sheet is told the same wherever it is marked.
final class Effort {
  private(set) var left: Int

  init(_ most: Int) { left = most }

  var isSpent: Bool { left <= 0 }

  func spend(_ amount: Int) { left -= amount }

  /// Lets something spend no more than a part of what is left.
  func part<T>(_ share: Int, _ body: (Effort) -> T) -> T {
    let part = Effort(left / share)
    let before = part.left
    let result = body(part)
    left -= before - part.left
    return result
  }
}

/// How much is spent on all sheets that are marked together on the search for what was done where
/// they are wrong. Half of it is shared out, so that each sheet has something for sure; the other half,
/// and what is left over, is for whichever comes first.
package struct SearchBudget {
  private(set) var left: Int
  private var sheets: Int
  private let share: Int
  private let mostASheet: Int

  /// Makes a budget for so many sheets.
  package init(sheets: Int) { self.init(sheets: sheets, most: 24_000_000) }

  /// A budget for one sheet of which nothing is searched.
  package static let none = SearchBudget(sheets: 1, most: 0)

  /// A budget for one sheet, in operands asked for.
  package static func one(_ most: Int) -> SearchBudget { SearchBudget(sheets: 1, most: 2 * most) }

  init(sheets: Int, most: Int) {
    self.sheets = max(sheets, 1)
    left = most
    share = most / 2 / self.sheets
    mostASheet = most / 2
  }

  /// Lets the next sheet spend what it may.
  mutating func spend<T>(_ body: (Effort) -> T) -> T {
    sheets = max(sheets - 1, 0)
    let effort = Effort(min(mostASheet, max(left - share * sheets, 0)))
    let before = effort.left
    let result = body(effort)
    left -= before - effort.left
    return result
  }
}
