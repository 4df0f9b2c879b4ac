import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// `practise`: whole sessions, as lines typed and the text that comes back.
struct PractiseTests {
  // MARK: A whole session

  /// One step of the best-known example, worked out here.
  private struct Mazur {
    let x = (0.05, 0.10), t = (0.01, 0.99), rate = 0.5
    let w = [0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55], b = (0.35, 0.60)

    /// The 30 numbers of a short worksheet, in its order; with another output of o1 what follows from it.
    func numbers(_ outO1: Double? = nil) -> [Double] {
      func squash(_ net: Double) -> Double { 1 / (1 + exp(-net)) }
      let netH = (w[0] * x.0 + w[1] * x.1 + b.0, w[2] * x.0 + w[3] * x.1 + b.0)
      let h = (squash(netH.0), squash(netH.1))
      let netO = (w[4] * h.0 + w[5] * h.1 + b.1, w[6] * h.0 + w[7] * h.1 + b.1)
      let o = (outO1 ?? squash(netO.0), squash(netO.1))
      let deltaO = ((o.0 - t.0) * o.0 * (1 - o.0), (o.1 - t.1) * o.1 * (1 - o.1))
      let deltaH = (
        (deltaO.0 * w[4] + deltaO.1 * w[6]) * h.0 * (1 - h.0),
        (deltaO.0 * w[5] + deltaO.1 * w[7]) * h.1 * (1 - h.1)
      )
      let hidden = [deltaH.0 * x.0, deltaH.0 * x.1, deltaH.1 * x.0, deltaH.1 * x.1]
      let output = [deltaO.0 * h.0, deltaO.0 * h.1, deltaO.1 * h.0, deltaO.1 * h.1]
      return [netH.0, netH.1, h.0, h.1, netO.0, netO.1, o.0, o.1]
        + [deltaO.0, deltaO.1, deltaH.0, deltaH.1]
        + hidden + [deltaH.0 + deltaH.1] + output + [deltaO.0 + deltaO.1]
        + zip(w, hidden + output).map { $0 - rate * $1 }
    }
  }

  /// The same session in each language: the words, and what is answered to them.
  struct Tongue: Sendable, CustomTestStringConvertible {
    let code, skip, list, why, given: String
    let right, carried, wrong, offer, bias, rule, other, stays, back, counts, twice: String
    var testDescription: String { code }

    static let all = [
      Tongue(
        code: "en", skip: "skip", list: "list", why: "why", given: "given",
        right: "✓ right", carried: "✓ right from your earlier number",
        wrong: "✗ wrong; try again", offer: "✗ wrong. 'why' says",
        bias: "Probably: the bias was left out.", rule: "The rule: net value.",
        other: "That names net_h1, but out_h2 is asked for.",
        stays: "out_o1 = 0.85 stays", back: "Back to out_o1, which is still open:",
        counts:
          "25 right at once, 2 right after another try, 1 right with help, 1 shown, 1 wrong (out_o1).",
        twice: "2 times, at net_h1, net_h2: the bias was left out."),
      Tongue(
        code: "zh", skip: "跳过", list: "列表", why: "为什么", given: "已知",
        right: "✓ 正确", carried: "✓ 用你前面的数，算对了", wrong: "✗ 不对，再试一次",
        offer: "✗ 不对。输入'为什么'", bias: "可能是：漏加了偏置。", rule: "规则：净输入。",
        other: "你写的是 net_h1，现在问的是 out_h2。", stays: "保留 out_o1 = 0.85",
        back: "回到还没有做完的 out_o1：",
        counts: "一次做对 25 个，再试后做对 2 个，看提示后做对 1 个，看了答案 1 个，做错 1 个（out_o1）。",
        twice: "2 次（net_h1、net_h2）：漏加了偏置。"),
    ]
  }

