internal import Phrases

// Layers that share their weights, and networks that put out what came in.

extension Example {
  static let convolution1D = Example(
    name: "convolution-1d",
    title: Phrase("A kernel of two over five numbers", "两个权重的卷积核滑过五个数"),
    summary: Phrase(
      "a kernel of two weights slides over five numbers; max pooling",
      "两个权重的卷积核滑过五个数，再作最大池化"),
    source: """
      {
        title: "@title",
        inputs: { length: 5 },
        layers: [
          // «One kernel at four positions: the same two weights and one bias everywhere.|一个卷积核，四个位置：处处用同样的两个权重和一个偏置。»
          { kind: "convolution", kernel: 2, weights: [0.5, -0.1], biases: [0.05], activation: "relu" },
          { kind: "max-pooling", window: 2 },
          { weights: [[0.5, 0.4]], activation: "identity" },
        ],
        learningRate: 0.1,
        samples: [{ inputs: [2, 1, 0, 1, 3], targets: [1] }],
      }

      """)

  static let convolution = Example(
    name: "convolution",
    title: Phrase("A 2 × 2 kernel over a 5 × 5 image", "2 × 2 卷积核滑过 5 × 5 图像"),
    summary: Phrase(
      "a 2 × 2 kernel over a 5 × 5 image, max pooling, one output",
      "2 × 2 卷积核滑过 5 × 5 图像，最大池化，一个输出"),
    source: """
      {
        title: "@title",
        inputs: { height: 5, width: 5 },
        layers: [
          { kind: "convolution", kernel: [2, 2], weights: [[0.2, -0.1], [0.4, 0.3]], biases: [-0.2] },
          { kind: "max-pooling", window: [2, 2] },
          { weights: [[0.5, -0.4, 0.3, 0.6]], biases: [0.1] },
        ],
        samples: [
          {
            inputs: [
              [0, 0.5, 0.5, 0, 0],
              [0.5, 0, 1, 0.5, 0],
              [0.5, 0, 0, 0, 0],
              [1, 0, 0.5, 0, 0],
              [1, 0, 0, 1, 0.5],
            ],
            targets: [1],
          },
        ],
      }

      """)

  static let autoencoder = Example(
    name: "autoencoder",
    title: Phrase("An autoencoder 4-2-4", "自编码器 4-2-4"),
    summary: Phrase(
      "four patterns through two neurons and back: the code is learned",
      "四种输入经两个神经元再还原：编码由网络自己学会"),
    source: """
      {
        title: "@title",
        inputs: 4,
        layers: [
          { neurons: ["c1", "c2"], weights: { random: "uniform", from: -1, to: 1, seed: 3 }, biases: [0, 0] },
          { neurons: 4, weights: { random: "uniform", from: -1, to: 1, seed: 4 }, biases: [0, 0, 0, 0] },
        ],
        // «What is to come out is what came in.|目标输出就是输入。»
        targets: "inputs",
        learningRate: 2,
        epochs: 2000,
        samples: [
          { inputs: [1, 0, 0, 0] },
          { inputs: [0, 1, 0, 0] },
          { inputs: [0, 0, 1, 0] },
          { inputs: [0, 0, 0, 1] },
        ],
      }

      """)
}
