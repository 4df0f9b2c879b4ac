package import Phrases
package import ScalarBackprop
package import Texts

/// A network file made for a shape, to be edited.
package struct NetworkTemplate {
  /// The number of inputs, then of each layer's neurons.
  let shape: [Int]
  /// f of the hidden layers, and of the output layer where the loss takes it.
  package var activation = Activation.sigmoid
  /// The loss.
  package var loss = Loss.halfSquaredError
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
    let count = shape.count - 1
    let layers = (1...count).map { l in
      layer(of: shape[l], incoming: shape[l - 1], l == count ? outputActivation : hiddenActivation)
    }
    let inputs = numbers(shape[0]).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
    let targets = (0..<shape[count]).map(target)
    return """
      // \(comment[language])
      {
        title: "\(title[language])",
        inputs: \(shape[0]),
        layers: [
      \(layers.joined(separator: "\n"))
        ],
        loss: "\(loss.rawValue)",
        learningRate: 0.5,
        samples: [
          { inputs: \(list(inputs)),
            targets: \(list(targets)) },
        ],
      }

      """
  }

  /// The output layer's function: the one asked for, else the usual one of the loss.
  private var outputActivation: Activation {
    let usual: [Activation] = loss == .hinge ? [.tanh] : [.sigmoid, .softmax, .step]
    return ([activation] + usual).first(where: loss.suits) ?? activation
  }

  /// Some functions are for outputs only.
  private var hiddenActivation: Activation {
    activation.mixesNeurons || activation.isThreshold ? .sigmoid : activation
  }

  /// A target that the output can have: a class, a side, or a number within reach.
  private func target(_ k: Int) -> String {
    switch (loss, outputActivation) {
    case (.hinge, _), (_, .sign): k == 0 ? "1" : "-1"
    case (.crossEntropy, _), (_, .softmax), (_, .step): k == 0 ? "1" : "0"
    default: ["0.9", "0.1", "0.2", "0.8"][k % 4]
    }
  }

  private mutating func layer(
    of count: Int, incoming: Int, _ activation: Activation
  ) -> String {
    let rows = (0..<count).map { _ in list(numbers(incoming)) }
    return """
          { neurons: \(count), activation: "\(activation.rawValue)",
            weights: [\(rows.joined(separator: ",\n                "))],
            biases: \(list(numbers(count))) },
      """
  }

  private mutating func numbers(_ count: Int) -> [String] {
    (0..<count).map { _ in friendly.next() }
  }

  private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
}
