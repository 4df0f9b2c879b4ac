import CommandTestSupport
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
    export("mazur", "md"), export("mazur", "html"), export("mazur", "tex"), export("mazur", "txt"),
    export("xor", "md", in: "zhou", "zh"), export("xor", "html", in: "zhou", "zh"),
    export("xor", "tex", in: "zhou", "zh"), export("xor", "txt", in: "zhou", "zh"),
    export("documents", "svg"),
    picture("mango.weight.svg", ["--plot-weight", "w[good,size]"]),
    picture("mango.activation.zh.svg", ["--plot-activation", "good", "--lang", "zh"]),
    picture("deep-sigmoid.deltas.svg", ["--plot-deltas"]),
  ]

  /// The name begins with that of the example.
  private static func picture(_ name: String, _ options: [String]) -> Document {
    let example = name.prefix { $0 != "." }
    return Document(name: name, arguments: ["export", String(example)] + options)
  }

  private static func export(
    _ example: String, _ format: String, in notation: String? = nil, _ language: String = "en"
  ) -> Document {
    let marks = [example, notation, language == "en" ? nil : language].compactMap { $0 }
    return Document(
      name: (marks + [format]).joined(separator: "."),
      arguments: ["export", example, "--to", format, "--lang", language]
        + (notation.map { ["--notation", $0] } ?? []) + (format == "tex" ? ["--standalone"] : []))
  }

  @Test(arguments: documents + exports)
  func `a document is what was approved`(_ document: Document) throws {
    let result = run(document.arguments)
    #expect(result.code == 0)
    try expectGolden(result.output, "Tests/DocumentsTests/Golden/\(document.name)")
  }
}
