public import Phrases
internal import ScalarBackprop
public import Texts

/// A network file made for a shape, to be edited.
public struct NetworkTemplate {
  /// The number of inputs, then of each layer's neurons.
  let shape: [Int]
  private var random: RandomSource
  /// What is left of numbers that occur once; `nil` where they may come again.
  private var deck: [String]?

  /// Takes two or more counts, each at least 1, and the seed of the numbers.
  ///
  /// - Parameter hasDistinctNumbers: whether no two numbers are the same, as long as there are
  ///   friendly ones.
  public init(shape: [Int], seed: UInt64, hasDistinctNumbers: Bool = false) {
    self.shape = shape
    random = RandomSource(seed: seed)
    if hasDistinctNumbers { deck = shuffledDeck() }
  }

  /// Magnitudes from 0.1 to 0.95 with a sign each, those of one decimal to be dealt first.
  private mutating func shuffledDeck() -> [String] {
    func shuffled(_ digits: [Int], _ ending: String) -> [String] {
      var rest = digits.map { "0.\($0)\(ending)" }
      var result: [String] = []
      while !rest.isEmpty {
        let text = rest.remove(at: digit(below: rest.count))
        result.append(digit(below: 2) == 0 ? text : "-" + text)
      }
      return result
    }
    let short = shuffled(Array(1...9), "")
    let long = shuffled(Array(1...9), "5")
    return (short + long + shuffled(Array(1...9), "2") + shuffled(Array(1...9), "8")).reversed()
  }

  /// The file, with friendly numbers: weights and biases in ±0.9 with one decimal, none of them 0.
  public mutating func source(title: Phrase? = nil, in language: Language = .english) -> String {
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
    (0..<count).map { _ in
      if let number = deck?.popLast() { return number }
      let digit = digit(below: 18)
      return digit < 9 ? "-0.\(9 - digit)" : "0.\(digit - 8)"
    }
  }

  private mutating func digit(below limit: Int) -> Int { Int(random.uniform() * Double(limit)) }

  private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
}
