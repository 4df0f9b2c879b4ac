/// The weights and biases of a linear layer that leave the least squared error, by the closed form:
/// the normal equations (XᵀX)w = Xᵀt, one system of them for each output.
public struct LeastSquares: Hashable, Sendable {
  /// One neuron an output, like those of the network's only layer.
  public let neurons: [Neuron]

  /// Solves for a network on samples.
  ///
  /// `nil` where descent has no closed form to come to: more than one layer, an activation, a loss
  /// that is not a sum of squares, frozen or shared parameters; or where samples leave the weights
  /// open.
  public init?(_ network: Network, on samples: [Sample]) {
    let layer = network.outputLayer
    guard network.layers.count == 1, layer.activation == .identity, layer.frozen.isEmpty,
      layer.biasKind != .shared || layer.neurons.count == 1, network.loss.isSumOfSquares,
      !samples.isEmpty, samples.allSatisfy({ $0.targets != nil })
    else { return nil }
    let hasBias = layer.biasKind != .absent
    let rows = samples.map { hasBias ? $0.inputs + [1] : $0.inputs }
    var solved: [Neuron] = []
    for (k, neuron) in layer.neurons.enumerated() {
      let targets = samples.map { $0.targets?[k] ?? 0 }
      guard let solution = LeastSquares.solve(rows, targets) else { return nil }
      solved.append(
        Neuron(
          name: neuron.name, weights: Array(solution.prefix(neuron.weights.count)),
          bias: hasBias ? solution.last : nil))
    }
    neurons = solved
  }

  /// The solution of the normal equations by elimination with the largest pivot; `nil` where they
  /// leave it open.
  private static func solve(_ rows: [[Double]], _ targets: [Double]) -> [Double]? {
    let count = rows[0].count
    var system = (0..<count).map { a in
      (0..<count).map { b in rows.reduce(0) { $0 + $1[a] * $1[b] } }
        + [zip(rows, targets).reduce(0) { $0 + $1.0[a] * $1.1 }]
    }
    let size = system.flatMap { $0.dropLast() }.map(\.magnitude).max() ?? 0
    for column in 0..<count {
      let pivot =
        (column..<count).max { system[$0][column].magnitude < system[$1][column].magnitude }
        ?? column
      guard system[pivot][column].magnitude > 1e-12 * size else { return nil }
      system.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = system[row][column] / system[column][column]
        for place in column...count { system[row][place] -= factor * system[column][place] }
      }
    }
    let solution = (0..<count).map { system[$0][count] / system[$0][$0] }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }
}

extension Loss {
  /// Whether the loss is a multiple of Σ(t − y)².
  var isSumOfSquares: Bool {
    switch self {
    case .halfSquaredError, .squaredError, .meanSquaredError: true
    case .binaryCrossEntropy, .crossEntropy, .absoluteError, .huber, .perceptron: false
    }
  }
}
