import Testing

@testable import Commands

/// Bytes of a terminal, and the keys that they are.
struct KeyReaderTests {
  /// What terminals send, with what it means.
  static let sequences: [(String, Key?)] = [
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
    ("\u{1B}[1;5C", .right), ("\u{1B}[1;2D", .left), ("\u{1B}O5C", .right), ("\u{1B}[c", .right),
    ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OH", .home),
    ("\u{1B}[7$", .home), ("\u{1B}[1;5H", .home),
    ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}OF", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[6;5~", .pageDown),
    ("\u{1B}OM", .enter), ("\r", .enter), ("\n", .enter), (" ", .space), ("\u{7F}", .backspace),
    ("\u{8}", .backspace), ("\u{4}", .endOfInput), ("q", .letter("q")), ("Q", .letter("q")),
    // Keys without a meaning, and what is none.
    ("\u{1B}[2~", nil), ("\u{1B}[3~", nil), ("\u{1B}[15~", nil), ("\u{1B}[[A", nil),
    ("\u{1B}OP", nil), ("\u{1B}x", nil), ("é", nil), ("中", nil), ("😀", nil), ("\0", nil),
    ("1", nil),
    ("\u{1B}[?1;2c", .right), ("\u{1B}[99999999999999999999999~", nil),
  ]

  @Test(arguments: sequences)
  func `a key is read wherever it was split`(_ sequence: (String, Key?)) {
    let bytes = Array(sequence.0.utf8)
    for split in 0...bytes.count {
      var reader = KeyReader()
      let keys = reader.keys(bytes[..<split]) + reader.keys(bytes[split...])
      #expect(keys == [sequence.1].compactMap(\.self), "\(sequence.0.debugDescription) at \(split)")
      #expect(!reader.isWaiting)
      // It leaves nothing behind.
      let next = reader.keys("n".utf8)
      #expect(next == [.letter("n")])
    }
  }

  @Test func `keys behind each other`() {
    var reader = KeyReader()
    let all = Self.sequences.map(\.0).joined()
    let keys = reader.keys(all.utf8)
    #expect(keys == Self.sequences.compactMap(\.1))
  }

  @Test func `an escape is a key when nothing comes behind it`() {
    var reader = KeyReader()
    func keys(_ text: String) -> [Key] { reader.keys(text.utf8) }
    func nothingCame() -> Key? { reader.nothingCame() }
    #expect(keys("\u{1B}").isEmpty)
    #expect(reader.isWaiting)
    #expect(nothingCame() == .escape)
    #expect(!reader.isWaiting)
    #expect(nothingCame() == nil)
    #expect(keys("\u{1B}\u{1B}").isEmpty)
    #expect(nothingCame() == .escape)
    // Half a key is none.
    for half in ["\u{1B}[", "\u{1B}O", "\u{1B}[1", "\u{1B}[1;", "\u{1B}[["] {
      #expect(keys(half).isEmpty)
      #expect(reader.isWaiting)
      #expect(nothingCame() == nil)
      #expect(keys("p") == [.letter("p")])
    }
    #expect(keys("\u{1B}\u{1B}[C") == [.right])
  }

  @Test(arguments: 0..<20)
  func `any bytes are borne`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var reader = KeyReader()
    for _ in 0..<1000 {
      _ = reader.keys([UInt8(truncatingIfNeeded: random.next() >> 24)])
      if random.next() % 50 == 0 { _ = reader.nothingCame() }
    }
    _ = reader.nothingCame()
    #expect(!reader.isWaiting)
    let keys = reader.keys("\u{1B}[Cq".utf8)
    #expect(keys == [.right, .letter("q")])
  }
}

/// The same random numbers each time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
