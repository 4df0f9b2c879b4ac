/// A parameter of the network.
public enum ParameterAt<Index> {
  /// The weight into `to` from `from`.
  case weight(to: Index, from: Index)
  /// A neuron's own bias.
  case bias(Index)
  /// A parameter that several neurons of a layer use, by its place among the layer's weights or biases:
  /// the one bias of a whole layer, a weight of a kernel, the bias of a map. Layers count from 0.
  case shared(ParameterPart, layer: Int, Int)

  /// Which part of its layer's parameters it belongs to.
  public var part: ParameterPart {
    switch self {
    case .weight: .weights
    case .bias: .bias
    case .shared(let part, _, _): part
    }
  }
}

/// A parameter at nodes named by their position in the network.
public typealias Parameter = ParameterAt<Int>

extension ParameterAt: Sendable where Index: Sendable {}

/// The two parts of a layer's parameters.
public enum ParameterPart: String, CaseIterable, Hashable, Sendable {
  /// w of every neuron.
  case weights
  /// b of every neuron, or the one that they share.
  case bias
}

/// Which biases a layer has.
public enum BiasKind: Hashable, Sendable {
  /// No neuron has one.
  case absent
  /// One for all neurons.
  case shared
  /// One for each neuron.
  case each
}

extension ParameterAt {
  /// The same parameter with its nodes named in another way.
  @inlinable
  public func map<Other>(_ other: (Index) -> Other) -> ParameterAt<Other> {
    switch self {
    case .weight(let j, let i): .weight(to: other(j), from: other(i))
    case .bias(let j): .bias(other(j))
    case .shared(let part, let layer, let n): .shared(part, layer: layer, n)
    }
  }
}

// Equality and hashing, as those of quantities.

extension ParameterAt: Equatable where Index: Equatable {
  /// Whether both are the same parameter.
  @inlinable
  public static func == (a: ParameterAt, b: ParameterAt) -> Bool {
    switch a {
    case .weight(let j, let i):
      if case .weight(let otherJ, let otherI) = b { return j == otherJ && i == otherI }
    case .bias(let j): if case .bias(let other) = b { return j == other }
    case .shared(let part, let l, let n):
      if case .shared(let otherPart, let otherL, let otherN) = b {
        return part == otherPart && l == otherL && n == otherN
      }
    }
    return false
  }
}

extension ParameterAt: Hashable where Index: Hashable {
  /// Hashes the kind of parameter and its nodes.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .weight(let j, let i):
      hasher.combine(0)
      hasher.combine(j)
      hasher.combine(i)
    case .bias(let j):
      hasher.combine(1)
      hasher.combine(j)
    case .shared(let part, let l, let n):
      hasher.combine(part == .weights ? 2 : 3)
      hasher.combine(l)
      hasher.combine(n)
    }
  }
}
