package import Phrases
package import ScalarBackprop
private import Synchronization
package import Texts

/// A trace told in a notation: its quantities in order, each with the rule behind it.
///
/// Nothing is made in advance: a writer asks for one block's rule, then goes through the block. It is
/// a class only so that handing it on costs nothing; what it holds back is made once and never changes.
package final class Derivation: Sendable {
  /// The numbers that are told.
  package let trace: Trace
  /// The names of the trace's quantities, in ids and in the notation.
  package let symbols: Symbols
  /// How numbers were typed, to be echoed so.
  package let typed: TypedNumbers
  /// Whether rules go on with the results of those before them in place of spelling them out, as
  /// they must where results were rounded.
  package let isStepwise: Bool
  /// Where the training stood before the step, where it is a step of a training.
  package let state: TrainingState?
  private let firstSampleNumber: Int
  private let shiftsSoftmax: Bool
  private let made = Mutex(Made())

  /// What is made when it is first asked for: the blocks, and rules by what they are about.
  private struct Made {
    var blocks: [Block]?
    var rules: [RuleKey: Rule] = [:]
  }

  /// Tells a trace in a notation.
  ///
  /// - Parameters:
  ///   - trace: made under the notation's convention.
  ///   - notation: the letters, labels and signs.
  ///   - typed: how the given numbers were typed; empty shows them as any other.
  ///   - sampleNumber: the number by which people know the only sample, counted from 1; a state
  ///     knows those of its batch.
  ///   - isStepwise: whether rules name the results before them; a rounded trace's always do.
  ///   - shiftsSoftmax: whether softmax takes the largest net value off even where it need not, so
  ///     that it stays finite whatever numbers are put in.
  ///   - state: where the training stood, for a step of a training.
  package init(
    of trace: Trace, in notation: Notation, typed: TypedNumbers = TypedNumbers(),
    sampleNumber: Int = 1, isStepwise: Bool = false, shiftsSoftmax: Bool = false,
    state: TrainingState? = nil
  ) {
    self.shiftsSoftmax = shiftsSoftmax
    self.trace = trace
    self.state = state
    firstSampleNumber = sampleNumber
    self.isStepwise = isStepwise || trace.isRounded
    self.typed = typed
    symbols = Symbols(of: trace.network, in: notation, isBatch: trace.isBatch)
  }

  /// Tells a step with other numbers in the symbols of one that is told already.
  ///
  /// - Parameters:
  ///   - other: about the same network, in full precision.
  ///   - trace: in place of its own.
  ///   - isStepwise: whether rules name the results before them.
  package init(_ other: Derivation, over trace: Trace, isStepwise: Bool) {
    self.trace = trace
    self.isStepwise = isStepwise
    symbols = other.symbols
    typed = other.typed
    firstSampleNumber = 1
    shiftsSoftmax = false
    state = other.state
  }

  /// The notation in which the trace is told.
  package var notation: Notation { symbols.notation }

  /// The blocks that are told, in the order of calculation.
  package var blocks: [Block] {
    made.withLock { made in
      let blocks = made.blocks ?? trace.blocks
      made.blocks = blocks
      return blocks
    }
  }

  /// What a rule is about: those of all samples of a batch are the same.
  private struct RuleKey: Hashable {
    var kind: Block.Kind
    var layer: Int
    var isOfSample: Bool
  }

  /// The rule behind the quantities of a block.
  package func rule(of block: Block) -> Rule {
    let key = RuleKey(kind: block.kind, layer: block.layer, isOfSample: block.sample != nil)
    if let known = made.withLock({ $0.rules[key] }) { return known }
    let rule = rules.rule(for: block)
    made.withLock { $0.rules[key] = rule }
    return rule
  }

  private var rules: Rules {
    Rules(
      network: trace.network, rule: trace.rule, convention: trace.convention, symbols: symbols,
      shiftsSoftmax: shiftsSoftmax || hasLargeNets, isStepwise: isStepwise,
      batchLoss: trace.isBatch ? trace.batchLoss : nil)
  }

  /// The new value of a layer's weights from what was there before the backward pass, all rules put into
  /// one line; `nil` where they are too many or go step by step.
  package func mergedUpdate(ofLayer layer: Int) -> Rule? { rules.mergedUpdate(layer: layer) }

  /// Whether e^net of a softmax output would leave Double, or leave nothing to divide by.
  private var hasLargeNets: Bool {
    guard trace.network.outputLayer.activation.mixesNeurons else { return false }
    return trace.samples.indices.contains { sample in
      [Pass.before, .after].contains {
        value(of: .largestNet($0), sample: sample).magnitude > 300
      }
    }
  }

  /// One quantity of a block.
  package func step(_ n: Int, of block: Block) -> Step {
    let quantity = trace.quantity(n, of: block)
    var indices = Indices(of: quantity)
    indices.sample = block.sample
    return Step(
      quantity: quantity, indices: indices, phase: block.phase, value: trace.value(n, of: block))
  }

  /// The number by which people know a sample of the batch, counted from 1.
  package func sampleNumber(_ place: Int) -> Int {
    state.map { $0.batch[place] + 1 } ?? firstSampleNumber + place
  }

  /// The symbol of a step: in a batch of several, the losses and gradients of its samples bear their
  /// number, for the batch has its own.
  package func symbol(of step: Step) -> Symbol {
    symbol(for: step.quantity, sample: step.sample)
  }

  /// The symbol of a quantity of a sample; a marked one bears the sample's number in any case.
  package func symbol(
    for quantity: Quantity, sample: Int?, isMarked: Bool = false
  ) -> Symbol {
    let symbol = symbols.symbol(for: quantity)
    guard trace.isBatch, let sample, isMarked || symbols.bearsSample(quantity) else {
      return symbol
    }
    return symbols.symbol(symbol, ofSample: String(sampleNumber(sample)))
  }
}

