import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import TestSupport
import Testing
import Texts

/// `worksheet` and `check`: sheets made, filled in by a program, and marked.
struct CheckTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  private func write(_ text: String, _ name: String) throws -> String {
    try folder.write(text, name)
  }

  private func json(_ arguments: [String]) throws -> (code: Int32, sheets: [[String: Any]]) {
    let result = run(["check"] + arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let top = try #require(object as? [String: Any])
    #expect(top["format"] as? String == "backprop-check")
    #expect(top["version"] as? Int == 2)
    return (result.code, try #require(top["sheets"] as? [[String: Any]]))
  }

  private func verdicts(_ sheet: [String: Any]) -> [String: String] {
    var result: [String: String] = [:]
    for answer in sheet["answers"] as? [[String: Any]] ?? [] {
      result[answer["id"] as? String ?? ""] = answer["verdict"] as? String
    }
    return result
  }

  @Test(
    arguments: Sampled.pairs(
      ["md", "csv", "txt", "html", "tex"],
      ["mazur", "documents", "xor", "relu-softmax", "han-kamber", "mango"], every: 9))
  func `a worksheet with its answers is marked right`(_ format: String, _ example: String) throws {
    for options in [
      ["--digits", "4"], ["--decimals", "4", "--lang", "zh"],
      ["--formulas", "--notation", "mazur"],
    ] {
      let result = run(["worksheet", example, "--to", format, "--key"] + options)
      #expect(result.code == 0)
      let file = try write(result.output, "key.\(format)")
      // The sheet says itself what it is about.
      let (code, sheets) = try json([file])
      #expect(code == 0)
      let verdicts = verdicts(sheets[0])
      #expect(verdicts.count > 10)
      #expect(Set(verdicts.values).isSubset(of: ["correct", "rounding"]), "\(options) \(verdicts)")
    }
  }

  /// Examples whose keys are long, and marked for seconds.
  static let large = ["more-layers", "lenet"]

  @Test(
    arguments: Sampled.pairs(
      Example.all.map(\.name).filter { !large.contains($0) },
      ["--decimals 0", "--decimals 1", "--decimals 2", "--digits 1", "--digits 2"], every: 50,
      inFull: 12)
      + (Sampled.isWhole ? large.map { ($0, "--decimals 1") } : []))
  func `so is one in few digits`(_ example: String, _ digits: String) throws {
    for rounding in [[], ["--round-as-you-go"]] {
      let policy = digits.split(separator: " ").map(String.init) + rounding
      let isCoarse = digits == "--decimals 0" || digits == "--digits 1"
      for format in isCoarse ? ["md", "csv", "txt", "html", "tex"] : ["csv"] {
        let key = run(["worksheet", example, "--to", format, "--key"] + policy)
        guard key.code == 0 else {
          #expect(key.error.contains("too large") || key.code == 1, "\(key.error)")
          continue
        }
        let file = try write(key.output, "key.\(format)")
        // Named on the command line, it has to be told the same.
        for network in format == "csv" ? [[], [example] + policy] : [[]] {
          let (code, sheets) = try json(network.prefix(1) + [file] + network.dropFirst())
          #expect(code == 0, "\(policy) \(format)")
          let verdicts = Set(verdicts(sheets[0]).values)
          #expect(verdicts.isSubset(of: ["correct", "rounding"]), "\(policy) \(format)")
        }
      }
    }
  }

  @Test func `a bare digit is judged by what the sheet asks for`() throws {
    for (words, answer, verdict) in [
      ("mazur --decimals 0", "1", "correct"), ("mazur --decimals 0", "2", "wrong"),
      ("mazur --digits 1", "1", "correct"), ("mazur --digits 1", "0", "wrong"),
      ("mazur --digits 4", "1", "wrong"), ("mazur", "1", "wrong"),
    ] {
      let file = try write("network: \(words)\nout_h1 = \(answer)\n", "bare.txt")
      // What a report shows is another matter.
      for digits in [[], ["--digits", "1"]] {
        #expect(try verdicts(json([file] + digits).sheets[0]) == ["out[h1]": verdict])
      }
    }
    let file = try write("out_h1 = 1\n", "bare.txt")
    #expect(try json(["mazur", file]).code == 1)
    // What is shown asks for nothing.
    #expect(try json(["mazur", file, "--decimals", "0"]).code == 1)
  }

  @Test(arguments: Notation.profiles.map(\.name))
  func `a worksheet reads back in every notation`(_ notation: String) throws {
    let result = run(["worksheet", "xor", "--to", "txt", "--key", "--notation", notation])
    let file = try write(result.output, "key.txt")
    let (code, sheets) = try json(["xor", file, "--notation", notation])
    #expect(code == 0)
    #expect(Set(verdicts(sheets[0]).values) == ["correct"])
  }

  @Test func `an empty worksheet is blank, and no answers found`() throws {
    for format in ["md", "csv", "txt"] {
      let file = try write(run("worksheet", "mazur", "--to", format).output, "w.\(format)")
      let result = run("check", "mazur", file)
      #expect(result.code == 2)
      #expect(result.output.isEmpty)
      #expect(result.error.contains("no answers found"))
    }
  }

  @Test func `only what is asked for is left blank`() throws {
    let result = run(
      "worksheet", "mazur", "--to", "csv", "--blank", "update,E", "--digits", "4")
    #expect(result.code == 0 && result.lines.count > 40)
    for line in result.lines.dropFirst().dropLast() {
      let isAsked = ["change.", "new.", "E,"].contains {
        line.hasPrefix($0) || line.hasPrefix("\"" + $0)
      }
      #expect(line.hasSuffix(",") == isAsked, "\(line)")
    }
    #expect(run("worksheet", "mazur", "--blank", "net[h9]").code == 2)
  }

  private let anna = """
    net_h1 = 0.3775
    out_h1 = 0.5933
    net_h2 = 0.3925
    out_h2 = 0.5969
    net_o1 = 1.1059
    out_o1 = 0.7514
    net_o2 = 1.2249
    out_o2 = 0.7729
    δ_o1 = 0.7414
    delta_o2 = -0.0381
    w5⁺ = 0.1801
    """

  @Test func `the first mistake is named, and what follows from it is carried`() throws {
    let file = try write(anna, "anna.txt")
    let (code, sheets) = try json(["mazur", file])
    #expect(code == 1)
    #expect(sheets[0]["firstMistake"] as? String == "delta[o1]")
    let verdicts = verdicts(sheets[0])
    #expect(verdicts["delta[o1]"] == "wrong")
    #expect(verdicts["new.w[o1,h1]"] == "carried")
    #expect(verdicts["delta[o2]"] == "correct")
    let answers = try #require(sheets[0]["answers"] as? [[String: Any]])
    let delta = try #require(answers.first { $0["id"] as? String == "delta[o1]" })
    let diagnoses = try #require(delta["diagnoses"] as? [[String: String]])
    #expect(diagnoses.map { $0["misconception"] } == ["slope-forgotten"])
    let report = run("check", "mazur", file)
    #expect(report.code == 1)
    #expect(report.output.contains("First mistake: δ_o1 = 0.7414."))
    #expect(report.output.contains("the slope of the activation was forgotten"))
    #expect(report.output.contains("0.7514·(1 − 0.7514)·(0.7514 − 0.01)"))
  }

  @Test func `a right line is right, whatever the sheet leaves out`() throws {
    let lines = "net_3 = 0.77\ny_1 = 0.3576\nδ_5 = 0.5\nδ_3 = 0.3\n"
    let file = try write("network: --random 2-2-1 --seed 7 --digits 4\n" + lines, "gaps.txt")
    let output = run("check", file).output
    // a_3 is not on the sheet: σ(0.77), as the written net value has it.
    #expect(output.contains("= 0.683521·(1 − 0.683521)·0.5·(-0.5)\n        = -0.0540800"))
    let (a, delta) = (0.683521, 0.5)
    let product: Double = a * (1 - a) * delta * -0.5
    #expect((product - -0.0540800).magnitude < 1e-6)
    // What should stand in place of a wrong number has the digits of the sheet.
    #expect(output.contains(" δ_5       0.5      0.125    wrong"))
  }

  @Test func `a line is told in the parts that were written otherwise`() throws {
    // δ of h1 goes by what comes back, which is written with a wrong sign.
    let lines = "back[o1,h1] = -0.0554\nback[o2,h1] = -0.01905\ndelta[h1] = 0.5\n"
    let file = try write("delta[o1] = 0.1385\n" + lines, "back.txt")
    let output = run("check", "mazur", file).output
    #expect(output.contains("0.241301·(-0.07445)\n         = -0.0179648"))
    #expect(!output.contains("0.1385·0.40 + "))
  }

  @Test func `a softmax stays finite whatever numbers are put in`() throws {
    let network = try write(
      """
      { inputs: 1, loss: "cross-entropy", samples: [{ inputs: [1], targets: [1, 0] }],
        layers: [{ activation: "softmax", weights: [[1], [0.2]], biases: [0.3, 0] }] }
      """, "softmax.json5")
    let file = try write("net_2 = 1300.0\nnet_3 = 0.2\ny_1 = 1.0000\ny_2 = 0.0000\n", "far.txt")
    let (_, sheets) = try json([network, file])
    let verdicts = verdicts(sheets[0])
    #expect(verdicts["net[2]"] == "wrong" && verdicts["out[2]"] == "carried", "\(verdicts)")
  }

  @Test func `hints tell less`() throws {
    let file = try write(anna.replacing("o2 = -0.0381", with: "o2 = -0.2171"), "anna.txt")
    #expect(run("check", "mazur", file).output.contains("same mistake was made in δ_o1, δ_o2: the"))
    let hints = (1...3).map { run("check", "mazur", file, "--hint", "\($0)").output }
    for hint in hints {
      #expect(hint.contains("same mistake was made in δ_o1, δ_o2."))
      #expect(!hint.contains("was forgotten"))
      #expect(!hint.contains("expected"))
      #expect(hint.contains("δ_o1 = 0.7414"))
    }
    #expect(!hints[0].contains("Look at the rule"))
    #expect(hints[1].contains("Look at the rule") && !hints[1].contains("0.7514·(1"))
    #expect(hints[2].contains("0.7514·(1 − 0.7514)"))
    #expect(run("check", "mazur", file, "--hint", "4").code == 2)
    #expect(run("check", "mazur", file, "--hint", "1", "--key").code == 2)
    let other = try write(anna, "other.txt")
    let group = run("check", "mazur", file, other, "--hint", "1").output
    #expect(group.contains("Class summary") && !group.contains("forgotten"))
  }

  @Test func `the other sign of δ is one remark, not a row of errors`() throws {
    let file = try write(
      """
      δ_o1 = -0.138499
      δ_o2 = 0.0380982
      δ_h1 = -0.00877136
      ∂E_total/∂w5 = 0.0821670
      """, "other.txt")
    let (code, sheets) = try json(["mazur", file])
    #expect(code == 0)
    let remarks = try #require(sheets[0]["remarks"] as? [[String: String]])
    #expect(remarks.map { $0["remark"] } == ["other-sign-convention"])
  }

  @Test func `a mistake made everywhere gets one remark`() throws {
    let file = try write(
      """
      out_o1 = 0.751365
      out_o2 = 0.772928
      δ_o1 = 0.741365
      δ_o2 = -0.217072
      """, "everywhere.txt")
    let (_, sheets) = try json(["mazur", file])
    let remarks = try #require(sheets[0]["remarks"] as? [[String: String]])
    #expect(remarks.map { $0["remark"] } == ["made-everywhere"])
    #expect(Set(verdicts(sheets[0]).values) == ["correct", "wrong"])
  }

  @Test func `a class is marked from one table, with marks and slips`() throws {
    let file = try write(
      """
      id;Anna;李雷;empty
      net[h1];0.3775;0.3775;
      out[h1];0.5933;0.3775;
      net[h2];0.3925;0.3925;
      out[h2];0.5969;0.5969;
      net[o1];1.1059;1.0196;
      """, "class.csv")
    let marks = path("marks.csv")
    let result = run(
      "check", "mazur", file, "--marks", marks, "--slips", path("slips"), "--carried", "half")
    #expect(result.code == 1)
    #expect(result.output.contains("Class summary"))
    let book = try String(contentsOfFile: marks, encoding: .utf8)
    #expect(book.contains("Anna,5,5,5,0,0,0,0,0,0,0,\n"))
    #expect(book.contains("李雷,3.5,5,3,0,1,0,1,0,0,0,out[h1]\n"))
    #expect(book.contains("empty,0,5,0,0,0,0,0,5,0,0,\n"))
    let slip = try String(contentsOfFile: path("slips/李雷.md"), encoding: .utf8)
    #expect(slip.contains("the activation was not applied"))
    let (_, sheets) = try json(["mazur", file])
    #expect(sheets.map { $0["student"] as? String } == ["Anna", "李雷", "empty"])
  }

  @Test func `each name of a roster gets numbers of its own`() throws {
    let roster = try write("name\nAnna\n李雷\n", "names.csv")
    let result = run(
      "worksheet", "--random", "2-2-1", "--seed", "7", "--roster", roster, "-o", path("out"),
      "--digits", "4", "--key")
    #expect(result.code == 0)
    let sheets = ["Anna", "李雷"].map { path("out/\($0).md") }
    let (code, marked) = try json(sheets)
    #expect(code == 0)
    #expect(marked.count == 2)
    let texts = try sheets.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0] != texts[1])
    #expect(texts[1].contains("--seed 8"))
    #expect(texts[0].contains(" — Anna\n") && texts[1].contains(" — 李雷\n"))
    #expect(run(["check"] + sheets).output.contains("\n Anna     "))
  }

  @Test(arguments: ["2-2-1", "2-2-2", "1-2-1", "3-2-1"], 1...5)
  func `a random worksheet is the same again, and on it every usual mistake shows`(
    _ shape: String, _ seed: Int
  ) {
    let command = ["worksheet", "--random", shape, "--seed", "\(seed)", "--digits", "4"]
    let result = run(command)
    #expect(result.code == 0)
    // Where a mistake would not show, a note says so.
    #expect(result.error.isEmpty, "\(result.error)")
    #expect(result.output == run(command).output)
  }

  @Test(arguments: [
    ("net_h9 = 1", ":1:1: 'net_h9' is not a quantity"),
    ("nothing here", "no answers found"),
    ("net_h1 = 1/0", ":1:10: '1/0' is not a number"),
    ("id,answer\nnet[h1],?x", ":2:9: '?x' is not a number; write one like"),
    (
      "| id | answer |\n|--|--|\n| nett[h1] | 1 |",
      ":3:3: 'nett[h1]' is not a quantity of this training step; did you mean net[h1]?"
    ),
  ])
  func `a sheet that cannot be read says where`(_ text: String, _ message: String) throws {
    let file = try write(text, "bad.txt")
    let result = run("check", "mazur", file)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func `a sheet about another network is not marked`() throws {
    let file = try write(
      run("worksheet", "--random", "2-2-2", "--key", "--to", "txt").output, "other.txt")
    let result = run("check", "mazur", file)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("another network, '--random 2-2-2'"))
    let xor = try write(run("worksheet", "xor", "--key").output, "xor.md")
    #expect(run("check", "mazur", xor).error.contains("another network, 'xor'"))
  }

  @Test func `what is missing is told`() throws {
    #expect(run("check", "mazur").error.contains("does not say which network"))
    #expect(run("check", "mazur", path("none.txt")).error.contains("no such file of answers"))
    #expect(run("check").code == 2)
    #expect(run("worksheet").error.contains("--random"))
    #expect(run("worksheet", "xor", "--seed", "3").error.contains("goes with --random"))
    #expect(run("worksheet", "xor", "--blank", "given").error.contains("leaves nothing"))
    #expect(run("worksheet", "xor", "--blank", "foo").error.contains("--blank"))
    #expect(run("worksheet", "xor", "--random", "2-2-1").code == 2)
    #expect(run("worksheet", "--random", "2-x").code == 2)
    #expect(run("worksheet", "--random", "90-9").code == 2)
    #expect(run("worksheet", "xor", "--roster", path("none")).code == 2)
  }

  @Test func `a sheet of a hundred thousand lines is read`() throws {
    let count = Sampled.count(whole: 100_000, part: 4_000)
    let lines = (0..<count).map { "line \($0) of prose" }.joined(separator: "\r\n")
    let file = try write(lines + "\nnet_h1 = 0.3775\n", "long.txt")
    #expect(run("check", "mazur", file).code == 0)
    let rows = (0..<count).map { "| foo\($0) | 1 |" }.joined(separator: "\n")
    let table = try write("| id | answer |\n| --- | --- |\n" + rows, "long.md")
    #expect(run("check", "mazur", table).code == 2)
  }

  @Test func `nothing that is read is ever overwritten`() throws {
    let sheet = try write(anna, "anna.md")
    let network = try write(run("examples", "mazur").output, "n.json5")
    let roster = try write("name\nanna\n", "names.md")
    for arguments in [
      ["check", "mazur", sheet, "--marks", sheet], ["check", network, sheet, "--marks", network],
      ["check", "mazur", sheet, "--slips", path("")],
      [
        "worksheet", "mazur", "--roster", try write("anna\n", "anna.csv"), "--to", "csv", "-o",
        path(""),
      ],
      ["train", "xor", "--plot", path("same"), "--save", path("same")],
    ] {
      let result = run(arguments)
      #expect(result.code == 2, "\(arguments)")
    }
    #expect(try String(contentsOfFile: sheet, encoding: .utf8) == anna)
    #expect(try String(contentsOfFile: roster, encoding: .utf8) == "name\nanna\n")
  }

  @Test func `names that meet get numbers`() throws {
    let roster = try write("name\na/b\na-b\nAnna\nanna\nAnna\n", "names.csv")
    #expect(run("worksheet", "xor", "--roster", roster, "-o", path("out")).code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: path("out")).sorted()
    #expect(files == ["Anna 3.md", "Anna.md", "a-b 2.md", "a-b.md", "anna 2.md"])
  }

  @Test func `sheets that are there already stay as they are`() throws {
    let roster = try write("Anna\nBen\n", "names.csv")
    let command = ["worksheet", "xor", "--roster", roster, "-o", path("out")]
    #expect(run(command).code == 0)
    #expect(run(command).code == 2)
    let filledIn = try write("y_1 = 0.5\n", "out/Ben.md")
    try FileManager.default.removeItem(atPath: path("out/Anna.md"))
    let again = run(command + ["--key"])
    #expect(again.code == 2)
    #expect(again.error.contains("out/Ben.md: this file is there already"))
    #expect(try String(contentsOfFile: filledIn, encoding: .utf8) == "y_1 = 0.5\n")
    #expect(!FileManager.default.fileExists(atPath: path("out/Anna.md")))
    #expect(run(command + ["--key", "--force"]).code == 0)
    #expect(try String(contentsOfFile: filledIn, encoding: .utf8).contains("Ben"))
  }

  @Test func `a mark book and slips that are there stay as they are`() throws {
    let sheet = try write("E = 0.191545\n", "anna.txt")
    let marks = try write("Anna,1\n", "marks.csv")
    for options in [["--marks", marks], ["--marks", marks, "--slips", path("slips")]] {
      let result = run(["check", "documents", sheet] + options)
      #expect(result.code == 2 && result.output.isEmpty && result.error.contains("--force"))
    }
    #expect(try String(contentsOfFile: marks, encoding: .utf8) == "Anna,1\n")
    #expect(!FileManager.default.fileExists(atPath: path("slips")))
    let both = ["check", "documents", sheet, "--marks", marks, "--slips", path("slips"), "--force"]
    #expect(run(both).code == 0)
    #expect(run(both.dropLast()).code == 2)
    #expect(run(both).code == 0)
  }

  @Test func `a mark book that would be a slip is refused`() throws {
    let sheet = try write("net[4] = 0.3775\n", "anna.txt")
    let result = run(
      "check", "documents", sheet, "--marks", path("slips/anna.md"), "--slips", path("slips"))
    #expect(result.code == 2 && result.output.isEmpty && result.error.contains("same file"))
    #expect(!FileManager.default.fileExists(atPath: path("slips")))
  }

  @Test func `a name that no file can have leaves no file of another`() throws {
    let long = String(repeating: "👩‍👩‍👧‍👦", count: 80)
    let roster = try write("Anna\n\(long)\n", "names.csv")
    #expect(run("worksheet", "xor", "--roster", roster, "-o", path("out")).code == 0)
    let longer = String(repeating: "n", count: 250)
    let far = path("out2/" + longer.prefix(100) + "/" + longer + "n")
    let result = run("worksheet", "xor", "--roster", roster, "-o", far)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path("out2")))
  }

  @Test func `a roster follows the rules of one worksheet`() throws {
    let roster = try write("李雷\n", "names.csv")
    func sheets(_ options: String...) -> Run {
      run(["worksheet", "--roster", roster, "-o", path("out")] + options)
    }
    let nothing = sheets("xor", "--blank", "given")
    #expect(nothing.code == 2 && nothing.error.contains("leaves nothing"))
    let far = sheets("--random", "2-2-1", "--seed", "\(Int.max)")
    #expect(far.code == 2 && far.error.contains("use a whole number from 0 to"))
    let infinite = sheets("line", "--set", "w[3,1]=1e308", "--inputs", "100,1", "--key")
    #expect(infinite.code == 1 && infinite.error.contains("not finite"))
    let tex = sheets("mazur", "--to", "tex")
    #expect(tex.code == 0 && tex.error.contains("1 worksheet written"))
    let page = try String(contentsOfFile: path("out/李雷.tex"), encoding: .utf8)
    #expect(page.contains("{ctexart}") && page.contains("Name: 李雷"))
  }

  @Test(arguments: [24, 40, 60])
  func `a report keeps to a narrow window`(_ width: Int) throws {
    let lines = "net_h1 = 0..3775\nout_h1 = 0.5\nδ_o1 = 0.7414\nw5⁺ = x\n"
    let file = try write(lines, "anna.txt")
    for language in ["en", "zh"] {
      let report = run("check", "mazur", file, "--width", "\(width)", "--lang", language)
      #expect(report.code == 1)
      for line in report.lines where !line.contains("anna.txt") {
        #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
      }
    }
    let slips = path("slips")
    #expect(run("check", "mazur", file, "--slips", slips).code == 1)
    let slip = try String(contentsOfFile: slips + "/anna.md", encoding: .utf8)
    #expect(slip.contains("is not a number"))
    #expect(run("check", "mazur", file, "--digits", "3").output.contains("= 0.140\n"))
  }

  @Test func `no name makes a hidden file, be it a sheet or a slip`() throws {
    let sheet = try write("id;.anna;../ben\nnet[h1];0.3775;0.3775\n", "class.csv")
    #expect(run("check", "mazur", sheet, "--slips", path("slips")).code == 0)
    let roster = try write(".anna\n../ben\n", "names.csv")
    #expect(run("worksheet", "xor", "--roster", roster, "-o", path("out")).code == 0)
    for folder in ["slips", "out"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
      #expect(files == ["-.-ben.md", "-anna.md"])
    }
  }

  @Test(arguments: [("context", "con"), ("δ", "delta"), ("hat", "y")])
  func `names that are like each other are not taken for each other`(
    _ first: String, _ second: String
  ) throws {
    let network = try write(
      """
      { inputs: ["x"], samples: [{ inputs: [1], targets: [0] }], layers: [
          { neurons: ["\(first)", "\(second)"], weights: [[0.1], [0.7]], biases: [0.1, 0.2] },
          { neurons: ["o"], weights: [[0.3, 0.4]], bias: 0.1 }] }
      """, "like.json5")
    for notation in ["documents", "mazur", "nielsen"] {
      for format in Sampled.of(["md", "csv", "txt", "html", "tex"], every: 2) {
        let command = ["worksheet", network, "--notation", notation, "--to", format, "--key"]
        let key = try write(run(command).output, "like.\(format)")
        let (code, sheets) = try json([network, key, "--notation", notation])
        #expect(code == 0, "\(notation) \(format)")
        #expect(Set(verdicts(try #require(sheets.first)).values) == ["correct"])
      }
    }
    let one = try write("net[\(first)] = 0.2\n", "one.txt")
    #expect(try verdicts(json([network, one]).sheets[0]) == ["net[\(first)]": "correct"])
  }

  @Test func `a symbol of the own notation is never one of another's`() throws {
    let network = try write(
      """
      { notation: "mazur", inputs: 1, samples: [{ inputs: [1], targets: [0] }], layers: [
          { neurons: 1, weights: [[0.1]], biases: [0.2] },
          { neurons: 1, weights: [[0.3]], bias: 0.4 }], optimizer: { kind: "momentum" } }
      """, "biases.json5")
    let key = try write(run("worksheet", network, "--to", "txt", "--key").output, "key.txt")
    #expect(try json([network, key]).code == 0)
    let one = try write("Δb_2 = -0.00540570\n", "one.txt")
    #expect(try verdicts(json([network, one]).sheets[0]) == ["change.b[2]": "correct"])
  }

  @Test func `a key is read back, however large its numbers and whatever stands around them`()
    throws
  {
    let network = try write(
      """
      { inputs: ["size"], learningRate: 1e-6, samples: [{ inputs: [412], targets: [1500] }],
        layers: [{ neurons: ["price"], activation: "identity", weights: [[3.7]], biases: [12] }] }
      """, "price.json5")
    let options = ["--round-as-you-go", "--digits", "3"]
    let key = run(["worksheet", network, "--key", "--to", "txt"] + options)
    #expect(key.output.contains(" = 1.52e3\n"))
    let file = try write(key.output, "price.txt")
    let (code, sheets) = try json([network, file] + options)
    let verdicts = verdicts(sheets[0])
    #expect(code == 0 && verdicts.count > 10)
    #expect(Set(verdicts.values).isSubset(of: ["correct", "rounding"]))
    // The line above the cells has an equals sign, a comma and digits of its own.
    let chinese = run("worksheet", "perceptron", "--to", "txt", "--lang", "zh", "--key").output
    #expect(try json(["perceptron", try write(chinese, "zh.txt")]).code == 0)
  }

  @Test func `tables of one sheet may have other students`() throws {
    let sheet = try write(
      """
      | id | answer |
      |----|--------|
      | net[h1] | 0.3775 |

      | id | Anna | Ben |
      |----|------|-----|
      | net[h1] | 0.3775 | 0.4 |

      | id | Ben | Cleo |
      |----|-----|------|
      | net[h2] | 0.3925 | 0.3925 |
      """, "tables.md")
    let (_, sheets) = try json(["mazur", sheet])
    #expect(sheets.map { $0["student"] as? String ?? "" } == ["", "Anna", "Ben", "Cleo"])
    #expect(verdicts(sheets[2]) == ["net[h1]": "too-coarse", "net[h2]": "correct"])
    let twice = try write(
      "| id | Ben | Ben |\n| net[h1] | 1 | 2 |\n| net[h1] | 1 | 2 |\n", "twice.md")
    #expect(try json(["mazur", twice]).sheets.count == 2)
  }

  @Test(arguments: Sampled.pairs(["zhou", "documents"], ["14", "28"], every: 3))
  func `a key that was rounded as it went is right`(_ notation: String, _ seed: String) throws {
    let network = try write(run("new", "4-5-3", "--seed", seed).output, "n.json5")
    for digits in ["3", "4", "5"] {
      let policy = ["--notation", notation, "--round-as-you-go", "--digits", digits]
      let key = run(["worksheet", network, "--key", "--to", "csv"] + policy)
      let file = try write(key.output, "key.csv")
      let (code, sheets) = try json([file])
      #expect(code == 0 && verdicts(sheets[0]).count > 100)
      #expect(Set(verdicts(sheets[0]).values).isSubset(of: ["correct", "rounding"]))
    }
    let random = run("worksheet", "plateau", "--round-as-you-go", "--digits", "3", "--key")
    #expect(try json([write(random.output, "k.md")]).code == 0)
  }

  @Test func `a zero that was cut off may have had any sign`() throws {
    for zero in ["-0.00", "0.00"] {
      let file = try write(
        "delta[6]=0.13\nerror[4]=-0.03\nslope[4]=0.22\ndelta[4]=\(zero)\n", "zero.txt")
      #expect(try json(["han-kamber", file]).code == 0)
    }
  }

  @Test func `the symbols that worksheets print are read`() throws {
    for notation in Notation.profiles.map(\.name) {
      let sheet = run("worksheet", "xor", "--key", "--notation", notation).output
      let lines = sheet.split(separator: "\n").map { line in
        // Without the id's column only the TeX is left.
        line.hasPrefix("|")
          ? line.split(separator: "|").enumerated().filter { $0.offset != 1 }.map(\.element)
            .joined(separator: "|") : String(line)
      }
      let text = lines.map { $0.hasPrefix("|") || !$0.contains("|") ? $0 : "|" + $0 + "|" }
      let file = try write(text.joined(separator: "\n"), "tex.md")
      let (code, sheets) = try json(["xor", file, "--notation", notation])
      #expect(code == 0)
      #expect(Set(verdicts(sheets[0]).values) == ["correct"])
      let options = ["--to", "txt", "--ascii", "--notation", notation]
      let ascii = run(["worksheet", "xor", "--key"] + options).output
      #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
      let spelt = try json([try write(ascii, "ascii.txt")])
      #expect(spelt.code == 0 && Set(verdicts(spelt.sheets[0]).values) == ["correct"])
    }
    let file = try write(
      "dE_total/dw5 = 0.0821670\nDelta w5 = -0.0410835\nw5+ = 0.358916\n", "a.txt")
    #expect(try json(["mazur", file]).code == 0)
  }

  @Test func `beyond Double nothing is right`() throws {
    let network = try write(
      """
      {inputs: 1, layers: [{weights: [[1e200]], activation: "identity"}],
       samples: [{inputs: [1e200], targets: [1]}]}
      """, "inf.json5")
    let file = try write("net[2] = 7\n", "inf.txt")
    #expect(try json([network, file]).code == 1)
  }
}
