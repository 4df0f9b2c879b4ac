import TestSupport
import Testing

/// A few whole documents that were read and approved.
struct GoldenTests {
  struct Document: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var testDescription: String { name }
  }

  static let documents = [
    Document(name: "mazur.steps.en.txt", arguments: ["trace", "mazur"]),
    Document(name: "documents.steps.zh.txt", arguments: ["trace", "documents", "--lang", "zh"]),
    Document(
      name: "relu-softmax.full.en.txt", arguments: ["trace", "relu-softmax", "--detail", "full"]),
    Document(
      name: "han-kamber.results.zh.txt",
      arguments: ["trace", "han-kamber", "--detail", "results", "--lang", "zh", "--digits", "3"]),
    Document(name: "mango.json", arguments: ["trace", "mango", "--format", "json"]),
    Document(
      name: "xor.zhou.ascii.txt",
      arguments: [
        "trace", "xor", "--notation", "zhou", "--ascii", "--round-as-you-go", "--decimals", "4",
      ]),
  ]

  static let exports = [
    Document(name: "mazur.md", arguments: ["export", "mazur"]),
    Document(
      name: "xor.zhou.zh.tex",
      arguments: [
        "export", "xor", "--notation", "zhou", "--lang", "zh", "--to", "tex", "--standalone",
      ]),
  ]

  @Test(arguments: documents + exports)
  func `a document is what was approved`(_ document: Document) throws {
    let result = run(document.arguments)
    #expect(result.code == 0)
    try expectGolden(result.output, "Tests/DocumentsTests/Golden/\(document.name)")
  }
}
