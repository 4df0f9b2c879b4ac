internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The usual length: a line a neuron with its products inside it, a row a parameter.

extension Composer {
  mutating func tellSteps() {
    for run in runs {
      if let sample = run.first?.sample { tellGivens(run, sample) }
      for group in groups(run) { tell(group) }
    }
    guard trace.hasTargets else { return }
    tellParameters()
    tellOutputsAfter()
  }

  /// The blocks before the update: of one sample after the other, then what a batch makes of them.
  private var runs: [[Block]] {
    var runs: [[Block]] = []
    for block in derivation.blocks where isBeforeUpdate(block) {
      if let last = runs.last?.last, last.sample == block.sample {
        runs[runs.count - 1].append(block)
      } else {
        runs.append([block])
      }
    }
    return runs
  }

  /// Parameters and their gradients have a table of their own.
  private func isBeforeUpdate(_ block: Block) -> Bool {
    if case .parameters = block.kind { return false }
    return block.phase != .update && block.phase != .after
  }

  /// Blocks that are told together under one heading.
  private struct Group {
    var heading: Phrase
    var blocks: [Block]
  }

  private func groups(_ run: [Block]) -> [Group] {
    var groups: [Group] = []
    for block in run where isInSteps(block) {
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
    // Pooling has nothing but its error to tell on the way back.
    case .errors where !form(block).hasNets: true
    case .errors, .slopes, .jacobian: isNamedByDeltas(block)
    // Where the net values name them.
    case .sums(.before): derivation.isStepwise || !form(block).hasProducts
    case .inputs, .targets, .parameters, .products, .sums, .scaledSums, .nets, .outputs,
      .outputLosses, .loss,
      .backs:
      false
    }
  }

  /// Whether the δ of the layer name these quantities in place of spelling them out.
  private func isNamedByDeltas(_ block: Block) -> Bool {
    switch block.kind {
    case .errors:
      // Behind a pooling layer it is that one's errors that are named.
      deltasMention(
        symbols.topology.isOutputLayer(block.layer) ? [.error(.j), .error(.k)] : [.error(.j)],
        layer: block.layer)
    case .slopes: deltasMention([.slope(.j)], layer: block.layer)
    case .jacobian: deltasMention([.jacobian(of: .k, by: .j)], layer: block.layer)
    case .inputs, .targets, .parameters, .products, .sums, .scaledSums, .nets, .outputs,
      .outputLosses, .loss,
      .backs, .deltas:
      false
    }
  }

  private func deltasMention(_ quantities: [QuantityPattern], layer: Int) -> Bool {
    let deltas = derivation.blocks.first { $0.kind == .deltas && $0.layer == layer }
    guard let formula = deltas.flatMap({ derivation.rule(of: $0).formula }) else { return false }
    return quantities.contains { formula.mentions($0) }
  }

  /// What is named goes before the lines that name it; the lines go neuron by neuron.
  private mutating func tell(_ group: Group) {
    let blocks = group.blocks.map { (block: $0, rule: derivation.rule(of: $0)) }
    let named = blocks.filter { isNamedByDeltas($0.block) }
    let spelt = blocks.filter { !isNamedByDeltas($0.block) }
    section(group.heading, spelt.map(\.rule.reason))
    let items = named.flatMap { block, rule in
      lines(block, rule).map { item($0, showsCondition: block.kind == .slopes) }
    }
    if !items.isEmpty { writer.list(.word(.whereWord), items) }
    let isMap = group.blocks.contains { mapShape(of: $0) != nil }
    let lists = spelt.map { block, rule in
      isMap ? lines(block, rule).shortened : lines(block, rule)
    }
    let isByNeuron = lists.count > 1 && lists.allSatisfy { $0.count == lists[0].count }
    writer.equations(
      isByNeuron ? EquationLines(inTurn: lists) : EquationLines(lists.flatMap { $0 }))
    if let block = group.blocks.last { tellGrids(of: block) }
    endSection(group.blocks.last, isFull: false)
  }

  /// A quantity with its value. What holds of an error is said beside the loss already.
  private func item(_ line: EquationLine, showsCondition: Bool) -> ListItem {
    let quantity = line.step.quantity
    let formula = showsCondition ? line.rule.formula : nil
    return ListItem(
      quantity: quantity, symbol: derivation.symbol(of: line.step),
      text: " = " + numbers.number(line.step),
      condition: formula.map { ($0, line.step.indices) })
  }

  /// The sample on one line; the parameters are told where they change.
  private mutating func tellGivens(_ run: [Block], _ sample: Int) {
    let blocks = run.filter { $0.phase == .given }
    let listed = blocks.filter { $0.kind != .inputs || trace.network.inputShape == nil }
    let items = listed.flatMap { block in
      lines(block, derivation.rule(of: block)).map { item($0, showsCondition: false) }
    }
    guard let heading = blocks.first.map({ heading(of: $0) }) else { return }
    if items.isEmpty {
      section(heading, [])
    } else {
      writer.list(.heading(heading, isApart: trace.isBatch), items)
    }
    tellInputGrids(sample)
  }

  /// What the network puts out before and after.
  private mutating func tellOutputsAfter() {
    let format = numbers.format
    let items = trace.samples.indices.flatMap { sample in
      symbols.topology.outputs.map { k in
        let symbol = derivation.symbol(
          for: .output(k, .before), sample: sample, isMarked: trace.isBatch)
        return ListItem(
          quantity: .output(k, .after), symbol: symbol,
          text: Phrase.outputMoved(
            from: format.text(trace[.output(k, .before), sample] ?? .nan),
            to: format.text(trace[.output(k, .after), sample] ?? .nan),
            target: numbers.number(.target(k), sample: sample))[language])
      }
    }
    writer.list(.heading(.afterHeading, isApart: true), items)
  }
}
