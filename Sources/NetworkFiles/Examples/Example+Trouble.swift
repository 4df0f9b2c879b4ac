internal import Phrases

// What goes wrong while training: steps that are too long, slopes of 0, neurons that stay alike.

extension Example {
  static let tooFast = Example(
    name: "too-fast",
    title: Phrase("Too large a learning rate", "学习率太大"),
    summary: Phrase(
      "a learning rate that is too large: the loss grows at every step",
      "学习率太大：损失一步比一步大"),
    source: """
      // «One weight, one sample. Each step multiplies the distance from the right weight by
      // 1 − 0.25·3² = −1.25. With --learning-rate 0.1 the factor is 0.1, and the loss falls.|一个权重，一个样本。每一步把权重与正确值的差乘以 1 − 0.25·3² = −1.25。
      // 用 --learning-rate 0.1，这个因子是 0.1，损失下降。»
      {
        title: "@title",
        inputs: 1,
        layers: [ { weights: [[0.5]], activation: "identity" } ],
        learningRate: 0.25,
        samples: [ { inputs: [3], targets: [6] } ],
        epochs: 10,
      }

      """)

  static let saturated = Example(
    name: "saturated",
    title: Phrase("Prices of flats, inputs not scaled", "房价，输入未缩放"),
    summary: Phrase(
      "inputs as large as 150: the sigmoids are flat there",
      "输入大到 150：sigmoid 处于平坦处，什么也学不到"),
    source: """
      // «Areas in square metres make net values of 17 to 58 in size, where the sigmoid is flat (saturated) and lets
      // no error through. With areas in hundreds and rooms in tens (inputs: [0.6, 0.2], [0.9, 0.3] …),
      // the same network learns.|面积以平方米计，净输入的绝对值为 17 到 58，sigmoid 在那里平坦（饱和），误差传不过去。
      // 面积以百平方米计、房间数以十计（inputs: [0.6, 0.2]、[0.9, 0.3] …），同一个网络就能学会。»
      {
        title: "@title",
        inputs: ["area", "rooms"],
        layers: [
          { neurons: ["h1", "h2"], weights: [[0.3, -0.2], [-0.4, 0.5]], biases: [0.1, -0.1] },
          { neurons: ["price"], weights: [[0.6, -0.5]], biases: [0] },
        ],
        learningRate: 0.5,
        samples: [
          { inputs: [60, 2], targets: [0.2] },
          { inputs: [90, 3], targets: [0.4] },
          { inputs: [120, 4], targets: [0.6] },
          { inputs: [150, 5], targets: [0.8] },
        ],
        epochs: 5000,
        batchSize: "all",
      }

      """)

  static let deadReLU = Example(
    name: "dead-relu",
    title: Phrase("A dead ReLU", "死亡的 ReLU"),
    summary: Phrase(
      "a ReLU that no sample activates: half of the absolute value is never learned",
      "没有样本能激活的 ReLU：绝对值的一半学不会"),
    source: """
      // «The absolute value needs two ReLU neurons, one for each side. The bias -3 keeps the left one
      // inactive for every sample: its slope is 0, its weights never change. With biases: [0, 0] both
      // sides are learned.|绝对值需要两个 ReLU 神经元，左右各一个。偏置 -3 使左边的对所有样本都不激活：
      // 导数为 0，权重永远不变。用 biases: [0, 0]，两边都能学会。»
      {
        title: "@title",
        inputs: ["x"],
        layers: [
          { neurons: ["right", "left"], activation: "relu",
            weights: [[1], [-0.5]], biases: [0, -3] },
          { neurons: ["y"], activation: "identity", weights: [[0.5, 0.5]], biases: [0] },
        ],
        learningRate: 0.05,
        samples: [
          { inputs: [-2], targets: [2] },
          { inputs: [-1], targets: [1] },
          { inputs: [1], targets: [1] },
          { inputs: [2], targets: [2] },
        ],
        epochs: 2000,
        batchSize: "all",
      }

      """)

