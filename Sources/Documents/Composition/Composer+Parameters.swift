internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// A row a parameter: old, gradient, change, new.

extension Composer {
  mutating func tellParameters() {
    section(isPerceptron ? .updateHeading : .gradientsAndUpdate, parameterReasons)
    writer.equations(exampleLines)
    writer.table(parameterTable)
    for block in derivation.blocks where block.kind.isWeightGradient && block.layer == 0 {
      tellGradientMatrices(of: block)
    }
    tellStates()
  }

  private var parameterTable: DocumentTable {
    let header = [.parameter, .old] + (isPerceptron ? [] : [.gradient]) + [changeTitle, .new]
    var table = DocumentTable(header: header.map { $0[language] })
    for block in derivation.blocks {
      guard case .parameters(.value, _) = block.kind else { continue }
      for n in 0..<block.count {
        guard case .parameter(_, let parameter) = trace.quantity(n, of: block) else { continue }
        table.rows.append(row(of: parameter))
      }
    }
    return table
  }

  /// Tables of more numbers nobody reads.
  private static let mostSummarised = 2_000

  /// What a long document comes to: every result of the pass forward and back, and the parameters before
  /// and after.
  mutating func tellSummary() {
    let blocks = derivation.blocks.filter { block in
      if case .parameters = block.kind { return false }
      return block.phase != .given && block.phase != .after
    }
    guard blocks.reduce(0, { $0 + $1.count }) <= Composer.mostSummarised,
      trace.network.parameters.count <= Composer.mostSummarised
    else { return }
    section(.allResults, [])
    var table = DocumentTable(header: words(.quantity, .value) + [""], words: [0, 2])
    for block in blocks {
      let rule = derivation.rule(of: block)
      for line in lines(block, rule) {
        table.rows.append([
          .symbol(derivation.symbol(of: line.step)), .text(numbers.number(line.step)),
          .text(rule.name[language]),
        ])
      }
    }
    writer.table(table)
    guard trace.hasTargets else { return }
    section(.allParameters, [])
    var parameters = parameterTable
    // Stepping through a page goes through the lines above, and not once more through these.
    parameters.rows = parameters.rows.map { $0.map(\.withoutPlace) }
    writer.table(parameters)
  }

  /// Whether there are no gradients.
  private var isPerceptron: Bool { !trace.network.loss.hasGradient }

  /// What the optimiser remembers of each parameter, before the step and after it.
  private mutating func tellStates() {
    let kept = trace.rule.optimizer.states.filter(\.isRemembered)
    guard !kept.isEmpty else { return }
    let letters = kept.map { $0.letter(in: symbols.notation) }
    var table = DocumentTable(
      header: words(.parameter) + letters.flatMap { [$0 + "⁻", $0] })
    for parameter in trace.network.parameters {
      let cells = kept.flatMap { state -> [DocumentTable.Cell] in
        let quantity = Quantity.parameter(.state(state), parameter)
        guard trace[quantity] != nil else { return [.text(""), .text("")] }
        let old = numbers.format.text(derivation.remembered(state, parameter))
        return [.text(old), .value(numbers.number(quantity), of: quantity)]
      }
      table.rows.append([.symbol(symbols.symbol(for: .parameter(.value, parameter)))] + cells)
    }
    writer.paragraph(Phrase.stateOf(trace.rule.optimizer.title).wording(in: language))
    writer.table(table)
  }

  /// Plain gradient descent fits into the heading of its column.
  private var changeTitle: Phrase {
    let isPlain =
      trace.rule.optimizer.isPlain && trace.rule.weightDecay == 0 && !isPerceptron
    return isPlain ? .plainChange(symbols.learningRate) : .change
  }

  private var parameterReasons: [Phrase] {
    derivation.blocks.compactMap { block in
      guard case .parameters(let role, _) = block.kind, isExplained(role, block) else {
        return nil
      }
      return role == .gradient || role == .change ? derivation.rule(of: block).reason : nil
    }
  }

  /// Whether the rule of a role needs a sentence of its own; of a batch, the first sample's gradient
  /// has it.
  private func isExplained(_ role: ParameterRole, _ block: Block) -> Bool {
    switch role {
    case .gradient: (block.sample ?? 0) == 0
    case .state, .change: changeTitle == .change
    case .value, .new: false
    }
  }

  private func row(of parameter: Parameter) -> [DocumentTable.Cell] {
    func cell(_ role: ParameterRole, else absent: String = "") -> DocumentTable.Cell {
      let quantity = Quantity.parameter(role, parameter)
      guard trace[quantity] != nil else { return .text(absent) }
      return .value(numbers.number(quantity), of: quantity)
    }
    return [.symbol(symbols.symbol(for: .parameter(.value, parameter))), cell(.value)]
      + (isPerceptron ? [] : [cell(.gradient)])
      + [cell(.change, else: Phrase.frozen[language]), cell(.new)]
  }

  /// The rule of the rows, worked out for the first weight of the last layer; the rule of the
  /// changes too, where the heading of their column does not tell it.
  private var exampleLines: EquationLines {
    let last = trace.network.layers.count - 1
    let examples = derivation.blocks.filter { block in
      guard case .parameters(let role, .weights) = block.kind else { return false }
      return (block.layer == last || role == .gradient && form(block).sharesParameters)
        && isExplained(role, block)
    }
    return EquationLines(
      examples.map { block in
        EquationLine(step: derivation.step(0, of: block), rule: derivation.rule(of: block))
      })
  }
}
