internal import NetworkFiles
internal import Phrases
internal import Texts

/// What a command knows of the world around it besides its arguments.
package struct Surroundings: Sendable {
  /// The environment variables that matter.
  package var environment: [String: String]
  /// Whether results go to a terminal.
  package var isTerminal: Bool
  /// Columns of that terminal; `nil` where there is none or its width is not known.
  package var terminalWidth: Int?
  /// Whether what is typed comes from a terminal.
  package var isInputTerminal = false
  /// Whether notes go to a terminal.
  package var isErrorTerminal = false
  /// How long a calculation goes on in silence.
  package var patience = Duration.seconds(1)
  /// What `-` reads; `nil` for the process's own standard input.
  package var standardInput: [UInt8]?
  /// What was read by name.
  package let filesRead = FilesRead()

  /// Makes surroundings in which nothing is set, there is no terminal and `-` reads the process.
  package init(
    environment: [String: String] = [:], isTerminal: Bool = false, terminalWidth: Int? = nil,
    standardInput: [UInt8]? = nil
  ) {
    self.environment = environment
    self.isTerminal = isTerminal
    self.terminalWidth = terminalWidth
    self.standardInput = standardInput
  }

  /// Those of this process.
  package static var process: Surroundings {
    let names = [
      "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "TERM",
    ]
    var environment: [String: String] = [:]
    for name in names { environment[name] = Platform.variable(name) }
    let isTerminal = Platform.isTerminal(1)
    var surroundings = Surroundings(
      environment: environment, isTerminal: isTerminal,
      terminalWidth: isTerminal ? Platform.columns(of: 1) : nil)
    surroundings.isInputTerminal = Platform.isTerminal(0)
    surroundings.isErrorTerminal = Platform.isTerminal(2)
    return surroundings
  }

  /// Reads a file named on the command line, or the standard input for `-`.
  func read(_ name: Argument) throws(Platform.ReadFailure) -> [UInt8] {
    guard name.text == "-" else { return try contents(of: name.bytes) }
    if let standardInput { return standardInput }
    return try filesRead.standardInput()
  }

  /// Reads a file, and remembers that it was read.
  func contents(of path: [UInt8]) throws(Platform.ReadFailure) -> [UInt8] {
    let bytes = try Platform.contents(of: path, limit: Limits.fileSize)
    filesRead.add(path)
    return bytes
  }
}
