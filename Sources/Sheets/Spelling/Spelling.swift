internal import Texts

/// One spelling for what people write in many: full width, subscripts, typographic signs, TeX.
///
/// Names and numbers of what comes out are ASCII and Greek letters; `_` and `^` stand before what is
/// below and above a letter, `→` between old and new, `≈` before what is rounded.
enum Spelling {
  /// A line in the one spelling.
  static func plain(_ line: String) -> String {
    // Most lines are ASCII, and most of those have nothing to respell.
    let isPlain = line.utf8.allSatisfy { $0 < 0x80 && !special.contains($0) }
    guard !isPlain else { return line }
    let line = withoutDisplay(line)
    return joined(withoutCommands(respelt(line)))
  }

  /// A line without the brackets of a formula on lines of its own.
  private static func withoutDisplay(_ line: String) -> String {
    var text = line.trimmed
    if text.hasPrefix("\\[") { text = String(text.dropFirst(2)) }
    if text.hasSuffix("\\]") { text = String(text.dropLast(2)) }
    return text.utf8.count == line.trimmed.utf8.count ? line : text
  }

  private static let special = Set("$\\`*{}&:-<=~".utf8)

  /// Character by character.
  private static func respelt(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var mark: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if let digit = below[scalar] {
        if mark != "_" { result.append("_") }
        mark = "_"
        result.append(digit)
      } else if let digit = above[scalar] {
        if mark != "^" { result.append("^") }
        mark = "^"
        result.append(digit)
      } else {
        mark = nil
        append(scalar, to: &result)
      }
    }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if let other = others[scalar] {
      result.append(contentsOf: other.unicodeScalars)
    } else if ("\u{FF01}"..."\u{FF5E}").contains(scalar),
      let ascii = Unicode.Scalar(scalar.value - 0xFF01 + 0x21)
    {
      result.append(ascii)
    } else {
      result.append(scalar)
    }
  }

  /// Subscripts, and the digit or letter that each is.
  private static let below = table("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚₜₓᵤᵥ", "0123456789+-aehijklmnoptxuv")
  /// Superscripts likewise.
  private static let above = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", "0123456789+-()n")

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }

  private static let others: [Unicode.Scalar: String] = [
    "，": ", ", "、": ", ", "；": "; ", "。": ". ", "：": ":", "（": "(", "）": ")", "【": "[",
    "】": "]", "−": "-", "–": "-", "—": "-", "‐": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*",
    "∗": "*", "÷": "/", "′": "'", "’": "'", "ˈ": "'", "≐": "≈", "≃": "≈", "≅": "≈", "～": "≈",
    "⟶": "→", "⇒": "→", "➔": "→", "⟵": "←", "\u{A0}": " ", "\u{3000}": " ", "\u{200B}": "",
    "\u{2009}": " ", "\u{202F}": " ", "µ": "μ", "∆": "Δ", "𝛿": "δ", "𝜎": "σ", "✓": "", "✔": "",
    "✗": "", "☑": "",
  ]

  // MARK: TeX

  /// What TeX says of letters, and its names for signs.
  private static func withoutCommands(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var line = line
    for (command, text) in spelledOut {
      if line.holds(command) { line = line.replacing(command, with: text) }
    }
    line = fractions(line)
    for (command, text) in commands {
      if line.holds(command) { line = line.replacing(command, with: text) }
    }
    return line
  }

  private static let spelledOut = [
    ("\\hat{y}", "ŷ"), ("\\hat y", "ŷ"), ("\\dfrac", "\\frac"), ("\\tfrac", "\\frac"),
    ("\\leftarrow", "←"), ("\\Leftarrow", "←"), ("\\rightarrow", "→"), ("\\Rightarrow", "→"),
    ("\\leftrightarrow", "→"), ("\\left", ""), ("\\right", ""), ("\\partial", "∂"),
    ("\\nabla", "∇"),
    ("\\paragraph{", ""), ("\\subsection*{", ""), ("\\section*{", ""), ("\\nonumber", ""),
    ("\\displaystyle", ""), ("\\operatorname", ""), ("\\mathit", ""),
    ("\\textbf", ""), ("\\mathsf", ""), ("\\bar", ""), ("\\vec", ""), ("\\tilde", ""),
    ("\\hat", ""),
    ("\\ldots", "…"), ("\\dots", "…"), ("\\cdots", "…"), ("\\ast", "*"), ("\\%", "%"),
    ("\\bigl", ""), ("\\bigr", ""), ("\\big", ""), ("\\Big", ""),
  ]

  /// \frac{a}{b} as (a)/(b), of derivatives ∂a/∂b.
  private static func fractions(_ line: String) -> String {
    var line = line
    for _ in 0..<8 {
      guard let start = line.firstPlace(of: "\\frac{") else { return line }
      guard let top = group(in: line, at: line.index(start, offsetBy: 6)),
        line[top.end...].hasPrefix("{"),
        let bottom = group(in: line, at: line.index(after: top.end))
      else { return line }
      let isDerivative = top.text.trimmed.hasPrefix("∂") || top.text.trimmed.hasPrefix("d ")
      let text =
        isDerivative ? "\(top.text)/\(bottom.text)" : "(\(top.text))/(\(bottom.text))"
      line = line[..<start] + text + line[bottom.end...]
    }
    return line
  }

  /// The text up to the brace that closes it, and the place behind that.
  private static func group(
    in line: String, at start: String.Index
  ) -> (text: String, end: String.Index)? {
    var depth = 1
    var place = start
    while place < line.endIndex {
      if line[place] == "{" { depth += 1 }
      if line[place] == "}" { depth -= 1 }
      if depth == 0 { return (String(line[start..<place]), line.index(after: place)) }
      place = line.index(after: place)
    }
    return nil
  }

  private static let commands = [
    ("\\quad", ";"), ("\\qquad", ";"), ("\\approx", "≈"), ("\\to", "→"), ("\\rightarrow", "→"),
    ("\\Rightarrow", "→"), ("\\leftarrow", "←"), ("\\times", "*"), ("\\cdot", "*"),
    ("\\delta", "δ"), ("\\Delta", "Δ"), ("\\sigma", "σ"), ("\\eta", "η"), ("\\theta", "θ"),
    ("\\alpha", "α"), ("\\beta", "β"), ("\\gamma", "γ"), ("\\mathbf", ""), ("\\boldsymbol", ""),
    ("\\mathcal", ""), ("\\mathrm", ""), ("\\text", ""), ("\\prime", "'"), ("\\,", " "),
    ("\\;", " "), ("\\!", ""), ("\\(", ""), ("\\)", ""), ("\\ ", " "),
  ]

  // MARK: Signs of several characters

  private static func joined(_ line: String) -> String {
    var line = line
    for (part, other) in signs { if line.holds(part) { line = line.replacing(part, with: other) } }
    return line.contains("&") && !line.contains("\\begin{") && !line.contains("\\end{")
      ? withoutColumns(line) : line
  }

  /// A line of an aligned formula: a column ends at `&`, but before a sign that says nothing.
  private static func withoutColumns(_ line: String) -> String {
    guard line.contains(where: { "=≈←→".contains($0) }) else { return line }
    var result = ""
    let characters = Array(line)
    for (n, character) in characters.enumerated() {
      guard character == "&" else {
        result.append(character)
        continue
      }
      let next = characters[(n + 1)...].first { !$0.isWhitespace }
      let last = result.last { !$0.isWhitespace }
      let isBesideSign =
        next.map { "=≈←→".contains($0) } ?? true || last.map { "=≈←→".contains($0) } ?? true
      if !isBesideSign { result.append(";") }
    }
    return result
  }

  private static let signs = [
    ("{,}", ","), ("**", ""), ("`", ""), ("$", ""), ("&=", "="), (":=", "="), ("-->", "→"),
    ("==>", "→"), ("->", "→"),
    ("=>", "→"),
    ("<-", "←"), ("~=", "≈"), ("==", "="),
  ]
}
