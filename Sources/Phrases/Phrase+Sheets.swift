// What is said of lines of sheets that are not understood, and of sheets that cannot be marked.

extension Phrase {
  package static let ofWhichSample = Phrase(
    "each sample of the batch has one; write it under a heading with the sample's number",
    "批中每个样本各有一个；请写在标明样本编号的标题之下")
  package static func unknownName(_ name: String) -> Phrase {
    Phrase("'\(name)' is not a quantity of this training step", "这一步训练中没有 '\(name)' 这个量")
  }

  /// The phrase with a full stop, if it has none of its own.
  package var asSentence: Phrase {
    let isEnded = [".", "!", "?"].contains(english.text.suffix(1))
    let isChineseEnded = ["。", "！", "？"].contains(chinese.text.suffix(1))
    return Phrase(isEnded ? english : english + ".", isChineseEnded ? chinese : chinese + "。")
  }

  // MARK: Lines that were not read

  package static func linesNotRead(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("1 line could not be read and was not marked.", "有 1 行没有读懂，未批改。")
      : Phrase(
        "\(count) lines could not be read and were not marked.", "有 \(count) 行没有读懂，未批改。")
  }
  package static let notReadHeading = Phrase("Not read", "没有读懂的行")
  package static func lineNumber(_ line: Int, _ text: String) -> Phrase {
    Phrase("line \(line): \(text)", "第 \(line) 行：\(text)")
  }
  package static func itMightMean(_ suggestion: String) -> Phrase {
    Phrase("It might mean: \(suggestion)", "可能是指：\(suggestion)")
  }
  package static func mightMean(_ reason: Phrase, _ suggestion: Phrase) -> Phrase {
    Phrase(
      "\(reason.english); did you mean \(suggestion.english)?",
      "\(reason.chinese)；是不是指 \(suggestion.chinese)？")
  }
  package static let lineColumn = Phrase("line", "行")
  package static let textColumn = Phrase("text", "原文")
  package static let reasonColumn = Phrase("why", "原因")
  package static let suggestionColumn = Phrase("might mean", "可能是指")
  package static let linesNotReadColumn = Phrase("lines not read", "未读懂的行")

  // MARK: Sheets that cannot be marked

  package static let nothingWritten = Phrase("Nothing is filled in.", "什么也没有填写。")
  package static let nothingRead = Phrase("No number could be read.", "没有读出任何数。")
  package static func sheetRefused(_ reason: Phrase) -> Phrase {
    Phrase(
      "This sheet was not marked: \(reason.english)", "这份答案没有批改：\(reason.chinese)")
  }
  package static let saveAsCSV = Phrase(
    "this is a spreadsheet's own file; save it as CSV and check that",
    "这是电子表格自己的文件；请另存为 CSV 再批改")
  package static let emptyFolder = Phrase("there are no sheets in this folder", "这个文件夹中没有答案文件")

  // MARK: Points

  package static func badPoints(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' in '--points' does not give points; write a phase, kind or id and a number from 0 to 1000, as in 'delta=2,forward=1'",
      "'--points' 中的 '\(text)' 没有规定分值；请写阶段、种类或标识（id）和 0 到 1000 的数，如 'delta=2,forward=1'")
  }
  package static func pointsTwice(_ word: String) -> Phrase {
    Phrase("'--points' names '\(word)' twice", "'--points' 中 '\(word)' 写了两次")
  }
  package static func unknownPoints(_ word: String, _ near: String?) -> Phrase {
    Phrase(
      "'\(word)' in '--points' is not a phase, a kind of quantity or an id of these sheets",
      "'--points' 中的 '\(word)' 不是这些答案的阶段、量的种类或标识（id）"
    )
    .and(
      remedy(
        near,
        else: Phrase(
          "'backprop trace NETWORK --format csv' lists all ids",
          "'backprop trace NETWORK --format csv' 会列出所有标识（id）")))
  }
  package static func notOnRoster(_ names: String) -> Phrase {
    Phrase("Not on the roster: \(names).", "名单上没有：\(names)。")
  }
  package static func withoutSheet(_ names: String) -> Phrase {
    Phrase("On the roster without a sheet: \(names).", "名单上有、但没有答案：\(names)。")
  }
}
