internal import Phrases
internal import Texts

/// What may be typed in a practice that is no answer: the one table from which lines are read and help
/// is made.
enum PracticeWord: CaseIterable {
  /// A hint, three times a fuller one.
  case hint
  /// The answer.
  case answer
  /// The question before.
  case back
  case skip
  case list
  /// What was probably done, and the reason of the rule.
  case why
  /// What is given, and the picture.
  case given
  /// These words.
  case words
  case quit

  /// How it is typed in each language, what it does, and what people type who mean the same.
  private var entry: (english: [String], chinese: [String], help: Phrase, others: [String]) {
    switch self {
    case .hint:
      (
        ["?", "hint"], ["?", "提示"],
        Phrase("a hint: the rule, its formula, its line with the numbers", "逐步提示：规则、公式、代入数的算式"),
        [
          "hint please", "i don't know", "i dont know", "don't know", "idk", "不会", "不知道", "怎么做",
          "怎么算",
        ]
      )
    case .answer:
      (
        ["!", "answer"], ["!", "答案"], Phrase("the answer", "看答案"),
        ["show", "solution", "看答案", "显示答案"]
      )
    case .back:
      (
        ["<", "back"], ["<", "返回"],
        Phrase(
          "back to the one before; Enter keeps its answer; '<3' to number 3",
          "回到上一个（按回车键保留原来的答案）；'<3' 到第 3 个"),
        ["《", "previous", "上一个", "上一题", "回去"]
      )
    case .skip:
      (
        ["skip"], ["跳过"], Phrase("go on; it is asked again at the end", "跳过，先做后面的；最后再问"),
        ["next", "下一个", "下一题", "继续"]
      )
    case .list: (["list"], ["列表"], Phrase("what you have answered", "看你填过的数"), [])
    case .why:
      (
        ["why"], ["为什么"],
        Phrase("what probably went wrong, and why the rule holds", "可能错在哪里，规则为什么成立"),
        ["原因"]
      )
    case .given:
      (["given"], ["已知"], Phrase("what is given, once more", "再看一遍已知"), ["题目", "条件"])
    case .words: (["help"], ["帮助"], Phrase("these words", "看这些命令"), ["words", "命令"])
    case .quit:
      (["quit", "exit"], ["退出"], Phrase("end with a report", "结束并看总结"), ["q", "stop", "结束"])
    }
  }

  /// A line in small letters and without full width, as an input method may have it.
  private static func plain(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.lowercased().unicodeScalars.map { scalar in
          ("\u{FF01}"..."\u{FF5E}").contains(scalar)
            ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21) ?? scalar : scalar
        }))
  }

  /// The number behind the sign that goes back: <14; `nil` for any other line.
  static func row(_ line: String) -> Int? {
    let text = plain(line)
    return text.hasPrefix("<") ? Int(text.dropFirst().drop { $0 == " " }) : nil
  }

  /// The word that a line is, in whatever language; `nil` for any other line.
  init?(_ line: String) {
    var text = Self.plain(line)
    while text.count > 1, let last = text.last, "?!.。<".contains(last) { text.removeLast() }
    let found = Self.allCases.first { word in
      let entry = word.entry
      return (entry.english + entry.chinese + entry.others).contains(text)
    }
    guard let found else { return nil }
    self = found
  }

  /// How it is typed, in one way.
  var spelling: Phrase {
    Phrase(Wording(words: entry.english[0]), Wording(words: entry.chinese[0]))
  }

  /// How it is typed, in every way that help tells.
  var spellings: Phrase {
    let (english, chinese) = (entry.english, entry.chinese)
    return Phrase(
      Wording(words: english.joined(separator: ", ")),
      Wording(words: chinese.joined(separator: "、")))
  }

  /// What it does, in a word or a few.
  var help: Phrase { entry.help }

  /// All words with what they do, as a list.
  static var all: Phrase {
    func list(_ language: Language, _ brackets: (String, String), _ separator: String) -> Wording {
      Wording(
        words: allCases.map {
          "'\($0.spelling[language])'\(brackets.0)\($0.help[language])\(brackets.1)"
        }.joined(separator: separator))
    }
    return .practiceWords(
      Phrase(list(.english, (" (", ")"), ", "), list(.chinese, ("（", "）"), "、")))
  }

  /// The word that one is near to; `nil` where none is.
  static func nearest(to line: String) -> String? {
    Suggestion.nearest(to: line, among: allCases.flatMap { $0.entry.english + $0.entry.chinese })
  }
}
