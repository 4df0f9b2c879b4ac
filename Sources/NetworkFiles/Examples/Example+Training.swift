internal import Phrases

// Networks to be trained, rather than worked out by hand.

extension Example {
  static let fourHidden = Example(
    name: "four-hidden",
    summary: Phrase(
      "3-4-1 without biases, to be trained: backprop train four-hidden",
      "3-4-1，无偏置，用来训练：backprop train four-hidden"),
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

  static let plateau = Example(
    name: "plateau",
    summary: Phrase(
      "XOR from first weights that stay on a plateau: train it, then put seed 4 for seed 5",
      "停在平台上的 XOR：先训练，再把种子 5 换成 4"),
    source: """
      // From seed 5 two samples end right and two at ½: E = (2·½·½²)/4 = 0.0625, and no step leads
      // on. From seed 4 the same network learns all four.
      {
        title: "XOR on a plateau",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["h1", "h2"], weights: { random: "normal", seed: 5 }, biases: [0, 0] },
          { neurons: ["y"], weights: { random: "normal", seed: 5 }, biases: [0] },
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

  static let tooFast = Example(
    name: "too-fast",
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

  static let deepSigmoid = Example(
    name: "deep-sigmoid",
    summary: Phrase(
      "seven sigmoid layers, in which δ all but vanishes on its way back",
      "七层 sigmoid，δ 在回传途中几乎消失"),
    source: """
      // Seven layers of one neuron: each passes back at most a quarter of δ. Put relu for sigmoid in
      // the hidden layers, and δ arrives.
      {
        title: "Seven sigmoid layers",
        inputs: 1,
        layers: [
          { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] },
          { weights: [[0.8]] }, { weights: [[0.8]] }, { weights: [[0.8]] },
        ],
        learningRate: 0.5,
        samples: [ { inputs: [1], targets: [0] } ],
      }

      """)

  static let symmetric = Example(
    name: "symmetric",
    summary: Phrase(
      "equal first weights: the hidden neurons stay alike, however long it is trained",
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

  static let curve = Example(
    name: "curve",
    summary: Phrase(
      "a 1-3-1 network that learns a curve: backprop train curve --plot curve.svg",
      "1-3-1 网络拟合一条曲线：backprop train curve --plot curve.svg"),
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

  static let linearLayers = Example(
    name: "linear-layers",
    summary: Phrase(
      "two linear layers, which are one linear layer", "两个线性层，其实只是一个线性层"),
    source: """
      // W₂·(W₁x) = (W₂·W₁)x: without an activation between them, two layers are one.
      {
        title: "Stacked linear layers",
        inputs: 2,
        layers: [
          { activation: "identity", weights: [[1, 2], [-1, 0.5]] },
          { activation: "identity", weights: [[0.5, -1]] },
        ],
        learningRate: 0.1,
        samples: [ { inputs: [1, 2], targets: [1] } ],
      }

      """)
}
