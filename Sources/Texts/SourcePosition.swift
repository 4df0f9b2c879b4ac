/// A place in a text file, counted from 1; columns count characters as Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int

  /// Makes a position from a line and a column, both counted from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of a byte of a UTF-8 text, in which CR, LF and CRLF each end a line.
  package init(of offset: Int, in bytes: ArraySlice<UInt8>) {
    self = SourcePosition.positions(of: [offset], in: bytes)[0]
  }

  /// The positions of bytes in ascending order, counted from the first one of the text, by one look
  /// through it.
  package static func positions(
    of offsets: [Int], in bytes: ArraySlice<UInt8>
  ) -> [SourcePosition] {
    var place = SourcePosition(line: 1, column: 1)
    var index = bytes.startIndex
    return offsets.map { offset in
      while index < min(bytes.startIndex + offset, bytes.endIndex) {
        let byte = bytes[index]
        index += 1
        let isFirstOfCRLF = byte == 0x0D && index < bytes.endIndex && bytes[index] == 0x0A
        if (byte == 0x0A || byte == 0x0D) && !isFirstOfCRLF {
          place.line += 1
          place.column = 1
        } else if byte & 0xC0 != 0x80 && !isFirstOfCRLF {
          place.column += 1
        }
      }
      return place
    }
  }
}
