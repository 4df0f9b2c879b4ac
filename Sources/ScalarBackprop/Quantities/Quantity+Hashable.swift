// Equality and hashing of quantities, by which everything about a step is looked up. They are written
// out so that other modules can have them for their own indices; what the compiler makes of a generic
// type cannot be had there, and is many times slower.

extension QuantityAt: Equatable where Index: Equatable {
  /// Whether both are the same number of a step.
  @inlinable
  public static func == (a: QuantityAt, b: QuantityAt) -> Bool {
    guard a.kind == b.kind else { return false }
    switch a {
    case .loss: return true
    case .input(let i): if case .input(let otherI) = b { return i == otherI }
    case .target(let i): if case .target(let otherI) = b { return i == otherI }
    case .error(let i): if case .error(let otherI) = b { return i == otherI }
    case .slope(let i): if case .slope(let otherI) = b { return i == otherI }
    case .delta(let i): if case .delta(let otherI) = b { return i == otherI }
    case .sum(let i, _): if case .sum(let otherI, _) = b { return i == otherI }
    case .scaledSum(let i, _): if case .scaledSum(let otherI, _) = b { return i == otherI }
    case .net(let i, _): if case .net(let otherI, _) = b { return i == otherI }
    case .output(let i, _): if case .output(let otherI, _) = b { return i == otherI }
    case .outputLoss(let i, _): if case .outputLoss(let otherI, _) = b { return i == otherI }
    case .back(let i, let j):
      if case .back(let otherI, let otherJ) = b { return i == otherI && j == otherJ }
    case .jacobian(let i, let j):
      if case .jacobian(let otherI, let otherJ) = b { return i == otherI && j == otherJ }
    case .product(let i, let j, _):
      if case .product(let otherI, let otherJ, _) = b { return i == otherI && j == otherJ }
    case .parameter(_, let own): if case .parameter(_, let other) = b { return own == other }
    }
    return false
  }
}

extension QuantityAt: Hashable where Index: Hashable {
  /// Hashes the kind of number and its nodes.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .loss: break
    case .parameter(_, let parameter): parameter.hash(into: &hasher)
    case .input(let i), .target(let i), .sum(let i, _), .scaledSum(let i, _), .net(let i, _),
      .output(let i, _),
      .outputLoss(let i, _), .error(let i), .slope(let i), .delta(let i):
      hasher.combine(i)
    case .product(let j, let i, _), .back(let j, let i), .jacobian(let j, let i):
      hasher.combine(j)
      hasher.combine(i)
    }
  }
}

extension QuantityAt {
  /// A number of its own for each sort of number; for parameters, for each role.
  @inlinable
  var kind: Int {
    switch self {
    case .input: 0
    case .target: 1
    case .product(_, _, let pass): 2 + pass.rank
    case .sum(_, let pass): 4 + pass.rank
    case .net(_, let pass): 6 + pass.rank
    case .output(_, let pass): 8 + pass.rank
    case .outputLoss(_, let pass): 10 + pass.rank
    case .loss(let pass): 12 + pass.rank
    case .back: 14
    case .error: 15
    case .slope: 16
    case .jacobian: 17
    case .delta: 18
    case .scaledSum(_, let pass): 19 + pass.rank
    case .parameter(let role, _): 32 + role.rank
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
