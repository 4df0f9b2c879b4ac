import Testing

@testable import Sheets

/// Numbers as people write them: the value, and how precisely it was written.
struct WrittenNumberTests {
  @Test(
    arguments: [
      ("0.3775", 0.3775, 0.00005), ("−2.4e-3", -0.0024, 0.00005), ("1.2×10^-4", 1.2e-4, 5e-6),
      ("１．５", 1.5, 0.05), (" 0.50 ", 0.5, 0.005), ("3/8", 0.375, 0), ("-.5", -0.5, 0.05),
      ("12", 12, 0.5), ("1e3", 1000, 500), ("+0.1", 0.1, 0.05), ("`0.25`", 0.25, 0.005),
      ("$-0.0381$", -0.0381, 0.00005), ("1.2E-4", 1.2e-4, 5e-6), ("0", 0, nil), ("-2", -2, nil),
      ("$1.2 \\times 10^{-4}$", 1.2e-4, 5e-6),
    ] as [(String, Double, Double?)])
  func `a number is read with its precision`(
    _ text: String, _ value: Double, _ half: Double?
  ) throws {
    let number = try WrittenNumber(text)
    #expect(number.value == value)
    #expect(((number.halfUnit ?? 0) - (half ?? 0)).magnitude <= 1e-12 * (half ?? 0))
    #expect((number.halfUnit == nil) == (half == nil))
  }

  @Test(arguments: ["", "  ", "___", "-", "?", "…"])
  func `what was not filled in is blank`(_ text: String) {
    #expect(throws: WrittenNumber.Problem.blank) { try WrittenNumber(text) }
  }

  @Test(arguments: [
    "abc", "1.2.3", "nan", "inf", "0x1F", "1e999", "1/0", "--1", "1e", "5%%", "%", "1 2", "0.39 25",
    "1 = 2", "3/", "٣",
    "1e-9223372036854775808", "1e9223372036854775807", "1e99999999999999999999", "1e-400", "1e400",
    "1e-9223372036854775808/1e-9223372036854775808", "0.1\u{301}5", "1e1\u{301}", "1/1e-400",
  ])
  func `what is not a number is unreadable`(_ text: String) {
    #expect(throws: WrittenNumber.Problem.unreadable) { try WrittenNumber(text) }
  }

  @Test func `a decimal comma is told`() {
    #expect(throws: WrittenNumber.Problem.decimalComma) { try WrittenNumber("0,5") }
    #expect(throws: WrittenNumber.Problem.decimalComma) { try WrittenNumber("０，５") }
  }
}
