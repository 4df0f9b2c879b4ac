import CommandTestSupport
import TestSupport
import Testing
import Texts

/// Where errors say they are: the line and column of the number or name itself, whatever ends lines
/// and whatever stands before it.
struct PlaceTests {
  private let folder = TemporaryFolder()

  private static let lineEnds = ["\n", "\r\n", "\r"]

  private func expect(_ result: Run, _ place: String, _ words: String = "") {
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.error.hasPrefix(folder.path(place) + ": ") && result.error.contains(words),
      "\(result.error)")
  }

  /// Sheets about mazur whose mistake stands in the place behind them.
  static let sheets: [(text: String, place: String)] = [
    ("Ännchen\n\n  net_h1 = 0..3775", "3:12"),
    ("\u{FEFF}  net_h9 = 1", "1:3"),
    ("\u{FEFF}net_h1 = \t0.3 = 1/0", "1:17"),
    ("净输入 net_z9 = 1\n\tnet_h9 = 2", "1:1"),
    ("x = 净\n　net_h9 = 2", "2:2"),
    ("x\n| id | 净 | answer |\n|--|--|--|\n| net[h1] | 净输入 |  0..3775 |", "4:20"),
    ("| id | answer |\n|--|--|\n|  `nett[h1]` | 1 |", "3:5"),
    ("| id | answer |\n|--|--|\n|\u{A0}nett[h1] | 1 |", "3:3"),
    ("  | id | Anna | Ben |\n  |--|--|--|\n  | net[h1] | ? | 0..5 |", "3:19"),
    ("id,净,answer\n\"net[h1]\",\"净\"\"\", \"0..3775\"", "2:19"),
    ("\u{FEFF}id;answer\n net[h9];1", "2:2"),
    ("\u{FEFF}\"nr,1\",\"id\",a\n1,\"net[h9]\",2", "2:4"),
    ("id,symbol,Anna,李雷,Ben\nnet[h1],净,,,'-x", "2:14"),
    ("id,answer\nnet[h1],0..3775", "2:9"),
    ("id\tAnna\n\nnet[h1]\t 0..5", "3:10"),
    ("<p>\n<tr data-cell=\"net[净]\"><td class=\"room\">1</td></tr>", "2:16"),
    ("<tr data-cell=\"net[h1]\"><td class=\"room\"> 0..5</td></tr>", "1:43"),
    ("% x\n净\\answer{0..5} % data-cell=\"net[h1]\"", "2:10"),
    ("\n| id | Anna |\n|--|--|\n| net[h1] |  |", "4:3"),
    ("no number", "1:1"),
    ("\nnetwork: `xor`\nE = 1", "2:11"),
    ("% network: xor\nE = 1", "1:12"),
    ("id,answer\nE,1\nnetwork,xor", "3:9"),
  ]

  @Test(arguments: sheets, lineEnds)
  func `a mistake on a sheet`(_ sheet: (text: String, place: String), _ end: String) throws {
    let text = sheet.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: end)
    let file = try folder.write(text + end, "sheet")
    expect(run("check", "mazur", file), "sheet:\(sheet.place)")
  }

  @Test(arguments: lineEnds)
  func `a mistake in a network, its samples, or a roster`(_ end: String) throws {
    func write(_ lines: [String], _ name: String) throws -> String {
      try folder.write(lines.joined(separator: end) + end, name)
    }
    let json = ["\u{FEFF}{ // 净", "/* ", " */ '净': 1, inputs: 1 }"]
    expect(run("trace", try write(json, "n")), "n:3:5")
    let network = try folder.write(
      "{inputs: ['a', 'b'], layers: [{neurons: ['c'], weights: [[1, 1]]}], samples: 's'}", "n")
    for (lines, place) in [
      (["a,b,c", "1, \"x\",1"], "2:5"), (["", "a,b,d", "1,1,1"], "2:5"),
      (["\u{FEFF}a,b", " 1,1", " 1"], "3:2"),
      (["a,b"], "1:1"), (["\u{FEFF}a,b", "1, 净"], "2:4"), (["a,b", "", "\t'-x\t,1"], "3:3"),
    ] {
      _ = try write(lines, "s")
      expect(run("trace", network), "s:\(place)")
    }
    let sheets = folder.path("sheets")
    let empty = try write(["", "name", "", ","], "names")
    expect(run("worksheet", "xor", "--roster", empty, "-o", sheets), "names:1:1", "no name")
    let long = try write(["name", ""] + (0...2000).map { " s\($0)" }, "names")
    expect(run("worksheet", "xor", "--roster", long, "-o", sheets), "names:2003:2", "2000 names")
  }

  @Test func `the first byte that is no text`() throws {
    let bytes = Array("\u{FEFF}净\r\n 净a".utf8) + [0xFF] + Array("b\n".utf8)
    for arguments in [
      ["check", "mazur", "-"], ["worksheet", "xor", "--roster", "-", "-o", folder.path("out")],
      ["trace", "-"],
    ] {
      let result = run(arguments, input: bytes)
      #expect(result.code == 2 && result.error.hasPrefix("-:2:4: this is not UTF-8"), "\(result)")
    }
  }

  @Test func `what is wrong with sheets together`() throws {
    let names = (0...2000).map { "s\($0)" }.joined(separator: ",")
    let wide = try folder.write("\n\rid,\(names)\nE,1\n", "wide")
    let column = "id,s0,".count + (1...1999).reduce(0) { $0 + "s\($1),".count } + 1
    expect(run("check", "xor", wide), "wide:3:\(column)", "more than 2000 students")
    let first = try folder.write("id,Anna\nE,1\n", "first")
    let second = try folder.write("\nid,\(names.dropLast(6))\nE,1\n", "second")
    #expect(names.hasSuffix(",s2000"))
    expect(run("check", "xor", first, second), "second:2:\(column - 6)", "2000 students")
    let lines = ["E = 1"] + Array(repeating: " x = 1", count: 100_000)
    let long = try folder.write(lines.joined(separator: "\r"), "long")
    expect(run("check", "xor", long), "long:100001:2", "more than 100000 answers")
    let few = (0..<1000).map { "s\($0)" }.joined(separator: ",")
    let rows = Array(repeating: "E", count: 101).joined(separator: "\r\n")
    let class1 = try folder.write("id,\(few)\r\n\(rows)", "class")
    expect(run("check", "xor", class1), "class:102:1", "more than 100000 answers")
    let steps = try folder.write("id,\(few)\nafter.E,1\n", "steps")
    let result = run("check", "more-nodes", steps)
    #expect(result.code == 2 && result.error.contains("steps:1:"), "\(result.error)")
  }

  @Test func `a sheet that does not say what it is about, or says it wrongly`() throws {
    let plain = try folder.write("\nnet_h1 = 0.3\n", "plain")
    expect(run("check", plain), "plain:1:1", "which network")
    let own = try folder.write("network: mazur\nnet_h1 = 0.3\n", "own")
    // The other sheet is marked all the same.
    let both = run("check", own, plain)
    #expect(both.code == 1 && both.output.contains("0.3"))
    #expect(both.error.hasPrefix(plain + ":1:1: ") && both.error.contains("which network"))
    for (words, message) in [
      ("xor --decimals 99", "'99'"), ("mazzur", "mazzur: there is no such file or example"),
      ("xor --sample 9", "9"), ("xor --foo", "--foo"),
    ] {
      let sheet = try folder.write("净\n network: \(words)\nE = 1\n", "sheet")
      expect(run("check", sheet), "sheet:2:11", message)
    }
    let network = try folder.write("{ inputs: 0 }", "n")
    let about = try folder.write("network: \(network)\nE = 1\n", "about")
    expect(run("check", about), "n:1:11")
    // A broken network is one, and no sheet.
    expect(run("check", network), "n:1:11")
  }

  @Test func `a loss that has no gradient`() throws {
    let network = try folder.write(
      """
      { inputs: 1, layers: [{ weights: [[1]], activation: "step" }],
        loss: "perceptron", samples: [{ inputs: [1], targets: [1] }] }
      """, "n")
    expect(run("gradcheck", network), "n:2:9")
  }
}
