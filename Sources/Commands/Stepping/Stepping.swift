internal import Derivations
internal import Documents
internal import Phrases
internal import Texts

/// Goes through a derivation in a terminal, step by step, as keys say.
struct Stepping {
  var screen: StepScreen
  let style: TerminalStyle
  /// Columns that were asked for; `nil` for those of the terminal.
  let width: Int?
  private var reader = KeyReader()

  /// How long an ESC waits for the rest of a key.
  private static let patience = 50

  init(_ screen: StepScreen, style: TerminalStyle, width: Int?) {
    self.screen = screen
    self.style = style
    self.width = width
  }

  /// Shows step after step until a key or the end of the input ends it; says why nothing can be shown any
  /// more.
  mutating func run(in terminal: borrowing RawTerminal) -> String? {
    while true {
      if let failure = terminal.show(frame(terminal.size)) { return failure }
      var isChanged = false
      while !isChanged {
        switch terminal.wait(atMost: reader.isWaiting ? Self.patience : nil) {
        case .ended: return nil
        case .redraw: isChanged = true
        case .nothing:
          guard let key = reader.nothingCame() else { continue }
          if !take(key) { return nil }
        case .bytes(let bytes):
          for key in reader.keys(bytes) where !take(key) { return nil }
          isChanged = true
        }
      }
    }
  }

  /// The lines of the window, and how wide it is.
  private func frame(_ size: (columns: Int, rows: Int)) -> [UInt8] {
    var style = style
    style.width = min(width ?? size.columns, size.columns)
    return Self.frame(screen.lines(style, height: size.rows), columns: size.columns)
  }

  /// What draws lines over those of before, without a moment in which the window is empty.
  static func frame(_ lines: [String], columns: Int) -> [UInt8] {
    var text = "\u{1B}[H"
    for (n, line) in lines.enumerated() {
      if n > 0 { text += "\r\n" }
      text += line
      // Behind a line as wide as the window the cursor stands on its last character.
      guard line.columns < columns else { continue }
      text += n == lines.count - 1 ? "\u{1B}[J" : "\u{1B}[K"
    }
    return Array(text.utf8)
  }

  /// Does what a key says; whether it goes on then.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .right, .space, .enter, .letter("l"), .letter("n"): screen.goOn()
    case .left, .backspace, .letter("p"): screen.goBack()
    case .down, .pageDown: screen.goToPart(isOnward: true)
    case .up, .pageUp: screen.goToPart(isOnward: false)
    case .home: screen.goToStart()
    case .end: screen.goToEnd()
    case .letter("h"): screen.toggleHiding()
    case .escape, .endOfInput, .letter("q"): return false
    case .letter: break
    }
    return true
  }
}
