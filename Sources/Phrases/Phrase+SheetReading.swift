// What is said of how a sheet was read.

extension Phrase {
  package static func unclearName(_ name: String) -> Phrase {
    Phrase(
      "it is not clear which quantity '\(name)' is, or its numbers are not as many",
      "不清楚 '\(name)' 是哪个量，或者数的个数不对")
  }
  package static func ofStep(_ step: Int) -> Phrase {
    Phrase(
      "it is of step \(step); '--trace-step \(step)' marks that one",
      "这是第 \(step) 步的数；用 '--trace-step \(step)' 批改那一步")
  }
  package static let otherCellCount = Phrase(
    "the row has another number of cells than the heading", "这一行的格数与表头不同")
  package static let unknownColumn = Phrase(
    "it is not clear what this column holds", "不清楚这一列是什么")
  package static let overEpochs = Phrase(
    "it is about many steps or epochs, and not of one step", "这是许多步或许多轮之后的结果，不属于某一步")
  package static func tooFarDown(_ count: Int) -> Phrase {
    Phrase(
      "below line \(count) of a sheet only lines with a name, an equals sign and a number are read; this one is none, nor may others below it be",
      "第 \(count) 行以后只读由名称、等号和数组成的行；这一行不是，后面还可能有")
  }
  package static let noNumber = Phrase("there is no finished number", "没有算出的数")
  package static let noAnswerInLine = Phrase(
    "there is no name with a number behind it", "没有“名称 = 数”")
  package static func bareParameter(_ symbol: Symbol, _ value: String) -> Phrase {
    let formula: [MathPart] = [.symbol(symbol), .equals, .number(value)]
    return Phrase(
      "in the network \(formula), and the number is not the new value either",
      "网络中 \(formula)，这个数也不是更新后的值")
  }
  package static func writeNew(_ symbol: Symbol) -> Phrase {
    Phrase("\(symbol), the new value", "\(symbol)（新值）")
  }
  package static let numberedBySource = Phrase(
    "The sheet numbers the weights by the node that they come from.", "这份手算按权重的出发节点编号。")
  package static let transposedLayout = Phrase(
    "The rows of the sheet's matrices are the sending nodes.", "这份手算中，矩阵的行对应出发节点。")
  package static let layersFromHidden = Phrase(
    "The sheet counts layers from the first hidden layer, which is 0.", "这份手算把第一个隐藏层记作第 0 层。")
  package static let indicesFromZero = Phrase(
    "The sheet counts nodes from 0.", "这份手算从 0 开始给节点编号。")
  package static func derivativeSign(_ name: String) -> Phrase {
    Phrase(
      "'\(name)' says a derivative of the loss, and is compared with its own sign.",
      "'\(name)' 是损失的偏导数，按它自己的正负号比较。")
  }
  package static func thresholdSign(_ name: String) -> Phrase {
    Phrase(
      "'\(name)' is a threshold, and is compared with the bias, its sign turned.",
      "'\(name)' 是阈值，改变正负号后与偏置比较。")
  }
  package static func writtenTwice(_ symbol: Symbol, first: String, last: String) -> Phrase {
    Phrase(
      "\(symbol) stands there twice, as \(first) and as \(last); the last one counts.",
      "\(symbol) 写了两次：\(first) 和 \(last)；以最后一次为准。")
  }
  package static func givenDiffers(_ symbol: Symbol, written: String, own: String) -> Phrase {
    Phrase(
      "The sheet has \(symbol) as \(written); in the network it is \(own).",
      "手算中 \(symbol) 写成 \(written)，网络中是 \(own)。")
  }
  package static func readAsNew(_ symbol: Symbol) -> Phrase {
    Phrase("\(symbol) was read as the new value.", "\(symbol) 按更新后的值理解。")
  }
  package static func otherLoss(_ name: String, _ value: String) -> Phrase {
    Phrase(
      "'\(name)' is \(value), as it should be; the network has another loss, so it was not marked.",
      "'\(name)' 等于 \(value)，没有算错；但这个网络用的是另一种损失，因此不批改。")
  }
  package static func readAsChange(_ name: String) -> Phrase {
    Phrase(
      "'\(name)' and its like were read as changes, as all of them agree with these.",
      "'\(name)' 这一类量都与改变量一致，按改变量理解。")
  }
  package static func workingDisagrees(
    _ line: Int, _ working: String, _ value: String, written: String
  ) -> Phrase {
    Phrase(
      "Line \(line): \(working) is \(value), not \(written).",
      "第 \(line) 行：\(working) 等于 \(value)，不是 \(written)。")
  }
}
