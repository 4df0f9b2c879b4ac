/// The weights and biases of a linear layer that leave the least squared error, found at once: the
/// w that makes ‖Xw − t‖ smallest, by Householder's QR factorisation of X (1958), which loses no
/// digits to the squares of the normal equations.
public struct LeastSquares: Hashable, Sendable {
  /// One neuron an output, like those of the network's only layer.
  public let neurons: [Neuron]

  /// Solves for a network on samples.
  ///
  /// `nil` where descent has no closed form to come to: more than one layer, an activation, a loss
  /// that is not a sum of squares, frozen or shared parameters, weight decay; or where samples leave
  /// the weights open, or are so few that there is nothing to be balanced.
  public init?(_ network: Network, on samples: [Sample], weightDecay: Double = 0) {
    let layer = network.outputLayer
    guard network.layers.count == 1, network.isDense, layer.activation.isLinear,
      layer.frozen.isEmpty,
      layer.biasKind != .shared || layer.neurons.count == 1, network.loss.isSumOfSquares,
      weightDecay == 0, samples.count > network.inputs.count,
      samples.allSatisfy({ $0.targets != nil })
    else { return nil }
    let hasBias = layer.biasKind != .absent
    // A column an input, then the constant 1 of the bias.
    var columns = network.inputs.indices.map { i in samples.map { $0.inputs[i] } }
    if hasBias { columns.append(samples.map { _ in 1 }) }
    let targets = layer.neurons.indices.map { k in samples.map { $0.targets?[k] ?? 0 } }
    guard let solutions = LeastSquares.solve(columns, targets) else { return nil }
    neurons = zip(layer.neurons, solutions).map { neuron, solution in
      Neuron(
        name: neuron.name, weights: Array(solution.prefix(network.inputs.count)),
        bias: hasBias ? solution.last : nil)
    }
  }

  /// The w of each right side; `nil` where a column is, to rounding, made of those before it.
  private static func solve(_ columns: [[Double]], _ targets: [[Double]]) -> [[Double]]? {
    var (columns, targets) = (columns, targets)
    guard columns[0].count >= columns.count else { return nil }
    let sizes = columns.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    for n in columns.indices {
      let rest = columns[n][n...]
      let size = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard size.isFinite, size > 1e-12 * sizes[n] else { return nil }
      var mirror = Array(rest)
      mirror[0] += mirror[0] < 0 ? -size : size
      for m in columns.indices where m >= n { reflect(&columns[m], mirror, from: n) }
      for k in targets.indices { reflect(&targets[k], mirror, from: n) }
    }
    let solutions = targets.map { target in
      var solution = Array(repeating: 0.0, count: columns.count)
      for n in columns.indices.reversed() {
        let known = columns.indices.dropFirst(n + 1).reduce(0.0) {
          $0 + columns[$1][n] * solution[$1]
        }
        solution[n] = (target[n] - known) / columns[n][n]
      }
      return solution
    }
    return solutions.allSatisfy { $0.allSatisfy(\.isFinite) } ? solutions : nil
  }

  /// v − 2m(m·v)/(m·m) from a row on.
  private static func reflect(_ vector: inout [Double], _ mirror: [Double], from start: Int) {
    var (product, square) = (0.0, 0.0)
    for n in mirror.indices {
      product += mirror[n] * vector[start + n]
      square += mirror[n] * mirror[n]
    }
    let factor = 2 * product / square
    for n in mirror.indices { vector[start + n] -= factor * mirror[n] }
  }

  /// The parameters in the order of a network's own.
  public var parameterValues: [Double] { neurons.flatMap(\.weights) + neurons.compactMap(\.bias) }
}

extension Loss {
  /// Whether the loss is a multiple of Σ(t − y)².
  var isSumOfSquares: Bool {
    switch self {
    case .halfSquaredError, .squaredError, .meanSquaredError: true
    case .binaryCrossEntropy, .crossEntropy, .absoluteError, .huber, .hinge, .perceptron: false
    }
  }
}
