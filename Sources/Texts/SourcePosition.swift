/// A place in a text file, counted from 1; columns count characters as Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

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

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
