internal import Phrases
package import Texts

/// How a report looks in a terminal.
package struct TerminalStyle: Sendable {
  /// Columns of the window.
  package var width: Int
  /// Whether roles of text are told apart by ANSI colours too.
  package var isColored: Bool
  /// Whether only ASCII may be used for symbols and lines.
  package var isASCII: Bool
  /// The language of headings, names and reasons.
  package var language: Language
  /// How many digits are shown of numbers that were not typed.
  package var format: NumberFormat

  /// Makes a style for a window of so many columns.
  package init(
    width: Int, isColored: Bool, isASCII: Bool, language: Language, format: NumberFormat
  ) {
    self.width = width
    self.isColored = isColored
    self.isASCII = isASCII
    self.language = language
    self.format = format
  }
}

/// The role of a text. Colour may stress it but never carries meaning alone.
enum Ink: String {
  case plain = ""
  case heading = "1"
  case symbol = "36"
  case result = "32"
  case remark = "2"
  /// What is looked at now; it stands in brackets, too.
  case current = "7"
  /// What is to be done again.
  case mistake = "31"
}

/// Writes lines in a style: spelt in ASCII where asked, coloured where wanted.
struct TerminalPen {
  let style: TerminalStyle
  let output: TextOutput

  /// The text as it will be written, to be measured.
  func spelt(_ text: String) -> String { style.isASCII ? text.inASCII : text }

  func columns(of text: String) -> Int { DisplayWidth.columns(of: spelt(text)) }

  func write(_ text: String, _ ink: Ink = .plain) {
    output.write(inked(text, ink))
  }

  /// The text as it is written.
  func inked(_ text: String, _ ink: Ink) -> String {
    let text = spelt(text)
    guard style.isColored, ink != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }

  func line(_ text: String = "", _ ink: Ink = .plain) {
    write(text, ink)
    output.write("\n")
  }

  func pad(_ count: Int) {
    if count > 0 { output.write(String(repeating: " ", count: count)) }
  }

  /// A paragraph, broken between words (in Chinese between characters) to the width.
  func paragraph(_ text: String, indent: Int = 0, _ ink: Ink = .plain) {
    for line in spelt(text).lines(ofWidth: max(20, style.width - indent)) {
      pad(indent)
      self.line(line, ink)
    }
  }

  /// A paragraph with a mark before it, and its lines below each other.
  func item(_ text: String) {
    // What a symbol is equal to stays on its line.
    let whole = spelt(text).split(separator: " = ", omittingEmptySubsequences: false)
      .joined(separator: "\u{A0}=\u{A0}")
    let lines = whole.lines(ofWidth: max(20, style.width - 3))
    for (n, text) in lines.enumerated() {
      write(n == 0 ? " • " : "   ")
      line(text)
    }
  }

  /// A paragraph behind a heading on the same line.
  func paragraph(_ text: String, after heading: String, _ ink: Ink = .remark) {
    let stop = Phrase.fullStop.followed(by: Phrase("", ""))[style.language]
    let head = spelt(heading) + (text.isEmpty ? "" : stop)
    let lines = (head + spelt(text)).lines(ofWidth: max(20, style.width))
    guard let first = lines.first, first.hasPrefix(head.trimmed) else {
      for text in lines { line(text, .heading) }
      return
    }
    write(head.trimmed, .heading)
    line(String(first.dropFirst(head.trimmed.count)), ink)
    for rest in lines.dropFirst() { line(rest, ink) }
  }

  /// Items of a list, each of which stays on one line.
  func list(_ items: [String]) -> String {
    items.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) }
      .joined(separator: Phrase.listSeparator[style.language])
  }
}
