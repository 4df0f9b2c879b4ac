import CommandTestSupport
import Foundation
import NetworkFiles
import TestSupport
import Testing

/// The built program itself: streams that cannot be written, files that cannot be read.
@Suite(.serialized)
struct ProgramTests {
  static let program = packageRoot.appending(path: ".build/debug/backprop").path()

  /// Runs the program through a shell, which can close and redirect streams.
  static func shell(_ command: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = ["backprop": try #require(built), "PATH": "/usr/bin:/bin"]
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let note = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Run(code: process.terminationStatus, output: text, error: note)
  }

  /// The program beside the tests' own bundle, wherever the build folder is.
  static let built: String? = {
    let bundles = CommandLine.arguments.prefix(1) + [program]
    let folders = bundles.map { URL(filePath: $0).deletingLastPathComponent() }
    let candidates = folders.map { $0.appending(path: "backprop").path() }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test func `the program prints what it prints in-process`() throws {
    let result = try Self.shell("\"$backprop\" trace mazur")
    #expect(result.code == 0)
    #expect(result.output == run("trace", "mazur").output)
  }

  @Test(
    .enabled(if: hasFullDevice),
    arguments: ["trace mazur", "examples", "help", "new 2-2-1", "trace mazur --format json"])
  func `a full disk is reported`(_ command: String) throws {
    let result = try Self.shell("\"$backprop\" \(command) > /dev/full")
    #expect(result.code == 2)
    #expect(result.error.contains("could not be written"))
  }

  @Test(.enabled(if: hasFullDevice))
  func `nothing is saved beside what could not be written`() throws {
    let folder = TemporaryFolder()
    let inside = "cd '\(folder.path(""))' && "
    let full = try Self.shell(
      inside + "\"$backprop\" train xor --epochs 100000 --format csv --save s > /dev/full")
    #expect(full.code == 2 && full.error.contains("could not be written"))
    #expect(folder.names.isEmpty)
  }

  @Test func `standard input is read once, whatever asks for it`() throws {
    let folder = TemporaryFolder()
    let result = try Self.shell(
      "cd '\(folder.path(""))' && echo 'net[h1] = 0.3775' > anna.txt && "
        + "\"$backprop\" examples mazur | \"$backprop\" check - anna.txt")
    #expect(result.code == 0, "\(result.error)")
  }

  @Test func `a closed standard output is reported`() throws {
    let result = try Self.shell("\"$backprop\" trace mazur >&-")
    #expect(result.code == 2)
    #expect(result.error.contains("could not be written"))
  }

  @Test func `a reader that stops early ends the program quietly`() throws {
    let result = try Self.shell(
      "{ \"$backprop\" trace documents --detail full; echo $? >&2; } | head -n 1")
    #expect(result.output.count(where: { $0 == "\n" }) == 1)
    #expect(["0\n", "141\n"].contains(result.error), "\(result.error)")
  }

  @Test func `files with names of any bytes, folders, pipes`() throws {
    let folder = TemporaryFolder()
    let inside = "cd '\(folder.path(""))' && "
    let named = try Self.shell(
      inside + "\"$backprop\" examples xor > \"$(printf 'a\\377b c.json5')\" && "
        + "\"$backprop\" trace \"$(printf 'a\\377b c.json5')\"")
    #expect(named.code == 0)
    #expect(named.output == run("trace", "xor").output)
    let piped = try Self.shell("\"$backprop\" examples xor | \"$backprop\" trace -")
    #expect(piped.output == run("trace", "xor").output)
    let absent = try Self.shell(inside + "\"$backprop\" trace no-such-file.json5")
    #expect(absent.code == 2)
    #expect(absent.error.hasPrefix("backprop: no-such-file.json5: "))
    let directory = try Self.shell(inside + "\"$backprop\" trace .")
    #expect(directory.code == 2)
    #expect(directory.error.hasPrefix("backprop: .: cannot be read"))
    #expect(directory.output.isEmpty)
  }

  @Test func `samples lie beside the network`() throws {
    let folder = TemporaryFolder()
    let samples = try folder.write("a,b,c\n1,2,0.5\n3,4,x\n", "s.csv")
    let network = try folder.write(
      "{inputs: ['a', 'b'], layers: [{neurons: ['c'], weights: [[1, 1]]}], samples: 's.csv'}",
      "n.json5")
    let result = try Self.shell("\"$backprop\" trace '\(network)'")
    #expect(result.code == 2)
    #expect(result.error.hasPrefix("\(samples):3:5: "))
    try FileManager.default.removeItem(atPath: samples)
    let missing = try Self.shell("\"$backprop\" trace '\(network)'")
    #expect(missing.code == 2)
    #expect(missing.error.hasPrefix("\(network):1:78: the sample file 's.csv'"))
  }
}
