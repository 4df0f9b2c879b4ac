import Foundation
import ScalarBackprop
import Sheets
import TestSupport
import Testing
import Texts

@testable import Marking

/// The marker on sheets of many students, seeded: what it must never do, and how much it finds.
struct StatisticsTests {
  static let formats: [NumberFormat] = [
    .significant(3), .significant(4), .significant(5), .significant(6), .decimals(4),
  ]

  /// How many sheets there are; `BACKPROP_SHEETS` sets another number.
  static let sheets = Sampled.count("BACKPROP_SHEETS", whole: 150, part: 60)

  @Test func `one mistake is located and named`() async throws {
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      for seed in 0..<20 as Range<UInt64> {
        group.addTask { try Tally(ofSheets: Self.sheets / 20, seed: 2026 + seed) }
      }
      return try await group.reduce(into: Tally()) { $0.add($1) }
    }
    func share(_ count: Int, of all: Int) -> Double { Double(count) / Double(all) }
    let missed = Comment(rawValue: tally.missed.prefix(40).joined(separator: "\n"))
    #expect(tally.sheets == Self.sheets / 20 * 20)
    #expect(share(tally.located, of: tally.sheets) >= 0.995, missed)
    #expect(share(tally.named, of: tally.plain) >= 0.98, missed)
    #expect(share(tally.alone, of: tally.plain) >= 0.88)
    // No code hides its failures behind the others.
    for code in Misconception.allCases where !code.isSlipOfThePen {
      let made = tally.made[code] ?? 0
      let named = tally.namedAs[code] ?? 0
      #expect(made < 10 || Double(named) >= 0.8 * Double(made), "\(code): \(named) of \(made)")
    }
    print(
      "\(tally.sheets) sheets: located \(tally.located); of \(tally.plain) plain ones named \(tally.named), "
        + "alone \(tally.alone)")
  }

  @Test func `a number that is wrong for no reason has no mistake named`() throws {
    var named: [String] = []
    let count = Sampled.count("BACKPROP_SHEETS", whole: 200, part: 12)
    var random = RandomSource(seed: 77)
    for n in 0..<count {
      let step = try RandomStep(&random)
      let late = step.questions[1].filter { quantity in
        switch step.workings.block(of: quantity)?.phase {
        case .update, .after, .backward: true
        default: false
        }
      }
      let quantity = late[Int(random.uniform() * Double(late.count))]
      let right = step.workings.exact(quantity)
      let wrong = right * (n % 2 == 0 ? 4 * random.uniform() - 2 : 1 + 0.4 * random.uniform())
      let format = Self.formats[n % Self.formats.count]
      let marked = step.marker.mark([quantity: Answer(name: "", text: format.text(wrong))])
      let answer = try #require(marked.answers.first)
      if !answer.diagnoses.isEmpty {
        named.append("\(quantity) \(wrong) for \(right): \(answer.diagnoses.map(\.misconception))")
      }
    }
    print("\(count) random numbers: \(named.count) named")
    #expect(
      Double(named.count) <= 0.02 * Double(count),
      Comment(rawValue: named.joined(separator: "\n")))
  }

  @Test func `a slip of the pen is named where no other mistake gives the number`() throws {
    var made: [Misconception: Int] = [:]
    var named: [Misconception: Int] = [:]
    for n in 0..<12 {
      var random = RandomSource(seed: UInt64(1000 + n))
      let step = try RandomStep(&random)
      let student = Student(
        step.workings, format: Self.formats[n % Self.formats.count], roundsAsTheyGo: true)
      // Every step is written, so that none before it is searched for mistakes.
      let answers = student.answers(step.questions[0])
      let names = answers.keys.sorted { "\($0)" < "\($1)" }
      for quantity in names.filter({ !slips(answers[$0]?.text ?? "").isEmpty }).prefix(6) {
        for (code, slip) in slips(answers[quantity]?.text ?? "") {
          var sheet = answers
          sheet[quantity] = Answer(name: "", text: slip)
          let marked = step.marker.mark(sheet).answers.first { $0.quantity == quantity }
          let answer = try #require(marked)
          #expect(answer.verdict == .wrong, "\(quantity): \(slip)")
          made[code, default: 0] += 1
          if answer.names(code) { named[code, default: 0] += 1 }
        }
      }
    }
    for code in [Misconception.digitsExchanged, .decimalPoint] {
      let (made, named) = (made[code] ?? 0, named[code] ?? 0)
      #expect(made > 30 && Double(named) >= 0.8 * Double(made), "\(code): \(named) of \(made)")
    }
  }

  /// A number below 1 with its first two digits exchanged, and with its point moved.
  private func slips(_ text: String) -> [(Misconception, String)] {
    guard let parts = text.wholeMatch(of: /(-?)0\.([1-9])([1-9])([0-9]+)/) else { return [] }
    let (sign, first, second, rest) = (parts.1, parts.2, parts.3, parts.4)
    let isVisible = abs((Int(first) ?? 0) - (Int(second) ?? 0)) > 1
    let moved = (Misconception.decimalPoint, "\(sign)\(first).\(second)\(rest)")
    return isVisible ? [moved, (.digitsExchanged, "\(sign)0.\(second)\(first)\(rest)")] : [moved]
  }
}

extension Misconception {
  /// Whether it is one of the written number, not of the step.
  fileprivate var isSlipOfThePen: Bool { self == .digitsExchanged || self == .decimalPoint }
}
