package import Phrases
internal import Texts

extension Symbol {
  /// The symbol in all the ways in which documents show it: as text, in ASCII, as TeX.
  package var spellings: [String] {
    var tex = TextBuffer()
    TeXGlyphs<PortableFlavour>.symbol(self, into: &tex)
    return [text, text.inASCII, tex.text]
  }
}
