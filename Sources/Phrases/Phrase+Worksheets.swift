package import ScalarBackprop

// What stands on a worksheet.

extension Phrase {
  package static func worksheetTask(_ subject: Phrase, _ rounding: Phrase) -> Phrase {
    Phrase(
      "calculate \(subject.english); \(rounding.english)",
      "请计算：\(subject.chinese)；\(rounding.chinese)")
  }
  package static func roundResultsOnly(_ digits: Phrase) -> Phrase {
    Phrase(
      "give each result to \(digits.english), and calculate with the unrounded numbers",
      "每个结果保留\(digits.chinese)，计算时用未舍入的数")
  }
  package static func roundEachResult(_ digits: Phrase) -> Phrase {
    Phrase(
      "round each result to \(digits.english), and go on with the rounded number",
      "每个结果舍入到\(digits.chinese)，再用舍入后的数继续计算")
  }
  /// The network in words, layer by layer.
  package static func worksheetNetwork(_ network: Network) -> Phrase {
    let count = network.inputs.count
    let shape = network.inputShape.map { ($0.maps > 1 ? "\($0.maps) × " : "") + $0.text }
    var english = "\(count) \(count == 1 ? "input" : "inputs")" + (shape.map { " (\($0))" } ?? "")
    var chinese = "\(count) 个输入" + (shape.map { "（\($0)）" } ?? "")
    for (n, layer) in network.layers.enumerated() {
      let isLast = n == network.layers.count - 1
      let words = layer.description(isLast: isLast)
      english += (isLast ? " and " : ", ") + words.english.text
      chinese += "，" + words.chinese.text
    }
    return Phrase("The network has \(english).", "网络有 \(chinese)。")
  }
  package static func worksheetUpdate(_ optimizer: Optimizer, _ reason: Phrase) -> Phrase {
    let title = optimizer.title
    return Phrase(
      "Update by \(title.english): \(reason.english)", "更新（\(title.chinese)）：\(reason.chinese)")
  }
  package static let numberColumn = Phrase("no", "序号")
  package static let idColumn = Phrase("id", "标识")
  package static let symbolColumn = Phrase("symbol", "符号")
  package static let formulaColumn = Phrase("formula", "公式")
  package static func sampleSection(_ number: Int) -> Phrase {
    Phrase("Sample \(number)", "样本 \(number)")
  }
  package static let batchSection = Phrase("The whole batch", "整批")
  package static let someMistakesHidden = Phrase(
    "with these numbers some common mistakes cannot be told from the right answer",
    "用这些数，有些常见错误的结果与正确答案分不开")
  /// The quantities are listed as ids.
  package static func alsoBlank(_ ids: String) -> Phrase {
    Phrase(
      "also left blank, as they would give the answers away: \(ids)",
      "以下各量会透露答案，也留空：\(ids)")
  }
}
