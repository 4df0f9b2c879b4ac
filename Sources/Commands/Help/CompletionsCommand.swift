internal import NetworkFiles
internal import Phrases
internal import Texts

extension Command {
  private static let shells = ["bash", "zsh", "fish"]

  static let completions = Command(
    name: "completions",
    operands: [Operand(name: shells.joined(separator: "|"), kind: .oneOf(shells))],
    summary: Phrase("print completions for a shell", "打印 shell 的自动补全脚本"),
    examples: ["completions bash", "completions fish"],
    run: { invocation throws(CommandError) in
      let shell = invocation.operands[0].text
      let script: String
      switch shell {
      case "bash": script = Completions.bash
      case "zsh": script = "autoload -U +X bashcompinit && bashcompinit\n" + Completions.bash
      case "fish": script = Completions.fish(invocation.console.language)
      default:
        let near = Suggestion.nearest(to: shell, among: shells)
        throw .usage(.unknownShell(shell.excerpt, near, known: shells))
      }
      invocation.console.output.write(script)
      return .success
    })
}

/// Completion scripts, made from the tables of commands and options.
enum Completions {
  /// What may stand behind a command, besides options and files.
  private static func words(of command: Command) -> String {
    let words =
      switch command.operands.first?.kind {
      case .network, .example, .files: Example.names
      case .topic: HelpPage.topics
      case .oneOf(let words): words
      case .text, nil: [String]()
      }
    return words.joined(separator: " ")
  }

  /// The words that options take, each by the command and the option before it.
  private static var choices: [(command: String, option: Option)] {
    (Command.all.flatMap { command in command.options.map { (command.name, $0) } }
      + Option.everywhere.map { ("*", $0) }).filter { !$0.1.choices.isEmpty }
  }

  static var bash: String {
    var text = """
      _backprop() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        local words="\(Command.all.map(\.name).joined(separator: " "))"
        case "${COMP_WORDS[1]}:$before" in

      """
    for (command, option) in choices {
      let words = option.choices.joined(separator: " ")
      text += "    \(command):\(option.spelling)) words=\"\(words)\" ;;\n"
    }
    text += "    *) case \"${COMP_WORDS[1]}\" in\n"
    for command in Command.all {
      let options = command.allOptions.flatMap(\.spellings).joined(separator: " ")
      text += "      \(command.name)) words=\"\(words(of: command)) \(options)\" ;;\n"
    }
    return text + """
          esac ;;
        esac
        COMPREPLY=($(compgen -f -W "$words" -- "$word"))
      }
      complete -o filenames -F _backprop backprop

      """
  }

  static func fish(_ language: Language) -> String {
    var text = ""
    for command in Command.all {
      text += "complete -c backprop -n __fish_use_subcommand -a \(command.name)"
      text += " -d '\(command.summary[language].replacingQuotes)'\n"
      let isUsed = "-n '__fish_seen_subcommand_from \(command.name)'"
      let words = words(of: command)
      if !words.isEmpty { text += "complete -c backprop \(isUsed) -a '\(words)'\n" }
      for option in command.allOptions {
        let name = option.letter.map { "-s \($0)" } ?? "-l \(option.name)"
        let value =
          option.value == nil
          ? ""
          : option.choices.isEmpty ? " -r" : " -x -a '\(option.choices.joined(separator: " "))'"
        text += "complete -c backprop \(isUsed) \(name)\(value)"
        text += " -d '\(option.help[language].replacingQuotes)'\n"
      }
    }
    return text
  }
}

extension String {
  /// Safe between single quotes of a shell.
  fileprivate var replacingQuotes: String {
    split(separator: "'", omittingEmptySubsequences: false).joined(separator: "’")
  }
}
