internal import Phrases

extension Example {
  static let mango = Example(
    name: "mango",
    title: Phrase("Is this mango good?", "这个芒果好不好？"),
    summary: Phrase(
      "one neuron that sorts mangoes by size and colour", "一个神经元按大小和颜色挑芒果"),
    source: """
      // «One neuron decides whether a mango is good, from two things you can see.|一个神经元根据看得见的两点判断芒果好不好。»
      {
        title: "@title",
        inputs: ["size", "colour"],        // «0 small … 1 large; 0 green … 1 yellow|0 小 … 1 大；0 青 … 1 黄»
        layers: [
          { neurons: ["good"], activation: "sigmoid",
            weights: [[0.4, 0.6]],         // «colour counts for more than size|颜色比大小更重要»
            biases: [-0.3] },
        ],
        learningRate: 0.5,
        samples: [
          { name: "«large and yellow|大而黄»", inputs: [0.8, 0.9], targets: [1] },
          { name: "«small and green|小而青»", inputs: [0.3, 0.2], targets: [0] },
          { name: "«small but yellow|小但黄»", inputs: [0.2, 0.8], targets: [1] },
          { name: "«large but green|大但青»", inputs: [0.9, 0.1], targets: [0] },
        ],
      }

      """)

  static let twoFactors = Example(
    name: "two-factors",
    title: Phrase("One linear neuron behind another", "一个线性神经元接着另一个"),
    summary: Phrase(
      "two linear neurons in a row: each weight of the whole is a product of two",
      "两个线性神经元相接：整体的每个权重是两个权重之积"),
    source: """
      // «The output is 0.6 times what the hidden neuron puts out, and so 0.6·0.2 = 0.12 times the first
      // input plus 0.6·0.3 = 0.18 times the second: one linear neuron could do the same.|输出是隐藏神经元输出的 0.6 倍，即第一个输入的 0.6·0.2 = 0.12 倍加第二个输入的 0.6·0.3 = 0.18 倍：
      // 一个线性神经元就能做到。»
      {
        title: "@title",
        inputs: 2,
        layers: [
          { activation: "identity", weights: [[0.2, 0.3]] },
          { activation: "identity", weights: [[0.6]] },
        ],
        learningRate: 0.1,
        samples: [ { inputs: [1, 2], targets: [1] } ],
      }

      """)

  static let line = Example(
    name: "line",
    title: Phrase("A plane fitted to points", "拟合几个点的平面"),
    summary: Phrase(
      "one linear neuron: a plane over two inputs", "一个线性神经元：两个输入上的平面"),
    source: """
      // «A linear neuron is a plane over its inputs. The samples lie on one: twice the first input minus
      // the second plus 0.5.|线性神经元是输入上的一个平面。样本就在一个平面上：第一个输入的 2 倍减第二个输入再加 0.5。»
      {
        title: "@title",
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