  /// What is typed, and what is answered to it.
  private static func lines(_ tongue: Tongue) -> [(typed: String, reply: String)] {
    let exact = Mazur().numbers().map { String(format: "%.6g", $0) }
    let own = Mazur().numbers(0.85).map { String(format: "%.6g", $0) }
    let start = [
      ("0.15*0.05 + 0.2*0.1", tongue.wrong), (tongue.why, tongue.bias), (exact[0], tongue.right),
      ("0.25*0.05+0.3*0.1", tongue.wrong), ("0.45", tongue.offer),
      ("0.25*0.05+0.3*0.1+0.35", tongue.right), ("1/(1+e^-0.377500)", tongue.right),
      ("net_h1 = 0.5969", tongue.other), ("out_h2 = ０．５９６９", tongue.right),
      (tongue.skip, ""), ("？", tongue.rule), ("?", "net_o2 = w7·out_h1 + w8·out_h2 + b2"),
      ("?", "0.50·0.593270 + 0.55·0.596884 + 0.60"), (exact[5], tongue.right), ("<", ""), ("<", ""),
      (exact[4], tongue.right), ("0.85", tongue.wrong), (tongue.skip, tongue.stays),
      (exact[7], tongue.right), ("(0.85-0.01)*0.85*(1-0.85)", tongue.carried),
      (exact[9], tongue.right),
      ("!", "= " + String(format: "%.8f", Mazur().numbers(0.85)[10]).prefix(9)),
      (tongue.list, "✓  1 net_h1 = 0.3775"), (tongue.given, "i1 = 0.05 ─┬─ out_h1 ─┬─ out_o1"),
    ]
    let same: Set<Int> = [19, 20, 28]
    let rest = (11..<29).map { n in
      (same.contains(n) ? exact[n] : own[n], same.contains(n) ? tongue.right : tongue.carried)
    }
    return start + rest + [
      (tongue.skip, tongue.back), (tongue.skip, "w8⁺"), (exact[29], tongue.right),
    ]
  }

