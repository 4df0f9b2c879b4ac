internal import Derivations
internal import Phrases
internal import ScalarBackprop

// The long form, every quantity with its rule, and the short one, a table of values a phase.

extension Composer {
  mutating func tellBlocks(_ selection: StepSelection?) {
    var heading: Phrase?
    var last: Block?
    for block in derivation.blocks {
      let rule = derivation.rule(of: block)
      let lines = lines(block, rule, selection)
      guard !lines.isEmpty else { continue }
      let own = self.heading(of: block)
      if own != heading {
        if selection == nil { endSection(last, isFull: true) }
        let isAfter = block.phase == .after
        section(own, isAfter ? [trace.isBatch ? .batchAfterReason : .lossAfterReason] : [])
        heading = own
      }
      if told.insert(rule.reason).inserted { writer.reason(rule.reason) }
      if selection == nil { explain(rule, block) }
      writer.equations(lines)
      if selection == nil { tellMergedUpdate(block) }
      last = block
    }
    if selection == nil { endSection(last, isFull: true) }
  }

  /// The whole way of the first weight that changes, in one line.
  private mutating func tellMergedUpdate(_ block: Block) {
    guard block.kind == .parameters(.new, .weights),
      let rule = derivation.mergedUpdate(ofLayer: block.layer), told.insert(rule.reason).inserted
    else { return }
    writer.reason(rule.reason)
    writer.equations(
      EquationLines([EquationLine(step: derivation.step(0, of: block), rule: rule, isAside: true)]))
  }

  /// Explains a rule once; a layer whose rule reads the same is passed over.
  private mutating func explain(_ rule: Rule, _ block: Block) {
    guard block.phase != .after else { return }
    let form = FormulaForm.general(
      layer: block.layer, isOfSample: trace.isBatch && block.sample != nil)
    let parts = rule.explanation.map { part in
      switch part {
      case .say(let phrase): phrase.english.text
      case .show(let chain): chain.map { numbers.text($0, form) }.joined(separator: " = ")
      }
    }
    guard !parts.isEmpty, explained.insert(parts.joined(separator: "\n")).inserted else { return }
    for part in rule.explanation {
      switch part {
      case .say(let phrase): if told.insert(phrase).inserted { writer.reason(phrase) }
      case .show(let chain): writer.derive(chain, form)
      }
    }
  }

  mutating func tellResults() {
    for (heading, blocks) in phases {
      section(heading, [])
      var table = DocumentTable(header: words(.quantity, .value) + [""], words: [0, 2])
      for block in blocks {
        let rule = derivation.rule(of: block)
        for line in lines(block, rule) {
          table.rows.append([
            .symbol(derivation.symbol(of: line.step)),
            .value(numbers.number(line.step), of: line.step.quantity),
            .text(rule.name[language]),
          ])
        }
      }
      writer.table(table)
    }
  }

  /// The phases with their blocks; in a batch, sample by sample.
  private var phases: [(heading: Phrase, blocks: [Block])] {
    var phases: [(heading: Phrase, blocks: [Block])] = []
    var last: (phase: Phase, sample: Int?)?
    for block in derivation.blocks {
      let isSame = last.map { last in
        last.phase == block.phase && (last.sample == block.sample || !trace.isBatch)
      }
      if isSame ?? false {
        phases[phases.count - 1].blocks.append(block)
      } else {
        let phase = Phrase.heading(of: block.phase)
        let sample = trace.isBatch ? block.sample.map { Phrase.sample(sampleNames[$0]) } : nil
        phases.append(
          (sample.map { phase.followed(by: $0, between: .dash) } ?? phase, [block]))
      }
      last = (block.phase, block.sample)
    }
    return phases
  }

  /// The heading under which a block is told; in a batch it names the sample.
  func heading(of block: Block) -> Phrase { derivation.heading(of: block) }
}
