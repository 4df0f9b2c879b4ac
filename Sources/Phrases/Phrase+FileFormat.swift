// What a network file says, for its page of help. The lines of each sample are a file by
// themselves, and a test reads them.

extension Phrase {
  package static let fileOpening = Phrase(
    "A network file is relaxed JSON: comments, trailing commas, single quotes and unquoted keys are allowed. Required keys: inputs, layers, samples.",
    "网络文件是宽松的 JSON：可以有注释、末尾的逗号和单引号，键可以不加引号。必须有 inputs、layers、samples。")
  package static let fileSample = Phrase(
    """
    {
      title: "Any text",
      notation: "mazur",             // the notation to show it in
      inputs: ["i1", "i2"],          // names, or just their number: 2
      layers: [
        { neurons: ["h1", "h2"],     // names or a number
          activation: "tanh",        // default: sigmoid
          weights: [[0.15, 0.20],    // one row per neuron, one column per input
                    [0.25, 0.30]],
          bias: 0.35,                // one bias for the whole layer
          frozen: ["bias"] },        // not trained: "weights", "bias"
        { neurons: ["o1"],
          weights: { random: "xavier", scale: 1, seed: 7 },
          biases: [0.60] },          // one per neuron; or thresholds: [...]
      ],
      loss: "half-squared-error",
      samples: [
        { name: "first", inputs: [0.05, 0.10], targets: [0.99] },
        { inputs: [0.10, 0.05], targets: [0.01] },
      ],
      // How it is trained:
      learningRate: 0.5,
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      weightDecay: 0,                // adds this times each weight to its gradient
      epochs: 100,
      batchSize: "all",              // samples per step (default 1)
      batchLoss: "mean",             // or "sum"
      shuffle: 3,                    // seed: reshuffles the samples each epoch
    }
    """,
    """
    {
      title: "任意文字",
      notation: "mazur",             // 用哪种记号显示
      inputs: ["i1", "i2"],          // 名称，或只写个数：2
      layers: [
        { neurons: ["h1", "h2"],     // 名称或个数
          activation: "tanh",        // 默认 sigmoid
          weights: [[0.15, 0.20],    // 每个神经元一行，每个输入一列
                    [0.25, 0.30]],
          bias: 0.35,                // 全层共用一个偏置
          frozen: ["bias"] },        // 不训练："weights"、"bias"
        { neurons: ["o1"],
          weights: { random: "xavier", scale: 1, seed: 7 },
          biases: [0.60] },          // 每个神经元一个；或 thresholds: [...]（阈值）
      ],
      loss: "half-squared-error",
      samples: [
        { name: "first", inputs: [0.05, 0.10], targets: [0.99] },
        { inputs: [0.10, 0.05], targets: [0.01] },
      ],
      // 怎样训练：
      learningRate: 0.5,
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      weightDecay: 0,                // 给每个权重的梯度加上它的这么多倍
      epochs: 100,
      batchSize: "all",              // 每步的样本数，默认 1
      batchLoss: "mean",             // 或 "sum"
      shuffle: 3,                    // 随机种子：每轮打乱样本顺序
    }
    """)
  package static let fileWords = Phrase("Allowed values:", "可用的取值：")
  package static let fileCSV = Phrase(
    "samples may also be the name of a CSV file in the same folder, whose header names the input and output nodes: 'samples: \"data.csv\"'.",
    "samples 也可以写同一文件夹中某个 CSV 文件的文件名，其表头为输入节点和输出节点的名称：'samples: \"data.csv\"'。")
}
