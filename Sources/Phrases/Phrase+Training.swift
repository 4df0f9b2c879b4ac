// What is said of trainings and gradient checks.

extension Phrase {
  package static let step = Phrase("step", "步")
  package static let epoch = Phrase("epoch", "轮")
  package static let batchLoss = Phrase("loss before step", "更新前的损失")
  package static let correctAfterEpoch = Phrase("correct after epoch", "轮末分类正确")
  package static func correct(_ count: Int, of all: Int) -> Phrase {
    Phrase("\(count) of \(all)", "\(count)/\(all)")
  }
  package static func eachColumn(_ steps: Int) -> Phrase {
    Phrase("each column: the mean of \(steps) steps", "每列：\(steps) 步的平均")
  }
  package static func more(_ count: Int) -> Phrase {
    Phrase("… and \(count) more", "……另有 \(count) 个")
  }
  package static func saveParameters(_ count: Int) -> Phrase {
    Phrase("\(count) parameters; --save FILE writes them.", "共 \(count) 个参数；可用 --save FILE 保存。")
  }
  package static func untilNotReached(_ loss: String) -> Phrase {
    Phrase(
      "The loss did not reach \(loss); increase --epochs to continue.",
      "损失未降到要求的 \(loss)；可增大 --epochs 再训练。")
  }
  package static func trainingSetup(
    shape: String, parameters: Int, samples: Int, batch: Int, rule: Phrase, letter: Symbol,
    rate: String
  ) -> Phrase {
    let rate: [MathPart] = [.symbol(letter), .equals, .number(rate)]
    let pace = pace(of: batch, samples)
    let (ofParameters, ofSamples) = (
      parameters == 1 ? "parameter" : "parameters", samples == 1 ? "sample" : "samples"
    )
    return Phrase(
      "\(shape), \(parameters) \(ofParameters); \(samples) \(ofSamples)\(pace.english); \(rule.english), \(rate)",
      "\(shape)，\(parameters) 个参数；\(samples) 个样本\(pace.chinese)；\(rule.chinese)，\(rate)")
  }
  /// How many samples a step takes, by the name that books have for it.
  private static func pace(of batch: Int, _ samples: Int) -> Phrase {
    guard samples > 1 else { return Phrase("", "") }
    if batch == samples { return Phrase(", all per step (full batch)", "，每步用全部样本（全批量）") }
    guard batch == 1 else {
      return Phrase(", \(batch) per step (mini-batch)", "，每步 \(batch) 个（小批量）")
    }
    return Phrase(", one per step (online)", "，每步 1 个（在线）")
  }
  package static let perceptronRule = Phrase("perceptron rule", "感知机规则")
  package static let onlyOneEpoch = Phrase(
    "That was one epoch, for the file does not ask for more; use --epochs 1000 to train longer.",
    "只训练了一轮，因为文件没有要求更多；可用 --epochs 1000 训练得更久。")
  package static let first = Phrase("initial", "初值")
  package static let trained = Phrase("trained", "训练后")
  package static let closedForm = Phrase("closed form", "闭式解")
  package static let sampleColumn = Phrase("sample", "样本")
  package static let outputColumn = Phrase("output", "输出")
  package static let targetColumn = Phrase("target", "目标值")
  private static func steps(_ count: Int) -> String { "\(count) \(count == 1 ? "step" : "steps")" }
  /// The loss of all samples, and how it is made of theirs; `isMean` is `nil` of one sample.
  package struct TotalLoss {
    let english: String
    let chinese: String

    package init(_ value: String, isMean: Bool?) {
      switch isMean {
      case nil: (english, chinese) = ("the loss is \(value)", "损失为 \(value)")
      case true?:
        (english, chinese) = ("the mean loss of all samples is \(value)", "全部样本的平均损失为 \(value)")
      case false?:
        (english, chinese) = (
          "the losses of all samples sum to \(value)", "全部样本的损失之和为 \(value)"
        )
      }
    }
  }
  package static func trainingEnded(steps: Int, loss: TotalLoss) -> Phrase {
    Phrase("\(Phrase.steps(steps)); \(loss.english).", "共 \(steps) 步；\(loss.chinese)。")
  }
  package static func trainingGoodEnough(steps: Int, loss: TotalLoss) -> Phrase {
    Phrase(
      "The loss is small enough after \(Phrase.steps(steps)): \(loss.english).",
      "\(steps) 步后损失已足够小：\(loss.chinese)。")
  }
  package static func trainingStopped(steps: Int, loss: TotalLoss) -> Phrase {
    Phrase(
      "Stopped after \(Phrase.steps(steps)); \(loss.english).", "\(steps) 步后中止；\(loss.chinese)。")
  }
  package static func interrupted(steps: Int) -> Phrase {
    Phrase("interrupted after \(Phrase.steps(steps))", "\(steps) 步后中断")
  }
  package static func stoppedBefore(step: Int, steps: Int) -> Phrase {
    Phrase(
      "interrupted after \(Phrase.steps(steps)), before step \(step)",
      "\(steps) 步后中断，未到第 \(step) 步")
  }
  package static func trainingDiverged(step: Int, quantity: String) -> Phrase {
    Phrase(
      "The training diverged at step \(step): \(quantity) exceeded the largest double (1.8e308). What follows is the state before it; a smaller learning rate may help.",
      "训练在第 \(step) 步发散：\(quantity) 超出双精度浮点数的表示范围（1.8e308）。以下是发散前的状态；可试用更小的学习率。")
  }
  package static let tooLarge = Phrase(
    "too large for a double (beyond 1.8e308)", "超出双精度浮点数的表示范围（1.8e308）")
  package static func noStepAfterDivergence(step: Int, quantity: String) -> Phrase {
    Phrase(
      "diverged at step \(step): \(quantity); ask for an earlier step, or use a smaller learning rate",
      "第 \(step) 步发散（diverged）：\(quantity)；请指定它之前的一步，或用更小的学习率")
  }
  package static func diverged(step: Int, quantity: String) -> Phrase {
    Phrase("diverged at step \(step): \(quantity)", "第 \(step) 步发散（diverged）：\(quantity)")
  }
  package static func progress(step: Int, of all: Int, share: Int, loss: String) -> Phrase {
    Phrase(
      "step \(step) of \(all) (\(share)%), loss \(loss)",
      "第 \(step)/\(all) 步（\(share)%），损失 \(loss)")
  }
  package static func gradcheckProgress(_ count: Int, of all: Int, share: Int) -> Phrase {
    Phrase(
      "gradient \(count) of \(all) (\(share)%)", "第 \(count)/\(all) 个梯度（\(share)%）")
  }
  package static func trainingEndsBefore(steps: Int) -> Phrase {
    steps == 1
      ? Phrase(
        "the training has only step 1; ask for that one, or train longer with --epochs",
        "训练只有第 1 步；请指定这一步，或用 --epochs 训练得更久")
      : Phrase(
        "the training ends after \(Phrase.steps(steps)); ask for one of them, or train longer with --epochs",
        "训练在 \(steps) 步后结束；请指定其中一步，或用 --epochs 训练得更久")
  }
  package static func classifiedCorrectly(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      "\(count) of \(all) \(all == 1 ? "sample" : "samples") \(count == 1 ? "is" : "are") classified correctly.",
      "\(all) 个样本中 \(count) 个分类正确。")
  }
  package static func targetIs(_ value: String) -> Phrase {
    Phrase("target \(value)", "目标值 \(value)")
  }
  package static let loss = Phrase("loss", "损失")
  package static func lossAndShare(isRing: Bool) -> Phrase {
    isRing
      ? Phrase("loss, and share classified correctly (ring)", "损失与分类正确的比例（圆圈）")
      : Phrase(
        "loss (line), and share classified correctly (dashes)", "损失（实线）与分类正确的比例（虚线）")
  }
  package static let inputPlane = Phrase("the inputs", "输入平面")
  package static let hiddenPlane = Phrase("as the hidden layer transforms them", "隐藏层变换后的平面")
  package static let dashedLines = Phrase(
    "Dashed: where the net value of a neuron is 0.", "虚线：神经元净输入为 0 之处。")
  package static let dashedCuts = Phrase("Dashed: where the class changes.", "虚线：类别改变之处。")
  package static let bentGrid = Phrase(
    "Grey: the grid of the inputs, transformed by the hidden layer.", "灰线：经隐藏层变换后的输入网格。")
  package static let sideBySide = Phrase(
    "Samples at the same place are drawn side by side.", "同一位置的样本并排画出。")
  package static func plotWithoutPlane(_ parameters: Int, _ limit: Int) -> Phrase {
    Phrase(
      "the picture will show the loss alone; what a network makes of the plane is drawn with at most \(limit) parameters, and this one has \(parameters)",
      "图中只画损失曲线；参数不超过 \(limit) 个才画出网络对平面的划分，这个网络有 \(parameters) 个")
  }
  package static let isSeparable = Phrase(
    "Here the classes are linearly separable.", "这里两类线性可分。")
  package static let isNotSeparable = Phrase(
    "Here the classes are not linearly separable.", "这里两类线性不可分。")
  package static let curvePlot = Phrase(
    "the output of the network, and the samples", "网络的输出与样本")
  package static let plotDescription = Phrase(
    "The loss over the steps; below, the predicted class of each input point (hatching), the samples (marker shape) and the line of each neuron; or the fitted curve.",
    "损失随步数的变化；下面是输入平面各点的类别（以线纹区分）、样本（以形状区分）和各神经元的分界线，或拟合的曲线。")
  package static func lossCurve(_ title: String) -> Phrase {
    Phrase("The loss while training: \(title)", "训练中的损失：\(title)")
  }
  package static func sampleNotTrainable(_ sample: Int, _ problem: Phrase) -> Phrase {
    Phrase("sample \(sample): \(problem.english)", "样本 \(sample)：\(problem.chinese)")
  }
  package static let sampleHasNoTargets = Phrase(
    "it has no targets, so it cannot be trained on; give it targets", "没有目标值，无法训练；请给出目标值")
  package static let nothingToTrainOn = Phrase("there is no sample", "没有样本")
  package static func notADataSet(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "'\(name)' is a network, not a data set; --samples and --seed are for \(known.joined(separator: ", "))",
      "'\(name)' 是网络，不是数据集；--samples 和 --seed 用于 \(known.joined(separator: "、"))")
  }
  package static func optionWithoutStep(_ option: String) -> Phrase {
    Phrase(
      "'\(option)' needs '--trace-step', a step of the training",
      "'\(option)' 只能与 '--trace-step'（训练中的一步）同用")
  }
  package static func oneOfBatch(_ size: Int) -> Phrase {
    Phrase(
      "The file trains in batches of \(size) samples; this is a step on one sample alone. 'export --trace-step 1' shows the whole batch.",
      "该文件按每批 \(size) 个样本训练；这里只用一个样本训练一步。用 'export --trace-step 1' 可看整批。")
  }
  package static func batchIsMeant(_ size: Int) -> Phrase {
    Phrase(
      "the file trains in batches: this is step 1 of the training, on \(size) samples; '--sample 1' takes sample 1 alone",
      "该文件按批训练：这是训练的第 1 步，用 \(size) 个样本；只取样本 1 请写 '--sample 1'")
  }
  package static let nothingRandom = Phrase(
    "there are no random weights that --seed could redraw; write 'weights: { random: \"xavier\" }'",
    "没有可由 --seed 重新生成的随机权重；可写 'weights: { random: \"xavier\" }'")
  package static let badUntil = Phrase(
    "'--until' needs a number of at least 0, as in '--until 0.01'",
    "'--until' 需要一个不小于 0 的数，如 '--until 0.01'")

  // MARK: Gradient checks

  package static func gradcheckOpening(
    _ symbol: Symbol, loss: String, samples: Int, isMean: Bool
  ) -> Phrase {
    let loss: [MathPart] = [.symbol(symbol), .equals, .number(loss)]
    let opening = Phrase(
      "Gradients compared with central differences, \(loss)", "梯度与中心差分的比较，\(loss)")
    guard samples > 1 else { return opening }
    let of =
      isMean
      ? Phrase("the mean of \(samples) samples", "\(samples) 个样本的平均")
      : Phrase("the sum of \(samples) samples", "\(samples) 个样本之和")
    return opening.followed(by: of, between: .comma)
  }
  package static let gradcheckHeading = Phrase("Gradients and central differences", "梯度与中心差分")
  /// The symbols are those of the loss and of a weight.
  package static func gradcheckReason(loss: Symbol, weight: Symbol, epsilon: Symbol) -> Phrase {
    let (e, w, d) = (MathPart.symbol(loss), MathPart.symbol(weight), MathPart.symbol(epsilon))
    let difference: [MathPart] = [
      .open, e, .open, w, .plus, d, .close, .minus, e, .open, w, .minus, d, .close, .close, .over,
      .open, .number("2"), d, .close,
    ]
    return Phrase(
      "The central difference \(difference) is computed for seven values of \(epsilon). The table shows the one that agrees best, and to how many digits each agrees. If \(epsilon) is too large the chord departs from the tangent; if it is too small, rounding errors dominate.",
      "取七个 \(epsilon) 计算中心差分 \(difference)，列出最接近的一个，以及各个 \(epsilon) 下相同的位数。\(epsilon) 太大时割线偏离切线，太小时舍入误差占主导。"
    )
  }
  package static let analyticGradient = Phrase("gradient", "梯度")
  package static let centralDifference = Phrase("difference", "差分")
  package static func digitsAtEpsilons(_ epsilon: Symbol) -> Phrase {
    Phrase(
      "digits at \(epsilon) = 1e-2 … 1e-8", "\(epsilon) = 1e-2 … 1e-8 时相同的位数")
  }
  package static let gradientAgrees = Phrase("agrees", "一致")
  package static func gradientAgreesAt(_ epsilon: String) -> Phrase {
    Phrase("agrees at \(epsilon)", "\(epsilon) 处一致")
  }
  package static let gradientDisagrees = Phrase("DISAGREES", "不一致")
  package static let gradientNotFinite = Phrase("not finite", "不是有限数")
  package static let gradientSkipped = Phrase("kink", "折点")
  package static func gradientKink(
    _ quantity: String, sample: Int, skipped names: [String]
  ) -> Phrase {
    Phrase(
      "Skipped: \(names.joined(separator: ", ")). At \(quantity) of sample \(sample) the loss has a kink, so a difference quotient is meaningless there.",
      "跳过 \(names.joined(separator: "、"))：损失在样本 \(sample) 的 \(quantity) 处有折点，不可导，差分没有意义。")
  }
  package static func gradcheckEnd(_ count: Int, of all: Int, skipped: Int) -> Phrase {
    let rest = skipped == 0 ? "" : ", \(skipped) \(skipped == 1 ? "was" : "were") skipped"
    let chineseRest = skipped == 0 ? "" : "，\(skipped) 个跳过"
    return Phrase(
      "\(count) of \(all) gradients agree\(rest).", "\(all) 个梯度中有 \(count) 个一致\(chineseRest)。")
  }
  package static let perceptronHasNoGradient = Phrase(
    "the perceptron rule has no gradient to check; use a sigmoid",
    "感知机规则没有可检验的梯度；请用 sigmoid")
}
