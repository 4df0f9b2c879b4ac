internal import Derivations
internal import Phrases
internal import ScalarBackprop

// The long form, every quantity with its rule, and the short one, a table of values a phase.

extension TraceReport {
  mutating func writeFull(selection: StepSelection?) {
    if selection == nil { writeNetworkFormula() }
    var heading: Phrase?
    for block in trace.blocks {
      let rule = derivation.rule(of: block)
      let equations = equations(block, rule, selection: selection)
      guard !equations.isEmpty else { continue }
      let own = self.heading(of: block)
      if own != heading {
        section(own, [])
        heading = own
      }
      if !told.contains(rule.reason) {
        told.insert(rule.reason)
        pen.paragraph(rule.reason[style.language], indent: 2, .remark)
      }
      EquationList(pen: pen).write(equations)
    }
  }

  /// y = a₂(W₂·a₁(W₁x + b₁) + b₂), for readers of texts with matrices.
  private func writeNetworkFormula() {
    pen.line()
    pen.paragraph(
      Phrase.networkFormula[style.language] + " " + trace.network.layerFormula, indent: 2)
  }

  mutating func writeResults() {
    var phase: Phase?
    var table = TerminalTable(header: [], rows: [])
    for block in trace.blocks {
      if block.phase != phase {
        if phase != nil { table.write(with: pen) }
        phase = block.phase
        section(heading(ofPhase: block.phase), [])
        table = TerminalTable(header: words(.quantity, .value) + [""], rows: [])
        table.words.insert(2)
      }
      let rule = derivation.rule(of: block)
      for n in 0..<block.count where trace.isTold(n, of: block) {
        let step = derivation.step(n, of: block)
        table.rows.append([
          symbols.symbol(for: step.quantity).text, text.number(step.quantity, step.value),
          rule.name[style.language],
        ])
      }
    }
    table.write(with: pen)
  }

  private func heading(ofPhase phase: Phase) -> Phrase {
    switch phase {
    case .given: .givenHeading
    case .forward: .forwardPhase
    case .error: .errorHeading
    case .backward: .backwardPhase
    case .update: .updateHeading
    case .after: .afterHeading
    }
  }
}

extension Network {
  /// The network as a text with matrices writes it, in one line.
  var layerFormula: String {
    var inner = "x"
    for (l, layer) in layers.enumerated() {
      let n = Network.below(l + 1)
      let bias = layer.neurons[0].bias != nil || layer.sharedBias != nil ? " + b\(n)" : ""
      inner = "a\(n)(W\(n)\(l == 0 ? "" : "·")\(inner)\(bias))"
    }
    return "y = " + inner
  }

  private static func below(_ number: Int) -> String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return String(String(number).map { digits[$0.wholeNumberValue ?? 0] })
  }
}
