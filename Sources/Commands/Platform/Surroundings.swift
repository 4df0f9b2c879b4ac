internal import NetworkFiles

/// A word of the command line as the system gave it: bytes, so that any file can be named.
package struct Argument: Hashable, Sendable {
  package let bytes: [UInt8]
  /// The bytes as text; what is not UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package init(_ text: String) { bytes = Array(text.utf8) }
  package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// What a command knows of the world around it besides its arguments.
package struct Surroundings: Sendable {
  /// The environment variables that matter.
  package var environment: [String: String]
  /// Whether results go to a terminal, and how wide it is.
  package var isTerminal: Bool
  package var terminalWidth: Int?
  /// What `-` reads; `nil` for the process's own standard input.
  package var standardInput: [UInt8]?

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
    return Surroundings(
      environment: environment, isTerminal: isTerminal,
      terminalWidth: isTerminal ? Platform.columns(of: 1) : nil)
  }

  /// Reads a file named on the command line, or the standard input for `-`.
  func read(_ name: Argument) throws(Platform.ReadFailure) -> [UInt8] {
    guard name.text == "-" else {
      return try Platform.contents(of: name.bytes, limit: Limits.fileSize)
    }
    if let standardInput { return standardInput }
    return try Platform.contents(of: nil, limit: Limits.fileSize)
  }
}
