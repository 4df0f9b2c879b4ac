public import Phrases
internal import ScalarBackprop

/// How the quantities of one block are worked out, and why: one formula for all of them, over index
/// variables.
public struct Rule: Sendable {
  /// What the quantity is called.
  public var name: Phrase
  /// Why the rule holds, in a sentence a beginner understands.
  public var reason: Phrase
  /// `nil` for what is given.
  public var formula: Formula?
  /// Why the rule holds, in general, ending with the rule itself; empty for what is given.
  public var explanation: [Explanation] = []
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

  func rule(for block: Block) -> Rule {
    var rule = shortRule(for: block)
    rule.explanation = explanation(of: block, rule.formula)
    return rule
  }

  private func shortRule(for block: Block) -> Rule {
    switch block.kind {
    case .inputs: Rule(name: .inputName, reason: .inputReason)
    case .targets: Rule(name: .targetName, reason: .targetReason)
    case .parameters(let role, let part): parameterRule(role, part, layer: block.layer)
    case .products(let pass): productRule(pass, layer: block.layer)
    case .sums(let pass): sumRule(pass, layer: block.layer)
    case .nets(let pass): netRule(pass, layer: block.layer)
    case .outputs(let pass): outputRule(pass, layer: block.layer)
    case .outputLosses(let pass): outputLossRule(pass)
    case .loss(let pass): lossRule(pass)
    case .backs: backRule
    case .errors: errorRule(layer: block.layer)
    case .slopes: slopeRule(layer: block.layer)
    case .jacobian: jacobianRule
    case .deltas: deltaRule(layer: block.layer)
    }
  }

  /// A rule's sign for what descends: − where δ is −∂E/∂net.
  func signed(_ formula: Formula) -> Formula {
    convention.deltaSign == .descent ? .negative(formula) : formula
  }

  func isOutput(_ layer: Int) -> Bool { layer == network.layers.count - 1 }
}
