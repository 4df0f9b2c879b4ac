import Foundation
import ScalarBackprop
import Testing
import Texts

/// Numbers as people read them.
struct NumberFormatTests {
  @Test(
    arguments: [
      (0.3775, 6, "0.3775"), (0.5932699921071872, 6, "0.593270"), (0.35, 6, "0.35"),
      (-0.000438568, 6, "-0.000438568"), (0.0000438568123, 6, "4.38568e-5"), (1, 6, "1"),
      (0, 6, "0"), (-0.0, 6, "0"), (1_234_567, 6, "1.23457e6"), (1_000_000, 6, "1000000"),
      (123456, 6, "123456"), (0.1 + 0.2, 6, "0.3"), (0.1 + 0.2, 17, "0.30000000000000004"),
      (0.1, 17, "0.1"), (2.0 / 3, 1, "0.7"), (9.9999999, 3, "10.0"), (0.99999, 2, "1.0"),
      (.leastNonzeroMagnitude, 3, "5e-324"), (1.7976931348623157e308, 4, "1.798e308"),
      (0.29 * 0.5, 2, "0.15"),
      (2.5, 1, "3"), (-2.5, 1, "-3"), (1e15, 6, "1e15"), (1e14, 6, "100000000000000"),
    ] as [(Double, Int, String)])
  func `significant digits`(_ value: Double, _ digits: Int, _ text: String) {
    #expect(NumberFormat.significant(digits).text(value) == text)
  }

  @Test(
    arguments: [
      (0.3775, 3, "0.378"), (0.35, 4, "0.3500"), (0.0004, 3, "0.0004"), (-1e-9, 2, "-1e-9"),
      (0.0004567, 3, "0.000457"), (0, 2, "0.00"), (-0.0, 2, "0.00"), (2.5, 0, "3"), (1, 0, "1"),
      (0.29 * 0.5, 2, "0.15"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (1e20, 2, "1e20"),
      (1.98005e20, 4, "1.98005e20"),
      (99.999, 2, "100.00"), (0.4, 0, "0.4"), (123.456, 1, "123.5"),
    ] as [(Double, Int, String)])
  func `decimal places, and never a zero for what is none`(
    _ value: Double, _ places: Int, _ text: String
  ) {
    #expect(NumberFormat.decimals(places).text(value) == text)
  }

  @Test func `beyond Double`() {
    #expect(NumberFormat.significant(6).text(.infinity) == "∞")
    #expect(NumberFormat.significant(6).text(-.infinity) == "-∞")
    #expect(NumberFormat.decimals(2).text(.nan) == "∞")
    #expect(NumberFormat.decimals(2).rounded(.infinity) == .infinity)
  }

  @Test func `random numbers agree with the C library`() {
    var random = RandomSource(seed: 1)
    for _ in 0..<20_000 {
      let exponent = Double.random(in: -4...5, using: &random)
      let value = Double.random(in: -1...1, using: &random) * pow(10, exponent)
      for places in [0, 3, 7] {
        let text = String(format: "%.\(places)f", value)
        guard Double(text) != 0 else { continue }
        #expect(NumberFormat.decimals(places).text(value) == text, "\(value)")
      }
      let digits = Int.random(in: 1...9, using: &random)
      let rounded = NumberFormat.significant(digits).rounded(value)
      #expect(rounded == Double(String(format: "%.\(digits - 1)e", value)), "\(value)")
    }
  }

  @Test func `shown and rounded are the same number`() throws {
    var random = RandomSource(seed: 1)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: .random(in: 0...UInt64.max, using: &random))
      guard value.isFinite else { continue }
      for digits in [1, 3, 6, 12, 17] {
        let format = NumberFormat.significant(digits)
        #expect(Double(format.text(value)) == format.rounded(value), "\(value), \(digits)")
      }
      #expect(NumberFormat.significant(17).rounded(value) == value)
    }
  }

  @Test func `numbers near a half or a whole are rounded as exactly as others`() {
    var random = RandomSource(seed: 2)
    for _ in 0..<5_000 {
      let digits = Int.random(in: 1...11, using: &random)
      let whole = Double.random(in: 0..<pow(10, Double(digits)), using: &random).rounded()
      let offset = [0, 0.5, 0.49999, 0.50001, 1e-5, 1e-9][Int.random(in: 0..<6, using: &random)]
      let value = (whole + offset) * pow(10, Double.random(in: -12...3, using: &random).rounded())
      let format = NumberFormat.significant(digits)
      #expect(Double(format.text(value)) == format.rounded(value), "\(value), \(digits)")
      #expect(format.text(-value) == (value == 0 ? "0" : "-" + format.text(value)))
    }
  }

  @Test(
    arguments: [(1.0, "1"), (0.1, "0.1"), (-2, "-2"), (1e-7, "1e-07"), (1e22, "1e+22")]
      as [(Double, String)])
  func `the shortest text that reads back`(_ value: Double, _ text: String) {
    var buffer = TextBuffer()
    buffer.append(shortest: value)
    #expect(buffer.text == text)
    #expect(Double(buffer.text) == value)
  }
}

/// Numbers a hair below a power of ten, which are that power on paper.
struct CarryTests {
  @Test(arguments: [
    (9.999999999999998e-05, "0.0001"), (-9.999999999999998e-05, "-0.0001"),
    (0.99999999999999989, "1.0000"), (9.9999999999999982, "10.0000"),
    (4.9999999999999996e-05, "0.0001"),
  ])
  func `a carry may move the first digit`(_ value: Double, _ text: String) {
    #expect(NumberFormat.decimals(4).text(value) == text)
    #expect(NumberFormat.decimals(4).rounded(value) == Double(text))
  }
}
