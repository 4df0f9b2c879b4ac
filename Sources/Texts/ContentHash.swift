/// SHA-256 (FIPS 180-4), by which a page names the one script and the one style it allows.
package enum ContentHash {
  /// The hash of a text's UTF-8 bytes in base 64, as a content-security policy writes it.
  package static func sha256(_ text: String) -> String { base64(digest(Array(text.utf8))) }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var state = initial
    let bytes = padded(message)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      mix(schedule(bytes[start..<start + 64]), into: &state)
    }
    return state.flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// The message, a 1, as many zeros as fill the last block, and the length in bits.
  private static func padded(_ message: [UInt8]) -> [UInt8] {
    let length = UInt64(message.count) * 8
    let zeros = (119 - message.count % 64) % 64
    return message + [0x80] + [UInt8](repeating: 0, count: zeros)
      + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: length >> $0) }
  }

  private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt32] {
    let bytes = Array(block)
    var w = (0..<16).map { n in
      bytes[4 * n..<4 * n + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for n in 16..<64 {
      let (a, b) = (w[n - 15], w[n - 2])
      let s0 = rotated(a, 7) ^ rotated(a, 18) ^ a >> 3
      let s1 = rotated(b, 17) ^ rotated(b, 19) ^ b >> 10
      w.append(w[n - 16] &+ s0 &+ w[n - 7] &+ s1)
    }
    return w
  }

  private static func mix(_ w: [UInt32], into state: inout [UInt32]) {
    var v = state
    for n in 0..<64 {
      let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let first = v[7] &+ s1 &+ choice &+ constants[n] &+ w[n]
      let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
      v = [first &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for n in state.indices { state[n] &+= v[n] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let primes = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
  /// The first 32 bits of the fractions of the square roots of the first 8 primes.
  private static let initial = primes.prefix(8).map { fraction(power: 2, of: $0) }
  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants = primes.prefix(64).map { fraction(power: 3, of: $0) }

  /// The first 32 bits behind the point of a root, by bisection on whole numbers.
  private static func fraction(power: Int, of number: Int) -> UInt32 {
    let target = UInt128(number) << (32 * UInt128(power))
    var (low, high): (UInt128, UInt128) = (0, 1 << 37)
    while high - low > 1 {
      let middle = (low + high) / 2
      let raised = (1..<power).reduce(middle) { product, _ in product * middle }
      if raised <= target { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for n in 0..<4 {
        text.append(n <= group.count ? alphabet[bits >> (18 - 6 * n) & 63] : "=")
      }
    }
    return text
  }
}