  @Test(arguments: Tongue.all)
  func `a whole session`(_ tongue: Tongue) throws {
    let folder = TemporaryFolder()
    let sheet = folder.path("sheet.txt")
    let lines = Self.lines(tongue)
    let session = run(
      ["practise", "mazur", "--lang", tongue.code, "-o", sheet],
      input: Array((lines.map(\.typed).joined(separator: "\n") + "\n").utf8))
    #expect(session.code == 1)
    // A turn is what stands from one question to the next.
    var turns: [String] = []
    for line in session.lines {
      if line.prefixMatch(of: /[0-9]+\/30/) != nil { turns.append("") }
      if !turns.isEmpty { turns[turns.count - 1] += line + "\n" }
    }
    #expect(turns.count == lines.count)
    for (turn, line) in zip(turns, lines) {
      #expect(line.reply.isEmpty || turn.contains(line.reply), "\(line.typed): \(turn)")
      if line.reply == tongue.right { #expect(!turn.contains(tongue.carried)) }
    }
    // Lines end where the window does.
    let report = session.output.filter { !$0.isWhitespace }
    #expect(report.contains(tongue.counts.filter { !$0.isWhitespace }))
    #expect(report.contains(tongue.twice.filter { !$0.isWhitespace }))
    let next = "practise --random 2-2-2 --seed 1 --notation mazur --lang \(tongue.code) --only net"
    #expect(session.output.contains("backprop \(next)\n"))
    let further = run(next.split(separator: " ").map(String.init))
    #expect(further.code == 0)
    #expect(further.output.contains("1/4"))
    // The sheet is marked as the session was.
    let check = run("check", sheet, "--format", "json")
    #expect(check.code == 1)
    let marked = try #require(try check.json()["sheets"] as? [[String: Any]])
    let summary = try #require(marked.first?["summary"] as? [String: Int])
    #expect(summary["wrong"] == 1)
    #expect(summary["blank"] == 0)
    #expect(marked.first?["firstMistake"] as? String == "out[o1]")
    let answered = ["correct", "rounding", "carried"].reduce(0) { $0 + (summary[$1] ?? 0) }
    #expect(answered == 29)
  }

  // MARK: Right answers

  /// Every network by hand, with the answers of its own worksheet, line by line.
  @Test(arguments: [
    "mango", "line", "mazur", "documents", "han-kamber", "xor", "relu-softmax", "perceptron",
    "convolution-1d", "adam", "autoencoder --sample 2", "xor --trace-step 3", "adam --trace-step 2",
    "--random 2-3-2 --seed 5", "mazur --vary --seed 3", "mazur --only backward",
    "documents --only forward,error,backward,update", "xor --only δ --notation nielsen",
    "mazur --only 'delta[h1]'", "documents --notation nielsen --digits 4",
    "han-kamber --decimals 3",
    "line --round-as-you-go --digits 3",
  ])
  func `right answers are right`(_ words: String) throws {
    let words = words.split(separator: " ").map { String($0.filter { $0 != "'" }) }
    let folder = TemporaryFolder()
    let isShort = !words.contains("--only")
    let key = run(["worksheet"] + words + (isShort ? ["--short"] : []) + ["--key", "--to", "csv"])
    let rows = key.output.split(separator: "\n").dropFirst()
      .filter { !$0.hasPrefix("network,") && !$0.hasPrefix(",network") }
    let answers = try rows.map { try #require($0.split(separator: ",").last) }
    let sheet = folder.path("sheet.md")
    let session = run(
      ["practise"] + words + ["-o", sheet], input: Array((answers.joined(separator: "\n")).utf8))
    #expect(session.code == 0, "\(session.output)")
    #expect(session.output.contains("\n  \(answers.count) right at once.\n"), "\(session.output)")
    #expect(!session.output.contains("✗"))
    let check = run("check", sheet)
    #expect(check.code == 0, "\(check.output)")
    #expect(check.output.contains("Everything is right"))
  }

  @Test(arguments: ["sheet.txt", "sheet.md", "sheet.csv"])
  func `a sheet holds the workings and is marked alike`(_ name: String) throws {
    let folder = TemporaryFolder()
    let sheet = folder.path(name)
    let input = "0.15*0.05+0.2*0.1+0.35\n0.3825\nskip\n1/(1+e^-0.3775)\n1/(1+e^-0.3825)\nquit\n"
    let session = run(["practise", "mazur", "-o", sheet], input: Array(input.utf8))
    #expect(session.code == 1)
    #expect(session.output.contains("3 right at once, 1 wrong (net_h2), 26 left open."))
    #expect(try folder.text(of: name).contains("0.15*0.05+0.2*0.1+0.35 = 0.3775"))
    let check = run("check", sheet)
    #expect(check.code == 1)
    #expect(check.output.contains("First mistake: net_h2 = 0.3825."))
    let summary = "2 right, 1 follows from a mistake above, 1 wrong, "
    #expect(
      check.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(summary))
  }

  // MARK: Going back

  /// δ_5 with the wrong sign first: what follows from it has to be done again once it is right.
  @Test func `what follows from a changed answer is asked again`() {
    let typed = [
      "0.1", "2", "0.525", "0.8808", "0.0389", "0.5097", "0.12738", "skip", "-0.03812", "!", "<",
      "<",
      "<", "-0.12738", "list", "0.03812", "-0.01471", "quit",
    ]
    let session = run("practise", "xor", input: typed.joined(separator: "\n"))
    let output = session.output
    #expect(output.contains("✗ the sign: here δ = −∂E/∂net"))
    #expect(output.contains("δ_5 = 0.12738 stays"))
    #expect(output.contains("δ_3, δ_4 no longer follow: please do them again."))
    #expect(output.contains("→✗  8 δ_3 = -0.03812"))
    // What was shown is taken away: it was worked out from the wrong number.
    #expect(output.contains("    9 δ_4 "))
    let report = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      report.contains(
        "7 right at once, 1 right after another try, 1 right with help, 18 left open."))
    #expect(session.code == 0)
  }

  // MARK: The other sign, few digits

  @Test func `the other sign is told as what it is`() {
    // δ is −∂E/∂net in this notation: of node 5 it is (0 − 0.5097)·0.5097·0.4903.
    let session = run("practise", "xor", "--only", "delta[y]", input: "0.12738\n-0.12738\n")
    #expect(session.output.contains("✗ the sign: here δ = −∂E/∂net"))
    #expect(session.output.contains("✓ right\n"))
    #expect(session.code == 0)
  }

  @Test func `too few digits are asked for again`() {
    let session = run("practise", "mazur", "--only", "delta[o1]", input: "0.1\n0.138\n")
    #expect(session.output.contains("✗ too few digits: write more"))
    #expect(session.output.contains("  1 right at once.\n"))
    #expect(session.code == 0)
  }

