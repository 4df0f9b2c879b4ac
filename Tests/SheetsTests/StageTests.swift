import Testing

@testable import Sheets

/// The stages of reading, each by itself: one spelling, logical lines, parts, values, names, working.
struct StageTests {
  @Test(arguments: [
    ("net_h1 ＝ ０．３７７５", "net_h1 = 0.3775"), ("w₇⁺ = 1", "w_7^+ = 1"), ("z1₀ = 2", "z1_0 = 2"),
    ("$\\delta_{o1} \\approx 0.1$", "δ_{o1} ≈ 0.1"), ("a → b", "a → b"), ("x -> y", "x → y"),
    ("\\frac{\\partial E}{\\partial w_5}", "∂ E/∂ w_5"), ("\\frac{1}{2}", "(1)/(2)"),
    ("损失：1，2", "损失:1, 2"), ("**E** := 0{,}5", "E = 0,5"), ("3 × −2", "3 * -2"),
  ])
  func `one spelling`(_ line: String, _ plain: String) {
    #expect(Spelling.plain(line) == plain)
  }

  @Test func `lines that go on are one, and what counts them goes`() {
    let lines = LineReader.lines([
      (1, "- a = [1,"), (2, "     2]"), (3, "1. net = 0.1 + 0.2"), (4, "  = 0.3"), (5, ""),
      (6, "(2) b = 1"),
    ])
    #expect(lines.map(\.plain) == ["a = [1, 2]", "net = 0.1 + 0.2 = 0.3", "b = 1"])
    #expect(lines.map(\.number) == [1, 3, 6])
  }

  private func parts(_ line: String) -> [Part] {
    PartReader { ["a", "b", "net h1", "w_h1,i1", "E"].contains($0) }.parts(of: line)
  }

  @Test func `answers of a line are apart, with their working`() {
    #expect(parts("a = 1, b = 2").map(\.value) == ["1", "2"])
    #expect(parts("a = 0.5 b = 2").map(\.value) == ["0.5", "2"])
    #expect(parts("a = 1 and b = 2").map(\.names) == [["a"], ["b"]])
    #expect(parts("w_h1,i1 = 2").map(\.names) == [["w_h1,i1"]])
    let chain = parts("a = 1*2 + 3 = 5")[0]
    #expect(chain.working == ["1*2 + 3"] && chain.value == "5")
    let arrow = parts("E: 0.3 → 0.2")[0]
    #expect(arrow.old == "0.3" && arrow.value == "0.2")
    #expect(parts("So net h1 = 1")[0].names == ["net h1"])
    #expect(parts("b = 2; heading: a = 1")[1].names == ["a"])
    #expect(parts("a, b = 1 2")[0].names == ["a", "b"])
    #expect(parts("nothing here").isEmpty)
  }

  @Test(
    arguments: [
      ("0.59", .number("0.59")), ("[0.59, 0.60]", .list(["0.59", "0.60"])),
      ("(0.27 0.32 0.41)", .list(["0.27", "0.32", "0.41"])), ("0.5 0.4", .list(["0.5", "0.4"])),
      ("[[.1, .2], [.3, .4]]", .matrix([[".1", ".2"], [".3", ".4"]])),
      ("[[ 1. 2.] [3. 4.]]", .matrix([["1.", "2."], ["3.", "4."]])),
      ("tensor([0.5, 0.6], grad_fn=<X>)", .list(["0.5", "0.6"])),
      ("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", .matrix([["1", "2"], ["3", "4"]])),
      ("[[1], [2]]", .list(["1", "2"])), ("0.7514 (rounded)", .number("0.7514")), ("?", .blank),
      ("0.3 + 0.6", .unfinished), ("0,1385", .number("0,1385")), ("0.39 25 kg", .unfinished),
    ] as [(String, WrittenValue)])
  func `values`(_ text: String, _ value: WrittenValue) {
    #expect(WrittenValue(text) == value)
  }

  private func name(_ text: String) -> Name? {
    NameParser(labels: ["i1", "i2", "h1", "h2", "o1", "o2"]).name(Spelling.plain(text))
  }

  @Test(
    arguments: [
      ("net h1", .net, .plain), ("out_h1", .output, .plain), ("h1_out", .output, .plain),
      ("new w5", .weight, .new), ("w5+", .weight, .new), ("w6_new", .weight, .new),
      ("w₇⁺", .weight, .new), ("updated_weights", .weight, .new), ("d_w5", .weight, .gradient),
      ("dW2", .weight, .gradient), ("grad w5", .weight, .gradient), ("∂E/∂w5", .weight, .gradient),
      ("dL/db1", .bias, .gradient), ("δw5", .weight, .change), ("Δw5", .weight, .change),
      ("dL/dz2", .delta, .plain), ("dE/dout_h1", .error, .plain), ("δ_o1", .delta, .plain),
      ("Loss", .loss, .plain), ("E_total", .loss, .plain), ("均方误差", .loss, .plain),
      ("更新后的权值", .weight, .new), ("layer2.weight.grad", .weight, .gradient),
      ("E_new", .loss, .after), ("σ(z_1)", .output, .plain),
    ] as [(String, Name.Kind, Name.Role)])
  func `names`(_ text: String, _ kind: Name.Kind, _ role: Name.Role) {
    #expect(name(text)?.kind == kind, "\(text)")
    #expect(name(text)?.role == role, "\(text)")
  }

  @Test(arguments: ["q", "Step", "0.5", "", "the", "notes on this", "w5x", "hello_world"])
  func `no names`(_ text: String) { #expect(name(text) == nil) }

  @Test(arguments: [
    ("0.1*0.35 + 0.8*0.9", 0.755), ("1/(1 + e^(-0))", 0.5), ("-(2 - 3)^2", -1), ("2*(3+4)/7", 2),
    ("exp(0)", 1),
  ])
  func `working`(_ text: String, _ value: Double) throws {
    #expect(abs(try #require(Arithmetic.value(of: text)) - value) < 1e-12)
  }

  @Test(arguments: ["w1*x1", "1/0", "", "((((", "2 +", "1e5e5"])
  func `no working`(_ text: String) { #expect(Arithmetic.value(of: text) == nil) }
}
