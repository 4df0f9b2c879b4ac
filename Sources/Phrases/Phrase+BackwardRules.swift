package import ScalarBackprop

// What the quantities of the backward pass and of the update are called, and why their rules hold.

extension Phrase {
  // MARK: Backward

  package static let backName = Phrase("error sent back", "回传的误差")
  package static let backReason = Phrase(
    "Each δ of the next layer goes back through the weight that leads there, before that weight is updated.",
    "下一层的每个 δ 沿着通向它的权重传回来，用的是更新前的权重。")
  package static let errorName = Phrase("error", "误差")
  package static func outputErrorReason(isDescent: Bool, _ loss: Loss) -> Phrase {
    if loss == .absoluteError {
      return Phrase(
        "The sign of the difference; the slope of |e| at 0 is taken as 0.",
        "差的符号；|e| 在 0 处的导数取 0。")
    }
    if loss == .perceptron {
      return isDescent
        ? Phrase("The target less the output.", "目标值减输出。")
        : Phrase("The output less the target.", "输出减目标值。")
    }
    return isDescent
      ? Phrase("How far the output should move: −∂E/∂y.", "输出应当移动的方向与大小：−∂E/∂y。")
      : Phrase("How E changes with the output: ∂E/∂y.", "E 随输出变化的快慢：∂E/∂y。")
  }
  package static func hiddenErrorReason(_ count: Int, toOutputs: Bool) -> Phrase {
    let (english, chinese) = paths(count, toOutputs)
    return Phrase(
      "The error that reaches a neuron is \(english), before that weight is updated.",
      "传到神经元的误差是\(chinese)，用的是更新前的权重。")
  }
  private static func paths(_ count: Int, _ toOutputs: Bool) -> (String, String) {
    let nodes = toOutputs ? "outputs" : "neurons of the next layer"
    let chineseNodes = toOutputs ? "输出" : "下一层神经元"
    return switch count {
    case 1:
      (
        "what comes back from the one node it feeds, through the weight that leads there",
        "从唯一的下一节点经过通向那里的权重传回来的误差"
      )
    case 2:
      (
        "the sum over both \(nodes), each through the weight that leads there",
        "两个\(chineseNodes)之和，各经过通向那里的权重"
      )
    default:
      (
        "the sum over all \(count) \(nodes), each through the weight that leads there",
        "全部 \(count) 个\(chineseNodes)之和，各经过通向那里的权重"
      )
    }
  }
  package static let slopeName = Phrase("slope", "导数")
  package static func slopeReason(_ activation: Activation) -> Phrase {
    switch activation {
    case .identity: Phrase("A straight line has slope 1 everywhere.", "直线的斜率处处为 1。")
    case .sigmoid:
      Phrase(
        "The slope of the sigmoid is a(1 − a): steepest in the middle, flat at both ends.",
        "sigmoid 的导数是 a(1 − a)：中间最陡，两端平坦。")
    case .tanh:
      Phrase(
        "The slope of tanh is 1 − a²: steepest in the middle, flat at both ends.",
        "tanh 的导数是 1 − a²：中间最陡，两端平坦。")
    case .relu:
      Phrase(
        "1 where the net value is positive, else 0; at 0 itself it is taken as 0.",
        "净输入为正时是 1，否则为 0；恰为 0 处取 0。")
    case .leakyReLU:
      Phrase(
        "1 where the net value is positive, else 0.01; at 0 itself it is taken as 0.01.",
        "净输入为正时是 1，否则为 0.01；恰为 0 处取 0.01。")
    case .elu: Phrase("1 where the net value is positive, else e^net.", "净输入为正时是 1，否则为 e^net。")
    case .softplus: Phrase("The slope of softplus is the sigmoid.", "softplus 的导数是 sigmoid。")
    case .gelu:
      Phrase("The product rule on net·Φ(net), with Φ′ = φ.", "对 net·Φ(net) 用乘积法则，Φ′ = φ。")
    case .silu: Phrase("The product rule on net·σ(net).", "对 net·σ(net) 用乘积法则。")
    case .softmax: jacobianReason
    case .step, .sign: collapsedDeltaReason(.perceptron)
    }
  }
  package static let jacobianName = Phrase("softmax derivative", "softmax 偏导数")
  package static let jacobianReason = Phrase(
    "Every output depends on every net value: y(1 − y) on its own, minus the product of both outputs on another's.",
    "每个输出依赖每个净输入：对自己的是 y(1 − y)，对别的是两个输出乘积的负值。")
  package static let deltaName = Phrase("error term", "误差项")
  package static func outputDeltaReason(isDescent: Bool) -> Phrase {
    isDescent
      ? Phrase("The slope times how far the output is from its target.", "导数乘以目标值与输出之差。")
      : Phrase("The chain rule: slope of f times slope of the loss.", "链式法则：激活函数的导数乘以误差的导数。")
  }
  package static func hiddenDeltaReason(_ count: Int, toOutputs: Bool) -> Phrase {
    let (english, chinese) = paths(count, toOutputs)
    return Phrase(
      "The slope times the error that arrives: \(english), before its update.",
      "导数乘以传到的误差，即\(chinese)，用的是更新前的权重。")
  }
  package static func collapsedDeltaReason(_ loss: Loss) -> Phrase {
    switch loss {
    case .binaryCrossEntropy:
      Phrase(
        "The slope of the sigmoid cancels: the plain difference is left.",
        "误差导数中的 y(1 − y) 与 sigmoid 的导数约去，只剩两者之差。")
    case .crossEntropy:
      Phrase(
        "Softmax and cross-entropy together leave the plain difference.",
        "softmax 与交叉熵合在一起：对所有输出求和后只剩两者之差。")
    case .perceptron:
      Phrase(
        "A step has no useful slope: the perceptron rule takes the plain difference.",
        "阶跃函数没有可用的导数：感知机规则直接取两者之差。")
    case .halfSquaredError, .squaredError, .meanSquaredError, .absoluteError, .huber:
      outputDeltaReason(isDescent: false)
    }
  }
  package static let softmaxDeltaReason = Phrase(
    "Each output's error reaches this net value through the softmax.", "每个输出的误差都经 softmax 传到这个净输入。")
  package static let gradientName = Phrase("gradient", "梯度")
  package static let weightGradientReason = Phrase(
    "A weight's gradient is δ of the neuron it leads to, times the value it carries.",
    "权重的梯度是它通向的神经元的 δ 乘以它传送的值。")
  package static let biasGradientName = Phrase("gradient of a bias", "偏置的梯度")
  package static let thresholdGradientName = Phrase("gradient of a threshold", "阈值的梯度")
  package static let biasGradientReason = Phrase(
    "A bias carries 1.", "偏置传送的是 1。")
  package static let thresholdGradientReason = Phrase(
    "A threshold carries -1, being subtracted.", "阈值是减去的，传送的是 -1。")
  package static let sharedGradientReason = Phrase(
    "A shared bias sums over its neurons.",
    "共享偏置对本层各神经元求和。")

