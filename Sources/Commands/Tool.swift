internal import Phrases
package import Texts

/// The whole tool, as a function of its arguments.
package enum Tool {
  /// Runs one command line.
  ///
  /// - Parameters:
  ///   - arguments: the words behind the program's name.
  ///   - standardOutput: takes results only; nothing where the exit code is 2.
  ///   - standardError: takes notes and errors.
  /// - Returns: 0 done and right · 1 done, and the answer is no · 2 not done.
  package static func run(
    _ arguments: [Argument], standardOutput: TextOutput, standardError: TextOutput,
    surroundings: Surroundings = Surroundings()
  ) -> Int32 {
    let console = Console(
      output: standardOutput, error: standardError, surroundings: surroundings,
      language: language(of: arguments, surroundings))
    var code: ExitCode
    do throws(CommandError) {
      let invocation = try invocation(arguments, console)
      code = try invocation.command.run(invocation)
    } catch {
      console.report(error)
      code = error.exitCode
    }
    standardOutput.flush()
    if let failure = standardOutput.failure {
      console.note(.cannotWrite(failure))
      code = .failure
    }
    standardError.flush()
    return code.rawValue
  }

  /// The language, before anything else can go wrong: `--lang`, else the environment's.
  private static func language(
    of arguments: [Argument], _ surroundings: Surroundings
  ) -> Language {
    let words = arguments.prefix { $0.text != "--" }.map(\.text)
    for (n, word) in words.enumerated() {
      let next = n + 1 < words.count ? words[n + 1] : ""
      let value = word == "--lang" ? next : String(word.dropFirst("--lang=".count))
      if word == "--lang" || word.hasPrefix("--lang="), let language = Language(spelling: value) {
        return language
      }
    }
    return Language(environment: surroundings.environment)
  }

  private static func invocation(
    _ arguments: [Argument], _ console: Console
  ) throws(CommandError) -> Invocation {
    let reader = try ArgumentReader(
      arguments, known: Option.all(of: Command.all), commands: Command.all)
    let isAsked = reader.given.contains { $0.name == Option.help.name }
    if reader.given.contains(where: { $0.name == Option.version.name }) {
      return Invocation(command: .version, operands: [], values: [:], console: console)
    }
    guard let word = reader.operands.first else {
      guard isAsked else { throw .usage(.noCommand) }
      return Invocation(command: .help, operands: [], values: [:], console: console)
    }
    guard let command = Command.named(word.text) else {
      let near = Suggestion.nearest(to: word.text, among: Command.all.map(\.name))
      throw .usage(.unknownCommand(word.text.excerpt, near, known: Command.all.map(\.name)))
    }
    if isAsked {
      let operands = command.name == Command.help.name ? [] : [word]
      return Invocation(command: .help, operands: operands, values: [:], console: console)
    }
    return try invocation(of: command, reader, console)
  }

  private static func invocation(
    of command: Command, _ reader: ArgumentReader, _ console: Console
  ) throws(CommandError) -> Invocation {
    var values: [String: [Argument]] = [:]
    for (name, value) in reader.given {
      guard command.allOptions.contains(where: { $0.name == name }) else {
        let option = Option.all(of: Command.all).first { $0.name == name }
        let owners = Command.all.filter { $0.options.contains { $0.name == name } }
        throw .usage(
          .optionOfAnother(
            option?.spelling ?? name, command: command.name, owners: owners.map(\.name)))
      }
      values[name, default: []].append(value ?? Argument(""))
    }
    let operands = Array(reader.operands.dropFirst())
    let isOpen = command.operands.last?.isRepeatable ?? false
    if operands.count > command.operands.count, !isOpen {
      throw .usage(.tooManyOperands(operands[command.operands.count].text.excerpt, command.name))
    }
    if let missing = command.operands.dropFirst(operands.count).first, !missing.isOptional {
      throw .usage(.missingOperand(missing.name, command: command.name))
    }
    let invocation = Invocation(
      command: command, operands: operands, values: values, console: console)
    try invocation.checkCommonOptions()
    return invocation
  }
}
