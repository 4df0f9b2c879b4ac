import Foundation

/// What is looked at of very many cases: all of them where `CI` is set, else a part.
package enum Sampled {
  /// Whether everything is to be run.
  package static let isWhole = ProcessInfo.processInfo.environment["CI"] != nil

  /// One in so many of some cases, beginning with the first; all of them where `CI` is set, or one in
  /// so many of what takes minutes. It says so once.
  package static func of<Case>(
    _ cases: [Case], every step: Int, inFull whole: Int = 1
  ) -> [Case] {
    if !isWhole { _ = notice }
    return stride(from: 0, to: cases.count, by: isWhole ? whole : step).map { cases[$0] }
  }

  /// One in so many of all pairs of two kinds of cases, as `of`.
  package static func pairs<A, B>(
    _ first: [A], _ second: [B], every step: Int, inFull whole: Int = 1
  ) -> [(A, B)] {
    of(first.flatMap { a in second.map { (a, $0) } }, every: step, inFull: whole)
  }

  /// How many cases are made: as the environment says by a name, else all where `CI` is set.
  package static func count(_ name: String? = nil, whole: Int, part: Int) -> Int {
    if !isWhole { _ = notice }
    return name.flatMap { ProcessInfo.processInfo.environment[$0] }.flatMap { Int($0) }
      ?? (isWhole ? whole : part)
  }

  private static let notice: Void = FileHandle.standardError.write(
    Data("Of large samples a seeded part is run; CI=1 swift test runs all.\n".utf8))
}
