// What is said of trainings and gradient checks.

extension Phrase {
  package static let step = Phrase("step", "步")
  package static let epoch = Phrase("epoch", "轮")
  package static let batchLoss = Phrase("loss before it", "更新前的误差")
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
      "\(loss), as asked for, was not reached; more --epochs go on.",
      "没有达到所要的 \(loss)；可增大 --epochs 继续。")
  }
  package static func trainingSetup(
    shape: String, parameters: Int, samples: Int, batch: Int, optimizer: String?, rate: String
  ) -> Phrase {
    let one = batch == 1
    let pace = batch == samples ? "all" : one ? "one" : "\(batch)"
    let chinesePace = batch == samples ? "全部" : " \(batch) 个"
    let isOne = samples == 1
    let (rule, chineseRule) = (optimizer ?? "perceptron rule", optimizer ?? "感知机规则")
    return Phrase(
      "\(shape), \(parameters) \(parameters == 1 ? "parameter" : "parameters"); \(samples) \(isOne ? "sample" : "samples\(", \(pace) a step")"); \(rule), η = \(rate)",
      "\(shape)，\(parameters) 个参数；\(samples) 个样本\(isOne ? "" : "，每步\(chinesePace)")；\(chineseRule)，η = \(rate)"
    )
  }
  package static let onlyOneEpoch = Phrase(
    "The file asks for one epoch; --epochs 1000 goes on.", "文件只要求一轮；可用 --epochs 1000 继续。")
  package static let first = Phrase("first", "初值")
  package static let trained = Phrase("trained", "训练后")
  package static let closedForm = Phrase("closed form", "闭式解")
  package static let sampleColumn = Phrase("sample", "样本")
  package static let outputColumn = Phrase("output", "输出")
  package static let targetColumn = Phrase("target", "目标值")
  private static func steps(_ count: Int) -> String { "\(count) \(count == 1 ? "step" : "steps")" }
  package static func trainingEnded(steps: Int, loss: String) -> Phrase {
    Phrase(
      "\(Phrase.steps(steps)); the loss over all samples is \(loss).",
      "共 \(steps) 步；全部样本上的误差为 \(loss)。")
  }
  package static func trainingGoodEnough(steps: Int, loss: String) -> Phrase {
    Phrase(
      "Small enough after \(Phrase.steps(steps)): the loss over all samples is \(loss).",
      "\(steps) 步后误差已足够小：全部样本上的误差为 \(loss)。")
  }
  package static func trainingStopped(steps: Int, loss: String) -> Phrase {
    Phrase(
      "Stopped after \(Phrase.steps(steps)); the loss over all samples is \(loss).",
      "\(steps) 步后中止；全部样本上的误差为 \(loss)。")
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
      "The training diverged at step \(step): \(quantity) grew beyond the largest number there is (1.8e308). What follows is the state before it; a smaller learning rate may help.",
      "训练在第 \(step) 步发散：\(quantity) 超出了可表示的最大数（1.8e308）。以下是发散前的状态；可试用更小的学习率。")
  }
  package static let tooLarge = Phrase(
    "too large for any number (beyond 1.8e308)", "超出双精度所能表示（1.8e308）")
  package static func noStepAfterDivergence(step: Int, quantity: String) -> Phrase {
    Phrase(
      "diverged at step \(step): \(quantity); ask for a step before it, or take a smaller learning rate",
      "第 \(step) 步发散（diverged）：\(quantity)；请指定它之前的一步，或用更小的学习率")
  }
  package static func diverged(step: Int, quantity: String) -> Phrase {
    Phrase("diverged at step \(step): \(quantity)", "第 \(step) 步发散（diverged）：\(quantity)")
  }
  package static func progress(step: Int, of all: Int, share: Int, loss: String) -> Phrase {
    Phrase(
      "step \(step) of \(all) (\(share) %), loss \(loss)",
      "第 \(step)/\(all) 步（\(share) %），误差 \(loss)")
  }
  package static func gradcheckProgress(_ count: Int, of all: Int, share: Int) -> Phrase {
    Phrase(
      "gradient \(count) of \(all) (\(share) %)", "第 \(count)/\(all) 个梯度（\(share) %）")
  }
  package static func trainingEndsBefore(steps: Int) -> Phrase {
    Phrase(
      "the training ends after \(Phrase.steps(steps)); ask for one of them, or let it go on longer (--epochs, --until)",
      "训练在 \(steps) 步后结束；请指定其中一步，或让它训练得更久（--epochs、--until）")
  }
  package static func classifiedCorrectly(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      "Of \(all) samples, \(count) are classified correctly.", "\(all) 个样本中 \(count) 个分类正确。")
  }
  package static func targetIs(_ value: String) -> Phrase {
    Phrase("target \(value)", "目标 \(value)")
  }
  package static let loss = Phrase("loss", "误差")
  package static func lossAndShare(isRing: Bool) -> Phrase {
    isRing
      ? Phrase("loss, and share classified correctly (ring)", "误差与分类正确的比例（圆圈）")
      : Phrase(
        "loss (line), and share classified correctly (dashes)", "误差（实线）与分类正确的比例（虚线）")
  }
  package static let inputPlane = Phrase("the inputs", "输入平面")
  package static let hiddenPlane = Phrase("as the hidden layer sees them", "隐藏层看到的平面")
  package static func stepsMeans(_ count: Int) -> Phrase {
    Phrase("step (each point the mean of \(count))", "步（每点为 \(count) 步的平均）")
  }
  package static let dashedLines = Phrase(
    "Dashed: where the net value of a neuron is 0.", "虚线：神经元净输入为 0 之处。")
  package static let dashedCuts = Phrase("Dashed: where the class changes.", "虚线：类别改变之处。")
  package static let bentGrid = Phrase(
    "Grey: the grid of the inputs, bent.", "灰线：变弯了的输入网格。")
  package static let sideBySide = Phrase(
    "Samples in one place stand side by side.", "同一位置的样本并排画出。")
  package static func plotWithoutPlane(_ parameters: Int, _ limit: Int) -> Phrase {
    Phrase(
      "the picture will show the loss alone; what a network makes of the plane is drawn with at most \(limit) parameters, and this one has \(parameters)",
      "图中只画误差曲线；参数不超过 \(limit) 个才画出网络对平面的划分，这个网络有 \(parameters) 个")
  }
  package static let isSeparable = Phrase(
    "A straight line separates the classes here.", "这里一条直线就能分开两类。")
  package static let isNotSeparable = Phrase(
    "No straight line separates the classes here.", "这里没有直线能分开两类。")
  package static let curvePlot = Phrase(
    "what the network puts out, and the samples", "网络的输出与样本")
  package static let plotDescription = Phrase(
    "The loss over the steps; below, which class each point of the inputs gets, told by hatching, with the samples, told by shape, and the line of each neuron; or the curve that was fitted.",
    "误差随步数的变化；下面是输入平面各点的类别（以线纹区分）、样本（以形状区分）和各神经元的分界线，或拟合的曲线。")
  package static func lossCurve(_ title: String) -> Phrase {
    Phrase("The loss while training: \(title)", "训练中的误差：\(title)")
  }
  package static func sampleNotTrainable(_ sample: Int, _ problem: Phrase) -> Phrase {
    Phrase("sample \(sample): \(problem.english)", "样本 \(sample)：\(problem.chinese)")
  }
  package static let sampleHasNoTargets = Phrase(
    "it has no targets to be trained on; give it targets", "没有目标值，无法训练；请给出目标值")
  package static let nothingToTrainOn = Phrase("there is no sample", "没有样本")
  package static func notADataSet(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "'\(name)' is a network, not a data set; --samples and --seed go with \(known.joined(separator: ", "))",
      "'\(name)' 是网络，不是数据集；--samples 和 --seed 用于 \(known.joined(separator: "、"))")
  }
  package static func optionWithoutStep(_ option: String) -> Phrase {
    Phrase(
      "'\(option)' goes with '--trace-step', a step of the training",
      "'\(option)' 只与 '--trace-step'（训练中的一步）同用")
  }
  package static let nothingRandom = Phrase(
    "there are no random weights that --seed could draw anew; write weights: { random: \"xavier\" }",
    "没有可由 --seed 重新抽取的随机权重；可写 weights: { random: \"xavier\" }")
  package static let badUntil = Phrase(
    "'--until' needs a number of at least 0, as in '--until 0.01'",
    "'--until' 需要一个不小于 0 的数，如 '--until 0.01'")

  // MARK: Gradient checks

  package static func gradcheckOpening(loss: String, samples: Int, isMean: Bool) -> Phrase {
    let opening = Phrase(
      "Gradients against central differences, E = \(loss)", "梯度与中心差分之比较，E = \(loss)")
    guard samples > 1 else { return opening }
    let of =
      isMean
      ? Phrase("the mean of \(samples) samples", "\(samples) 个样本的平均")
      : Phrase("the sum of \(samples) samples", "\(samples) 个样本之和")
    return opening.followed(by: of, between: .comma)
  }
  package static let gradcheckHeading = Phrase("Gradients against differences", "梯度与中心差分")
  package static let gradcheckReason = Phrase(
    "(E(w + ε) − E(w − ε))/2ε is worked out at seven ε; the one that agrees best is shown, and to how many digits each agrees. Large ε bend away from the slope, small ones drown in rounding.",
    "取七个 ε 计算 (E(w + ε) − E(w − ε))/2ε，列出最接近的一个，以及各个 ε 下相同的位数。ε 太大偏离切线，太小则淹没在舍入误差里。")
  package static let analyticGradient = Phrase("gradient", "梯度")
  package static let centralDifference = Phrase("difference", "差分")
  package static let digitsAtEpsilons = Phrase(
    "digits at 1e-2 … 1e-8", "1e-2 … 1e-8 处相同位数")
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
      "Skipped: \(names.joined(separator: ", ")). At \(quantity) of sample \(sample) E has a corner, where a difference tells nothing.",
      "跳过 \(names.joined(separator: "、"))：E 在样本 \(sample) 的 \(quantity) 处有折点，差分说明不了什么。")
  }
  package static func gradcheckEnd(_ count: Int, of all: Int, skipped: Int) -> Phrase {
    let rest = skipped == 0 ? "" : ", \(skipped) \(skipped == 1 ? "was" : "were") skipped"
    let chineseRest = skipped == 0 ? "" : "，\(skipped) 个跳过"
    return Phrase(
      "\(count) of \(all) gradients agree\(rest).", "\(all) 个梯度中有 \(count) 个一致\(chineseRest)。")
  }
  package static let perceptronHasNoGradient = Phrase(
    "the perceptron rule has no gradient to be checked; use a sigmoid",
    "感知机规则没有可检验的梯度；请用 sigmoid")
}
