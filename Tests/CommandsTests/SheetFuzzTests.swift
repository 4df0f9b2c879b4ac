import Foundation
import ScalarBackprop
import TestSupport
import Testing

/// Sheets of the kind that people write, with something changed at random: whatever stands there, the
/// program says what it makes of it, and never breaks.
struct SheetFuzzTests {
  /// How many sheets there are; `BACKPROP_FUZZED` sets another number.
  private static let count =
    Int(ProcessInfo.processInfo.environment["BACKPROP_FUZZED"] ?? "") ?? 600

  /// What is put somewhere into a sheet.
  private static let pieces = [
    "=", "≈", "→", "0.5", "-", "[", "]", "(", ")", "{", "}", "|", "\n", "\t", ",", ";", ":", "^",
    "_", "\\",
    "\\frac{", "\\begin{bmatrix}", "∂", "δ", "w5", "net_h1", "1e999", "0,5", "０．５", "新",
    "Iteration 2\n",
    "network: mazur\n", "① ", "% ", "NaN", "1/0", "Out[2]: ", ">>> ", "\u{0}", "\u{301}",
    "\u{202E}", "'", "\"",
  ]

  @Test(arguments: 0..<2)
  func `a sheet with anything changed is answered`(_ part: Int) throws {
    let folder = packageRoot.appending(path: "Tests/CommandsTests/Sheets")
    let sheets = try SheetsAsWrittenTests.names.map { name in
      let own = folder.appending(path: name)
      return (
        own.appending(path: "network.json5").path(),
        Array(try String(contentsOf: own.appending(path: "sheet.txt"), encoding: .utf8))
      )
    }
    var random = RandomSource(seed: UInt64(12 + part))
    for _ in 0..<Self.count / 2 {
      let (network, text) = sheets[Int(random.uniform() * Double(sheets.count))]
      let sheet = Self.changed(text, like: sheets, &random)
      let result = run("check", network, "-", "--format", "json", input: sheet)
      guard result.code == 2 else {
        #expect(result.code == 0 || result.code == 1, "\(sheet)")
        continue
      }
      #expect(result.output.isEmpty && !result.error.isEmpty, "\(sheet)")
    }
  }

  private static func changed(
    _ text: [Character], like others: [(String, [Character])], _ random: inout RandomSource
  ) -> String {
    func below(_ count: Int) -> Int { min(count - 1, Int(random.uniform() * Double(count))) }
    var text = text
    for _ in 0...below(6) where !text.isEmpty {
      let place = below(text.count)
      let end = min(text.count, place + 1 + below(12))
      switch below(6) {
      case 0: text.removeSubrange(place..<end)
      case 1: text.insert(contentsOf: pieces[below(pieces.count)], at: place)
      case 2: text.replaceSubrange(place..<end, with: pieces[below(pieces.count)])
      case 3: text.insert(contentsOf: text[place..<end], at: below(text.count))
      case 4:
        let other = others[below(others.count)].1
        let start = below(other.count)
        text.insert(contentsOf: other[start..<min(other.count, start + below(80) + 1)], at: place)
      default: text.swapAt(place, below(text.count))
      }
    }
    return String(text)
  }
}
