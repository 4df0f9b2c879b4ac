internal import NetworkFiles
internal import Phrases
internal import Texts

extension Command {
  private static let shells = ["bash", "zsh", "fish"]

  static let completions = Command(
    name: "completions", operands: [Operand(name: "bash|zsh|fish")],
    summary: Phrase("print completions for a shell", "打印 shell 的自动补全脚本"),
    run: { invocation throws(CommandError) in
      let shell = invocation.operands[0].text
      let script: String
      switch shell {
      case "bash": script = Completions.bash
      case "zsh": script = "autoload -U +X bashcompinit && bashcompinit\n" + Completions.bash
      case "fish": script = Completions.fish
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
  private static let examples = Example.names.joined(separator: " ")

  /// What may stand behind a command, besides options.
  private static func words(of command: Command) -> String {
    switch command.operands.first?.name {
    case "NETWORK", "NAME": examples
    case "COMMAND": HelpPage.topics.joined(separator: " ")
    case "bash|zsh|fish": "bash zsh fish"
    default: ""
    }
  }

  static var bash: String {
    var text = """
      _backprop() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        local words="\(Command.all.map(\.name).joined(separator: " "))"
        case "$before" in

      """
    for option in Option.ofAnyCommand where !option.choices.isEmpty {
      text += "    \(option.spelling)) words=\"\(option.choices.joined(separator: " "))\" ;;\n"
    }
    text += "    *) case \"${COMP_WORDS[1]}\" in\n"
    for command in Command.all {
      let options = command.allOptions.map(\.spelling).joined(separator: " ")
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

  static var fish: String {
    var text = ""
    for command in Command.all {
      text += "complete -c backprop -n __fish_use_subcommand -a \(command.name)"
      text += " -d '\(command.summary.english.replacingQuotes)'\n"
      let isUsed = "-n '__fish_seen_subcommand_from \(command.name)'"
      let words = words(of: command)
      if !words.isEmpty { text += "complete -c backprop \(isUsed) -a '\(words)'\n" }
      for option in command.allOptions {
        let value =
          option.value == nil
          ? ""
          : option.choices.isEmpty ? " -r" : " -x -a '\(option.choices.joined(separator: " "))'"
        text += "complete -c backprop \(isUsed) -l \(option.name)\(value)"
        text += " -d '\(option.help.english.replacingQuotes)'\n"
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
