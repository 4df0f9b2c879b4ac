import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// Files that commands write: all of them or none, never one that was read, never half.
struct OutputFileTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  private func write(_ text: String, _ name: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  private func content(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  @Test func `nothing that was read is written over, by whatever name`() throws {
    let table = "a,y\n1,0.5\n"
    try write(table, "s.csv")
    try write(
      "{inputs: ['a'], layers: [{neurons: ['y'], weights: [[1]]}], samples: 's.csv'}", "n.json5")
    try FileManager.default.linkItem(atPath: path("s.csv"), toPath: path("hard.svg"))
    try FileManager.default.createSymbolicLink(
      atPath: path("soft.svg"), withDestinationPath: "s.csv")
    for arguments in [
      ["train", "--save", "s.csv"], ["train", "--save", "n.json5"],
      ["train", "--plot", "hard.svg"],
      ["train", "--plot", "soft.svg"], ["export", "-o", "s.csv"], ["export", "-o", "soft.svg"],
    ] {
      let result = run([arguments[0], path("n.json5"), arguments[1], path(arguments[2])])
      #expect(result.code == 2 && result.output.isEmpty, "\(arguments)")
      #expect(result.error.contains("is read by the same command"))
    }
    #expect(try content("s.csv") == table)
  }

  @Test func `two files are written together or not at all, and nothing is left`() throws {
    try FileManager.default.createDirectory(
      atPath: path("folder.md"), withIntermediateDirectories: false)
    for arguments in [
      ["train", "xor", "--plot", path("a.svg"), "--save", path("folder.md")],
      ["train", "xor", "--plot", path("a.svg"), "--save", path("no/b.json5")],
      ["train", "xor", "--plot", path("a.svg"), "--save", path("a.svg/b")],
      ["train", "xor", "--format", "json", "--save", path("folder.md")],
      ["export", "xor", "--diagram", "-o", path("folder.md")],
    ] {
      let result = run(arguments)
      #expect(result.code == 2 && result.output.isEmpty, "\(arguments)")
      #expect(result.error.contains("nothing has been changed"))
    }
    #expect(folder.names == ["folder.md"])
    #expect(
      run("train", "xor", "--plot", path("a.svg"), "--save", path("b.json5")).code == 0)
    #expect(folder.names == ["a.svg", "b.json5", "folder.md"])
  }

  @Test func `one file under two names is told`() throws {
    try write("", "a.svg")
    try FileManager.default.createSymbolicLink(
      atPath: path("b.svg"), withDestinationPath: "a.svg")
    try FileManager.default.createSymbolicLink(
      atPath: path("new.svg"), withDestinationPath: "c.svg")
    for (plot, save) in [("a.svg", "./a.svg"), ("b.svg", "a.svg"), ("new.svg", "c.svg")] {
      let result = run("train", "xor", "--plot", path(plot), "--save", path(save))
      #expect(result.code == 2 && result.error.contains("same file"), "\(plot) \(save)")
    }
  }

  @Test func `a link stays a link, even one that leads nowhere yet`() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: path("link.md"), withDestinationPath: "new.md")
    #expect(run("export", "xor", "-o", path("link.md")).code == 0)
    #expect(try manager.destinationOfSymbolicLink(atPath: path("link.md")) == "new.md")
    #expect(try content("new.md").hasPrefix("# XOR"))
    try manager.createSymbolicLink(atPath: path("round.md"), withDestinationPath: "round.md")
    #expect(run("export", "xor", "-o", path("round.md")).code == 2)
    #expect(try manager.destinationOfSymbolicLink(atPath: path("round.md")) == "round.md")
  }

  @Test func `a file that may not be written is not replaced, even by root`() throws {
    try write("mine", "a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path("a.md"))
    for arguments in [["export", "xor", "-o"], ["train", "xor", "--save"]] {
      let result = run(arguments + [path("a.md")])
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(result.error.contains("Permission denied"))
    }
    #expect(try content("a.md") == "mine")
    #expect(folder.names == ["a.md"])
  }

  @Test(arguments: [(0o640, 0o640), (0o4755, 0o755), (0o2775, 0o775), (0o6711, 0o711)])
  func `a file keeps who may read it, not as whom it runs`(_ before: Int, _ after: Int) throws {
    try write("old", "a.md")
    try FileManager.default.setAttributes([.posixPermissions: before], ofItemAtPath: path("a.md"))
    #expect(run("export", "xor", "-o", path("a.md")).code == 0)
    let now = try FileManager.default.attributesOfItem(atPath: path("a.md"))[.posixPermissions]
    #expect(now as? Int == after)
  }

  @Test func `a picture that was there already is kept`() throws {
    try write("mine", "a.svg")
    let command = ["export", "xor", "--diagram", "-o", path("a.md")]
    let result = run(command)
    #expect(result.code == 2 && result.error.contains("a.svg: this file is there already"))
    #expect(folder.names == ["a.svg"])
    #expect(run(command + ["--force"]).code == 0)
    #expect(try content("a.svg").contains("<svg"))
    try FileManager.default.removeItem(atPath: path("a.svg"))
    try FileManager.default.createSymbolicLink(
      atPath: path("a.svg"), withDestinationPath: "a.md")
    let meeting = run(command + ["--force"])
    #expect(meeting.code == 2 && meeting.error.contains("same file"))
  }

  @Test func `a name may be as long as the system allows`() {
    let name = String(repeating: "n", count: 252) + ".md"
    #expect(run("export", "xor", "-o", path(name)).code == 0)
    #expect(folder.names == [name])
  }

  @Test func `names that are none`() {
    let tooLong = path(String(repeating: "n", count: 256) + ".md")
    #expect(run("export", "xor", "-o", tooLong).code == 2)
    #expect(run("train", "xor", "--plot", "").error.contains("write --plot FILE"))
    #expect(run("train", "xor", "--save", "").error.contains("write --save FILE"))
    #expect(run("train", "xor", "--plot", path("a.png")).error.contains(".svg"))
    for arguments in [["train", "xor", "--save", "-"], ["export", "xor", "-o", "-"]] {
      let result = run(arguments)
      #expect(result.code == 2 && result.output.isEmpty && result.error.contains("'-'"))
    }
  }
}
