/// Writes JSON into a stream, piece by piece: brackets, commas, quotes and indentation are its own, so
/// that any amount of it takes no memory.
///
///     let json = JSONWriter(output)
///     json.object(layout: .lines) {
///       json.field("format", "backprop-trace")
///       json.array("values") { for value in values { json.item(value) } }
///     }
package final class JSONWriter {
  /// How the entries of an object or an array stand.
  package enum Layout {
    /// Behind each other.
    case line
    /// One a line, indented.
    case lines
  }

  private struct Level {
    var closing: UInt8
    var layout: Layout
    var isEmpty = true
  }

  private let output: TextOutput
  private let isForPeople: Bool
  private var levels: [Level] = []

  /// Makes a writer of one value.
  ///
  /// - Parameters:
  ///   - output: what the text goes to.
  ///   - isForPeople: whether it is JSON5 to be edited: keys without quotes, a comma after every line.
  package init(_ output: TextOutput, isForPeople: Bool = false) {
    self.output = output
    self.isForPeople = isForPeople
  }

  // MARK: Objects and arrays

  /// Writes an object, as an entry of an object where it has a key.
  package func object(_ key: String? = nil, layout: Layout = .line, _ body: () -> Void) {
    open(key, "{", "}", layout)
    body()
    close()
  }

  /// Writes an array, as an entry of an object where it has a key.
  package func array(_ key: String? = nil, layout: Layout = .line, _ body: () -> Void) {
    open(key, "[", "]", layout)
    body()
    close()
  }

  /// Begins an object that is written over time; `close` ends it.
  package func openObject(_ key: String? = nil, layout: Layout = .line) {
    open(key, "{", "}", layout)
  }

  /// Begins an array that is written over time; `close` ends it.
  package func openArray(_ key: String? = nil, layout: Layout = .line) {
    open(key, "[", "]", layout)
  }

  private func open(
    _ key: String?, _ bracket: Unicode.Scalar, _ closing: Unicode.Scalar, _ layout: Layout
  ) {
    entry(key) { $0.append(UInt8(ascii: bracket)) }
    levels.append(Level(closing: UInt8(ascii: closing), layout: layout))
  }

  /// Ends the object or array that was begun last, and the text with the first.
  package func close() {
    guard let level = levels.popLast() else { return }
    output.write { buffer in
      if level.layout == .lines, !level.isEmpty {
        if isForPeople { buffer.append(UInt8(ascii: ",")) }
        newLine(into: &buffer)
      } else if level.closing == UInt8(ascii: "}"), !level.isEmpty {
        buffer.append(UInt8(ascii: " "))
      }
      buffer.append(level.closing)
      if levels.isEmpty { buffer.append(UInt8(ascii: "\n")) }
    }
  }

  // MARK: Entries of objects

  /// Writes a text, or null.
  package func field(_ key: String, _ text: String?) {
    entry(key) { if let text { $0.append(json: text) } else { $0.append("null") } }
  }

  /// Writes a number as the shortest text that reads back to the same bits; null beyond `Double`.
  package func field(_ key: String, _ number: Double) { entry(key) { $0.append(shortest: number) } }

  /// Writes a whole number.
  package func field(_ key: String, _ count: some BinaryInteger) {
    entry(key) { $0.append(String(count)) }
  }

  /// Writes true or false.
  package func field(_ key: String, _ isTrue: Bool) { entry(key) { $0.append(String(isTrue)) } }

  /// Writes a text that something writes as it is.
  package func field(_ key: String, text body: (inout TextBuffer) -> Void) {
    entry(key) { $0.appendJSON(body) }
  }

  // MARK: Entries of arrays

  /// Writes a text.
  package func item(_ text: String) { entry(nil) { $0.append(json: text) } }

  /// Writes a number as the shortest text that reads back to the same bits; null beyond `Double`.
  package func item(_ number: Double) { entry(nil) { $0.append(shortest: number) } }

  // MARK: Layout

  private func entry(_ key: String?, _ value: (inout TextBuffer) -> Void) {
    output.write { buffer in
      separate(into: &buffer)
      if let key {
        if isForPeople { buffer.append(key) } else { buffer.append(json: key) }
        buffer.append(": ")
      }
      value(&buffer)
    }
  }

  /// Writes what stands between an entry and what is before it.
  private func separate(into buffer: inout TextBuffer) {
    guard let level = levels.last else { return }
    if !level.isEmpty { buffer.append(UInt8(ascii: ",")) }
    switch level.layout {
    case .lines: newLine(into: &buffer)
    case .line:
      if !level.isEmpty || level.closing == UInt8(ascii: "}") { buffer.append(UInt8(ascii: " ")) }
    }
    levels[levels.count - 1].isEmpty = false
  }

  private func newLine(into buffer: inout TextBuffer) {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * levels.count { buffer.append(UInt8(ascii: " ")) }
  }
}
