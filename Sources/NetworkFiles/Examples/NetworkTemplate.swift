package import Phrases
package import Texts

/// A network file made for a shape, to be edited.
package struct NetworkTemplate {
  /// The number of inputs, then of each layer's neurons.
  let shape: [Int]
  private var friendly: FriendlyNumbers

  /// Takes two or more counts, each at least 1, and the seed of the numbers.
  ///
  /// - Parameter hasDistinctNumbers: whether no two numbers are the same, as long as there are
  ///   friendly ones.
  package init(shape: [Int], seed: UInt64, hasDistinctNumbers: Bool = false) {
    self.shape = shape
    friendly = FriendlyNumbers(seed: seed, areDistinct: hasDistinctNumbers)
  }

  /// The file, with friendly numbers: weights and biases in ±0.9 with one decimal, none of them 0.
  package mutating func source(title: Phrase? = nil, in language: Language = .english) -> String {
    let name = shape.map(String.init).joined(separator: "-")
    let title = title ?? Phrase("My \(name) network", "我的 \(name) 网络")
    let comment = Phrase(
      "A \(name) network, to be edited. One row of weights per neuron, one column per input.",
      "一个 \(name) 网络，供修改。每个神经元一行权重，每个输入一列。")
    let layers = zip(shape.dropFirst(), shape).map { layer(of: $0, incoming: $1) }
    let inputs = numbers(shape[0]).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
    let targets = (0..<shape[shape.count - 1]).map { ["0.9", "0.1", "0.2", "0.8"][$0 % 4] }
    return """
      // \(comment[language])
      {
        title: "\(title[language])",
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
    (0..<count).map { _ in friendly.next() }
  }

  private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
}
