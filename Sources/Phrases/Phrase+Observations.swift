// What a teacher would point at. Names of nodes and values are put in as they are shown.

extension Phrase {
  package static func worthNoticing(isAtEnd: Bool) -> Phrase {
    isAtEnd
      ? Phrase("Worth noticing about the trained network", "值得注意（训练后的网络）")
      : Phrase("Worth noticing about the network before the step", "值得注意（更新前的网络）")
  }
  package static func moreObservations(_ count: Int) -> Phrase {
    Phrase("And \(count) more like these.", "此外还有 \(count) 条类似的情况。")
  }

  // MARK: The step

  package static let idleLearningRate = Phrase(
    "The learning rate is 0: there are gradients, but nothing changes.", "学习率为 0：有梯度，但参数不会改变。")
  package static func overshoot(from before: String, to after: String, isMade: Bool) -> Phrase {
    isMade
      ? Phrase(
        "The loss grew although the step went downhill: use a smaller learning rate.",
        "沿负梯度方向更新，损失却增大：学习率太大，请减小。")
      : Phrase(
        "One more step along the negative gradient would make the loss grow from \(before) to \(after): use a smaller learning rate.",
        "再沿负梯度方向更新一步，损失反而增大（\(before) → \(after)）：学习率太大，请减小。")
  }
  package static func saturated(
    _ node: Phrase, net: String, slope: String, samples: Int
  ) -> Phrase {
    samples == 1
      ? Phrase(
        "Neuron \(node.english) is saturated: at a net value of \(net) its slope is only \(slope), so hardly any error gets through.",
        "神经元 \(node.chinese.spaced)已饱和：净输入为 \(net)，导数只有 \(slope)，误差几乎传不过去。")
      : Phrase(
        "Neuron \(node.english) is saturated for all \(samples) samples: its slope is at most \(slope), so hardly any error gets through.",
        "神经元 \(node.chinese.spaced)对全部 \(samples) 个样本都已饱和：导数最大只有 \(slope)，误差几乎传不过去。")
  }
  package static func silent(_ node: Phrase, net: String, samples: Int) -> Phrase {
    samples == 1
      ? Phrase(
        "Neuron \(node.english) is inactive: its net value \(net) is not positive, its slope is 0, and its weights learn nothing from this sample.",
        "神经元 \(node.chinese.spaced)未激活：净输入 \(net) 不为正，导数为 0，它的权重从这个样本学不到东西。")
      : Phrase(
        "Neuron \(node.english) is inactive for all \(samples) samples of this batch: its net value is at most \(net), its slope is 0, and its weights learn nothing from this step.",
        "神经元 \(node.chinese.spaced)对这一批 \(samples) 个样本都未激活：净输入最大为 \(net)，导数为 0，它的权重从这一步学不到东西。")
  }
  package static func dead(_ node: Phrase, samples: Int) -> Phrase {
    Phrase(
      "Neuron \(node.english) is inactive for all \(samples) samples: its net value is never positive, its slope is 0, and no sample changes its weights (a dead ReLU).",
      "神经元 \(node.chinese.spaced)对全部 \(samples) 个样本都未激活：净输入都不为正，导数为 0，任何样本都不能改变它的权重（“死亡”的 ReLU 神经元）。"
    )
  }
  /// The values are those of the layers, the output layer first.
  package static func shrinkingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "Going back from the output layer, the largest error term of each layer shrinks in size (vanishing gradient): \(list).",
      "由输出层往回，各层误差项的最大绝对值逐层减小（梯度消失）：\(list)。")
  }
  package static func arrivingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "Going back from the output layer, the largest error term of each layer has the size \(list): the gradient does not vanish.",
      "由输出层往回，各层误差项的最大绝对值：\(list)。梯度没有消失。")
  }
  package static func growingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "Going back from the output layer, the largest error term of each layer grows in size (exploding gradient): \(list).",
      "由输出层往回，各层误差项的最大绝对值增大（梯度爆炸）：\(list)。")
  }
  package static func cancelling(batch: String, sample: String, isMean: Bool) -> Phrase {
    let (english, chinese) = isMean ? ("mean", "平均") : ("sum", "和")
    return Phrase(
      "The gradients of the samples nearly cancel: those of single samples reach \(sample), their \(english) over all samples at most \(batch). The network is near a minimum or on a plateau, where training hardly moves.",
      "各样本的梯度几乎互相抵消：单个样本的梯度可达 \(sample)，全部样本的\(chinese)最大只有 \(batch)。网络在最低点附近，或在平台上，训练几乎不动。")
  }

  /// A neuron that is counted in its layer.
  package static func neuron(_ number: Int, layer: Int) -> Phrase {
    Phrase("\(number) of layer \(layer)", "\(number)（第 \(layer) 层）")
  }

  // MARK: The network

  package static func alike(_ nodes: [Phrase]) -> Phrase {
    let (english, chinese) = (
      lists(nodes.map(\.english.text)).english, lists(nodes.map(\.chinese.text)).chinese
    )
    return Phrase(
      "Neurons \(english) have identical weights, incoming and outgoing, and so the same error term: they will always stay identical and act as one neuron.",
      "神经元 \(chinese) 的输入权重和输出权重都相同，误差项也就相同；训练中它们始终一样，只相当于一个神经元。")
  }
  package static func linearLayers(_ first: Int, _ last: Int) -> Phrase {
    let isPair = last == first + 1
    return Phrase(
      "Layers \(first) \(isPair ? "and" : "to") \(last) are linear: multiplied together, they equal one linear layer.",
      "第 \(first) 层\(isPair ? "和" : "到")第 \(last) 层都是线性层，矩阵相乘后等价于一个线性层。")
  }
  package static let throughOrigin = Phrase(
    "There is no bias: where all inputs are 0 the net value is 0, whatever the weights. The line (or plane) can turn about the origin, but not leave it.",
    "没有偏置：输入全为 0 时净输入总是 0，与权重无关。直线（或平面）只能绕原点转动，不能离开原点。")
  package static func leastSquares(_ values: Phrase) -> Phrase {
    Phrase(
      "The least-squares parameters of a linear layer can be found without gradient descent; the closed-form solution over all samples is \(values.english).",
      "线性层的最小二乘参数不必用梯度下降，用闭式解由全部样本就能直接求出：\(values.chinese)。")
  }
  package static func notSeparable(inputs: Int) -> Phrase {
    inputs == 1
      ? Phrase(
        "One neuron has one boundary, and no single boundary separates these classes (they are not linearly separable): their samples alternate. You need more neurons or a different input.",
        "一个神经元只有一个分界点，而这些类别不是线性可分的：它们的样本互相穿插，一个分界点分不开；需要更多神经元，或换一个输入。")
      : Phrase(
        "One neuron draws one straight line, and no straight line separates these classes (they are not linearly separable). You need a hidden layer.",
        "一个神经元只能划出一条直线，而这些类别不是线性可分的：任何一条直线都分不开；需要隐藏层。")
  }

  /// Of sigmoid and tanh neurons over the only input, by places and neurons.
  package static func steps(at places: [(place: String, neuron: Phrase)]) -> Phrase {
    let (english, chinese) = lists(places)
    return Phrase(
      "Each neuron of the first hidden layer makes a smooth step, steepest where its net value is 0: \(english).",
      "第一隐藏层每个神经元形成一个光滑的台阶，在净输入为 0 处最陡：\(chinese)。")
  }
  /// Of ReLU neurons.
  package static func kinks(at places: [(place: String, neuron: Phrase)]) -> Phrase {
    let (english, chinese) = lists(places)
    return Phrase(
      "Each neuron of the first hidden layer makes a kink where its net value is 0: \(english).",
      "第一隐藏层每个神经元在净输入为 0 处形成一个折点：\(chinese)。")
  }
  /// Of neurons with smooth relatives of ReLU.
  package static func bends(at places: [(place: String, neuron: Phrase)]) -> Phrase {
    let (english, chinese) = lists(places)
    return Phrase(
      "Each neuron of the first hidden layer bends near the place where its net value is 0: \(english).",
      "第一隐藏层每个神经元在净输入为 0 处附近弯曲：\(chinese)。")
  }
  private static func lists(
    _ places: [(place: String, neuron: Phrase)]
  ) -> (english: String, chinese: String) {
    (
      places.map { "neuron \($0.neuron.english) at \($0.place)" }.joined(separator: ", "),
      places.map { "神经元 \($0.neuron.chinese.spaced)在 \($0.place) 处" }.joined(separator: "，")
    )
  }
  /// The sizes of the hidden layers.
  package static func lines(_ layers: [Int]) -> Phrase {
    let (first, rest) = (layers[0], layers.dropFirst())
    let english = rest.map { "the next \($0) neurons combine them into shapes, and " }.joined()
    let chinese = rest.map { "后面 \($0) 个神经元用它们拼出形状，" }.joined()
    return Phrase(
      "The \(first) neurons of the first hidden layer draw \(first) straight lines through the plane of the inputs; \(english)the output layer combines the result into regions.",
      "第一隐藏层 \(first) 个神经元在输入平面上画出 \(first) 条直线；\(chinese)输出层再合成各个区域。")
  }
  package static func decisionPoints(_ places: [String], in range: (String, String)) -> Phrase {
    let (english, chinese) = lists(places)
    return switch places.count {
    case 0:
      Phrase(
        "Between \(range.0) and \(range.1) every input gets the same class: there is no boundary.",
        "在 \(range.0) 与 \(range.1) 之间，所有输入都归为同一类：没有分界点。")
    case 1: Phrase("The class changes once, at \(english).", "类别改变 1 次：在 \(chinese) 处。")
    default:
      Phrase(
        "The class changes \(places.count) times, at \(english).",
        "类别改变 \(places.count) 次：在 \(chinese) 处。")
    }
  }
}
