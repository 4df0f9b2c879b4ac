// Lines that someone types, one after the other.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// The lines of standard input, each handed out as soon as it is there.
final class LineInput {
  /// What comes next.
  enum Line: Hashable {
    /// A line without its end; what is not UTF-8 is replaced.
    case text(String)
    /// A line of more bytes than anyone types.
    case tooLong
    case end
    /// A signal asked the program to end.
    case interrupted
  }

  /// Bytes of the longest line.
  static let longest = 4_000

  /// Whether the last line was typed while it was waited for, so that it stands where it was asked for;
  /// else it was there already, as what is pasted is.
  private(set) var hasWaited = false
  private var bytes: [UInt8]
  private var start = 0
  /// Whether nothing comes behind the bytes that are there.
  private var isComplete: Bool

  /// Takes the lines of some bytes; with `nil` those of the process's own standard input.
  init(_ bytes: [UInt8]?) {
    self.bytes = bytes ?? []
    isComplete = bytes != nil
  }

  /// Waits for the next line.
  func next() -> Line {
    hasWaited = false
    var looked = start
    while true {
      if let end = bytes[looked...].firstIndex(of: UInt8(ascii: "\n")) { return line(upTo: end) }
      looked = bytes.endIndex
      if isComplete { return looked > start ? line(upTo: looked) : .end }
      // Of a line that does not end only so much is kept that it is known to be too long.
      if looked - start > 2 * LineInput.longest {
        bytes.removeSubrange((start + LineInput.longest + 1)..<looked)
        looked = bytes.endIndex
      }
      if !wait() { return .interrupted }
      read()
    }
  }

  private func line(upTo end: Int) -> Line {
    var line = bytes[start..<end]
    start = min(end + 1, bytes.endIndex)
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard line.count <= LineInput.longest else { return .tooLong }
    let text = String(decoding: line, as: UTF8.self)
    if start == bytes.endIndex {
      bytes.removeAll(keepingCapacity: true)
      start = 0
    }
    return .text(text)
  }

  /// Waits until there is something to be read; not once a signal has come.
  private func wait() -> Bool {
    while !Platform.isInterrupted {
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      // A signal just before this would else be noticed with the next line only.
      if poll(&input, 1, hasWaited ? 100 : 0) > 0 { return true }
      hasWaited = true
    }
    return false
  }

  private func read() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = chunk.withUnsafeMutableBytes { Platform.take(into: $0) }
    if count <= 0 { isComplete = true } else { bytes += chunk[..<count] }
  }
}

extension Platform {
  /// Reads what is there of standard input; 0 at its end.
  fileprivate static func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(0, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
