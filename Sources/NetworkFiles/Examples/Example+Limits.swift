internal import Phrases

// What a network can and cannot learn, whatever the number of steps.

extension Example {
  static let noBias = Example(
    name: "no-bias",
    summary: Phrase(
      "a straight line without a bias, which can only go through the origin",
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

  static let leastSquares = Example(
    name: "least-squares",
    summary: Phrase(
      "a straight line by descent, to the very weights of the closed form",
      "用梯度下降拟合直线，得到与闭式解相同的权重"),
    source: """
      // Least squares: with the means x̄ = 2 and t̄ = 3.5 the best slope is
      // Σ(x − x̄)(t − t̄)/Σ(x − x̄)² = 13/10 = 1.3, and the bias t̄ − 1.3·x̄ = 0.9. Descent comes there
      // from anywhere.
      {
        title: "A straight line through five points",
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
    summary: Phrase(
      "numbers sorted into small, middle and large: two cuts on one line",
      "把数分成小、中、大三类：一条线上的两刀"),
    source: """
      // One number in, three classes out. Softmax over three straight lines makes two cuts.
      {
        title: "Small, middle, large",
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

  static let oddEven = Example(
    name: "odd-even",
    summary: Phrase(
      "odd or even: no cut can tell, until the remainder is the input",
      "奇偶：一刀分不开，除非输入余数"),
    source: """
      // One neuron makes one cut, and odd and even numbers alternate on both sides of any. Give it
      // x mod 2 as its input (inputs: [1], [0], [1] …), and it learns at once.
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
}
