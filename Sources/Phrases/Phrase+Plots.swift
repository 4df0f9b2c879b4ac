// What is said beside the pictures of one parameter, of one neuron, and of the error terms.

extension Phrase {
  // MARK: The loss over a parameter

  package static func lossOver(_ loss: Symbol, _ parameter: Symbol) -> Phrase {
    Phrase(
      "The loss \(loss) over \(parameter), with everything else unchanged",
      "损失 \(loss) 随 \(parameter) 的变化（其余不变）")
  }
  package static let closeUp = Phrase(
    "Close-up of the step: changes from the values before it", "这一步的放大图：相对于更新前的改变量")
  package static func changeOf(_ quantity: Symbol) -> Phrase {
    Phrase("change of \(quantity)", "\(quantity) 的改变量")
  }
  package static func beforeStep(_ values: [[MathPart]]) -> Phrase {
    let (english, chinese) = listed(values)
    return Phrase("before the step: \(english)", "更新前：\(chinese)")
  }
  package static func tangentIsGradient(_ gradient: [MathPart]) -> Phrase {
    Phrase("tangent; its slope is the gradient \(gradient)", "切线，斜率就是梯度 \(gradient)")
  }
  package static func stepLeads(_ change: [MathPart], to new: [MathPart]) -> Phrase {
    Phrase("the step: \(change) leads to \(new)", "这一步：\(change)，到 \(new)")
  }
  package static func lossThere(_ loss: [MathPart]) -> Phrase {
    Phrase("the loss there if only this parameter changes: \(loss)", "只改变这一个参数时，那里的损失：\(loss)")
  }
  package static func noStep(_ change: [MathPart]) -> Phrase {
    Phrase("the step changes nothing here: \(change)", "这一步在这里没有改变：\(change)")
  }
  package static func stepTooShort(_ change: [MathPart]) -> Phrase {
    Phrase(
      "the step \(change) is too short to be drawn: the loss changes in its last digits only",
      "这一步 \(change) 太小，画不出来：损失只在最后几位上有变化")
  }
  package static func isFrozen(_ parameter: Symbol) -> Phrase {
    Phrase("frozen: the update leaves \(parameter) as it is", "冻结：更新时 \(parameter) 不变")
  }
  package static let noTangent = Phrase(
    "The perceptron rule uses no gradient: there is no tangent.", "感知机规则不用梯度，所以没有切线。")

  // MARK: The activation of a neuron

  package static func activationOf(_ activation: Phrase, net: Symbol) -> Phrase {
    Phrase(
      "\(activation.english): the output over the net value \(net)",
      "\(activation.chinese)：输出随净输入 \(net) 的变化")
  }
  package static let slopeBeneath = Phrase("Its slope at each net value", "各净输入处的导数")
  package static func plotted(_ sample: SampleName, _ values: [[MathPart]]) -> Phrase {
    let (english, chinese) = listed(values)
    return Phrase(
      "sample \(sample.english): \(english)", "样本\(sample.chinese)：\(chinese)")
  }
  package static func tangentIsSlope(_ slope: [MathPart]) -> Phrase {
    Phrase("tangent; its slope is \(slope)", "切线，斜率为 \(slope)")
  }
  /// `shown` of them are drawn.
  package static func otherSamples(_ shown: Int, of all: Int) -> Phrase {
    if shown < all {
      return Phrase("\(shown) of the other \(all) samples", "其余 \(all) 个样本中的 \(shown) 个")
    }
    return all == 1
      ? Phrase("the other sample", "另一个样本")
      : Phrase("the other \(all) samples", "其余 \(all) 个样本")
  }
  package static let slopeUnused = Phrase(
    "The perceptron rule does not use the slope of this function.", "感知机规则不用这个函数的导数。")

  // MARK: The error terms

  package static func errorTermsByLayer(_ letters: [Symbol]) -> Phrase {
    let names = letters.reduce("" as Wording) { $0.isEmpty ? "\($1)" : "\($0), \($1)" }
    return Phrase(
      "The size of the error terms \(names), layer by layer", "各层误差项 \(names) 的大小")
  }
  package static func layerColumn(_ number: Int) -> Phrase {
    Phrase("layer \(number)", "第 \(number) 层")
  }
  package static let outputColumnMark = Phrase("(output)", "（输出层）")
  package static func zeroTerms(_ count: Int, of all: Int) -> Phrase {
    Phrase("\(count) of \(all) are 0", "\(all) 个中 \(count) 个为 0")
  }
  package static let errorBars = Phrase(
    "the largest error term of each layer in absolute value (logarithmic axis)",
    "每层误差项的最大绝对值（对数坐标）")
  package static func errorDots(isBatch: Bool, mostShown: Int?) -> Phrase {
    let every: Phrase
    if let mostShown {
      every = Phrase(
        "the single error terms, at most \(mostShown) a layer", "各个误差项，每层至多画 \(mostShown) 个")
    } else {
      every = Phrase("every single error term", "每个误差项")
    }
    return isBatch ? every.and(Phrase(", of all samples of the batch", "（批内全部样本）")) : every
  }
  package static let smallerBelow = Phrase(
    "on the lower edge: error terms that are smaller still", "下边缘上：更小的误差项")
  package static let factorsBack = Phrase(
    "by what the largest one is multiplied from layer to layer on the way back",
    "由输出层往回，最大绝对值逐层乘以的倍数")

  // MARK: What cannot be drawn

  package static func notAParameter(_ id: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("'\(id)' is not a weight or a bias", "'\(id)' 不是权重或偏置").and(
      remedy(
        near,
        else: Phrase(
          "name one of them, such as \(known.map { "'\($0)'" }.joined(separator: ", "))",
          "请写其中一个，如 \(known.map { "'\($0)'" }.joined(separator: "、"))")))
  }
  package static func notANeuron(_ id: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("'\(id)' is not a neuron", "'\(id)' 不是神经元").and(
      remedy(
        near,
        else: Phrase(
          "name one of them, such as \(known.map { "'\($0)'" }.joined(separator: ", "))",
          "请写其中一个，如 \(known.map { "'\($0)'" }.joined(separator: "、"))")))
  }
  /// Why a node has no function of its net value.
  package enum NoActivation: Sendable {
    case input, pooling, softmax
  }
  package static func noActivation(_ id: String, _ reason: NoActivation) -> Phrase {
    switch reason {
    case .input:
      Phrase(
        "'\(id)' is an input, which has no activation function; name a neuron",
        "'\(id)' 是输入，没有激活函数；请写一个神经元")
    case .pooling:
      Phrase(
        "'\(id)' is a pooling node, which has no activation function; name a neuron of another layer",
        "'\(id)' 是池化节点，没有激活函数；请写其他层的神经元")
    case .softmax:
      Phrase(
        "'\(id)' is a softmax output, which depends on all net values of its layer; name a neuron of another layer",
        "'\(id)' 是 softmax 输出，它取决于整层的净输入；请写其他层的神经元")
    }
  }
  package static func plotNeedsTargets(_ option: String) -> Phrase {
    Phrase(
      "'\(option)' needs the sample's targets; give them with --targets",
      "'\(option)' 需要样本的目标值；请用 --targets 给出")
  }

  private static func listed(_ values: [[MathPart]]) -> (english: Wording, chinese: Wording) {
    var (english, chinese): (Wording, Wording) = ("", "")
    for (n, value) in values.enumerated() {
      if n > 0 { (english, chinese) = (english + ", ", chinese + "，") }
      english.append(math: value)
      chinese.append(math: value)
    }
    return (english, chinese)
  }
}
