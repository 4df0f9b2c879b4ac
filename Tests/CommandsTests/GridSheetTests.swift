import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import TestSupport
import Testing

/// Worksheets about maps: cells stand as grids, and what is filled in is read again.
struct GridSheetTests {
  private let folder = TemporaryFolder()

  /// Several maps and channels; in one dimension; a subsampling layer, two samples a step.
  private static let networks = [
    """
    {inputs: {channels: 2, height: 4, width: 3}, layers: [
     {kind: "convolution", kernel: [3, 2], filters: 2, weights: {random: "uniform", from: -1, to: 1,
      seed: 3}, biases: [0.1, -0.2]}, {neurons: 1, weights: {random: "xavier", seed: 2}, biases: [0]}],
     samples: [{inputs: [[[0, 1, 0], [1, 0.5, 0], [0, 0, 1], [1, 1, 0]],
      [[1, 0, 1], [0, 0.5, 1], [0, 1, 0], [1, 0, 0.5]]], targets: [1]}]}
    """,
    """
    {inputs: {length: 6, channels: 2}, layers: [
     {kind: "convolution", kernel: 3, filters: 2, weights: {random: "uniform", from: -1, to: 1,
      seed: 5}, biases: [0, 0.5]}, {kind: "max-pooling", window: 2},
     {neurons: 2, weights: {random: "he", seed: 2}}],
     samples: [{inputs: [[0, 1, 0.5, 0, 1, 0], [1, 0, 0, 0.5, 0, 1]], targets: [1, 0]}]}
    """,
    """
    {inputs: {height: 4, width: 4}, layers: [
     {kind: "subsampling", window: 2, weights: [0.25], biases: [-0.1]},
     {weights: [[0.5, -0.4, 0.3, 0.6]], biases: [0.1]}], batchSize: 2, epochs: 1,
     samples: [{inputs: [[0, 1, 0, 1], [1, 0.5, 0, 0], [0, 0, 1, 1], [1, 1, 0, 0]], targets: [1]},
      {inputs: [[1, 1, 0, 1], [0, 0.5, 1, 0], [0, 0, 1, 0], [1, 0, 0, 1]], targets: [0]}]}
    """,
  ]

  /// The verdicts of a sheet, by id.
  private func check(_ sheet: String, _ network: String, _ format: String, _ options: [String])
    throws
    -> (answers: [[String: Any]], summary: [String: Int])
  {
    let file = try folder.write(sheet, "sheet.\(format)")
    let result = run(["check", network, file, "--format", "json"] + options)
    let sheets = try #require(try result.json()["sheets"] as? [[String: Any]], "\(result.error)")
    return (
      try #require(sheets[0]["answers"] as? [[String: Any]]),
      try #require(sheets[0]["summary"] as? [String: Int])
    )
  }

  @Test(
    arguments: Sampled.pairs(
      Array(networks.indices),
      Notation.profiles.map(\.name).flatMap { notation in
        ["md", "txt", "html", "tex"].map { (notation: notation, format: $0) }
      }, every: 7, inFull: 3))
  func `a key with grids has the answers of one without`(
    _ network: Int, _ way: (notation: String, format: String)
  ) throws {
    let file = try folder.write(Self.networks[network], "network.json5")
    let notation = ["--notation", way.notation]
    for options in [["--short"], ["--short", "--lang", "zh", "--decimals", "4"]] {
      func key(_ format: String) -> Run {
        run(["worksheet", file, "--key", "--to", format] + options + notation)
      }
      let list = key("csv")
      guard list.code == 0 else {
        #expect(list.error.contains("hidden layer") || list.error.contains("隐藏层"))
        continue
      }
      let expected = try check(list.output, file, "csv", notation)
      let (answers, summary) = try check(key(way.format).output, file, way.format, notation)
      #expect(summary["wrong"] == 0 && summary["unread"] == 0, "\(options) \(summary)")
      let ids = { (answers: [[String: Any]]) in
        answers.map { "\($0["id"] ?? "") \($0["sample"] ?? "")" }.sorted()
      }
      #expect(ids(answers) == ids(expected.answers) && answers.count > 10)
    }
  }

