internal import Phrases

extension Example {
  static let xor = Example(
    name: "xor",
    title: Phrase("XOR 2-2-1", "异或 2-2-1"),
    summary: Phrase(
      "2-2-1 on four samples that no single neuron can separate", "2-2-1，单个神经元分不开的四个样本"),
    source: """
      // «Exclusive or: 1 where just one input is 1. It needs a hidden layer.|异或：恰有一个输入为 1 时结果为 1。需要隐藏层。»
      {
        title: "@title",
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
          { name: "«1 xor 1|1 异或 1»", inputs: [1, 1], targets: [0] },
          { name: "«0 xor 1|0 异或 1»", inputs: [0, 1], targets: [1] },
          { name: "«1 xor 0|1 异或 0»", inputs: [1, 0], targets: [1] },
          { name: "«0 xor 0|0 异或 0»", inputs: [0, 0], targets: [0] },
        ],
      }

      """)

  static let reluSoftmax = Example(
    name: "relu-softmax",
    title: Phrase("ReLU, ReLU, softmax", "ReLU、ReLU、softmax"),
    summary: Phrase(
      "two ReLU layers and softmax, one-hot targets", "两层 ReLU 加 softmax，独热（one-hot）目标值"),
    source: """
      // «Three classes: two ReLU layers, softmax, cross-entropy. One neuron of the first layer is
      // inactive for the first sample, and its weights do not change.|三类：两层 ReLU、softmax、交叉熵。第一层有一个神经元对第一个样本未激活，它的权重不变。»
      {
        title: "@title",
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
    title: Phrase("AND by the perceptron rule", "用感知机规则学“与”"),
    summary: Phrase(
      "one neuron with a step function learns AND by the perceptron rule",
      "单个阶跃神经元用感知机规则学“与”"),
    source: """
      // «The derivative of a step is 0 or undefined, so nothing is differentiated: each weight changes
      // by learning rate times (target minus output) times input (Rosenblatt, 1958). It stops changing
      // once every sample is right.|阶跃函数的导数为 0 或不存在，所以不求导：每个权重的改变量是 学习率 ×（目标值 − 输出）× 输入
      // （Rosenblatt，1958）。所有样本都正确后，权重不再改变。»
      {
        title: "@title",
        inputs: ["x1", "x2"],
        layers: [
          { neurons: ["and"], activation: "step", weights: [[0.5, -0.25]], biases: [0.25] },
        ],
        loss: "perceptron",
        learningRate: 0.25,
        samples: [
          { name: "«0 and 0|0 与 0»", inputs: [0, 0], targets: [0] },
          { name: "«0 and 1|0 与 1»", inputs: [0, 1], targets: [0] },
          { name: "«1 and 0|1 与 0»", inputs: [1, 0], targets: [0] },
          { name: "«1 and 1|1 与 1»", inputs: [1, 1], targets: [1] },
        ],
        epochs: 20,
      }

      """)

  static let adam = Example(
    name: "adam",
    title: Phrase("Adam by hand", "手算 Adam"),
    summary: Phrase(
      "2-1-1 with Adam: 'backprop train adam --trace-step 3'",
      "2-1-1，用 Adam 训练：'backprop train adam --trace-step 3'"),
    source: """
      // «Small enough to follow Adam with a pencil: the two moments it keeps, and the correction for
      // their start at 0. Replace adam by momentum, nesterov, adagrad or rmsprop to see what they keep.|小到可以用笔跟着算 Adam：它保留的两个矩，以及对初值 0 的偏差修正。
      // 把 adam 换成 momentum、nesterov、adagrad 或 rmsprop，看看它们保留什么。»
      {
        title: "@title",
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