  static let deepSigmoid = Example(
    name: "deep-sigmoid",
    title: Phrase("Seven sigmoid layers", "七层 sigmoid"),
    summary: Phrase(
      "seven sigmoid layers: the gradient vanishes on its way back",
      "七层 sigmoid：梯度在回传途中消失"),
    source: """
      // «Seven layers of one neuron. Going back through a sigmoid multiplies the error term by a
      // derivative of at most a quarter (vanishing gradient). With the same weights, deep-relu passes
      // it on.|七层，每层一个神经元。往回每过一个 sigmoid，误差项都要乘以不超过四分之一的导数（梯度消失）。
      // 权重相同的 deep-relu 则能把它传到。»
      {
        title: "@title",
        inputs: 1,
        layers: [
          { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] },
          { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] },
        ],
        learningRate: 0.5,
        samples: [ { inputs: [1], targets: [1] } ],
      }

      """)

  static let deepReLU = Example(
    name: "deep-relu",
    title: Phrase("Six ReLU layers and a sigmoid", "六层 ReLU 与一层 sigmoid"),
    summary: Phrase(
      "the same with ReLU: the gradient reaches the first layer", "同样的网络用 ReLU：梯度能传到第一层"),
    source: """
      // «Like deep-sigmoid, with ReLU in the hidden layers: their slope is 1, and the gradient arrives.|与 deep-sigmoid 相同，但隐藏层用 ReLU：导数为 1，梯度能传到。»
      {
        title: "@title",
        inputs: 1,
        layers: [
          { weights: [[0.8]], activation: "relu" }, { weights: [[0.8]], activation: "relu" },
          { weights: [[0.8]], activation: "relu" }, { weights: [[0.8]], activation: "relu" },
          { weights: [[0.8]], activation: "relu" }, { weights: [[0.8]], activation: "relu" },
          { weights: [[0.8]] },
        ],
        learningRate: 0.5,
        samples: [ { inputs: [1], targets: [1] } ],
      }

      """)

  static let symmetric = Example(
    name: "symmetric",
    title: Phrase("Symmetric initial weights", "对称的初始权重"),
    summary: Phrase(
      "equal initial weights: the hidden neurons stay identical forever",
      "初始权重相同：隐藏神经元训练多久都一样"),
    source: """
      // «Both hidden neurons start identical, get the same error term, and so stay identical.|两个隐藏神经元起点相同，误差项相同，所以始终相同。»
      {
        title: "@title",
        inputs: 2,
        layers: [
          { neurons: 2, weights: [[0.5, 0.5], [0.5, 0.5]], biases: [0.1, 0.1] },
          { neurons: 1, weights: [[0.3, 0.3]], biases: [0] },
        ],
        learningRate: 0.5,
        samples: [
          { inputs: [0, 0], targets: [0] },
          { inputs: [0, 1], targets: [1] },
          { inputs: [1, 0], targets: [1] },
          { inputs: [1, 1], targets: [0] },
        ],
        epochs: 1000,
      }

      """)

  static let plateau = Example(
    name: "plateau",
    title: Phrase("XOR on a plateau", "停在平台上的异或"),
    summary: Phrase(
      "XOR that ends on a plateau; with --seed 1 it does not",
      "停在平台上的异或；用 --seed 1 则能学会"),
    source: """
      // «From these initial weights two samples end right and two at one half: a loss of (2·½·½²)/4 =
      // 0.0625, and training goes no further. With --seed 1 it starts elsewhere and learns all four.|从这组初始权重出发，两个样本正确，两个停在二分之一：损失为 (2·½·½²)/4 = 0.0625，
      // 训练不再前进。用 --seed 1 从别处出发，四个都能学会。»
      {
        title: "@title",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["h1", "h2"], weights: { random: "normal", seed: 9 }, biases: [0, 0] },
          { neurons: ["y"], weights: { random: "normal", seed: 10 }, biases: [0] },
        ],
        learningRate: 0.5,
        samples: [
          { inputs: [0, 0], targets: [0] },
          { inputs: [0, 1], targets: [1] },
          { inputs: [1, 0], targets: [1] },
          { inputs: [1, 1], targets: [0] },
        ],
        epochs: 20000,
        batchSize: "all",
      }

      """)
}
