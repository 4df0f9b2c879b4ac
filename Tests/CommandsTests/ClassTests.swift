import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// `check` on the sheets of a class: one bad sheet stops no other, and what is said of all.
struct ClassTests {
  private let folder = TemporaryFolder()

  private let anna = """
    out_h1 = 0.5933
    net_o1 = 1.1059
    out_o1 = 0.7514
    E_total = 0.2984
    δ_o1 = 0.7414
    w5⁺ = 0.1801
    """

  /// The files of a class of three, with four that cannot be marked.
  private func writeClass() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("sheets/slips"), withIntermediateDirectories: true)
    try folder.write(anna, "sheets/Anna.txt")
    try folder.write(anna.replacing("0.5933", with: "0.3775"), "sheets/李雷.txt")
    try folder.write("out_h1 = 0.5933\nnet_o1 = 1.1059\n", "sheets/Zoe.txt")
    try Data([0x6E, 0x3D, 0xFF]).write(to: URL(filePath: folder.path("sheets/bad.txt")))
    try folder.write("PK", "sheets/marks.xlsx")
    try folder.write("network: xor\nE = 3\n", "sheets/other.txt")
    try folder.write("nothing but words\n", "sheets/words.txt")
    try folder.write("net_h1 = 1\n", "sheets/.hidden")
  }

  private func sheets(_ run: Run) throws -> [[String: Any]] {
    try #require(run.json()["sheets"] as? [[String: Any]])
  }

  private func book(_ name: String) throws -> [String: String] {
    let rows = try folder.text(of: name).split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let parts = row.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      })
  }

  @Test func `a bad sheet stops no other`() throws {
    try writeClass()
    let result = run(
      "check", "mazur", folder.path("sheets"), folder.path("gone.txt"), "--format", "json")
    #expect(result.code == 1)
    let sheets = try sheets(result)
    let files = sheets.map { ($0["file"] as? String ?? "").split(separator: "/").last ?? "" }
    #expect(
      files == [
        "Anna.txt", "Zoe.txt", "bad.txt", "marks.xlsx", "other.txt", "words.txt", "李雷.txt",
        "gone.txt",
      ])
    let counts = sheets.map { ($0["answers"] as? [Any])?.count }
    #expect(counts == [6, 2, 0, 0, 0, 0, 6, 0])
    for (file, words) in [
      ("bad.txt:1:3: ", "UTF-8"), ("marks.xlsx: ", "save it as CSV"),
      ("other.txt:1:10: ", "another network, 'xor'"), ("words.txt:1:1: ", "no answers found"),
      ("gone.txt: ", "no such file"),
    ] {
      #expect(
        result.error.split(separator: "\n").contains { $0.contains(file) && $0.contains(words) })
    }
    #expect(!result.error.contains("hidden"))
  }

  @Test func `where nothing can be read of any, nothing is written`() throws {
    try writeClass()
    let names = ["bad.txt", "words.txt", "marks.xlsx"].map { folder.path("sheets/" + $0) }
    let marks = folder.path("marks.csv")
    let result = run(["check", "mazur"] + names + ["--marks", marks])
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.error.split(separator: "\n").count == 3)
    #expect(!FileManager.default.fileExists(atPath: marks))
    try FileManager.default.createDirectory(
      atPath: folder.path("empty"), withIntermediateDirectories: true)
    let empty = run("check", "mazur", folder.path("empty"))
    #expect(empty.code == 2 && empty.error.contains("no sheets in this folder"))
  }

  @Test func `sheets that name their network need no other, even behind a bad one`() throws {
    try writeClass()
    let own = try folder.write("network: mazur\n" + anna, "own.txt")
    let result = run("check", folder.path("sheets/bad.txt"), own, "--format", "json")
    #expect(result.code == 1)
    #expect(try sheets(result).map { ($0["answers"] as? [Any])?.count } == [0, 6])
    let whole = run("check", folder.path("sheets"), "--format", "json")
    #expect(whole.code == 1 && whole.error.contains("which network"))
    // A network that cannot be read is one, and no sheet.
    #expect(run("check", try folder.write("{", "n.json5"), own).code == 2)
  }

  @Test func `the mistakes of the class are told, the most frequent first`() throws {
    try writeClass()
    let result = run("check", "mazur", folder.path("sheets"))
    let summary = try #require(result.output.split(separator: "Class summary\n").last)
    #expect(summary.contains("7 sheets, "))
    #expect(summary.contains("4 sheets could not be marked."))
    let slope = try #require(summary.firstRange(of: "2 students: the slope of the activation"))
    let applied = try #require(summary.firstRange(of: "1 student: the activation was not applied"))
    #expect(slope.lowerBound < applied.lowerBound)
    #expect(summary.contains("\n   in δ_o1 (2×)"))
    #expect(summary.contains("\n   in out_h1\n"))
    #expect(summary.contains("\n Anna ") && summary.contains(" not marked\n"))
    let hint = run("check", "mazur", folder.path("sheets"), "--hint", "1").output
    #expect(hint.contains("Class summary") && !hint.contains("2 students"))
  }

  @Test func `answers are worth what --points says`() throws {
    let sheet = try folder.write(anna, "Anna.txt")
    func points(_ options: String...) throws -> String {
      let marks = folder.path("marks.csv")
      let command = ["check", "mazur", sheet, "--marks", marks, "--force"]
      #expect(run(command + options).code == 1)
      let row = try #require(try book("marks.csv")["Anna"])
      return row.split(separator: ",").prefix(2).joined(separator: "/")
    }
    // Four are right, δ is wrong, the new weight follows from it.
    #expect(try points() == "5/6")
    #expect(try points("--carried", "half") == "4.5/6")
    #expect(try points("--carried", "0", "--points", "forward=2") == "7/9")
    #expect(try points("--points", "delta=2,forward=1,E=3") == "7/9")
    // An id goes before its kind, a kind before its phase.
    #expect(try points("--points", "forward=2,out=3,out[h1]=0.5") == "7.5/8.5")
    #expect(try points("--points", "new.w=4,new=9", "--carried", "half") == "6/9")
    #expect(try points("--points", "update=0") == "4/5")
  }

  @Test(arguments: [
    ("delt=2", "did you mean 'delta'?"), ("out[h9]=2", "did you mean 'out[h1]'?"),
    ("delta", "does not give points"), ("delta=-1", "does not give points"),
    ("delta=2,delta=3", "twice"), ("delta=x", "'x'"), ("given=1", "not a phase"),
  ])
  func `what --points cannot mean is refused`(_ points: String, _ words: String) throws {
    let sheet = try folder.write(anna, "Anna.txt")
    let result = run("check", "mazur", sheet, "--points", points)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test func `the marks keep the columns of a roster`() throws {
    try writeClass()
    let roster = try folder.write(
      "Surname,First name,Student ID,E-mail,Class\n,anna,17,a@x.org,A\n雷,李,19,,B\nOtto,Ben,20,o@x,A\n",
      "names.csv")
    let marks = folder.path("marks.csv")
    let result = run(
      "check", "mazur", folder.path("sheets"), "--marks", marks, "--roster", roster)
    #expect(result.code == 1)
    #expect(result.error.contains("On the roster without a sheet: "))
    #expect(result.error.contains("Not on the roster: Zoe"))
    let book = try book("marks.csv")
    #expect(
      book["student"]
        == "id,email,group,points,of,correct,rounding,carried,too-coarse,wrong,blank,unreadable,unread,first mistake"
    )
    #expect(book["Anna"] == "17,a@x.org,A,5,6,4,0,1,0,1,0,0,0,delta[o1]")
    #expect(book["Zoe"] == ",,,2,2,2,0,0,0,0,0,0,0,")
    #expect(book["bad"] == ",,,0,6,0,0,0,0,0,0,0,0,")
    #expect(book["Ben Otto"] == "20,o@x,A,0,6,0,0,0,0,0,0,0,0,")
    let total = try #require(book["total"])
    #expect(total.hasPrefix(",,,") && total.hasSuffix(","))
    #expect(run("check", "mazur", folder.path("sheets"), "--roster", roster).code == 2)
  }

  @Test func `a roster of names alone adds no columns`() throws {
    let sheet = try folder.write(anna, "Anna.txt")
    let roster = try folder.write("姓名\nAnna\n", "names.csv")
    let marks = folder.path("marks.csv")
    let result = run("check", "mazur", sheet, "--marks", marks, "--roster", roster)
    #expect(result.code == 1 && result.error.isEmpty)
    #expect(
      try book("marks.csv")["student"]
        == "points,of,correct,rounding,carried,too-coarse,wrong,blank,unreadable,unread,first mistake"
    )
    #expect(try book("marks.csv")["total"] == "5,6,4,0,1,0,1,0,0,0,")
  }

  @Test(arguments: ["en", "zh"])
  func `slips say what the report says`(_ language: String) throws {
    let sheet = try folder.write(anna + "\nq = 3\n", "Anna.txt")
    let command = ["check", "mazur", sheet, "--lang", language, "--slips"]
    let report = run(command + [folder.path("md")])
    #expect(run(command + [folder.path("html"), "--to", "html"]).code == 1)
    let markdown = try folder.text(of: "md/Anna.md")
    let page = try folder.text(of: "html/Anna.html")
    let isChinese = language == "zh"
    for text in [
      isChinese ? "得分：5 / 6" : "Points: 5 / 6", isChinese ? "没有读懂的行" : "Not read", "q = 3",
      isChinese ? "漏乘激活函数的导数" : "the slope of the activation was forgotten", "0.138492",
      isChinese ? "连带错误" : "follows from a mistake above",
    ] {
      #expect(markdown.contains(text) && page.contains(text), "\(text)")
      if !text.contains("5 / 6") { #expect(report.output.contains(text)) }
    }
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("@media print"))
    #expect(page.contains("lang=\"\(isChinese ? "zh-Hans" : "en")\""))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"))
    #expect(run("check", "mazur", sheet, "--to", "html").code == 2)
    // A slip tells no more than the report.
    #expect(run(command + [folder.path("hint"), "--hint", "1"]).code == 1)
    #expect(try !folder.text(of: "hint/Anna.md").contains("0.138492"))
  }

  @Test func `a slip says why a sheet was not marked`() throws {
    try writeClass()
    let sheets = ["Anna.txt", "marks.xlsx"].map { folder.path("sheets/" + $0) }
    #expect(run(["check", "mazur"] + sheets + ["--slips", folder.path("slips")]).code == 1)
    let slip = try folder.text(of: "slips/marks.md")
    #expect(slip.contains("save it as CSV") && slip.contains("Points: 0 / 6"))
  }
}
