internal import Phrases

extension Example {
  static let xor = Example(
    name: "xor",
    chineseTitle: "异或 2-2-1",
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
    chineseTitle: "ReLU、ReLU、softmax",
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

  static let perceptron = Example(
    name: "perceptron",
    chineseTitle: "用感知机规则学“与”",
    summary: Phrase(
      "one neuron with a step that learns AND by the perceptron rule", "用感知机规则学“与”的单个阶跃神经元"),
    source: """
      // A step has no useful slope, so nothing is differentiated: w ← w + η(t − o)x, as Rosenblatt
      // had it (1958). It comes to rest once every sample is right.
      {
        title: "AND by the perceptron rule",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["and"], activation: "step", weights: [[0.5, -0.25]], biases: [0.25] },
        ],
        loss: "perceptron",
        learningRate: 0.25,
        samples: [
          { name: "0 and 0", inputs: [0, 0], targets: [0] },
          { name: "0 and 1", inputs: [0, 1], targets: [0] },
          { name: "1 and 0", inputs: [1, 0], targets: [0] },
          { name: "1 and 1", inputs: [1, 1], targets: [1] },
        ],
        epochs: 20,
      }

      """)

  static let adam = Example(
    name: "adam",
    chineseTitle: "手算 Adam",
    summary: Phrase(
      "2-1-1 with Adam: backprop train adam --trace-step 3",
      "2-1-1，Adam：backprop train adam --trace-step 3"),
    source: """
      // Small enough to follow Adam with a pencil: what it remembers, and how it corrects for having
      // begun at 0. Put momentum, nesterov, adagrad or rmsprop for adam, and see what they remember.
      {
        title: "Adam by hand",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["h"], weights: [[0.5, -0.4]], biases: [0.1] },
          { neurons: ["y"], weights: [[0.7]], biases: [0.2] },
        ],
        learningRate: 0.1,
        optimizer: { kind: "adam" },       // beta1: 0.9, beta2: 0.999, epsilon: 1e-8
        samples: [
          { inputs: [1, 0], targets: [1] },
          { inputs: [0, 1], targets: [0] },
          { inputs: [0.5, 0.5], targets: [0.3] },
        ],
        epochs: 100,
        batchSize: 2,
        shuffle: 4,
      }

      """)
}
