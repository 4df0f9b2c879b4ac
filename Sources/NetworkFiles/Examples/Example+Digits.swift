internal import Phrases

// A small network in the order of LeNet-5, with its drawings.

extension Example {
  static let lenet = Example(
    name: "lenet",
    title: Phrase("Handwritten digits in the order of LeNet-5", "按 LeNet-5 的次序识别手写数字"),
    summary: Phrase(
      "convolution, subsampling, twice, then a dense layer: 8 × 8 digits",
      "卷积、下采样各两次，再加全连接层，识别 8 × 8 的数字"),
    source: """
      // «Two drawings each of four digits. Every filter looks for the same thing everywhere; subsampling
      // adds up four neighbours, so that a stroke may lie a little to the side.|四个数字，各画两遍。每个卷积核在各处找同一种特征；下采样把相邻四个数相加，
      // 笔画稍有偏移也不要紧。»
      {
        title: "@title",
        inputs: { height: 8, width: 8 },
        layers: [
          { kind: "convolution", kernel: 3, filters: 2, activation: "tanh",
            weights: { random: "xavier", seed: 1 }, biases: [0, 0] },
          { kind: "subsampling", window: 2, activation: "tanh",
            weights: { random: "uniform", from: 0.2, to: 0.5, seed: 2 }, biases: [0, 0] },
          { kind: "convolution", kernel: 2, filters: 3, activation: "tanh",
            weights: { random: "xavier", seed: 3 }, biases: [0, 0, 0] },
          { kind: "subsampling", window: 2, activation: "tanh",
            weights: { random: "uniform", from: 0.2, to: 0.5, seed: 4 }, biases: [0, 0, 0] },
          { neurons: 4, activation: "softmax", weights: { random: "xavier", seed: 5 },
            biases: [0, 0, 0, 0] },
        ],
        loss: "cross-entropy",
        learningRate: 0.1,
        epochs: 100,
        samples: [
          {
            name: "«zero|零» 1",
            inputs: [
              [0, 0, 1, 1, 1, 1, 0, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 0, 1, 1, 1, 1, 0, 0],
            ],
            targets: [1, 0, 0, 0],
          },
          {
            name: "«zero|零» 2",
            inputs: [
              [0, 0, 0, 1, 1, 0, 0, 0],
              [0, 0, 1, 0, 0, 1, 0, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 0, 1, 0, 0, 1, 0, 0],
              [0, 0, 0, 1, 1, 0, 0, 0],
            ],
            targets: [1, 0, 0, 0],
          },
          {
            name: "«one|一» 1",
            inputs: [
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 1, 1, 0, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 1, 1, 1, 0, 0, 0],
            ],
            targets: [0, 1, 0, 0],
          },
          {
            name: "«one|一» 2",
            inputs: [
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 1, 1, 0, 0, 0],
              [0, 0, 1, 0, 1, 0, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
            ],
            targets: [0, 1, 0, 0],
          },
          {
            name: "«two|二» 1",
            inputs: [
              [0, 0, 1, 1, 1, 1, 0, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 0, 0, 0, 0, 0, 1, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 1, 0, 0, 0, 0],
              [0, 0, 1, 0, 0, 0, 0, 0],
              [0, 1, 1, 1, 1, 1, 1, 0],
            ],
            targets: [0, 0, 1, 0],
          },
          {
            name: "«two|二» 2",
            inputs: [
              [0, 0, 1, 1, 1, 0, 0, 0],
              [0, 1, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 1, 1, 0, 0, 0, 0],
              [0, 1, 0, 0, 0, 0, 0, 0],
              [0, 1, 1, 1, 1, 1, 0, 0],
            ],
            targets: [0, 0, 1, 0],
          },
          {
            name: "«three|三» 1",
            inputs: [
              [0, 0, 1, 1, 1, 1, 0, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 0, 0, 0, 0, 0, 1, 0],
              [0, 0, 0, 1, 1, 1, 0, 0],
              [0, 0, 0, 0, 0, 0, 1, 0],
              [0, 0, 0, 0, 0, 0, 1, 0],
              [0, 1, 0, 0, 0, 0, 1, 0],
              [0, 0, 1, 1, 1, 1, 0, 0],
            ],
            targets: [0, 0, 0, 1],
          },
          {
            name: "«three|三» 2",
            inputs: [
              [0, 1, 1, 1, 1, 1, 0, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 1, 0, 0, 0],
              [0, 0, 0, 1, 1, 0, 0, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 0, 0, 0, 0, 1, 0, 0],
              [0, 1, 0, 0, 0, 1, 0, 0],
              [0, 0, 1, 1, 1, 0, 0, 0],
            ],
            targets: [0, 0, 0, 1],
          },
        ],
      }

      """)
}
