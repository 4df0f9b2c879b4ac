internal import ScalarBackprop

extension Notation {
  /// The profiles, the default first.
  public static let profiles = [documents, mazur, nielsen, zhou, hankamber]

  /// The Chinese introductions: nodes numbered through the network, δ_8 = y_1(1 − y_1)(t_1 − y_1).
  public static let documents = Notation(
    name: "documents", aliases: ["hanbingtao"],
    convention: Convention(deltaSign: .descent), labels: .throughNetwork, countsOutputs: true,
    output: Letter(hidden: "a", output: "y"), net: Letter("net"), error: "e", function: "f")

  /// Matt Mazur, "A Step by Step Backpropagation Example": names, and weights counted w1 … w8.
  public static let mazur = Notation(
    name: "mazur", convention: Convention(deltaSign: .gradient), labels: .names,
    weightLabels: .counted, input: "i", target: "target", output: Letter("out"),
    net: Letter("net"), bias: Letter("b"), loss: "E_total")

  /// Michael Nielsen, "Neural Networks and Deep Learning", chapter 2: layers above the letters, the
  /// inputs being layer 1; y is the target and C the cost.
  public static let nielsen = Notation(
    name: "nielsen", convention: Convention(deltaSign: .gradient), labels: .perLayer,
    showsLayers: true, target: "y", output: Letter("a"), net: Letter("z"), bias: Letter("b"),
    loss: "C", outputLoss: "C", function: "σ")

  /// 周志华《机器学习》5.3: one hidden layer, thresholds subtracted, g and e for the error terms.
  public static let zhou = Notation(
    name: "zhou", convention: Convention(deltaSign: .descent, subtractsThresholds: true),
    labels: .perLayer, weightLabels: .fromTo, target: "y",
    output: Letter(hidden: "b", output: "ŷ"), net: Letter("net"),
    sum: Letter(hidden: "α", output: "β"), weight: Letter(hidden: "v", output: "w"),
    bias: Letter(hidden: "γ", output: "θ"), delta: Letter(hidden: "e", output: "g"),
    loss: "E_k", outputLoss: "E", function: "f", indexLetters: ("i", "h", "j"),
    needsOneHiddenLayer: true)

  /// Han and Kamber, "Data Mining", 9.2: I, O, Err; w_ij leads from i to j; biases θ are added.
  public static let hankamber = Notation(
    name: "hankamber", convention: Convention(deltaSign: .descent), labels: .throughNetwork,
    weightLabels: .fromTo, target: "T", output: Letter("O"), net: Letter("I"), bias: Letter("θ"),
    delta: Letter("Err"), error: "e", function: "f", learningRate: "l")
}
