private import Synchronization

/// The files that a command has read, none of which it may overwrite.
package final class FilesRead: Sendable {
  private let paths = Mutex<[[UInt8]]>([])

  init() {}

  func add(_ path: [UInt8]) { paths.withLock { $0.append(path) } }

  /// Whether a name leads to one of them, by whatever way.
  func contains(_ path: [UInt8]) -> Bool {
    paths.withLock { $0.contains { Platform.areSame($0, path) } }
  }
}
