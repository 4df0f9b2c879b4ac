internal import NetworkFiles
private import Synchronization

/// The files that a command has read, none of which it may overwrite.
package final class FilesRead: Sendable {
  private let files = Mutex<Set<Platform.FileIdentity>>([])

  private let input = Mutex<[UInt8]?>(nil)

  init() {}

  /// The process's standard input, which can be read but once and is kept for whoever asks again.
  func standardInput() throws(Platform.ReadFailure) -> [UInt8] {
    if let bytes = input.withLock({ $0 }) { return bytes }
    add(nil)
    let bytes = try Platform.contents(of: nil, limit: Limits.fileSize)
    input.withLock { $0 = bytes }
    return bytes
  }

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
