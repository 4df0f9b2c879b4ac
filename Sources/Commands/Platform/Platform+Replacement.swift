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

  /// What a file is, by whatever name it is called.
  struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64

    /// `nil` for what is no file: of devices and pipes more than one may write to the same.
    fileprivate init?(_ status: stat?) {
      guard let status, status.st_mode & S_IFMT == S_IFREG else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      node = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  static func identity(of path: [UInt8]) -> FileIdentity? { FileIdentity(status(path)) }

  static func identity(ofDescriptor descriptor: Int32) -> FileIdentity? {
    var result = stat()
    return FileIdentity(fstat(descriptor, &result) == 0 ? result : nil)
  }

  private static func status(_ path: [UInt8]) -> stat? {
    var result = stat()
    return withPath(path) { stat($0, &result) } == 0 ? result : nil
  }

  private static func withPath<T>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> T) -> T {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
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
      let existing = Platform.status(path)
      if let existing, existing.st_mode & S_IFMT != S_IFREG {
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
      if let existing { fchmod(descriptor, existing.st_mode & 0o7777) }
      interruption = Interruption.remove(beside)
    }

    deinit { discard() }

    func send(_ bytes: [UInt8]) -> String? { Platform.send(bytes, to: descriptor) }

    /// Puts the file in its place, or says why it cannot.
    func commit() -> String? {
      if move != nil, fsync(descriptor) != 0 { return Platform.reason }
      isOpen = false
      guard close(descriptor) == 0 else { return Platform.reason }
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

  static func exists(_ path: [UInt8]) -> Bool { status(path) != nil }

  /// Whether a name leads to something that is there and neither a file nor a folder.
  static func isDevice(_ path: [UInt8]) -> Bool {
    guard let kind = status(path).map({ $0.st_mode & S_IFMT }) else { return false }
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Where a name leads to: its folder's one true name, and the file's own name behind all links.
  static func place(of path: [UInt8]) -> [UInt8] {
    guard let target = target(of: path) else { return path }
    let folder = folder(of: target)
    let real = withPath(folder.isEmpty ? [UInt8(ascii: ".")] : folder) { realpath($0, nil) }
    guard let real else { return target }
    defer { free(real) }
    let name = target[folder.count...]
    return UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }
      + [slash] + name
  }

  /// The name behind all links, whether there is such a file or not; `nil` where they go round.
  private static func target(of path: [UInt8]) -> [UInt8]? {
    var path = path
    for _ in 0..<40 {
      guard let link = link(at: path) else { return path }
      path = link.first == slash ? link : folder(of: path) + link
    }
    return nil
  }

  /// What a link says; `nil` for anything else.
  private static func link(at path: [UInt8]) -> [UInt8]? {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = withPath(path) { readlink($0, &text, text.count) }
    return count < 0 ? nil : text[..<count].map { UInt8(bitPattern: $0) }
  }

  /// The folder in a path, with its slash.
  private static func folder(of path: [UInt8]) -> [UInt8] {
    path.lastIndex(of: slash).map { Array(path[...$0]) } ?? []
  }

  private static let slash = UInt8(ascii: "/")

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
