import CommandTestSupport
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// The terminal report: lengths, widths, what each detail tells.
struct TraceReportTests {
  static let names = Example.all.map(\.name)

  @Test(arguments: [("mazur", 60), ("documents", 110)], ["en", "zh"])
  func `steps keep to their length`(_ example: (String, Int), _ language: String) {
    let (name, limit) = example
    let trace = run("trace", name, "--lang", language)
    #expect(trace.code == 0)
    #expect(trace.lines.count <= limit)
  }

  @Test(arguments: [("2-2-2", 60), ("3-4-2", 110)], ["documents", "mazur", "nielsen", "zhou"])
  func `so do networks made by the tool`(_ shape: (String, Int), _ notation: String) {
    for seed in 1...20 {
      let network = run("new", shape.0, "--seed", "\(seed)").output
      let trace = run("trace", "-", "--notation", notation, input: network)
      #expect(trace.code == 0)
      #expect(trace.lines.count <= shape.1, "seed \(seed)")
    }
  }

  @Test(
    arguments: Activation.allCases.filter { !$0.isThreshold && $0 != .softmax },
    Loss.allCases.filter { $0 != .perceptron })
  func `so does every activation and loss`(_ activation: Activation, _ loss: Loss) {
    let output =
      loss == .crossEntropy
      ? "softmax" : loss == .binaryCrossEntropy ? "sigmoid" : activation.rawValue
    let first = loss.targets == .signs ? -1 : 0
    let network = """
      { inputs: 2, layers: [
          { activation: "\(activation.rawValue)", weights: [[0.5, -0.2], [0.3, 0.8]], biases: [0.1, 0] },
          { activation: "\(output)", weights: [[0.7, -0.3], [0.6, 0.4]], biases: [0, 0.2] }],
        loss: "\(loss.rawValue)", samples: [{ inputs: [0.5, 0.9], targets: [\(first), 1] }] }
      """
    for language in ["en", "zh"] {
      let trace = run("trace", "-", "--lang", language, input: network)
      #expect(trace.code == 0)
      // An activation that does not fit on one line with its numbers costs a line more.
      let isLong = zip(trace.lines, trace.lines.dropFirst()).contains { line, next in
        next.hasPrefix("    ") && (line.hasPrefix(" a_") || line.hasPrefix(" y_"))
      }
      #expect(trace.lines.count <= (isLong ? 61 : 60))
    }
  }

  @Test(arguments: Sampled.pairs(names, ["results", "steps", "full"], every: 8))
  func `no line is wider than the window`(_ name: String, _ detail: String) {
    for language in ["en", "zh"] {
      for width in ["more-layers", "lenet"].contains(name) ? [60] : [60, 72, 80, 100, 132, 400] {
        let trace = run(
          "trace", name, "--detail", detail, "--lang", language, "--width", "\(width)")
        #expect(trace.code == 0)
        for line in trace.lines {
          #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
          #expect(line.last != " ")
        }
      }
    }
  }

  @Test func `numbers are never broken over lines`() {
    let narrow = run("trace", "documents", "--width", "30", "--detail", "full").output
    let wide = run("trace", "documents", "--width", "1000", "--detail", "full").output
    func numbers(_ text: String) -> [Substring] {
      // Of a wide matrix a narrow window shows the first columns and the last.
      text.split(separator: "\n").filter { !$0.contains { "[⎡⎢⎣".contains($0) } }
        .flatMap { $0.split { !("0123456789.e".contains($0)) } }
        .filter { $0.contains(".") && $0.count > 4 }
    }
    #expect(numbers(narrow) == numbers(wide) && numbers(wide).count > 100)
  }

  @Test(arguments: names)
  func `every format tells the same numbers`(_ name: String) {
    let full = run("trace", name, "--detail", "full", "--width", "10000").output
    let csv = run("trace", name, "--format", "csv").lines.dropFirst()
    let values = csv.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let equations = full.split(separator: "\n").filter {
      // Steps are indented by one column, formulas with vectors by two, general rules by four; remarks
      // have a bullet.
      $0.hasPrefix(" ") && !$0.hasPrefix("  ") && !$0.hasPrefix(" •") && $0.contains(" = ")
    }
    let shown = equations.compactMap { line in
      line.split(separator: " = ").last.flatMap { Double($0.trimmingPrefix(" ")) }
    }
    // The update of the first weight is told once more, in one line.
    #expect(shown.count > 10 && (values.count...values.count + 1).contains(shown.count))
    var rest = shown[...]
    for value in values {
      let isFirst = rest.first.map { ($0 - value).magnitude <= 5.1e-6 * value.magnitude } ?? false
      if !isFirst { rest = rest.dropFirst() }
      let next = rest.popFirst() ?? .nan
      #expect((next - value).magnitude <= 5.1e-6 * value.magnitude, "\(next) is not \(value)")
    }
  }

  @Test func `numbers are echoed as they were typed`() {
    let trace = run("trace", "mazur", "--decimals", "2", "--inputs", "0.0500,.1").output
    #expect(trace.contains("0.15·0.0500 + 0.20·0.1 + 0.35"))
  }

  @Test func `nothing that is not zero is shown as zero`() {
    let trace = run("trace", "mazur", "--decimals", "3", "--detail", "results").output
    #expect(trace.contains("0.000439"))
    #expect(!trace.contains(" 0.000 "))
  }

  @Test func `negative numbers stand in brackets in a product`() {
    let trace = run("trace", "han-kamber", "--detail", "full").output
    #expect(trace.contains("(-0.5)·1"))
    #expect(trace.contains("+ (-0.4)"))
  }

  @Test func `colour adds nothing but colour`() {
    let plain = run("trace", "xor", "--color", "never").output
    let colored = run("trace", "xor", "--color", "always").output
    #expect(colored != plain)
    #expect(colored.replacing(#/\u{1B}\[\d*m/#, with: "") == plain)
  }

  @Test(arguments: names)
  func `ASCII is ASCII`(_ name: String) {
    for arguments in [["trace", name, "--ascii"], ["trace", name, "--ascii", "--detail", "full"]] {
      let trace = run(arguments)
      #expect(trace.code == 0)
      #expect(trace.output.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `a sample without targets is traced forward`() {
    let network = "{inputs: 1, layers: [{weights: [[0.5]]}], samples: [{inputs: [2]}]}"
    let trace = run("trace", "-", input: network)
    #expect(trace.code == 0)
    #expect(trace.output.contains("forward only"))
    #expect(trace.output.contains("net_2"))
    #expect(!trace.output.contains("Backward"))
  }
}
