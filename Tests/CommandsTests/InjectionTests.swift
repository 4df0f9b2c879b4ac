import CommandTestSupport
import TestSupport
import Testing

/// Texts that others wrote, where they could be more than text: formulas of a spreadsheet, links.
struct InjectionTests {
  private let folder = TemporaryFolder()

  /// The cells of a table, read as simply as a spreadsheet does.
  private func cells(_ csv: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in csv {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows
  }

  /// Expects a table in which nothing is calculated, and gives back its cells.
  @discardableResult
  private func expectText(_ csv: String) -> [[String]] {
    let rows = cells(csv)
    for cell in rows.joined() where cell.contains(/^[=+@\-＝＋－＠]/) {
      #expect(cell.wholeMatch(of: /-[0-9.]+(e-?[0-9]+)?/) != nil, "\(cell)")
    }
    return rows
  }

  private let network = """
    { title: "=1+1", inputs: ["x"], samples: [{ name: "@x", inputs: [1], targets: [0] }],
      layers: [{ neurons: ["o"], weights: [[-0.3]], bias: 0.1 }] }
    """

  @Test func `a class does not calculate in a spreadsheet`() throws {
    let file = try folder.write(
      """
      id,"=HYPERLINK(""x"")",@SUM(A1),-a,＝1,Anna
      net[o],@SUM(A1),=1+1,-0.5,-3/8,-0.2
      """, "class.csv")
    let marks = folder.path("marks.csv")
    let network = try folder.write(network, "=n.json5")
    let result = run("check", network, file, "--format", "csv", "--marks", marks)
    #expect(result.code == 1)
    let rows = expectText(result.output)
    #expect(rows[1...5].map { $0[3] } == ["'@SUM(A1)", "'=1+1", "-0.5", "'-3/8", "-0.2"])
    let book = expectText(try folder.text(of: "marks.csv"))
    #expect(book[1...5].map { $0[0] } == ["'=HYPERLINK(x)", "'@SUM(A1)", "'-a", "'＝1", "Anna"])
    // What was written is read: the students of this table are those of the other.
    let again = try folder.write(
      "id,\"'=HYPERLINK(\"\"x\"\")\",'@SUM(A1)\nnet[o],-0.2,-0.2\n", "again.csv")
    let sheets = try #require(run("check", network, again, "--format", "json").json()["sheets"])
    let names = (sheets as? [[String: Any]])?.map { $0["student"] as? String }
    #expect(names == ["=HYPERLINK(\"x\")", "@SUM(A1)"])
    let plain = run("check", network, try folder.write("net[o] = -0.2\n", "a"), "--format", "csv")
    #expect(plain.output.contains(",net[o],net[o],-0.2,-0.2,-0.19999999999999998,correct,,1,\n"))
  }

  @Test func `steps and worksheets do not calculate in a spreadsheet`() throws {
    let network = try folder.write(network, "n.json5")
    for command in [
      ["trace", network, "--format", "csv"], ["export", network, "--to", "csv"],
      ["train", network, "--format", "csv", "--epochs", "3"],
      ["train", network, "--trace-step", "2", "--format", "csv"],
      ["worksheet", network, "--to", "csv", "--key", "--formulas"],
    ] { expectText(run(command).output) }
    let steps = expectText(run("trace", network, "--format", "csv").output)
    let product = try #require(steps.first { $0[0] == "product[o,x]" })
    #expect(product[4] == "(-0.3)·1" && product[5] == "-0.3")
    let new = try #require(steps.first { $0[0] == "new.w[o,x]" })
    #expect(new[4].hasPrefix("'-0.3 + ") && new[5].hasPrefix("-0.3"))
    let random = ["worksheet", "--random", "2-2-1", "--to", "csv", "--key"]
    let sheet = run(random + ["--formulas"]).output
    #expect(expectText(sheet).contains { $0.first == "network" && $0[3] == "'--random 2-2-1" })
    #expect(run("check", try folder.write(sheet, "key.csv")).code == 0)
  }

  @Test func `a name that a spreadsheet would calculate is read from a roster`() throws {
    let roster = try folder.write("name\n\"'=HYPERLINK(\"\"x\"\")\"\n@Ben\n", "names.csv")
    #expect(run("worksheet", "xor", "--roster", roster, "-o", folder.path("out")).code == 0)
    let sheet = try folder.text(of: "out/=HYPERLINK(\"x\").md")
    #expect(sheet.contains(" — =HYPERLINK("))
  }

  // MARK: Markdown

  private let addresses =
    "http://x.y https://x.y www.x.y WWW.x.y a@b.c <http://q.r> [a](b) ![](c) <b>t</b> "
    + "xmpp:a@b.c mailto:a@b.c //z.com a_@b.c *www.q.r* ///a.b"

  /// Expects that nothing finds an address in Markdown, not even where it is read a second time,
  /// and that all texts can be seen.
  private func expectNoLinks(_ markdown: String, showing texts: [String]) {
    let prose = markdown.split(separator: "\n").map { $0.replacing(/`[^`]*`/, with: "") }
    for line in prose {
      #expect(!line.contains("//") && !line.lowercased().contains("www."), "\(line)")
      #expect(!line.replacing("<span>@</span>", with: "").contains("@"), "\(line)")
      #expect(!line.replacing(/<\/?span>/, with: "").contains("<"), "\(line)")
      #expect(!line.contains(/[^\\]\]\(/), "\(line)")
    }
    let shown = markdown.replacing(/<\/?span>/, with: "").replacing(/\\(.)/) { "\($0.1)" }
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    for text in texts { #expect(shown.contains(text)) }
  }

  @Test func `an address in a text makes no link`() throws {
    let network = try folder.write(
      """
      { title: "\(addresses)", inputs: ["x"], layers: [{ neurons: ["o"], weights: [[-0.3]] }],
        samples: [{ name: "s@t.u", inputs: [1], targets: [0] }] }
      """, "n.json5")
    for command in [["export", network], ["worksheet", network, "--key", "--formulas"]] {
      expectNoLinks(run(command).output, showing: [addresses])
    }
    expectNoLinks(run("export", network).output, showing: ["(s@t.u)"])
    let roster = try folder.write("name\nhttp://x.y a@b.c\n", "names.csv")
    #expect(run("worksheet", "xor", "--roster", roster, "-o", folder.path("out")).code == 0)
    expectNoLinks(
      try folder.text(of: "out/http---x.y a@b.c.md"), showing: [" — http://x.y a@b.c\n"])
    let sheet = try folder.write(
      "id,http://x.y a@b.c,www.b.c\nnet[h1],http://x.y,a@b.c\nnet[h2],0.5,1\n", "class.csv")
    #expect(run("check", "mazur", sheet, "--slips", folder.path("slips")).code == 1)
    expectNoLinks(
      try folder.text(of: "slips/http---x.y a@b.c.md"),
      showing: ["http://x.y a@b.c\n", "| http://x.y |"])
    expectNoLinks(try folder.text(of: "slips/www.b.c.md"), showing: ["www.b.c\n", "| a@b.c |"])
  }
}
