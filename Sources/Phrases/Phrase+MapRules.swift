package import ScalarBackprop

// Why the rules of kernels, windows and shared weights hold.

extension Phrase {
  package static let windowSumName = Phrase("sum of the window", "窗口内各值之和")
  package static let windowSumReason = Phrase("Add up the window.", "把窗口内的值相加。")
  package static let scaledSumReason = Phrase(
    "The map's one weight times the sum of the window.", "该图唯一的权重乘以窗口内各值之和。")
  package static func kernelReason(hasBias: Bool, isPadded: Bool) -> Phrase {
    let outside = isPadded ? " What reaches into the padding meets no number, and is left out." : ""
    let chineseOutside = isPadded ? "伸到填充处的部分没有数，略去。" : ""
    return Phrase(
      "Lay the kernel on the window as it stands, without turning it round, multiply each number by the weight that lies on it, and add up\(hasBias ? "; then add the bias" : "").\(outside)",
      "把卷积核原样（不翻转）放在窗口上，每个数乘以与它对齐的权重，再相加\(hasBias ? "，最后加偏置" : "")。\(chineseOutside)")
  }
  package static func subsamplingReason(hasBias: Bool) -> Phrase {
    Phrase(
      "Multiply the sum of the window by the map's one weight\(hasBias ? ", then add the bias" : "").",
      "窗口内各值之和乘以该图唯一的权重\(hasBias ? "，再加偏置" : "")。")
  }
  package static func poolingReason(_ kind: Pooling) -> Phrase {
    switch kind {
    case .largest: Phrase("Take the largest value of the window.", "取窗口内的最大值。")
    case .mean: Phrase("Take the mean of the window.", "取窗口内各值的平均值。")
    }
  }
  package static func poolingBackReason(_ kind: Pooling) -> Phrase {
    switch kind {
    case .largest:
      Phrase(
        "Only the largest value was passed on, the first where it occurs more than once, so only its node gets the error; the others get 0.",
        "只有最大值传了下去（有几个时取第一个），所以误差只传回给它，其余各处为 0。")
    case .mean:
      Phrase(
        "Each value of the window counts alike, so each gets the same share of the error.",
        "窗口内各值作用相同，所以误差平均分给各处。")
    }
  }
  package static func gatheredErrorReason(isPooled: Bool) -> Phrase {
    isPooled
      ? Phrase(
        "Add up what comes back from the windows that the node lies in.",
        "把该节点所在的各窗口传回的误差相加。")
      : Phrase(
        "Add up, over the nodes that use this one, their error term times the old weight.",
        "对用到该节点的各节点，把误差项乘以旧权重，再相加。")
  }
  package static func gatheredDeltaReason(_ pooling: Pooling?) -> Phrase {
    switch pooling {
    case .largest:
      Phrase(
        "The slope times the error of each window whose largest value the node is, as the first that has it; without such a window that is 0.",
        "激活函数的导数乘以各窗口的误差（只计该节点为最大值的窗口，有几个最大值时取第一个）；没有这样的窗口时为 0。")
    case .mean:
      Phrase(
        "The slope times the node's share of the error of each window that it lies in.",
        "激活函数的导数乘以该节点从所在各窗口分到的误差。")
    case nil:
      Phrase(
        "The slope times the sum, over the nodes that use this one, of their error term times the old weight.",
        "激活函数的导数乘以各项之和：对用到该节点的各节点，取其误差项乘以旧权重。")
    }
  }
  package static func whyUses(loss: Symbol) -> Phrase {
    Phrase(
      "Each place where the parameter is used is a path to \(loss), and the contributions of the paths add up.",
      "参数每用一次，就多一条通向 \(loss) 的路径，各条路径的贡献相加。")
  }
  /// Why the gradient of a parameter that works at several places is a sum.
  package static func usesReason(
    _ form: LayerForm, _ part: ParameterPart, isNegative: Bool
  ) -> Phrase {
    let (minus, chineseMinus) = isNegative ? ("minus ", "的相反数") : ("", "")
    switch (form, part) {
    case (.dense, _), (.tied, _):
      return Phrase(
        "The weight works in two layers; its gradient is the sum of what each use adds: \(minus)the error term there times the input there.",
        "这个权重在两层中使用；它的梯度是各处贡献之和，每处为该处误差项与输入之积\(chineseMinus)。")
    case (_, .bias):
      return Phrase(
        "The bias works at every position; its gradient is the sum of what each adds: \(minus)the error term there.",
        "偏置在每个位置都使用；它的梯度是各位置贡献之和，每处为该处误差项\(chineseMinus)。")
    case (.subsampling, .weights):
      return Phrase(
        "The weight works at every position; its gradient is the sum of what each adds: \(minus)the error term there times the sum of the window.",
        "这个权重在每个位置都使用；它的梯度是各位置贡献之和，每处为该处误差项与窗口内各值之和的乘积\(chineseMinus)。")
    case (_, .weights):
      return Phrase(
        "A weight of the kernel works at every position where it lies on an input; its gradient is the sum of what each adds: \(minus)the error term there times the input that the weight lies on.",
        "卷积核的每个权重在它对着输入的每个位置都使用；它的梯度是各位置贡献之和，每处为该处误差项与权重所对输入之积\(chineseMinus)。")
    }
  }
}
