public import ScalarBackprop
internal import Texts

/// A trace told in a notation: its quantities in order, each with the rule behind it.
///
/// Nothing is made in advance: a writer asks for one block's rule, then goes through the block. It is
/// a class only so that handing it on costs nothing; nothing in it ever changes.
public final class Derivation: Sendable {
  /// The numbers that are told.
  public let trace: Trace
  /// The names of the trace's quantities, in ids and in the notation.
  public let symbols: Symbols
  /// How numbers were typed, to be echoed so.
  public let typed: TypedNumbers
  /// Whether rules go on with the results of those before them in place of spelling them out, as
  /// they must where results were rounded.
  public let isStepwise: Bool
  /// Where the training stood before the step, where it is a step of a training.
  public let memory: TrainingState?

  /// - Parameters:
  ///   - trace: made under the notation's convention.
  ///   - notation: the letters, labels and signs.
  ///   - typed: how the given numbers were typed; empty shows them as any other.
  ///   - memory: where the training stood, for a step other than the first one.
  ///   - isStepwise: whether rules name the results before them; a rounded trace's always do.
  public init(
    of trace: Trace, in notation: Notation, typed: TypedNumbers = TypedNumbers(),
    isStepwise: Bool = false, memory: TrainingState? = nil
  ) {
    self.trace = trace
    self.memory = memory
    self.isStepwise = isStepwise || trace.isRounded
    self.typed = typed
    symbols = Symbols(of: trace.network, in: notation)
  }

  /// The notation in which the trace is told.
  public var notation: Notation { symbols.notation }

  /// The rule behind the quantities of a block.
  public func rule(of block: Block) -> Rule {
    let rules = Rules(
      network: trace.network, rule: trace.rule, convention: trace.convention, symbols: symbols,
      shiftsSoftmax: hasLargeNets, isStepwise: isStepwise)
    return rules.rule(for: block)
  }

  /// Whether e^net of a softmax output would leave Double, or leave nothing to divide by.
  private var hasLargeNets: Bool {
    guard trace.network.outputLayer.activation == .softmax else { return false }
    return [Pass.before, .after].contains { value(of: .largestNet($0)).magnitude > 300 }
  }

  /// One quantity of a block.
  public func step(_ n: Int, of block: Block) -> Step {
    let quantity = trace.quantity(n, of: block)
    return Step(
      quantity: quantity, indices: Indices(of: quantity), phase: block.phase,
      value: trace.value(n, of: block))
  }
}

/// A quantity of a trace, with its value. Its rule is that of its block.
public struct Step: Hashable, Sendable {
  /// What the value is of, with its nodes by position in the network.
  public let quantity: Quantity
  /// The nodes in place of the rule's index variables.
  public let indices: Indices
  /// The part of the training step it belongs to.
  public let phase: Phase
  /// With the sign of the notation.
  public let value: Double
}

/// Numbers as the user typed them.
public struct TypedNumbers: Sendable {
  /// The text of x, one an input; `nil`, or left out, for one that was not typed.
  public var inputs: [String?] = []
  /// The text of t, one an output; `nil`, or left out, for one that was not typed.
  public var targets: [String?] = []
  /// A threshold is kept as the bias it stands for, with its sign turned.
  public var parameters: [Parameter: String] = [:]
  /// The text of η; `nil` where it was not typed.
  public var learningRate: String?

  /// Makes a record of nothing typed.
  public init() {}
}

extension Derivation {
  /// How a quantity was typed, if it was.
  public func typedText(of quantity: Quantity) -> String? {
    switch quantity {
    case .input(let i): return typed.inputs.indices.contains(i) ? typed.inputs[i] : nil
    case .target(let k):
      let position = k - symbols.outputs.lowerBound
      return typed.targets.indices.contains(position) ? typed.targets[position] : nil
    case .output(let i, _) where symbols.layer(of: i) < 0: return typedText(of: .input(i))
    case .parameter(.value, let parameter):
      guard let text = typed.parameters[parameter] else { return nil }
      let isTurned = parameter.part == .bias && notation.convention.subtractsThresholds
      return isTurned ? text.withSignTurned : text
    case .parameter, .product, .sum, .net, .output, .outputLoss, .loss, .back, .error, .slope,
      .jacobian, .delta:
      return nil
    }
  }
}

extension Derivation {
  /// Every quantity that the trace tells, by its id.
  public var quantitiesByID: [String: Quantity] {
    var result: [String: Quantity] = [:]
    for block in trace.blocks {
      for n in 0..<block.count where trace.isTold(n, of: block) {
        let quantity = trace.quantity(n, of: block)
        result[symbols.id(of: quantity)] = quantity
      }
    }
    return result
  }
}
