// The pages of help.

extension Phrase {
  package static let helpOpening = Phrase(
    "backprop: every number of one training step of a tiny neural network.",
    "backprop：展示一个小神经网络一次训练中的每一个数。")
  package static let helpUsage = Phrase("Commands:", "命令：")
  package static let helpOptions = Phrase("Options:", "选项：")
  package static let helpEverywhere = Phrase(
    "Options that every command understands:", "所有命令都有的选项：")
  package static let helpNetwork = Phrase(
    "NETWORK is a file, the name of a built-in example, or - for standard input.",
    "NETWORK 是文件名、内置示例的名字，或 -（标准输入）。")
  package static let helpStart = Phrase(
    "A first look: backprop trace mazur. What a network file says: backprop help file",
    "先看一个例子：backprop trace mazur。网络文件的写法：backprop help file")
  package static func unknownShell(_ word: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("there are no completions for '\(word)'", "没有 '\(word)' 的补全脚本")
      .and(remedy(near, else: choice(known)))
  }
  package static let learningRateName = Phrase("learning rate", "学习率")

  package static let notationsOpening = Phrase(
    "Notations, shown on a 3-4-2 network. Only the sign of δ changes numbers.",
    "各种记号，以 3-4-2 网络为例。只有 δ 的符号会改变数值。")
  package static func notationSource(_ name: String) -> Phrase {
    switch name {
    case "documents": Phrase("nodes numbered through the network (default)", "节点在全网络中统一编号（默认）")
    case "mazur": Phrase("Mazur, A Step by Step Backpropagation Example", "Mazur 的逐步示例")
    case "nielsen": Phrase("Nielsen, Neural Networks and Deep Learning", "Nielsen《神经网络与深度学习》")
    case "zhou": Phrase("Zhou Zhihua, Machine Learning; one hidden layer", "周志华《机器学习》；恰有一个隐藏层")
    default: Phrase("Han and Kamber, Data Mining", "Han、Kamber《数据挖掘》")
    }
  }

  package static let glossary = Phrase(
    """
    Words for the same things

      net value        weighted input, preactivation, logit; 净输入, 加权输入
      output           activation, out; 输出
      target           label, desired or expected output; 目标值, 标签, 期望输出
      loss             error, cost, objective; 误差, 损失/代价/目标函数
      error term δ     sensitivity, delta, residual; 误差项, 残差
      weight           connection weight; 权重, 权值, 连接权
      bias             added; 偏置, 偏置项, 偏移
      threshold        subtracted: θ = -b; 阈值
      slope            derivative of the activation, f′(net); 导数
      learning rate η  step size; 学习率, 学习速率, 步长
      forward pass     forward propagation; 前向传播, 正向传播
      backpropagation  error backpropagation, BP; 反向传播, 误差逆传播
      hidden layer     隐藏层, 隐层, 隐含层
      activation fn.   squashing function, transfer function; 激活函数, 激励函数

    """,
    """
    同一事物的不同叫法

      净输入    加权输入；net value, weighted input, preactivation
      输出      激活值；output, activation
      目标值    标签、期望输出；target, label, desired output
      误差      损失函数、代价函数、目标函数；loss, error, cost
      误差项 δ  残差；error term, delta
      权重      权值、连接权；weight
      偏置      偏置项、偏移（加上）；bias
      阈值      减去：θ = -b；threshold
      激活函数  激励函数；activation function
      隐藏层    隐层、隐含层；hidden layer
      学习率 η  学习速率、步长；learning rate
      前向传播  正向传播；forward pass
      反向传播  误差逆传播；backpropagation

    """)
}
