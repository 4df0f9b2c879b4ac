internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The usual length: a line a neuron with its products inside it, a row a parameter.

extension TraceReport {
  mutating func writeSteps() {
    writeGivenLine()
    let groups = stepGroups
    for group in groups { write(group) }
    guard trace.sample.targets != nil else { return }
    writeParameters()
    writeAfter()
  }

  /// Blocks that are told together under one heading.
  private struct Group {
    var heading: Phrase
    var blocks: [Block]
  }

  private var stepGroups: [Group] {
    var groups: [Group] = []
    for block in trace.blocks where isInSteps(block) {
      let heading = heading(of: block)
      if groups.last?.heading == heading {
        groups[groups.count - 1].blocks.append(block)
      } else {
        groups.append(Group(heading: heading, blocks: [block]))
      }
    }
    return groups
  }

  /// Products stand inside the lines of the net values, errors and slopes inside those of the δ.
  private func isInSteps(_ block: Block) -> Bool {
    switch block.kind {
    case .nets(.before), .outputs(.before), .outputLosses(.before), .loss(.before), .deltas: true
    case .errors, .slopes, .jacobian: isNamedByDeltas(block)
    case .inputs, .targets, .parameters, .products, .sums, .nets, .outputs, .outputLosses, .loss,
      .backs:
      false
    }
  }

  /// Whether the δ of the layer name these quantities in place of spelling them out.
  private func isNamedByDeltas(_ block: Block) -> Bool {
    switch block.kind {
    case .errors: deltasMention([.error(.j), .error(.k)], layer: block.layer)
    case .slopes: deltasMention([.slope(.j)], layer: block.layer)
    case .jacobian: deltasMention([.jacobian(of: .k, by: .j)], layer: block.layer)
    default: false
    }
  }

  private func deltasMention(_ quantities: [QuantityPattern], layer: Int) -> Bool {
    let deltas = trace.blocks.first { $0.kind == .deltas && $0.layer == layer }
    guard let formula = deltas.flatMap({ derivation.rule(of: $0).formula }) else { return false }
    return quantities.contains { formula.mentions($0) }
  }

  func heading(of block: Block) -> Phrase {
    let layer = block.layer + 1
    switch block.phase {
    case .given: return .givenHeading
    case .forward:
      return .forwardHeading(layer, trace.network.layers[block.layer].activation.rawValue)
    case .error: return .errorHeading
    case .backward:
      if case .parameters = block.kind { return .gradientHeading }
      return .backwardHeading(layer, isOutput: layer == trace.network.layers.count)
    case .update: return .updateHeading
    case .after: return .afterHeading
    }
  }

  private mutating func write(_ group: Group) {
    let rules = group.blocks.map { derivation.rule(of: $0) }
    let isNamed = group.blocks.map { isNamedByDeltas($0) }
    section(group.heading, zip(rules, isNamed).filter { !$1 }.map(\.0.reason))
    writeNamed(zip(group.blocks, rules).enumerated().filter { isNamed[$0.offset] }.map(\.element))
    let lists = zip(group.blocks, rules).enumerated().filter { !isNamed[$0.offset] }.map {
      equations($0.element.0, $0.element.1)
    }
    let isByNeuron = lists.count > 1 && lists.allSatisfy { $0.count == lists[0].count }
    let ordered =
      isByNeuron
      ? lists[0].indices.flatMap { n in lists.map { $0[n] } } : lists.flatMap { $0 }
    EquationList(pen: pen).write(ordered)
  }

  /// The values of quantities that only appear in the lines below: "where e_8 = 0.2, …".
  private func writeNamed(_ blocks: [(Block, Rule)]) {
    guard !blocks.isEmpty else { return }
    let values = blocks.flatMap { block, rule in
      (0..<block.count).filter { trace.isTold($0, of: block) }.map { n in
        let step = derivation.step(n, of: block)
        let symbol = symbols.symbol(for: step.quantity).text
        let value = "\(symbol) = \(text.number(step.quantity, step.value))"
        // What holds of an error is said beside the loss already.
        guard block.kind == .slopes, let formula = rule.formula else { return value }
        return value + text.condition(of: formula, at: step.indices)
      }
    }
    pen.paragraph(Phrase.whereWord[style.language] + " " + pen.list(values), indent: 1)
  }

