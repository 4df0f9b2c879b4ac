package import ScalarBackprop

// What the quantities of the backward pass are called, and why their rules hold. Letters are those
// of the notation in use; `isDescent` says that its error terms are the negative derivatives.

extension Phrase {
  // MARK: Errors

  package static let backName = Phrase("backpropagated error", "回传的误差")
  package static func backReason(delta: Symbol) -> Phrase {
    Phrase(
      "Each \(delta) of the next layer is multiplied by the weight of the connection, as it was before the update.",
      "下一层的每个 \(delta) 乘以连接两者的权重，用更新前的值。")
  }
  package static let errorName = Phrase("error", "误差")
  /// The derivative is that of the loss with respect to an output, with the sign of the error.
  package static func outputErrorReason(
    isDescent: Bool, _ loss: Loss, derivative: Symbol
  ) -> Phrase {
    switch loss {
    case .perceptron:
      isDescent
        ? Phrase("The target minus the output.", "目标值减输出。")
        : Phrase("The output minus the target.", "输出减目标值。")
    case .absoluteError:
      Phrase(
        "The sign of \(difference(isDescent).english); at 0, where the absolute value has no derivative, it is taken as 0.",
        "\(difference(isDescent).chinese)的正负号；绝对值在 0 处不可导，这里取 0。")
    case .hinge:
      isDescent
        ? Phrase(
          "The target where the loss is not 0, otherwise 0; where it just becomes 0, which has no derivative, it is taken as 0.",
          "损失不为 0 时等于目标值，否则为 0；损失恰好变为 0 处不可导，这里取 0。")
        : Phrase(
          "Minus the target where the loss is not 0, otherwise 0; where it just becomes 0, which has no derivative, it is taken as 0.",
          "损失不为 0 时等于目标值的相反数，否则为 0；损失恰好变为 0 处不可导，这里取 0。")
    case .halfSquaredError, .squaredError, .meanSquaredError, .huber, .binaryCrossEntropy,
      .crossEntropy:
      isDescent
        ? Phrase(
          "Minus the derivative of the loss with respect to the output, \(derivative): the direction in which the output should change.",
          "损失对输出的偏导数的相反数 \(derivative)：输出沿这个方向变化，损失就下降。")
        : Phrase(
          "The derivative of the loss with respect to the output, \(derivative).",
          "损失对输出的偏导数 \(derivative)。")
    }
  }
  private static func difference(_ isDescent: Bool) -> Phrase {
    isDescent
      ? Phrase("target minus output", "目标值减输出") : Phrase("output minus target", "输出减目标值")
  }
  package static func hiddenErrorReason(
    _ count: Int, toOutputs: Bool, delta: Symbol
  ) -> Phrase {
    let paths = paths(count, toOutputs, delta)
    return Phrase(
      "The error that arrives at a neuron: \(paths.english).",
      "传回神经元的误差：\(paths.chinese)。")
  }
  private static func paths(_ count: Int, _ toOutputs: Bool, _ delta: Symbol) -> Phrase {
    let nodes = toOutputs ? "outputs" : "neurons of the next layer"
    let chineseNodes = toOutputs ? "输出神经元" : "下一层神经元"
    return switch count {
    case 1:
      Phrase(
        "\(delta) of the one neuron it feeds, times the old weight between them",
        "下一层只有一个神经元，它的 \(delta) 乘以连接权重（更新前的值）")
    case 2:
      Phrase(
        "the sum, over both \(nodes), of \(delta) times the old connecting weight",
        "对两个\(chineseNodes)求和，各自的 \(delta) 乘以连接权重（更新前的值）")
    default:
      Phrase(
        "the sum, over all \(count) \(nodes), of \(delta) times the old connecting weight",
        "对全部 \(count) 个\(chineseNodes)求和，各自的 \(delta) 乘以连接权重（更新前的值）")
    }
  }

  // MARK: Slopes

  package static let slopeName = Phrase("slope", "导数")
  /// The letter is that of the layer's outputs.
  package static func slopeReason(_ activation: Activation, output: Symbol) -> Phrase {
    switch activation {
    case .identity:
      Phrase(
        "The graph of the identity is a straight line with slope 1.", "恒等函数的导数处处为 1。")
    case .sigmoid:
      Phrase(
        "The derivative of the sigmoid is \(logisticSlope(output)): largest in the middle, near 0 at both ends.",
        "sigmoid 的导数是 \(logisticSlope(output))：中间最大，两端接近 0。")
    case .tanh:
      Phrase(
        "The derivative of tanh is \([.number("1"), .minus, .squared(output)]): largest in the middle, near 0 at both ends.",
        "tanh 的导数是 \([.number("1"), .minus, .squared(output)])：中间最大，两端接近 0。")
    case .relu:
      Phrase(
        "The slope is 1 where the net value is positive, otherwise 0; at 0 itself it is taken as 0.",
        "ReLU 的导数在净输入为正时是 1，否则为 0；恰为 0 处取 0。")
    case .leakyReLU:
      Phrase(
        "The slope is 1 where the net value is positive, otherwise 0.01; at 0 itself it is taken as 0.01.",
        "Leaky ReLU 的导数在净输入为正时是 1，否则为 0.01；恰为 0 处取 0.01。")
    case .elu:
      Phrase(
        "The slope is 1 where the net value is positive, otherwise the exponential function of it.",
        "ELU 的导数在净输入为正时是 1，否则为净输入的指数函数值。")
    case .softplus: Phrase("The derivative of softplus is the sigmoid.", "softplus 的导数是 sigmoid。")
    case .gelu:
      Phrase(
        "By the product rule; the derivative of the distribution function is the standard normal density.",
        "对“净输入 × 标准正态分布函数”用乘积法则；后者的导数是标准正态密度。")
    case .silu:
      Phrase("By the product rule.", "对“净输入 × sigmoid”用乘积法则。")
    case .mish:
      Phrase(
        "By the product rule and the chain rule; the derivative of softplus is the sigmoid.",
        "对“净输入 × softplus 的 tanh”用乘积法则和链式法则；softplus 的导数是 sigmoid。")
    case .softmax: jacobianReason(output: output)
    case .step, .sign: hasNoSlope(activation)
    }
  }
  /// a·(1 − a).
  private static func logisticSlope(_ output: Symbol) -> [MathPart] {
    let a = MathPart.symbol(output)
    return [a, .times, .open, .number("1"), .minus, a, .close]
  }
  package static let jacobianName = Phrase("softmax derivative", "softmax 偏导数")
  package static func jacobianReason(output: Symbol) -> Phrase {
    Phrase(
      "Every output depends on every net value: its derivative is \(logisticSlope(output)) with respect to its own, and minus the product of the two outputs with respect to another's.",
      "每个输出依赖所有净输入：对自身净输入的偏导数是 \(logisticSlope(output))，对其他净输入的偏导数是两个输出之积的相反数。")
  }

