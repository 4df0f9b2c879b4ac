import TestSupport
import Testing

/// Texts that others wrote, where they could be more than text: formulas of a spreadsheet.
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
    #expect(plain.output.contains(",net[o],net[o],-0.2,-0.2,-0.19999999999999998,correct,\n"))
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
}
