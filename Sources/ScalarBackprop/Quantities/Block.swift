/// A run of quantities of one kind that stand side by side in a trace: all net values of a layer,
/// all gradients of its weights.
public struct Block: Hashable, Sendable {
  /// What the quantities of a block have in common.
  public enum Kind: Hashable, Sendable {
    /// x of every input, and t of every output.
    case inputs, targets
    /// One role of all weights, or of all biases, of a layer.
    case parameters(ParameterRole, ParameterPart)
    /// w·input, the incoming values of one neuron side by side.
    case products(Pass)
    /// The sum of the products of every neuron, before the bias.
    case sums(Pass)
    /// u·(sum of the window) of every subsampling neuron.
    case scaledSums(Pass)
    /// The net value of every neuron.
    case nets(Pass)
    /// f(net) of every neuron.
    case outputs(Pass)
    /// E[k] of every output.
    case outputLosses(Pass)
    /// E, a single number.
    case loss(Pass)
    /// What the backward pass leaves at every node of a layer, or at every pair of nodes.
    case backs, errors, slopes, jacobian, deltas
  }

  /// What is told in the block, and in which role or pass.
  public let kind: Kind
  /// The layer the quantities belong to, counted from 0; the output layer for losses and targets,
  /// the first one for inputs.
  public let layer: Int
  /// The sample that the quantities belong to, by its place in the step's batch; `nil` for what the
  /// batch has in common: parameters, and what becomes of them.
  public internal(set) var sample: Int?
  /// The position of the first value in the trace.
  public internal(set) var start: Int
  /// How many quantities there are.
  public let count: Int
  /// Whether the quantities are told under the trace's convention. A sum before the bias, say, is a
  /// step only where thresholds are subtracted from it.
  public let isListed: Bool

  /// The part of the step that the block belongs to.
  public var phase: Phase {
    switch kind {
    case .inputs, .targets, .parameters(.value, _): .given
    case .products(let pass), .sums(let pass), .scaledSums(let pass), .nets(let pass),
      .outputs(let pass):
      pass == .before ? .forward : .after
    case .outputLosses(let pass), .loss(let pass): pass == .before ? .error : .after
    case .backs, .errors, .slopes, .jacobian, .deltas, .parameters(.gradient, _): .backward
    case .parameters(.state, _), .parameters(.change, _), .parameters(.new, _): .update
    }
  }
}

extension Block.Kind {
  /// Whether a batch has the quantities in common: parameters, and what an update makes of them. A
  /// gradient is first of all that of one sample.
  var isCommon: Bool {
    switch self {
    case .parameters(let role, _): role != .gradient
    case .inputs, .targets, .products, .sums, .scaledSums, .nets, .outputs, .outputLosses, .loss,
      .backs,
      .errors, .slopes, .jacobian, .deltas:
      false
    }
  }

  /// Whether the quantities are gradients of parameters.
  var isGradient: Bool {
    switch self {
    case .parameters(let role, _): role == .gradient
    case .inputs, .targets, .products, .sums, .scaledSums, .nets, .outputs, .outputLosses, .loss,
      .backs,
      .errors, .slopes, .jacobian, .deltas:
      false
    }
  }
}
