// What is said of answers on a sheet.

extension Phrase {
  package static let noReadableAnswer = Phrase(
    "no answers found; write lines like 'net_4 = 0.3775', or fill in a worksheet",
    "没有可读的答案；请写成 'net_4 = 0.3775' 这样的行，或填写练习纸（worksheet）")
  package static func sheetOfAnother(_ network: String) -> Phrase {
    Phrase(
      "the sheet is about another network, '\(network)'; check it without NETWORK, or with that one",
      "这份答案属于另一个网络 '\(network)'；请不写 NETWORK，或写那个网络")
  }
  package static func decimalCommaIn(_ text: String) -> Phrase {
    Phrase("'\(text)' is not a number; write a point, not a comma", "'\(text)' 不是数；小数点请用“.”，不要用逗号")
  }
  package static func unreadableNumber(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is not a number; write one like 0.3775, -2.4e-3 or 3/8",
      "'\(text)' 不是数；请写成 0.3775、-2.4e-3 或 3/8 这样的形式")
  }
  package static let noSuchSheet = Phrase(
    "there is no such file of answers; 'backprop worksheet' makes one to fill in",
    "没有这个答案文件；可用 'backprop worksheet' 生成一份来填写")
  package static let noSuchRoster = Phrase(
    "there is no such file of names; write one with a name on each line",
    "没有这个名单文件；请写一个，每行一个姓名")
  package static let sheetWithoutNetwork = Phrase(
    "the sheet does not say which network it is about; write 'backprop check NETWORK ANSWERS'",
    "答案没有注明是哪个网络；请写 'backprop check NETWORK ANSWERS'")

  package static func sheetTooLarge(_ limit: Int) -> Phrase {
    Phrase(
      "the file has more than \(limit) bytes; divide it into several",
      "文件超过 \(limit) 字节；请分成几个文件")
  }
  package static func sheetsTooLarge(_ limit: Int) -> Phrase {
    Phrase(
      "the sheets have more than \(limit) bytes together; check them in parts",
      "答案文件合计超过 \(limit) 字节；请分几次批改")
  }
  package static func tooManyAnswers(_ limit: Int) -> Phrase {
    Phrase(
      "there are more than \(limit) answers together; check them in parts",
      "答案合计超过 \(limit) 个；请分几次批改")
  }
  package static func tooManyStudents(_ limit: Int) -> Phrase {
    Phrase(
      "there are more than \(limit) students together; check them in parts",
      "学生合计超过 \(limit) 名；请分几次批改")
  }
  package static func tooManyNumbers(_ numbers: Int, _ limit: Int) -> Phrase {
    Phrase(
      "a step has \(numbers) numbers for each student, and at most \(limit) are checked together; check the sheets in parts",
      "每个学生的一步有 \(numbers) 个数，一次最多批改 \(limit) 个；请分几次批改")
  }

  // MARK: Verdicts

  package static let verdictCorrect = Phrase("right", "正确")
  package static let verdictRounding = Phrase("right, rounded", "正确（舍入）")
  package static let verdictCarried = Phrase("follows from a mistake above", "连带错误")
  /// Of several answers.
  package static let verdictCarriedMany = Phrase("follow from a mistake above", "连带错误")
  package static let verdictTooCoarse = Phrase("too few digits", "位数太少")
  package static let verdictWrong = Phrase("wrong", "错误")
  package static let verdictBlank = Phrase("blank", "未填")
  package static let verdictUnreadable = Phrase("not read", "没有读懂")
  package static let decimalComma = Phrase("write a point, not a comma", "小数点请用“.”，不要用逗号")

  package static let meaningCorrect = Phrase(
    "agrees with the exact value in all digits written", "所写的各位都与精确值一致")
  package static let meaningRounding = Phrase(
    "differs from the exact value only because numbers were rounded",
    "只因中间结果经过舍入，才与精确值略有出入")
  package static let meaningCarried = Phrase(
    "calculated correctly, but from a wrong number", "本步算法正确，只是用了前面算错的数")
  package static let meaningTooCoarse = Phrase(
    "these digits do not show whether it is right; write more", "这几位看不出是否正确，请多写几位")
  package static let meaningWrong = Phrase(
    "the mistake was made here, or in a step before that is not on the sheet",
    "错在这一步，或错在前面没有写出的步骤")
  package static let meaningUnreadable = Phrase("this is not a number", "这不是数")
  package static let answer = Phrase("answer", "答案")
  package static let expected = Phrase("expected", "应为")
  package static let verdict = Phrase("verdict", "判定")

  // MARK: The report

  package static func firstMistake(_ symbol: String, answer: String) -> Phrase {
    Phrase("First mistake: \(symbol) = \(answer).", "第一处错误：\(symbol) = \(answer)。")
  }
  package static let noMistake = Phrase("Nothing is wrong.", "没有错误。")
  package static let allRight = Phrase("Everything is right. Well done!", "全部正确，做得好！")
  package static let noMistakeInWhatWasRead = Phrase(
    "In what could be read there is no mistake.", "读懂的部分没有错误。")
  package static func rowsLeftOut(_ rows: Int, _ counts: [(Int, Phrase)]) -> Phrase {
    let english = counts.map { "\($0.0) \($0.1.english.text)" }.joined(separator: ", ")
    let chinese = counts.map { "\($0.1.chinese.text) \($0.0)" }.joined(separator: "，")
    return rows == 1
      ? Phrase(
        "1 row is not shown (\(english)); '--all' shows it.", "有 1 行未列出（\(chinese)）；用 '--all' 列出。")
      : Phrase(
        "\(rows) rows are not shown (\(english)); '--all' shows them.",
        "有 \(rows) 行未列出（\(chinese)）；用 '--all' 全部列出。")
  }
  package static func verdictCounts(_ counts: [(Int, Phrase)]) -> Phrase {
    let english = counts.map { "\($0.0) \($0.1.english.text)" }.joined(separator: ", ")
    let chinese = counts.map { "\($0.1.chinese.text) \($0.0)" }.joined(separator: "，")
    return Phrase("\(english).", "\(chinese)。")
  }
  package static let probably = Phrase("probably:", "可能是：")
  package static func inUnwritten(_ symbol: String) -> Phrase {
    Phrase(
      "in \(symbol), which is not on the sheet:", "在 \(symbol)（答案中没有写出）这一步，")
  }
  package static func inStep(_ symbol: String) -> Phrase {
    Phrase("in \(symbol):", "在 \(symbol) 这一步，")
  }
  package static func usedFor(_ used: String, _ place: String) -> Phrase {
    Phrase("(\(used) in place of \(place))", "（该用 \(place)，却用了 \(used)）")
  }
  package static func inParentheses(_ text: String) -> Phrase {
    Phrase("(\(text))", "（\(text)）")
  }
  package static let or = Phrase(" — or: ", "；或：")
  package static let noDiagnosis = Phrase(
    "No common mistake explains this number; recalculate this line.", "这个数不像由常见错误得来；请把这一行再算一遍。")
  package static let rightLine = Phrase("with your numbers:", "用你的数据：")
  package static func hintRule(_ name: Phrase, unwritten symbol: String?) -> Phrase {
    guard let symbol else {
      return Phrase("Look at the rule: \(name.english).", "请看规则：\(name.chinese)。")
    }
    return Phrase(
      "Look at \(symbol), which is not on the sheet, and its rule: \(name.english).",
      "请看没有写出的 \(symbol) 和它的规则：\(name.chinese)。")
  }
  package static func mistakesHeading(_ count: Int) -> Phrase {
    count == 1 ? Phrase("The mistake", "错误之处") : Phrase("The \(count) mistakes", "\(count) 处错误")
  }

  // MARK: Remarks

  package static func otherSign(_ definition: Phrase) -> Phrase {
    Phrase(
      "The sheet uses the opposite sign for the error terms (\(definition.english)) and was marked with it.",
      "答案中误差项的正负号采用了相反的约定（\(definition.chinese)），已按该约定批改。")
  }
  package static func otherSignPossible(_ symbol: String) -> Phrase {
    Phrase(
      "With the opposite sign for the error terms \(symbol) would be right; nothing else on the sheet shows which sign is meant.",
      "若误差项的正负号采用相反的约定，\(symbol) 就是对的；答案中没有别的数能说明采用的是哪一种约定。")
  }
  package static func madeEverywhere(_ mistake: Phrase?, _ rows: String) -> Phrase {
    let same = Phrase("The same mistake was made in \(rows)", "\(rows) 是同一个错误")
    return (mistake.map { same.followed(by: $0, between: .colon) } ?? same).and(.fullStop)
  }
  package static func truncated(_ rows: String) -> Phrase {
    Phrase(
      "The last digit was truncated instead of rounded in \(rows).",
      "\(rows) 的末位是直接截去的，没有四舍五入。")
  }
  package static func lastDigit(_ rows: String) -> Phrase {
    Phrase(
      "The last digit is off by one in \(rows); that counts as rounding.",
      "\(rows) 的末位相差 1，按舍入计。")
  }
  package static func changeNotShown(_ rows: String) -> Phrase {
    Phrase(
      "In so few digits the change of \(rows) cannot be seen.",
      "只写这么几位，看不出 \(rows) 有没有更新。")
  }
  package static func trivialCarry(_ rows: String, because source: String) -> Phrase {
    Phrase(
      "\(source) makes \(rows) trivial: they follow from it, but earn no points.",
      "\(source) 使 \(rows) 变得过于简单：由它推出虽然无误，但不计分。")
  }

  package static func searchCut(_ rows: String) -> Phrase {
    Phrase(
      "Too many mistakes could have led to \(rows), so not all were tried; write down the steps before, and the mistake will be named.",
      "可能导致 \(rows) 的错误太多，没有逐一尝试；请写出前面的步骤，以便指出错误。")
  }

  // MARK: Worksheets

  package static func worksheetTitle(_ title: String, isKey: Bool) -> Phrase {
    isKey
      ? Phrase("Worksheet with answers: \(title)", "练习纸（附答案）：\(title)")
      : Phrase("Worksheet: \(title)", "练习纸：\(title)")
  }
  package static func nameLine(_ name: String) -> Phrase {
    Phrase("Name: \(name)   Date: ________", "姓名：\(name)　　日期：________")
  }
  package static func nothingBlank(_ option: String, _ text: String) -> Phrase {
    Phrase(
      "'\(option) \(text)' leaves nothing to calculate; name a phase such as backward, or ids of results",
      "'\(option) \(text)' 没有留下要计算的量；请写阶段（如 backward）或结果的标识（id）")
  }
  package static let networkAndRandom = Phrase(
    "--random makes the network; remove NETWORK", "--random 会生成网络，请不要再写 NETWORK")
  package static func noDiscriminating(_ shape: String) -> Phrase {
    Phrase(
      "no \(shape) network was found on which all common mistakes can be told apart; some cannot",
      "没有找到能把所有常见错误都区分开的 \(shape) 网络；有些错误会看不出来")
  }
  package static func badRandomShape(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is too large to calculate by hand; use at most 24 nodes",
      "'\(text)' 太大，无法手算；最多 24 个节点")
  }
  package static func worksheetsWritten(_ count: Int, _ folder: String) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "worksheet" : "worksheets") written to \(folder)",
      "已在 \(folder) 写出 \(count) 份练习纸")
  }
  package static func longRoster(_ limit: Int) -> Phrase {
    Phrase(
      "there are more than \(limit) names in the roster; divide it into several",
      "名单中的名字超过 \(limit) 个；请分成几个名单")
  }
  package static let emptyRoster = Phrase(
    "there is no name in the roster; write one on each line", "名单中没有姓名；请每行写一个")

  // MARK: Classes

  package static let student = Phrase("student", "学生")
  package static let points = Phrase("points", "得分")
  package static let firstMistakeColumn = Phrase("first mistake", "第一处错误")
  package static let classHeading = Phrase("Class summary", "全班情况")
  package static let answersHeading = Phrase("Answers", "各项答案")
  package static func pointsOf(_ points: String) -> Phrase {
    Phrase("Points: \(points)", "得分：\(points)")
  }
  package static func classPoints(_ sheets: Int, _ points: String, _ percent: Int) -> Phrase {
    Phrase(
      "\(sheets) sheets, \(points) points (\(percent)%).",
      "\(sheets) 份答案，得分 \(points)（\(percent)%）。")
  }
  package static func sheetsNotMarked(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("1 sheet could not be marked.", "有 1 份答案无法批改。")
      : Phrase("\(count) sheets could not be marked.", "有 \(count) 份答案无法批改。")
  }
  package static let notMarkedColumn = Phrase("not marked", "未批改")
  package static let classMistakes = Phrase("Mistakes, the most frequent first", "错误（按人数排列）")
  package static func studentsMade(_ count: Int) -> Phrase {
    Phrase("\(count) \(count == 1 ? "student" : "students")", "\(count) 人")
  }
  package static let unexplained = Phrase(
    "no common mistake explains the number", "没有常见错误会得到这个数")
  package static func madeIn(_ places: String) -> Phrase {
    Phrase("in \(places)", "见 \(places)")
  }
}
