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

  /// How it is typed in each language, and what it does.
  private var entry: (english: [String], chinese: [String], help: Phrase) {
    switch self {
    case .hint: (["?", "hint"], ["?", "？", "提示"], Phrase("hint", "提示"))
    case .answer: (["!", "answer"], ["!", "！", "答案"], Phrase("answer", "答案"))
    case .back: (["<", "back"], ["<", "＜", "《", "返回", "上一个"], Phrase("back", "上一个"))
    case .skip: (["skip"], ["跳过"], Phrase("go on without it", "先跳过"))
    case .list: (["list"], ["列表"], Phrase("all your answers", "全部答案"))
    case .why:
      (["why"], ["为什么", "原因"], Phrase("what went wrong, and why the rule holds", "错在哪里，规则为什么成立"))
    case .given: (["given"], ["已知"], Phrase("what is given, once more", "再看一遍已知"))
    case .words: (["help"], ["帮助"], Phrase("all words", "全部命令"))
    case .quit: (["quit", "exit", "q"], ["退出", "结束"], Phrase("end with a report", "结束并看总结"))
    }
  }

  /// The word that a line is, in whatever language; `nil` for any other line.
  init?(_ line: String) {
    let text = line.lowercased()
    let word = Self.allCases.first { ($0.entry.english + $0.entry.chinese).contains(text) }
    // Impatience adds signs.
    let signs = Set(text)
    let sign = signs.count == 1 && text.count > 1 ? signs.first.map(String.init) : nil
    guard let found = word ?? sign.flatMap({ Self($0) }) else { return nil }
    self = found
  }

  /// How it is typed.
  var spelling: Phrase {
    Phrase(Wording(words: entry.english[0]), Wording(words: entry.chinese[0]))
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
