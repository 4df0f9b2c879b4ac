import ScalarBackprop
import Testing
import Texts

@testable import Marking

/// The marker on sheets of many students, seeded: what it must never do, and how much it finds.
struct StatisticsTests {
  static let formats: [NumberFormat] = [
    .significant(3), .significant(4), .significant(5), .significant(6), .decimals(4),
  ]

  @Test(arguments: 0..<40)
  func `an honest sheet is never told that it is wrong`(_ seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    for n in 0..<10 {
      let step = try RandomStep(&random)
      for format in Self.formats {
        let student = Student(
          step.workings, format: format, roundsAsTheyGo: random.uniform() < 0.5)
        let sheet = step.marker.mark(student.answers(step.questions[n % 3]))
        #expect(sheet.answers.count > 5)
        for answer in sheet.answers {
          #expect(
            answer.verdict == .correct || answer.verdict == .rounding,
            "\(answer.quantity) \(answer.answer.text), expected \(answer.expected)")
        }
      }
    }
  }

  /// What became of sheets with one mistake.
  struct Tally {
    var sheets = 0
    var located = 0
    var named = 0
    var alone = 0
    var missed: [String] = []
  }

  @Test func `one mistake is located and named`() throws {
    var tally = Tally()
    var random = RandomSource(seed: 2026)
    while tally.sheets < 2000 {
      let step = try RandomStep(&random)
      for _ in 0..<8 { try mark(step, &random, &tally) }
    }
    let share = { (count: Int) in Double(count) / Double(tally.sheets) }
    let missed = Comment(rawValue: tally.missed.prefix(40).joined(separator: "\n"))
    #expect(share(tally.located) >= 0.995, missed)
    #expect(share(tally.named) >= 0.97, missed)
    #expect(share(tally.alone) >= 0.88)
  }

  private func mark(
    _ step: RandomStep, _ random: inout RandomSource, _ tally: inout Tally
  ) throws {
    func pick<T>(_ items: [T]) -> T? {
      items.isEmpty ? nil : items[Int(random.uniform() * Double(items.count))]
    }
    let asked = step.questions[Int(random.uniform() * 3)]
    let format = Self.formats[Int(random.uniform() * Double(Self.formats.count))]
    let roundsAsTheyGo = random.uniform() < 0.5
    // A kind of step first, then a mistake, so that rare steps come up as well as frequent ones.
    let kinds = Dictionary(grouping: asked) { step.workings.block(of: $0)?.kind }
    let names = kinds.keys.sorted { "\($0.debugDescription)" < "\($1.debugDescription)" }
    guard let kind = pick(names), let quantity = pick(kinds[kind] ?? []) else { return }
    let rewrites = step.workings.rewrites(of: quantity)
    let present = Misconception.allCases.filter { code in
      rewrites.contains { $0.misconception == code }
    }
    guard let code = pick(present),
      let rewrite = pick(rewrites.filter { $0.misconception == code })
    else { return }
    let right = Student(step.workings, format: format, roundsAsTheyGo: roundsAsTheyGo)
    let wrong = Student(
      step.workings, format: format, roundsAsTheyGo: roundsAsTheyGo, mistake: (quantity, rewrite))
    let (a, b) = (right.values[quantity] ?? .nan, wrong.values[quantity] ?? .nan)
    let answers = wrong.answers(asked)
    guard a.isFinite, b.isFinite, let written = answers[quantity]?.number else { return }
    // The mistake shows where it is more than the uncertainty of a number so written.
    let precision = SheetPrecision(of: answers.values.compactMap(\.number))
    let half = max(written.halfUnit ?? 0, precision.halfUnit(at: a), precision.halfUnit(at: b))
    guard abs(a - b) > 4 * half else { return }
    tally.sheets += 1
    let sheet = step.marker.mark(answers)
    let first = sheet.firstMistake
    guard first?.quantity == quantity else {
      tally.missed.append(
        "\(code) at \(quantity): \(a) → \(b) \(format) \(roundsAsTheyGo), found \(String(describing: first?.quantity)) \(sheet.remarks.map(\.code))"
      )
      return
    }
    tally.located += 1
    if first?.diagnoses.contains(code) == true {
      tally.named += 1
    } else {
      tally.missed.append("unnamed \(code) at \(quantity): \(first?.diagnoses ?? [])")
    }
    if first?.diagnoses == [code] { tally.alone += 1 }
  }
}
