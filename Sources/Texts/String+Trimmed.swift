extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    var bytes = utf8[...]
    while let byte = bytes.first, byte.isSpace { bytes.removeFirst() }
    while let byte = bytes.last, byte.isSpace { bytes.removeLast() }
    // Most texts begin and end in ASCII, of which nothing needs to be looked up.
    if bytes.first ?? 0 < 0x80, bytes.last ?? 0 < 0x80 {
      return bytes.count == utf8.count ? self : String(Substring(bytes))
    }
    let scalars = unicodeScalars
    let isInk: (Unicode.Scalar) -> Bool = { !$0.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: isInk), let last = scalars.lastIndex(where: isInk)
    else { return "" }
    return String(scalars[first...last])
  }
}

extension UInt8 {
  /// Whether the byte is white space of ASCII.
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
