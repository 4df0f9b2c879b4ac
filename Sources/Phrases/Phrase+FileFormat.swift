// What a network file says, for its page of help. The lines of each sample are a file by
// themselves, and a test reads them.

extension Phrase {
  package static let fileOpening = Phrase(
    "A network file is JSON that forgives comments, trailing commas, single quotes and keys without quotes. What must be there: inputs, layers, samples.",
    "网络文件是宽松的 JSON：可写注释、尾随逗号、单引号，键可不加引号。必须有 inputs、layers、samples。")
  package static let fileSample = Phrase(
    """
    {
      title: "Any text",
      notation: "mazur",             // the letters to show it in
      inputs: ["i1", "i2"],          // names, or just a count: 2
      layers: [
        { neurons: ["h1", "h2"],     // names or a count
          activation: "tanh",        // else sigmoid
          weights: [[0.15, 0.20],    // a row a neuron, a column an incoming value
                    [0.25, 0.30]],
          bias: 0.35,                // one for the whole layer
          frozen: ["bias"] },        // not trained: "weights", "bias"
        { neurons: ["o1"],
          weights: { random: "xavier", scale: 1, seed: 7 },
          biases: [0.60] },          // one each; or thresholds: [...], subtracted
      ],
      loss: "half-squared-error",
      samples: [
        { name: "first", inputs: [0.05, 0.10], targets: [0.99] },
        { inputs: [0.10, 0.05], targets: [0.01] },
      ],
      // How it is trained:
      learningRate: 0.5,
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      weightDecay: 0,                // λ: g becomes g + λw, for weights
      epochs: 100,
      batchSize: "all",              // samples a step, else 1
      batchLoss: "mean",             // or "sum"
      shuffle: 3,                    // the seed of a new order each epoch
    }
    """,
    """
    {
      title: "任意文字",
      notation: "mazur",             // 用哪种记号显示
      inputs: ["i1", "i2"],          // 名字，或只写个数：2
      layers: [
        { neurons: ["h1", "h2"],     // 名字或个数
          activation: "tanh",        // 默认 sigmoid
          weights: [[0.15, 0.20],    // 每个神经元一行，每个传入值一列
                    [0.25, 0.30]],
          bias: 0.35,                // 全层共用一个偏置
          frozen: ["bias"] },        // 不训练："weights"、"bias"
        { neurons: ["o1"],
          weights: { random: "xavier", scale: 1, seed: 7 },
          biases: [0.60] },          // 各有一个；或 thresholds: [...]，减去
      ],
      loss: "half-squared-error",
      samples: [
        { name: "first", inputs: [0.05, 0.10], targets: [0.99] },
        { inputs: [0.10, 0.05], targets: [0.01] },
      ],
      // 怎样训练：
      learningRate: 0.5,
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      weightDecay: 0,                // λ：权重的 g 变为 g + λw
      epochs: 100,
      batchSize: "all",              // 每步的样本数，默认 1
      batchLoss: "mean",             // 或 "sum"
      shuffle: 3,                    // 种子：每轮换一种顺序
    }
    """)
  package static let fileWords = Phrase("The words that may stand there:", "各处可写的词：")
  package static let fileCSV = Phrase(
    "samples may also be the name of a CSV file beside this one, whose header names the inputs and the output nodes: samples: \"data.csv\".",
    "samples 也可以是旁边一个 CSV 文件的名字，表头写输入与输出节点的名字：samples: \"data.csv\"。")
}