/// A quantity of a trace, with its value. Its rule is that of its block.
package struct Step: Hashable, Sendable {
  /// What the value is of, with its nodes by position in the network.
  package let quantity: Quantity
  /// The nodes in place of the rule's index variables.
  package let indices: Indices
  /// The part of the training step it belongs to.
  package let phase: Phase
  /// With the sign of the notation.
  package let value: Double

  /// The sample's place in the batch; `nil` for what the batch has in common.
  package var sample: Int? { indices.sample }
}

/// Numbers as the user typed them.
package struct TypedNumbers: Sendable {
  /// The texts of x and t of each sample of the step; left out where they were not typed.
  package var samples: [TypedSample] = []
  /// A threshold is kept as the bias it stands for, with its sign turned.
  package var parameters: [Parameter: String] = [:]
  /// Whether biases were given as thresholds.
  package var hasThresholds = false
  /// The text of η; `nil` where it was not typed.
  package var learningRate: String?

  /// Makes a record of nothing typed.
  package init() {}
}

extension Derivation {
  /// How a quantity was typed, if it was; of a batch, that of a sample.
  package func typedText(of quantity: Quantity, sample: Int? = nil) -> String? {
    switch quantity {
    case .input(let i): return typed(sample)?.inputs[i]
    case .target(let k): return typed(sample)?.targets?[k - symbols.topology.outputs.lowerBound]
    case .output(let i, _) where symbols.topology.layer(of: i) < 0:
      return typedText(of: .input(i), sample: sample)
    case .parameter(.value, let parameter):
      guard let text = typed.parameters[parameter] else { return nil }
      return notation.convention.turns(quantity) ? text.withSignTurned : text
    case .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back, .error,
      .slope,
      .jacobian, .delta:
      return nil
    }
  }
}

extension Derivation {
  /// η as it was typed, else in all its digits.
  package var learningRateText: String {
    typed.learningRate ?? NumberFormat.significant(17).text(trace.rule.learningRate)
  }

  private func typed(_ sample: Int?) -> TypedSample? {
    let place = sample ?? 0
    return typed.samples.indices.contains(place) ? typed.samples[place] : nil
  }

  /// Every quantity that the trace tells, by its id.
  package var quantitiesByID: [String: Quantity] {
    var result: [String: Quantity] = [:]
    for block in blocks {
      for n in 0..<block.count where trace.isListed(n, of: block) {
        let quantity = trace.quantity(n, of: block)
        result[symbols.id(of: quantity)] = quantity
      }
    }
    return result
  }
}
