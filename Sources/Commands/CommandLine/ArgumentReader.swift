internal import NetworkFiles
internal import Phrases
internal import Texts

/// Takes a command line apart: `--name=value` or `--name value` anywhere, `--` ends options, no
/// abbreviations, nothing twice.
struct ArgumentReader {
  private let commands: [Command]
  private var arguments: ArraySlice<Argument>
  private(set) var operands: [Argument] = []
  private(set) var given: [(name: String, value: Argument?)] = []

  /// Splits the words into operands and options.
  ///
  /// - Parameters:
  ///   - known: the options that may stand there.
  ///   - commands: those whose names are known where an option is not.
  init(
    _ arguments: [Argument], known: [Option], commands: [Command] = []
  ) throws(CommandError) {
    self.commands = commands
    self.arguments = arguments[...]
    while let argument = self.arguments.popFirst() {
      let text = argument.text
      if text == "--" {
        operands += self.arguments
        return
      }
      if text.hasPrefix("-"), text != "-" {
        try readOption(argument, known)
      } else {
        operands.append(argument)
      }
    }
  }

  private mutating func readOption(
    _ argument: Argument, _ known: [Option]
  ) throws(CommandError) {
    let equals = argument.bytes.firstIndex(of: UInt8(ascii: "="))
    let spelling = Argument(bytes: Array(argument.bytes[..<(equals ?? argument.bytes.endIndex)]))
    let attached = equals.map { Argument(bytes: Array(argument.bytes[($0 + 1)...])) }
    guard let option = known.first(where: { $0.spellings.contains(spelling.text) }) else {
      if let key = NetworkFile.keys.first(where: { $0.asOption == spelling.text.lowercased() }) {
        throw .usage(.optionOfFile(spelling.text.excerpt, key: key))
      }
      let near = Suggestion.nearest(to: spelling.text, among: known.map(\.spelling))
      let asked = operands.first.flatMap { command(named: $0.text) } ?? nextCommand
      throw .usage(.unknownOption(spelling.text.excerpt, near, command: asked?.name))
    }
    if option.value == nil, attached != nil {
      throw .usage(.optionTakesNoValue(option.spelling))
    }
    let name = option.name
    if !option.isRepeatable, given.contains(where: { $0.name == name }) {
      throw .usage(.optionTwice(option.spelling))
    }
    guard option.value != nil else { return given.append((name, nil)) }
    guard let value = attached ?? arguments.popFirst() else {
      throw .usage(.optionNeedsValue(option.spelling, option.value ?? ""))
    }
    given.append((name, value))
  }

  /// The command, where it stands behind what is read at the moment.
  private var nextCommand: Command? {
    arguments.lazy.compactMap { command(named: $0.text) }.first
  }

  private func command(named name: String) -> Command? { commands.first { $0.name == name } }

  /// Splits a list at its commas; those inside `[]` belong to an id.
  static func list(_ text: String) -> [String] {
    var items = [""]
    var depth = 0
    // A name may begin with a mark that would make one character with the bracket before it.
    for scalar in text.unicodeScalars {
      if scalar == "[" { depth += 1 }
      if scalar == "]" { depth -= 1 }
      if scalar == ",", depth <= 0 {
        items.append("")
      } else {
        items[items.count - 1].unicodeScalars.append(scalar)
      }
    }
    return items.map(\.trimmed)
  }
}

extension String {
  /// A key of a network file as an option would be spelt: batchSize, --batch-size.
  fileprivate var asOption: String {
    "--" + map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
