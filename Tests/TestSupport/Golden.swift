import Foundation
package import Testing

/// Compares a document with the one that was approved, byte for byte.
///
/// `UPDATE_GOLDEN=1` writes the new one and still fails; a missing one is never written silently.
package func expectGolden(
  _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = packageRoot.appending(path: path)
  let approved = try? String(contentsOf: url, encoding: .utf8)
  guard approved != actual else { return }
  let old = (approved ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old).prefix(12).map { change in
    switch change {
    case .insert(let line, let text, _): "+\(line + 1): \(text)"
    case .remove(let line, let text, _): "-\(line + 1): \(text)"
    }
  }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try actual.write(to: url, atomically: true, encoding: .utf8)
  }
  Issue.record(
    """
    \(path) \(approved == nil ? "does not exist" : "is not what is written now").
    Look at it, and if it is right: UPDATE_GOLDEN=1 swift test --filter 'Golden|Lesson'
    \(changes.joined(separator: "\n"))
    """, sourceLocation: sourceLocation)
}
