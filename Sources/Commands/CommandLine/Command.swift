internal import Phrases
internal import Texts

/// A subcommand: what it is called, what it takes, what it does.
struct Command: Sendable {
  let name: String
  /// What stands behind the name, as help shows it: "NETWORK", "[NAME]".
  var operands: [Operand] = []
  var options: [Option] = []
  let summary: Phrase
  /// Two command lines behind the program's name, as help shows them.
  var examples: [String] = []
  /// How much it takes.
  var limits: Phrase?
  /// What it does, once its arguments are read.
  let run: @Sendable (Invocation) throws(CommandError) -> ExitCode

  struct Operand: Sendable {
    let name: String
    var kind = Kind.text
    var isOptional = false
    /// Whether more than one may stand there; only the last operand.
    var isRepeatable = false
    /// What may stand there.
    enum Kind: Sendable {
      case network, example, topic, text
      /// A network and files, or files alone.
      case files
      case oneOf([String])
    }

    var spelling: String { isOptional ? "[\(name)]" : name + (isRepeatable ? "…" : "") }
  }

  /// All options it understands, its own first.
  var allOptions: [Option] { options + Option.everywhere }
}

extension Option {
  /// The options of some commands, each once, those of every command first.
  static func all(of commands: [Command]) -> [Option] {
    var all = everywhere
    for option in commands.flatMap(\.options) where !all.contains(where: { $0.name == option.name })
    {
      all.append(option)
    }
    return all
  }
}

/// What is run.
enum Program {
  static let name = "backprop"
  /// As major.minor.patch.
  static let version = "0.1.0"
}

/// How a command ends.
package enum ExitCode: Int32, Sendable {
  /// Done, and all is right.
  case success = 0
  /// Done, and the answer is no.
  case no = 1
  /// It could not be done.
  case failure = 2
  /// Ended by SIGINT, with what was reached until then.
  case interrupted = 130
}

/// Why a command could not be done.
enum CommandError: Error {
  /// The command line is wrong.
  case usage(Phrase)
  /// A file is wrong: "file:line:column: …".
  case file(place: String, Phrase)
  /// SIGINT came before there was anything to be told.
  case interrupted(Phrase)

  /// How the command ends.
  var exitCode: ExitCode {
    switch self {
    case .usage, .file: .failure
    case .interrupted: .interrupted
    }
  }

  /// What is wrong, without its place.
  var phrase: Phrase {
    switch self {
    case .usage(let phrase), .file(_, let phrase), .interrupted(let phrase): phrase
    }
  }

  /// A file could not be read; `absent` where there is none.
  static func unreadable(
    _ file: Argument, _ failure: Platform.ReadFailure, absent: @autoclosure () -> Phrase
  ) -> CommandError {
    switch failure {
    case .absent: .about(file, absent())
    case .other(let reason): .about(file, .cannotRead(reason))
    }
  }

  /// Something is wrong at a place of a file.
  static func at(
    _ position: SourcePosition, of file: Argument, _ phrase: Phrase
  ) -> CommandError {
    CommandError(SourceError(position: position, phrase: phrase), place: file.text.visible)
  }

  /// Something is wrong with a file as a whole.
  static func about(_ file: Argument, _ phrase: Phrase) -> CommandError {
    .file(place: "backprop: \(file.text.visible)", phrase)
  }
}
