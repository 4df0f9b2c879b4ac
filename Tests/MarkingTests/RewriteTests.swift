import ScalarBackprop
import Sheets
import Testing

@testable import Marking

/// The marker's rewrites against mistakes that were worked out without them.
struct RewriteTests {
  @Test(arguments: 0..<60)
  func `every rewrite is a mistake of the table, and every mistake has its rewrite`(
    _ seed: Int
  ) throws {
    var random = RandomSource(seed: UInt64(seed))
    let workings = try RandomStep(&random).workings
    let mistakes = Mistakes(of: workings.trace)
    var count = 0
    for quantity in workings.quantities {
      let right = workings.exact(quantity)
      func wrong(_ values: [(Misconception, Double)]) -> [(code: Misconception, value: Double)] {
        values.filter { !isSame($0.1, right) }
      }
      let rewrites = wrong(
        workings.rewrites(of: quantity).map { rewrite in
          (rewrite.misconception, rewrite.calculation.value { workings.exact($0) })
        })
      let table = wrong(
        mistakes.all(at: quantity).map { mistake in
          (mistake.code, mistake.value { workings.exact($0) })
        })
      for (name, some, others) in [("rewrite", rewrites, table), ("mistake", table, rewrites)] {
        for one in some {
          count += 1
          #expect(
            others.contains { $0.code == one.code && isSame($0.value, one.value) },
            "\(name) \(one.code) at \(quantity), \(right): \(one.value)")
        }
      }
    }
    #expect(count > 100)
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(1e-3, abs(a), abs(b))
  }
}
