// What quantities are called, and why their rules hold.

extension Phrase {
  // MARK: Given

  public static let inputName = Phrase("input", "输入")
  public static let inputReason = Phrase("What goes in.", "输入网络的值。")
  public static let targetName = Phrase("target", "目标值")
  public static let targetReason = Phrase("What should come out.", "希望网络输出的值。")
  public static let weightName = Phrase("weight", "权重")
  public static let weightReason = Phrase("The weights before the step.", "更新前的权重。")
  public static let biasName = Phrase("bias", "偏置")
  public static let thresholdName = Phrase("threshold", "阈值")
  public static let biasReason = Phrase(
    "A weight on the constant input 1.", "相当于常数输入 1 的权重。")

  public static let thresholdReason = Phrase(
    "What is subtracted from the weighted sum.", "从加权和中减去的值。")

  // MARK: Forward

  public static let productName = Phrase("product", "乘积")
  public static let productReason = Phrase(
    "Each incoming value is multiplied by the weight it passes through.", "每个传入的值乘以它经过的权重。")
  public static let sumName = Phrase("weighted sum", "加权和")
  public static let sumReason = Phrase("The products, added up.", "把各乘积相加。")
  public static let netName = Phrase("net value", "净输入")
  public static let netReason = Phrase(
    "Every incoming value times its weight, added up.", "每个传入的值乘以权重，再相加。")
  public static let netBiasReason = Phrase(
    "Every incoming value times its weight, added up, and the bias last.",
    "每个传入的值乘以权重后相加，最后加偏置（净输入，也叫加权输入）。")
  public static let netThresholdReason = Phrase(
    "Every incoming value times its weight, added up, less the threshold.",
    "每个传入的值乘以权重后相加，再减去阈值。")
  public static let outputName = Phrase("output", "输出")
  public static func outputReason(_ activation: String) -> Phrase {
    switch activation {
    case "identity": Phrase("A linear neuron puts out its net value.", "线性神经元直接输出净输入。")
    case "sigmoid":
      Phrase("The sigmoid squeezes the net value between 0 and 1.", "sigmoid 把净输入压到 0 与 1 之间。")
    case "tanh": Phrase("tanh squeezes the net value between -1 and 1.", "tanh 把净输入压到 -1 与 1 之间。")
    case "relu":
      Phrase("ReLU lets positive net values through and stops the others.", "ReLU 让正的净输入通过，其余为 0。")
    case "leaky-relu":
      Phrase(
        "Leaky ReLU lets a hundredth of negative net values through.", "Leaky ReLU 让负的净输入通过百分之一。")
    case "elu": Phrase("ELU bends negative net values towards -1.", "ELU 使负的净输入趋向 -1。")
    case "softplus": Phrase("Softplus is a ReLU with a rounded corner.", "softplus 是拐角圆滑的 ReLU。")
    case "gelu":
      Phrase(
        "GELU weighs the net value by Φ(net).",
        "GELU 用正态分布函数 Φ 给净输入加权。")
    case "silu": Phrase("SiLU weighs the net value by σ(net).", "SiLU 用净输入自己的 sigmoid 加权。")
    case "softmax":
      Phrase("Softmax turns the net values into shares of 1.", "softmax 把各净输入变成和为 1 的比例。")
    case "step":
      Phrase(
        "The step function decides: 1 where the net value is ≥ 0, else 0.",
        "阶跃函数作判断：净输入 ≥ 0 时为 1，否则为 0。")
    default:
      Phrase(
        "The sign decides: 1 where the net value is ≥ 0, else -1.", "符号函数作判断：净输入 ≥ 0 时为 1，否则为 -1。")
    }
  }

  // MARK: Error

