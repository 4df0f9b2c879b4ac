internal import Phrases

// Networks to be trained, rather than worked out by hand.

extension Example {
  static let fourHidden = Example(
    name: "four-hidden",
    title: Phrase("Four hidden neurons, 1,500 iterations", "四个隐藏神经元，迭代 1500 次"),
    summary: Phrase(
      "3-4-1 without biases, trained for 1,500 iterations",
      "3-4-1，无偏置，训练 1500 次"),
    source: """
      // «The exclusive or of the first two inputs; the third is always 1, in place of a bias. Each step
      // uses all four samples, 1,500 times. Another seed starts elsewhere and learns it too.|前两个输入的异或；第三个输入恒为 1，代替偏置。每步用全部四个样本，共 1500 步。
      // 换一个种子，起点不同，也都能学会。»
      {
        title: "@title",
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
    title: Phrase("1-3-1 fits a wave", "1-3-1 拟合一个周期的正弦曲线"),
    summary: Phrase(
      "a 1-3-1 network that learns a wave; see it with --plot",
      "1-3-1 网络拟合一条波形曲线；可加 --plot 查看"),
    source: """
      // «The sum of three tanh neurons, each a smooth step, makes one wave.|三个 tanh 神经元各是一个光滑的台阶，相加得到一个周期的波。»
      {
        title: "@title",
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
    title: Phrase("A straight line fitted to five points", "拟合五个点的直线"),
    summary: Phrase(
      "a straight line by gradient descent, with the weights of the closed form",
      "用梯度下降拟合直线，得到与闭式解相同的权重"),
    source: """
      // «Least squares: with the means x̄ = 2 and t̄ = 3.5 the best slope is
      // Σ(x − x̄)(t − t̄)/Σ(x − x̄)² = 13/10 = 1.3, and the bias t̄ − 1.3·x̄ = 0.9. Gradient descent
      // gets there from anywhere.|最小二乘：均值 x̄ = 2，t̄ = 3.5，最佳斜率为
      // Σ(x − x̄)(t − t̄)/Σ(x − x̄)² = 13/10 = 1.3，偏置为 t̄ − 1.3·x̄ = 0.9。梯度下降从任何起点都能到达。»
      {
        title: "@title",
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
    title: Phrase("Small, middle, large", "小、中、大"),
    summary: Phrase(
      "numbers sorted into three classes: two boundaries on a line",
      "把数分成小、中、大三类：数轴上的两个分界点"),
    source: """
      // «One number in, three classes out. Softmax over three straight lines makes two boundaries.|一个数输入，三个类别输出。softmax 作用于三条直线，得到两个分界点。»
      {
        title: "@title",
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

  static let signs = Example(
    name: "signs",
    title: Phrase("Negative, zero, positive", "负数、零、正数"),
    summary: Phrase(
      "seven numbers from -3 to 3 sorted by their sign: two boundaries, one on each side of 0",
      "把 -3 到 3 的七个数按正负号分类：两个分界点，在 0 的两侧"),
    source: """
      // «The samples lie alike on both sides of 0, and so do the two boundaries. One linear layer and
      // softmax are enough; zero, the class in the middle, needs a bias.|样本在 0 的两侧对称，两个分界点也对称。一个线性层加 softmax 就够了；中间的类别（零）需要偏置。»
      {
        title: "@title",
        inputs: ["x"],
        layers: [
          { neurons: ["negative", "zero", "positive"], activation: "softmax",
            weights: [[0], [0], [0]], biases: [0, 0, 0] },
        ],
        loss: "cross-entropy",
        learningRate: 0.5,
        samples: [
          { inputs: [-3], targets: [1, 0, 0] }, { inputs: [-2], targets: [1, 0, 0] },
          { inputs: [-1], targets: [1, 0, 0] }, { inputs: [0], targets: [0, 1, 0] },
          { inputs: [1], targets: [0, 0, 1] }, { inputs: [2], targets: [0, 0, 1] },
          { inputs: [3], targets: [0, 0, 1] },
        ],
        epochs: 3000,
        batchSize: "all",
      }

      """)

  static let moreNodes = Example(
    name: "more-nodes",
    title: Phrase("A spiral, hidden neurons: 14", "螺旋，隐藏神经元：14"),
    summary: Phrase(
      "a spiral in one layer of 14; compare with more-layers",
      "一层 14 个神经元学螺旋，与 more-layers 对照"),
    source: spiral(
      """
      «One layer of 14, 57 parameters; more-layers has 59 in two layers. From any --seed it
      // sorts 35 to 38 of 40 samples.|一层 14 个神经元，57 个参数；more-layers 两层共 59 个。任何 --seed 下，40 个样本有 35 到 38 个分类正确。»
      """, [14]))

  static let moreLayers = Example(
    name: "more-layers",
    title: Phrase("A spiral, hidden neurons: 6 and 5", "螺旋，隐藏神经元：6 和 5"),
    summary: Phrase(
      "the same spiral in layers of 6 and 5, with about as many parameters",
      "同样的螺旋，6 与 5 两层，参数个数相近"),
    source: spiral(
      """
      «Layers of 6 and 5, 59 parameters. They can sort all 40 samples, which one layer of 14 hardly
      // does, but they are harder to train: compare --seed 7 and --seed 3.|6 与 5 两层，59 个参数。可以把 40 个样本全部分对，一层 14 个很难做到；但更难训练：
      // 比较 --seed 7 与 --seed 3。»
      """, [6, 5]))

  private static func spiral(_ comment: String, _ hidden: [Int]) -> String {
    DataSet.spiral.source(
      samples: 40, seed: 1, comment: comment, title: Example.titlePlace, hidden: hidden,
      training: "learningRate: 0.02,\n  optimizer: { kind: \"adam\" }", epochs: 1000,
      weightSeed: 16)
  }
}
