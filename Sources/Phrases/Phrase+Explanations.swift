// Why the rules of backpropagation hold.

extension Phrase {
  package static let whyHalf = Phrase(
    "The ½ only keeps the derivative tidy: the square brings down a 2, and the two cancel.",
    "½ 只是为了求导整齐：平方求导得到 2，两者正好抵消。")
  package static let whyPaths = Phrase(
    "A hidden neuron acts on E only through the neurons it feeds. Each of them is a path, and by the chain rule the effects of all paths add up.",
    "隐藏层神经元只能通过它所连接的下一层神经元影响 E。每个下一层神经元是一条路径；按链式法则，各条路径的影响相加。")
  package static let whyOldWeights = Phrase(
    "The weights are the old ones, since E was worked out with them: every derivative is taken where the network stands, before anything moves.",
    "这里用更新前的权重，因为 E 正是用它们算出来的：所有导数都在网络当前的位置上求，之后才更新。")
  package static let whySigmoidSlope = Phrase(
    "The slope of the sigmoid, by the quotient rule:", "由商的求导法则得到 sigmoid 的导数：")
  package static let whyChainRule = Phrase(
    "The net value acts on E through the output alone, so the chain rule gives a product of two slopes.",
    "净输入只通过输出影响 E，所以由链式法则得到两个导数的乘积。")
  package static let whySlopeCancels = Phrase(
    "The derivative of this loss has y(1 − y) below the line, which is just the slope of the sigmoid: the two cancel, and a saturated output no longer stops learning.",
    "这个损失的导数分母中有 y(1 − y)，正好是 sigmoid 的导数：两者约去，饱和的输出不再妨碍学习。")
  package static let whySoftmaxCollapses = Phrase(
    "Every output depends on this net value. With the derivatives of softmax the sum collapses, because the targets sum to 1.",
    "每个输出都依赖这个净输入。代入 softmax 的偏导数后，因为目标值之和为 1，求和化简为：")
  package static let whySoftmaxSum = Phrase(
    "Every output depends on this net value, so the chain rule sums over all of them.",
    "每个输出都依赖这个净输入，所以按链式法则对所有输出求和。")
  package static let whyGradient = Phrase(
    "A weight acts on E through the net value it leads to, in which it stands before the value it carries.",
    "权重通过它通向的净输入影响 E；在净输入中，它乘以所传送的值。")
  package static let whyBias = Phrase(
    "The slope of the net value by its own bias is 1, or -1 by a threshold.",
    "净输入对自己偏置的导数是 1（对阈值是 -1）。")
  package static let whySharedSum = Phrase(
    "One bias acts in every net value of the layer: each is a path to E, and the paths add up.",
    "同一个偏置作用于本层每个净输入：每个都是通向 E 的一条路径，各条路径相加。")
}
