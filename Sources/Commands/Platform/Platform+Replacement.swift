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

  /// A file being written. A link stays a link, a file keeps its mode, and a device or pipe is
  /// written in place. What is not put in its place is removed at last.
  final class Replacement {
    private let descriptor: Int32
    private var isOpen = true
    /// Where the file is known to the handler of interruptions.
    private var interruption: Int?
    /// The file beside, and its place; `nil` where it is written in place, or is there already.
    private var move: (from: [UInt8], to: [UInt8])?

    init(_ path: [UInt8]) throws(Failure) {
      if Platform.isOther(path) {
        descriptor = Platform.withPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw Failure(reason: Platform.reason) }
        return
      }
      guard let target = Platform.target(of: path) else {
        throw Failure(reason: String(cString: strerror(ELOOP)))
      }
      let beside = Platform.folder(of: target) + Platform.freshName()
      descriptor = Platform.withPath(beside) {
        open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      }
      guard descriptor >= 0 else { throw Failure(reason: Platform.reason) }
      move = (beside, target)
      if let permissions = Platform.permissions(of: path) {
        fchmod(descriptor, mode_t(permissions))
      }
      interruption = Interruption.remove(beside)
    }

    deinit { discard() }

    func send(_ bytes: [UInt8]) -> String? { Platform.send(bytes, to: descriptor) }

    /// Ends the writing, or says what kept it from reaching the disk.
    func finish() -> String? {
      if move != nil, fsync(descriptor) != 0 { return Platform.reason }
      isOpen = false
      return close(descriptor) == 0 ? nil : Platform.reason
    }

    /// Puts the finished file in its place, or says why it cannot.
    func place() -> String? {
      guard let move else { return nil }
      let result = Platform.withPath(move.from) { from in
        Platform.withPath(move.to) { rename(from, $0) }
      }
      guard result == 0 else { return Platform.reason }
      self.move = nil
      Interruption.forget(interruption)
      return nil
    }

    /// Leaves everything as it was.
    private func discard() {
      if isOpen { close(descriptor) }
      isOpen = false
      guard let move else { return }
      _ = Platform.withPath(move.from) { unlink($0) }
      Interruption.forget(interruption)
    }
  }

  /// Says what would keep a file from being replaced, and leaves everything as it was; of a device or
  /// pipe nothing is known before it is written.
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
