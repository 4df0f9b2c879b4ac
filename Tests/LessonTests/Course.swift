import Foundation
import TestSupport

/// The lessons, a folder each.
enum Course {
  /// The folders of the lessons from the package's folder, in their order, each with a slash;
  /// `LESSON=07` takes that one alone, while it is being written.
  static func folders() throws -> [String] {
    let folder = packageRoot.appending(path: "Lessons").path()
    let only = self.only ?? ""
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.prefixMatch(of: /\d\d-/) != nil && $0.hasPrefix(only) }
      .map { "Lessons/\($0)/" }
  }

  /// The folder of the way through the lessons, and those of the lessons.
  static func foldersWithWay() throws -> [String] {
    try (only == nil ? ["Lessons/"] : []) + folders()
  }

  /// Pages beside that of their lesson, without language and ending.
  private static let others = ["Lessons/09-your-own-hand/practise"]

  /// All pages of a folder, without language and ending.
  static func pages(in folder: String) -> [String] {
    [folder + "README"] + others.filter { $0.hasPrefix(folder) && folder.count > "Lessons/".count }
  }

  /// All pages of the lessons and of the way through them, without language and ending.
  static func pagesWithWay() throws -> [String] { try foldersWithWay().flatMap(pages) }

  /// The lesson that is looked at alone.
  static var only: String? { ProcessInfo.processInfo.environment["LESSON"] }

  /// The files of a folder.
  static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: packageRoot.appending(path: folder).path()
    ).sorted()
  }

  /// The headings of every lesson, in their order.
  static let headings = [
    [
      "Predict", "One command", "Picture", "Exercise", "Think", "What you can say now",
    ],
    ["先用铅笔算", "一条命令", "图", "练习", "想一想", "现在你能说"],
  ]
}
