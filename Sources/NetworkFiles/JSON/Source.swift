internal import Phrases
internal import Texts

/// The text of a file, and errors at places of it.
struct Source {
  let bytes: [UInt8]

  /// Takes UTF-8 text, or says where it is none. A byte-order mark is passed over.
  init(_ bytes: [UInt8]) throws(SourceError) {
    self.bytes = bytes
    guard bytes.count <= Limits.fileSize else {
      throw SourceError(position: nil, phrase: .tooLarge(Limits.fileSize))
    }
    if let offset = bytes.firstNotUTF8 { throw error(at: offset, .notUTF8) }
  }

  /// The first byte behind a byte-order mark.
  var start: Int { bytes.textStart }

  func error(at offset: Int, _ phrase: Phrase) -> SourceError {
    SourceError(position: position(of: offset), phrase: phrase)
  }

  /// The line and column of a byte; a byte-order mark takes no column.
  func position(of offset: Int) -> SourcePosition { positions(of: [offset])[0] }

  /// Those of bytes in ascending order.
  func positions(of offsets: [Int]) -> [SourcePosition] {
    SourcePosition.positions(of: offsets.map { max(0, $0 - start) }, in: bytes[start...])
  }
}