  /// The sample on one line; the parameters are told where they change.
  private func writeGivenLine() {
    let blocks = trace.blocks.filter { $0.kind == .inputs || $0.kind == .targets }
    let givens = blocks.flatMap { block in
      equations(block, derivation.rule(of: block)).map { "\($0.symbol) = \($0.parts.first ?? "")" }
    }
    pen.paragraph(
      pen.list(givens),
      after: Phrase.givenHeading[style.language], .plain)
  }
}

extension TraceReport {
  /// A row a parameter: old, gradient, change, new.
  private mutating func writeParameters() {
    let gradients = trace.blocks.filter { block in
      if case .parameters(.value, _) = block.kind { true } else { false }
    }
    section(.gradientsAndUpdate, parameterReasons)
    var table = TerminalTable(
      header: words(.parameter, .old, .gradient, changeTitle, .new), rows: [])
    for block in gradients {
      for n in 0..<block.count {
        guard case .parameter(_, let parameter) = trace.quantity(n, of: block) else { continue }
        table.rows.append(row(of: parameter))
      }
    }
    writeExample()
    table.write(with: pen)
  }

  /// Plain gradient descent fits into the heading of its column.
  private var changeTitle: Phrase {
    let isPlain =
      trace.rule.optimizer == .gradientDescent && trace.rule.weightDecay == 0
      && trace.network.loss != .perceptron
    return isPlain ? .plainChange(derivation.notation.learningRate) : .change
  }

  private var parameterReasons: [Phrase] {
    trace.blocks.compactMap { block in
      switch block.kind {
      case .parameters(.gradient, _): derivation.rule(of: block).reason
      case .parameters(.change, _):
        changeTitle == .change ? derivation.rule(of: block).reason : nil
      default: nil
      }
    }
  }

  private func row(of parameter: Parameter) -> [String] {
    func cell(_ role: ParameterRole) -> String? {
      let quantity = Quantity.parameter(role, parameter)
      return trace[quantity].map { text.number(quantity, $0) }
    }
    let symbol = symbols.symbol(for: .parameter(.value, parameter)).text
    let isPerceptron = trace.network.loss == .perceptron
    return [
      symbol, cell(.value) ?? "", isPerceptron ? "—" : cell(.gradient) ?? "",
      cell(.change) ?? Phrase.frozen[style.language], cell(.new) ?? "",
    ]
  }

  /// The rule of the rows, worked out for the first weight of the last layer; the rule of the
  /// changes too, where the heading of their column does not tell it.
  private func writeExample() {
    let last = trace.network.layers.count - 1
    let examples = trace.blocks.filter { block in
      switch block.kind {
      case .parameters(.gradient, .weights): block.layer == last
      case .parameters(.state, .weights), .parameters(.change, .weights):
        block.layer == last && changeTitle == .change
      default: false
      }
    }
    let equations = examples.compactMap { block in
      let first = StepSelection(phases: [], quantities: [trace.quantity(0, of: block)])
      return self.equations(block, derivation.rule(of: block), selection: first).first
    }
    EquationList(pen: pen).write(equations)
  }

  /// What the network puts out before and after.
  private mutating func writeAfter() {
    let outputs = symbols.outputs.map { k in
      let symbol = symbols.symbol(for: .output(k, .before)).text
      let target = text.number(.target(k), trace[.target(k)] ?? .nan)
      return Phrase.outputMoved(
        symbol, from: number(.output(k, .before)), to: number(.output(k, .after)), target: target
      )[style.language]
    }
    pen.line()
    pen.paragraph(
      pen.list(outputs),
      after: Phrase.afterHeading[style.language], .plain)
  }

  private func number(_ quantity: Quantity) -> String {
    style.format.text(trace[quantity] ?? .nan)
  }
}
