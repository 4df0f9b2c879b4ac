import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// `export`: formats by name and by ending, files written whole or not at all.
struct ExportTests {
  /// A folder of its own for each test.
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  private func content(_ name: String) throws -> String {
    try folder.text(of: name)
  }

  @Test(arguments: [
    ("md", "# "), ("tex", "\\section*{XOR"), ("txt", "XOR"), ("json", "{"), ("svg", "<svg"),
    ("html", "<!DOCTYPE html>"),
    ("csv", "id,"),
  ])
  func `the format is that of the option, else of the ending`(
    _ format: String, _ start: String
  ) throws {
    let direct = run("export", "xor", "--to", format)
    #expect(direct.code == 0)
    #expect(direct.output.hasPrefix(start))
    let written = run("export", "xor", "-o", path("x.\(format)"))
    #expect(written.code == 0)
    #expect(written.output.isEmpty)
    #expect(try content("x.\(format)") == direct.output)
    #expect(run("export", "xor", "-o", path("y"), "--to", format).code == 0)
    #expect(try content("y") == direct.output)
  }

  @Test func `data are those of trace`() {
    for format in ["json", "csv"] {
      let trace = run("trace", "mazur", "--format", format).output
      #expect(!trace.isEmpty)
      #expect(run("export", "mazur", "--to", format).output == trace)
    }
  }

  @Test func `Markdown refers to the picture that is written beside it`() throws {
    #expect(run("export", "xor", "--diagram", "-o", path("my x(1).md")).code == 0)
    #expect(try content("my x(1).md").contains("![The network with its values](my%20x%281%29.svg)"))
    #expect(try content("my x(1).svg") == run("export", "xor", "--to", "svg").output)
    for arguments in [
      ["-o", path("x.html")], ["--to", "md"], ["--to", "md", "-o", path("x.svg")],
    ] {
      let result = run(["export", "xor", "--diagram"] + arguments)
      #expect(result.code == 2)
      #expect(result.error.contains("--diagram"))
    }
    #expect(!FileManager.default.fileExists(atPath: path("x.html")))
    #expect(!FileManager.default.fileExists(atPath: path("x.svg")))
  }

  @Test func `an unknown ending is an error`() {
    let result = run("export", "xor", "-o", path("x.pptx"))
    #expect(result.code == 2)
    #expect(result.error.contains(".pptx"))
    #expect(!FileManager.default.fileExists(atPath: path("x.pptx")))
  }

  @Test func `a file that exists is replaced and keeps its mode and its links`() throws {
    try folder.write("old", "a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a.md"))
    try FileManager.default.createSymbolicLink(
      atPath: path("link.md"), withDestinationPath: "a.md")
    #expect(run("export", "xor", "-o", path("link.md")).code == 0)
    #expect(try content("a.md").hasPrefix("# XOR"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path("a.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: path("link.md"))
    #expect(link == "a.md")
    #expect(folder.names.count == 2)
  }

  @Test func `a device is written in place`() throws {
    #expect(run("export", "xor", "-o", "/dev/null").code == 0)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test(.enabled(if: hasFullDevice))
  func `a device that takes nothing is reported`() {
    let full = run("export", "xor", "-o", "/dev/full")
    #expect(full.code == 2)
    #expect(full.error.contains("could not be written"))
  }

  @Test func `the input is never overwritten`() throws {
    let source = run("examples", "xor").output
    try folder.write(source, "n.txt")
    let result = run("export", path("n.txt"), "-o", path("n.txt"))
    #expect(result.code == 2)
    #expect(try content("n.txt") == source)
  }

  @Test func `a folder that is not there is an error, and nothing is left`() throws {
    let result = run("export", "xor", "-o", path("no/x.md"))
    #expect(result.code == 2)
    #expect(result.error.contains("could not be written"))
    #expect(folder.names.isEmpty)
  }
}

/// `explain`: one quantity and all that it came from.
struct ExplainTests {
  @Test func `a gradient is explained down to its paths`() {
    let result = run("explain", "mazur", "grad.w[h1,i1]")
    #expect(result.code == 0)
    #expect(result.output.contains("net_h1 → net_o2 → E_total"))
    #expect(result.output.contains("∂E_total/∂w1 = the sum of the 2 paths = 0.000438568"))
  }

  @Test func `only what it came from is told`() {
    let lines = run("explain", "mazur", "net[h1]").output
    #expect(lines.contains("net_h1"))
    #expect(!lines.contains("net_h2"))
    #expect(!lines.contains("target"))
  }

  @Test func `many paths are counted, not listed`() {
    let network = """
      { inputs: 1, layers: [{ neurons: 9, weights: { random: "he" } },
        { neurons: 9, weights: { random: "he" } }, { neurons: 13, weights: { random: "he" } }],
        samples: [{ inputs: [1], targets: \(Array(repeating: 0, count: 13)) }] }
      """
    let few = run("explain", "-", "grad.w[2,1]", input: network).output
    #expect(few.contains("117 paths to the loss"))
    let shared = network.replacing("neurons: 13", with: "neurons: 13, bias: 0")
      .replacing("{ neurons: 9, weights", with: "{ neurons: 9, bias: 0.1, weights")
    let many = run("explain", "-", "grad.b[layer 1]", input: shared).output
    #expect(many.contains("1053 paths are too many to list"))
  }

  @Test func `an id that is none`() {
    let result = run("explain", "mazur", "grad.w[h1,i3]")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("did you mean 'grad.w[h1,i1]'?"))
  }
}
