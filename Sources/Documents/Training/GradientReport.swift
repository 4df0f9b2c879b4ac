internal import Derivations
internal import Phrases
public import ScalarBackprop
public import Texts

/// Every gradient beside its central difference, as a table.
public struct GradientReport {
  let check: GradientCheck
  let network: Network
  let language: Language
  let format: NumberFormat

  /// Makes the report on a check of a network's gradients.
  public init(
    on check: GradientCheck, of network: Network, language: Language, format: NumberFormat
  ) {
    self.check = check
    self.network = network
    self.language = language
    self.format = format
  }

  /// Writes the report for a terminal.
  public func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    let symbols = Symbols(of: network, in: .documents)
    pen.paragraph(
      Phrase.gradcheckOpening(loss: format.text(check.loss))[language], .heading)
    pen.paragraph(Phrase.gradcheckReason[language], .remark)
    pen.line()
    let rows = check.rows.map { row in
      [
        symbols.id(of: row.parameter), format.text(row.analytic),
        row.best.map { format.text($0.value) } ?? "—",
        row.best.map { NumberFormat.significant(1).text($0.epsilon) } ?? "—",
        row.digits.map(String.init) ?? "—", verdict(row, symbols)[language],
      ]
    }
    let header: [Phrase] = [
      .parameter, .analyticGradient, .centralDifference, .stepSize, .digitsAgreed, .verdict,
    ]
    TerminalTable(header: header.map { $0[language] }, rows: rows, words: [0, 5]).write(with: pen)
    pen.line()
    let count = check.rows.count { $0.verdict == .agrees }
    pen.paragraph(Phrase.gradcheckEnd(count, of: check.rows.count)[language])
  }

  private func verdict(_ row: GradientCheck.Row, _ symbols: Symbols) -> Phrase {
    switch row.verdict {
    case .agrees: .gradientAgrees
    case .disagrees: .gradientDisagrees
    case .notFinite: .gradientNotFinite
    case .kink(let kink):
      .gradientKink(symbols.id(of: kink.quantity), sample: kink.sample + 1)
    }
  }
}
