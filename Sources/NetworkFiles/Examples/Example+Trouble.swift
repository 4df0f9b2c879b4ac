internal import Phrases

// What goes wrong while training: steps that are too long, slopes of 0, neurons that stay alike.

extension Example {
  static let tooFast = Example(
    name: "too-fast",
    chineseTitle: "学习率太大",
    summary: Phrase(
      "a learning rate that is too large: the loss grows at every step",
      "学习率太大：误差一步比一步大"),
    source: """
      // One weight, one sample: E = ½(t − w·x)². Each step multiplies the distance from the right w
      // by 1 − ηx² = −1.25. With --learning-rate 0.1 it shrinks to 0.1 of itself, step by step.
      {
        title: "Too large a learning rate",
        inputs: 1,
        layers: [ { weights: [[0.5]], activation: "identity" } ],
        learningRate: 0.25,
        samples: [ { inputs: [3], targets: [6] } ],
        epochs: 10,
      }

      """)

  static let saturated = Example(
    name: "saturated",
    chineseTitle: "房价，输入未缩放",
    summary: Phrase(
      "inputs as large as 150: the sigmoids are flat there",
      "输入大到 150：sigmoid 处于平坦处，什么也学不到"),
    source: """
      // Areas in square metres make net values near ±20, where the sigmoid is flat and lets no error
      // through. Areas in hundreds and rooms in tens (inputs: [0.6, 0.2], [0.9, 0.3] …), and the same
      // network learns.
      {
        title: "Prices of flats, inputs as they are",
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
    chineseTitle: "死亡的 ReLU",
    summary: Phrase(
      "a ReLU that no sample wakes: half of a V is never learned", "没有样本能激活的 ReLU：V 形的一半学不会"),
    source: """
      // t = |x| takes two ReLU, one for each arm. The bias -3 keeps the left one silent for every
      // sample: its slope is 0, its weights never move. With biases: [0, 0] both arms are learned.
      {
        title: "A dead ReLU",
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
    chineseTitle: "七层 sigmoid",
    summary: Phrase(
      "seven sigmoid layers: δ all but vanishes on its way back",
      "七层 sigmoid，δ 在回传途中几乎消失"),
    source: """
      // Seven layers of one neuron: each passes back at most a quarter of δ. In deep-relu, with the
      // same weights, δ arrives.
      {
        title: "Seven sigmoid layers",
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
    chineseTitle: "六层 ReLU 与一层 sigmoid",
    summary: Phrase("the same with ReLU, in which δ arrives", "同样的网络用 ReLU，δ 能传到"),
    source: """
      // As deep-sigmoid, with ReLU in the hidden layers: their slope is 1, and δ arrives.
      {
        title: "Six ReLU layers and a sigmoid",
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
    chineseTitle: "对称的初始权重",
    summary: Phrase(
      "equal first weights: the hidden neurons stay alike for ever",
      "初始权重相同：隐藏神经元始终一样，训练多久都如此"),
    source: """
      // Both hidden neurons begin alike, get the same δ, and so stay alike for ever.
      {
        title: "Symmetric first weights",
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
    chineseTitle: "停在平台上的异或",
    summary: Phrase(
      "XOR that ends on a plateau, and from --seed 1 does not",
      "停在平台上的 XOR；用 --seed 1 则能学会"),
    source: """
      // From these first weights two samples end right and two at ½: E = (2·½·½²)/4 = 0.0625, and no
      // step leads on. backprop train plateau --seed 1 begins elsewhere and learns all four.
      {
        title: "XOR on a plateau",
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
