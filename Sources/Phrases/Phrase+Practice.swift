// What is said in a practice.

extension Phrase {
  package static func practiceTitle(_ title: String) -> Phrase {
    Phrase("Practise: \(title)", "练习：\(title)")
  }
  /// What is to be worked out, and how precisely; `nil` where nobody has said.
  package static func practiceTask(_ subject: Phrase, _ digits: Phrase?) -> Phrase {
    let english = digits?.english ?? "four significant digits are enough"
    let chinese = digits?.chinese ?? "写四位有效数字就够"
    return Phrase(
      "To work out: \(subject.english); \(english).", "题目：\(subject.chinese)；\(chinese)。")
  }
  /// The parameters that are not updated.
  package static func practiceFrozen(_ names: String, isOne: Bool) -> Phrase {
    Phrase(
      "\(names) \(isOne ? "stays as it is" : "stay as they are")", "\(names) 不更新")
  }
  package static func practiceRows(_ count: Int) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "number" : "numbers") to find. Type a number, or a calculation such as '0.15*0.05+0.35' or 'e^-0.4'.",
      "共需算出 \(count) 个数。请输入数或算式，如 '0.15*0.05+0.35'、'e^-0.4'。")
  }
  /// What the three signs do that may be typed.
  package static func practiceSigns(hint: Phrase, answer: Phrase, back: Phrase) -> Phrase {
    Phrase(
      "\(hint.english) hint, \(answer.english) answer, \(back.english) back",
      "\(hint.chinese) 提示；\(answer.chinese) 答案；\(back.chinese) 上一个")
  }
  /// With the list of all words that may be typed besides.
  package static func practiceWords(_ list: Phrase) -> Phrase {
    Phrase(
      "While it asks, type a number or a calculation, or: \(list.english).",
      "提问时可输入数或算式，也可输入：\(list.chinese)。")
  }
  package static func counter(_ number: Int, of count: Int, left: Int) -> Phrase {
    Phrase("\(number)/\(count) (\(left) left)", "\(number)/\(count)（还剩 \(left) 个）")
  }
  package static func weightFrom(_ node: Symbol) -> Phrase {
    Phrase("from \(node)", "来自 \(node)")
  }
  package static let biasColumn = Phrase("bias", "偏置")
  package static let alsoGiven = Phrase("also given: ", "另外已知：")

  /// A heading with what the symbols below it are.
  package static func headingWith(_ heading: String, _ legend: String) -> Phrase {
    Phrase("\(heading) (\(legend))", "\(heading)（\(legend)）")
  }

  // MARK: Replies

  package static let answerRight = Phrase("✓ right", "✓ 正确")
  package static let answerRounded = Phrase("✓ right, rounded", "✓ 正确（舍入）")
  package static let answerTruncated = Phrase(
    "✓ right, but cut off instead of rounded", "✓ 正确（末位应四舍五入，不是截去）")
  package static let answerLastDigit = Phrase(
    "✓ right, but the last digit is off by one", "✓ 正确（末位差 1）")
  package static let answerCarried = Phrase(
    "✓ right from your earlier number", "✓ 用你前面的数，算对了")
  package static let answerTooCoarse = Phrase(
    "✗ too few digits: write more", "✗ 位数太少：请多写几位")
  package static let answerWrong = Phrase("✗ wrong; try again", "✗ 不对，再试一次")
  /// With the words that ask for the reason, a hint and the answer, and that go on.
  package static func answerWrongAgain(
    why: Phrase, hint: Phrase, answer: Phrase, skip: Phrase
  ) -> Phrase {
    Phrase(
      "✗ wrong. '\(why.english)' says what it may be, \(hint.english) gives a hint, \(answer.english) the answer; '\(skip.english)' goes on with your number.",
      "✗ 不对。输入'\(why.chinese)'看可能的原因，\(hint.chinese) 看提示，\(answer.chinese) 看答案；'\(skip.chinese)'则用你的数继续。"
    )
  }
  package static func answerOtherSign(_ definition: Phrase) -> Phrase {
    Phrase(
      "✗ the sign: here \(definition.english)", "✗ 正负号不对：这里 \(definition.chinese)")
  }
  package static func answerUnreadable(help: Phrase) -> Phrase {
    Phrase(
      "That is no number, and no calculation that comes to one. '\(help.english)' lists what you can type.",
      "这既不是数，也不是能算出结果的算式。输入'\(help.chinese)'看可以输入什么。")
  }
  package static let lettersInWorking = Phrase(
    "There are letters in it: put in their numbers. 'exp', 'ln', 'tanh', 'sqrt' and 'sigmoid' are known.",
    "算式里有字母，请换成数；可用的函数有 'exp'、'ln'、'tanh'、'sqrt'、'sigmoid'。")
  package static func unclearName(_ text: String, asked: Symbol) -> Phrase {
    Phrase(
      "It is not clear what '\(text)' names; \(asked) is asked for. Type the number alone.",
      "不清楚 '\(text)' 指的是哪个量；现在问的是 \(asked)。只输入数即可。")
  }
  package static func answerToAnother(_ symbol: Symbol, asked: Symbol) -> Phrase {
    Phrase(
      "That names \(symbol), but \(asked) is asked for. Type the number alone.",
      "你写的是 \(symbol)，现在问的是 \(asked)。只输入数即可。")
  }
  package static func unknownWord(_ text: String, _ near: String) -> Phrase {
    Phrase("'\(text)' means nothing here", "不认识'\(text)'")
      .and(remedy(near, else: Phrase(verbatim: near)))
  }
  package static let answerSign = Phrase(
    "✗ right but for its sign", "✗ 只有正负号不对")
  package static let enterKeeps = Phrase("Enter keeps your answer.", "按回车键保留原来的答案。")
  /// What a symbol stands for.
  package static func symbolIs(_ symbol: Symbol, _ name: Phrase) -> Phrase {
    Phrase("\(symbol): \(name.english)", "\(symbol)：\(name.chinese)")
  }
  package static func workingIs(_ working: String, _ value: String) -> Phrase {
    Phrase(
      "But \(working) is \(value): look at the working again.",
      "但 \(working) 等于 \(value)：请检查算式。")
  }
  package static func typeSomething(hint: Phrase, skip: Phrase) -> Phrase {
    Phrase(
      "Type a number, \(hint.english) for a hint or '\(skip.english)' to go on without it.",
      "请输入数；输入 \(hint.chinese) 看提示，输入'\(skip.chinese)'先做后面的。")
  }
  package static func stillWrong(skip: Phrase) -> Phrase {
    Phrase(
      "This one is not right yet; '\(skip.english)' goes on with your number.",
      "这个数还不对；输入'\(skip.chinese)'则用你的数继续。")
  }
  package static let isFirst = Phrase("This is the first one.", "已经是第一个了。")
  package static func noSuchRow(_ count: Int) -> Phrase {
    Phrase("They are numbered from 1 to \(count).", "编号为 1 到 \(count)。")
  }
  package static func onTo(_ symbol: Symbol) -> Phrase {
    Phrase("On to \(symbol):", "接着做 \(symbol)：")
  }
  package static func backTo(_ symbol: Symbol) -> Phrase {
    Phrase("Back to \(symbol), which is still open:", "回到还没有做完的 \(symbol)：")
  }
  package static let skippedOnce = Phrase(
    "Skipped; it is asked again at the end.", "先跳过，最后再问。")
  package static let skippedForGood = Phrase("Left open.", "这个数留空。")
  /// The answers are named.
  package static func outdated(_ names: String, isOne: Bool) -> Phrase {
    Phrase(
      "\(names) no longer \(isOne ? "follows" : "follow"): please do \(isOne ? "it" : "them") again.",
      "前面的数改了，\(names) 已与它不符，请重做。")
  }
  /// Stands behind an answer on a sheet.
  package static let shownMark = Phrase("(shown)", "(看了答案)")
  package static func numberStays(
    _ symbol: Symbol, _ text: String, isAskedAgain: Bool
  ) -> Phrase {
    let formula: [MathPart] = [.symbol(symbol), .equals, .number(text)]
    let stays = Phrase(
      "\(formula) stays; what follows from it rightly counts as right.",
      "保留 \(formula)；由它正确推出的数也算对。")
    guard isAskedAgain else { return stays }
    return stays.followed(by: Phrase("It is asked again at the end.", "最后再问一次。"))
  }
  package static func ruleIs(_ name: Phrase) -> Phrase {
    Phrase("The rule: \(name.english).", "规则：\(name.chinese)。")
  }
  package static func answerIsNext(_ answer: Phrase) -> Phrase {
    Phrase("\(answer.english) shows the answer.", "输入 \(answer.chinese) 看答案。")
  }
  /// What the marks before the rows mean.
  package static let listLegend = Phrase(
    "→ asked now, ✓ right, ✗ not right yet, ! shown, – skipped",
    "→ 正在问，✓ 正确，✗ 还不对，! 看了答案，– 跳过")
  package static func listCut(_ count: Int) -> Phrase {
    Phrase("(the nearest; \(count) in all)", "（只列出附近的数，共 \(count) 个）")
  }

  // MARK: The report

  package static let practiceReport = Phrase("Report", "总结")
  package static let nothingAnswered = Phrase("Nothing was answered.", "没有作答。")
  package static let rightAtOnce = Phrase("right at once", "一次做对")
  package static let rightAfterMistake = Phrase("right after another try", "再试后做对")
  package static let rightWithHelp = Phrase("right with help", "看提示后做对")
  package static let answersShown = Phrase("shown", "看了答案")
  package static let leftOpen = Phrase("left open", "未做")
  package static let leftWrong = Phrase("wrong", "做错")
  /// How many came to what, perhaps with their names.
  package static func practiceCounts(_ counts: [(Int, Phrase, names: String?)]) -> Phrase {
    let english = counts.map { count, outcome, names in
      "\(count) \(outcome.english)" + (names.map { " (\($0))" } ?? "")
    }
    let chinese = counts.map { count, outcome, names in
      "\(outcome.chinese) \(count) 个" + (names.map { "（\($0)）" } ?? "")
    }
    return Phrase(
      "\(english.joined(separator: ", ")).", "\(chinese.joined(separator: "，"))。")
  }
  package static let madeMoreThanOnce = Phrase("Made more than once:", "犯了不止一次的错误：")
  package static func madeOften(_ mistake: Phrase, _ count: Int, _ places: String) -> Phrase {
    Phrase(
      "\(count) times, at \(places): \(mistake.english)", "\(count) 次（\(places)）：\(mistake.chinese)"
    ).and(.fullStop)
  }
  package static let practiseThis = Phrase(
    "Practise next what gave you the most trouble, on other numbers:", "接下来换一组数，专练你出错或求助最多的部分：")
  package static let practiseMore = Phrase("Once more on other numbers:", "换一组数再做一遍：")
  package static func sheetKept(_ file: String) -> Phrase {
    Phrase(
      "the sheet is in \(file); 'backprop check \(file)' marks it",
      "答案已存入 \(file)；可用 'backprop check \(file)' 批改")
  }
  package static func practiseLimits(step: Int) -> Phrase {
    Phrase("The step has at most \(step) numbers.", "一步训练中的数不能超过 \(step) 个。")
  }
  package static func emptySheetKept(_ file: String) -> Phrase {
    Phrase("the worksheet is in \(file), with nothing filled in", "练习纸已存入 \(file)，没有填任何数")
  }
  package static let sheetFollows = Phrase(
    "the sheet could not be kept, and so is printed here", "答案存不下来，打印如下")
  package static let answersAreInput = Phrase(
    "the answers come from standard input, so the network must come from a file",
    "答案从标准输入读取，网络请用文件给出")
}
