// The pages of help.

extension Phrase {
  package static let helpOpening = Phrase(
    "backprop: every number of one training step of a tiny neural network.",
    "backprop：展示小型神经网络一步训练中的每一个数。")
  package static let helpUsage = Phrase("Commands:", "命令：")
  package static let helpOptions = Phrase("Options:", "选项：")
  package static let helpExamples = Phrase("Examples:", "例如：")
  package static let helpEverywhere = Phrase(
    "Options of every command:", "各命令通用的选项：")
  package static let helpNetwork = Phrase(
    "NETWORK is a file, the name of a built-in example, or - for standard input.",
    "NETWORK 是文件名、内置示例的名称，或 -（标准输入）。")
  package static let helpStart = Phrase(
    "For a first look, try 'backprop trace mazur'. 'backprop help file' shows what a network file contains.",
    "先看一个例子：'backprop trace mazur'。网络文件的写法见 'backprop help file'。")
  package static func checkLimits(
    step: Int, bytes: Int, answers: Int, students: Int, numbers: Int
  ) -> Phrase {
    Phrase(
      "A folder stands for the sheets in it. The step has at most \(step) numbers. At most \(answers) answers of \(students) students are checked together, in files of \(bytes) bytes in all, on steps of \(numbers) numbers in all.",
      "文件夹代表其中的全部答案文件。一步最多 \(step) 个数。一次最多批改 \(students) 名学生的 \(answers) 个答案，文件合计不超过 \(bytes) 字节，各学生的一步合计不超过 \(numbers) 个数。"
    )
  }
  package static func worksheetLimits(step: Int, bytes: Int, students: Int) -> Phrase {
    Phrase(
      "The step has at most \(step) numbers, a roster at most \(students) names in \(bytes) bytes.",
      "一步最多 \(step) 个数；名单最多 \(students) 个姓名，不超过 \(bytes) 字节。")
  }
  package static func unknownShell(_ word: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("there are no completions for '\(word)'", "没有 '\(word)' 的补全脚本")
      .and(remedy(near, else: choice(known)))
  }
  package static let learningRateName = Phrase("learning rate", "学习率")

  package static let notationsOpening = Phrase(
    "Notations, shown on a 3-4-2 network. All give the same numbers, except that error terms may have the opposite sign, and that a threshold is minus the bias.",
    "各种记号，以 3-4-2 网络为例。各记号下数值相同，只有误差项的正负号可能相反。")
  package static func notationHeading(_ names: [String], _ source: Phrase) -> Phrase {
    let (english, chinese) = lists(names)
    return Phrase("\(english): \(source.english)", "\(chinese)：\(source.chinese)")
  }
  package static func hidden(_ name: Phrase) -> Phrase {
    Phrase("\(name.english), hidden layer", "隐藏层的\(name.chinese)")
  }
  package static func ofOutputLayer(_ name: Phrase) -> Phrase {
    Phrase("\(name.english), output layer", "输出层的\(name.chinese)")
  }
}
