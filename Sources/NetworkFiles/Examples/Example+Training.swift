internal import Phrases

// Networks to be trained, rather than worked out by hand.

extension Example {
  static let fourHidden = Example(
    name: "four-hidden",
    chineseTitle: "四个隐藏神经元，1500 次迭代",
    summary: Phrase(
      "3-4-1 without biases, trained for 1,500 iterations",
      "3-4-1，无偏置，训练 1500 次"),
    source: """
      // The exclusive or of the first two inputs; the third one is always 1, in place of a bias.
      // All four samples make one step, 1,500 times. Another seed begins elsewhere and ends alike.
      {
        title: "Four hidden neurons, 1,500 iterations",
        inputs: 3,
        layers: [
          { neurons: 4, weights: { random: "uniform", seed: 1 } },
          { neurons: 1, weights: { random: "uniform", seed: 2 } },
        ],
        loss: "squared-error",
        learningRate: 1,
        samples: [
          { inputs: [0, 0, 1], targets: [0] },
          { inputs: [0, 1, 1], targets: [1] },
          { inputs: [1, 0, 1], targets: [1] },
          { inputs: [1, 1, 1], targets: [0] },
        ],
        epochs: 1500,
        batchSize: "all",
        batchLoss: "sum",
      }

      """)

  static let curve = Example(
    name: "curve",
    chineseTitle: "1-3-1 拟合一段波",
    summary: Phrase(
      "a 1-3-1 network that learns a wave; see it with --plot",
      "1-3-1 网络拟合一条波形曲线；可加 --plot 查看"),
    source: """
      // Three tanh neurons, added up, can bend twice: enough for one wave.
      {
        title: "1-3-1 fits a wave",
        inputs: ["x"],
        layers: [
          { neurons: 3, activation: "tanh", weights: { random: "uniform", from: -2, to: 2, seed: 4 },
            biases: { random: "uniform", from: -1, to: 1, seed: 5 } },
          { neurons: ["y"], activation: "identity",
            weights: { random: "uniform", from: -1, to: 1, seed: 6 }, biases: [0] },
        ],
        learningRate: 0.1,
        samples: [
          { inputs: [-1.0], targets: [0.0] }, { inputs: [-0.8], targets: [-0.59] },
          { inputs: [-0.6], targets: [-0.95] }, { inputs: [-0.4], targets: [-0.95] },
          { inputs: [-0.2], targets: [-0.59] }, { inputs: [0.0], targets: [0.0] },
          { inputs: [0.2], targets: [0.59] }, { inputs: [0.4], targets: [0.95] },
          { inputs: [0.6], targets: [0.95] }, { inputs: [0.8], targets: [0.59] },
          { inputs: [1.0], targets: [0.0] },
        ],
        epochs: 3000,
        shuffle: 1,
      }

      """)

  static let leastSquares = Example(
    name: "least-squares",
    chineseTitle: "过五个点的直线",
    summary: Phrase(
      "a straight line by descent, to the weights of the closed form",
      "用梯度下降拟合直线，得到与闭式解相同的权重"),
    source: """
      // Least squares: with the means x̄ = 2 and t̄ = 3.5 the best slope is
      // Σ(x − x̄)(t − t̄)/Σ(x − x̄)² = 13/10 = 1.3, and the bias t̄ − 1.3·x̄ = 0.9. Descent comes there
      // from anywhere.
      {
        title: "A straight line through five points",
        inputs: ["x"],
        layers: [ { neurons: ["y"], activation: "identity", weights: [[0]], biases: [0] } ],
        loss: "squared-error",
        learningRate: 0.05,
        samples: [
          { inputs: [0], targets: [1] }, { inputs: [1], targets: [2] },
          { inputs: [2], targets: [3.5] }, { inputs: [3], targets: [5] },
          { inputs: [4], targets: [6] },
        ],
        epochs: 2000,
        batchSize: "all",
      }

      """)

  static let threeClasses = Example(
    name: "three-classes",
    chineseTitle: "小、中、大",
    summary: Phrase(
      "numbers sorted into three classes: two cuts on one line",
      "把数分成小、中、大三类：一条线上的两刀"),
    source: """
      // One number in, three classes out. Softmax over three straight lines makes two cuts.
      {
        title: "Small, middle, large",
        inputs: ["x"],
        layers: [
          { neurons: ["small", "middle", "large"], activation: "softmax",
            weights: [[0], [0], [0]], biases: [0, 0, 0] },
        ],
        loss: "cross-entropy",
        learningRate: 0.5,
        samples: [
          { inputs: [1], targets: [1, 0, 0] }, { inputs: [2], targets: [1, 0, 0] },
          { inputs: [3], targets: [1, 0, 0] }, { inputs: [4], targets: [0, 1, 0] },
          { inputs: [5], targets: [0, 1, 0] }, { inputs: [6], targets: [0, 1, 0] },
          { inputs: [7], targets: [0, 0, 1] }, { inputs: [8], targets: [0, 0, 1] },
          { inputs: [9], targets: [0, 0, 1] },
        ],
        epochs: 3000,
        batchSize: "all",
      }

      """)

  static let moreNodes = Example(
    name: "more-nodes",
    chineseTitle: "螺旋，隐藏神经元：14",
    summary: Phrase(
      "a spiral in one layer of 14, to be held against more-layers",
      "一层 14 个神经元学螺旋，与 more-layers 对照"),
    source: spiral(
      """
      One layer of 14, 57 parameters; more-layers has 59 in two layers. From any --seed it
      // sorts some 36 of 40 samples.
      """, [14]))

  static let moreLayers = Example(
    name: "more-layers",
    chineseTitle: "螺旋，隐藏神经元：6 和 5",
    summary: Phrase(
      "the same spiral in layers of 6 and 5, about as many parameters",
      "同样的螺旋，6 与 5 两层，参数差不多"),
    source: spiral(
      """
      Layers of 6 and 5, 59 parameters. They can sort all 40 samples, which one layer of 14 hardly
      // does, but they are harder to train: compare --seed 7 and --seed 3.
      """, [6, 5]))

  private static func spiral(_ comment: String, _ hidden: [Int]) -> String {
    DataSet.spiral.source(
      samples: 40, seed: 1, comment: comment,
      title: "A spiral, hidden neurons: \(hidden.map(String.init).joined(separator: " and "))",
      hidden: hidden, training: "learningRate: 0.02,\n  optimizer: { kind: \"adam\" }",
      epochs: 1000, weightSeed: 16)
  }
}
