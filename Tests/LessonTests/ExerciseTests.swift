import CommandTestSupport
import Foundation
import TestSupport
import Testing
import Texts

/// Every exercise can be solved, and what goes wrong in it is found and named.
struct ExerciseTests {
  /// The command that makes a lesson's worksheet.
  private func worksheet(of page: Page) throws -> CommandLineText {
    let command = page.commands.map { CommandLineText($0.text) }.first {
      $0.words.dropFirst().first == "worksheet" && !$0.written.isEmpty
    }
    return try #require(command, "\(page.path) makes no worksheet")
  }

  /// The words of a command without `-o FILE`.
  private func words(of command: CommandLineText, dropping options: [String] = ["-o"]) -> [String] {
    var words = Array(command.words.dropFirst())
    for option in options {
      if let place = words.firstIndex(of: option) { words.removeSubrange(place...(place + 1)) }
    }
    return words
  }

  @Test(arguments: try Course.folders())
  func `the right answers pass`(_ folder: String) throws {
    for page in try Page.both(in: folder).filter(Page.isRun) {
      let command = try worksheet(of: page)
      let key = run(words(of: command) + ["--to", "txt", "--key"])
      #expect(key.code == 0, "\(page.path): \(key.error)")
      let result = run(["check", "-", "--all"], input: Array(key.output.utf8))
      #expect(result.code == 0, "\(page.path): \(result.output) \(result.error)")
    }
  }

  /// A page says what is planted in its sheet: `<!-- planted: delta[o1] slope-forgotten, … -->`, each
  /// an id with the misconception that must be named, or with the verdict.
  @Test(arguments: try Course.folders())
  func `what is planted in a sheet is found, and nothing else`(_ folder: String) throws {
    let page = try Page("\(folder)README.md")
    let planted = page.comments("planted: ").flatMap { comment in
      comment.text.split(separator: ", ").map { $0.split(separator: " ").map(String.init) }
    }
    #expect(!planted.isEmpty, "\(page.path) does not say what is planted in its sheet")
    let check = try #require(
      page.commands.map { CommandLineText($0.text) }.first {
        $0.words.dropFirst().first == "check" && $0.words.contains("\(folder)sheet.txt")
      }, "\(page.path) does not check its sheet")
    let result = run(
      words(of: check, dropping: ["--hint", "--format"]) + ["--format", "json"])
    let sheet = try #require((try result.json()["sheets"] as? [[String: Any]])?.first)
    #expect((sheet["unread"] as? [Any])?.isEmpty == true, "\(folder): \(result.output)")
    let faults = (sheet["answers"] as? [[String: Any]] ?? []).filter {
      !["correct", "rounding", "carried", "blank"].contains($0["verdict"] as? String)
    }
    #expect(
      Set(faults.compactMap { $0["id"] as? String }) == Set(planted.map { $0[0] }), "\(folder)")
    for pair in planted {
      let fault = faults.first { $0["id"] as? String == pair[0] }
      #expect(fault.map(Self.names)?.contains(pair.last ?? "") == true, "\(folder): \(pair)")
    }
  }

  /// What was said of an answer: its verdict and the mistakes that explain it.
  private static func names(_ answer: [String: Any]) -> [String] {
    let diagnoses = answer["diagnoses"] as? [[String: Any]] ?? []
    return [answer["verdict"] as? String ?? ""]
      + diagnoses.compactMap { $0["misconception"] as? String }
  }

  /// Mistakes that a page speaks of: `<!-- mistake: mango | y_1 = 0.702661 | bias-omitted -->`. On a
  /// sheet that is right but for this one answer, it is named.
  @Test(arguments: try Course.folders())
  func `mistakes that a lesson shows are named`(_ folder: String) throws {
    let page = try Page("\(folder)README.md")
    for comment in page.comments("mistake: ") {
      let location = page.location(ofLine: comment.number)
      let parts = comment.text.split(separator: " | ").map(String.init)
      try #require(parts.count == 3, sourceLocation: location)
      let network = CommandLineText(parts[0]).words
      let name = String(parts[1].prefix { $0 != "=" })
      let key = run(["worksheet"] + network + ["--to", "txt", "--key"]).output
      var lines = key.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let place = try #require(
        lines.lastIndex { $0.trimmed.hasPrefix(name) }, "\(name)", sourceLocation: location)
      lines[place] = parts[1]
      let sheet = lines.joined(separator: "\n")
      let result = run(["check", "-", "--format", "json"], input: Array(sheet.utf8))
      let found = (try result.json()["sheets"] as? [[String: Any]])?.first
      let fault = (found?["answers"] as? [[String: Any]])?.first {
        $0["line"] as? Int == place + 1
      }
      #expect(
        fault.map(Self.names)?.contains(parts[2]) == true, "\(parts): \(fault ?? [:])",
        sourceLocation: location)
    }
  }
}
