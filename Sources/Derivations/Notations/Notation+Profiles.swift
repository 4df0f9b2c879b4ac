internal import Phrases
internal import ScalarBackprop

extension Notation {
  /// The profiles, the default first.
  package static let profiles = [documents, mazur, nielsen, zhou, hankamber]

  /// The Chinese introductions: nodes numbered through the network, δ_8 = y_1(1 − y_1)(t_1 − y_1).
  package static let documents = Notation(
    name: "documents", aliases: ["hanbingtao"],
    source: Phrase(
      "Han Bingtao's introduction and others; nodes numbered through the network (default)",
      "韩炳涛《零基础入门深度学习》等；节点在全网络中统一编号（默认）"),
    convention: Convention(deltaSign: .descent), labels: .throughNetwork, countsOutputs: true,
    output: Letter(hidden: "a", output: "y"), net: Letter("net"), error: "e", function: "f")

  /// Matt Mazur, "A Step by Step Backpropagation Example": names, and weights counted w1 … w8.
  package static let mazur = Notation(
    name: "mazur",
    source: Phrase(
      "Mazur, A Step by Step Backpropagation Example",
      "Mazur 的逐步示例（A Step by Step Backpropagation Example）"),
    convention: Convention(deltaSign: .gradient), labels: .names,
    weightLabels: .counted, input: "i", target: "target", output: Letter("out"),
    net: Letter("net"), bias: Letter("b"), lossLabel: "total")

  /// Michael Nielsen, "Neural Networks and Deep Learning", chapter 2: layers above the letters, the
  /// inputs being layer 1; y is the target and C the cost.
  package static let nielsen = Notation(
    name: "nielsen",
    source: Phrase("Nielsen, Neural Networks and Deep Learning", "Nielsen《神经网络与深度学习》"),
    convention: Convention(deltaSign: .gradient), labels: .perLayer,
    showsLayers: true, target: "y", output: Letter("a"), net: Letter("z"), bias: Letter("b"),
    loss: "C", function: "σ")

  /// 周志华《机器学习》5.3: one hidden layer, thresholds subtracted, g and e for the error terms.
  package static let zhou = Notation(
    name: "zhou",
    source: Phrase(
      "Zhou Zhihua, Machine Learning; exactly one hidden layer", "周志华《机器学习》；恰有一个隐藏层"),
    convention: Convention(deltaSign: .descent, subtractsThresholds: true),
    labels: .perLayer, weightLabels: .fromTo, target: "y",
    output: Letter(hidden: "b", output: "ŷ"), net: Letter("net"),
    sum: Letter(hidden: "α", output: "β"), weight: Letter(hidden: "v", output: "w"),
    bias: Letter(hidden: "γ", output: "θ"), delta: Letter(hidden: "e", output: "g"),
    lossLabel: "k", labelsOutputLosses: true, function: "f", indexLetters: ("i", "h", "j"),
    otherOutputLetter: "l", needsOneHiddenLayer: true)

  /// Han and Kamber, "Data Mining", 9.2: I, O, Err; w_ij leads from i to j; biases θ are added.
  package static let hankamber = Notation(
    name: "hankamber",
    source: Phrase(
      "Han and Kamber, Data Mining: Concepts and Techniques",
      "Han、Kamber《数据挖掘：概念与技术》（中译本称偏置为“偏倚”）"),
    convention: Convention(deltaSign: .descent), labels: .throughNetwork,
    weightLabels: .fromTo, target: "T", output: Letter("O"), net: Letter("I"), bias: Letter("θ"),
    delta: Letter("Err"), error: "e", function: "f", learningRate: "l")
}
