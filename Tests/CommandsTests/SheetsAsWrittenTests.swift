import CommandTestSupport
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
    /// Ids of which any number on the sheet may be read.
    var mayAny: [[String]]?
    /// Of a batch, what must be read of each sample.
    var samples: [String: [String: Double]]?
    var right: [String]?
    var wrong: [String]?
    var notRight: [String]?
    /// The misconception that is named.
    var named: [String: String]?
    /// What must be listed as not read.
    var unread: [String]?
  }

  /// A rule of reading, on a sheet of few lines.
  struct RuleCase: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    /// An example, or the text of a network file.
    var network: String
    var sheet: [String]
    var want: [String: Double]
    var unread: [String]
    /// The codes of remarks, where they are of interest.
    var remarks: [String]?
    var testDescription: String { name }
  }

  private static let folder = packageRoot.appending(path: "Tests/CommandsTests/Sheets")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .filter { !$0.contains(".") }.sorted()

  static func rules() throws -> [RuleCase] {
    try JSONDecoder().decode(
      [RuleCase].self, from: Data(contentsOf: folder.appending(path: "rules.json")))
  }

  @Test func `there are sheets`() { #expect(Self.names.count >= 320) }

  @Test(arguments: try Sampled.of(rules(), every: 3))
  func `a rule of reading holds`(_ rule: RuleCase) throws {
    let folder = TemporaryFolder()
    let isFile = rule.network.hasPrefix("{")
    let network =
      isFile ? try folder.write(rule.network, "network.json5") : rule.network
    let sheet = try folder.write(rule.sheet.joined(separator: "\n") + "\n", "sheet.txt")
    let result = run("check", network, sheet, "--format", "json")
    guard !rule.want.isEmpty else {
      #expect(result.code == 2)
      return
    }
    let report = try #require((try result.json()["sheets"] as? [[String: Any]])?.first)
    let answers = Self.answers(report)
    #expect(answers.mapValues { $0["value"] as? Double ?? .nan } == rule.want)
    let unread = Self.unread(report)
    for text in rule.unread { #expect(unread.contains { $0.contains(text) }, "\(text)") }
    #expect(unread.isEmpty == rule.unread.isEmpty, "\(unread)")
    let remarks = (report["remarks"] as? [[String: Any]] ?? []).map { $0["remark"] as? String }
    if let own = rule.remarks { #expect(remarks == own) }
  }

  private static func answers(_ report: [String: Any]) -> [String: [String: Any]] {
    var answers: [String: [String: Any]] = [:]
    for answer in report["answers"] as? [[String: Any]] ?? [] where answer["value"] is Double {
      answers[answer["id"] as? String ?? ""] = answer
    }
    return answers
  }

  private static func unread(_ report: [String: Any]) -> [String] {
    (report["unread"] as? [[String: Any]] ?? []).map { $0["text"] as? String ?? "" }
  }

  @Test(arguments: Sampled.of(names, every: 8))
  func `a sheet is read as it was meant`(_ name: String) throws {
    let place = Self.folder.appending(path: name)
    let want = try JSONDecoder().decode(
      Want.self, from: Data(contentsOf: place.appending(path: "want.json")))
    let result = run(
      "check", place.appending(path: "network.json5").path(),
      place.appending(path: "sheet.txt").path(), "--format", "json")
    let report = try #require((try result.json()["sheets"] as? [[String: Any]])?.first)
    let answers = Self.answers(report)
    func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
    for (id, value) in want.want {
      let read = try #require(answers[id]?["value"] as? Double, "\(id) was not read")
      #expect(isSame(read, value), "\(id) was read as \(read)")
    }
    for (sample, values) in want.samples ?? [:] {
      let own = (report["answers"] as? [[String: Any]] ?? []).filter {
        $0["sample"] as? Int == Int(sample)
      }
      for (id, value) in values {
        let read = own.first { $0["id"] as? String == id }?["value"] as? Double ?? .nan
        #expect(isSame(read, value), "\(id) of sample \(sample)")
      }
    }
    let known = want.want.merging(want.may ?? [:]) { own, _ in own }
    for (id, answer) in answers where !(want.mayAny ?? []).contains(where: { $0.contains(id) }) {
      let value = try #require(known[id], "\(id) is not on the sheet")
      #expect(isSame(answer["value"] as? Double ?? .nan, value), "\(id)")
    }
    judge(answers, want)
    let unread = Self.unread(report)
    for text in want.unread ?? [] {
      #expect(unread.contains { $0.contains(text) }, "passed over: \(text)")
      #expect(result.code == 1)
    }
  }

  private func judge(_ answers: [String: [String: Any]], _ want: Want) {
    func verdict(_ id: String) -> String { answers[id]?["verdict"] as? String ?? "" }
    for id in want.right ?? [] {
      #expect(["correct", "rounding"].contains(verdict(id)), "\(id)")
    }
    for id in want.wrong ?? [] { #expect(verdict(id) == "wrong", "\(id)") }
    for id in want.notRight ?? [] {
      #expect(!["correct", "rounding"].contains(verdict(id)), "\(id)")
    }
    for (id, code) in want.named ?? [:] {
      let diagnoses = answers[id]?["diagnoses"] as? [[String: Any]] ?? []
      #expect(diagnoses.contains { $0["misconception"] as? String == code }, "\(id)")
    }
  }
}
