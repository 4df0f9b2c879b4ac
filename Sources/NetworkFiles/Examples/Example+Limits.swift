internal import Phrases

// What a network cannot learn, whatever the number of steps.

extension Example {
  static let linearLayers = Example(
    name: "linear-layers",
    title: Phrase("Stacked linear layers", "叠起来的线性层"),
    summary: Phrase(
      "two linear layers, which are equivalent to one", "两个线性层，等价于一个线性层"),
    source: """
      // «Without an activation between them, two linear layers are one: their matrices are multiplied.|中间没有激活函数，两个线性层就等价于一个：两个矩阵相乘。»
      {
        title: "@title",
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
    title: Phrase("A line without a bias", "没有偏置的直线"),
    summary: Phrase(
      "a line without a bias can only go through the origin",
      "没有偏置的直线只能经过原点"),
    source: """
      // «The samples lie on a line that does not go through the origin. Without a bias, only lines
      // through the origin are possible; write biases: [0] into the layer, and the loss goes to 0.|样本在一条不过原点的直线上。没有偏置就只能得到过原点的直线；
      // 在这一层写上 biases: [0]，损失就会降到 0。»
      {
        title: "@title",
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
    title: Phrase("Odd or even", "奇数还是偶数"),
    summary: Phrase(
      "odd or even: one neuron has one boundary, and no boundary separates them",
      "奇偶：一个神经元只有一个分界点，分不开"),
    source: """
      // «One neuron has one boundary, and odd and even numbers alternate on both sides of any (they are
      // not linearly separable). The example remainder uses the remainder by 2 as its input instead.|一个神经元只有一个分界点，而奇数与偶数在它两边交替出现（不是线性可分的）。
      // 示例 remainder 改用除以 2 的余数作输入。»
      {
        title: "@title",
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
    title: Phrase("Odd or even, by the remainder", "用余数判断奇偶"),
    summary: Phrase(
      "odd or even again, with the remainder by 2 as input: learned easily",
      "再判奇偶，输入除以 2 的余数：很容易学会"),
    source: """
      // «The same numbers as in odd-even, 1 to 6, now as remainders: one boundary is enough.|与 odd-even 相同的数 1 到 6，但输入是余数：一个分界点就够了。»
      {
        title: "@title",
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
