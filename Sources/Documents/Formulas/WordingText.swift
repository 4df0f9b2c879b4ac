internal import Phrases
internal import Texts

// Sentences with mathematics in them, in each way of writing it.

extension Wording {
  /// Markdown, whose mathematics stands between dollar signs with a space on both sides: GitHub
  /// takes it for text otherwise, also beside Chinese punctuation.
  var inMarkdown: String {
    var text = ""
    var isAfterMath = false
    for piece in pieces {
      switch piece {
      case .words(let words):
        if isAfterMath, !words.hasPrefix(" ") { text += " " }
        text += words.inMarkdown
        isAfterMath = false
      case .math(let parts):
        if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
        text += "$\(parts.text(in: TeXGlyphs<PortableFlavour>.self))$"
        isAfterMath = true
      }
    }
    return text
  }

  /// TeX.
  var inTeX: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words.inTeX
      case .math(let parts): "$\(parts.text(in: TeXGlyphs<PlainFlavour>.self))$"
      }
    }.joined()
  }

  /// HTML with MathML.
  var inXML: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words.inXML
      case .math(let parts):
        "<math alttext=\"\(parts.text.inXML)\"><mrow>"
          + "\(parts.text(in: MathMLGlyphs.self))</mrow></math>"
      }
    }.joined()
  }
}

extension [MathPart] {
  /// The formula in one way of writing mathematics.
  func text<Glyphs: MathGlyphs>(in _: Glyphs.Type) -> String {
    var buffer = TextBuffer()
    Glyphs.formula(self, into: &buffer)
    return buffer.text
  }
}
