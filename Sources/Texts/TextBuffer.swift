/// Text being put together as UTF-8 bytes.
public struct TextBuffer: Sendable {
  /// What has been written, as UTF-8.
  public var bytes: [UInt8] = []

  /// Makes an empty buffer.
  public init() {}

  /// Writes one byte, which may be part of a character.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Writes three texts behind each other: a mark, what it holds, and the closing mark.
  public mutating func append(_ a: String, _ b: String, _ c: String = "") {
    append(a)
    append(b)
    append(c)
  }

  /// Writes a text as it is.
  public mutating func append(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable {
      bytes.append(contentsOf: $0)
    }
    if isWritten == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Writes what another buffer holds.
  public mutating func append(_ other: TextBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Empties the buffer, whose memory is kept for what comes next.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// The bytes as text; what is not UTF-8 is replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Where results go: a buffer that is handed on whenever it is full, so that a document of any
/// length takes no more memory than this.
public final class TextOutput {
  /// What is not handed on yet.
  public private(set) var buffer = TextBuffer()
  /// Why nothing more can be written, once that is so.
  public private(set) var failure: String?
  private let sink: ([UInt8]) -> String?

  /// Makes an output that hands on what is written.
  ///
  /// - Parameter sink: takes the bytes, or says why it cannot.
  public init(sink: @escaping ([UInt8]) -> String?) {
    self.sink = sink
    buffer.bytes.reserveCapacity(TextOutput.capacity + 4096)
  }

  private static let capacity = 1 << 16

  /// Writes a text, and hands on the buffer where that fills it.
  public func write(_ text: String) {
    buffer.append(text)
    handOnIfFull()
  }

  /// Writes what a buffer holds, and hands on where that fills this one.
  public func write(_ text: TextBuffer) {
    buffer.append(text)
    handOnIfFull()
  }

  /// Lets something write straight into the buffer.
  public func write(with body: (inout TextBuffer) -> Void) {
    body(&buffer)
    handOnIfFull()
  }

  private func handOnIfFull() {
    if buffer.bytes.count >= TextOutput.capacity { flush() }
  }

  /// Hands on what is left.
  public func flush() {
    if failure == nil, !buffer.bytes.isEmpty { failure = sink(buffer.bytes) }
    buffer.removeAll()
  }
}
