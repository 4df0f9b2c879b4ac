package import ScalarBackprop

// What is said in pictures of a training, and of how they are asked for.

extension Phrase {
  // MARK: Before the training, and what adds up to a curve

  package static let dottedLines = Phrase(
    "Dotted: where it was 0 before the training.", "点线：训练前净输入为 0 之处。")
  package static let partsPlot = Phrase(
    "what each neuron and the bias add to it: the output is the sum of these lines",
    "各神经元和偏置的贡献：网络的输出是这些曲线之和")
  package static func partsOf(_ output: Wording) -> Phrase {
    Phrase("terms of \(output)", "\(output) 的各项")
  }

  // MARK: The paths of optimizers

  package static func pathsOf(_ title: String) -> Phrase {
    Phrase("The paths of six optimizers: \(title)", "六种优化算法的路径：\(title)")
  }
  package static let pathsDescription = Phrase(
    "Lines of equal loss in the plane of two parameters, and the path of each optimizer from the same start, a dot for each step; below, the constants of each and the loss at its end.",
    "两个参数的平面上损失的等高线，以及各优化算法从同一起点出发的路径，每步一个点；下面是各算法的常数和终点的损失。")
  package static let pathsPlot = Phrase(
    "lines of equal loss over all samples, and a path for each optimizer",
    "全部样本上损失的等高线，与各优化算法的路径")
  package static let optimizerColumn = Phrase("optimizer", "优化算法")
  package static let constantsColumn = Phrase("constants", "常数")
  package static let stepsColumn = Phrase("steps", "步数")
  package static let lossAtEnd = Phrase("loss at the end", "终点的损失")
  package static func pathsSetup(
    letter: Symbol, rate: String, batch: Int, of samples: Int
  ) -> Phrase {
    let rate: [MathPart] = [.symbol(letter), .equals, .number(rate)]
    let pace =
      batch == samples
      ? samples == 1
        ? Phrase("on the one sample", "用唯一的样本")
        : Phrase("on all \(samples) samples", "用全部 \(samples) 个样本")
      : Phrase(
        "on \(batch) of \(samples) samples, so it need not lower the loss over all of them",
        "用 \(samples) 个样本中的 \(batch) 个，不一定使总损失下降")
    return Phrase(
      "All paths start at the large ring, end at a small one and use the same learning rate, \(rate). Each dot is a step \(pace.english).",
      "各路径都从大圆圈出发，止于小圆圈，学习率同为 \(rate)。每个点是一步，\(pace.chinese)。")
  }
  package static let rightAngle = Phrase(
    "Gradient descent leaves each dot at a right angle to the line of equal loss there.",
    "梯度下降离开每个点的方向都与该处的等高线垂直。")
  package static func pathsDecay(_ letter: Symbol, _ value: String) -> Phrase {
    let decay: [MathPart] = [.symbol(letter), .equals, .number(value)]
    return Phrase(
      "The steps include the weight decay \(decay); the lines of equal loss do not.",
      "各步含权重衰减 \(decay)；等高线不含。")
  }
  package static func ofPaths(_ policy: Phrase) -> Phrase {
    Phrase("Of the paths: \(policy.english).", "路径的计算：\(policy.chinese)。")
  }
  package static func firstDots(_ count: Int) -> Phrase {
    Phrase("Only the first \(count) steps have dots.", "只有前 \(count) 步画点。")
  }
  package static func mostSteps(_ count: Int) -> Phrase {
    Phrase("A path has \(count) steps at most.", "每条路径至多 \(count) 步。")
  }
  package static func pathDiverged(step: Int) -> Phrase {
    Phrase("diverged at step \(step)", "第 \(step) 步发散")
  }
  package static let beyondRange = Phrase("beyond 1.8e308", "超过 1.8e308")
  package static func leavesPicture(_ loss: String) -> Phrase {
    Phrase("\(loss), outside the picture", "\(loss)，在图外")
  }

  // MARK: What a layer makes of the plane