  @Test func `maps and kernels stand as grids`() {
    func lines(_ format: String) -> [Substring] {
      run("worksheet", "convolution", "--short", "--to", format).lines
    }
    // Net values, outputs and δ of the convolution; pooling's outputs, gradients and new weights.
    let (markdown, text) = (lines("md"), lines("txt"))
    for (side, rows) in [(4, 12), (2, 6)] {
      let cells = String(repeating: "  |", count: side)
      #expect(markdown.count { $0.hasPrefix("| ") && $0.dropFirst(3) == " |" + cells } == rows)
      let isRow = { (line: Substring) in
        let parts = line.split(separator: "|")
        return parts.count == side + 2
          && parts.dropFirst(2).allSatisfy { part in part.allSatisfy { $0 == " " } }
      }
      #expect(text.count(where: isRow) == rows)
    }
    #expect(text.contains { $0.hasPrefix("  | grad.w[c1] |") })
    #expect(lines("html").count { $0 == "<table class=\"grid\">" } == 6)
    #expect(lines("tex").count { $0.hasPrefix("\\begin{tabular}") } == 6)
    // Formulas stand beside their cells, below each other; CSV is a list.
    let formulas = run("worksheet", "convolution", "--formulas", "--to", "html").output
    #expect(!formulas.contains("class=\"grid\""))
    #expect(lines("csv").contains { $0.hasPrefix("net[c1.4.4],") })
  }

  @Test func `a grid too wide for a line is a list`() throws {
    func network(_ width: Int) -> String {
      """
      {inputs: {length: \(width)}, layers: [{kind: "convolution", kernel: 1, weights: [0.5]},
       {neurons: 1, weights: {random: "xavier"}}], samples: [{inputs: [\
      \(Array(repeating: "1", count: width).joined(separator: ","))], targets: [1]}]}
      """
    }
    for (width, isGrid, isGridInText) in [(5, true, true), (8, true, false), (9, false, false)] {
      func sheet(_ format: String) throws -> String {
        let file = try folder.write(network(width), "wide.json5")
        return run("worksheet", file, "--short", "--to", format).output
      }
      #expect(try sheet("html").contains("class=\"grid\"") == isGrid)
      let text = try sheet("txt")
      #expect(text.contains("| net[c1] |") == isGridInText)
      for line in text.split(separator: "\n") where line.hasPrefix("  ") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test(arguments: ["md", "txt", "html", "tex"])
  func `what is wrong in a grid is found where it stands`(_ format: String) throws {
    let key = run("worksheet", "convolution", "--short", "--key", "--to", format).output
    // The output at row 2, column 2, and the gradient at row 1, column 2.
    let wrong = key.replacing("0.425557", with: "0.435557")
      .replacing("-0.00477554", with: "0.00477554")
    let (answers, summary) = try check(wrong, "convolution", format, [])
    #expect(summary["wrong"] == 2 && summary["unread"] == 0)
    let found = answers.filter { $0["verdict"] as? String == "wrong" }
    #expect(found.compactMap { $0["id"] as? String } == ["out[c1.2.2]", "grad.w[c1,1,2]"])
    let lines = wrong.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(found.first?["line"] as? Int)
    #expect(lines[line - 1].contains("0.435557"))
    // What is left blank is no answer.
    let blank = key.replacing("0.425557", with: format == "md" || format == "txt" ? "____" : "")
    let left = try check(blank, "convolution", format, [])
    #expect(left.summary["wrong"] == 0 && left.summary["unread"] == 0)
    let isAnswered = left.answers.contains {
      $0["id"] as? String == "out[c1.2.2]" && $0["verdict"] as? String == "correct"
    }
    #expect(!isAnswered)
  }
}
