import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// The course is laid out alike in each lesson, and alike in both languages.
struct CourseTests {
  @Test(.enabled(if: Course.only == nil))
  func `lessons are numbered without a gap`() throws {
    let numbers = try Course.folders().map { $0.dropFirst("Lessons/".count).prefix(2) }
    #expect(numbers == (1...20).map { $0 < 10 ? "0\($0)" : "\($0)" })
  }

  /// The way through the lessons calls each as its own page does, and each page leads to its neighbours.
  @Test(arguments: [0, 1])
  func `the way leads through all lessons`(_ language: Int) throws {
    let way = try Page.both(in: "Lessons/")[language].lines
    let pages = try Course.folders().map { try Page.both(in: $0)[language] }
    for (page, next) in zip(pages, pages.dropFirst().map(Optional.some) + [nil]) {
      let title = page.lines[0].dropFirst("# ".count)
      let path = page.path.dropFirst("Lessons/".count)
      #expect(way.contains { $0.contains("[\(title)](\(path))") }, "\(title)")
      let others = page.lines[2]
      #expect(others.contains("(../README."), "\(page.path)")
      if let next {
        #expect(others.contains("(../\(next.path.dropFirst("Lessons/".count)))"), "\(page.path)")
        #expect(next.lines[2].contains("(../\(path))"), "\(next.path)")
      }
    }
  }

  @Test(arguments: try Course.folders())
  func `a lesson has all its parts`(_ folder: String) throws {
    let files = try Course.files(in: folder)
    let parts = [
      "README.md", "README.zh.md", "derivation.html", "derivation.md", "derivation.zh.html",
      "derivation.zh.md", "sheet.txt", "worksheet.html", "worksheet.zh.html",
    ]
    for part in parts { #expect(files.contains(part), "\(folder)\(part) is missing") }
    #expect(files.contains { $0.hasSuffix(".json") }, "\(folder) has no network file")
    #expect(files.contains { $0.hasSuffix(".svg") }, "\(folder) has no picture")
    #expect(files.contains { $0.hasSuffix(".zh.svg") }, "\(folder) has no Chinese picture")
  }

  /// Only text, sheets and networks are written by hand; those are read in tests.
  @Test(arguments: try Course.folders())
  func `everything else in a lesson is made by a command of its pages`(_ folder: String) throws {
    let pages = try Course.pages(in: folder).map { try Page.both($0) }
    let made = pages.flatMap { $0.flatMap(\.commands) }
      .flatMap { CommandLineText($0.text).written }
    for file in try Course.files(in: folder) where !made.contains(folder + file) {
      let isWritten =
        pages.contains { $0.contains { $0.path == folder + file } }
        || file.contains(/^(sheet|typed).*\.txt$/) || file.hasSuffix(".json")
        || file.hasSuffix(".csv") || file.hasSuffix(".py")
      #expect(isWritten, "No command of its pages makes \(folder)\(file)")
      if file.hasSuffix(".json") {
        let result = run("trace", folder + file)
        #expect(result.code == 0, "\(result.error)")
      }
      let isNamed = [0, 1].allSatisfy { language in
        pages.contains { $0[language].lines.contains { $0.contains(file) } }
      }
      #expect(isNamed, "\(folder)\(file) is named on no page")
    }
  }

  @Test(arguments: try Course.folders())
  func `every lesson goes the same way`(_ folder: String) throws {
    for (page, headings) in zip(try Page.both(in: folder), Course.headings) {
      let found = page.prose.filter { $0.text.hasPrefix("## ") }.map { $0.text.dropFirst(3) }
      #expect(found.map(String.init) == headings, "\(page.path)")
      #expect(page.lines.contains { $0.hasPrefix("<details>") }, "\(page.path) folds no answer")
      let words = page.prose.map(\.text).joined().count
      #expect(words < 9_000, "\(page.path) is longer than a page: \(words) characters of prose")
    }
  }

  /// The Chinese page of every folder has the blocks, commands, links and numbers of the English one.
  @Test(arguments: try Course.pagesWithWay())
  func `both languages have the same blocks`(_ name: String) throws {
    let pages = try Page.both(name)
    let (english, chinese, folder) = (pages[0], pages[1], name)
    #expect(english.kinds == chinese.kinds, "\(folder)")
    let commands = chinese.commands.map { Self.inEnglish($0.text) }
    #expect(commands == english.commands.map(\.text), "\(folder)")
    for part in ["## ", "<details>", "!["] {
      func count(_ page: Page) -> Int { page.lines.count { $0.hasPrefix(part) } }
      #expect(count(english) == count(chinese), "\(folder): \(part)")
    }
    for word in ["planted: ", "mistake: "] {
      #expect(
        english.comments(word).map(\.text) == chinese.comments(word).map(\.text), "\(folder)")
    }
    #expect(
      Set(english.numbers.map(\.text)) == Set(chinese.numbers.map(\.text)),
      "\(folder): numbers in one language only")
  }

  private static func inEnglish(_ command: String) -> String {
    command.replacing(" --lang zh", with: "").replacing(".zh.", with: ".")
  }
}
