import Foundation

/// A Swift file of the sources, as far as it shows what knows what: the types that it declares and the
/// words with a capital letter that it uses.
struct SourceFile {
  /// The module, and the folder in it; empty for a file that lies in the module's own.
  let module: String
  let folder: String
  let path: String
  let declared: Set<String>
  let used: Set<String>
  let lines: Int

  /// Every file of the sources.
  static let all: [SourceFile] = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources")
    let paths =
      FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?
      .compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      (try? String(contentsOf: root.appending(path: path), encoding: .utf8))
        .map { SourceFile(path, $0) }
    }
  }()

  private init(_ path: String, _ text: String) {
    let parts = path.split(separator: "/").map(String.init)
    module = parts[0]
    folder = parts.count > 2 ? parts[1] : ""
    self.path = path
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.lines = lines.count - 1
    declared = Set(lines.compactMap(SourceFile.type))
    used = Set(lines.flatMap(SourceFile.capitals)).subtracting(declared)
  }

  /// The type that a line declares, in no other type.
  private static func type(_ line: Substring) -> String? {
    guard let first = line.first, first.isLetter || first == "@" else { return nil }
    let words = line.split { " :<({".contains($0) }
    let keywords: Set<Substring> = [
      "struct", "enum", "class", "protocol", "actor", "typealias",
    ]
    guard let place = words.firstIndex(where: keywords.contains), place + 1 < words.count else {
      return nil
    }
    return String(words[place + 1])
  }

  /// The words with a capital in a line's code; the head of an extension says whose members follow, and
  /// uses nothing.
  private static func capitals(_ line: Substring) -> [String] {
    guard !line.contains("extension ") || line.first?.isWhitespace ?? true else { return [] }
    return code(of: line).split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .filter { $0.first?.isUppercase ?? false }.map(String.init)
  }

  /// A line without its comment and its texts, but with what is put into these.
  private static func code(of line: Substring) -> String {
    var code = ""
    var depth: [Int] = []
    var isText = false
    var last: Character = " "
    for character in line {
      switch character {
      case "/" where last == "/" && !isText: return code
      case "\"" where last != "\\": isText.toggle()
      case "(" where isText && last == "\\":
        depth.append(0)
        isText = false
      case "(" where !isText && !depth.isEmpty: depth[depth.count - 1] += 1
      case ")" where !isText && depth.last == 0:
        depth.removeLast()
        isText = true
      case ")" where !isText && !depth.isEmpty: depth[depth.count - 1] -= 1
      default: break
      }
      code.append(isText ? " " : character)
      last = character
    }
    return code
  }
}
