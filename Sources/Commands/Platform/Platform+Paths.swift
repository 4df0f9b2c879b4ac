// What names lead to: files, devices, links.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

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

  /// Who may do what with a file; `nil` where there is none.
  static func permissions(of path: [UInt8]) -> UInt16? {
    status(path).map { UInt16($0.st_mode & 0o7777) }
  }

  /// Whether a name leads to something that is there and no file.
  static func isOther(_ path: [UInt8]) -> Bool {
    status(path).map { $0.st_mode & S_IFMT != S_IFREG } ?? false
  }

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
  static func target(of path: [UInt8]) -> [UInt8]? {
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
  static func folder(of path: [UInt8]) -> [UInt8] {
    path.lastIndex(of: slash).map { Array(path[...$0]) } ?? []
  }

  static let slash = UInt8(ascii: "/")
}
