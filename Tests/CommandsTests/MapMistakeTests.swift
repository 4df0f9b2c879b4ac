import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import TestSupport
import Testing
import Texts

/// The mistakes of convolution and pooling, by what published wrong figures come to.
struct MapMistakeTests {
  private let folder = TemporaryFolder()

  private func codes(_ network: String, _ sheet: String) throws -> [String] {
    let file = try folder.write(sheet, "sheet.txt")
    let result = run("check", network, file, "--format", "json")
    #expect(result.code == 1, "\(result.error)")
    let sheets = try #require(try result.json()["sheets"] as? [[String: Any]])
    let answers = try #require(sheets[0]["answers"] as? [[String: Any]])
    return answers.flatMap {
      ($0["diagnoses"] as? [[String: String]] ?? []).compactMap { $0["misconception"] }
    }
  }

  /// One sheet, what stands on it, and the mistake.
  private static let mistakes: [(network: String, sheet: String, code: String)] = [
    ("convolution-1d", "grad.w[c1,1] = -0.14875", "mean-over-positions"),
    ("convolution-1d", "delta[c1.1] = 0.2125\ngrad.w[c1,1] = -0.425", "one-position"),
    ("convolution-1d", "out[p2.1] = 0.55", "first-for-largest"),
    ("convolution-1d", "error[p2.1] = 0.2125\nback[p2.1,c1.2] = 0.2125", "max-to-all"),
    ("convolution-1d", "error[p2.1] = 0.2125\nback[p2.1,c1.1] = 0.10625", "max-shared"),
    ("convolution-1d", "net[c1.1] = 0.35", "kernel-flipped"),
    ("convolution", "net[c1.1.2] = 0.35", "kernel-flipped"),
  ]

  @Test(
    arguments: Sampled.pairs(
      Notation.profiles.filter { !$0.needsOneHiddenLayer }.map(\.name),
      ["md", "csv", "txt", "html", "tex"], every: 13, inFull: 3))
  func `a key about an image is right`(_ notation: String, _ format: String) throws {
    for options in [[], ["--digits", "4"], ["--short", "--round-as-you-go", "--decimals", "5"]] {
      let key = run(
        ["worksheet", "convolution", "--key", "--to", format, "--notation", notation] + options)
      let file = try folder.write(key.output, "key.\(format)")
      let result = run(["check", "convolution", file, "--notation", notation, "--format", "json"])
      #expect(result.code == 0, "\(options) \(result.output.suffix(600))")
    }
  }

  @Test(arguments: mistakes)
  func `a mistake of one step is named`(_ network: String, _ sheet: String, _ code: String) throws {
    #expect(try codes(network, sheet).contains(code))
  }

  @Test func `a mean that was not divided is named`() throws {
    let source = try #require(Example.named("convolution-1d")?.source())
    let file = try folder.write(
      source.replacingOccurrences(of: "max-pooling", with: "average-pooling"), "mean.json5")
    #expect(try codes(file, "out[p2.1] = 1.50000").contains("average-not-divided"))
    #expect(
      try codes(file, "error[p2.1] = 0.315\nback[p2.1,c1.1] = 0.315").contains(
        "average-not-divided"))
  }

  @Test func `a mistake on the way is named by what it leads to`() throws {
    #expect(
      try codes("convolution", "error[p2.1.1] = 0.0384196\nerror[c1.1.1] = 0.0384196").contains(
        "max-to-all"))
    #expect(try codes("convolution", "out[46] = 0.6538463627998").contains("kernel-flipped"))
  }

  /// Kernel gradients that come from one mistake made in every window, worked out elsewhere.
  static let everywhere: [(code: String, gradients: [Double])] = [
    ("max-to-all", [-0.008462398546, -0.017964344322, -0.026556842917, -0.025778300717]),
    ("mean-over-positions", [-0.000416258378, -0.000298471320, -0.000588171310, -0.000717952119]),
    ("max-shared", [-0.002115599637, -0.00449108608, -0.006639210729, -0.006444575179]),
    ("slope-forgotten", [-0.026893742046, -0.019209815747, -0.038419631494, -0.046103557793]),
  ]

  /// In few digits each number alone may be chance; all of them together are not.
  @Test(arguments: Sampled.pairs(Array(0..<everywhere.count), [12, 4], every: 8, inFull: 2))
  func `a mistake of every window is named from the kernel's gradients alone`(
    _ mistake: Int, _ digits: Int
  ) throws {
    let (code, gradients) = Self.everywhere[mistake]
    let places = ["1,1", "1,2", "2,1", "2,2"]
    let lines = zip(places, gradients).map { place, value in
      "grad.w[c1,\(place)] = \(NumberFormat.significant(digits).text(value))"
    }
    let file = try folder.write(lines.joined(separator: "\n") + "\n", "sheet.txt")
    let json = try run("check", "convolution", file, "--format", "json").json()
    let sheet = try #require((json["sheets"] as? [[String: Any]])?.first)
    let answers = try #require(sheet["answers"] as? [[String: Any]])
    #expect(answers.count == 4)
    for answer in answers {
      let diagnoses = (answer["diagnoses"] as? [[String: Any]] ?? []).compactMap {
        $0["misconception"] as? String
      }
      #expect(diagnoses == [code], "\(lines)")
    }
  }
}
