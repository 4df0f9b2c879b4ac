// Equality and hashing of quantities, by which everything about a step is looked up. They are written
// out so that other modules can have them for their own indices; what the compiler makes of a generic
// type cannot be had there, and is many times slower.

extension QuantityAt: Equatable where Index: Equatable {
  /// Whether both are the same number of a step.
  @inlinable
  public static func == (a: QuantityAt, b: QuantityAt) -> Bool {
    let (a, b) = (a.parts, b.parts)
    return a.kind == b.kind && a.first == b.first && a.second == b.second
  }
}

extension QuantityAt: Hashable where Index: Hashable {
  /// Hashes the kind of number and its nodes.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    let parts = parts
    hasher.combine(parts.kind)
    if let first = parts.first { hasher.combine(first) }
    if let second = parts.second { hasher.combine(second) }
  }
}

extension QuantityAt {
  /// What sort of number it is, as a number of its own for each sort, and the nodes it is at.
  @inlinable
  var parts: (kind: Int, first: Index?, second: Index?) {
    switch self {
    case .input(let i): (0, i, nil)
    case .target(let k): (1, k, nil)
    case .product(let j, let i, let pass): (2 + pass.rank, j, i)
    case .sum(let j, let pass): (4 + pass.rank, j, nil)
    case .net(let j, let pass): (6 + pass.rank, j, nil)
    case .output(let j, let pass): (8 + pass.rank, j, nil)
    case .outputLoss(let k, let pass): (10 + pass.rank, k, nil)
    case .loss(let pass): (12 + pass.rank, nil, nil)
    case .back(let k, let j): (14, k, j)
    case .error(let j): (15, j, nil)
    case .slope(let j): (16, j, nil)
    case .jacobian(let k, let j): (17, k, j)
    case .delta(let j): (18, j, nil)
    case .parameter(let role, let parameter):
      (
        32 &* (1 &+ parameter.parts.kind) &+ role.rank, parameter.parts.first,
        parameter.parts.second
      )
    }
  }
}

extension Pass {
  /// 0 or 1.
  @inlinable
  var rank: Int {
    switch self {
    case .before: 0
    case .after: 1
    }
  }
}

extension ParameterRole {
  /// A number of its own for each role, below 32.
  @inlinable
  var rank: Int {
    switch self {
    case .value: 0
    case .gradient: 1
    case .change: 2
    case .new: 3
    case .state(.velocity): 4
    case .state(.moment): 5
    case .state(.square): 6
    case .state(.correctedMoment): 7
    case .state(.correctedSquare): 8
    }
  }
}
