private import Synchronization

/// The files that a command has read, none of which it may overwrite.
package final class FilesRead: Sendable {
  private let files = Mutex<Set<Platform.FileIdentity>>([])

  init() {}

  /// Takes a file note of by its name, or with `nil` the one that is the standard input.
  func add(_ path: [UInt8]?) {
    let identity = path.map { Platform.identity(of: $0) } ?? Platform.identity(ofDescriptor: 0)
    if let identity { files.withLock { _ = $0.insert(identity) } }
  }

  /// Whether a name leads to one of them, by whatever way.
  func contains(_ path: [UInt8]) -> Bool {
    Platform.identity(of: path).map { file in files.withLock { $0.contains(file) } } ?? false
  }
}
