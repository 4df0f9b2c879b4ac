internal import Texts

/// Whose worksheet it is, as a roster says.
package struct Student: Sendable {
  /// What the student is called.
  package var name: String
  /// What else the roster says: id, email, group, each under the roster's own word for it.
  package var details: [(key: String, value: String)]

  /// Takes a row of a roster.
  package init(name: String, details: [(key: String, value: String)] = []) {
    self.name = name
    self.details = details
  }

  /// All of it on one line, which `check` reads again: "Anna; id: 17; group: B".
  var line: String {
    ([name.visible] + details.map { "\($0.key.visible): \($0.value.visible)" })
      .joined(separator: "; ")
  }

  /// Reads the line again from a sheet; `nil` where it has none.
  package init?(onSheet bytes: [UInt8]) {
    // As each kind of worksheet begins the line.
    let starts = [
      "student:", "student,", "% student:", "<p class=\"remark\">student:", ",student,",
    ]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let start = starts.first(where: { line.starts(with: $0.utf8) }) else { continue }
      let rest = line.dropFirst(start.utf8.count).drop { " `,\"".utf8.contains($0) }
      let text = String(decoding: rest, as: UTF8.self)
      let end = text.firstIndex { "`<\"".contains($0) } ?? text.endIndex
      let parts = text[..<end].split(separator: ";").map { String($0).trimmed }
      guard let name = parts.first, !name.isEmpty else { continue }
      self.init(
        name: name,
        details: parts.dropFirst().compactMap { part in
          let pair = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
          return pair.count == 2 ? (pair[0], pair[1]) : nil
        })
      return
    }
    return nil
  }
}