  // MARK: Update

  package static let changeName = Phrase("change", "改变量")
  package static func changeReason(_ optimizer: Optimizer) -> Phrase {
    switch optimizer {
    case .gradientDescent:
      Phrase("Each moves by −η times its gradient.", "每个参数改变 −η 倍梯度：下坡。")
    case .momentum:
      Phrase("Each moves by η times its velocity, downhill.", "每个参数沿速度的反方向走 η 倍：下坡。")
    case .nesterov:
      Phrase(
        "Each moves by η times its gradient and μ times its velocity, which looks one step ahead.",
        "每个参数走 η 乘以（梯度加 μ 倍速度）：相当于向前多看一步。")
    case .adagrad, .rmsprop:
      Phrase(
        "η times the gradient, divided by the root of its squares: flat and steep directions get steps of like size.",
        "η 乘以梯度，再除以平方累积的根：平缓和陡峭的方向步伐相近。")
    case .adam:
      Phrase(
        "η times the corrected moment, divided by the root of the corrected square: flat and steep directions get steps of like size.",
        "η 乘以修正的一阶矩，再除以修正的二阶矩的根：平缓和陡峭的方向步伐相近。")
    }
  }
  package static let perceptronChangeReason = Phrase(
    "The perceptron rule: η times the difference times the input.", "感知机规则：η 乘以差乘以输入。")
  package static let newName = Phrase("new value", "新值")
  package static let newReason = Phrase("The old value plus its change.", "旧值加改变量。")
  package static func stateName(_ state: Optimizer.State, _ optimizer: Optimizer) -> Phrase {
    switch state {
    case .velocity: Phrase("velocity", "速度")
    case .square:
      addsUp(optimizer) ? Phrase("sum of squares", "平方和") : Phrase("mean square", "平方的滑动平均")
    case .moment: Phrase("moment", "一阶矩")
    case .correctedMoment: Phrase("corrected moment", "修正的一阶矩")
    case .correctedSquare: Phrase("corrected square", "修正的二阶矩")
    }
  }
  /// Whether the squares are added up, and so never forgotten.
  private static func addsUp(_ optimizer: Optimizer) -> Bool {
    if case .adagrad = optimizer { true } else { false }
  }
  package static func stateReason(_ state: Optimizer.State, _ optimizer: Optimizer) -> Phrase {
    switch state {
    case .velocity:
      Phrase(
        "The velocity remembers earlier gradients; it began at 0.", "速度记住以前的梯度；从 0 开始。")
    case .square:
      addsUp(optimizer)
        ? Phrase(
          "The squares of all gradients so far, added up; the sum began at 0.",
          "到目前为止所有梯度的平方和；从 0 开始。")
        : Phrase(
          "A running mean of the squares of the gradients; it began at 0.",
          "梯度平方的滑动平均；从 0 开始。")
    case .moment:
      Phrase("A running mean of the gradients; it began at 0.", "梯度的滑动平均；从 0 开始。")
    case .correctedMoment, .correctedSquare:
      Phrase(
        "Having begun at 0, after t steps a running mean is too small by the factor 1 − β^t, which is divided out.",
        "滑动平均从 0 开始，t 步之后偏小，只有 1 − β^t 倍；除以它来修正。")
    }
  }
}
