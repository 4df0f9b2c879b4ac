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

  /// Products, errors and slopes stand inside the lines of the net values and δ.
  private func isInSteps(_ block: Block) -> Bool {
    switch block.kind {
    case .nets(.before), .outputs(.before), .outputLosses(.before), .loss(.before),
      .deltas:
      true
    case .inputs, .targets, .parameters, .products, .sums, .nets, .outputs, .outputLosses, .loss,
      .backs, .errors, .slopes, .jacobian:
      false
    }
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
    section(group.heading, rules.map(\.reason) + kinkReasons(group.blocks))
    let lists = zip(group.blocks, rules).map { equations($0, $1) }
    let isByNeuron = lists.count > 1 && lists.allSatisfy { $0.count == lists[0].count }
    let ordered =
      isByNeuron
      ? lists[0].indices.flatMap { n in lists.map { $0[n] } } : lists.flatMap { $0 }
    EquationList(pen: pen).write(ordered)
  }

  /// What slope was taken, where a net value or an error stands exactly at a kink.
  private func kinkReasons(_ blocks: [Block]) -> [Phrase] {
    blocks.filter { $0.kind == .deltas }.flatMap { deltas in
      let nodes = symbols.nodes(ofLayer: deltas.layer)
      let isOutput = nodes == symbols.outputs
      let atZero =
        trace.network.layers[deltas.layer].activation.hasKinkAtZero
        && nodes.contains { trace[.net($0, .before)] == 0 }
      let noError =
        isOutput && trace.network.loss == .absoluteError
        && nodes.contains { trace[.error($0)] == 0 }
      let kinds = (atZero ? [Block.Kind.slopes] : []) + (noError ? [.errors] : [])
      return trace.blocks.filter { $0.layer == deltas.layer && kinds.contains($0.kind) }
        .map { derivation.rule(of: $0).reason }
    }
  }

  /// The sample on one line; the parameters are told where they change.
  private func writeGivenLine() {
    let blocks = trace.blocks.filter { $0.kind == .inputs || $0.kind == .targets }
    let givens = blocks.flatMap { block in
      equations(block, derivation.rule(of: block)).map { "\($0.symbol) = \($0.parts.first ?? "")" }
    }
    pen.paragraph(
      givens.joined(separator: Phrase.listSeparator[style.language]),
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
      outputs.joined(separator: Phrase.listSeparator[style.language]),
      after: Phrase.afterHeading[style.language], .plain)
  }

  private func number(_ quantity: Quantity) -> String {
    style.format.text(trace[quantity] ?? .nan)
  }
}
