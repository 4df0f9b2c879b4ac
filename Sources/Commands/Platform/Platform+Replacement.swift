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

  /// Whether two names lead to the same file.
  static func areSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let first = status(a), let second = status(b) else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private static func status(_ path: [UInt8]) -> stat? {
    var result = stat()
    return withPath(path) { stat($0, &result) } == 0 ? result : nil
  }

  private static func withPath<T>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> T) -> T {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// A file being written. A link stays a link, a file keeps its mode, and a device or pipe is
  /// written in place.
  final class Replacement {
    private let descriptor: Int32
    private var isOpen = true
    /// Where the file is known to the handler of interruptions.
    private var place: Int?
    /// The file beside, and its place; `nil` where it is written in place.
    private let move: (from: [UInt8], to: [UInt8])?

    init(_ path: [UInt8]) throws(Failure) {
      let existing = Platform.status(path)
      if let existing, existing.st_mode & S_IFMT != S_IFREG {
        move = nil
        descriptor = Platform.withPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
      } else {
        let target = existing == nil ? path : Platform.resolved(path)
        let beside = target + Array(".\(getpid()).part".utf8)
        move = (beside, target)
        descriptor = Platform.withPath(beside) {
          open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        }
        if descriptor >= 0 {
          if let existing { fchmod(descriptor, existing.st_mode & 0o7777) }
          place = Interruption.remove(beside)
        }
      }
      guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    }

    func send(_ bytes: [UInt8]) -> String? { Platform.send(bytes, to: descriptor) }

    /// Puts the file in its place, or says why it cannot.
    func commit() -> String? {
      if move != nil, fsync(descriptor) != 0 { return String(cString: strerror(errno)) }
      isOpen = false
      guard close(descriptor) == 0 else { return String(cString: strerror(errno)) }
      guard let move else { return nil }
      let result = Platform.withPath(move.from) { from in
        Platform.withPath(move.to) { rename(from, $0) }
      }
      Interruption.forget(place)
      return result == 0 ? nil : String(cString: strerror(errno))
    }

    /// Leaves everything as it was.
    func discard() {
      if isOpen { close(descriptor) }
      isOpen = false
      guard let move else { return }
      _ = Platform.withPath(move.from) { unlink($0) }
      Interruption.forget(place)
    }
  }

  /// Says what would keep a file from being replaced, and leaves everything as it was; of a device or
  /// pipe nothing is known before it is written.
  static func checkReplacement(of path: [UInt8]) throws(Failure) {
    if !isDevice(path) { try Replacement(path).discard() }
  }

  /// Whether a name leads to something that is there and neither a file nor a folder.
  static func isDevice(_ path: [UInt8]) -> Bool {
    guard let kind = status(path).map({ $0.st_mode & S_IFMT }) else { return false }
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The name behind all links.
  private static func resolved(_ path: [UInt8]) -> [UInt8] {
    guard let real = withPath(path, { realpath($0, nil) }) else { return path }
    defer { free(real) }
    return UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }
  }
}

/// Removes the files being written when the program is interrupted.
///
/// The handler of a signal may only read memory that is always there: a fixed table of names, which
/// are never freed.
private enum Interruption {
  private static let places = 16
  nonisolated(unsafe) private static let names = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: places)
    table.initialize(repeating: nil, count: places)
    return table
  }()
  private static let lock = Mutex(())

  /// Takes a file's name into the table; gives back its place, or `nil` where the table is full.
  static func remove(_ file: [UInt8]) -> Int? {
    let text = file.map { CChar(bitPattern: $0) } + [0]
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
    copy.initialize(from: text, count: text.count)
    return lock.withLock { _ in
      for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, handle) }
      guard let place = (0..<places).first(where: { names[$0] == nil }) else { return nil }
      names[place] = copy
      return place
    }
  }

  /// Gives a place of the table back.
  static func forget(_ place: Int?) {
    lock.withLock { _ in
      if let place { names[place] = nil }
    }
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    for place in 0..<Interruption.places {
      if let name = Interruption.names[place] { unlink(name) }
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
