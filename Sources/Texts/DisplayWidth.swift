/// How many columns a text takes in a terminal: Chinese and other wide characters two, combining
/// marks none. Characters whose width Unicode calls ambiguous (Greek, ∂, ·, ─) count as one.
package enum DisplayWidth {
  /// The columns of a text, which are the sum over its scalars.
  package static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one scalar.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    // Latin, Greek, raised figures, arrows and operators, which need not be looked up.
    case ..<0x300, 0x370..<0x483, 0x2070..<0x20D0, 0x2190..<0x2300: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The East Asian wide and full-width ranges.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
