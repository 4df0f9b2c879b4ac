package import Derivations
internal import Phrases
package import ScalarBackprop
package import Texts

/// Every gradient beside its central difference, as a table.
package struct GradientReport {
  let check: GradientCheck
  let batch: (count: Int, loss: BatchLoss)
  let symbols: Symbols
  let language: Language
  let format: NumberFormat

  /// Makes the report on a check of a network's gradients; under thresholds, with their signs.
  ///
  /// - Parameter batch: how many samples it was made on, and what their loss is together.
  package init(
    on check: GradientCheck, of network: Network, batch: (count: Int, loss: BatchLoss),
    in notation: Notation, language: Language, format: NumberFormat
  ) {
    self.check = check
    self.batch = batch
    symbols = Symbols(of: network, in: notation, isBatch: batch.count > 1)
    self.language = language
    self.format = format
  }

  /// Writes the report for a terminal.
  package func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    pen.paragraph(
      Phrase.gradcheckOpening(
        symbols.loss, loss: format.text(check.loss), samples: batch.count,
        isMean: batch.loss == .mean)[language], .heading)
    pen.paragraph(GradientCheck.reason(symbols)[language], .remark)
    pen.line()
    let rows = check.rows.map { row in
      [symbols.id(of: row.parameter)] + row.cells(symbols, format, language)
    }
    TerminalTable(
      header: GradientCheck.header(language), rows: rows, words: GradientCheck.words
    ).write(with: pen)
    pen.line()
    pen.paragraph(check.ending[language])
    for phrase in check.kinks(symbols, { symbols.id(of: $0) }) { pen.item(phrase[language]) }
  }
}

extension GradientCheck {
  private static let epsilon = Symbol.letter("ε")

  /// What the columns are, in the letters of a notation.
  static func reason(_ symbols: Symbols) -> Phrase {
    .gradcheckReason(
      loss: symbols.loss, weight: .letter(symbols.notation.weight.output), epsilon: epsilon)
  }

  /// The names of a table's columns.
  static func header(_ language: Language) -> [String] {
    let names: [Phrase] = [
      .parameter, .analyticGradient, .centralDifference, .digitsAtEpsilons(epsilon), .verdict,
    ]
    return names.map { $0[language] }
  }

  /// The columns that are no numbers.
  static let words: Set<Int> = [0, 3, 4]

  /// How many gradients agree, and how many could not be looked at.
  var ending: Phrase {
    let skipped = rows.count { if case .kink = $0.verdict { true } else { false } }
    return .gradcheckEnd(
      rows.count { $0.verdict == .agrees }, of: rows.count, skipped: skipped)
  }

  /// The kinks for which parameters were skipped, each with the parameters' names.
  func kinks(_ symbols: Symbols, _ name: (Parameter) -> String) -> [Phrase] {
    var order: [Kink] = []
    var names: [Kink: [String]] = [:]
    for row in rows {
      guard case .kink(let kink) = row.verdict else { continue }
      if names[kink] == nil { order.append(kink) }
      names[kink, default: []].append(name(row.parameter))
    }
    return order.map {
      .gradientKink(
        symbols.id(of: $0.quantity), sample: $0.sample + 1, skipped: names[$0] ?? [])
    }
  }
}

extension GradientCheck.Row {
  /// What a table says of a parameter behind its name; a threshold's derivatives are those of its
  /// bias with the sign turned.
  func cells(_ symbols: Symbols, _ format: NumberFormat, _ language: Language) -> [String] {
    let gradient = Quantity.parameter(.gradient, parameter)
    func text(_ value: Double) -> String {
      format.text(symbols.notation.convention.told(value, as: gradient))
    }
    return [
      text(analytic), best.map { text($0.value) } ?? "—", digits, word[language],
    ]
  }

  /// How many digits agree at each step size, from the largest to the smallest.
  private var digits: String {
    let texts = differences.map { difference in
      digits(at: difference).map(String.init) ?? (difference.kink == nil ? "∞" : "k")
    }
    return texts.map { String(repeating: " ", count: 2 - min(2, $0.count)) + $0 }
      .joined(separator: " ")
  }

  private var word: Phrase {
    switch verdict {
    case .agrees:
      if let best, !GradientCheck.epsilons.contains(best.epsilon) {
        .gradientAgreesAt(NumberFormat.significant(1).roundedText(best.epsilon))
      } else {
        .gradientAgrees
      }
    case .disagrees: .gradientDisagrees
    case .notFinite: .gradientNotFinite
    case .kink: .gradientSkipped
    }
  }
}
