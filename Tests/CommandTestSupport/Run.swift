package import Commands
import Foundation
import TestSupport
import Texts

/// What a command line did.
package struct Run: Sendable {
  package var code: Int32
  package var output: String
  package var error: String

  package init(code: Int32, output: String, error: String) {
    self.code = code
    self.output = output
    self.error = error
  }

  /// The object that was printed as JSON.
  package func json() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
    guard let object = object as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
    return object
  }

  package var lines: [Substring] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}

/// Runs a command line in this process, away from its environment.
package func run(
  _ arguments: String..., input: String = "", environment: [String: String] = [:],
  isTerminal: Bool = false
) -> Run {
  run(arguments, input: Array(input.utf8), environment: environment, isTerminal: isTerminal)
}

/// As above, with the arguments as a list and the input as bytes.
package func run(
  _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
  isTerminal: Bool = false
) -> Run {
  run(
    arguments,
    in: Surroundings(environment: environment, isTerminal: isTerminal, standardInput: input))
}

/// As above, with all that a command knows of the world around it.
package func run(_ arguments: [String], in surroundings: Surroundings) -> Run {
  let output = Collector()
  let error = Collector()
  let code = Tool.run(
    arguments.map { Argument($0) }, standardOutput: output.textOutput,
    standardError: error.textOutput, surroundings: surroundings)
  return Run(code: code, output: output.text, error: error.text)
}
