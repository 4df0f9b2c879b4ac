// What a teacher would point at.

extension Phrase {
  package static func worthNoticing(isAtEnd: Bool) -> Phrase {
    isAtEnd
      ? Phrase("Worth noticing, of the trained network", "值得注意（训练后的网络）")
      : Phrase("Worth noticing, of the network before the step", "值得注意（更新前的网络）")
  }
  package static func moreObservations(_ count: Int) -> Phrase {
    Phrase("And \(count) more of the kind.", "此外还有 \(count) 条类似的情况。")
  }
  package static let idleLearningRate = Phrase(
    "The learning rate is 0: the gradients are there, but nothing moves.", "学习率为 0：有梯度，但参数不会改变。")
  package static func overshoot(from before: String, to after: String, isMade: Bool) -> Phrase {
    isMade
      ? Phrase(
        "Downhill, and yet the loss grew, \(before) → \(after): take a smaller η.",
        "沿下坡方向走，误差却增大，\(before) → \(after)：步子太大，请减小 η。")
      : Phrase(
        "Downhill, and yet one more step would make the loss grow, \(before) → \(after): take a smaller η.",
        "沿下坡方向再走一步，误差反而增大，\(before) → \(after)：步子太大，请减小 η。")
  }
  package static func saturated(
    _ node: String, net: String, slope: String, samples: Int
  ) -> Phrase {
    samples == 1
      ? Phrase(
        "Neuron \(node) is saturated: at a net value of \(net) its slope is only \(slope), so hardly any error gets through.",
        "神经元 \(node) 已饱和：净输入为 \(net)，导数只有 \(slope)，误差几乎传不过去。")
      : Phrase(
        "Neuron \(node) is saturated for all \(samples) samples: its slope is at most \(slope), so hardly any error gets through.",
        "神经元 \(node) 对全部 \(samples) 个样本都已饱和：导数最大只有 \(slope)，误差几乎传不过去。")
  }
  package static func silent(_ node: String, net: String, samples: Int) -> Phrase {
    samples == 1
      ? Phrase(
        "Neuron \(node) is silent: its net value \(net) is not positive, its slope 0, and its weights learn nothing from this sample.",
        "神经元 \(node) 不激活：净输入 \(net) 不为正，导数为 0，它的权重从这个样本学不到东西。")
      : Phrase(
        "Neuron \(node) is silent for the \(samples) samples of this batch: its net value is at most \(net), its slope 0, and its weights learn nothing from this step.",
        "神经元 \(node) 对这一批 \(samples) 个样本都不激活：净输入最大为 \(net)，导数为 0，它的权重从这一步学不到东西。")
  }
  package static func dead(_ node: String, samples: Int) -> Phrase {
    Phrase(
      "Neuron \(node) is silent for all \(samples) samples: its net value is never positive, its slope 0, and it learns nothing from any of them. Such a neuron is called dead.",
      "神经元 \(node) 对全部 \(samples) 个样本都不激活：净输入都不为正，导数为 0，从哪个样本都学不到东西。这叫“死亡”的神经元。")
  }
  package static func shrinkingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "The largest |δ| shrinks on its way back, layer by layer: \(list).",
      "最大的 |δ| 逐层向后缩小：\(list)。")
  }
  package static func arrivingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "The largest |δ| of each layer, last one first: \(list). It does not vanish on its way back.",
      "各层最大的 |δ|，从最后一层起：\(list)。回传途中没有消失。")
  }
  package static func growingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "The largest |δ| grows on its way back: \(list). Such gradients explode.",
      "最大的 |δ| 在回传途中增大：\(list)。这样的梯度会爆炸。")
  }
  package static func cancelling(batch: String, sample: String) -> Phrase {
    Phrase(
      "The samples' gradients all but cancel: single ones are as large as \(sample), those of the batch at most \(batch). Near the lowest point, or on a plateau, the training hardly moves.",
      "各样本的梯度几乎互相抵消：单个样本的梯度可达 \(sample)，整批的最大只有 \(batch)。在最低点附近，或在平台上，训练几乎不动。")
  }
  package static func alike(_ nodes: [String]) -> Phrase {
    Phrase(
      "Neurons \(nodes.joined(separator: ", ")) have the same weights, in and out, and so the same error term: they will stay alike, and do the work of one.",
      "神经元 \(nodes.joined(separator: "、")) 的权重（进与出）都相同，误差项也相同：它们会一直相同，只相当于一个。")
  }
  package static func linearLayers(_ first: Int, _ last: Int) -> Phrase {
    Phrase(
      "Layers \(first) to \(last) are linear: multiplied out they are one linear layer, however many there are.",
      "第 \(first) 到 \(last) 层都是线性的：乘开来只是一个线性层。")
  }
  package static let throughOrigin = Phrase(
    "There is no bias: where all inputs are 0 the net value is 0, whatever the weights. The line can turn about the origin, but not leave it.",
    "没有偏置：输入全为 0 时净输入总是 0，与权重无关。直线只能绕原点转动，不能离开原点。")
  package static func leastSquares(_ values: Phrase) -> Phrase {
    Phrase(
      "For a linear layer the parameters of least squared error are known without descent, by the closed form over all samples: \(values.english).",
      "线性层误差平方和最小的参数不用下降法也能求出，由全部样本的闭式解得 \(values.chinese)。")
  }
  package static func notSeparable(inputs: Int) -> Phrase {
    inputs == 1
      ? Phrase(
        "One neuron makes one cut, and no cut keeps these classes apart: their samples lie between each other. It takes more neurons, or another input.",
        "一个神经元只有一个分界点，而这些类别的样本互相穿插，一个分界点分不开；需要更多神经元，或换一个输入。")
      : Phrase(
        "One neuron draws one straight line, and no straight line keeps these classes apart. It takes a hidden layer.",
        "一个神经元只有一条直线，而没有一条直线能分开这些类别；需要隐藏层。")
  }
  package static func bends(_ places: [String]) -> Phrase {
    Phrase(
      "Each hidden neuron bends the curve at one place, where its net value is 0: at \(places.joined(separator: ", ")).",
      "每个隐藏神经元使曲线在一处弯曲，即净输入为 0 之处：\(places.joined(separator: "、"))。")
  }
  package static func lines(_ layers: [Int]) -> Phrase {
    let (first, rest) = (layers[0], layers.dropFirst())
    let english = rest.map { "the \($0) neurons behind them put shapes together from these, and " }
    let chinese = rest.map { "后面 \($0) 个神经元再由此拼出形状，" }
    return Phrase(
      "The \(first) neurons of the first layer draw \(first) straight lines through the plane of the inputs; \(english.joined())the output puts the regions together from them.",
      "第一层 \(first) 个神经元在输入平面上画出 \(first) 条直线；\(chinese.joined())输出层由此拼成各个区域。")
  }
  package static func decisionPoints(_ places: [String], in range: (String, String)) -> Phrase {
    let list = places.joined(separator: ", ")
    let chineseList = places.joined(separator: "、")
    return switch places.count {
    case 0:
      Phrase(
        "Between \(range.0) and \(range.1) every input gets the same class: there is no cut.",
        "在 \(range.0) 与 \(range.1) 之间，所有输入都归为同一类：没有分界点。")
    case 1: Phrase("The class changes once, at \(list).", "类别改变一次：在 \(chineseList) 处。")
    default:
      Phrase(
        "The class changes \(places.count) times, at \(list).",
        "类别改变 \(places.count) 次：在 \(chineseList) 处。")
    }
  }
}
