import CommandTestSupport
import Foundation
import Synchronization
import TestSupport

/// What the commands of a page did, one after the other. What they write goes to a folder of its
/// own, where later commands of the page find it.
struct PageRun: Sendable {
  struct Outcome: Sendable {
    var line: Int
    var command: String
    /// What it printed, with its exit code where that is not 0; nothing where the program that it
    /// calls is not here.
    var printed: [String]?
    /// What it wrote, by the path it was told.
    var files: [(path: String, text: String)]
  }

  private(set) var outcomes: [Outcome] = []

  /// Each page is run once for all that looks at it.
  static func of(_ page: Page) throws -> PageRun {
    if let known = runs.withLock({ $0[page.path] }) { return known }
    let run = try PageRun(page)
    runs.withLock { $0[page.path] = run }
    return run
  }

  private static let runs = Mutex<[String: PageRun]>([:])

  private init(_ page: Page) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var places: [String: URL] = [:]
    for (line, command) in page.commands {
      let words = CommandLineText(command)
      for path in words.written {
        let place = scratch.appending(path: path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        places[path] = place
      }
      let printed = words.run(places).map { lines in
        lines.map { $0.replacing(scratch.path(percentEncoded: false) + "/", with: "") }
      }
      let files = try words.filesWritten(places).map { path, text in
        (path, text.replacing(scratch.path(percentEncoded: false) + "/", with: ""))
      }
      outcomes.append(
        Outcome(line: line, command: command, printed: printed, files: files))
    }
  }
}

/// A command line as a shell takes it apart.
struct CommandLineText {
  let words: [String]
  /// Where what is printed goes, behind `>`.
  private(set) var target: String?
  /// Where what is typed comes from, behind `<`.
  private(set) var source: String?

  /// Options behind which the name of a file stands that is written.
  private static let writing: Set<String> = [
    "-o", "--output", "--plot", "--plot-paths", "--plot-layers", "--save", "--marks",
  ]

  /// Blanks separate, single quotes hold together.
  init(_ text: String) {
    var words = [""]
    var isQuoted = false
    for character in text {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    words.removeAll(where: \.isEmpty)
    if let sign = words.firstIndex(of: "<"), sign + 1 < words.count {
      source = words[sign + 1]
      words.removeSubrange(sign...sign + 1)
    }
    if let sign = words.firstIndex(of: ">"), sign + 1 < words.count {
      target = words[sign + 1]
      words.removeSubrange(sign...)
    }
    self.words = words
  }

  /// The files that it writes, as it calls them; behind `--diagram` also the picture's.
  var written: [String] {
    let named = zip(words, words.dropFirst()).filter { Self.writing.contains($0.0) }.map(\.1)
    let pictures = words.contains("--diagram") ? named.map { picture(of: $0) } : []
    return named + pictures + [target].compactMap { $0 }
  }

  private func picture(of document: String) -> String {
    document.replacing(#/\.[a-z]+$/#, with: ".svg")
  }

  /// What it prints, with paths put where the page's files are.
  func run(_ places: [String: URL]) -> [String]? {
    let arguments = words.dropFirst().map { places[$0]?.path(percentEncoded: false) ?? $0 }
    guard words.first == "backprop" else {
      return words.first == "python3"
        ? Python.run(arguments) : ["(this is not a backprop command)"]
    }
    let input = source.flatMap { try? Data(contentsOf: packageRoot.appending(path: $0)) }
    let result = CommandTestSupport.run(arguments, input: Array(input ?? Data()))
    if let target, let place = places[target] {
      try? result.output.write(to: place, atomically: true, encoding: .utf8)
    }
    let text = ((target == nil ? result.output : "") + result.error).split(
      separator: "\n", omittingEmptySubsequences: false)
    return text.dropLast().map(String.init) + (result.code == 0 ? [] : ["[exit \(result.code)]"])
  }

  func filesWritten(_ places: [String: URL]) throws -> [(String, String)] {
    try written.compactMap { path in
      guard let place = places[path], FileManager.default.fileExists(atPath: place.path())
      else { return nil }
      return (path, try String(contentsOf: place, encoding: .utf8))
    }
  }
}

/// The Python of this machine, where there is one.
enum Python {
  /// What a program prints; `nil` where no Python is here.
  static func run(_ arguments: [String]) -> [String]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.currentDirectoryURL = packageRoot
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // The shell's word for a program that it does not find.
    guard process.terminationStatus != 127 else { return nil }
    return String(decoding: output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}
