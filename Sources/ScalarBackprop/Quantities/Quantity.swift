/// One number of a training step, at given nodes.
///
/// `Index` is how nodes are named: by position in the network, counted from 0, in a `Quantity`;
/// by index variables (j, i, k) in the rules that are written about every node alike.
public enum QuantityAt<Index> {
  /// x, an input.
  case input(Index)
  /// t, the target of an output node.
  case target(Index)
  /// A parameter, or what an update knows of it.
  case parameter(ParameterRole, ParameterAt<Index>)
  /// w·input, one term of a net value.
  case product(to: Index, from: Index, Pass)
  /// The sum of the products, before the bias; of subsampling the sum of the window.
  case sum(Index, Pass)
  /// The one weight of a subsampling neuron times the sum of its window.
  case scaledSum(Index, Pass)
  /// The net value: the sum of the products and the bias.
  case net(Index, Pass)
  /// f(net).
  case output(Index, Pass)
  /// E[k], the part of the loss that belongs to one output node.
  case outputLoss(Index, Pass)
  /// E, the loss of the sample.
  case loss(Pass)
  /// δ of one node times the weight that leads there: one term of the error that reaches `to`.
  case back(from: Index, to: Index)
  /// The error that reaches the output of a node: ±∂E/∂out.
  case error(Index)
  /// f′(net).
  case slope(Index)
  /// ∂out/∂net between two nodes of a softmax layer.
  case jacobian(of: Index, by: Index)
  /// δ = ±∂E/∂net.
  case delta(Index)
}

/// What is told of a parameter.
public enum ParameterRole: Hashable, Sendable {
  /// The parameter itself, before the update.
  case value
  /// ∂E/∂w, always the true derivative of E.
  case gradient
  /// What the optimiser remembers.
  case state(Optimizer.State)
  /// What is added to the parameter.
  case change
  /// The parameter after the update.
  case new
}

/// The forward pass goes through the sample twice.
public enum Pass: Hashable, Sendable {
  /// With the parameters as given.
  case before
  /// With the updated parameters.
  case after
}

/// A quantity at nodes named by their position in the network, counted from 0, inputs first.
public typealias Quantity = QuantityAt<Int>

extension QuantityAt: Sendable where Index: Sendable {}

extension QuantityAt {
  /// The same quantity with its nodes named in another way.
  @inlinable
  public func map<Other>(_ other: (Index) -> Other) -> QuantityAt<Other> {
    switch self {
    case .input(let i): .input(other(i))
    case .target(let k): .target(other(k))
    case .parameter(let role, let parameter): .parameter(role, parameter.map(other))
    case .product(let j, let i, let pass): .product(to: other(j), from: other(i), pass)
    case .sum(let j, let pass): .sum(other(j), pass)
    case .scaledSum(let j, let pass): .scaledSum(other(j), pass)
    case .net(let j, let pass): .net(other(j), pass)
    case .output(let j, let pass): .output(other(j), pass)
    case .outputLoss(let k, let pass): .outputLoss(other(k), pass)
    case .loss(let pass): .loss(pass)
    case .back(let k, let j): .back(from: other(k), to: other(j))
    case .error(let j): .error(other(j))
    case .slope(let j): .slope(other(j))
    case .jacobian(let k, let j): .jacobian(of: other(k), by: other(j))
    case .delta(let j): .delta(other(j))
    }
  }
}
