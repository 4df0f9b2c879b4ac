import Foundation
import TestSupport
import Testing

/// A Markdown page of the README or of the lessons: its lines, its fenced blocks, and the commands
/// in it. A command stands in a `console` block, after `$ `, or in a comment of its own line,
/// `<!-- backprop … -->`, where it makes a file beside the page or shows where numbers come from.
struct Page: Sendable, CustomTestStringConvertible {
  /// From the package's folder.
  let path: String
  let lines: [String]

  var testDescription: String { path }
  var url: URL { packageRoot.appending(path: path) }
  /// From the package's folder, with a slash at its end.
  var folder: String { path.split(separator: "/").dropLast().map { $0 + "/" }.joined() }

  init(_ path: String) throws {
    self.path = path
    lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The README and every page of the lessons, in both languages.
  static func all() throws -> [Page] {
    let readme = Course.only == nil ? try both(in: "") : []
    return try readme + Course.pagesWithWay().flatMap { try both($0) }
  }

  /// Those whose commands are run: all where `CI` is set, a lesson is looked at alone or pages are
  /// written anew; else the English ones, as the Chinese commands differ in words only.
  static func run() throws -> [Page] { try all().filter(isRun) }

  /// Whether a page's commands are run.
  static func isRun(_ page: Page) -> Bool {
    guard page.path.hasSuffix(".zh.md"), Course.only == nil, !PageTests.isUpdating else {
      return true
    }
    return !Sampled.of([0, 1], every: 2).filter { $0 == 1 }.isEmpty
  }

  /// A folder's page in English and in Chinese.
  static func both(in folder: String) throws -> [Page] { try both(folder + "README") }

  /// A page in English and in Chinese.
  static func both(_ name: String) throws -> [Page] {
    try [".md", ".zh.md"].map { try Page(name + $0) }
  }

  // MARK: Blocks

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

  /// The numbered lines outside of all fences that bear a word, and outside of comments.
  var prose: [(number: Int, text: String)] {
    var isOpen = false
    return lines.enumerated().compactMap { number, line in
      if line.hasPrefix("```") {
        // A block that bears no word holds formulas, which are prose.
        isOpen = isOpen ? false : line != "```"
        return nil
      }
      return isOpen || line.hasPrefix("<!--") ? nil : (number, line)
    }
  }

  // MARK: Comments

  /// What a comment on a line of its own says behind its first word.
  func comments(_ word: String) -> [(number: Int, text: String)] {
    lines.enumerated().compactMap { number, line in
      guard line.hasPrefix("<!-- " + word), line.hasSuffix(" -->") else { return nil }
      return (number, String(line.dropFirst(5 + word.count).dropLast(4)))
    }
  }

  /// Every command of the page in its order, with the number of its line.
  var commands: [(number: Int, text: String)] {
    let hidden = comments("backprop ").map { ($0.number, "backprop " + $0.text) }
    let shown = transcripts.flatMap { transcript in
      transcript.range.compactMap { number in
        lines[number].hasPrefix("$ ") ? (number, String(lines[number].dropFirst(2))) : nil
      }
    }
    return (hidden + shown).sorted { $0.0 < $1.0 }.map { (number: $0.0, text: $0.1) }
  }

  func location(ofLine number: Int) -> SourceLocation {
    SourceLocation(fileID: "Lessons/\(path)", filePath: url.path(), line: number + 1, column: 1)
  }
}

/// A block of commands with what they print.
struct Transcript: Sendable {
  /// The lines between the fences.
  var range: Range<Int>
  var lines: [String]

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
