package import ScalarBackprop
package import Texts

// The headings and fixed sentences of a trace.

extension Phrase {
  /// What a sample is called: its number, counted from 1, and perhaps a name.
  package struct SampleName: Hashable, Sendable {
    package let number: Int
    package let name: String?

    package init(number: Int, name: String?) {
      self.number = number
      self.name = name
    }

    var english: String { "\(number)" + (name.map { " (\($0))" } ?? "") }
    var chinese: String { " \(number)" + (name.map { "（\($0)）" } ?? "") }
  }

  package static func sample(_ sample: SampleName) -> Phrase {
    Phrase("sample \(sample.english)", "样本\(sample.chinese)")
  }
  package static let wholeBatch = Phrase("the whole batch", "整批")
  package static func oneStep(_ sample: SampleName) -> Phrase {
    let space = sample.name == nil ? " " : ""
    return Phrase(
      "one training step on sample \(sample.english)", "用样本\(sample.chinese)\(space)训练一步")
  }
  package static func forwardOnly(_ sample: SampleName) -> Phrase {
    Phrase(
      "sample \(sample.english), forward only: it has no targets",
      "样本\(sample.chinese)，没有目标值，只做前向传播")
  }
  /// What is asked for where only outputs are.
  package static func forwardPass(_ sample: SampleName) -> Phrase {
    Phrase(
      "the forward pass of sample \(sample.english)", "样本\(sample.chinese)的前向传播")
  }
  /// What is asked for where only error terms and gradients are.
  package static func backwardPass(_ sample: SampleName) -> Phrase {
    Phrase(
      "the backward pass of sample \(sample.english)", "样本\(sample.chinese)的反向传播")
  }
  package static func stepOfTraining(number: Int, epoch: Int, _ samples: [SampleName]) -> Phrase {
    let isOne = samples.count == 1
    let names = isOne ? samples[0].english : list(samples.map(\.number), ", ")
    let chineseNames = isOne ? samples[0].chinese : " " + list(samples.map(\.number), "、")
    return Phrase(
      "step \(number) of the training (epoch \(epoch)), on \(isOne ? "sample" : "samples") \(names)",
      "训练的第 \(number) 步（第 \(epoch) 轮），样本\(chineseNames)")
  }
  /// Numbers, of many of them only the first.
  private static func list(_ numbers: [Int], _ separator: String) -> String {
    let shown = numbers.prefix(12).map(String.init).joined(separator: separator)
    return numbers.count > 12 ? shown + separator + "…" : shown
  }
  package static func learningRate(_ letter: Symbol, _ value: String) -> Phrase {
    let formula: [MathPart] = [.symbol(letter), .equals, .number(value)]
    return Phrase("learning rate \(formula)", "学习率 \(formula)")
  }
  /// The definition is that of the error terms.
  package static func notationLine(_ name: String, _ definition: Phrase) -> Phrase {
    Phrase(
      "notation \(name), \(definition.english)", "记号 \(name)，\(definition.chinese)")
  }
  package static let fullPrecision = Phrase("full precision", "全精度")
  package static func roundAsYouGo(_ digits: Phrase) -> Phrase {
    Phrase("rounded as you go to \(digits.english)", "边算边舍入到\(digits.chinese)")
  }
  package static func shown(_ digits: Phrase) -> Phrase {
    Phrase("\(digits.english) shown", "显示\(digits.chinese)")
  }
  package static func precision(_ format: NumberFormat) -> Phrase {
    switch format {
    case .significant(let count):
      Phrase(
        "\(count) significant \(count == 1 ? "digit" : "digits")", " \(count) 位有效数字")
    case .decimals(let count):
      Phrase("\(count) decimal \(count == 1 ? "place" : "places")", "小数点后 \(count) 位")
    }
  }
  package static func lossFell(_ share: String) -> Phrase {
    Phrase("\(share)% less", "减小 \(share)%")
  }
  package static func lossNearlyGone(_ share: String) -> Phrase {
    Phrase("more than \(share)% less", "减小 \(share)% 以上")
  }
  /// `isPlain` says that nothing but the gradient and the learning rate made the step.
  package static func lossRose(_ share: String, isPlain: Bool) -> Phrase {
    isPlain
      ? Phrase("\(share)% more: learning rate too large", "增大 \(share)%：学习率太大")
      : Phrase("\(share)% more", "增大 \(share)%")
  }
  package static let lossSame = Phrase("unchanged", "不变")

