package import Phrases
internal import ScalarBackprop
package import Texts

/// A seeded set of points in the plane with two classes, as a network file to be trained: what the
/// well-known playground lets people play with.
package enum DataSet: String, CaseIterable, Sendable {
  /// A disc within a ring.
  case circle
  /// Two diagonal quarters against the other two.
  case xor
  /// Two clouds.
  case gauss
  /// Two arms wound about each other.
  case spiral

  /// The name by which the command line knows it; that of a built-in network is taken already.
  package var name: String { self == .xor ? "xor-points" : rawValue }

  /// What it is, in a line.
  package var summary: Phrase {
    switch self {
    case .circle: Phrase("points in a disc and in the ring around it", "圆盘与外环中的点")
    case .xor: Phrase("XOR pattern: points in opposite quadrants", "异或图案：对角象限中的点为一类")
    case .gauss: Phrase("two clouds of points", "两团点")
    case .spiral: Phrase("two spiral arms around each other", "两条缠绕的螺旋")
    }
  }

  /// What data sets are for.
  package static let heading = Phrase(
    "Data sets to experiment with, any number of points (--samples) and any seed (--seed)",
    "可自选点数（--samples）和种子（--seed）的数据集")

  /// The title of a file with so many samples.
  package func title(samples count: Int = 40) -> Phrase {
    let chinese =
      switch self {
      case .circle: "圆环数据"
      case .xor: "异或数据"
      case .gauss: "两团数据"
      case .spiral: "螺旋数据"
      }
    return Phrase("\(name), \(count) samples", "\(chinese)，\(count) 个样本")
  }

  /// The data set of this name.
  package static func named(_ name: String) -> DataSet? { allCases.first { $0.name == name } }

  /// A network file with so many samples; the same seed gives the same points everywhere.
  package func source(
    samples count: Int = 40, seed: UInt64 = 1, in language: Language = .english
  ) -> String {
    let summary = summary.english.text.prefix(1).uppercased() + summary.english.text.dropFirst()
    return source(
      samples: count, seed: seed,
      comment:
        "«\(summary), drawn with seed \(seed). Coordinates lie between -1 and 1.|\(self.summary.chinese)，种子 \(seed)。坐标在 -1 与 1 之间。»",
      title: title(samples: count)[language], hidden: self == .spiral ? [8, 8] : [4],
      training: self == .spiral
        ? "learningRate: 0.02,\n  optimizer: { kind: \"adam\" }" : "learningRate: 0.3",
      epochs: 500, weightSeed: seed
    ).inOneLanguage(language)
  }

  /// The points with hidden layers of tanh neurons, so many in each.
  func source(
    samples count: Int, seed: UInt64, comment: String, title: String, hidden: [Int],
    training: String, epochs: Int, weightSeed: UInt64
  ) -> String {
    var random = RandomSource(seed: seed)
    let samples = (0..<count).map { n in
      let isFirst = n % 2 == 0
      let point = point(isFirst, at: Double(n / 2) / Double(max(1, (count + 1) / 2)), &random)
      return "    { inputs: [\(text(point.x)), \(text(point.y))], targets: [\(isFirst ? 1 : 0)] },"
    }
    let layers = hidden.enumerated().map { n, neurons in
      layer(of: neurons, isFirst: n == 0, seed: weightSeed &+ UInt64(n))
    }
    return """
      // \(comment)
      {
        title: "\(title)",
        inputs: ["x", "y"],
        layers: [
      \(layers.joined(separator: "\n"))
          { neurons: ["class"], activation: "sigmoid",
            weights: { random: "xavier", seed: \(weightSeed &+ UInt64(hidden.count)) }, biases: [0] },
        ],
        loss: "binary-cross-entropy",
        \(training),
        epochs: \(epochs),
        batchSize: 10,
        shuffle: \(seed),
        samples: [
      \(samples.joined(separator: "\n"))
        ],
      }

      """
  }

  private func layer(of neurons: Int, isFirst: Bool, seed: UInt64) -> String {
    // The arms of a spiral take a first layer that sees finer than coordinates below 1 let it.
    let isFine = isFirst && self == .spiral
    let weights = isFine ? "random: \"normal\", scale: 2" : "random: \"xavier\""
    let limit = isFine ? "1" : "0.5"
    return """
          { neurons: \(neurons), activation: "tanh",
            weights: { \(weights), seed: \(seed) },
            biases: { random: "uniform", from: -\(limit), to: \(limit), seed: \(seed) } },
      """
  }

  /// A number with three decimals.
  private func text(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000).\(padded)"
  }
}
