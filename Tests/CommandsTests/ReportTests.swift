import CommandTestSupport
import Foundation
import TestSupport
import Testing
import Texts

/// What `check` says of one sheet: in which order, in which words, and what it keeps to itself.
struct ReportTests {
  private let folder = TemporaryFolder()

  private func check(_ sheet: String, _ options: String...) throws -> Run {
    run(["check", "mazur", try folder.write(sheet, "anna.txt")] + options)
  }

  private func sheet(_ run: Run) throws -> [String: Any] {
    let sheets = try #require(run.json()["sheets"] as? [[String: Any]])
    return try #require(sheets.first)
  }

  private func answers(_ run: Run) throws -> [String: [String: Any]] {
    let answers = try #require(sheet(run)["answers"] as? [[String: Any]])
    return Dictionary(answers.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
  }

  /// The places of texts in a report, which must stand there in this order.
  private func expectOrder(_ texts: [String], in output: String) {
    var rest = output[...]
    for text in texts {
      guard let place = rest.range(of: text) else {
        Issue.record("'\(text)' does not stand where it should in:\n\(output)")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  private let mixed = """
    net_h1 = 0.3775
    q = 0.3
    out_h1 = 0.3775
    out_h2 = x
    out_o1 =
    """

  @Test func `what was not read comes first, then the mistakes, then the table`() throws {
    let report = try check(mixed)
    #expect(report.code == 1)
    expectOrder(
      [
        "2 lines could not be read and were not marked.\n", "First mistake: out_h1 = 0.3775.",
        "1 right, 1 wrong, 1 blank, 2 not read.", "\nNot read\n", " line 2: q = 0.3\n",
        "'q' is not a quantity", " line 4: out_h2 = x\n", "'x' is not a number", "\nThe mistake\n",
        "the activation was not applied", "with your numbers:", "1/(1 + e^(−0.3775)) = 0.593270",
        " quantity  answer", "wrong", "not read", "blank", "\nright: agrees", "\nwrong: ",
        "\nnot read: ",
      ], in: report.output)
    let chinese = try check(mixed, "--lang", "zh").output
    expectOrder(
      ["有 2 行没有读懂，未批改。\n", "第一处错误：out_h1", "没有读懂的行\n", " 第 2 行：q = 0.3\n", "错误之处\n", "判定"],
      in: chinese)
    for line in report.lines + chinese.split(separator: "\n") where !line.contains("anna.txt") {
      #expect(DisplayWidth.columns(of: String(line)) <= 80)
    }
  }

  @Test func `praise is for what is right, and only where all was read`() throws {
    let right = try check("net_h1 = 0.3775\nnet_h2 = 0.3925\n")
    #expect(right.code == 0 && right.output.contains("Everything is right. Well done! 2 right."))
    let blank = try check("net_h1 = 0.3775\nnet_h2 =\n")
    #expect(blank.code == 0 && blank.output.contains("Nothing is wrong. 1 right, 1 blank."))
    let unread = try check("net_h1 = 0.3775\nq = 0.3\n")
    #expect(unread.code == 1)
    #expect(!unread.output.contains("Nothing is wrong") && !unread.output.contains("Well done"))
    #expect(unread.output.contains("In what could be read there is no mistake."))
  }

  @Test func `a blank cell keeps its value, if not asked for the key`() throws {
    let lines = "net_h1 = 0.3775\nout_h1 =\n"
    #expect(try !check(lines).output.contains("0.593"))
    #expect(try check(lines, "--key").output.contains("0.593270"))
    let hidden = try answers(check(lines, "--format", "json"))
    #expect(hidden["out[h1]"]?["expected"] is NSNull)
    let shown = try answers(check(lines, "--format", "json", "--key"))
    let value = try #require(shown["out[h1]"]?["expected"] as? Double)
    #expect((value - 0.593269992).magnitude < 1e-9)
    #expect(try check(lines, "--format", "csv").output.contains(",out[h1],out_h1,,,,blank,,2,\n"))
  }

  @Test func `hints keep values from data, too`() throws {
    for (hint, tells) in [("1", false), ("2", false), ("3", true)] {
      let found = try answers(check(mixed, "--format", "json", "--hint", hint))
      let answer = try #require(found["out[h1]"])
      #expect((answer["expected"] is NSNull) != tells)
      #expect((answer["diagnoses"] as? [Any])?.isEmpty ?? false)
      #expect(answer["verdict"] as? String == "wrong")
    }
    #expect(try check(mixed, "--hint", "1", "--key").code == 2)
  }

  @Test func `data list what was not read`() throws {
    let found = try sheet(check(mixed, "--format", "json"))
    let unread = try #require(found["unread"] as? [[String: Any]])
    #expect(unread.count == 1)
    #expect(unread[0]["line"] as? Int == 2 && unread[0]["text"] as? String == "q = 0.3")
    let summary = try #require(found["summary"] as? [String: Int])
    #expect(
      summary == [
        "correct": 1, "rounding": 0, "carried": 0, "too-coarse": 0, "wrong": 1, "blank": 1,
        "unreadable": 1, "unread": 1,
      ])
    #expect(found["firstMistake"] as? String == "out[h1]")
    let csv = try check(mixed, "--format", "csv").output
    #expect(
      csv.hasPrefix("file,id,symbol,written,value,expected,verdict,misconceptions,line,reason\n"))
    #expect(csv.contains(",,,q = 0.3,,,unread,,2,'q' is not a quantity of this training step.\n"))
  }

  @Test func `of a long sheet the problems are shown, and all on demand`() throws {
    let key = run("worksheet", "mazur", "--key", "--to", "txt", "--digits", "4").output
    let right = run(["check", try folder.write(key, "key.txt")])
    #expect(right.code == 0 && !right.output.contains("quantity"))
    #expect(right.output.contains("70 rows are not shown (70 right); '--all' shows them."))
    let wrong = try folder.write(key.replacing("= 1.106\n", with: "= 1.206\n"), "wrong.txt")
    let report = run("check", wrong)
    #expect(report.output.contains("\n net_o1    1.206   1.106     wrong\n"))
    #expect(report.output.contains("69 rows are not shown (69 right)"))
    let all = run("check", wrong, "--all").output
    #expect(!all.contains("not shown") && all.contains("\n out_h1  "))
    #expect(all.split(separator: "\n").count { $0.hasSuffix("  right") } == 69)
  }

  @Test func `a loss is worked out from its parts, never only named`() throws {
    let one = run("check", "mango", try folder.write("y_1 = 0.6365\nE = 0.99\n", "one.txt"))
    #expect(one.output.contains("E = ½·(t_1 − y_1)² = ½·(1 − 0.6365)² = 0.0660661\n"))
    #expect(!one.output.contains("E = E_1"))
    let two = try check("net_o1 = 1.1059\nE_o1 = 0.3\nE_total = 0.99\n").output
    expectOrder(
      [
        "E_o2    = ½·(target_o2 − out_o2)² = ½·(0.99 − 0.772928)² = 0.0235600\n",
        "E_total = E_o1 + E_o2             = 0.3 + 0.0235600      = 0.323560\n",
      ], in: two)
  }

  @Test func `a hint at a rule is about the step that was broken`() throws {
    // The slope forgotten in a δ that is not on the sheet.
    let sheet =
      "out_h1 = 0.593270\nout_h2 = 0.596884\nout_o1 = 0.751365\nout_o2 = 0.772928\nw5⁺ = 0.180085\n"
    let hint = try check(sheet, "--hint", "2").output
    #expect(hint.contains("δ_o1, which is not on the sheet"))
    #expect(!hint.contains("slope of the activation was forgotten"))
    let own = try check("out_h1 = 0.5\n", "--hint", "2").output
    #expect(own.contains("Look at the rule: "))
  }

  @Test func `so is a new weight`() throws {
    let report = try check("out_h1 = 0.5933\nδ_o1 = 0.1385\nw5⁺ = 0.44\n").output
    let lines = report.split(separator: "\n").filter { $0.contains(" = ") }.suffix(3)
    let values = lines.compactMap { $0.split(separator: "= ").last.flatMap { Double($0) } }
    try #require(values.count == 3)
    let gradient = 0.1385 * 0.5933
    #expect((values[0] - gradient).magnitude < 1e-6)
    #expect((values[1] + 0.5 * gradient).magnitude < 1e-6)
    #expect((values[2] - (0.40 - 0.5 * gradient)).magnitude < 1e-6)
  }

  @Test func `the value shown is the one that the verdict was given by`() throws {
    // Cut off, not rounded: right by the exact value, though the sheet's own numbers come to less.
    let file = try folder.write("out_h1 = 0.59\nnet_o1 = 1.1059\nout_o1 = 0.7513\n", "cut.txt")
    let result = run("check", "mazur", file, "--format", "json")
    for (_, answer) in try answers(result) where answer["verdict"] as? String == "rounding" {
      let value = try #require(answer["value"] as? Double)
      let expected = try #require(answer["expected"] as? Double)
      #expect((value - expected).magnitude < 1.001e-4)
    }
  }
}
