import CommandTestSupport
import Foundation
import NetworkFiles
import TestSupport
import Testing

/// What stands on worksheets, and that each of them, filled in, is marked right.
struct WorksheetTests {
  private let folder = TemporaryFolder()

  /// Exit code 0, and every answer right.
  private func expectRight(_ file: String, _ comment: String, atLeast least: Int = 4) throws {
    let result = run("check", file, "--format", "json")
    #expect(result.code == 0, "\(comment) \(result.error) \(result.output.prefix(300))")
    let sheets = try #require(try result.json()["sheets"] as? [[String: Any]])
    let summary = try #require(sheets[0]["summary"] as? [String: Int])
    #expect(summary["wrong"] == 0 && summary["unread"] == 0, "\(comment) \(summary)")
    #expect(summary["correct", default: 0] >= least, "\(comment) \(summary)")
  }

  @Test(arguments: Sampled.pairs(["md", "csv", "txt", "html", "tex"], ["en", "zh"], every: 6))
  func `every kind of key is right`(_ format: String, _ language: String) throws {
    for words in [
      "mazur --short", "xor --vary", "relu-softmax --vary --seed 3 --short --digits 4",
      "mango --vary --seed 9 --sample 1 --decimals 4", "adam --sample 2 --short",
      "han-kamber --vary --formulas --round-as-you-go --digits 4", "--random 2-2-1 --short",
      "mango --only forward", "documents --only backward,new.w[8,4] --short", "adam --only update",
    ] {
      let words = words.split(separator: " ").map(String.init)
      let key = run(
        ["worksheet"] + words + ["--to", format, "--lang", language, "--key"])
      #expect(key.code == 0, "\(key.error)")
      let file = try folder.write(key.output, "key.\(format)")
      try expectRight(file, "\(words) \(format)")
    }
  }

  @Test func `a short sheet asks for five kinds of numbers`() {
    let result = run("worksheet", "mazur", "--short", "--to", "csv")
    let ids = result.lines.dropFirst().dropLast().map { line in
      String(line.drop { $0 == "\"" }.prefix { $0 != "[" && $0 != "." })
    }
    #expect(ids.count == 4 + 4 + 4 + 10 + 8)
    #expect(Set(ids) == ["net", "out", "delta", "grad", "new"])
  }

  @Test func `a sheet about one part asks for that, and tells nothing that it does not need`()
    throws
  {
    let forward = run("worksheet", "mango", "--only", "forward", "--to", "txt").output
    for absent in ["t_1", "η", "Loss", "Update", "δ_3", "training step"] {
      #expect(!forward.contains("  \(absent)"), "\(absent)")
    }
    #expect(forward.contains("the forward pass of sample 1 (large and yellow)"))
    #expect(forward.contains("  net_3 = \n  y_1 = \n"))
    let delta = run("worksheet", "mango", "--only", "delta[good]", "--to", "txt").output
    #expect(delta.contains("  t_1 = 1\n") && !delta.contains("η ="))
    let typo = try folder.write("network: mango --only fward\nnet_3 = 0.56\n", "typo.txt")
    let refused = run("check", typo)
    #expect(refused.code == 2 && refused.error.contains("typo.txt:1:10: 'fward'"), "\(refused)")
    // Numbered cells are counted as on the sheet: ② is the second of those that are asked for.
    let sheet = try folder.write(
      "network: xor --only a,y --digits 4\n① = 0.5250\n(2) 0.8808\n", "numbered.txt")
    try expectRight(sheet, "numbered", atLeast: 2)
    let unknown = run("worksheet", "mango", "--only", "backwards")
    #expect(unknown.code == 2 && unknown.error.contains("'--only'"))
  }

  @Test func `the picture shows outputs that are filled in, and never what is asked for`() {
    func picture(_ words: String...) -> String {
      run(["worksheet", "mango", "--to", "html"] + words).output.split(separator: "</figure>")[0]
        .split(separator: "<figure").last.map(String.init) ?? ""
    }
    #expect(picture("--blank", "backward").contains(">0.636453</text>"))
    #expect(!picture("--blank", "backward").contains("0.0841"))
    #expect(!picture("--only", "backward").contains("0.636"))
    #expect(!picture().contains("0.636"))
  }

  @Test func `a batch's samples are given where only what they have in common is asked for`() throws
  {
    for format in ["txt", "md", "html", "tex"] {
      let sheet = run(
        "worksheet", "adam", "--trace-step", "3", "--only", "update", "--to", format, "--key")
      #expect(sheet.output.contains("Sample 2") && sheet.output.contains("Sample 1"), "\(format)")
      try expectRight(folder.write(sheet.output, "update.\(format)"), format)
    }
  }

