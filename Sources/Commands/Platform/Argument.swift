internal import Texts

/// A word of the command line as the system gave it: bytes, so that any file can be named.
package struct Argument: Hashable, Sendable {
  /// The bytes as given, which need not be UTF-8.
  package let bytes: [UInt8]
  /// The bytes as text; what is not UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes an argument of a text, as its UTF-8 bytes.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// Makes an argument of bytes of any kind.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The ending of the file that it names, in small letters; `nil` where it has none.
  var ending: String? {
    guard let base = text.split(separator: "/").last else { return nil }
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return nil }
    return base[base.index(after: dot)...].lowercased()
  }
}
