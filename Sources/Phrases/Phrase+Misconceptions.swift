// What was probably done, a sentence a misconception, by its code.

extension Phrase {
  /// The sentence of a misconception; the code is one of the closed list in `Marking`.
  package static func misconception(_ code: String) -> Phrase {
    misconceptions[code] ?? Phrase(code, code)
  }

  private static let misconceptions: [String: Phrase] = [
    "updated-weight": Phrase(
      "a weight was taken at the wrong time: the backward pass needs the old weights, the pass after the update the new ones",
      "权重用错了时刻：反向传播要用更新前的权重，更新之后再算时要用新的权重"),
    "sign": Phrase("the sign is the wrong way round", "正负号反了"),
    "factor-two": Phrase(
      "a factor 2 is too much or missing: ½ and the 2 of the square cancel only once",
      "多了或少了一个因子 2：½ 与平方求导得到的 2 只抵消一次"),
    "sum-for-mean": Phrase(
      "the sum was taken where the mean belongs: divide by the number of outputs",
      "该取平均的地方取了和：要除以输出个数"),
    "slope-forgotten": Phrase(
      "f′ was forgotten: δ is the error times the slope of the activation", "漏乘 f′：δ 等于误差乘以激活函数的导数"),
    "slope-argument": Phrase(
      "f′ was formed of the wrong number: in terms of the output a it is a(1 − a), of the net value f′(net)",
      "f′ 代错了数：用输出 a 表示是 a(1 − a)，用净输入表示是 f′(net)"),
    "slope-extra": Phrase(
      "f′ was multiplied in, but this loss has cancelled it", "多乘了 f′：在这个损失下它已经消去"),
    "activation-not-applied": Phrase(
      "the activation was not applied: this is the net value itself", "没有经过激活函数：这是净输入本身"),
    "exponent-sign": Phrase("e^net was taken for e^−net", "把 e^−net 写成了 e^net"),
    "softmax-not-normalised": Phrase(
      "e^net was not divided by the sum over all outputs", "e^net 没有除以各输出之和"),
    "bias-omitted": Phrase("the bias was left out", "漏加了偏置"),
    "bias-twice": Phrase("the bias was added twice", "偏置加了两次"),
    "bias-sign": Phrase("the bias has the wrong sign", "偏置的符号反了"),
    "bias-not-updated": Phrase("the bias was not updated", "偏置没有更新"),
    "transposed": Phrase(
      "the weight's indices were exchanged: w_ij taken for w_ji", "权重下标颠倒：把 w_ji 当成了 w_ij"),
    "path-omitted": Phrase(
      "one term of the sum was left out: every path counts", "和式中漏了一项：每条路径都要算"),
    "wrong-operand": Phrase(
      "a number of another node was put in", "代入了另一个节点的数"),
    "net-for-output": Phrase(
      "the net value was taken where the output belongs", "该用输出的地方用了净输入"),
    "learning-rate-forgotten": Phrase("the learning rate was forgotten", "漏乘学习率"),
    "learning-rate-twice": Phrase("the learning rate was multiplied in twice", "学习率乘了两次"),
    "target-output-exchanged": Phrase(
      "target and output were exchanged in the difference", "差里的目标值与输出颠倒了"),
    "digits-exchanged": Phrase("two neighbouring digits were exchanged", "相邻两位数字写颠倒了"),
    "decimal-point": Phrase("the decimal point is in the wrong place", "小数点位置错了"),
  ]
}
