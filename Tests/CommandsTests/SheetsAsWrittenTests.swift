import Foundation
import TestSupport
import Testing

/// Sheets as their authors write them: what must be read of each, and how it is marked.
struct SheetsAsWrittenTests {
  /// What a sheet is to be read as.
  private struct Want: Decodable {
    /// What must be read, and what may be, by id.
    var want: [String: Double]
    var may: [String: Double]?
    var right: [String]?
    var wrong: [String]?
    var notRight: [String]?
    /// What must be listed as not read.
    var unread: [String]?
  }

  private static let folder = packageRoot.appending(path: "Tests/CommandsTests/Sheets")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test func `there are sheets`() { #expect(Self.names.count >= 18) }

  @Test(arguments: names)
  func `a sheet is read as it was meant`(_ name: String) throws {
    let place = Self.folder.appending(path: name)
    let want = try JSONDecoder().decode(
      Want.self, from: Data(contentsOf: place.appending(path: "want.json")))
    let result = run(
      "check", place.appending(path: "network.json5").path(),
      place.appending(path: "sheet.txt").path(), "--format", "json")
    let sheet = try #require((try result.json()["sheets"] as? [[String: Any]])?.first)
    var answers: [String: [String: Any]] = [:]
    for answer in sheet["answers"] as? [[String: Any]] ?? [] where answer["value"] is Double {
      answers[answer["id"] as? String ?? ""] = answer
    }
    for (id, value) in want.want {
      let read = try #require(answers[id]?["value"] as? Double, "\(id) was not read")
      #expect(abs(read - value) <= 1e-9 * max(1, abs(value)), "\(id)")
    }
    let known = want.want.merging(want.may ?? [:]) { own, _ in own }
    for (id, answer) in answers {
      let value = try #require(known[id], "\(id) is not on the sheet")
      #expect(
        abs((answer["value"] as? Double ?? .nan) - value) <= 1e-9 * max(1, abs(value)), "\(id)")
    }
    func verdict(_ id: String) -> String { answers[id]?["verdict"] as? String ?? "" }
    for id in want.right ?? [] {
      #expect(["correct", "rounding"].contains(verdict(id)), "\(id)")
    }
    for id in want.wrong ?? [] { #expect(verdict(id) == "wrong", "\(id)") }
    for id in want.notRight ?? [] {
      #expect(!["correct", "rounding"].contains(verdict(id)), "\(id)")
    }
    let unread = (sheet["unread"] as? [[String: Any]] ?? []).map { $0["text"] as? String ?? "" }
    for text in want.unread ?? [] {
      #expect(unread.contains { $0.contains(text) }, "passed over: \(text)")
      #expect(result.code == 1)
    }
  }
}
