// What names lead to: files, devices, links.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

extension Platform.Failure {
  /// The reason that the system gives for an error's number.
  fileprivate init(code: Int32) { self.init(reason: String(cString: strerror(code))) }
}

extension Platform {
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

  static func withPath<T>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> T) -> T {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  static func exists(_ path: [UInt8]) -> Bool { status(path) != nil }

  /// The name behind all links of a file that may be written whole: one that is not there yet, or
  /// one that may be written. Someone took the right to write away for a reason, even from root.
  static func replaceable(_ path: [UInt8]) throws(Failure) -> [UInt8] {
    guard let target = target(of: path) else { throw Failure(code: ELOOP) }
    var status = stat()
    guard withPath(target, { stat($0, &status) }) == 0 else {
      // A name too long for a file is found here.
      guard errno == ENOENT else { throw Failure(code: errno) }
      return target
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(code: EISDIR) }
    guard status.st_mode & 0o222 != 0 else { throw Failure(code: EACCES) }
    guard withPath(target, { access($0, W_OK) }) == 0 else { throw Failure(code: errno) }
    return target
  }

  /// Gives a new file the owner of an old one and what others may do with it, as far as that is
  /// allowed; not the bits by which a program runs as its owner.
  static func passOn(from path: [UInt8], to descriptor: Int32) {
    guard let old = status(path) else { return }
    _ = fchown(descriptor, old.st_uid, old.st_gid)
    fchmod(descriptor, old.st_mode & 0o777)
  }

  /// Whether a name leads to something that is there and no file.
  static func isOther(_ path: [UInt8]) -> Bool {
    status(path).map { $0.st_mode & S_IFMT != S_IFREG } ?? false
  }

  /// Whether a name leads to what is written as it is: a descriptor, a device or a pipe.
  static func isDevice(_ path: [UInt8]) -> Bool {
    if descriptor(of: path) != nil { return true }
    guard let kind = status(path).map({ $0.st_mode & S_IFMT }) else { return false }
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Where a name leads to: its folder's one true name, and the file's own name behind all links.
  static func place(of path: [UInt8]) -> [UInt8] {
    guard let target = target(of: path) else { return path }
    let folder = folder(of: target)
    guard let real = realFolder(of: target) else { return target }
    return real + [slash] + target[folder.count...]
  }

  /// The descriptor that a name leads to: `/dev/stdout`, `/dev/fd/3`, or a link to such a name. To
  /// open it as a file would begin that file anew.
  static func descriptor(of path: [UInt8]) -> Int32? {
    guard let target = target(of: path), isAmongDescriptors(target) else { return nil }
    return Int32(String(decoding: target[folder(of: target).count...], as: UTF8.self))
  }

  /// The name behind all links, whether there is such a file or not; that of a descriptor is left as
  /// it is. `nil` where links go round.
  static func target(of path: [UInt8]) -> [UInt8]? {
    var path = path
    for _ in 0..<40 {
      guard let link = link(at: path), !isAmongDescriptors(path) else { return path }
      path = link.first == slash ? link : folder(of: path) + link
    }
    return nil
  }

  private static func isAmongDescriptors(_ path: [UInt8]) -> Bool {
    guard let folder = realFolder(of: path) else { return false }
    return folder == realPath(Array("/dev/fd".utf8))
  }

  /// The one true name of the folder in a path; `nil` where there is none.
  private static func realFolder(of path: [UInt8]) -> [UInt8]? {
    let folder = folder(of: path)
    return realPath(folder.isEmpty ? [UInt8(ascii: ".")] : folder)
  }

  private static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let real = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }
  }

  /// What a link says; `nil` for anything else.
  private static func link(at path: [UInt8]) -> [UInt8]? {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = withPath(path) { readlink($0, &text, text.count) }
    return count < 0 ? nil : text[..<count].map { UInt8(bitPattern: $0) }
  }

  /// The folder in a path, with its slash.
  static func folder(of path: [UInt8]) -> [UInt8] {
    path.lastIndex(of: slash).map { Array(path[...$0]) } ?? []
  }

  static let slash = UInt8(ascii: "/")
}
