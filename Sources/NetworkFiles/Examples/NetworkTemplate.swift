internal import ScalarBackprop

/// A network file made for a shape, to be edited.
public struct NetworkTemplate {
  /// The number of inputs, then of each layer's neurons.
  let shape: [Int]
  private var random: RandomSource

  /// Takes two or more counts, each at least 1, and the seed of the numbers.
  public init(shape: [Int], seed: UInt64) {
    self.shape = shape
    random = RandomSource(seed: seed)
  }

  /// The file, with friendly numbers: weights and biases in ±0.9 with one decimal, none of them 0.
  public mutating func source() -> String {
    let name = shape.map(String.init).joined(separator: "-")
    let layers = zip(shape.dropFirst(), shape).map { layer(of: $0, incoming: $1) }
    let inputs = (0..<shape[0]).map { _ in "0.\(1 + digit(below: 9))" }
    let targets = (0..<shape[shape.count - 1]).map { $0 == 0 ? "0.9" : "0.1" }
    return """
      // A \(name) network, to be edited. One row of weights a neuron, one column an incoming value.
      {
        title: "My \(name) network",
        inputs: \(shape[0]),
        layers: [
      \(layers.joined(separator: "\n"))
        ],
        loss: "half-squared-error",
        learningRate: 0.5,
        samples: [
          { inputs: \(list(inputs)),
            targets: \(list(targets)) },
        ],
      }

      """
  }

  private mutating func layer(of count: Int, incoming: Int) -> String {
    let rows = (0..<count).map { _ in list(numbers(incoming)) }
    return """
          { neurons: \(count), activation: "sigmoid",
            weights: [\(rows.joined(separator: ",\n                "))],
            biases: \(list(numbers(count))) },
      """
  }

  private mutating func numbers(_ count: Int) -> [String] {
    (0..<count).map { _ in
      let digit = digit(below: 18)
      return digit < 9 ? "-0.\(9 - digit)" : "0.\(digit - 8)"
    }
  }

  private mutating func digit(below limit: Int) -> Int { Int(random.uniform() * Double(limit)) }

  private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
}
