import ScalarBackprop
import Sheets
import Texts

@testable import Marking

/// What became of sheets with one mistake each.
struct Tally: Sendable {
  var sheets = 0
  var located = 0
  /// Those where all that the mistaken step goes on with is written, and the mistake is plain to see.
  var plain = 0
  var named = 0
  var alone = 0
  var made: [Misconception: Int] = [:]
  var namedAs: [Misconception: Int] = [:]
  var missed: [String] = []

  init() {}

  /// Marks so many sheets, eight about each of some random networks.
  init(ofSheets count: Int, seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    while sheets < count {
      let step = try RandomStep(&random)
      for _ in 0..<8 where sheets < count { try mark(step, &random) }
    }
  }

  mutating func add(_ other: Tally) {
    sheets += other.sheets
    located += other.located
    plain += other.plain
    named += other.named
    alone += other.alone
    made.merge(other.made, uniquingKeysWith: +)
    namedAs.merge(other.namedAs, uniquingKeysWith: +)
    missed += other.missed
  }

  private mutating func mark(_ step: RandomStep, _ random: inout RandomSource) throws {
    func pick<T>(_ items: [T]) -> T? {
      items.isEmpty ? nil : items[Int(random.uniform() * Double(items.count))]
    }
    let asked = step.questions[Int(random.uniform() * 3)]
    let format = StatisticsTests.formats[
      Int(random.uniform() * Double(StatisticsTests.formats.count))]
    let roundsAsTheyGo = random.uniform() < 0.5
    // A kind of step first, then a mistake, so that rare steps come up as well as frequent ones.
    let kinds = Dictionary(grouping: asked) { step.workings.block(of: $0)?.kind }
    let names = kinds.keys.sorted { "\($0.debugDescription)" < "\($1.debugDescription)" }
    guard let kind = pick(names), let quantity = pick(kinds[kind] ?? []) else { return }
    let mistakes = Mistakes(of: step.workings.trace).all(at: quantity)
    let present = Misconception.allCases.filter { code in mistakes.contains { $0.code == code } }
    guard let code = pick(present), let mistake = pick(mistakes.filter { $0.code == code })
    else { return }
    let right = Student(step.workings, format: format, roundsAsTheyGo: roundsAsTheyGo, asked: asked)
    let wrong = Student(
      step.workings, format: format, roundsAsTheyGo: roundsAsTheyGo, mistake: mistake,
      asked: asked)
    let (a, b) = (right.values[quantity] ?? .nan, wrong.values[quantity] ?? .nan)
    let answers = wrong.answers(asked)
    guard a.isFinite, b.isFinite, let written = answers[quantity]?.number else { return }
    // The mistake shows where it is more than the uncertainty of a number so written.
    let precision = SheetPrecision(of: answers.values.compactMap(\.number))
    let half = max(
      written.halfUnit ?? 0, precision.halfUnit(at: a, digits: 3),
      precision.halfUnit(at: b, digits: 3))
    guard abs(a - b) > 4 * half, abs(a - b) > 1e-12 else { return }
    let operands = step.workings.calculations(of: quantity).first?.operands ?? []
    let isComplete = operands.allSatisfy { step.workings.isGiven(Place($0)) || answers[$0] != nil }
    count(
      step.marker.mark(answers).firstMistake, quantity, code, "\(a) → \(b) \(format)",
      isPlain: isComplete && abs(a - b) >= 40 * half)
  }

  private mutating func count(
    _ first: MarkedAnswer?, _ quantity: Quantity, _ code: Misconception, _ numbers: String,
    isPlain: Bool
  ) {
    sheets += 1
    if let first, first.quantity == quantity {
      located += 1
    } else {
      let found = first.map { "\($0.quantity)" } ?? "nothing"
      missed.append("\(code) at \(quantity): \(numbers), found \(found)")
    }
    guard isPlain else { return }
    plain += 1
    made[code, default: 0] += 1
    guard let first, first.quantity == quantity else { return }
    if first.names(code) {
      named += 1
      namedAs[code, default: 0] += 1
    } else {
      missed.append(
        "unnamed \(code) at \(quantity): \(numbers), \(first.diagnoses.map(\.misconception))")
    }
    if first.diagnoses.map(\.misconception) == [code] { alone += 1 }
  }
}
