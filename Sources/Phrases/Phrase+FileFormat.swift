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
      validation: [                  // never trained on: 'train' shows their
        { inputs: [0.07, 0.08], targets: [0.5] },   // loss beside the other
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
      validation: [                  // 不参与训练：'train' 在训练损失旁
        { inputs: [0.07, 0.08], targets: [0.5] },   // 列出这些样本的损失
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
    "samples and validation may also be the name of a CSV file in the same folder, whose header names the input and output nodes: 'samples: \"data.csv\"'.",
    "samples 和 validation 也可以写同一文件夹中某个 CSV 文件的文件名，其表头为输入节点和输出节点的名称：'samples: \"data.csv\"'。")
  package static let fileMaps = Phrase(
    "Inputs can be an image or a row, and layers can look at them through windows:",
    "输入可以是图像或一行数，层可以通过窗口来看它们：")
  package static let fileMapsSample = Phrase(
    """
    {
      inputs: { height: 5, width: 5 }, // channels: 3; or { length: 6 }
      layers: [
        { kind: "convolution",       // the kernel is not turned round
          kernel: [2, 2], filters: 1, stride: 1, padding: 0,
          weights: [[0.2, -0.1],     // [filter][channel][row][column];
                    [0.4, 0.3]],     // levels with one entry may be left out
          biases: [-0.2] },          // one per filter
        { kind: "max-pooling", window: [2, 2] },  // or average-pooling
        { kind: "subsampling", window: [2, 2],    // the sum, times a weight,
          weights: [0.25], biases: [0.1] },       // plus a bias; one per map
        { neurons: 2, weights: [[0.5], [0.1]] },  // dense, as above
        { neurons: 1, tied: 4 },     // the weights of layer 4, transposed
      ],
      samples: [{ targets: [1],      // inputs nested like the shape, or flat
        inputs: [[0, 1, 1, 0, 0], [1, 0, 1, 1, 0], [1, 0, 0, 0, 0],
                 [1, 0, 1, 0, 0], [1, 0, 0, 1, 1]] }],
    }
    """,
    """
    {
      inputs: { height: 5, width: 5 }, // channels: 3；或 { length: 6 }
      layers: [
        { kind: "convolution",       // 卷积核不翻转
          kernel: [2, 2], filters: 1, stride: 1, padding: 0,
          weights: [[0.2, -0.1],     // [卷积核][通道][行][列]；
                    [0.4, 0.3]],     // 只有一项的一级可省略
          biases: [-0.2] },          // 每个卷积核一个
        { kind: "max-pooling", window: [2, 2] },  // 或 average-pooling
        { kind: "subsampling", window: [2, 2],    // 窗口之和乘以权重，
          weights: [0.25], biases: [0.1] },       // 再加偏置；每个图各一个
        { neurons: 2, weights: [[0.5], [0.1]] },  // 全连接，同上
        { neurons: 1, tied: 4 },     // 第 4 层的权重，转置
      ],
      samples: [{ targets: [1],      // inputs 按形状嵌套，或写成一列
        inputs: [[0, 1, 1, 0, 0], [1, 0, 1, 1, 0], [1, 0, 0, 0, 0],
                 [1, 0, 1, 0, 0], [1, 0, 0, 1, 1]] }],
    }
    """)
  package static let fileTargets = Phrase(
    "'targets: \"inputs\"' in place of targets in the samples makes an autoencoder: what is to come out is what came in.",
    "写 'targets: \"inputs\"'，样本中不写 targets，就是自编码器：目标输出就是输入。")
  package static let filePretraining = Phrase(
    "'pretraining' says how 'train --pretrain' first trains each hidden layer, as an autoencoder of what comes into it; samples without targets have a part in that:",
    "'pretraining' 规定 'train --pretrain' 怎样先把每个隐藏层作为其输入的自编码器来训练；没有目标值的样本也参加：")
  package static let filePretrainingSample = Phrase(
    """
    {
      inputs: 3, layers: [{ weights: [[0.2, -0.1, 0.4], [-0.3, 0.5, 0.1]] },
                          { weights: [[0.8, 0.3]] }],
      pretraining: {
        epochs: 500, learningRate: 0.5,
        tied: false,                 // true: decoders use the layers' weights
        decoders: [                  // one per hidden layer, or none:
          { weights: [[0.3, -0.2], [0.1, 0.4], [-0.5, 0.2]],
            biases: [0, 0.1, -0.1], activation: "sigmoid" },
        ],
        seed: 1,                     // then they are drawn from a seed
      },
      samples: [{ inputs: [1, 0, 0.5], targets: [1] },
                { inputs: [0, 1, 0.25] }],
    }
    """,
    """
    {
      inputs: 3, layers: [{ weights: [[0.2, -0.1, 0.4], [-0.3, 0.5, 0.1]] },
                          { weights: [[0.8, 0.3]] }],
      pretraining: {
        epochs: 500, learningRate: 0.5,
        tied: false,                 // true：解码器用各层自己的权重
        decoders: [                  // 每个隐藏层一个；或者不写：
          { weights: [[0.3, -0.2], [0.1, 0.4], [-0.5, 0.2]],
            biases: [0, 0.1, -0.1], activation: "sigmoid" },
        ],
        seed: 1,                     // 不写时由这个种子随机生成
      },
      samples: [{ inputs: [1, 0, 0.5], targets: [1] },
                { inputs: [0, 1, 0.25] }],
    }
    """)
}
