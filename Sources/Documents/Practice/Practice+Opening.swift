internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

// What stands above the questions: the network, what is given, how answers are typed.

extension Practice {
  /// Writes the opening.
  package func open() {
    pen.paragraph(Phrase.practiceTitle(worksheet.title.visible)[language], .heading)
    tellGiven()
    pen.paragraph(Phrase.practiceRows(rows.count)[language])
    let words: [PracticeWord] = [.skip, .list, .why, .given, .words, .quit]
    let signs = Phrase.practiceSigns(
      hint: PracticeWord.hint.spelling, answer: PracticeWord.answer.spelling,
      back: PracticeWord.back.spelling)
    pen.paragraph(
      pen.list([signs[language]] + words.map { $0.spelling[language] }), .remark)
  }

  /// The network, its loss, and what is to be worked out.
  private func tellNetwork() {
    for line in worksheet.description.dropLast(hidesUpdate ? 1 : 0) { pen.paragraph(line.text) }
    let digits = asked.map { Phrase.roundResultsOnly(.precision($0)) }
    pen.paragraph(Phrase.practiceTask(worksheet.subject, digits)[language])
  }

  /// The rule of plain gradient descent is left to be remembered.
  private var hidesUpdate: Bool {
    worksheet.lastPhase >= .update && worksheet.derivation.trace.rule.optimizer.isPlain
  }

  /// What is given, with the network's picture.
  func tellGiven() {
    let derivation = worksheet.derivation
    tellNetwork()
    pen.line()
    NetworkSketch(derivation, format: pen.style.format).write(
      with: pen, height: Practice.sketchHeight,
      values: derivation.trace.isBatch ? .none : .given)
    pen.line()
    if derivation.trace.network.isDense { tellParameters() } else { tellGivens(nil) }
    for sample in derivation.trace.isBatch ? Array(derivation.trace.samples.indices) : [] {
      tellGivens(sample)
    }
    let constants = worksheet.constants.map(\.text)
    let rest = (constants.isEmpty ? [] : [pen.list(constants)]) + [frozen].compactMap(\.self)
    if !rest.isEmpty {
      pen.paragraph(rest.joined(separator: Phrase.semicolon[language]), indent: 1)
    }
    tellNeeded()
  }

  /// Which parameters the update leaves as they are; `nil` where it leaves none.
  private var frozen: String? {
    let trace = worksheet.derivation.trace
    guard worksheet.lastPhase >= .update else { return nil }
    let frozen = trace.network.parameters.filter {
      trace.block(of: Place(.parameter(.new, $0))) == nil
    }
    guard !frozen.isEmpty else { return nil }
    let names = frozen.prefix(8).map { symbols.symbol(for: .parameter(.value, $0)).text }
    let list = names.joined(separator: Phrase.enumerationComma[language])
    return Phrase.practiceFrozen(
      list + (frozen.count > 8 ? "…" : ""), isOne: frozen.count == 1)[language]
  }

  /// The most lines of the picture.
  private static let sketchHeight = 9

  /// A list of what is given, of a batch of a sample.
  private func tellGivens(_ sample: Int?) {
    let items = worksheet.givens(ofSample: sample).map { "\($0.symbol.text) = \($0.text)" }
    guard !items.isEmpty else { return }
    let heading = sample.map {
      Phrase.sampleSection(worksheet.derivation.sampleNumber($0))[language]
        + Phrase.colon[language]
    }
    pen.paragraph((heading ?? "") + pen.list(items), indent: 1)
  }

  /// The weights and biases of dense layers: a row a neuron, a column a node before it; where the window
  /// is too narrow for that, a list a neuron.
  private func tellParameters() {
    let topology = symbols.topology
    for l in topology.layers.indices {
      let sources = Array(topology.sources(ofLayer: l))
      let hasBias = topology.layers[l].contains { topology.bias(of: $0) != nil }
      let header =
        [""] + sources.map { Phrase.weightFrom(name($0))[language] }
        + (hasBias ? [Phrase.biasColumn[language]] : [])
      let rows = topology.layers[l].map { j in
        let parameters =
          sources.map { topology.weight(to: j, from: $0) } + (hasBias ? [topology.bias(of: j)] : [])
        return ["\(symbols.symbol(for: .net(j, .before)).text) → \(name(j).text)"]
          + parameters.map { $0.map(equation) ?? "" }
      }
      let table = TerminalTable(header: header, rows: rows, words: Set(header.indices))
      guard !table.fits(pen) else {
        table.write(with: pen)
        continue
      }
      for row in rows {
        let items = zip(row, header).dropFirst().filter { !$0.0.isEmpty }
          .map { Phrase(verbatim: $0).followed(by: .inParentheses($1))[language] }
        pen.paragraph(row[0] + Phrase.colon[language] + pen.list(items), indent: 1)
      }
    }
  }

  /// A parameter with its value.
  private func equation(_ parameter: Parameter) -> String {
    let quantity = Quantity.parameter(.value, parameter)
    let text = FormulaText(worksheet.derivation, format: pen.style.format)
    return "\(symbols.symbol(for: quantity).text) = \(text.number(quantity))"
  }

  /// What a node puts out.
  private func name(_ node: Int) -> Symbol {
    let isInput = symbols.topology.layer(of: node) < 0
    return symbols.symbol(for: isInput ? .input(node) : .output(node, .before))
  }

  /// The results that rows are worked out from and that are not asked for themselves.
  private func tellNeeded() {
    guard !needed.isEmpty else { return }
    let items = needed.map { place, answer in "\(name(of: place)) = \(answer.text)" }
    pen.paragraph(Phrase.alsoGiven[language] + pen.list(items), indent: 1)
  }
}
