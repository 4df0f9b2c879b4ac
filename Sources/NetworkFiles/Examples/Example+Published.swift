internal import Phrases

extension Example {
  static let mazur = Example(
    name: "mazur",
    title: Phrase("Mazur 2-2-2", "Mazur 2-2-2"),
    summary: Phrase(
      "the 2-2-2 network of a widely read step-by-step example (2015)", "流传最广的逐步示例 2-2-2（2015）"),
    source: """
      // «The network of Matt Mazur, "A Step by Step Backpropagation Example" (2015). Each layer has
      // one bias, shared by its neurons; the article does not update them.|Matt Mazur 的文章 "A Step by Step Backpropagation Example"（2015）中的网络。
      // 每层一个偏置，本层神经元共用；文章中不更新偏置。»
      {
        title: "@title",
        notation: "mazur",
        inputs: ["i1", "i2"],
        layers: [
          { neurons: ["h1", "h2"], activation: "sigmoid",
            weights: [[0.15, 0.20],     // «w1, w2: into h1 from i1, i2|w1、w2：从 i1、i2 到 h1»
                      [0.25, 0.30]],    // «w3, w4: into h2|w3、w4：到 h2»
            bias: 0.35, frozen: ["bias"] },
          { neurons: ["o1", "o2"], activation: "sigmoid",
            weights: [[0.40, 0.45],     // «w5, w6: into o1 from h1, h2|w5、w6：从 h1、h2 到 o1»
                      [0.50, 0.55]],    // «w7, w8: into o2|w7、w8：到 o2»
            bias: 0.60, frozen: ["bias"] },
        ],
        loss: "half-squared-error",
        learningRate: 0.5,
        samples: [{ inputs: [0.05, 0.10], targets: [0.01, 0.99] }],
      }

      """)

  static let hanKamber = Example(
    name: "han-kamber",
    title: Phrase("Han & Kamber 3-2-1", "Han 与 Kamber 3-2-1"),
    summary: Phrase(
      "the 3-2-1 network of a data mining textbook, section 9.2", "数据挖掘教科书 9.2 节的 3-2-1 网络"),
    source: """
      // «The sample calculation of Han and Kamber, "Data Mining: Concepts and Techniques", 9.2. Units
      // are numbered 1 to 6; w_14 leads from unit 1 to unit 4; every bias θ is updated.|Han 与 Kamber《数据挖掘：概念与技术》9.2 节的计算示例。
      // 单元编号 1 到 6；w_14 从单元 1 到单元 4；每个偏置 θ 都更新。»
      {
        title: "@title",
        notation: "hankamber",
        inputs: 3,
        layers: [
          { weights: [[0.2, 0.4, -0.5],       // «into unit 4 from 1, 2, 3|从 1、2、3 到单元 4»
                      [-0.3, 0.1, 0.2]],      // «into unit 5|到单元 5»
            biases: [-0.4, 0.2] },
          { weights: [[-0.3, -0.2]],          // «into unit 6 from 4, 5|从 4、5 到单元 6»
            biases: [0.1] },
        ],
        learningRate: 0.9,
        samples: [{ inputs: [1, 0, 1], targets: [1] }],
      }

      """)

  static let documents = Example(
    name: "documents",
    title: Phrase("A 3-4-2 network", "3-4-2 网络"),
    summary: Phrase(
      "3-4-2 with nodes numbered 1 to 9, the default notation", "3-4-2，节点编号 1 到 9，默认记号"),
    source: """
      // «The 3-4-2 network of the Chinese introductions: inputs 1 2 3, hidden 4 5 6 7, outputs 8 9.|入门文章中的 3-4-2 网络：输入 1 2 3，隐藏层 4 5 6 7，输出 8 9。»
      {
        title: "@title",
        inputs: 3,
        layers: [
          { neurons: 4, activation: "sigmoid",
            weights: [[0.1, 0.2, 0.3],       // «w_41 w_42 w_43: into node 4|w_41 w_42 w_43：到节点 4»
                      [0.4, -0.5, 0.6],      // «into node 5|到节点 5»
                      [-0.7, 0.8, 0.1],      // «into node 6|到节点 6»
                      [0.2, -0.3, 0.5]],     // «into node 7|到节点 7»
            biases: [0.1, -0.2, 0.3, 0.1] }, // w_4b … w_7b
          { neurons: 2, activation: "sigmoid",
            weights: [[0.3, -0.4, 0.5, 0.2], // «w_84 … w_87: into node 8|w_84 … w_87：到节点 8»
                      [0.6, 0.1, -0.2, 0.7]],
            biases: [0.2, -0.1] },
        ],
        loss: "half-squared-error",
        learningRate: 0.5,
        samples: [
          { inputs: [0.5, 0.2, 0.8], targets: [0.9, 0.1] },
          { inputs: [0.1, 0.9, 0.3], targets: [0.1, 0.9] },
        ],
      }

      """)
}