  package static func layersOf(_ title: String) -> Phrase {
    Phrase("How the hidden layer moves the plane: \(title)", "隐藏层怎样变换平面：\(title)")
  }
  package static let layersDescription = Phrase(
    "Four frames: the plane of the inputs with a grid and the samples, then after the weights, after the biases, and after the activation function.",
    "四幅图：带网格和样本的输入平面，乘以权重之后，加上偏置之后，经过激活函数之后。")
  package static func stageTitle(
    _ stage: PlaneStages.Stage, _ activation: Activation, isThreshold: Bool
  ) -> Phrase {
    switch stage {
    case .inputs: Phrase("1. the inputs", "1. 输入平面")
    case .weighted: Phrase("2. times the weights", "2. 乘以权重")
    case .shifted:
      isThreshold
        ? Phrase("3. minus the thresholds", "3. 减去阈值") : Phrase("3. plus the biases", "3. 加上偏置")
    case .bent: Phrase("4. through \(activation.noun.english)", "4. 经过\(activation.noun.chinese)")
    }
  }
  package static func stageWeights(_ orientation: PlaneStages.Orientation) -> Phrase {
    switch orientation {
    case .kept:
      Phrase(
        "From 1 to 2 the weights turn, stretch and shear the plane: lines stay straight and parallel.",
        "1 到 2：权重使平面旋转、伸缩、剪切；直线仍是直线，平行仍然平行。")
    case .mirrored:
      Phrase(
        "From 1 to 2 the weights mirror, turn, stretch and shear the plane: lines stay straight and parallel.",
        "1 到 2：权重使平面翻转、旋转、伸缩、剪切；直线仍是直线，平行仍然平行。")
    case .pressed:
      Phrase(
        "From 1 to 2 the weights press the plane almost onto a line, for the rows of weights are almost multiples of each other.",
        "1 到 2：两行权重几乎成比例，平面几乎被压成一条直线。")
    case .flattened:
      Phrase(
        "From 1 to 2 the weights flatten the plane onto a line, for the rows of weights are multiples of each other.",
        "1 到 2：两行权重成比例，平面被压成一条直线。")
    }
  }
  package static func stageShift(isThreshold: Bool) -> Phrase {
    isThreshold
      ? Phrase(
        "From 2 to 3 the thresholds shift it: the shape stays the same.", "2 到 3：阈值使它平移，形状不变。")
      : Phrase(
        "From 2 to 3 the biases shift it: the shape stays the same.", "2 到 3：偏置使它平移，形状不变。")
  }
  package static let stageNoShift = Phrase(
    "From 2 to 3 nothing changes, for there are no biases, or they are 0.",
    "2 到 3：没有偏置，或偏置为 0，没有变化。")
  package static func stageActivation(_ activation: Activation) -> Phrase {
    let (english, chinese) = (activation.noun.english, activation.noun.chinese)
    if activation.isLinear {
      return Phrase(
        "From 3 to 4 \(english) leaves everything as it is.", "3 到 4：\(chinese)不改变任何东西。")
    }
    guard activation.hasKink else {
      return Phrase(
        "From 3 to 4 \(english) bends it: only here does a straight line become a curve.",
        "3 到 4：经过\(chinese) 后弯曲；只有这一步使直线变成曲线。")
    }
    return activation.isFlatBelowZero
      ? Phrase(
        "From 3 to 4 \(english) presses what is negative onto the axes: only here does a straight line get a corner.",
        "3 到 4：经过\(chinese)，负的部分被压到坐标轴上；只有这一步使直线出现折角。")
      : Phrase(
        "From 3 to 4 \(english) squeezes what is negative towards the axes: only here does a straight line get a corner.",
        "3 到 4：经过\(chinese)，负的部分向坐标轴压缩；只有这一步使直线出现折角。")
  }
  package static let stageCuts = Phrase(
    "Dashed: where the net value of a neuron of the next layer is 0. It is straight in 4; in 1 to 3 it is drawn where it comes from.",
    "虚线：下一层神经元净输入为 0 之处。它在图 4 中是直线；图 1 至 3 画出它对应的位置。")

  // MARK: What cannot be drawn

  package static func pathsNeedTwo(_ option: String, count: Int) -> Phrase {
    Phrase(
      "\(option) draws the plane of exactly two parameters that training changes, and here there are \(count); freeze the others, as in 'frozen: [\"bias\"]', or try the example 'valley'",
      "\(option) 画的是恰好两个可训练参数的平面，这里有 \(count) 个；请冻结其余的参数，如 'frozen: [\"bias\"]'，或用示例 'valley'")
  }
  package static func pathsTooLarge(_ option: String, _ size: Int, most: Int) -> Phrase {
    Phrase(
      "\(option) asks for the loss in thousands of places: parameters times samples may be at most \(most), and here they are \(size); use fewer samples",
      "\(option) 要在数千处计算损失：参数个数乘样本个数至多 \(most)，这里是 \(size)；请减少样本")
  }
  package static func pathsNeedGradient(_ option: String) -> Phrase {
    Phrase(
      "\(option) needs a gradient, which the perceptron rule has not; use a sigmoid",
      "\(option) 需要梯度，而感知机规则没有；请用 sigmoid")
  }
  package static func layersNeedTwo(_ option: String) -> Phrase {
    Phrase(
      "\(option) draws what a hidden layer of two neurons makes of two inputs, which this network has not; try the example 'xor'",
      "\(option) 画的是两个神经元的隐藏层怎样变换两个输入，这个网络不是这样；可用示例 'xor'")
  }
  package static func layersTooLarge(_ option: String, _ parameters: Int, most: Int) -> Phrase {
    Phrase(
      "\(option) draws networks with at most \(most) parameters, and this one has \(parameters); use a smaller one",
      "\(option) 只画参数不超过 \(most) 个的网络，这个网络有 \(parameters) 个；请用更小的网络")
  }
}
