import CommandTestSupport
import Foundation
import NetworkFiles
import TestSupport
import Testing

/// Files of the built program that its own streams lead to, and the signals that reach it.
@Suite(.serialized)
struct StreamTests {
  private let folder = TemporaryFolder()

  private func shell(_ command: String) throws -> Run {
    try ProgramTests.shell("cd '\(folder.path(""))' && " + command)
  }

  /// Starts the program with signals as a person's shell leaves them, sends it one after a while,
  /// and gives back how it ended and what it printed.
  private func run(
    _ arguments: String..., interruptedAfter seconds: Double
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: try #require(ProgramTests.built))
    process.arguments = arguments
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    process.interrupt()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let note = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: String(decoding: note, as: UTF8.self))
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
  func `a log that is added to keeps its beginning`(_ name: String) throws {
    guard name == "link" || FileManager.default.fileExists(atPath: name) else { return }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: "/dev/stdout")
    try folder.write("begun\n", "log")
    let result = try shell("\"$backprop\" export xor --to md -o \(name) >> log")
    #expect(result.code == 0, "\(result.error)")
    #expect(
      try folder.text(of: "log") == "begun\n" + CommandTestSupport.run("export", "xor").output)
    #expect(folder.names == ["link", "log"])
  }

  @Test func `other descriptors are written through, too`() throws {
    try folder.write("begun\n", "log")
    #expect(try shell("\"$backprop\" export xor --to md -o /dev/stderr 2>> log").code == 0)
    #expect(try shell("\"$backprop\" export xor --to md -o /dev/fd/5 5>> log").code == 0)
    let one = CommandTestSupport.run("export", "xor").output
    #expect(try folder.text(of: "log") == "begun\n" + one + one)
    let closed = try shell("\"$backprop\" export xor --to md -o /dev/fd/7")
    #expect(closed.code == 2 && closed.error.contains("could not be written"))
  }

  @Test func `a file that results or notes go into is not replaced`() throws {
    for command in [
      "export xor --to md -o log >> log", "export xor --to md -o log 2>> log",
      "train xor --format json --save log > log", "train xor --save ./log >> log",
    ] {
      try folder.write("begun\n", "log")
      let result = try shell("\"$backprop\" \(command)")
      #expect(result.code == 2, "\(command)")
      #expect(folder.names == ["log"])
      let isKept = try folder.text(of: "log").hasPrefix("begun\n")
      #expect(isKept == command.contains(">>"), "\(command)")
    }
  }

  @Test func `what the standard input is joined to is not written over`() throws {
    let input = try shell("\"$backprop\" examples xor > n && \"$backprop\" train - --save n < n")
    #expect(input.code == 2 && input.error.contains("is read by the same command"))
    #expect(folder.names == ["n"])
  }

  @Test func `an interrupted training keeps what was reached`() throws {
    let saved = folder.path("s.json5")
    let result = try run(
      "train", "xor", "--epochs", "100000000", "--save", saved, interruptedAfter: 1)
    #expect(result.code == 130)
    #expect(result.output.contains("Stopped after"))
    let text = try String(contentsOfFile: saved, encoding: .utf8)
    #expect(try networkFile(text).network != example("xor").network)
    #expect(folder.names == ["s.json5"])
  }

  @Test func `so does one that is on its way to a step`() throws {
    for command in ["train", "export"] {
      let result = try run(
        command, "xor", "--epochs", "100000000", "--trace-step", "390000000", interruptedAfter: 1)
      #expect(result.code == 130 && result.output.isEmpty)
      #expect(result.error.contains("interrupted after") && result.error.contains("390000000"))
    }
  }

  @Test(arguments: ["INT", "HUP", "TERM"])
  func `a signal that was ignored stays ignored`(_ signal: String) throws {
    let result = try shell(
      "trap '' \(signal); \"$backprop\" train xor --epochs 40000 --save s > /dev/null & "
        + "sleep 0.3; kill -\(signal) $!; wait $!")
    #expect(result.code == 0, "\(result.error)")
    #expect(folder.names == ["s"])
  }
}
