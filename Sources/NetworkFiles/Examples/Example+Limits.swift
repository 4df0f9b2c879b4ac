internal import Phrases

// What a network cannot learn, whatever the number of steps.

extension Example {
  static let linearLayers = Example(
    name: "linear-layers",
    chineseTitle: "叠起来的线性层",
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
        learningRate: 0.02,
        samples: [ { inputs: [1, 2], targets: [1] } ],
      }

      """)

  static let noBias = Example(
    name: "no-bias",
    chineseTitle: "没有偏置的直线",
    summary: Phrase(
      "a line without a bias can only go through the origin",
      "没有偏置的直线只能经过原点"),
    source: """
      // The samples lie on t = 2x + 1. Without a bias the best line through the origin is all there
      // is; write biases: [0] into the layer, and the loss goes to 0.
      {
        title: "A line without a bias",
        inputs: ["x"],
        layers: [ { neurons: ["y"], activation: "identity", weights: [[0.5]] } ],
        learningRate: 0.05,
        samples: [
          { inputs: [0], targets: [1] }, { inputs: [1], targets: [3] },
          { inputs: [2], targets: [5] }, { inputs: [-1], targets: [-1] },
        ],
        epochs: 500,
        batchSize: "all",
      }

      """)

  static let oddEven = Example(
    name: "odd-even",
    chineseTitle: "奇数还是偶数",
    summary: Phrase(
      "odd or even: one neuron makes one cut, and no cut can tell", "奇偶：一个神经元只切一刀，分不开"),
    source: """
      // One neuron makes one cut, and odd and even numbers alternate on both sides of any. The
      // example remainder gives it x mod 2 instead.
      {
        title: "Odd or even",
        inputs: ["x"],
        layers: [ { neurons: ["odd"], weights: [[0.1]], biases: [0] } ],
        loss: "binary-cross-entropy",
        learningRate: 0.1,
        samples: [
          { inputs: [1], targets: [1] }, { inputs: [2], targets: [0] },
          { inputs: [3], targets: [1] }, { inputs: [4], targets: [0] },
          { inputs: [5], targets: [1] }, { inputs: [6], targets: [0] },
        ],
        epochs: 2000,
        batchSize: "all",
      }

      """)

  static let remainder = Example(
    name: "remainder",
    chineseTitle: "用余数判断奇偶",
    summary: Phrase(
      "odd or even again, with x mod 2 as the input: learned at once", "再判奇偶，输入 x 除以 2 的余数：一学就会"
    ),
    source: """
      // The same numbers as in odd-even, 1 to 6, told by their remainder: one cut is enough.
      {
        title: "Odd or even, by the remainder",
        inputs: ["x_mod_2"],
        layers: [ { neurons: ["odd"], weights: [[0.1]], biases: [0] } ],
        loss: "binary-cross-entropy",
        learningRate: 0.1,
        samples: [
          { name: "1", inputs: [1], targets: [1] }, { name: "2", inputs: [0], targets: [0] },
          { name: "3", inputs: [1], targets: [1] }, { name: "4", inputs: [0], targets: [0] },
          { name: "5", inputs: [1], targets: [1] }, { name: "6", inputs: [0], targets: [0] },
        ],
        epochs: 2000,
        batchSize: "all",
      }

      """)
}
