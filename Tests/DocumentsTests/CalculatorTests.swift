import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// Every printed line can be worked out again, with nothing but what stands in it and a pocket
/// calculator.
struct CalculatorTests {
  static let policies = [
    ["--round-as-you-go", "--digits", "4"], ["--round-as-you-go", "--digits", "6"],
    ["--round-as-you-go", "--decimals", "4"], ["--digits", "17"],
  ]

  @Test(arguments: try Sampled.of(NetworkCase.forDocuments(), every: 5, inFull: 2), policies)
  func `a printed line gives the printed result`(_ network: NetworkCase, _ policy: [String])
    throws
  {
    for notation in ["documents", "mazur", "nielsen"] {
      let options = ["--to", "json", "--notation", notation] + policy
      try check(run(["export", "-"] + options, input: Array(network.source.utf8)), policy)
    }
  }

  @Test(arguments: try Sampled.of(NetworkCase.forDocuments(), every: 5, inFull: 2), policies)
  func `so does a line of a later step, in a batch`(_ network: NetworkCase, _ policy: [String])
    throws
  {
    let source = try inBatchesOfThree(network.source).source
    let options = ["export", "-", "--trace-step", "2", "--to", "json"] + policy
    try check(run(options, input: Array(source.utf8)), policy)
  }

  private func check(_ result: Run, _ policy: [String]) throws {
    let steps = try #require(try result.json()["steps"] as? [[String: Any]])
    var count = 0
    for step in steps {
      let line = try #require(step["substitution"] as? String)
      guard !line.isEmpty, let value = step["value"] as? Double else { continue }
      let bare = line.split(separator: "  [").first.map(String.init) ?? line
      let again = try Calculator.value(of: bare)
      guard again.isFinite else {
        // e^800 is beyond a calculator.
        #expect(bare.contains(/e\^(\(−\(-)?[789][0-9][0-9]/), "\(bare) = \(again)")
        continue
      }
      count += 1
      #expect(
        isSame(again, value, in: bare, policy),
        "\(step["id"] ?? ""): \(bare) = \(again), shown \(value)")
    }
    #expect(count > 5)
  }

  private func isSame(
    _ again: Double, _ value: Double, in line: String, _ policy: [String]
  ) -> Bool {
    guard policy.contains("--round-as-you-go") else {
      return abs(again - value) <= 1e-11 * max(1e-3, largest(in: line), abs(value))
    }
    // A calculator that carries 15 digits has ln(1 + e^(-40)) = 0.
    return shown(again, policy) == value || abs(again - value) < 1e-15
      || abs(again - value) <= 0.5000001 * unit(of: value, policy)
  }

  private func shown(_ value: Double, _ policy: [String]) -> Double {
    policy[1] == "--digits"
      ? Double(String(format: "%.\((Int(policy[2]) ?? 6) - 1)e", value)) ?? .nan
      : Double(String(format: "%.\(policy[2])f", value)) ?? .nan
  }

  /// The last digit that a result keeps.
  private func unit(of value: Double, _ policy: [String]) -> Double {
    let digits = Double(policy[2]) ?? 6
    guard policy[1] == "--digits" else { return pow(10, -digits) }
    return pow(10, floor(log10(max(abs(value), .leastNormalMagnitude))) + 1 - digits)
  }

  private func largest(in line: String) -> Double {
    line.matches(of: /[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/).compactMap { Double($0.0) }.max() ?? 1
  }
}
