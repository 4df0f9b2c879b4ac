/// What a text's notation says about signs. It never changes a number in any other way.
public struct Convention: Hashable, Sendable {
  /// What δ stands for, and with it the error that travels back.
  public enum DeltaSign: String, Hashable, Sendable {
    /// δ = −∂E/∂net, so that parameters grow along η·δ·input.
    case descent = "-dE/dnet"
    /// δ = +∂E/∂net, so that δ is a gradient.
    case gradient = "+dE/dnet"
  }

  /// The sign of δ, of the errors and of what travels back.
  public var deltaSign: DeltaSign
  /// Whether a neuron subtracts a threshold θ = −b from its sum in place of adding a bias b.
  public var subtractsThresholds: Bool

  /// Makes a convention, by default with δ = −∂E/∂net and biases that are added.
  public init(deltaSign: DeltaSign = .descent, subtractsThresholds: Bool = false) {
    self.deltaSign = deltaSign
    self.subtractsThresholds = subtractsThresholds
  }

  /// The same with the other sign of δ.
  public var withOtherDeltaSign: Convention {
    Convention(
      deltaSign: deltaSign == .descent ? .gradient : .descent,
      subtractsThresholds: subtractsThresholds)
  }
}

extension Convention {
  /// Whether it tells a quantity with the other sign than the engine's.
  public func turns(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .back, .error, .delta: deltaSign == .descent
    case .parameter(let role, let parameter): turns(parameter.part, role)
    case .input, .target, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .slope,
      .jacobian:
      false
    }
  }

  /// Whether it tells a part of a layer's parameters, or what belongs to them, with the other sign.
  public func turns(_ part: ParameterPart, _ role: ParameterRole = .value) -> Bool {
    subtractsThresholds && part == .bias && role.hasSign
  }

  func turns(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .backs, .errors, .deltas: deltaSign == .descent
    case .parameters(let role, let part): turns(part, role)
    case .inputs, .targets, .products, .sums, .scaledSums, .nets, .outputs, .outputLosses, .loss,
      .slopes,
      .jacobian:
      false
    }
  }

  /// A value of the engine with the sign that it is told with.
  public func told(_ value: Double, as quantity: Quantity) -> Double {
    turns(quantity) ? 0 - value : value
  }
}

extension ParameterRole {
  /// Whether it changes its sign with its parameter, as all but the squares do.
  var hasSign: Bool {
    switch self {
    case .value, .gradient, .change, .new: true
    case .state(let state): state != .square && state != .correctedSquare
    }
  }
}
