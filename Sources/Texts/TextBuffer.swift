/// Text being put together as UTF-8 bytes.
package struct TextBuffer: Sendable {
  /// What has been written, as UTF-8.
  package var bytes: [UInt8] = []

  /// Makes an empty buffer.
  package init() {}

  /// Writes one byte, which may be part of a character.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Writes three texts behind each other: a mark, what it holds, and the closing mark.
  package mutating func append(_ a: String, _ b: String, _ c: String = "") {
    append(a)
    append(b)
    append(c)
  }

  /// Writes a text as it is.
  package mutating func append(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable {
      bytes.append(contentsOf: $0)
    }
    if isWritten == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Writes what another buffer holds.
  package mutating func append(_ other: TextBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Empties the buffer, whose memory is kept for what comes next.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// The bytes as text; what is not UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Where results go: a buffer that is handed on whenever it is full, so that a document of any
/// length takes no more memory than this.
package final class TextOutput {
  /// What is not handed on yet.
  package private(set) var buffer = TextBuffer()
  /// Why nothing more can be written, once that is so.
  package private(set) var failure: String?
  private let sink: ([UInt8]) -> String?

  /// Makes an output that hands on what is written.
  ///
  /// - Parameter sink: takes the bytes, or says why it cannot.
  package init(sink: @escaping ([UInt8]) -> String?) {
    self.sink = sink
    buffer.bytes.reserveCapacity(TextOutput.capacity + 4096)
  }

  private static let capacity = 1 << 16

  /// Writes a text, and hands on the buffer where that fills it.
  package func write(_ text: String) {
    buffer.append(text)
    handOnIfFull()
  }

  /// Writes what a buffer holds, and hands on where that fills this one.
  package func write(_ text: TextBuffer) {
    buffer.append(text)
    handOnIfFull()
  }

  /// Lets something write straight into the buffer.
  package func write(with body: (inout TextBuffer) -> Void) {
    body(&buffer)
    handOnIfFull()
  }

  private func handOnIfFull() {
    if buffer.bytes.count >= TextOutput.capacity { flush() }
  }

  /// Hands on what is left.
  package func flush() {
    if failure == nil, !buffer.bytes.isEmpty { failure = sink(buffer.bytes) }
    buffer.removeAll()
  }
}
