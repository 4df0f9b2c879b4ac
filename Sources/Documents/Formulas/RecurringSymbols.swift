internal import Derivations
internal import ScalarBackprop
internal import Texts

/// The symbols that a large layer's formulas name again and again, in one way of writing: what the
/// nodes put out, and their δ. Each is put together once and then copied.
final class RecurringSymbols<Glyphs: MathGlyphs> {
  private let symbols: Symbols
  private let nodeCount: Int
  /// Empty where a symbol was not asked for yet.
  private var texts: [[UInt8]]

  init(_ symbols: Symbols) {
    self.symbols = symbols
    nodeCount = symbols.topology.outputs.upperBound
    texts = Array(repeating: [], count: 3 * nodeCount)
  }

  /// Writes a symbol if it is one of these, all of which are letters and need no brackets.
  func write(_ quantity: Quantity, into buffer: inout TextBuffer) -> Bool {
    guard let place = place(of: quantity) else { return false }
    if texts[place].isEmpty {
      var text = TextBuffer()
      Glyphs.symbol(symbols.symbol(for: quantity), into: &text)
      texts[place] = text.bytes
    }
    buffer.bytes += texts[place]
    return true
  }

  private func place(of quantity: Quantity) -> Int? {
    switch quantity {
    case .output(let j, .before): j
    case .output(let j, .after): nodeCount + j
    case .delta(let j): 2 * nodeCount + j
    default: nil
    }
  }
}
