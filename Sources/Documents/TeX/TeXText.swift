internal import Texts

extension String {
  /// The text as TeX that shows it as it is, Greek letters and signs as mathematics, so that
  /// pdfLaTeX knows them too.
  var inTeX: String {
    var result = ""
    for scalar in visible.unicodeScalars {
      if let spelling = TeXText.spellings[scalar] {
        result += spelling
      } else if let macro = TeXMacros.letters[String(scalar)] {
        result += "$\(macro)$"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether the text has characters that need a Chinese font.
  var hasWideCharacters: Bool { unicodeScalars.contains { DisplayWidth.columns(of: $0) == 2 } }
}

/// How characters are written in TeX text.
enum TeXText {
  static let spellings: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "_": "\\_", "%": "\\%", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\symbol{34}",
    "—": "---", "–": "--", "…": "\\dots{}",
    "Δ": "$\\Delta$", "Σ": "$\\sum$", "∂": "$\\partial$", "→": "$\\rightarrow$",
    "−": "$-$", "·": "$\\cdot$", "½": "$\\tfrac{1}{2}$", "²": "$^{2}$",
    "⁻": "$^{-}$", "⁺": "$^{+}$", "′": "$'$", "≤": "$\\le$", "≥": "$\\ge$", "±": "$\\pm$",
    "∞": "$\\infty$", "√": "$\\surd$",
    "₀": "$_{0}$", "₁": "$_{1}$", "₂": "$_{2}$", "₃": "$_{3}$", "₄": "$_{4}$", "₅": "$_{5}$",
    "₆": "$_{6}$", "₇": "$_{7}$", "₈": "$_{8}$", "₉": "$_{9}$",
  ]
}
