package import ScalarBackprop

// What can be wrong with a network or a sample: first what it is, then what to write instead.

extension Phrase {
  package static func badName(_ name: String) -> Phrase {
    Phrase(
      "'\(name)' cannot be used as a name; write 1 to 32 letters, digits, '_', '-' or '.'",
      "'\(name)' 不能用作名称；请写 1 到 32 个字母、数字、'_'、'-' 或 '.'")
  }
  package static func sameName(_ name: String) -> Phrase {
    Phrase(
      "two nodes would be called '\(name)'; names must be unique, also among the numbers of nodes without a name",
      "有两个节点同名：'\(name)'；名称（以及代替名称的序号）不能重复")
  }
  package static let neuronsUnknown = Phrase(
    "this layer does not say how many neurons it has; write 'neurons' or 'weights'",
    "未指定这一层的神经元个数；请写 'neurons' 或 'weights'")
  package static let randomNeedsNeurons = Phrase(
    "random weights do not determine the number of neurons; write 'neurons' too",
    "随机权重不能确定神经元个数；请同时写 'neurons'")
  package static func rowCount(found: Int, neurons: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "row" : "rows") of weights for \(neurons) \(neurons == 1 ? "neuron" : "neurons"); write one row per neuron",
      "\(neurons) 个神经元却有 \(found) 行权重；请为每个神经元写一行")
  }
  package static func columnCount(found: Int, incoming: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "weight" : "weights") in this row for \(incoming) \(incoming == 1 ? "input" : "inputs"); write one per input",
      "有 \(incoming) 个输入，这一行却有 \(found) 个权重；请为每个输入写一个")
  }
  package static func transposed(rows: Int, columns: Int) -> Phrase {
    Phrase(
      "this weight matrix is transposed (\(rows) × \(columns)); write one row per neuron and one column per input",
      "权重矩阵的行列颠倒了（\(rows) × \(columns)）；请转置为每个神经元一行、每个输入一列")
  }
  package static func biasCount(found: Int, neurons: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "bias or threshold" : "biases or thresholds") for \(neurons) \(neurons == 1 ? "neuron" : "neurons"); write one per neuron, or 'bias' for one that all share",
      "\(neurons) 个神经元却有 \(found) 个偏置或阈值；请为每个神经元写一个，或用 'bias' 写一个共用的")
  }
  package static let someBiases = Phrase(
    "some neurons have a bias and others have none; give one to each, or to none",
    "只有部分神经元有偏置；请全部写或全部不写")
  package static let softmaxInside = Phrase(
    "softmax can only be used in the output layer; write another activation here",
    "softmax 只能用于输出层；这里请换一个激活函数")
  package static func thresholdInside(_ activation: Activation) -> Phrase {
    Phrase(
      "'\(activation.rawValue)' can only be used in a network of one layer; write another activation here",
      "'\(activation.rawValue)' 只能用于单层网络；这里请换一个激活函数")
  }
  /// A loss by a name that others give to more than one formula.
  package static func lossTaken(_ word: String, as loss: Loss) -> Phrase {
    let formula =
      switch loss {
      case .halfSquaredError:
        Phrase("half the sum of the squared differences", "各输出误差平方之和的一半")
      case .squaredError: Phrase("the sum of the squared differences", "各输出误差的平方和")
      case .meanSquaredError:
        Phrase(
          "the squared differences added up and divided by the number of outputs",
          "各输出误差的平方和除以输出的个数")
      case .absoluteError:
        Phrase("the sum of the absolute differences over the outputs", "各输出误差的绝对值之和")
      case .huber: Phrase("Huber's loss with the threshold 1", "阈值为 1 的 Huber 损失")
      case .hinge: Phrase("with targets of 1 and -1", "目标值为 1 和 -1")
      case .binaryCrossEntropy:
        Phrase("the sum over the outputs, with sigmoid", "对各输出求和，配 sigmoid")
      case .crossEntropy: Phrase("with softmax and the natural logarithm", "配 softmax，用自然对数")
      case .perceptron: Phrase("the perceptron rule", "感知器规则")
      }
    return Phrase(
      "loss '\(word)' is taken as '\(loss.rawValue)': \(formula.english)",
      "损失函数 '\(word)' 按 '\(loss.rawValue)' 计算：\(formula.chinese)")
  }
  package static func unsuitedLoss(_ loss: Loss, activation: Activation) -> Phrase {
    let advice =
      switch loss {
      case .binaryCrossEntropy where activation == .softmax:
        Phrase(
          "with softmax write 'loss: \"cross-entropy\"', or use activation sigmoid",
          "配 softmax 请写 'loss: \"cross-entropy\"'，或改用 sigmoid")
      case .crossEntropy where activation == .sigmoid:
        Phrase(
          "with sigmoid write 'loss: \"binary-cross-entropy\"', or use activation softmax",
          "配 sigmoid 请写 'loss: \"binary-cross-entropy\"'，或改用 softmax")
      case .binaryCrossEntropy: Phrase("it needs activation sigmoid", "它需要 sigmoid")
      case .crossEntropy: Phrase("it needs activation softmax", "它需要 softmax")
      case .perceptron: Phrase("it needs activation step or sign", "它需要 step 或 sign")
      case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge:
        Phrase("write 'loss: \"perceptron\"'", "请写 'loss: \"perceptron\"'")
      }
    let (loss, activation) = (loss.rawValue, activation.rawValue)
    return Phrase(
      "loss '\(loss)' cannot be used with output activation '\(activation)'; \(advice.english)",
      "损失函数 '\(loss)' 不能与输出层激活函数 '\(activation)' 搭配；\(advice.chinese)")
  }
  package static let perceptronOptimizer = Phrase(
    "the perceptron rule has no gradient for an optimizer or weight decay; leave them out",
    "感知机规则没有梯度，不能用优化器或权重衰减；请去掉")
  package static let noSuchParameter = Phrase(
    "the network has no such parameter; name one that it has", "网络没有这个参数；请写它已有的参数")
  package static let notFinite = Phrase(
    "a number is not finite; write a finite one", "出现非有限的数；请写有限的数")

  // MARK: Samples

  package static func inputCount(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "input" : "inputs") for a network that takes \(expected); write \(expected)",
      "网络需要 \(expected) 个输入，这里有 \(found) 个；请写 \(expected) 个")
  }
  package static func targetCount(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "target" : "targets") for a network with \(expected) \(expected == 1 ? "output" : "outputs"); write \(expected)",
      "网络有 \(expected) 个输出，这里有 \(found) 个目标值；请写 \(expected) 个")
  }
  package static let targetNotInUnitInterval = Phrase(
    "a target of binary-cross-entropy is a probability; write a number from 0 to 1",
    "binary-cross-entropy 的目标值是概率；请写 0 到 1 之间的数")
  package static let targetNoSign = Phrase(
    "a target of the hinge loss is a class; write 1 or -1",
    "hinge 损失的目标值表示类别，只能是 1 或 -1")
  package static let targetNegative = Phrase(
    "a target of cross-entropy is a probability; write a number ≥ 0",
    "cross-entropy 的目标值是概率；请写不小于 0 的数")
  package static func targetSum(_ sum: String) -> Phrase {
    Phrase(
      "the targets of cross-entropy sum to \(sum); write probabilities that sum to 1",
      "cross-entropy 的目标值之和为 \(sum)；请写和为 1 的概率")
  }
  package static func unreadableSamples(_ file: String) -> Phrase {
    Phrase(
      "the sample file '\(file)' cannot be read; it must be in the same folder as the network file",
      "无法读取样本文件 '\(file)'；它应与网络文件放在同一文件夹")
  }
  package static let validationHasNoTargets = Phrase(
    "this sample has no targets, so there is no loss to look at; give it targets",
    "这个样本没有目标值，算不出损失；请给出目标值")
  package static let samplesNeedAFile = Phrase(
    "a separate sample file must be in the folder of the network file, and this network is not a file; write the samples here",
    "样本文件须与网络文件放在同一文件夹，而这里的网络不是文件；请把样本写在这里")

  // MARK: What is too large

  package static func tooLargeToShow(_ numbers: Int, _ limit: Int) -> Phrase {
    Phrase(
      "one step of this network has \(numbers) numbers, and at most \(limit) can be shown; use a smaller network, or only train it with 'backprop train'",
      "这个网络的一步训练有 \(numbers) 个数，最多能展示 \(limit) 个；请用较小的网络，或只用 'backprop train' 训练它")
  }
  package static func batchTooLargeToShow(
    _ numbers: Int, samples: Int, _ limit: Int
  ) -> Phrase {
    Phrase(
      "the step has \(numbers) numbers on its \(samples) samples, and at most \(limit) can be shown; write a smaller batchSize",
      "这一步在 \(samples) 个样本上有 \(numbers) 个数，最多能展示 \(limit) 个；请写较小的 batchSize")
  }
  package static func tooLargeByHand(_ numbers: Int, _ limit: Int) -> Phrase {
    Phrase(
      "one step of this network has \(numbers) numbers, and at most \(limit) can be calculated by hand; use a smaller network",
      "这个网络的一步训练有 \(numbers) 个数，手算最多 \(limit) 个；请用较小的网络")
  }
  package static func batchTooLargeByHand(
    _ numbers: Int, samples: Int, _ limit: Int
  ) -> Phrase {
    Phrase(
      "the step has \(numbers) numbers on its \(samples) samples, and at most \(limit) can be calculated by hand; take one sample with '--sample 1'",
      "这一步在 \(samples) 个样本上有 \(numbers) 个数，手算最多 \(limit) 个；请用 '--sample 1' 只取一个样本")
  }
  package static func gradcheckTooLong(parameters: Int, samples: Int, _ limit: Int) -> Phrase {
    Phrase(
      "\(parameters) parameters on \(samples) \(samples == 1 ? "sample" : "samples") would take too long; parameters times parameters times samples may be at most \(limit), so use a smaller network or fewer samples",
      "\(samples) 个样本上的 \(parameters) 个参数要算太久；参数个数的平方乘以样本个数最多为 \(limit)，请用较小的网络或较少的样本")
  }

  package static func sampleColumn(_ name: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("no input or output is called '\(name)'", "没有名为 '\(name)' 的输入或输出")
      .and(remedy(near, else: choice(known)))
  }
  package static func sampleColumnMissing(_ name: String) -> Phrase {
    Phrase("the header has no column '\(name)'; add it", "表头缺少 '\(name)' 列；请补上")
  }
  package static func fieldCount(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "field" : "fields") under a header of \(expected); write \(expected)",
      "表头有 \(expected) 列，这一行有 \(found) 个；请写 \(expected) 个")
  }
}