  @Test func `what is needed and not asked for is given`() {
    let session = run("practise", "documents", "--only", "δ")
    #expect(session.output.contains("also given: a_4 = 0.605874, a_5 = 0.593873, a_6 = 0.547358,"))
    #expect(!run("practise", "documents").output.contains("also given"))
  }

  /// What is given because it is not asked for is known to the search for what was done, too: δ_h1 with the
  /// new weights, (0.138499·0.358916 − 0.0380982·0.511301)·0.59327·(1 − 0.59327).
  @Test func `what was done is found from what was given`() {
    let session = run("practise", "mazur", "--only", "δ_h1", input: "0.0072945\nwhy\n")
    #expect(
      session.output.contains("Probably: in ∂E_total/∂out_h1: a weight was used at the wrong time"))
  }

  @Test func `numbers lead to questions, and leave what is answered`() {
    let session = run("practise", "mazur", input: "0.3775\n0.3925\n<1\n\n<31\n< 5\nquit\n")
    #expect(session.output.contains("Enter keeps your answer."))
    #expect(session.output.contains("1/30 (28 left) net_h1 [0.3775] = "))
    #expect(session.output.contains("On to out_h1:"))
    #expect(session.output.contains("They are numbered from 1 to 30."))
    #expect(session.output.contains("5/30 (28 left) net_o1 = quit"))
  }

  // MARK: Books

  /// A wrong answer is asked for again, however often its row was passed before.
  @Test func `a wrong answer ends nothing`() {
    let passed = ["skip"] + Array(repeating: "!", count: 8) + ["0.9", "0.56"]
    let session = run("practise", "mango", input: passed.joined(separator: "\n"))
    #expect(session.output.contains("(1 left) net_3 = 0.9\n  ✗ wrong; try again\n"))
    #expect(session.output.contains("(1 left) net_3 = 0.56\n  ✓ right\n"))
    #expect(session.output.contains("1 right after another try, 8 shown."))
  }

  @Test func `a shown number that is replaced is none`() {
    let session = run("practise", "mango", input: "!\n!\n<\n<\n0.9\nquit\n")
    let report = session.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(report.contains("1 shown, 1 wrong (net_3), 7 left open."), "\(report)")
    #expect(session.code == 1)
  }

  /// 0 for δ_5 by mistake: whatever comes back from it is 0, too.
  @Test func `from nothing comes nothing`() {
    let forward = "0.1\n2\n0.525\n0.8808\n0.0389\n0.5097\n"
    let session = run("practise", "xor", input: forward + "0\nskip\n!\n0\nquit\n")
    #expect(session.output.contains("✓ right from your earlier number"))
    #expect(!session.output.contains("too few digits"))
  }

  @Test func `the last seed has one behind it`() throws {
    let session = run("practise", "line", "--vary", "--seed", "\(Int.max)")
    #expect(session.output.contains("backprop practise line --vary --seed 0\n"))
  }

  // MARK: Sheets

  /// One answer among blank cells: the printed names say what it is of.
  @Test(arguments: [
    ["relu-softmax", "skip\nskip\nskip\n0.5\nquit"],
    ["documents --notation zhou --only ∂E_k/∂v_11,∂E_k/∂v_21", "0.5\nquit"],
    ["xor", "0.1 -> 0.2\nquit"], ["xor", "0.1 → 0.2\nquit"], ["xor", "net_3: 0.1\nquit"],
    ["xor", "[0.1]\nquit"], ["xor", "0.1 \\\\\nquit"], ["xor", "0.1 (rounded)\nquit"],
    ["xor", "w_31*1 + 0.4 - 0.8 = 0.1\nquit"], ["xor", "0,5*1+0,4*1-0,8\nquit"],
  ])
  func `a lone answer is read again`(_ words: [String]) throws {
    for ending in ["txt", "md", "csv"] {
      let folder = TemporaryFolder()
      let sheet = folder.path("sheet.\(ending)")
      let session = run(
        ["practise"] + words[0].split(separator: " ").map(String.init) + ["-o", sheet],
        input: Array(words[1].utf8))
      let check = run("check", sheet, "--format", "json")
      #expect(check.code == session.code, "\(ending): \(check.error)\(session.output)")
      let sheets = try #require(try check.json()["sheets"] as? [[String: Any]])
      let summary = try #require(sheets.first?["summary"] as? [String: Int])
      let count = ["correct", "rounding", "carried", "wrong"].reduce(0) { $0 + (summary[$1] ?? 0) }
      #expect(count == 1, "\(ending): \(summary)")
    }
  }

  @Test func `a sheet that cannot be kept is printed`() throws {
    let session = run("practise", "xor", "-o", "/dev/full", input: "0.1\nquit\n")
    guard hasFullDevice else { return }
    #expect(session.code == 2)
    #expect(session.error.contains("the sheet could not be kept, and so is printed here"))
    #expect(session.output.contains("\n  net_3 = 0.1\n"))
  }

  // MARK: Bad input

  @Test(arguments: [
    (["practise"], "name a network"), (["practise", "-"], "must come from a file"),
    (["practise", "xor", "--only", "given"], "'--only given' leaves nothing to calculate"),
    (["practise", "xor", "--random", "2-2-1"], "remove NETWORK"),
    (["practise", "xor", "--random", "2-2-1", "--vary"], "--vary"),
    (["practise", "xor", "-o", "sheet.html"], "'.html'"),
    (["practise", "xor", "--seed", "3"], "--seed goes with"),
    (["practise", "xor", "--only", "nothing"], "'nothing' in '--only'"),
    (["practise", "nowhere"], "no such file or example"),
    (["practise", "xor", "-o", "/nowhere/sheet.txt"], "could not be written"),
  ])
  func `what cannot be practised is said`(_ words: [String], _ message: String) {
    let run = run(words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test func `a sheet that is there is left as it is`() throws {
    let folder = TemporaryFolder()
    let sheet = try folder.write("work", "sheet.txt")
    let refused = run("practise", "xor", "-o", sheet, input: "0.1\n")
    #expect(refused.code == 2)
    #expect(refused.output.isEmpty)
    #expect(try folder.text(of: "sheet.txt") == "work")
    #expect(run("practise", "xor", "-o", sheet, "--force", input: "0.1\n").code == 0)
    #expect(try folder.text(of: "sheet.txt").contains("net_3 = 0.1\n"))
  }

  @Test func `a line longer than anyone types is no answer`() {
    let session = run("practise", "xor", input: String(repeating: "1", count: 5_000) + "\n0.1\n")
    #expect(session.output.contains("That is no number"))
    #expect(session.output.contains("✓ right"))
  }

  /// Input may end anywhere, and be anything.
  @Test func `it ends wherever the input ends`() {
    let input = Array("0.15*0.05+0.2*0.1\nwhy\n?\n?\n?\n!\n<\nlist\n跳过\n0.6\n\nskip\n".utf8)
    for end in Sampled.of(Array(0...input.count), every: 6) {
      let session = run(["practise", "mazur"], input: Array(input[..<end]))
      #expect([0, 1].contains(session.code))
      #expect(session.output.contains("\nReport\n"))
    }
  }

  @Test(arguments: Sampled.of(Array(0..<20 as Range<UInt64>), every: 3))
  func `a thousand bytes of any kind`(_ seed: UInt64) {
    var random = SystemOf(seed: seed)
    let letters = Array("0123456789.,+-*/()=^eE?!<\n\n\r\t δ跳过\u{1B}skipwhylist".utf8)
    let bytes = (0..<1_000).map { _ in
      seed.isMultiple(of: 2)
        ? UInt8.random(in: 0...255, using: &random) : letters.randomElement(using: &random)!
    }
    let networks = ["mazur", "xor", "adam", "convolution-1d", "perceptron"]
    let session = run(["practise", networks[Int(seed) % 5]], input: bytes)
    #expect([0, 1].contains(session.code))
    #expect(session.output.contains("\nReport\n"))
    #expect(!session.output.contains("\u{1B}"))
  }

  /// Lehmer's generator with Knuth's multiplier.
  private struct SystemOf: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 2 &+ 1 }
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }
}
