import CommandTestSupport
import Foundation
import ScalarBackprop
import TestSupport
import Testing

/// Sheets of the kind that people write, with something changed at random: whatever stands there, the
/// program says what it makes of it, and never breaks.
struct SheetFuzzTests {
  /// How many sheets there are; `BACKPROP_FUZZED` sets another number.
  private static let count = Sampled.count("BACKPROP_FUZZED", whole: 240, part: 60)

  /// What is put somewhere into a sheet.
  private static let pieces = [
    "=", "≈", "→", "0.5", "-", "[", "]", "(", ")", "{", "}", "|", "\n", "\t", ",", ";", ":", "^",
    "_", "\\",
    "\\frac{", "\\begin{bmatrix}", "∂", "δ", "w5", "net_h1", "1e999", "0,5", "０．５", "新",
    "Iteration 2\n",
    "network: mazur\n", "① ", "% ", "NaN", "1/0", "Out[2]: ", ">>> ", "\u{0}", "\u{301}",
    "\u{202E}", "'", "\"",
  ]

  /// Where the random numbers begin; `BACKPROP_SEED` sets another place.
  private static let seed =
    UInt64(ProcessInfo.processInfo.environment["BACKPROP_SEED"] ?? "") ?? 12

  /// How many sheets of one network are checked together, as those of a class are.
  private static let together = 20

  @Test(arguments: 0..<2)
  func `a sheet with anything changed is answered`(_ part: Int) throws {
    let folder = packageRoot.appending(path: "Tests/CommandsTests/Sheets")
    let sheets = try SheetsAsWrittenTests.names.map { name in
      let own = folder.appending(path: name)
      return (
        own.appending(path: "network.json5").path(),
        try String(contentsOf: own.appending(path: "sheet.txt"), encoding: .utf8)
      )
    }
    var random = RandomSource(seed: Self.seed + UInt64(part))
    let files = TemporaryFolder()
    for _ in 0..<max(1, Self.count / 2 / Self.together) {
      let (network, text) = sheets[random.below(sheets.count)]
      let changed = (0..<Self.together).map { _ in
        Self.changed(Self.piece(of: text, &random), like: sheets, &random)
      }
      let paths = try changed.enumerated().map { try files.write($1, "\($0).txt") }
      let result = run(["check", network] + paths + ["--format", "json"])
      let isAnswered =
        result.code == 2 && result.output.isEmpty ? !result.error.isEmpty : !result.output.isEmpty
      #expect((0...2).contains(result.code) && isAnswered, "\(changed)")
    }
  }

  /// The whole of a sheet, or, three times in four, a few lines of it.
  private static func piece(of text: String, _ random: inout RandomSource) -> [Character] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard random.below(4) > 0, lines.count > 12 else { return Array(text) }
    let start = random.below(lines.count - 5)
    return Array(
      lines[start..<min(lines.count, start + 5 + random.below(10))].joined(separator: "\n"))
  }

  private static func changed(
    _ text: [Character], like others: [(String, String)], _ random: inout RandomSource
  ) -> String {
    var text = text
    for _ in 0...random.below(6) where !text.isEmpty {
      let place = random.below(text.count)
      let end = min(text.count, place + 1 + random.below(12))
      switch random.below(6) {
      case 0: text.removeSubrange(place..<end)
      case 1: text.insert(contentsOf: pieces[random.below(pieces.count)], at: place)
      case 2: text.replaceSubrange(place..<end, with: pieces[random.below(pieces.count)])
      case 3: text.insert(contentsOf: text[place..<end], at: random.below(text.count))
      case 4:
        let other = others[random.below(others.count)].1.utf8
        let start = random.below(other.count)
        let bytes = other.dropFirst(start).prefix(random.below(80) + 1)
        text.insert(contentsOf: String(decoding: bytes, as: UTF8.self), at: place)
      default: text.swapAt(place, random.below(text.count))
      }
    }
    return String(text)
  }
}

extension RandomSource {
  /// A whole number from 0 to below another one.
  fileprivate mutating func below(_ count: Int) -> Int {
    min(count - 1, Int(uniform() * Double(count)))
  }
}
