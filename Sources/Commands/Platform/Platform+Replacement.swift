// Files that are replaced whole: written beside their place, then renamed.

private import Synchronization

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

extension Platform {
  /// Why something could not be done with a file.
  struct Failure: Error {
    var reason: String
  }

  /// A file being written. A link stays a link, a file keeps its owner and who may read and write
  /// it; a descriptor (`/dev/stdout`), a device or a pipe is written as it is. What is not put in
  /// its place is removed at last.
  final class Replacement {
    private let descriptor: Int32
    /// Whether the descriptor is this one's to close.
    private var isOpen = true
    /// The file beside, its place, and where the handler of interruptions knows it; `nil` where it
    /// is written in place, or is there already.
    private var move: (from: [UInt8], to: [UInt8], interruption: Int)?

    init(_ path: [UInt8]) throws(Failure) {
      if let open = Platform.descriptor(of: path) {
        descriptor = open
        isOpen = false
      } else if Platform.isOther(path) {
        descriptor = Platform.withPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw Failure(reason: Platform.reason) }
      } else {
        let target = try Platform.replaceable(path)
        let beside = Platform.folder(of: target) + Platform.freshName()
        // No signal may come between the file and its entry in the table.
        (descriptor, move) = try Interruption.held { () throws(Failure) in
          let descriptor = Platform.withPath(beside) {
            open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
          }
          guard descriptor >= 0 else { throw Failure(reason: Platform.reason) }
          return (descriptor, (beside, target, Interruption.removeIfInterrupted(beside)))
        }
        Platform.passOn(from: target, to: descriptor)
      }
    }

    deinit { discard() }

    func send(_ bytes: [UInt8]) -> String? { Platform.send(bytes, to: descriptor) }

    /// Ends the writing, or says what kept it from reaching the disk.
    func finish() -> String? {
      guard isOpen else { return nil }
      if move != nil, fsync(descriptor) != 0 { return Platform.reason }
      isOpen = false
      return close(descriptor) == 0 ? nil : Platform.reason
    }

    /// Puts the finished file in its place, or says why it cannot. To be called while signals are
    /// held.
    func place() -> String? {
      guard let move else { return nil }
      let result = Platform.withPath(move.from) { from in
        Platform.withPath(move.to) { rename(from, $0) }
      }
      guard result == 0 else { return Platform.reason }
      self.move = nil
      Interruption.forget(move.interruption)
      return nil
    }

    /// Leaves everything as it was.
    private func discard() {
      if isOpen { close(descriptor) }
      isOpen = false
      guard let move else { return }
      Interruption.held {
        _ = Platform.withPath(move.from) { unlink($0) }
        Interruption.forget(move.interruption)
      }
    }
  }

  /// A folder made for files to come. It goes again where none came.
  final class NewFolder {
    private let path: [UInt8]
    private let interruption: Int

    /// Makes the folder; `nil` where there is one already.
    init?(_ path: [UInt8]) throws(Failure) {
      self.path = path
      let place = try Interruption.held { () throws(Failure) -> Int? in
        guard Platform.withPath(path, { mkdir($0, 0o777) }) == 0 else {
          guard errno == EEXIST else { throw Failure(reason: Platform.reason) }
          return nil
        }
        return Interruption.removeIfInterrupted(path)
      }
      guard let place else { return nil }
      interruption = place
    }

    deinit {
      Interruption.held {
        // A folder with files in it stays.
        _ = Platform.withPath(path) { rmdir($0) }
        Interruption.forget(interruption)
      }
    }
  }

  /// Says what would keep a file from being replaced, and leaves everything as it was; of a
  /// descriptor, device or pipe nothing is known before it is written.
  static func checkReplacement(of path: [UInt8]) throws(Failure) {
    if !isDevice(path) { _ = try Replacement(path) }
  }

  /// A name that no file has, short wherever it is put.
  private static func freshName() -> [UInt8] {
    let number = replacements.withLock { number in
      number += 1
      return number
    }
    return Array(".backprop-\(getpid())-\(number).part".utf8)
  }

  private static let replacements = Mutex(0)
}
