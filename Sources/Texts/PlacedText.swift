/// A piece of a text, with its place in the whole.
package struct PlacedText: Hashable, Sendable {
  /// What it says.
  package var text: String
  /// The byte of the whole at which it begins.
  package var offset: Int

  /// Puts a text at a byte of the whole.
  package init(_ text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  /// The text without white space at its ends.
  package var trimmed: PlacedText {
    let space = text.unicodeScalars.prefix { $0.properties.isWhitespace }
    return PlacedText(text.trimmed, at: offset + space.reduce(0) { $0 + UTF8.width($1) })
  }

  /// The text without so many of its first bytes.
  package func dropping(_ count: Int) -> PlacedText {
    PlacedText(String(Substring(text.utf8.dropFirst(count))), at: offset + count)
  }
}

extension [UInt8] {
  /// Where a file's text begins: behind a byte-order mark.
  package var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The first byte that is no part of UTF-8 text; `nil` where all are.
  package var firstNotUTF8: Int? {
    var iterator = makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}

extension SourcePosition {
  /// The position of a byte of a file; a byte-order mark takes no column.
  package init(of offset: Int, inFile bytes: [UInt8]) {
    let start = bytes.textStart
    self.init(of: Swift.max(0, offset - start), in: bytes[start...])
  }

  /// Where a file begins.
  package static let start = SourcePosition(line: 1, column: 1)
}
