internal import Documents
internal import Phrases
internal import Texts

extension Command {
  static let help = Command(
    name: "help", operands: [Operand(name: "COMMAND", kind: .topic, isOptional: true)],
    summary: Phrase(
      "explain a command, the notations, the glossary or the network file",
      "说明某个命令、各种记号（notations）、术语（glossary）或网络文件（file）"),
    examples: ["help trace", "help notations"],
    run: { invocation throws(CommandError) in
      let page = try HelpPage(invocation)
      guard let topic = invocation.operands.first?.text else {
        invocation.console.output.write(page.overview)
        return .success
      }
      guard let text = page.topic(topic) else {
        let near = Suggestion.nearest(to: topic, among: HelpPage.topics)
        throw .usage(.unknownTopic(topic.excerpt, near))
      }
      invocation.console.output.write(text)
      return .success
    })

  /// What `--version` runs; it is no word of the command line.
  static let version = Command(
    name: "version", summary: Phrase("show the version", "显示版本"),
    run: { invocation throws(CommandError) in
      invocation.console.output.write("\(Program.name) \(Program.version)\n")
      return .success
    })
}

/// The pages of help, made from the tables of commands and options.
struct HelpPage {
  let language: Language
  let isASCII: Bool
  /// Columns of the window.
  let width: Int

  init(_ invocation: Invocation) throws(CommandError) {
    let style = try invocation.style()
    (language, isASCII, width) = (style.language, style.isASCII, style.width)
  }

  /// What there is help on.
  static let topics: [String] = Command.all.map(\.name) + ["notations", "glossary", "file"]

  func topic(_ name: String) -> String? {
    switch name {
    case "notations": spelt(notations)
    case "file": spelt(networkFile)
    case "glossary": spelt(glossary)
    default: Command.named(name).map { page(of: $0) }
    }
  }

  /// The commands, the options that all understand, and where to begin.
  var overview: String {
    var text = paragraph(.helpOpening) + "\n" + Phrase.helpUsage[language] + "\n"
    text += table(Command.all.map { ($0.usage, $0.summary[language]) })
    text += "\n" + paragraph(.helpNetwork) + "\n"
    text += Phrase.helpEverywhere[language] + "\n" + table(rows(Option.everywhere))
    text += "\n" + paragraph(.helpStart)
    return spelt(text)
  }

  private func page(of command: Command) -> String {
    var text = "backprop \(command.usage)\n\n"
    let summary = command.summary[language]
    text += paragraph(
      summary.prefix(1).uppercased() + summary.dropFirst() + Phrase.fullStop[language])
    if let limits = command.limits { text += paragraph(limits) }
    text += "\n" + Phrase.helpExamples[language] + "\n"
    text += command.examples.map { "  backprop \($0)\n" }.joined()
    if !command.options.isEmpty {
      text += "\n" + Phrase.helpOptions[language] + "\n" + table(rows(command.options))
    }
    text += "\n" + Phrase.helpEverywhere[language] + "\n" + table(rows(Option.everywhere))
    return spelt(text)
  }

  private func rows(_ options: [Option]) -> [(String, String)] {
    options.map { option in
      (
        option.spellings.joined(separator: ", ") + (option.value.map { " \($0)" } ?? ""),
        option.help[language]
      )
    }
  }

  /// Two columns, the first as wide as its widest cell, the second one broken where the window ends.
  func table(_ rows: [(String, String)], widest: Int = 0) -> String {
    let first = max(widest, rows.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0)
    let room = max(24, width - first - 4)
    return rows.map { name, text in
      let gap = String(repeating: " ", count: first - DisplayWidth.columns(of: name) + 2)
      let lines = text.lines(ofWidth: room)
      let rest = lines.dropFirst().map { String(repeating: " ", count: first + 4) + $0 + "\n" }
      return "  \(name)\(lines.isEmpty ? "" : gap)\(lines.first ?? "")\n" + rest.joined()
    }.joined()
  }

  func paragraph(_ phrase: Phrase) -> String { paragraph(phrase[language]) }

  /// A paragraph, broken where the window ends.
  func paragraph(_ text: String) -> String {
    text.lines(ofWidth: width).joined(separator: "\n") + "\n"
  }

  func spelt(_ text: String) -> String { isASCII ? text.inASCII : text }
}

extension Command {
  /// The command with its operands, as it is typed.
  var usage: String { ([name] + operands.map(\.spelling)).joined(separator: " ") }
}