  public static let outputLossName = Phrase("loss of an output", "一个输出的误差")
  public static func outputLossReason(_ loss: String) -> Phrase {
    switch loss {
    case "half-squared-error", "perceptron":
      Phrase("Half the squared distance to the target.", "与目标值之差的平方的一半。")
    case "squared-error": Phrase("The squared distance to the target.", "与目标值之差的平方。")
    case "mean-squared-error":
      Phrase(
        "The squared distance to the target, shared among the n outputs.", "与目标值之差的平方，除以输出个数 n。")
    case "absolute-error": Phrase("The distance to the target.", "与目标值之差的绝对值。")
    case "huber":
      Phrase(
        "Half the square up to a distance of 1, then a line.",
        "距离不超过 1 时为平方的一半，超过后为直线。")
    case "binary-cross-entropy":
      Phrase(
        "-t·ln y - (1 - t)·ln(1 - y), from the net value, to stay finite.",
        "即 -t·ln y - (1 - t)·ln(1 - y)，由净输入直接计算，y 被舍入成 0 或 1 也不受影响。")
    default:
      Phrase(
        "-t·ln y, from the net values, to stay finite.",
        "即 -t·ln y，由净输入直接计算，y 被舍入成 0 也不受影响。")
    }
  }
  public static let lossName = Phrase("loss", "误差")
  public static func lossReason(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("With one output, that is the loss.", "只有一个输出，它的误差就是样本的误差。")
      : Phrase("The loss is their sum.", "样本的误差是各输出误差之和。")
  }
  public static func batchLossReason(_ convention: String) -> Phrase {
    convention == "sum"
      ? Phrase("The batch's loss is the sum of its samples'.", "一批的误差是各样本误差之和。")
      : Phrase("The batch's loss is the mean of its samples'.", "一批的误差是各样本误差的平均。")
  }
  public static let batchAfterReason = Phrase(
    "The same batch with the new parameters.", "同一批样本，使用新的参数。")
  public static func batchGradientReason(_ convention: String) -> Phrase {
    convention == "sum"
      ? Phrase(
        "The batch's gradient is the sum of its samples', which so move a parameter together.",
        "整批的梯度是各样本梯度之和：所有样本一起推动一个参数。")
      : Phrase(
        "The batch's gradient is the mean of its samples', which so move a parameter together.",
        "整批的梯度是各样本梯度的平均：所有样本一起推动一个参数。")
  }
  public static let lossAfterReason = Phrase(
    "The same sample with the new parameters.", "同一样本，使用新的参数。")

  // MARK: Backward

