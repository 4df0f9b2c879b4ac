// Why the rules of backpropagation hold. Symbols are those of the notation in use.

extension Phrase {
  package static let whyHalf = Phrase(
    "The factor ½ only keeps the derivative tidy: differentiating the square gives a factor 2, and the two cancel.",
    "系数 ½ 只是为了求导方便：平方求导得到的因子 2 与 ½ 正好抵消。")
  package static let whyBinaryCrossEntropy = Phrase(
    "With the sigmoid put in for the output, minus each logarithm becomes the logarithm of a sum that is at least 1:",
    "把输出写成 sigmoid 的式子，两个对数取相反数，都化成一个和的对数，这个和不小于 1：")
  package static let whyCrossEntropy = Phrase(
    "With softmax put in for the output, minus its logarithm becomes the logarithm of a sum that is at least 1:",
    "把输出写成 softmax 的式子，它的对数取相反数，化成一个和的对数，这个和不小于 1：")
  package static func whyPaths(loss: Symbol) -> Phrase {
    Phrase(
      "A hidden neuron affects \(loss) only through the neurons it feeds. Each of them gives a path, and by the chain rule the contributions of all paths add up.",
      "隐藏层神经元只能通过它所连接的下一层神经元影响 \(loss)。经过每个下一层神经元各有一条路径；按链式法则，各条路径的贡献相加。")
  }
  package static func whyOldWeights(loss: Symbol) -> Phrase {
    Phrase(
      "Use the old weights: \(loss) was computed with them, so every derivative is taken at the old weights, before any update.",
      "这里用更新前的权重：\(loss) 是用它们算出来的，所以每个导数都要在更新之前的权重处求。")
  }
  package static func whySigmoidSlope(_ sigmoid: Symbol) -> Phrase {
    Phrase(
      "The derivative of the sigmoid \(sigmoid), by the quotient rule:",
      "由商的求导法则得到 sigmoid 函数 \(sigmoid) 的导数：")
  }
  package static func whyChainRule(loss: Symbol) -> Phrase {
    Phrase(
      "The net value affects \(loss) only through the output, so the chain rule gives a product of two derivatives.",
      "净输入只通过输出影响 \(loss)，所以由链式法则得到两个导数的乘积。")
  }
  package static func whyHiddenChain(loss: Symbol) -> Phrase {
    Phrase(
      "In one line, from \(loss) back to the net value: over every neuron that is fed, then through the neuron's own output.",
      "合成一行，从 \(loss) 一直求到净输入：先经过后面的每个神经元，再经过本神经元的输出。")
  }
  package static func whySlopeCancels(output: Symbol) -> Phrase {
    let (y, one) = (MathPart.symbol(output), MathPart.number("1"))
    let slope: [MathPart] = [y, .times, .open, one, .minus, y, .close]
    return Phrase(
      "Over the common denominator \(slope), which is exactly the derivative of the sigmoid, the two cancel, so that a saturated output can still learn.",
      "损失对输出的导数通分后，分母 \(slope) 正好是 sigmoid 的导数，两者约去；因此输出层饱和时仍能学习。")
  }
  package static let whySoftmaxCollapses = Phrase(
    "Every output depends on this net value. With the derivatives of softmax put in, the sum becomes simple, because the targets add up to 1.",
    "每个输出都依赖这个净输入。代入 softmax 的偏导数后，因为目标值之和为 1，和式得以化简。")
  package static let whySoftmaxSum = Phrase(
    "Every output depends on this net value, so the chain rule sums over all of them.",
    "每个输出都依赖这个净输入，所以按链式法则对所有输出求和。")
  package static let whyPerceptron = Phrase(
    "The rule descends another quantity: (output minus target) times net value, which is never negative, and 0 where the answer is right.",
    "这条规则沿另一个量下降：（输出减目标值）乘以净输入；它不会为负，答案正确时为 0。")
  package static func whyGradient(loss: Symbol) -> Phrase {
    Phrase(
      "A weight affects \(loss) only through the net value of the neuron it leads to; the derivative of that net value with respect to the weight is the input on that connection.",
      "权重只通过它所指向的神经元的净输入影响 \(loss)，而这个净输入对权重的偏导数就是该连接的输入值。")
  }
  package static let whyBias = Phrase(
    "The derivative of the net value with respect to its bias is 1.", "净输入对偏置的偏导数是 1。")
  package static let whyThreshold = Phrase(
    "The derivative of the net value with respect to its threshold is −1.",
    "净输入对阈值的偏导数是 −1。")
  package static func whySharedSum(_ name: Phrase, loss: Symbol) -> Phrase {
    Phrase(
      "One \(name.english) acts in every net value of the layer: each is a path to \(loss), and the contributions of the paths add up.",
      "同一个\(name.chinese)作用于本层每个净输入：每个都是通向 \(loss) 的一条路径，各条路径的贡献相加。")
  }
}