  // MARK: Error terms

  package static let deltaName = Phrase("error term", "误差项")
  /// Of an output: the slope times its error, or what is left where the loss cancels the slope. The
  /// derivative is that of the loss with respect to an output, with the sign of the error term.
  package static func outputDeltaReason(
    isDescent: Bool, _ loss: Loss, _ activation: Activation, derivative: Symbol
  ) -> Phrase {
    let difference = difference(isDescent)
    let isIdentity = activation.isLinear
    return switch loss {
    case .halfSquaredError where isIdentity:
      Phrase(
        "The slope is 1: \(difference.english) is left.", "导数为 1，误差项就是\(difference.chinese)。")
    case .squaredError where isIdentity, .meanSquaredError where isIdentity,
      .absoluteError where isIdentity, .huber where isIdentity, .hinge where isIdentity:
      Phrase(
        "The slope is 1: the error \(derivative) is left.", "导数为 1，误差项就是误差 \(derivative)。")
    case .halfSquaredError:
      Phrase(
        "The slope times (\(difference.english)).", "激活函数的导数乘以（\(difference.chinese)）。")
    case .squaredError, .meanSquaredError, .absoluteError, .huber, .hinge:
      Phrase(
        "The slope times the error \(derivative).", "激活函数的导数乘以误差 \(derivative)。")
    case .binaryCrossEntropy:
      Phrase(
        "The slope cancels: \(difference.english) is left.",
        "sigmoid 的导数与损失的导数中的分母约去，只剩\(difference.chinese)。")
    case .crossEntropy:
      Phrase(
        "Softmax with cross-entropy leaves \(difference.english).",
        "softmax 与交叉熵合用时，链式法则的和式化简后只剩\(difference.chinese)。")
    case .perceptron: hasNoSlope(activation)
    }
  }
  private static func hasNoSlope(_ activation: Activation) -> Phrase {
    let noun = activation.noun
    return Phrase(
      "The derivative of \(noun.english) is 0 or undefined, so the perceptron rule uses the difference itself.",
      "\(noun.chinese)的导数为 0 或不存在，所以感知机规则直接用这个差。")
  }
  package static func hiddenDeltaReason(
    _ count: Int, toOutputs: Bool, isIdentity: Bool, delta: Symbol
  ) -> Phrase {
    let paths = paths(count, toOutputs, delta)
    return isIdentity
      ? Phrase(
        "The slope is 1: the error that arrives is left, \(paths.english).",
        "导数为 1，误差项就是传回的误差：\(paths.chinese)。")
      : Phrase(
        "The slope times the error that arrives: \(paths.english).",
        "激活函数的导数乘以传回的误差：\(paths.chinese)。")
  }
  package static let softmaxDeltaReason = Phrase(
    "The error of every output reaches this net value through softmax.",
    "每个输出的误差都经 softmax 传到这个净输入。")

  // MARK: Gradients

  package static let gradientName = Phrase("gradient", "梯度")
  package static let biasGradientName = Phrase("gradient of a bias", "偏置的梯度")
  package static let thresholdGradientName = Phrase("gradient of a threshold", "阈值的梯度")
  package static func weightGradientReason(isDescent: Bool) -> Phrase {
    isDescent
      ? Phrase(
        "A weight's gradient is minus the error term of the neuron it leads to, times its input.",
        "权重的梯度等于它所指向的神经元的误差项乘以该连接的输入值，再取相反数。")
      : Phrase(
        "A weight's gradient is the error term of the neuron it leads to, times its input.",
        "权重的梯度等于它所指向的神经元的误差项乘以该连接的输入值。")
  }
  package static let biasGradientReason = Phrase(
    "A bias has the constant input 1.", "偏置的输入恒为 1。")
  package static let thresholdGradientReason = Phrase(
    "A threshold is subtracted: it has the constant input −1.", "阈值从加权和中减去，相当于输入恒为 −1。")
  /// `name` is that of a bias or threshold.
  package static func sharedGradientReason(_ name: Phrase, isNegative: Bool) -> Phrase {
    isNegative
      ? Phrase(
        "The gradient of a shared \(name.english) is minus the sum of its neurons' error terms.",
        "共用\(name.chinese)的梯度等于本层各神经元误差项之和，再取相反数。")
      : Phrase(
        "The gradient of a shared \(name.english) is the sum of its neurons' error terms.",
        "共用\(name.chinese)的梯度等于本层各神经元误差项之和。")
  }
}
