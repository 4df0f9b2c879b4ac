/// A key that means something.
enum Key: Hashable, Sendable {
  case left, right, up, down, home, end, pageUp, pageDown
  case space, enter, backspace, escape
  /// Ctrl-D, which ends what is typed.
  case endOfInput
  /// A letter of ASCII, in small letters.
  case letter(Character)
}

/// Makes keys of what a terminal sends, byte by byte, wherever it was split on its way; what is no key is
/// passed over.
///
/// ESC alone is a key, and also the beginning of others: whoever reads waits a moment, then says that
/// nothing more has come.
struct KeyReader {
  private enum State {
    case ground
    /// Behind ESC.
    case escape
    /// Behind ESC O.
    case single
    /// Behind ESC [; with the number so far, in which any mark begins anew.
    case sequence(first: Int?, isFirst: Bool)
    /// Behind ESC [ [, where the old console has function keys.
    case console
    /// Behind the first byte of a character that is not ASCII: so many are to come.
    case character(Int)
  }

  private var state = State.ground

  /// Whether a key may be half there.
  var isWaiting: Bool {
    switch state {
    case .escape, .single, .sequence, .console: true
    case .ground, .character: false
    }
  }

  /// The keys that are whole with these bytes.
  mutating func keys(_ bytes: some Sequence<UInt8>) -> [Key] { bytes.compactMap { key($0) } }

  /// Nothing more has come for a moment: an ESC was the key itself, half a key is none.
  mutating func nothingCame() -> Key? {
    defer { state = .ground }
    if case .escape = state { return .escape }
    return nil
  }

  private mutating func key(_ byte: UInt8) -> Key? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    switch state {
    case .ground: return plain(byte)
    case .character(let count):
      // A byte that does not belong to it ends a character.
      guard byte & 0xC0 == 0x80 else { return plain(byte) }
      state = count > 1 ? .character(count - 1) : .ground
      return nil
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .sequence(first: nil, isFirst: true)
      case UInt8(ascii: "O"): state = .single
      default: state = .ground
      }
      return nil
    case .single:
      // Numbers in between are keys held at the same time.
      if (0x30...0x3B).contains(byte) { return nil }
      state = .ground
      return byte == UInt8(ascii: "M") ? .enter : Self.cursor(byte)
    case .console:
      state = .ground
      return nil
    case .sequence(let first, let isFirst): return sequence(byte, first, isFirst)
    }
  }

  private mutating func sequence(_ byte: UInt8, _ first: Int?, _ isFirst: Bool) -> Key? {
    switch byte {
    case 0x30...0x39 where isFirst:
      // More digits than any key has are no key.
      state = .sequence(first: min(9999, (first ?? 0) * 10 + Int(byte - 0x30)), isFirst: true)
      return nil
    case UInt8(ascii: "[") where isFirst && first == nil:
      state = .console
      return nil
    case UInt8(ascii: "$") where first != nil: break
    case 0x20...0x3F:
      state = .sequence(first: first, isFirst: false)
      return nil
    default: break
    }
    state = .ground
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return Self.numbered(first ?? 0)
    default: return Self.cursor(byte)
    }
  }

  private mutating func plain(_ byte: UInt8) -> Key? {
    state = .ground
    switch byte {
    case 0x04: return .endOfInput
    case 0x08, 0x7F: return .backspace
    case 0x0A, 0x0D: return .enter
    case 0x20: return .space
    case 0x41...0x5A: return .letter(Character(Unicode.Scalar(byte + 0x20)))
    case 0x61...0x7A: return .letter(Character(Unicode.Scalar(byte)))
    case 0xC0...0xDF: state = .character(1)
    case 0xE0...0xEF: state = .character(2)
    case 0xF0...0xF7: state = .character(3)
    default: break
    }
    return nil
  }

  /// The last byte of the keys that move the cursor.
  private static func cursor(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  /// The keys that go by numbers.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }
}
