// The words of the field: what each means, and what other books call it.

/// A word of the field.
package struct GlossaryEntry: Sendable {
  /// The word that the tool uses.
  package let term: Phrase
  /// Its letter in a notation; `nil` where it has none.
  package let letter: Symbol?
  /// What it means.
  package let meaning: Phrase
  /// Words of other books for it; empty where there are none.
  package let others: Phrase

  fileprivate init(
    _ term: Phrase, letter: Symbol? = nil, _ meaning: Phrase,
    also others: Phrase = Phrase("", "")
  ) {
    self.term = term
    self.letter = letter
    self.meaning = meaning
    self.others = others
  }
}

extension Phrase {
  package static let glossaryOpening = Phrase(
    "Words of the field, what they mean, and what else they are called:", "术语、含义与其他叫法：")
}

extension GlossaryEntry {
  /// The word with its letter.
  package var name: Phrase {
    guard let letter else { return term }
    return Phrase("\(term.english) \(letter)", "\(term.chinese) \(letter)")
  }

  /// The meaning, and what else it is called, in the other language too.
  package var explanation: Phrase {
    let english: Wording = others.english.isEmpty ? "" : "\(others.english); "
    return Phrase(
      "\(meaning.english). Also: \(english)\(term.chinese).",
      "\(meaning.chinese)。又称：\(others.chinese)。")
  }

  /// The letters of a notation that stand beside their words.
  package struct Letters {
    let net, target, loss, error, delta, rate: Symbol

    package init(
      net: Symbol, target: Symbol, loss: Symbol, error: Symbol, delta: Symbol, rate: Symbol
    ) {
      self.net = net
      self.target = target
      self.loss = loss
      self.error = error
      self.delta = delta
      self.rate = rate
    }
  }

  /// All of them: the network, what it is measured by, how it learns, what can be said of that.
  package static func all(_ letters: Letters) -> [GlossaryEntry] {
    network(letters) + measures(letters) + learning(letters) + judgements
  }

  private static func network(_ letters: Letters) -> [GlossaryEntry] {
    [
      GlossaryEntry(
        .weightName,
        Phrase("the factor of one connection between two neurons", "两个神经元之间一条连接的系数"),
        also: Phrase("connection weight", "权值、连接权；weight")),
      GlossaryEntry(
        .biasName,
        Phrase(
          "a number added to the weighted sum: a weight on the constant input 1",
          "加在加权和上的数：相当于输入恒为 1 的权重"),
        also: Phrase("offset", "偏置项、偏移、偏倚；bias")),
      GlossaryEntry(
        .thresholdName,
        Phrase(
          "a number subtracted from the weighted sum: minus the bias",
          "从加权和中减去的数：偏置的相反数"),
        also: Phrase("", "threshold")),
      GlossaryEntry(
        .netName, letter: letters.net,
        Phrase(
          "what a neuron gets: its inputs times their weights, added up, with the bias",
          "神经元得到的值：各输入乘以权重之和，再加偏置"),
        also: Phrase(
          "net input, weighted input, preactivation, logit",
          "净活性值、加权输入；net value, preactivation, logit")
      ),
      GlossaryEntry(
        Phrase("activation function", "激活函数"),
        Phrase("what turns a net value into an output", "把净输入变成输出的函数"),
        also: Phrase("squashing function, transfer function", "激励函数；activation function")),
      GlossaryEntry(
        .outputName,
        Phrase("what a neuron passes on", "神经元传出的值"),
        also: Phrase("activation", "激活值、活性值、激励值；output, activation")),
      GlossaryEntry(
        Phrase("hidden layer", "隐藏层"),
        Phrase("a layer between the inputs and the output layer", "输入与输出层之间的层"),
        also: Phrase("", "隐层、隐含层，其神经元称隐节点；hidden layer")),
      GlossaryEntry(
        Phrase("perceptron", "感知机"),
        Phrase(
          "one neuron with a step as its activation, and the rule by which it learns",
          "以阶跃函数为激活函数的单个神经元，以及它的学习规则"),
        also: Phrase("", "perceptron")),
      GlossaryEntry(
        Phrase("forward pass", "前向传播"),
        Phrase("from the inputs to the outputs, layer by layer", "从输入到输出，逐层计算"),
        also: Phrase("forward propagation", "正向传播；forward pass")),
    ]
  }

  private static func measures(_ letters: Letters) -> [GlossaryEntry] {
    [
      GlossaryEntry(
        Phrase("sample", "样本"),
        Phrase("inputs with the targets that belong to them", "一组输入及其对应的目标值"),
        also: Phrase("example, instance", "sample, example")),
      GlossaryEntry(
        .targetName, letter: letters.target,
        Phrase("what an output should be", "输出应有的值"),
        also: Phrase("label, desired output", "标签、期望输出；target, label")),
      GlossaryEntry(
        .lossName, letter: letters.loss,
        Phrase("how wrong the outputs are, as one number", "用一个数表示输出错得多少"),
        also: Phrase(
          "error function, cost, objective", "损失函数、误差函数、代价函数、目标函数；loss, cost")),
      GlossaryEntry(
        .errorName, letter: letters.error,
        Phrase(
          "the derivative of the loss with respect to an output, in some books with a minus; of half the squared error, the difference between target and output",
          "损失对神经元输出的导数，有的书取相反数；½ 平方损失时就是目标值与输出之差"),
        also: Phrase("residual, in statistics", "统计学中称残差；error")),
    ]
  }

