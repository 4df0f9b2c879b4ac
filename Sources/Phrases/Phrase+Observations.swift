// What a teacher would point at.

extension Phrase {
  public static let worthNoticing = Phrase("Worth noticing", "值得注意")
  public static func moreObservations(_ count: Int) -> Phrase {
    Phrase("And \(count) more of the kind.", "此外还有 \(count) 条类似的情况。")
  }
  public static let idleLearningRate = Phrase(
    "The learning rate is 0: the gradients are there, but nothing moves.", "学习率为 0：有梯度，但参数不会改变。")
  public static func saturated(_ node: String, net: String, slope: String) -> Phrase {
    Phrase(
      "Neuron \(node) is saturated: at a net value of \(net) its slope is only \(slope), so hardly any error gets through.",
      "神经元 \(node) 已饱和：净输入为 \(net)，导数只有 \(slope)，误差几乎传不过去。")
  }
  public static func silent(_ node: String, net: String) -> Phrase {
    Phrase(
      "Neuron \(node) is silent: its net value \(net) is not positive, its slope 0, and its weights learn nothing from this sample.",
      "神经元 \(node) 不激活：净输入 \(net) 不为正，导数为 0，它的权重从这个样本学不到东西。")
  }
  public static func shrinkingDelta(_ values: [String]) -> Phrase {
    let list = values.joined(separator: " → ")
    return Phrase(
      "The largest |δ| shrinks on its way back, layer by layer: \(list).",
      "最大的 |δ| 逐层向后缩小：\(list)。")
  }
  public static func alike(_ nodes: [String], delta: String) -> Phrase {
    Phrase(
      "Neurons \(nodes.joined(separator: ", ")) have the same weights and so the same δ = \(delta): they will stay alike, and do the work of one.",
      "神经元 \(nodes.joined(separator: "、")) 权重相同，δ 也相同（\(delta)）：它们会一直相同，只相当于一个。")
  }
  public static func linearLayers(_ first: Int, _ last: Int) -> Phrase {
    Phrase(
      "Layers \(first) to \(last) are linear: together they are one linear layer, however many there are.",
      "第 \(first) 到 \(last) 层都是线性的：合起来只是一个线性层。")
  }
}
