/// A place in a text file, counted from 1; columns count characters as Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int

  /// Makes a position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of a byte of a UTF-8 text, in which CR, LF and CRLF each end a line.
  public init(of offset: Int, in bytes: [UInt8]) {
    self.init(line: 1, column: 1)
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      let isFirstOfCRLF = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if (byte == 0x0A || byte == 0x0D) && !isFirstOfCRLF {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 && !isFirstOfCRLF {
        column += 1
      }
    }
  }

  /// Whether one place stands before another in the same text.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
