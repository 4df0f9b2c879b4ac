import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// A Markdown page whose fenced blocks are checked.
struct Lesson: Sendable, CustomTestStringConvertible {
  struct Transcript: Sendable {
    /// The lines between the fences.
    var range: Range<Int>
    var lines: [String]
    var commands: [String] { lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) } }

    /// A line that stands for any number of others.
    private static let ellipsis = "…"

    var isElided: Bool { lines.contains(Transcript.ellipsis) }

    /// Whether the lines are those that were printed, but for what an ellipsis leaves out.
    func shows(_ printed: [String]) -> Bool {
      let parts = lines.split(
        separator: Transcript.ellipsis, omittingEmptySubsequences: false
      ).map(Array.init)
      guard parts.count > 1 else { return lines == printed }
      guard let first = parts.first, let last = parts.last, printed.starts(with: first),
        printed.suffix(last.count).elementsEqual(last)
      else { return false }
      var rest = printed.dropFirst(first.count).dropLast(last.count)
      for part in parts.dropFirst().dropLast() {
        guard let place = rest.firstRange(of: part) else { return false }
        rest = rest[place.upperBound...]
      }
      return true
    }
  }

  /// A picture, and the command that draws it: a comment on the line above.
  struct Picture: Sendable {
    var line: Int
    /// From the package's folder.
    var path: String
    var command: String
  }

  var pictures: [Picture] {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return zip(lines, lines.dropFirst()).enumerated().compactMap { n, pair in
      guard let command = pair.0.wholeMatch(of: #/<!-- picture: (backprop .+) -->/#),
        let image = pair.1.wholeMatch(of: #/!\[.+\]\((.+)\)/#)
      else { return nil }
      return Picture(line: n + 1, path: folder + image.1, command: String(command.1))
    }
  }

  let path: String
  let lines: [String]

  var testDescription: String { path }
  var url: URL { packageRoot.appending(path: path) }
  var folder: URL { url.deletingLastPathComponent() }

  init(_ path: String) throws {
    self.path = path
    lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The README and every lesson.
  static func all() throws -> [Lesson] {
    let folder = packageRoot.appending(path: "Lessons").path()
    let lessons = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try
      (["README.md", "README.zh.md"]
      + lessons.filter { $0.hasSuffix(".md") }.map { "Lessons/" + $0 })
      .map { try Lesson($0) }
  }

  /// The words that its fences bear.
  var kinds: [String] {
    let fences = lines.filter { $0.hasPrefix("```") }
    return fences.indices.filter { $0.isMultiple(of: 2) }.map { String(fences[$0].dropFirst(3)) }
  }

  /// The lines inside the fences that bear a word.
  func blocks(of word: String) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    var isOpen = false
    for (n, line) in lines.enumerated() where line.hasPrefix("```") {
      if isOpen, let begin = start { blocks.append(begin..<n) }
      start = !isOpen && line == "```" + word ? n + 1 : nil
      isOpen.toggle()
    }
    return blocks
  }

  var transcripts: [Transcript] {
    blocks(of: "console").map { Transcript(range: $0, lines: Array(lines[$0])) }
  }

  /// The lines outside of all fences.
  var prose: [String] {
    var isOpen = false
    return lines.filter { line in
      if line.hasPrefix("```") { isOpen.toggle() }
      return !isOpen && !line.hasPrefix("```")
    }
  }

  func location(ofLine n: Int) -> SourceLocation {
    SourceLocation(fileID: "Lessons/\(path)", filePath: url.path(), line: n + 1, column: 1)
  }

  func write(_ lines: [String]) throws {
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  /// What a command line prints, with its exit code where that is not 0.
  static func output(of command: String) -> [String] {
    let words = words(of: command)
    guard words.first == "backprop" else { return ["(this is not a backprop command)"] }
    let result = run(Array(words.dropFirst()))
    let text = (result.output + result.error).split(
      separator: "\n", omittingEmptySubsequences: false)
    return text.dropLast().map(String.init) + (result.code == 0 ? [] : ["[exit \(result.code)]"])
  }

  /// The words of a command line, as a shell takes it apart: blanks separate, single quotes hold
  /// together.
  static func words(of command: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in command {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
