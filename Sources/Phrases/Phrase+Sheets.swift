// What is said of lines of sheets that are not understood.

extension Phrase {
  package static let ofWhichSample = Phrase(
    "each sample of the batch has one; write it under a heading with the sample's number",
    "批中每个样本各有一个；请写在标明样本编号的标题之下")
  package static func unknownName(_ name: String) -> Phrase {
    Phrase("'\(name)' is no quantity of this step", "'\(name)' 不是这一步中的量")
  }
  package static func unreadLine(
    _ line: Int, _ text: String, _ reason: Phrase, _ suggestion: Phrase?
  ) -> Phrase {
    let what = Phrase(
      "Line \(line) was not read: '\(text)' (\(reason.english))",
      "第 \(line) 行没有读懂：'\(text)'（\(reason.chinese)）")
    guard let suggestion else { return what }
    return Phrase(
      "\(what.english); did it mean \(suggestion.english)?",
      "\(what.chinese)；是指 \(suggestion.chinese) 吗？")
  }
}
