package import ScalarBackprop

// What the quantities of the forward pass are called, and why their rules hold.

extension Phrase {
  // MARK: Given

  package static let inputName = Phrase("input", "输入")
  package static let inputReason = Phrase("The inputs.", "输入网络的值。")
  /// Where inputs go by names, which leave no letter to a rule about any of them.
  package static func inputReason(any input: Symbol) -> Phrase {
    Phrase(
      "The inputs; \(input) in a rule stands for any of them.",
      "输入网络的值；一般公式里的 \(input) 指其中任何一个。")
  }
  package static let targetName = Phrase("target", "目标值")
  package static func targetReason(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("The target value: what the output should be.", "目标值：希望网络输出的值。")
      : Phrase("The target values: what the outputs should be.", "目标值：希望网络输出的值。")
  }
  /// Where outputs are counted by themselves, while nodes are numbered through the network.
  package static func targetReason(
    _ count: Int, target: Symbol, output: Symbol, node: String
  ) -> Phrase {
    targetReason(count).followed(
      by: Phrase(
        "Outputs are counted from 1: \(target) and \(output) belong to node \(node).",
        "输出从 1 起编号：\(target) 和 \(output) 属于节点 \(node)。"))
  }
  package static let weightName = Phrase("weight", "权重")
  /// `layer` counts from 1; `nil` where there is but one.
  package static func weightReason(layer: Int?) -> Phrase {
    guard let layer else { return Phrase("The weights before the step.", "更新前的权重。") }
    return Phrase("The weights of layer \(layer) before the step.", "第 \(layer) 层更新前的权重。")
  }
  package static let biasName = Phrase("bias", "偏置")
  package static let thresholdName = Phrase("threshold", "阈值")
  /// How many neurons have what is described, and whether they have it in common.
  package enum Owners: Sendable {
    case one, each, allTogether
  }
  package static func biasReason(layer: Int?, of owners: Owners) -> Phrase {
    guard let layer else {
      return Phrase("A bias is a weight on the constant input 1.", "偏置相当于输入恒为 1 的权重。")
    }
    return switch owners {
    case .one:
      Phrase(
        "The bias of layer \(layer): a weight on the constant input 1.",
        "第 \(layer) 层的偏置：相当于输入恒为 1 的权重。")
    case .each:
      Phrase(
        "The biases of layer \(layer): weights on the constant input 1.",
        "第 \(layer) 层的偏置：相当于输入恒为 1 的权重。")
    case .allTogether:
      Phrase(
        "The bias of layer \(layer), which its neurons share: a weight on the constant input 1.",
        "第 \(layer) 层的偏置，本层各神经元共用：相当于输入恒为 1 的权重。")
    }
  }
  package static func thresholdReason(layer: Int?, of owners: Owners) -> Phrase {
    guard let layer else {
      return Phrase("A threshold is subtracted from the weighted sum.", "阈值从加权和中减去。")
    }
    return switch owners {
    case .one:
      Phrase(
        "The threshold of layer \(layer), subtracted from the weighted sum.",
        "第 \(layer) 层的阈值，从加权和中减去。")
    case .each:
      Phrase(
        "The thresholds of layer \(layer), subtracted from the weighted sums.",
        "第 \(layer) 层的阈值，从加权和中减去。")
    case .allTogether:
      Phrase(
        "The threshold of layer \(layer), which its neurons share, subtracted from the weighted sums.",
        "第 \(layer) 层的阈值，本层各神经元共用，从加权和中减去。")
    }
  }
  package static let frozenReason = Phrase(
    "The file says that the update leaves it as it is (frozen).", "文件规定更新时保持不变（冻结）。")

  // MARK: Forward

  package static let productName = Phrase("product", "乘积")
  package static let productReason = Phrase(
    "Each input is multiplied by the weight of its connection.", "每个输入值乘以它那条连接的权重。")
  package static let sumName = Phrase("weighted sum", "加权和")
  package static let sumReason = Phrase("The products, added up.", "各乘积之和。")
  package static let netName = Phrase("net value", "净输入")
  package static let netReason = Phrase(
    "Add up each input times its weight.",
    "每个输入值乘以权重后相加（净输入，也叫加权输入）。")
  package static let netBiasReason = Phrase(
    "Add up each input times its weight, then add the bias.",
    "每个输入值乘以权重后相加，最后加偏置（净输入，也叫加权输入）。")
  package static let netThresholdReason = Phrase(
    "Add up each input times its weight, then subtract the threshold.",
    "每个输入值乘以权重后相加，再减去阈值。")
  package static let outputName = Phrase("output", "输出")
  package static func outputReason(_ activation: Activation) -> Phrase {
    switch activation {
    case .identity: Phrase("A linear neuron outputs its net value.", "线性神经元直接输出净输入。")
    case .sigmoid:
      Phrase("The sigmoid squeezes the net value between 0 and 1.", "sigmoid 把净输入压缩到 0 与 1 之间。")
    case .tanh:
      Phrase("tanh squeezes the net value between −1 and 1.", "tanh 把净输入压缩到 −1 与 1 之间。")
    case .relu:
      Phrase(
        "ReLU passes positive net values on; otherwise the output is 0.",
        "ReLU 让正的净输入通过，其余输出 0。")
    case .leakyReLU:
      Phrase(
        "Leaky ReLU passes positive net values on and multiplies negative ones by 0.01.",
        "Leaky ReLU 让正的净输入通过，把负的净输入乘以 0.01。")
    case .elu:
      Phrase(
        "ELU passes positive net values on and bends negative ones towards −1.",
        "ELU 让正的净输入通过，使负的净输入趋向 −1。")
    case .softplus: Phrase("Softplus is a smooth version of ReLU.", "softplus 是光滑的 ReLU。")
    case .gelu:
      Phrase(
        "GELU is the net value times the standard normal distribution function.",
        "GELU 把净输入乘以标准正态分布函数在该处的值。")
    case .silu:
      Phrase("SiLU multiplies the net value by its sigmoid.", "SiLU 把净输入乘以它的 sigmoid 值。")
    case .mish:
      Phrase(
        "Mish multiplies the net value by the tanh of its softplus.",
        "Mish 把净输入乘以它的 softplus 的 tanh 值。")
    case .softmax:
      Phrase(
        "Softmax gives positive numbers that sum to 1.", "softmax 把各净输入变成和为 1 的正数。")
    case .step:
      Phrase(
        "The step function decides: 1 where the net value is at least 0, otherwise 0.",
        "阶跃函数作判断：净输入不小于 0 时为 1，否则为 0。")
    case .sign:
      Phrase(
        "The sign decides: 1 where the net value is at least 0, otherwise −1.",
        "符号函数作判断：净输入不小于 0 时为 1，否则为 −1。")
    }
  }

