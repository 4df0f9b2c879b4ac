import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// JSON and CSV: the fixed form, the same exact numbers in both.
struct TraceDataTests {
  struct Document: Decodable {
    struct Step: Decodable {
      var id, phase, symbol, rule, formula, substitution: String
      var value: Double?
    }
    var format: String
    var version: Int
    var title, notation, deltaSign, policy: String
    var sample: Int
    var steps: [Step]
  }

  static func json(_ arguments: String...) throws -> Document {
    let result = run(["trace"] + arguments + ["--format", "json"])
    return try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
  }

  @Test func `the fixed fields`() throws {
    let document = try Self.json("mazur")
    #expect(document.format == "backprop-trace")
    #expect(document.version == 1)
    #expect(document.title == "Mazur 2-2-2")
    #expect(document.notation == "mazur")
    #expect(document.deltaSign == "+dE/dnet")
    #expect(document.policy == "full precision")
    #expect(document.sample == 1)
    let net = try #require(document.steps.first { $0.id == "net[h1]" })
    #expect(net.phase == "forward")
    #expect(net.symbol == "net_h1")
    #expect(net.rule == "net value")
    #expect(net.formula == "w1·i1 + w2·i2 + b1")
    #expect(net.substitution == "0.15·0.05 + 0.20·0.10 + 0.35")
    #expect(net.value == 0.3775)
    let given = document.steps.filter { $0.phase == "given" }
    #expect(given.count == 2 + 2 + 8 + 2)
    #expect(given.allSatisfy { $0.formula.isEmpty && $0.substitution.isEmpty })
    #expect(document.steps.filter { $0.phase != "given" }.allSatisfy { !$0.formula.isEmpty })
  }

  @Test(arguments: Example.all.map(\.name))
  func `ids are unique and values are those of the engine`(_ name: String) throws {
    let document = try Self.json(name, "--notation", "documents")
    #expect(Set(document.steps.map(\.id)).count == document.steps.count)
    let file = try example(name)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    let values = trace.blocks.flatMap { block in
      (0..<block.count).map { trace.value($0, of: block) }
    }
    #expect(document.steps.map(\.value) == values)
  }

  @Test(arguments: Example.all.map(\.name))
  func `CSV has the same steps`(_ name: String) throws {
    let document = try Self.json(name)
    let lines = run("trace", name, "--format", "csv").lines
    #expect(lines[0] == "id,symbol,phase,formula,substitution,value")
    #expect(lines.count == document.steps.count + 1)
    for (line, step) in zip(lines.dropFirst(), document.steps) {
      let value = try #require(line.split(separator: ",").last)
      #expect(Double(value) == step.value)
    }
  }

  @Test func `digits do not touch the values of data`() throws {
    let exact = try Self.json("mazur").steps.map(\.value)
    #expect(try Self.json("mazur", "--digits", "2").steps.map(\.value) == exact)
    #expect(try Self.json("mazur", "--decimals", "1").steps.map(\.value) == exact)
    #expect(
      try Self.json("mazur", "--digits", "3", "--round-as-you-go").steps.map(\.value) != exact)
  }

  @Test func `beyond Double is null, and the exit code says so`() throws {
    let network =
      "{inputs: 2, layers: [{activation: 'identity', weights: [[1e308, 1e308]]}],"
      + " samples: [{inputs: [1, 1], targets: [0]}]}"
    let result = run("trace", "-", "--format", "json", input: network)
    #expect(result.code == 1)
    #expect(result.error.contains("not finite"))
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    let net = try #require(document.steps.first { $0.id == "net[3]" })
    #expect(net.value == nil)
    #expect(run("trace", "-", input: network).output.contains("∞"))
  }

  @Test func `thresholds have ids and numbers of their own`() throws {
    let plain = try Self.json("han-kamber", "--notation", "documents")
    let zhou = try Self.json("han-kamber", "--notation", "zhou")
    func value(_ document: Document, _ id: String) throws -> Double {
      try #require(document.steps.first { $0.id == id }?.value ?? nil, "\(id)")
    }
    #expect(!zhou.steps.contains { $0.id.contains("b[") })
    for id in ["", "grad.", "change.", "new."] {
      let (bias, threshold) = try (value(plain, id + "b[4]"), value(zhou, id + "threshold[4]"))
      #expect(bias == -threshold)
    }
    #expect(try value(zhou, "sum[4]") - value(zhou, "threshold[4]") == value(zhou, "net[4]"))
    #expect(zhou.deltaSign == "-dE/dnet")
  }

  @Test func `titles of any kind come through`() throws {
    let title = "a \\\" | $x$ `b` <script> 净输入 \\u001b[31m"
    let network =
      "{title: \"\(title)\", inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    let result = run("trace", "-", "--format", "json", input: network)
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.title == "a \" | $x$ `b` <script> 净输入 \u{1B}[31m")
    #expect(!result.output.contains("\u{1B}"))
    let table = run("trace", "-", input: network).output
    #expect(table.contains("a \" | $x$ `b` <script> 净输入 \\u{001B}[31m"))
    #expect(!table.contains("\u{1B}"))
  }
}
