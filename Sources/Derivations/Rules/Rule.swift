package import Phrases
internal import ScalarBackprop

/// How the quantities of one block are worked out, and why: one formula for all of them, over index
/// variables.
///
/// It is a class only so that handing it on costs nothing; nothing in it ever changes.
package final class Rule: Sendable {
  /// What the quantity is called.
  package let name: Phrase
  /// Why the rule holds, in a sentence a beginner understands.
  package let reason: Phrase
  /// `nil` for what is given.
  package let formula: Formula?
  /// Whether the quantity's symbol is the formula itself, as that of a product is.
  package let isOwnName: Bool
  /// Whether the formula says something in symbols that neither the quantity's symbol nor the numbers
  /// say.
  package var saysMoreInSymbols: Bool {
    if case .number? = formula { return false }
    return !isOwnName
  }
  /// Why the rule holds, in general, ending with the rule itself; empty for what is given.
  package let explanation: [Explanation]

  init(
    name: Phrase, reason: Phrase, formula: Formula? = nil, isOwnName: Bool = false,
    explanation: [Explanation] = []
  ) {
    self.name = name
    self.reason = reason
    self.formula = formula
    self.isOwnName = isOwnName
    self.explanation = explanation
  }
}

/// The rules of one trace: exhaustive over the kinds of quantities, activations, losses and
/// optimisers, so that a new one breaks every place that forgets it.
struct Rules {
  let network: Network
  let rule: UpdateRule
  let convention: Convention
  let symbols: Symbols
  /// Whether softmax has to be written with its largest net value taken off, to stay finite.
  let shiftsSoftmax: Bool
  /// Whether a rule goes on with the results of those before it, as by hand: it names them where it
  /// would else spell them out.
  let isStepwise: Bool
  /// How the losses of a batch make one; `nil` in a step on one sample.
  let batchLoss: BatchLoss?

  func rule(for block: Block) -> Rule {
    let rule = shortRule(for: block)
    return Rule(
      name: rule.name, reason: rule.reason, formula: rule.formula, isOwnName: rule.isOwnName,
      explanation: explanation(of: block, rule.formula))
  }

  private func shortRule(for block: Block) -> Rule {
    if let batchLoss, let rule = batchRule(for: block, batchLoss) { return rule }
    return switch block.kind {
    case .inputs: Rule(name: .inputName, reason: inputReason)
    case .targets: Rule(name: .targetName, reason: targetReason)
    case .parameters(let role, let part): parameterRule(role, part, layer: block.layer)
    case .products(let pass): productRule(pass, layer: block.layer)
    case .sums(let pass): sumRule(pass, layer: block.layer)
    case .scaledSums(let pass): scaledSumRule(pass, layer: block.layer)
    case .nets(let pass): netRule(pass, layer: block.layer)
    case .outputs(let pass): outputRule(pass, layer: block.layer)
    case .outputLosses(let pass): outputLossRule(pass)
    case .loss(let pass): lossRule(pass)
    case .backs: backRule(layer: block.layer)
    case .errors: errorRule(layer: block.layer)
    case .slopes: slopeRule(layer: block.layer)
    case .jacobian: jacobianRule(layer: block.layer)
    case .deltas: deltaRule(layer: block.layer)
    }
  }

  private var inputReason: Phrase {
    symbols.notation.labels == .names
      ? .inputReason(any: symbols.symbol(for: QuantityPattern.output(.i, .before), layer: 0))
      : .inputReason
  }

  private var targetReason: Phrase {
    let notation = symbols.notation
    let first = symbols.topology.outputs.lowerBound
    guard notation.countsOutputs else { return .targetReason(symbols.topology.outputs.count) }
    return .targetReason(
      symbols.topology.outputs.count, target: symbols.symbol(for: .target(first)),
      output: symbols.symbol(for: .output(first, .before)), node: String(first + 1))
  }

  /// A rule's sign for what descends: − where δ is −∂E/∂net.
  func signed(_ formula: Formula) -> Formula {
    isDescent ? .negative(formula) : formula
  }

  /// Whether δ is −∂E/∂net.
  var isDescent: Bool { convention.deltaSign == .descent }

  /// The last layer, counted from 0.
  var outputLayer: Int { network.layers.count - 1 }

  func isOutput(_ layer: Int) -> Bool { layer == outputLayer }
}
