package import Derivations
package import ScalarBackprop
package import Texts

/// A derivation as a document, to be written in any of the formats.
package struct DerivationDocument {
  let derivation: Derivation
  let language: Language
  let format: NumberFormat
  /// Central differences, to stand beside the gradients; `nil` for none.
  package var gradientCheck: GradientCheck?
  /// Whether every layer's rules are also told with matrices.
  package var showsMatrices = false
  /// All samples that the network is trained on, of which something may be worth noticing.
  package var samples: [Sample] = []

  /// Makes a document in a language; the format is for numbers that were not typed.
  package init(_ derivation: Derivation, language: Language, format: NumberFormat) {
    self.derivation = derivation
    self.language = language
    self.format = format
  }

  /// Writes annotated tables for a terminal or, to be handed on, as a plain text.
  package func writeText(
    _ heading: DocumentHeading, detail: Detail, style: TerminalStyle, isForPaper: Bool = false,
    to output: TextOutput
  ) {
    var composer = composer(
      TerminalWriter(derivation, style: style, to: output), isForPaper: isForPaper)
    composer.compose(heading, detail: detail)
  }

  /// Writes only some steps for a terminal.
  package func writeText(
    only selection: StepSelection, style: TerminalStyle, to output: TextOutput
  ) {
    var composer = composer(TerminalWriter(derivation, style: style, to: output))
    composer.compose(only: selection)
  }

  /// Writes one quantity and all that it came from, for a terminal.
  package func writeText(
    originsOf quantity: Quantity, style: TerminalStyle, to output: TextOutput
  ) {
    var composer = composer(
      TerminalWriter(derivation, style: style, to: output), isForPaper: false)
    composer.compose(originsOf: quantity)
  }

  /// Writes Markdown with mathematics that renders wherever it is opened.
  ///
  /// - Parameter picture: the bytes of the name of a file beside it that holds the diagram.
  package func writeMarkdown(
    _ heading: DocumentHeading, detail: Detail, picture: [UInt8]? = nil, to output: TextOutput
  ) {
    var composer = composer(
      MarkdownWriter(
        derivation, language: language, format: format, picture: picture, to: output))
    composer.compose(heading, detail: detail)
  }

  /// Writes TeX for amsmath: a fragment, or a whole file.
  package func writeTeX(
    _ heading: DocumentHeading, detail: Detail, isStandalone: Bool, to output: TextOutput
  ) {
    var composer = composer(
      TeXWriter(
        derivation, language: language, format: format, isStandalone: isStandalone, to: output))
    composer.compose(heading, detail: detail)
  }

  /// Writes a page: one file, which needs no network and no script to be read.
  package func writeHTML(
    _ heading: DocumentHeading, detail: Detail, to output: TextOutput
  ) {
    var composer = composer(
      HTMLWriter(derivation, language: language, format: format, to: output))
    composer.compose(heading, detail: detail)
  }

  private func composer(_ writer: any DocumentWriter, isForPaper: Bool = true) -> Composer {
    var composer = Composer(
      derivation, language: language, format: format, writer: writer, isForPaper: isForPaper)
    composer.gradientCheck = gradientCheck
    composer.showsMatrices = showsMatrices
    composer.allSamples = samples
    return composer
  }
}