  @Test func `the network is described in words`() {
    let text = run("worksheet", "mazur", "--to", "txt", "--decimals", "4").output
    for sentence in [
      "2 inputs, a hidden layer of 2 neurons (activation sigmoid) and an output layer of 2 neurons",
      "Loss: Half the squared difference from the target.", "Update by gradient descent:",
      "η = 0.5", "give each result to 4 decimal places, and calculate with the unrounded numbers",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
    let rounded = run("worksheet", "mazur", "--to", "txt", "--digits", "4", "--round-as-you-go")
    #expect(rounded.output.contains("round each result to 4 significant digits"))
    let chinese = run("worksheet", "mazur", "--lang", "zh").output
    #expect(chinese.contains("网络有 2 个输入，隐藏层有 2 个神经元（激活函数 sigmoid）"))
    #expect(chinese.contains("| 序号 | 标识 | 符号 | 答案 |") && chinese.contains("## 反向传播"))
    #expect(!chinese.contains("symbol"))
    let adam = run("worksheet", "adam", "--to", "txt", "--sample", "1").output
    for constant in ["β1 = 0.9", "β2 = 0.999", "ε = 1e-8", "τ = 1", "Update by Adam"] {
      #expect(adam.contains(constant), "\(constant)")
    }
  }

  @Test func `what is printed does not give away what is asked`() throws {
    func printed(_ blank: String) -> (ids: Set<String>, note: String) {
      let result = run("worksheet", "mazur", "--to", "csv", "--blank", blank)
      let rows = result.lines.dropFirst().dropLast().filter { !$0.hasSuffix(",") }
      let ids = rows.map { row in
        row.hasPrefix("\"")
          ? String(row.dropFirst().prefix { $0 != "\"" }) : String(row.prefix { $0 != "," })
      }
      return (Set(ids), result.error)
    }
    // A change tells the gradient, and a new weight the change.
    let backward = printed("backward")
    #expect(backward.ids.contains("out[o1]") && backward.ids.contains("after.E"))
    #expect(!backward.ids.contains { $0.hasPrefix("change.") || $0.hasPrefix("new.") })
    #expect(backward.note.contains("also left blank") && backward.note.contains("change.w[h1,i1]"))
    let one = printed("delta[h1]")
    #expect(!one.ids.contains("grad.w[h1,i1]") && !one.ids.contains("new.w[h1,i1]"))
    #expect(one.ids.contains("grad.w[h2,i1]") && one.ids.contains("delta[o1]"))
    #expect(printed("update,E").note.isEmpty)
  }

  @Test func `a product has no formula of its own`() {
    for line in run("worksheet", "mango", "--formulas").lines where line.hasPrefix("|") {
      #expect(!line.contains("$$"), "\(line)")
    }
  }

  @Test func `everyone gets own numbers for any network`() throws {
    let roster = try folder.write(
      "id;Surname;First name;Email\n17;Meier;Anna;a@x.org\n18;O'Neil;Bob;\n", "class.csv")
    let result = run(
      "worksheet", "mazur", "--vary", "--roster", roster, "-o", folder.path("out"), "--key",
      "--digits", "4")
    #expect(result.code == 0 && !result.error.contains("cannot be told"), "\(result.error)")
    let sheets = ["Anna Meier", "Bob O'Neil"].map { folder.path("out/\($0).md") }
    let texts = try sheets.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0].contains("student: `Anna Meier; id: 17; Email: a@x.org`"))
    #expect(texts[1].contains("student: `Bob O'Neil; id: 18`"))
    let givens = texts.map { text in text.split(separator: "\n").first { $0.hasPrefix("$i_{1}$") } }
    #expect(givens[0] != nil && givens[0] != givens[1])
    for sheet in sheets { try expectRight(sheet, sheet) }
    let marks = folder.path("marks.csv")
    #expect(run(["check"] + sheets + ["--marks", marks]).code == 0)
    let book = try String(contentsOfFile: marks, encoding: .utf8).split(separator: "\n")
    #expect(book[0].hasPrefix("student,id,Email,points,of,"))
    #expect(book[1].hasPrefix("Anna Meier,17,a@x.org,70,70,"))
    #expect(book[2].hasPrefix("Bob O'Neil,18,,70,70,"))
    // The words on a sheet make it again.
    let words = try #require(
      texts[1].split(separator: "\n").first { $0.hasPrefix("network: ") }?.dropFirst(10).dropLast())
    let again = run(["worksheet", "--key"] + words.split(separator: " ").map(String.init))
    #expect(again.output.contains(givens[1] ?? ""))
    #expect(!again.error.contains("cannot be told"))
  }

  @Test(arguments: [
    ("name\nAnna\n李雷\n", ["Anna", "李雷"]), ("Anna\nBob\n", ["Anna", "Bob"]),
    ("学号,姓名,班级\n1,李雷,二班\n2,韩梅梅,二班\n", ["李雷", "韩梅梅"]),
    ("姓,名\n李,雷\n", ["李雷"]), ("Group,Last name,First name\nA,Li,Lei\n", ["Lei Li"]),
    ("email,name\na@x.org,Anna\n", ["Anna"]),
  ])
  func `names are found by their heading`(_ roster: String, _ names: [String]) throws {
    let file = try folder.write(roster, "names.csv")
    let out = folder.path("out")
    let result = run("worksheet", "mazur", "--roster", file, "-o", out)
    #expect(result.code == 0, "\(result.error)")
    let files = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(Set(files) == Set(names.map { $0 + ".md" }))
  }

  @Test func `a seed that was asked for is taken`() {
    let seven = run("worksheet", "mazur", "--vary", "--seed", "7")
    #expect(seven.output.contains("network: `mazur --vary --seed 7`"))
    #expect(seven.output == run("worksheet", "mazur", "--vary", "--seed", "7").output)
    #expect(run("worksheet", "mazur", "--seed", "7").code == 2)
    #expect(run("worksheet", "--random", "2-2-1", "--vary").code == 2)
    // A dead ReLU would hide whatever stands behind it.
    let found = run("worksheet", "relu-softmax", "--vary", "--to", "csv", "--key")
    #expect(found.output.contains("relu-softmax --vary --seed "))
  }
}
