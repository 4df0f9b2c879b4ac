internal import Phrases

extension Example {
  static let xor = Example(
    name: "xor",
    summary: Phrase(
      "2-2-1 and the four samples that no single neuron can sort", "2-2-1，单个神经元分不开的四个样本"),
    source: """
      // Exclusive or: 1 where just one input is 1. It takes a hidden layer.
      {
        title: "XOR 2-2-1",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["h1", "h2"], activation: "sigmoid",
            weights: [[0.5, 0.4],
                      [0.9, 1.0]],
            biases: [-0.8, 0.1] },
          { neurons: ["y"], activation: "sigmoid",
            weights: [[-1.2, 1.1]],
            biases: [-0.3] },
        ],
        learningRate: 0.5,
        samples: [
          { name: "1 xor 1", inputs: [1, 1], targets: [0] },
          { name: "0 xor 1", inputs: [0, 1], targets: [1] },
          { name: "1 xor 0", inputs: [1, 0], targets: [1] },
          { name: "0 xor 0", inputs: [0, 0], targets: [0] },
        ],
      }

      """)

  static let reluSoftmax = Example(
    name: "relu-softmax",
    summary: Phrase(
      "two ReLU layers and a softmax, one-hot targets", "两层 ReLU 加 softmax，one-hot 目标"),
    source: """
      // Three classes: two ReLU layers, softmax, cross-entropy. One neuron of the first layer is
      // silent for the first sample, and its weights do not move.
      {
        title: "ReLU, ReLU, softmax",
        inputs: 2,
        layers: [
          { neurons: 3, activation: "relu",
            weights: [[0.5, -0.2], [-0.6, 0.3], [0.8, 0.4]],
            biases: [0.1, 0, -0.1] },
          { neurons: 2, activation: "relu",
            weights: [[0.7, -0.3, 0.2], [-0.4, 0.6, 0.5]],
            biases: [0, 0.1] },
          { neurons: 3, activation: "softmax",
            weights: [[0.6, -0.1], [-0.5, 0.9], [0.2, 0.3]],
            biases: [0, 0, 0] },
        ],
        loss: "cross-entropy",
        learningRate: 0.1,
        samples: [
          { inputs: [1.0, 0.5], targets: [0, 1, 0] },
          { inputs: [-0.5, 1.0], targets: [1, 0, 0] },
          { inputs: [0.2, -1.0], targets: [0, 0, 1] },
        ],
      }

      """)
}
