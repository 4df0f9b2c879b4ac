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
      [symbols.id(of: row.parameter)] + row.cells(symbols, format, language)
    }
    TerminalTable(header: GradientCheck.header(language), rows: rows, words: [0, 5])
      .write(with: pen)
    pen.line()
    pen.paragraph(check.ending[language])
  }
}

extension GradientCheck {
  /// The names of a table's columns.
  static func header(_ language: Language) -> [String] {
    let names: [Phrase] = [
      .parameter, .analyticGradient, .centralDifference, .stepSize, .digitsAgreed, .verdict,
    ]
    return names.map { $0[language] }
  }

  /// How many gradients agree.
  var ending: Phrase { .gradcheckEnd(rows.count { $0.verdict == .agrees }, of: rows.count) }
}

extension GradientCheck.Row {
  /// What a table says of a parameter behind its name; a threshold's derivatives are those of its
  /// bias with the sign turned.
  func cells(_ symbols: Symbols, _ format: NumberFormat, _ language: Language) -> [String] {
    let isTurned = symbols.notation.convention.subtractsThresholds && parameter.part == .bias
    func text(_ value: Double) -> String { format.text(isTurned ? 0 - value : value) }
    return [
      text(analytic), best.map { text($0.value) } ?? "—",
      best.map { NumberFormat.significant(1).text($0.epsilon) } ?? "—",
      digits.map(String.init) ?? "—", phrase(symbols)[language],
    ]
  }

  private func phrase(_ symbols: Symbols) -> Phrase {
    switch verdict {
    case .agrees: .gradientAgrees
    case .disagrees: .gradientDisagrees
    case .notFinite: .gradientNotFinite
    case .kink(let kink):
      .gradientKink(symbols.id(of: kink.quantity), sample: kink.sample + 1)
    }
  }
}
