internal import Phrases
internal import Texts

// The line at the foot of the window.

extension StepScreen {
  /// The keys, as many as there is room for: the last of them first gives way, but not the one that ends.
  func keyLine(_ style: TerminalStyle) -> String {
    var keys: [(key: String, Phrase)] = [
      ("q", .keyQuit), hidesResult ? ("→", .keyReveal) : ("← →", .keysStep),
      ("h", isHiding ? .keyShow : .keyHide), ("↑ ↓", .keysPart), ("Home End", .keysEnds),
    ]
    if hidesResult { keys.insert(("←", .keyBack), at: 2) }
    func text(_ key: (key: String, Phrase)) -> String {
      let key = "\(key.key) \(key.1[style.language])"
      return style.isASCII ? key.inASCII : key
    }
    while keys.count > 1,
      keys.map({ DisplayWidth.columns(of: text($0)) + 3 }).reduce(-2, +) > style.width
    {
      keys.removeLast()
    }
    // In the order in which they are used; what ends comes last.
    let order = ["←", "→", "← →", "↑ ↓", "Home End", "h", "q"]
    let line = order.flatMap { name in keys.filter { $0.key == name } }.map(text)
      .joined(separator: "   ")
    return TerminalPen(style: style, output: TextOutput { _ in nil }).inked(" " + line, .remark)
  }
}