  // MARK: Error

  package static let outputLossName = Phrase("loss of an output", "单个输出的损失")
  /// The letters are those of the whole loss, the number of outputs, an output and its target.
  package static func outputLossReason(
    _ loss: Loss, _ whole: Symbol, count: Symbol, output: Symbol, target: Symbol
  ) -> Phrase {
    switch loss {
    case .halfSquaredError:
      return Phrase(
        "Half the squared difference from the target.", "目标值与输出之差的平方的一半。")
    case .perceptron:
      return Phrase(
        "Half the squared difference from the target. Here \(whole) is proportional to the number of wrong outputs: the perceptron rule does not descend it.",
        "目标值与输出之差的平方的一半。这里 \(whole) 与错误输出的个数成正比，感知机规则并不沿着它下降。")
    case .squaredError:
      return Phrase("The squared difference from the target.", "目标值与输出之差的平方。")
    case .meanSquaredError:
      return Phrase(
        "The squared difference from the target, divided by the number \(count) of outputs.",
        "目标值与输出之差的平方，除以输出的个数 \(count)。")
    case .absoluteError:
      return Phrase(
        "The absolute difference from the target.", "目标值与输出之差的绝对值。")
    case .huber:
      return Phrase(
        "Half the squared difference from the target up to 1, linear beyond that.",
        "差的绝对值不超过 1 时为平方的一半，超过 1 后为线性。")
    case .hinge:
      return Phrase(
        "What output times target lacks to 1, and 0 where it lacks nothing: the right side with room is enough.",
        "输出与目标值的乘积离 1 还差多少；不差则为 0：只要在正确的一侧并留有余地。")
    case .binaryCrossEntropy:
      let one = MathPart.number("1")
      let (y, t) = (MathPart.symbol(output), MathPart.symbol(target))
      let formula: [MathPart] = [
        .negation, t, .times, .function("ln"), .open, y, .close, .minus,
        .open, one, .minus, t, .close, .times, .function("ln"), .open, one, .minus, y, .close,
      ]
      return Phrase(
        "Binary cross-entropy \(formula), from the net value so that ln 0 cannot occur.",
        "二元交叉熵 \(formula)，由净输入计算，不会出现 ln 0。")
    case .crossEntropy:
      let formula: [MathPart] = [
        .negation, .symbol(target), .times, .function("ln"), .open, .symbol(output), .close,
      ]
      return Phrase(
        "Cross-entropy \(formula), from the net values so that ln 0 cannot occur.",
        "交叉熵 \(formula)，由净输入计算，不会出现 ln 0。")
    }
  }
  package static let lossName = Phrase("loss", "损失")
  package static func lossReason(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("With one output, that is the loss.", "只有一个输出，它的损失就是样本的损失。")
      : Phrase("The outputs' losses add up.", "样本的损失是各输出的损失之和。")
  }
  /// The letters are those of a sample's loss and of the number of samples.
  package static func batchLossReason(
    _ convention: BatchLoss, sample: Symbol, count: Symbol
  ) -> Phrase {
    convention == .sum
      ? Phrase(
        "The loss of the batch is the sum of the losses \(sample) of its samples.",
        "一批的损失是各样本的损失 \(sample) 之和。")
      : Phrase(
        "The loss of the batch is the mean of the losses \(sample) of its \(count) samples.",
        "一批的损失是 \(count) 个样本的损失 \(sample) 的平均值。")
  }
  package static let batchAfterReason = Phrase(
    "The same batch with the new parameters.", "同一批样本，使用新的参数。")
  package static func batchGradientReason(_ convention: BatchLoss) -> Phrase {
    convention == .sum
      ? Phrase(
        "The gradient of the batch is the sum of its samples' gradients; each parameter is updated once with it.",
        "整批的梯度是各样本梯度之和；每个参数按它更新一次。")
      : Phrase(
        "The gradient of the batch is the mean of its samples' gradients; each parameter is updated once with it.",
        "整批的梯度是各样本梯度的平均值；每个参数按它更新一次。")
  }
  package static let lossAfterReason = Phrase(
    "The same sample with the new parameters.", "同一样本，使用新的参数。")
}
