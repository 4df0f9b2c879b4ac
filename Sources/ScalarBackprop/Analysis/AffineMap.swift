/// y_j = Σ_i w_ji·x_i + b_j, an affine map: what linear layers do together, however many they are.
public struct AffineMap: Hashable, Sendable {
  /// w, one row an output, one column an input.
  public private(set) var weights: [[Double]]
  /// b, one an output; `nil` where no layer has a bias.
  public private(set) var biases: [Double]?

  /// Takes one layer's weights and biases, whatever its activation.
  public init(_ layer: Layer) {
    weights = layer.neurons.map(\.weights)
    biases =
      layer.biasKind == .absent
      ? nil : layer.neurons.indices.map(layer.bias)
  }

  /// Multiplies layers out, the first one first: W = W₂·W₁ and b = W₂·b₁ + b₂, sum by sum.
  ///
  /// - Parameter layers: at least one, each taking what the one before puts out.
  public init(_ layers: ArraySlice<Layer>) {
    self = AffineMap(layers[layers.startIndex])
    for layer in layers.dropFirst() { append(AffineMap(layer)) }
  }

  private mutating func append(_ next: AffineMap) {
    let (inner, offset) = (weights, biases)
    weights = next.weights.map { row in
      (inner.first ?? []).indices.map { i in
        zip(row, inner).reduce(0) { $0 + $1.0 * $1.1[i] }
      }
    }
    let passed = offset.map { offset in
      next.weights.map { row in zip(row, offset).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    switch (passed, next.biases) {
    case (let passed?, let own?): biases = zip(passed, own).map { $0 + $1 }
    case (let passed, let own): biases = passed ?? own
    }
  }
}
