import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// The README and the lessons say what is true: every command in them is run.
struct PageTests {
  private static let again = "UPDATE_LESSONS=1 swift test --filter LessonTests"
  static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["UPDATE_LESSONS"] == "1"
  }

  @Test(arguments: try Page.run())
  func `transcripts show what the program prints`(_ page: Page) throws {
    let isWay = page.path.hasPrefix("Lessons/README")
    #expect(isWay || !page.transcripts.isEmpty, "\(page.path) has nothing that is checked")
    let outcomes = try PageRun.of(page).outcomes
    var text = page.lines
    for transcript in page.transcripts.reversed() {
      let location = page.location(ofLine: transcript.range.lowerBound)
      #expect(
        transcript.lines.first?.hasPrefix("$ ") == true, "A transcript begins with its command",
        sourceLocation: location)
      let here = outcomes.filter { transcript.range.contains($0.line) }
      guard here.allSatisfy({ $0.printed != nil }) else { continue }
      let fresh = here.flatMap { ["$ " + $0.command] + ($0.printed ?? []) }
      guard !transcript.shows(fresh) else { continue }
      if !transcript.isElided { text.replaceSubrange(transcript.range, with: fresh) }
      let difference = fresh.difference(from: transcript.lines).prefix(8)
      Issue.record(
        """
        This is not what the program prints. Rewrite it with
          \(Self.again)
        \(difference.map { "\($0)" }.joined(separator: "\n"))
        """, sourceLocation: location)
    }
    if Self.isUpdating, text != page.lines {
      try text.joined(separator: "\n").write(to: page.url, atomically: true, encoding: .utf8)
    }
  }

  @Test(arguments: try Page.run())
  func `files beside a page are what its commands make`(_ page: Page) throws {
    for outcome in try PageRun.of(page).outcomes {
      let location = page.location(ofLine: outcome.line)
      let isHidden = page.lines[outcome.line].hasPrefix("<!--")
      #expect(
        !isHidden || outcome.printed?.last?.hasPrefix("[exit 2") != true,
        "\(outcome.printed ?? [])", sourceLocation: location)
      for (path, fresh) in outcome.files where path.hasPrefix("Lessons/") {
        // The last bit of an exponential, and so a tenth of a pixel, is the platform's own.
        #if !os(Linux)
          if path.hasSuffix(".svg") { continue }
        #endif
        let url = packageRoot.appending(path: path)
        guard (try? String(contentsOf: url, encoding: .utf8)) != fresh else { continue }
        if Self.isUpdating { try fresh.write(to: url, atomically: true, encoding: .utf8) }
        Issue.record(
          """
          \(path) is not what this command makes. Make it again with
            \(Self.again)
          """, sourceLocation: location)
      }
    }
  }

  /// A kind that nobody knows would be looked at by nobody.
  @Test func `every fenced block is of a kind that is known`() throws {
    let kinds = Set(try Page.all().flatMap(\.kinds))
    #expect(
      kinds.isSubset(of: ["", "console", "csv", "json5", "python", "sh", "swift"]), "\(kinds)")
  }

  @Test(arguments: try Page.all())
  func `network files in a page are read`(_ page: Page) throws {
    for block in page.blocks(of: "json5") {
      let content = page.lines[block].joined(separator: "\n")
      let result = run("trace", "-", input: content)
      #expect(
        result.code == 0, "\(result.error)",
        sourceLocation: page.location(ofLine: block.lowerBound))
    }
  }

  @Test(arguments: try Page.all())
  func `links lead somewhere and headings skip no level`(_ page: Page) throws {
    var level = 0
    for (number, line) in page.prose {
      let location = page.location(ofLine: number)
      let marks = line.prefix { $0 == "#" }.count
      if marks > 0 {
        #expect(marks <= level + 1, "\(line)", sourceLocation: location)
        level = marks
      }
      for link in line.matches(of: #/\]\(([^)#:]+)(#[^)]*)?\)/#) {
        let target = page.url.deletingLastPathComponent().appending(path: String(link.1))
        #expect(
          FileManager.default.fileExists(atPath: target.path(percentEncoded: false)),
          "\(link.1) is not there", sourceLocation: location)
      }
    }
  }

  /// A 1 at the beginning of a wrapped line would be read as the first number of a list.
  @Test(arguments: try Page.all())
  func `no sentence is broken before a 1 that would begin a list`(_ page: Page) throws {
    for (number, line) in page.prose where line.contains(#/^1[.)] /#) {
      let above = number > 0 ? page.lines[number - 1] : ""
      let isInList =
        above.isEmpty || above.hasPrefix("<!--") || above.contains(#/^( *[-*]|\d+[.)]) /#)
        || above.hasPrefix("  ")
      #expect(isInList, "\(line)", sourceLocation: page.location(ofLine: number))
    }
  }

  @Test func `the first sh block of the README sets up with two commands`() throws {
    let readme = try Page("README.md")
    let block = try #require(readme.blocks(of: "sh").first)
    let commands = readme.lines[block].filter {
      !$0.hasPrefix("git clone ") && !$0.hasPrefix("cd ")
    }
    #expect(commands == ["swift run backprop trace mazur", "swift test"])
  }
}