  public static let backName = Phrase("error sent back", "回传的误差")
  public static let backReason = Phrase(
    "Each δ of the next layer goes back through the weight that leads there, before that weight is updated.",
    "下一层的每个 δ 沿着通向它的权重传回来，用的是更新前的权重。")
  public static let errorName = Phrase("error", "误差")
  public static func outputErrorReason(isDescent: Bool, _ loss: String) -> Phrase {
    if loss == "absolute-error" {
      return Phrase(
        "The sign of the difference; the slope of |e| at 0 is taken as 0.",
        "差的符号；|e| 在 0 处的导数取 0。")
    }
    return isDescent
      ? Phrase("How far the output should move: -∂E/∂y.", "输出应当移动的方向与大小：-∂E/∂y。")
      : Phrase("How E changes with the output: ∂E/∂y.", "E 随输出变化的快慢：∂E/∂y。")
  }
  public static func hiddenErrorReason(_ count: Int, toOutputs: Bool) -> Phrase {
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
  public static let slopeName = Phrase("slope", "导数")
  public static func slopeReason(_ activation: String) -> Phrase {
    switch activation {
    case "identity": Phrase("A straight line has slope 1 everywhere.", "直线的斜率处处为 1。")
    case "sigmoid":
      Phrase(
        "The slope of the sigmoid is a(1 - a): steepest in the middle, flat at both ends.",
        "sigmoid 的导数是 a(1 - a)：中间最陡，两端平坦。")
    case "tanh":
      Phrase(
        "The slope of tanh is 1 - a²: steepest in the middle, flat at both ends.",
        "tanh 的导数是 1 - a²：中间最陡，两端平坦。")
    case "relu":
      Phrase(
        "1 where the net value is positive, else 0; at 0 itself it is taken as 0.",
        "净输入为正时是 1，否则为 0；恰为 0 处取 0。")
    case "leaky-relu":
      Phrase(
        "1 where the net value is positive, else 0.01; at 0 itself it is taken as 0.01.",
        "净输入为正时是 1，否则为 0.01；恰为 0 处取 0.01。")
    case "elu": Phrase("1 where the net value is positive, else e^net.", "净输入为正时是 1，否则为 e^net。")
    case "softplus": Phrase("The slope of softplus is the sigmoid.", "softplus 的导数是 sigmoid。")
    case "gelu":
      Phrase("The product rule on net·Φ(net), with Φ′ = φ.", "对 net·Φ(net) 用乘积法则，Φ′ = φ。")
    default: Phrase("The product rule on net·σ(net).", "对 net·σ(net) 用乘积法则。")
    }
  }
  public static let jacobianName = Phrase("softmax derivative", "softmax 偏导数")
  public static let jacobianReason = Phrase(
    "Every output depends on every net value: y(1 - y) on its own, minus the product of both outputs on another's.",
    "每个输出依赖每个净输入：对自己的是 y(1 - y)，对别的是两个输出乘积的负值。")
  public static let deltaName = Phrase("error term", "误差项")
  public static func outputDeltaReason(isDescent: Bool) -> Phrase {
    isDescent
      ? Phrase("The slope times how far the output is from its target.", "导数乘以输出与目标值之差。")
      : Phrase("The chain rule: slope of f times slope of the loss.", "链式法则：激活函数的导数乘以误差的导数。")
  }
  public static func hiddenDeltaReason(_ count: Int, toOutputs: Bool) -> Phrase {
    let (english, chinese) = paths(count, toOutputs)
    return Phrase(
      "The slope times the error that arrives: \(english), before its update.",
      "导数乘以传到的误差，即\(chinese)，用的是更新前的权重。")
  }
  public static func collapsedDeltaReason(_ loss: String) -> Phrase {
    switch loss {
    case "binary-cross-entropy":
      Phrase(
        "The slope of the sigmoid cancels: the plain difference is left.",
        "误差导数中的 y(1 - y) 与 sigmoid 的导数约去，只剩两者之差。")
    case "cross-entropy":
      Phrase(
        "Softmax and cross-entropy together leave the plain difference.",
        "softmax 与交叉熵合在一起：对所有输出求和后只剩两者之差。")
    default:
      Phrase(
        "A step has no useful slope: the perceptron rule takes the plain difference.",
        "阶跃函数没有可用的导数：感知机规则直接取两者之差。")
    }
  }
  public static let softmaxDeltaReason = Phrase(
    "Each output's error reaches this net value through the softmax.", "每个输出的误差都经 softmax 传到这个净输入。")
  public static let gradientName = Phrase("gradient", "梯度")
  public static let weightGradientReason = Phrase(
    "A weight's gradient is δ of the neuron it leads to, times the value it carries.",
    "权重的梯度是它通向的神经元的 δ 乘以它传送的值。")
  public static let biasGradientName = Phrase("gradient of a bias", "偏置的梯度")
  public static let thresholdGradientName = Phrase("gradient of a threshold", "阈值的梯度")
  public static let biasGradientReason = Phrase(
    "A bias carries 1.", "偏置传送的是 1。")
  public static let thresholdGradientReason = Phrase(
    "A threshold carries -1, being subtracted.", "阈值是减去的，传送的是 -1。")
  public static let sharedGradientReason = Phrase(
    "A shared bias sums over its neurons.",
    "共享偏置对本层各神经元求和。")

  // MARK: Update

  public static let changeName = Phrase("change", "改变量")
  public static let changeReason = Phrase(
    "Each moves by η against it, downhill.", "每个参数沿梯度反方向走 η 倍：下坡。")
  public static func optimizerChangeReason(_ optimizer: String) -> Phrase {
    switch optimizer {
    case "momentum":
      Phrase("Each moves by η times its velocity, downhill.", "每个参数沿速度的反方向走 η 倍：下坡。")
    case "nesterov":
      Phrase(
        "Each moves by η times its gradient and μ times its velocity, which looks one step ahead.",
        "每个参数走 η 乘以（梯度加 μ 倍速度）：相当于向前多看一步。")
    case "adagrad", "rmsprop":
      Phrase(
        "η times the gradient, divided by the root of its squares: flat and steep directions get steps of like size.",
        "η 乘以梯度，再除以平方累积的根：平缓和陡峭的方向步伐相近。")
    default:
      Phrase(
        "η times the corrected moment, divided by the root of the corrected square: flat and steep directions get steps of like size.",
        "η 乘以修正的一阶矩，再除以修正的二阶矩的根：平缓和陡峭的方向步伐相近。")
    }
  }
  public static let perceptronChangeReason = Phrase(
    "The perceptron rule: η times the difference times the input.", "感知机规则：η 乘以差乘以输入。")
  public static let newName = Phrase("new value", "新值")
  public static let newReason = Phrase("The old value plus its change.", "旧值加改变量。")
  public static func stateName(_ state: String, _ optimizer: String) -> Phrase {
    switch state {
    case "velocity": Phrase("velocity", "速度")
    case "square":
      optimizer == "adagrad"
        ? Phrase("sum of squares", "平方和") : Phrase("mean square", "平方的滑动平均")
    case "moment": Phrase("moment", "一阶矩")
    case "corrected.moment": Phrase("corrected moment", "修正的一阶矩")
    default: Phrase("corrected square", "修正的二阶矩")
    }
  }
  public static func stateReason(_ state: String, _ optimizer: String) -> Phrase {
    switch state {
    case "velocity":
      Phrase(
        "The velocity remembers earlier gradients; it began at 0.", "速度记住以前的梯度；从 0 开始。")
    case "square":
      optimizer == "adagrad"
        ? Phrase(
          "The squares of all gradients so far, added up; the sum began at 0.",
          "到目前为止所有梯度的平方和；从 0 开始。")
        : Phrase(
          "A running mean of the squares of the gradients; it began at 0.",
          "梯度平方的滑动平均；从 0 开始。")
    case "moment":
      Phrase("A running mean of the gradients; it began at 0.", "梯度的滑动平均；从 0 开始。")
    default:
      Phrase(
        "Having begun at 0, after t steps a running mean is too small by the factor 1 - β^t, which is divided out.",
        "滑动平均从 0 开始，t 步之后偏小，只有 1 - β^t 倍；除以它来修正。")
    }
  }
}
