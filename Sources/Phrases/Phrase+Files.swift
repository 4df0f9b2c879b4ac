// What can be wrong with a network file: first what it is, then what to write instead.

extension Phrase {
  // MARK: The text itself

  package static let notUTF8 = Phrase(
    "this is not UTF-8 text; save the file as UTF-8", "不是 UTF-8 文本；请把文件另存为 UTF-8")
  package static func tooLarge(_ limit: Int) -> Phrase {
    Phrase(
      "the file has more than \(limit) bytes; a network file is small",
      "文件超过 \(limit) 字节；网络文件应当很小")
  }
  package static func tooManyValues(_ limit: Int) -> Phrase {
    Phrase(
      "the file has more than \(limit) values; write fewer samples, or a smaller network",
      "文件中的值超过 \(limit) 个；请减少样本，或用较小的网络")
  }
  package static func tooManyKeys(_ limit: Int) -> Phrase {
    Phrase(
      "an object has more than \(limit) keys; 'backprop help file' says which there are",
      "对象的键超过 \(limit) 个；可用的键见 'backprop help file'")
  }
  package static func longNumber(_ text: String, _ limit: Int) -> Phrase {
    Phrase(
      "'\(text)' has more than \(limit) characters; write a number in as many as it needs, 17 digits at most",
      "'\(text)' 超过 \(limit) 个字符；请用够用的位数，最多 17 位有效数字")
  }
  package static func longText(_ key: String, _ limit: Int) -> Phrase {
    Phrase(
      "'\(key)' has more than \(limit) characters; write a short one",
      "'\(key)' 超过 \(limit) 个字符；请写短一些")
  }
  package static func tooDeep(_ limit: Int) -> Phrase {
    Phrase(
      "brackets nest deeper than \(limit) levels; a network file needs 6",
      "括号嵌套超过 \(limit) 层；网络文件只需 6 层")
  }
  package static let emptyFile = Phrase(
    "the file is empty; 'backprop new 2-2-1' prints one to start from",
    "文件是空的；'backprop new 2-2-1' 会打印一个可供修改的文件")
  package static func expected(_ what: Phrase, found: String) -> Phrase {
    guard !found.isEmpty else {
      return Phrase(
        "the text ends too early; \(what.english) is missing",
        "文本过早结束；缺少\(what.chinese.setApart)")
    }
    return Phrase(
      "unexpected '\(found)'; write \(what.english)",
      "这里不能写 '\(found)'；应写\(what.chinese.setApart)")
  }
  package static let aValue = Phrase("a value", "一个值")
  package static let aKey = Phrase("a key", "一个键")
  package static let aColon = Phrase("':' and a value", "':' 和一个值")
  package static let commaOrBrace = Phrase("',' or '}'", "',' 或 '}'")
  package static let commaOrBracket = Phrase("',' or ']'", "',' 或 ']'")
  package static let theEnd = Phrase("nothing after the closing '}'", "'}' 之后不应再有内容")
  package static func openText(_ what: String) -> Phrase {
    Phrase("this is not closed; add \(what)", "没有结束；请补上 \(what)")
  }
  package static let badEscape = Phrase(
    "unknown escape; write '\\\\' for a backslash", "无效的转义；反斜杠请写 '\\\\'")
  package static let controlInText = Phrase(
    "a text contains a line end or control character; write it as an escape such as '\\n'",
    "字符串中有换行或控制字符；请写成 '\\n' 之类的转义")
  package static func badNumber(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is not a number; write it like 0.35, -2 or 1e-3",
      "'\(text)' 不是数；请写成 0.35、-2 或 1e-3 的形式")
  }
  package static func forbiddenNumber(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is not allowed; write a finite decimal number",
      "不允许 '\(text)'；请写有限的十进制数")
  }
  package static func beyondDouble(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is outside the range of a double; write 0, or a number of a size between 1e-307 and 1e308",
      "'\(text)' 超出双精度浮点数的表示范围；请写 0，或绝对值在 1e-307 到 1e308 之间的数")
  }

  // MARK: Keys and values

  package static func duplicateKey(_ key: String) -> Phrase {
    Phrase("the key '\(key)' occurs twice; keep one", "键 '\(key)' 重复；只保留一个")
  }
  package static func unknownKey(_ key: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("unknown key '\(key)'", "未知的键 '\(key)'").and(remedy(near, else: choice(known)))
  }
  package static func missingKey(_ key: String, example: String) -> Phrase {
    Phrase("'\(key)' is missing; write \(example)", "缺少 '\(key)'；请写 \(example)")
  }
  package static func wrongKind(_ key: String, _ what: Phrase) -> Phrase {
    Phrase(
      "'\(key)' has the wrong type; write \(what.english)",
      "'\(key)' 的类型不对；应写\(what.chinese.setApart)")
  }
  package static func unknownWord(
    _ word: String, for key: String, _ near: String?, known: [String]
  ) -> Phrase {
    Phrase("'\(word)' is not a value that '\(key)' can have", "'\(word)' 不是 '\(key)' 可用的值")
      .and(remedy(near, else: choice(known)))
  }
  package static let anObject = Phrase("an object '{ … }'", "对象 '{ … }'")
  package static let aText = Phrase("a text in quotes", "带引号的文本")
  package static let aNumber = Phrase("a number", "一个数")
  package static let numbers = Phrase(
    "a list of numbers such as '[0.1, 0.2]'", "数的列表，如 '[0.1, 0.2]'")
  package static let rowsOfNumbers = Phrase(
    "one row of numbers per neuron, '[[0.1, 0.2], [0.3, 0.4]]', or '{ random: \"xavier\", seed: 1 }'",
    "每个神经元一行数，如 '[[0.1, 0.2], [0.3, 0.4]]'，或 '{ random: \"xavier\", seed: 1 }'")
  package static let biasesForm = Phrase(
    "one number per neuron, '[0.1, 0.2]', or '{ random: \"normal\", seed: 1 }'",
    "每个神经元一个数，如 '[0.1, 0.2]'，或 '{ random: \"normal\", seed: 1 }'")
  package static let namesOrCount = Phrase(
    "a count such as 2, or a list of names such as '[\"a\", \"b\"]'",
    "个数（如 2），或名称的列表（如 '[\"a\", \"b\"]'）")
  package static let layersForm = Phrase(
    "a list of layers such as '[{ neurons: 2 }, { neurons: 1 }]'",
    "层的列表，如 '[{ neurons: 2 }, { neurons: 1 }]'")
  package static let samplesForm = Phrase(
    "a list of samples such as '[{ inputs: [1, 0], targets: [1] }]', or the name of a CSV file",
    "样本的列表，如 '[{ inputs: [1, 0], targets: [1] }]'，或 CSV 文件名")
  package static let frozenForm = Phrase(
    "a list of \"weights\" and \"bias\"", "\"weights\" 和 \"bias\" 组成的列表")
  package static let allOrCount = Phrase(
    "a whole number ≥ 1, or \"all\"", "不小于 1 的整数，或 \"all\"")
  package static let seedOrNull = Phrase(
    "a seed (a whole number ≥ 0), or null", "随机种子（不小于 0 的整数），或 null")
  package static func wholeNumber(from least: Int) -> Phrase {
    Phrase("a whole number ≥ \(least)", "不小于 \(least) 的整数")
  }
  package static func outOfRange(_ key: String, _ what: Phrase) -> Phrase {
    Phrase(
      "'\(key)' is out of range; write \(what.english)", "'\(key)' 超出范围；应写\(what.chinese.setApart)")
  }
  package static let scaleForm = Phrase("a number from 0 to 1e100", "0 到 1e100 的数")
  package static let notNegative = Phrase("a number ≥ 0", "不小于 0 的数")
  package static let positive = Phrase("a number > 0", "大于 0 的数")
  package static let notBelowFrom = Phrase("a number ≥ 'from'", "不小于 'from' 的数")
  package static let notAboveTo = Phrase("a number ≤ 'to'", "不大于 'to' 的数")
  package static let belowOne = Phrase("a number ≥ 0 and < 1", "不小于 0 且小于 1 的数")
  package static func tooMany(_ what: String, _ limit: Int) -> Phrase {
    Phrase(
      "there are more than \(limit) \(what); this tool shows every number, so use a smaller network",
      "\(what) 超过 \(limit) 个；本工具展示每一个数，请用较小的网络")
  }
  package static func tooManySamples(_ limit: Int) -> Phrase {
    Phrase("more than \(limit) samples; write fewer", "样本超过 \(limit) 个；请减少样本")
  }
  package static func emptyList(_ key: String) -> Phrase {
    Phrase("'\(key)' is empty; write at least one item", "'\(key)' 不能为空；至少写一项")
  }
  package static func keyDoesNotGo(_ key: String, with other: String) -> Phrase {
    Phrase(
      "'\(key)' and '\(other)' cannot be used together; keep one of them",
      "'\(key)' 与 '\(other)' 不能同时使用；只保留一个")
  }
}
