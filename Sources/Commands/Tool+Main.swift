internal import Texts

extension Tool {
  /// Runs the process's own command line and ends the process.
  package static func main() -> Never {
    Platform.ignoreFileSizeSignal()
    let code = run(
      Platform.arguments.map { Argument(bytes: $0) },
      standardOutput: TextOutput { Platform.send($0, to: 1) },
      standardError: TextOutput { Platform.send($0, to: 2) }, surroundings: .process)
    Platform.end(with: code)
  }
}
