import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Markdown documents: portable mathematics, nothing injected, the numbers of the trace.
struct MarkdownTests {
  static let names = Example.all.map(\.name)

  /// The formulas of a Markdown text: what stands between dollar signs.
  static func formulas(_ text: String) -> [Substring] {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 && !$0.element.isEmpty }.map(\.element)
      + parts.filter { $0.hasPrefix("\n") && $0.contains("=") && !$0.contains("\n\n") }
  }

  @Test(arguments: try NetworkCase.inEveryNotation(NetworkCase.forDocuments()))
  func `every formula keeps to portable mathematics`(_ notated: NotatedCase) throws {
    let (notation, source) = (notated.notation.name, notated.network.source)
    let document = run("export", "-", "--notation", notation, input: source)
    #expect(document.code == 0)
    let formulas = Self.formulas(document.output)
    #expect(formulas.count > 10)
    for formula in formulas {
      let problem = PortableMath.problem(in: String(formula))
      #expect(problem == nil, "\(formula)")
    }
  }

  @Test(arguments: try NetworkCase.forDocuments())
  func `so does every formula of a later step, in a batch`(_ network: NetworkCase) throws {
    let source = try inBatchesOfThree(network.source).source
    let document = run("export", "-", "--trace-step", "2", input: source)
    #expect(document.code == 0)
    #expect(document.output.contains("the whole batch"))
    let formulas = Self.formulas(document.output)
    #expect(formulas.count > 20)
    for formula in formulas {
      let problem = PortableMath.problem(in: String(formula))
      #expect(problem == nil, "\(formula)")
    }
  }

  @Test(arguments: [
    "\\hat{y}_1", "a*b", "a~b", "a|b", "a<b", "\\{a\\}", "\\operatorname{a}", "[a](b)", "a@b",
    "x_{1} _{2}", "\\bm{a}", "\n- a",
  ])
  func `the check notices what does not survive`(_ formula: String) {
    #expect(PortableMath.problem(in: formula) != nil)
  }

  @Test(arguments: names)
  func `blocks stand on one line between blank lines`(_ name: String) {
    let lines = run("export", name).output.split(separator: "\n", omittingEmptySubsequences: false)
    let fences = lines.indices.filter { lines[$0] == "$$" }
    #expect(fences.count > 20 && fences.count % 2 == 0)
    for (open, close) in zip(fences.striding(by: 2), fences.dropFirst().striding(by: 2)) {
      #expect(close == open + 2)
      #expect(lines[open - 1].isEmpty)
      #expect(lines[close + 1].isEmpty)
    }
  }

  @Test(arguments: names)
  func `the numbers are those of the trace`(_ name: String) throws {
    let csv = run("trace", name, "--format", "csv").lines.filter { !$0.contains(",given,") }
      .dropFirst()
    let values = csv.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let blocks = Self.formulas(run("export", name).output).filter {
      // The blocks of steps; those of general rules have index letters.
      $0.hasPrefix("\n") && !$0.contains("{j}") && !$0.contains("{ji}")
    }
    let shown = blocks.compactMap { block -> Double? in
      let last = block.split(separator: "=").last ?? ""
      let plain = last.split(separator: " \\times 10^{").joined(separator: "e")
      return Double(plain.filter { !" \n}".contains($0) })
    }
    // Between them stand a neuron of each layer written with vectors, and the merged update.
    let layers = values.isEmpty ? 0 : try example(name).network.layers.count
    #expect(shown.count > 10 && (values.count...values.count + layers + 1).contains(shown.count))
    var rest = shown[...]
    for value in values {
      let place = rest.firstIndex { ($0 - value).magnitude <= 5.1e-6 * value.magnitude }
      #expect(place != nil, "\(value) is missing")
      rest = rest[((place ?? rest.startIndex - 1) + 1)...]
    }
  }

  @Test func `titles come out as themselves`() {
    let title = "a | $x$ `b` <script>*c*</script> [d](e) _f_ \\\\ # 净输入"
    let network =
      "{title: \"\(title)\", inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    let heading = run("export", "-", input: network).lines[0]
    #expect(!heading.contains("<script>"))
    #expect(heading.contains("&lt;script&gt;\\*c\\*&lt;/script&gt; \\[d\\](e) \\_f\\_"))
    #expect(heading.contains("<span>\\$</span>x<span>\\$</span>"))
  }
}

/// What a formula must keep to so that every reader of Markdown shows it.
enum PortableMath {
  static let macros: Set<String> = [
    "frac", "tfrac", "partial", "sum", "cdot", "times", "eta", "delta", "sigma", "hat", "mathrm",
    "text", "left", "right", "lvert", "rvert", "ln", "tanh", "max", "le", "ge", "neq", "quad",
    "infty", "sqrt", "dots", "leftarrow", "alpha", "beta", "gamma", "theta", "lambda", "mu", "tau",
    "rho",
    "epsilon", "Phi",
    "varphi", "Delta",
  ]

  /// The first thing that some reader would not show; `nil` where there is none.
  static func problem(in formula: String) -> String? {
    let text = Array(formula.drop { $0 == "\n" })
    for banned in ["*", "~", "`", "|", "](", "@", "://"] where formula.contains(banned) {
      return banned
    }
    // Only a block stands at the start of a line, where Markdown would take these for its own.
    if formula.hasPrefix("\n"), let first = text.first, "=-+#".contains(first) {
      return "begins with \(first)"
    }
    for (n, character) in text.enumerated() {
      let before = n > 0 ? text[n - 1] : " "
      let after = n + 1 < text.count ? text[n + 1] : " "
      switch character {
      case "_":
        let isDirect = before.isASCII && (before.isLetter || before.isNumber) && after != " "
        if !isDirect, before != " " || after != " " { return "_ behind \(before)" }
      case "<", ">":
        if before != " " || after != " " { return "\(character) without spaces" }
      case "\\":
        let macro = String(text[(n + 1)...].prefix { $0.isASCII && $0.isLetter })
        if !macros.contains(macro) { return "\\\(macro)\(macro.isEmpty ? String(after) : "")" }
      default: continue
      }
    }
    return nil
  }
}

extension RandomAccessCollection {
  /// Every so many elements, from the first.
  func striding(by step: Int) -> [Element] {
    enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
