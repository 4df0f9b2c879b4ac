package import ScalarBackprop

// What the quantities of the forward pass are called, and why their rules hold.

extension Phrase {
  // MARK: Given

  package static let inputName = Phrase("input", "输入")
  package static let inputReason = Phrase("What goes in.", "输入网络的值。")
  package static let targetName = Phrase("target", "目标值")
  package static let targetReason = Phrase("What should come out.", "希望网络输出的值。")
  package static let weightName = Phrase("weight", "权重")
  /// `layer` counts from 1; `nil` where there is but one.
  package static func weightReason(layer: Int?) -> Phrase {
    guard let layer else { return Phrase("The weights before the step.", "更新前的权重。") }
    return Phrase("The weights of layer \(layer) before the step.", "第 \(layer) 层更新前的权重。")
  }
  package static let biasName = Phrase("bias", "偏置")
  package static let thresholdName = Phrase("threshold", "阈值")
  package static func biasReason(layer: Int?, isShared: Bool) -> Phrase {
    guard let layer else {
      return Phrase("A bias is a weight on the constant input 1.", "偏置相当于常数输入 1 的权重。")
    }
    guard !isShared else {
      return Phrase(
        "The bias of layer \(layer), which its neurons share: a weight on the constant input 1.",
        "第 \(layer) 层的偏置，本层各神经元共用：相当于常数输入 1 的权重。")
    }
    return Phrase(
      "The biases of layer \(layer): weights on the constant input 1.",
      "第 \(layer) 层的偏置：相当于常数输入 1 的权重。")
  }
  package static func thresholdReason(layer: Int?) -> Phrase {
    guard let layer else {
      return Phrase("A threshold is subtracted from the weighted sum.", "阈值从加权和中减去。")
    }
    return Phrase(
      "The thresholds of layer \(layer), subtracted from the weighted sums.",
      "第 \(layer) 层的阈值：从加权和中减去。")
  }

  // MARK: Forward

  package static let productName = Phrase("product", "乘积")
  package static let productReason = Phrase(
    "Each incoming value is multiplied by the weight it passes through.", "每个传入的值乘以它经过的权重。")
  package static let sumName = Phrase("weighted sum", "加权和")
  package static let sumReason = Phrase("The products, added up.", "把各乘积相加。")
  package static let netName = Phrase("net value", "净输入")
  package static let netReason = Phrase(
    "Every incoming value times its weight, added up.", "每个传入的值乘以权重，再相加。")
  package static let netBiasReason = Phrase(
    "Every incoming value times its weight, added up, and the bias last.",
    "每个传入的值乘以权重后相加，最后加偏置（净输入，也叫加权输入）。")
  package static let netThresholdReason = Phrase(
    "Every incoming value times its weight, added up, less the threshold.",
    "每个传入的值乘以权重后相加，再减去阈值。")
  package static let outputName = Phrase("output", "输出")
  package static func outputReason(_ activation: Activation) -> Phrase {
    switch activation {
    case .identity: Phrase("A linear neuron puts out its net value.", "线性神经元直接输出净输入。")
    case .sigmoid:
      Phrase("The sigmoid squeezes the net value between 0 and 1.", "sigmoid 把净输入压到 0 与 1 之间。")
    case .tanh: Phrase("tanh squeezes the net value between -1 and 1.", "tanh 把净输入压到 -1 与 1 之间。")
    case .relu:
      Phrase("ReLU lets positive net values through and stops the others.", "ReLU 让正的净输入通过，其余为 0。")
    case .leakyReLU:
      Phrase(
        "Leaky ReLU lets a hundredth of negative net values through.", "Leaky ReLU 让负的净输入通过百分之一。")
    case .elu: Phrase("ELU bends negative net values towards -1.", "ELU 使负的净输入趋向 -1。")
    case .softplus: Phrase("Softplus is a ReLU with a rounded corner.", "softplus 是拐角圆滑的 ReLU。")
    case .gelu:
      Phrase(
        "GELU weighs the net value by Φ(net).",
        "GELU 用正态分布函数 Φ 给净输入加权。")
    case .silu: Phrase("SiLU weighs the net value by σ(net).", "SiLU 用净输入自己的 sigmoid 加权。")
    case .softmax:
      Phrase("Softmax turns the net values into shares of 1.", "softmax 把各净输入变成和为 1 的比例。")
    case .step:
      Phrase(
        "The step function decides: 1 where the net value is ≥ 0, else 0.",
        "阶跃函数作判断：净输入 ≥ 0 时为 1，否则为 0。")
    case .sign:
      Phrase(
        "The sign decides: 1 where the net value is ≥ 0, else -1.", "符号函数作判断：净输入 ≥ 0 时为 1，否则为 -1。")
    }
  }

  // MARK: Error

  package static let outputLossName = Phrase("loss of an output", "一个输出的误差")
  package static func outputLossReason(_ loss: Loss) -> Phrase {
    switch loss {
    case .halfSquaredError, .perceptron:
      Phrase("Half the squared distance to the target.", "与目标值之差的平方的一半。")
    case .squaredError: Phrase("The squared distance to the target.", "与目标值之差的平方。")
    case .meanSquaredError:
      Phrase(
        "The squared distance to the target, shared among the n outputs.", "与目标值之差的平方，除以输出个数 n。")
    case .absoluteError: Phrase("The distance to the target.", "与目标值之差的绝对值。")
    case .huber:
      Phrase(
        "Half the square up to a distance of 1, then a line.",
        "距离不超过 1 时为平方的一半，超过后为直线。")
    case .binaryCrossEntropy:
      Phrase(
        "−t·ln y − (1 − t)·ln(1 − y), from the net value, to stay finite.",
        "即 −t·ln y − (1 − t)·ln(1 − y)，由净输入直接计算，y 被舍入成 0 或 1 也不受影响。")
    case .crossEntropy:
      Phrase(
        "−t·ln y, from the net values, to stay finite.",
        "即 −t·ln y，由净输入直接计算，y 被舍入成 0 也不受影响。")
    }
  }
  package static let lossName = Phrase("loss", "误差")
  package static func lossReason(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("With one output, that is the loss.", "只有一个输出，它的误差就是样本的误差。")
      : Phrase("The loss is their sum.", "样本的误差是各输出误差之和。")
  }
  package static func batchLossReason(_ convention: Training.BatchLoss) -> Phrase {
    convention == .sum
      ? Phrase("The batch's loss is the sum of its samples'.", "一批的误差是各样本误差之和。")
      : Phrase("The batch's loss is the mean of its samples'.", "一批的误差是各样本误差的平均。")
  }
  package static let batchAfterReason = Phrase(
    "The same batch with the new parameters.", "同一批样本，使用新的参数。")
  package static func batchGradientReason(_ convention: Training.BatchLoss) -> Phrase {
    convention == .sum
      ? Phrase(
        "The batch's gradient is the sum of its samples' gradients: together they move each parameter.",
        "整批的梯度是各样本梯度之和：所有样本一起推动一个参数。")
      : Phrase(
        "The batch's gradient is the mean of its samples' gradients: together they move each parameter.",
        "整批的梯度是各样本梯度的平均：所有样本一起推动一个参数。")
  }
  package static let lossAfterReason = Phrase(
    "The same sample with the new parameters.", "同一样本，使用新的参数。")
}
