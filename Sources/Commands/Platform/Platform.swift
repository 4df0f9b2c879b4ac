// What the platform does for the tool: the files of this folder alone import it.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// What the operating system is asked for.
enum Platform {
  /// Why a file could not be read.
  enum ReadFailure: Error {
    case absent
    case other(String)
  }

  /// Reads a file, or with `nil` the standard input, to its end, or just beyond a limit.
  static func contents(of path: [UInt8]?, limit: Int) throws(ReadFailure) -> [UInt8] {
    var descriptor: Int32 = 0
    if let path {
      guard !path.contains(0) else { throw .absent }
      descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw errno == ENOENT ? .absent : .other(reason) }
    }
    defer { if path != nil { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .other(reason) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Writes all bytes to a descriptor, or says why it cannot.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return reason }
        written += count
      }
      return nil
    }
  }

  /// What the last failed call complained about.
  static var reason: String { String(cString: strerror(errno)) }

  /// Makes a write beyond the file size limit fail, in place of ending the program.
  static func ignoreFileSizeSignal() { _ = signal(SIGXFSZ, SIG_IGN) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of a terminal, if it tells.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The words behind the program's name, as bytes.
  static var arguments: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { n in
      CommandLine.unsafeArgv[n].map { word in
        UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) }
      }
    }
  }

  /// Ends the process.
  static func end(with code: Int32) -> Never { exit(code) }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