  private static func learning(_ letters: Letters) -> [GlossaryEntry] {
    [
      GlossaryEntry(
        .slopeName,
        Phrase(
          "how fast one number changes when another does",
          "一个量变化时另一个量变化的快慢，几何上就是斜率"),
        also: Phrase("derivative, rate of change", "斜率、变化率；derivative, slope")),
      GlossaryEntry(
        Phrase("chain rule", "链式法则"),
        Phrase(
          "derivatives of successive steps are multiplied; those of several paths are added",
          "先后各步的导数相乘，多条路径的结果相加"),
        also: Phrase("", "chain rule")),
      GlossaryEntry(
        .deltaName, letter: letters.delta,
        Phrase(
          "the derivative of the loss with respect to a net value, in some books with a minus",
          "损失对净输入的导数，有的书带负号"),
        also: Phrase("delta, sensitivity", "残差（统计学中另有所指）、梯度项；error term, delta")),
      GlossaryEntry(
        .gradientName,
        Phrase(
          "the derivatives of the loss with respect to the parameters",
          "损失对各参数的导数"),
        also: Phrase("", "gradient")),
      GlossaryEntry(
        Phrase("backpropagation", "反向传播"),
        Phrase(
          "error terms from the output layer back, each used again for the layer before",
          "从输出层往回逐层求误差项，每层的结果供前一层使用"),
        also: Phrase("error backpropagation, BP", "误差逆传播、BP；backpropagation")),
      GlossaryEntry(
        .learningRateName, letter: letters.rate,
        Phrase("the factor from a gradient to a change", "由梯度得到改变量的系数"),
        also: Phrase("step size", "学习速率、步长；learning rate")),
      GlossaryEntry(
        Phrase("gradient descent", "梯度下降"),
        Phrase(
          "every parameter takes small steps against its gradient",
          "每个参数沿负梯度方向一小步一小步地更新"),
        also: Phrase("", "gradient descent")),
      GlossaryEntry(
        Phrase("batch", "批"),
        Phrase(
          "the samples of one step: one (online), some (mini-batch) or all (full batch)",
          "一步所用的样本：一个（在线）、一部分（小批量）或全部（全批量）"),
        also: Phrase("", "批量；batch, mini-batch")),
      GlossaryEntry(
        Phrase("stochastic gradient descent", "随机梯度下降"),
        Phrase(
          "gradient descent with one sample or a mini-batch per step, in random order",
          "每步用一个样本或一个小批量、次序随机的梯度下降"),
        also: Phrase(verbatim: "SGD")),
      GlossaryEntry(
        Phrase("epoch", "轮"),
        Phrase("one pass through all samples", "把全部样本用过一遍"),
        also: Phrase("", "回合、周期；epoch")),
      GlossaryEntry(
        Phrase("optimizer", "优化器"),
        Phrase(
          "the rule from gradients to changes: gradient descent, momentum, Adam and others",
          "由梯度得到改变量的规则：梯度下降、动量法、Adam 等"),
        also: Phrase("", "optimizer")),
    ]
  }

  private static let judgements: [GlossaryEntry] = [
    GlossaryEntry(
      Phrase("supervised learning", "监督学习"),
      Phrase("learning from samples that have targets", "从带目标值的样本学习"),
      also: Phrase("", "supervised learning")),
    GlossaryEntry(
      Phrase("linearly separable", "线性可分"),
      Phrase(
        "said of classes that one straight line (a hyperplane) separates",
        "一条直线（超平面）就能把各类分开"),
      also: Phrase("", "linearly separable")),
    GlossaryEntry(
      Phrase("saturation", "饱和"),
      Phrase(
        "the state of a sigmoid or tanh far out, where its slope is nearly 0",
        "sigmoid 或 tanh 处于两端的状态，导数几乎为 0"),
      also: Phrase("", "saturation")),
    GlossaryEntry(
      Phrase("vanishing gradient", "梯度消失"),
      Phrase(
        "error terms that shrink from layer to layer on their way back; exploding: that grow",
        "误差项往回逐层减小；逐层增大则称梯度爆炸"),
      also: Phrase("", "梯度弥散、梯度扩散；vanishing, exploding gradient")),
    GlossaryEntry(
      Phrase("overfitting", "过拟合"),
      Phrase(
        "right on the training samples, wrong on new ones",
        "对训练样本正确，对新样本错误"),
      also: Phrase("", "overfitting")),
  ]
}
