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

  @Test(arguments: try NetworkSamples.all(), policies)
  func `a printed line gives the printed result`(_ network: NetworkSamples, _ policy: [String])
    throws
  {
    let isRounded = policy.contains("--round-as-you-go")
    for notation in ["documents", "mazur", "nielsen"] {
      let arguments = ["export", "-", "--to", "json", "--notation", notation] + policy
      let result = run(arguments, input: Array(network.source.utf8))
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let steps = try #require((object as? [String: Any])?["steps"] as? [[String: Any]])
      var count = 0
      for step in steps {
        let line = try #require(step["substitution"] as? String)
        guard !line.isEmpty, let value = step["value"] as? Double else { continue }
        let bare = line.split(separator: "  [").first.map(String.init) ?? line
        let again = try Calculator.value(of: bare)
        count += 1
        guard again.isFinite else { continue }
        let id = step["id"] as? String ?? ""
        if isRounded {
          let shown = shown(again, policy)
          // A calculator that carries 15 digits has ln(1 + e^(-40)) = 0.
          let isSame =
            shown == value || abs(again - value) < 1e-15
            || abs(again - value) <= 0.5000001 * unit(of: value, policy)
          #expect(isSame, "\(id): \(bare) = \(again), shown \(value)")
        } else {
          #expect(
            abs(again - value) <= 1e-11 * max(1e-3, largest(in: bare), abs(value)),
            "\(id): \(bare) = \(again), shown \(value)")
        }
      }
      #expect(count > 5)
    }
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
