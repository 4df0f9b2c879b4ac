import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// The README and the lessons say what is true: every transcript in them is run.
struct LessonTests {
  @Test(arguments: try Lesson.all())
  func `transcripts show what the program prints`(_ lesson: Lesson) throws {
    #expect(!lesson.transcripts.isEmpty, "\(lesson.path) has nothing that is checked")
    var text = lesson.lines
    var isStale = false
    for transcript in lesson.transcripts.reversed() {
      #expect(
        transcript.lines.first?.hasPrefix("$ ") == true, "A transcript begins with its command",
        sourceLocation: lesson.location(ofLine: transcript.range.lowerBound))
      let fresh = transcript.commands.flatMap { ["$ " + $0] + Lesson.output(of: $0) }
      if !transcript.shows(fresh) {
        if !transcript.isElided {
          isStale = true
          text.replaceSubrange(transcript.range, with: fresh)
        }
        let difference = fresh.difference(from: transcript.lines)
        let first = difference.first.map { "\($0)" } ?? ""
        Issue.record(
          """
          This is not what the program prints. Rewrite it with
            UPDATE_LESSONS=1 swift test --filter LessonTests
          \(first)
          """, sourceLocation: lesson.location(ofLine: transcript.range.lowerBound))
      }
    }
    if isStale, ProcessInfo.processInfo.environment["UPDATE_LESSONS"] == "1" {
      try lesson.write(text)
    }
  }

  @Test(arguments: try Lesson.all())
  func `pictures show what the program draws`(_ lesson: Lesson) throws {
    let pictures = lesson.pictures
    #expect(pictures.count == lesson.prose.count { $0.contains("](") && $0.hasPrefix("![") })
    for picture in pictures {
      let fresh = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".svg")
      defer { try? FileManager.default.removeItem(at: fresh) }
      let words = Lesson.words(of: picture.command).dropFirst().map {
        $0 == picture.path ? fresh.path(percentEncoded: false) : $0
      }
      #expect(words.contains(fresh.path(percentEncoded: false)), "\(picture.command)")
      let result = run(Array(words))
      #expect(result.code == 0, "\(result.error)")
      // The last bit of an exponential, and so a tenth of a pixel, is the platform's own.
      #if os(Linux)
        try expectGolden(
          String(contentsOf: fresh, encoding: .utf8), picture.path,
          sourceLocation: lesson.location(ofLine: picture.line))
      #endif
    }
  }

  /// A kind that nobody knows would be looked at by nobody.
  @Test func `every fenced block is of a kind that is known`() throws {
    let lessons = try Lesson.all()
    let kinds = Set(lessons.flatMap(\.kinds))
    #expect(kinds == ["", "console", "json5", "sh", "swift"])
    #expect(lessons.contains { !$0.pictures.isEmpty })
  }

  @Test(arguments: try Lesson.all())
  func `network files are read`(_ lesson: Lesson) throws {
    for block in lesson.blocks(of: "json5") {
      let content = lesson.lines[block].joined(separator: "\n")
      let result = run("trace", "-", input: content)
      #expect(
        result.code == 0, "\(result.error)",
        sourceLocation: lesson.location(ofLine: block.lowerBound))
    }
  }

  @Test(arguments: try Lesson.all())
  func `links lead somewhere and headings skip no level`(_ lesson: Lesson) throws {
    var level = 0
    for line in lesson.prose {
      let marks = line.prefix { $0 == "#" }.count
      if marks > 0 {
        #expect(marks <= level + 1, "\(lesson.path): \(line)")
        level = marks
      }
      for link in line.matches(of: #/\]\(([^)#:]+)\)/#) {
        let target = lesson.folder.appending(path: String(link.1))
        #expect(FileManager.default.fileExists(atPath: target.path()), "\(lesson.path): \(link.1)")
      }
    }
  }

  @Test func `the first sh block of the README sets up with two commands`() throws {
    let readme = try Lesson("README.md")
    let block = try #require(readme.blocks(of: "sh").first)
    let commands = readme.lines[block].filter {
      !$0.hasPrefix("git clone ") && !$0.hasPrefix("cd ")
    }
    #expect(commands == ["swift run backprop trace mazur", "swift test"])
  }
}
