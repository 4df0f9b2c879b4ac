// What a teacher would point at in layers with windows and shared weights, and in autoencoders.

extension Phrase {
  /// Formulas one after the other, perhaps with more that are not said.
  package static func list(_ formulas: [[MathPart]], isCut: Bool) -> Phrase {
    let first = Phrase("\(formulas.first ?? [])", "\(formulas.first ?? [])")
    let all = formulas.dropFirst().reduce(first) {
      Phrase("\($0.english), \($1)", "\($0.chinese)、\($1)")
    }
    return isCut ? Phrase("\(all.english), …", "\(all.chinese)等") : all
  }

  /// The largest nodes of the windows of a layer, and how many others the layer before has.
  package static func winners(
    _ layer: Int, _ nodes: Phrase, isOne: Bool, others: Int
  ) -> Phrase {
    let rest = others == 1 ? "node gets" : "\(others) nodes get"
    return Phrase(
      "\(isOne ? "The largest value in the windows of layer \(layer) is" : "The largest values of the windows of layer \(layer) are") \(nodes.english): the error goes back through \(isOne ? "it" : "these") alone\(others > 0 ? "; the other \(rest) 0" : "").",
      "第 \(layer) 层各窗口的最大值是 \(nodes.chinese)：误差只从这些节点往回传\(others > 0 ? "，其余 \(others) 个节点得 0" : "")。"
    )
  }
  /// The largest value of a window occurs more than once.
  package static func tie(_ window: Phrase, _ nodes: Phrase) -> Phrase {
    Phrase(
      "In the window of \(window.english) the largest value occurs more than once (\(nodes.english)): here the first passes the whole error on; other programs share it between them.",
      "\(window.chinese) 的窗口中最大值不止一个（\(nodes.chinese)）：这里由第一个传回全部误差，有的程序则由它们平分。")
  }
  package static func shared(
    _ layer: Int, parameters: Int, positions: Int, dense: Int
  ) -> Phrase {
    Phrase(
      "Layer \(layer) works at \(positions) positions with the same \(parameters == 1 ? "parameter" : "\(parameters) parameters"); a dense layer between the same nodes would have \(dense).",
      "第 \(layer) 层在 \(positions) 个位置上都用同样的 \(parameters) 个参数；同样的节点之间若用全连接层，则要 \(dense) 个参数。")
  }
  package static func tiedWeights(_ layer: Int, to other: Int, weights: Int) -> Phrase {
    Phrase(
      "Layer \(layer) uses the \(weights == 1 ? "weight" : "\(weights) weights") of layer \(other) a second time, transposed; the gradient of each is the sum of both uses.",
      "第 \(layer) 层把第 \(other) 层的 \(weights) 个权重转置后再用一次；每个权重的梯度是两处之和。")
  }
  package static func unseen(_ layer: Int, nodes: Int, isBetween: Bool) -> Phrase {
    let (english, chinese) =
      isBetween
      ? ("the stride is longer than the window", "步幅大于窗口")
      : ("the stride does not come out even at the end", "步幅除不尽，末尾剩下")
    return Phrase(
      "No window of layer \(layer) sees \(nodes) of the nodes before it: \(english).",
      "第 \(layer) 层之前有 \(nodes) 个节点不在任何窗口中：\(chinese)。")
  }
  package static func noCompression(neurons: Int, inputs: Int) -> Phrase {
    Phrase(
      "The narrowest hidden layer has \(neurons) \(neurons == 1 ? "neuron" : "neurons") for \(inputs) \(inputs == 1 ? "input" : "inputs"): nothing has to be compressed, and the network may simply pass its inputs through.",
      "最窄的隐藏层有 \(neurons) 个神经元，而输入只有 \(inputs) 个：不必压缩，网络可能只是把输入原样传过去。")
  }
}