  /// The heading of a whole phase.
  package static func heading(of phase: Phase) -> Phrase {
    switch phase {
    case .given: givenHeading
    case .forward: forwardPhase
    case .error: errorHeading
    case .backward: backwardPhase
    case .update: updateHeading
    case .after: afterHeading
    }
  }
  package static let givenHeading = Phrase("Given", "已知")
  package static func forwardHeading(_ layer: Int, _ title: Phrase) -> Phrase {
    Phrase(
      "Forward, layer \(layer) (\(title.english))",
      "前向传播，第 \(layer) 层（\(title.chinese)）")
  }
  package static let errorHeading = Phrase("Loss", "损失")
  package static func backwardHeading(_ layer: Int, isOutput: Bool) -> Phrase {
    isOutput
      ? Phrase("Backward, output layer", "反向传播，输出层")
      : Phrase("Backward, layer \(layer) (hidden)", "反向传播，第 \(layer) 层（隐藏层）")
  }
  package static let matrixHeading = Phrase("In matrix form", "矩阵形式")
  package static let matrixForm = Phrase("In matrix form:", "写成矩阵：")
  /// Of a matrix whose last column are biases, in a formula in which they take no part.
  package static func matrixFormWithoutBiases(_ matrix: Symbol) -> Phrase {
    Phrase(
      "In matrix form; here \(matrix) is without its column of biases:",
      "写成矩阵（这里 \(matrix) 不含偏置那一列）：")
  }
  package static let vectorForm = Phrase(
    "The same with vectors: a neuron's weights as a row, what comes in as a column.",
    "写成向量：神经元的权重排成一行，它的输入排成一列。")
  package static let gradientHeading = Phrase("Backward, gradients", "反向传播，梯度")
  package static let updateHeading = Phrase("Update", "更新参数")
  package static let afterHeading = Phrase("After the update", "更新之后")
  package static let forwardPhase = Phrase("Forward", "前向传播")
  package static let backwardPhase = Phrase("Backward", "反向传播")
  package static let allResults = Phrase("All results", "全部结果")
  package static let allParameters = Phrase("All parameters, before and after", "全部参数：更新前后")
  package static let gradientsAndUpdate = Phrase("Gradients and update", "梯度与更新")
  package static func stateOf(_ optimizer: Phrase) -> Phrase {
    Phrase(
      "State of the optimizer (\(optimizer.english)) before and after the step:",
      "优化器（\(optimizer.chinese)）的状态量，更新前与更新后：")
  }
  package static let frozen = Phrase("frozen", "冻结")
  package static let parameter = Phrase("parameter", "参数")
  package static let old = Phrase("old", "旧值")
  package static let gradient = Phrase("gradient", "梯度")
  package static let change = Phrase("change", "改变量")
  package static let new = Phrase("new", "新值")
  package static let quantity = Phrase("quantity", "量")
  package static let value = Phrase("value", "值")
  package static func outputMoved(
    from before: String, to after: String, target: String
  ) -> Phrase {
    Phrase(
      " \(before) → \(after) (target \(target))", " \(before) → \(after)（目标值 \(target)）")
  }
  package static func lossMoved(
    _ symbol: Symbol, from before: String, to after: String, remark: Phrase?
  ) -> Phrase {
    let english: Wording = remark.map { " (\($0.english))" } ?? ""
    let chinese: Wording = remark.map { "（\($0.chinese)）" } ?? ""
    return Phrase(
      "\(symbol) = \(before) before → \(after) after\(english)",
      "\(symbol)：更新前 \(before) → 更新后 \(after)\(chinese)")
  }
  package static let whereWord = Phrase("where", "其中")
  package static func compileWith(_ engine: String) -> Phrase {
    Phrase("compile with \(engine)", "请用 \(engine) 编译")
  }
  package static let fullStop = Phrase(".", "。")
  package static let comma = Phrase(", ", "，")
  /// What stands between words of a kind.
  package static let enumerationComma = Phrase(", ", "、")
  package static let colon = Phrase(": ", "：")
  package static let semicolon = Phrase("; ", "；")
  package static let dash = Phrase(" — ", "——")
  /// What stands between the items of a list.
  package static let listSeparator = Phrase(", ", "；")
  package static func plainChange(_ rate: Symbol) -> Phrase {
    Phrase("change = −\(rate.text)·gradient", "改变量 = −\(rate.text)·梯度")
  }
  package static func networkFormula(_ formula: [MathPart]) -> Phrase {
    Phrase("The whole network in one line: \(formula).", "整个网络写成一行：\(formula)。")
  }
  package static func whereFunctionsAre(_ functions: [(Symbol, Phrase)]) -> Phrase {
    var (english, chinese): (Wording, Wording) = ("Here ", "其中 ")
    for (n, (symbol, title)) in functions.enumerated() {
      if n > 0 { (english, chinese) = (english + ", ", chinese + "，") }
      english.append("\(symbol) is \(title.english)")
      chinese.append("\(symbol) 为\(title.chinese)")
    }
    return Phrase("\(english).", "\(chinese)。")
  }
  package static func biasesInMatrix(_ matrices: [Symbol]) -> Phrase {
    var (english, chinese): (Wording, Wording) = ("", "")
    for (n, matrix) in matrices.enumerated() {
      if n > 0 { (english, chinese) = (english + " and ", chinese + " 和 ") }
      english.append("\(matrix)")
      chinese.append("\(matrix)")
    }
    return matrices.count == 1
      ? Phrase(
        "The last column of \(english) holds the biases; its input is extended by a constant 1.",
        "\(chinese) 的最后一列是偏置，对应恒为 1 的输入。")
      : Phrase(
        "The last columns of \(english) hold the biases; their inputs are extended by a constant 1.",
        "\(chinese) 的最后一列是偏置，对应恒为 1 的输入。")
  }
  package static func pathsHeading(_ count: Int) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "path" : "paths") to the loss", "通向损失的 \(count) 条路径")
  }
  package static let pathsReason = Phrase(
    "Multiply the derivatives along each path, then add up the paths.", "每条路径上的各个导数相乘，再把各条路径的积相加。")
  package static let path = Phrase("path", "路径")
  package static let factors = Phrase("factors", "因子")
  package static let share = Phrase("share", "贡献")
  package static func pathsSum(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("the only path", "唯一的一条路径")
      : Phrase("the sum of the \(count) paths", "\(count) 条路径之和")
  }
  package static func pathsUncounted(_ count: Int, _ symbol: Symbol, _ sum: String) -> Phrase {
    let formula: [MathPart] = [.symbol(symbol), .equals, .number(sum)]
    return Phrase(
      "\(count) paths are too many to list; their sum is \(formula).",
      "共 \(count) 条路径，太多，不逐条列出；它们的和是 \(formula)。")
  }
  package static let diagramDescription = Phrase(
    "Each circle is a node with its output; each line is labelled with its weight.",
    "每个圆是一个节点，写着它的输出；每条线上写着权重。")
  package static let diagram = Phrase("The network with its values", "网络及其数值")
  package static let lineLegend = Phrase(
    "Lines without numbers: the thicker, the larger the weight; dashed, a negative one.",
    "没有标数的线：越粗权重越大，虚线为负权重。")
  package static let shadeLegend = Phrase(
    "Cells without numbers: the stronger the shade, the larger the value.",
    "没有标数的格子：颜色越浓值越大。")
  package static let mapDescription = Phrase(
    "Each grid is a map, each cell a node with its output; a frame shows what one cell of the next map looks at, below a map stands its kernel.",
    "每个方格阵是一张图，每一格是一个节点，写着它的输出；框出的窗口是后一张图中一格所看的范围，图的下方是它的卷积核。")
  package static let jumpToSection = Phrase("go to a section", "跳到某一节")
  package static let stepBack = Phrase("previous step", "上一步")
  package static let stepOn = Phrase("next step", "下一步")
  package static let steppingHint = Phrase("step by step: keys ← →", "逐步查看：按 ← → 键")
  package static let symbolTable = Phrase("Symbols", "符号对照")
}
