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
    Document(name: "mazur.steps.en.txt", arguments: ["mazur"]),
    Document(name: "documents.steps.zh.txt", arguments: ["documents", "--lang", "zh"]),
    Document(
      name: "relu-softmax.full.en.txt", arguments: ["relu-softmax", "--detail", "full"]),
    Document(
      name: "han-kamber.results.zh.txt",
      arguments: ["han-kamber", "--detail", "results", "--lang", "zh", "--digits", "3"]),
    Document(name: "mango.json", arguments: ["mango", "--format", "json"]),
    Document(
      name: "xor.zhou.ascii.txt",
      arguments: ["xor", "--notation", "zhou", "--ascii", "--round-as-you-go", "--decimals", "4"]),
  ]

  @Test(arguments: documents)
  func `a document is what was approved`(_ document: Document) throws {
    let result = run(["trace"] + document.arguments)
    #expect(result.code == 0)
    try expectGolden(result.output, "Tests/DocumentsTests/Golden/\(document.name)")
  }
}
