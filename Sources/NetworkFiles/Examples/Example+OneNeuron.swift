internal import Phrases

extension Example {
  static let mango = Example(
    name: "mango",
    chineseTitle: "这个芒果熟了吗？",
    summary: Phrase(
      "one neuron that sorts mangoes by size and colour", "一个神经元按大小和颜色挑芒果"),
    source: """
      // One neuron decides whether a mango is worth buying, from two things you can see.
      {
        title: "Is this mango ripe?",
        inputs: ["size", "colour"],        // 0 small … 1 large; 0 green … 1 yellow
        layers: [
          { neurons: ["good"], activation: "sigmoid",
            weights: [[0.4, 0.6]],         // colour counts for more than size
            biases: [-0.3] },
        ],
        learningRate: 0.5,
        samples: [
          { name: "large and yellow", inputs: [0.8, 0.9], targets: [1] },
          { name: "small and green", inputs: [0.3, 0.2], targets: [0] },
          { name: "small but yellow", inputs: [0.2, 0.8], targets: [1] },
          { name: "large but green", inputs: [0.9, 0.1], targets: [0] },
        ],
      }

      """)

  static let line = Example(
    name: "line",
    chineseTitle: "过几个点的平面",
    summary: Phrase(
      "one linear neuron, y = w₁x₁ + w₂x₂ + b", "一个线性神经元，y = w₁x₁ + w₂x₂ + b"),
    source: """
      // A neuron without a curve: y = w₁x₁ + w₂x₂ + b. The samples lie on y = 2x₁ − x₂ + 0.5.
      {
        title: "A plane through points",
        inputs: 2,
        layers: [
          { activation: "identity", weights: [[0.5, 0.5]], biases: [0] },
        ],
        learningRate: 0.1,
        samples: [
          { inputs: [1, 2], targets: [0.5] },
          { inputs: [2, 1], targets: [3.5] },
          { inputs: [0, 1], targets: [-0.5] },
          { inputs: [1, 0], targets: [2.5] },
        ],
      }

      """)
}
