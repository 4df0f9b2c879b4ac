// What can be wrong with a command line: first what it is, then what to write instead.

extension Phrase {
  package static let noCommand = Phrase(
    "no command; write 'backprop trace mazur' for a first look, or 'backprop help'",
    "没有命令；先试 'backprop trace mazur'，或看 'backprop help'")
  package static func unknownCommand(_ word: String, _ near: String?, known: [String]) -> Phrase {
    Phrase("unknown command '\(word)'", "未知的命令 '\(word)'")
      .and(remedy(near, else: choice(known)))
  }
  /// `command` is the word of the command line, if it has one yet.
  package static func unknownOption(
    _ word: String, _ near: String?, command: String?
  ) -> Phrase {
    let page = "backprop help \(command ?? "COMMAND")"
    return Phrase("unknown option '\(word)'", "未知的选项 '\(word)'")
      .and(
        remedy(
          near,
          else: Phrase(
            "'\(page)' lists the options of a command", "用 '\(page)' 查看命令的选项")))
  }
  package static func optionOfAnother(
    _ option: String, command: String, owners: [String]
  ) -> Phrase {
    Phrase(
      "'\(command)' has no option '\(option)'; it belongs to \(owners.joined(separator: ", "))",
      "'\(command)' 没有选项 '\(option)'；它属于 \(owners.joined(separator: "、"))")
  }
  package static func optionOfFile(_ option: String, key: String) -> Phrase {
    Phrase(
      "'\(option)' is not an option: write \(key) into the network file; 'backprop help file' shows how",
      "没有选项 '\(option)'：请在网络文件里写 \(key)；写法见 'backprop help file'")
  }
  package static func optionTwice(_ option: String) -> Phrase {
    Phrase("option '\(option)' is given twice; keep one", "选项 '\(option)' 重复；只保留一个")
  }
  package static func optionNeedsValue(_ option: String, _ value: String) -> Phrase {
    Phrase(
      "option '\(option)' needs a value; write '\(option) \(value)'",
      "选项 '\(option)' 需要一个值；请写 '\(option) \(value)'")
  }
  package static func optionTakesNoValue(_ option: String) -> Phrase {
    Phrase(
      "option '\(option)' takes no value; write just '\(option)'",
      "选项 '\(option)' 不带值；只写 '\(option)'")
  }
  package static func exclusiveOptions(_ a: String, _ b: String) -> Phrase {
    Phrase(
      "'\(a)' and '\(b)' cannot be used together; keep one", "'\(a)' 与 '\(b)' 不能同时使用；只保留一个")
  }
  package static func badOptionNumber(
    _ text: String, option: String, from: Int, to: Int?
  ) -> Phrase {
    let range = to.map { " from \(from) to \($0)" } ?? " ≥ \(from)"
    let chineseRange = to.map { " \(from) 到 \($0) 之间的整数" } ?? "不小于 \(from) 的整数"
    return Phrase(
      "'\(text)' is not a valid value for '\(option)'; use a whole number\(range)",
      "'\(option)' 不能是 '\(text)'；应写\(chineseRange)")
  }
  package static func badChoice(
    _ text: String, option: String, _ near: String?, known: [String]
  ) -> Phrase {
    Phrase("'\(text)' is not a valid value for '\(option)'", "'\(option)' 不能是 '\(text)'")
      .and(remedy(near, else: choice(known)))
  }
  package static func tooManyOperands(_ word: String, _ command: String) -> Phrase {
    Phrase(
      "unexpected argument '\(word)'; see 'backprop help \(command)'",
      "多余的参数 '\(word)'；见 'backprop help \(command)'")
  }
  package static func missingOperand(_ name: String, command: String) -> Phrase {
    switch name {
    case "NETWORK":
      Phrase(
        "'\(command)' needs a network; name a file, an example such as mazur, or - for standard input",
        "'\(command)' 需要一个网络；请写文件名、示例名（如 mazur）或 -（标准输入）")
    default:
      Phrase(
        "'\(command)' needs \(name); see 'backprop help \(command)'",
        "'\(command)' 需要 \(name)；见 'backprop help \(command)'")
    }
  }
  package static func cannotWrite(_ reason: String) -> Phrase {
    Phrase(
      "the output could not be written (\(reason)); it is not complete",
      "无法写出结果（\(reason)）；输出不完整")
  }
  package static func cannotWriteFile(_ reason: String) -> Phrase {
    Phrase(
      "could not be written (\(reason)); nothing has been changed", "无法写入（\(reason)）；没有改动任何文件")
  }
  package static func emptyFileName(_ option: String) -> Phrase {
    Phrase("the file has no name; write \(option) FILE", "没有文件名；请写 \(option) FILE")
  }
  package static let isStandardOutput = Phrase(
    "the standard output also goes to this file; name another file", "标准输出也写入这个文件；请换一个文件名")
  package static func fileIsThere(_ option: String) -> Phrase {
    Phrase(
      "this file is there already, perhaps with work in it; \(option) replaces it, or name another",
      "这个文件已经存在，里面也许有别人的工作；用 \(option) 覆盖，或换一个名字")
  }
  package static func sameFile(_ other: String) -> Phrase {
    Phrase("this is the same file as '\(other)'; give each its own", "它与 '\(other)' 是同一个文件；请分别指定")
  }
  package static let wouldOverwriteInput = Phrase(
    "this file is read by the same command; name another file", "同一命令要读这个文件；请换一个文件名")
  package static let dashIsNoFile = Phrase(
    "'-' is not a file to write to; name a file", "'-' 不是可写的文件名；请给出文件名")
  package static func plotIsSVG(_ option: String) -> Phrase {
    Phrase(
      "\(option) draws SVG; give the file the extension .svg", "\(option) 画的是 SVG；请用扩展名 .svg")
  }
  package static func unknownEnding(_ ending: String, known: [String]) -> Phrase {
    Phrase(
      "'.\(ending)' is not a known extension; use --to \(known.joined(separator: "|"))",
      "扩展名 '.\(ending)' 不对应任何格式；请写 --to \(known.joined(separator: "|"))")
  }
  package static func noSuchFile(_ near: String?) -> Phrase {
    Phrase("there is no such file or example", "没有这个文件或示例")
      .and(
        remedy(
          near, else: Phrase("'backprop examples' lists the examples", "'backprop examples' 会列出示例"))
      )
  }
  package static func cannotRead(_ reason: String) -> Phrase {
    Phrase("cannot be read (\(reason)); name another file", "无法读取（\(reason)）；请换一个文件")
  }
  package static func unknownExample(_ name: String, _ near: String?) -> Phrase {
    Phrase("there is no example '\(name)'", "没有示例 '\(name)'")
      .and(
        remedy(near, else: Phrase("'backprop examples' lists them", "'backprop examples' 会列出示例")))
  }
  package static func badShape(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' is not a valid shape; write the number of inputs and then of the neurons in each layer, such as 3-4-2 (at most 100 per layer, 1000 in all)",
      "'\(text)' 不是网络形状；请写输入个数和每层神经元个数，如 3-4-2，每层至多 100，总共至多 1000")
  }
  package static func unknownTopic(_ name: String, _ near: String?) -> Phrase {
    Phrase("there is no help on '\(name)'", "没有关于 '\(name)' 的帮助")
      .and(
        remedy(near, else: Phrase("'backprop help' lists the commands", "'backprop help' 会列出命令")))
  }

  package static let seedNeedsRandom = Phrase(
    "--seed goes with --random, --vary or --trace-step, as in --random 2-2-1 --seed 7",
    "--seed 要与 --random、--vary 或 --trace-step 一起用，如 --random 2-2-1 --seed 7")
  package static func optionNeeds(_ option: String, _ other: String) -> Phrase {
    Phrase("'\(option)' goes with '\(other)'", "'\(option)' 要与 '\(other)' 一起用")
  }
  package static let rosterNeedsFolder = Phrase(
    "--roster writes a file for each name; say where with '-o FOLDER'",
    "--roster 为每个名字写一个文件；请用 '-o FOLDER' 指明位置")
  package static let needsNetworkOrRandom = Phrase(
    "name a network: a file, a built-in example, or --random 2-2-1",
    "请指明网络：文件、示例名或 --random 2-2-1")

  package static let standardInputTwice = Phrase(
    "the network and the roster cannot both be standard input; name a file for one of them",
    "网络与名单都取自标准输入；请为其中之一写文件名")

  // MARK: Numbers changed on the command line

  package static func noSuchSample(_ number: Int, count: Int) -> Phrase {
    Phrase(
      "there is no sample \(number); the file has \(count)",
      "没有第 \(number) 个样本；共有 \(count) 个样本")
  }
  package static func beyondDouble(_ text: String, option: String) -> Phrase {
    Phrase(
      "'\(text)' in '\(option)' is outside the range of a double; write 0, or a number of a size between 1e-307 and 1e308",
      "'\(option)' 中的 '\(text)' 超出双精度浮点数的表示范围；请写 0，或绝对值在 1e-307 到 1e308 之间的数")
  }
  package static func badNumber(_ text: String, option: String) -> Phrase {
    Phrase(
      "'\(text)' in '\(option)' is not a number; write it like 0.35, -2 or 1e-3",
      "'\(option)' 中的 '\(text)' 不是数；请写成 0.35、-2 或 1e-3 的形式")
  }
  package static func negativeRate(_ text: String) -> Phrase {
    Phrase(
      "a learning rate of \(text) is out of range; use a number ≥ 0",
      "学习率 \(text) 超出范围；应写不小于 0 的数")
  }
  package static func badSetting(_ text: String) -> Phrase {
    Phrase(
      "'\(text)' does not set a number; write an id and a number, such as 'w[h1,i1]=0.2'",
      "'\(text)' 没有改动任何数；请写标识（id）和数，如 'w[h1,i1]=0.2'")
  }
  package static func unknownID(_ id: String, _ near: String?, option: String) -> Phrase {
    Phrase(
      "'\(id)' in '\(option)' is not a quantity of this network",
      "'\(option)' 中的 '\(id)' 不是这个网络中的量"
    )
    .and(
      remedy(
        near,
        else: Phrase(
          "'backprop trace NETWORK --format csv' lists all ids",
          "'backprop trace NETWORK --format csv' 会列出所有标识（id）")))
  }
  /// A name that means more than one quantity where one is asked for.
  package static func severalQuantities(_ name: String, _ ids: [String]) -> Phrase {
    let shown = ids.prefix(6).map { "'\($0)'" }
    let rest = ids.count > shown.count
    let english = shown.joined(separator: ", ") + (rest ? ", …" : "")
    let chinese = shown.joined(separator: "、") + (rest ? "……" : "")
    return Phrase(
      "'\(name)' means \(ids.count) quantities; write one of them: \(english)",
      "'\(name)' 指 \(ids.count) 个量，请写其中一个：\(chinese)")
  }
  package static func noSuchQuantity(_ id: String, _ near: String?) -> Phrase {
    Phrase("'\(id)' is not a quantity of this network", "'\(id)' 不是这个网络中的量")
      .and(
        remedy(
          near,
          else: Phrase(
            "'backprop trace NETWORK --format csv' lists all ids",
            "'backprop trace NETWORK --format csv' 会列出所有标识（id）")))
  }
  package static func phaseNeedsTargets(_ phase: String) -> Phrase {
    Phrase(
      "there is no phase '\(phase)' without targets; give the sample targets with --targets",
      "没有目标值就没有 '\(phase)' 阶段；请用 --targets 给出目标值")
  }
  package static func setTwice(_ id: String) -> Phrase {
    Phrase("'\(id)' is set twice; keep one", "'\(id)' 被设置了两次；只保留一个")
  }
  package static let needsOneHiddenLayer = Phrase(
    "notation 'zhou' has letters for exactly one hidden layer; use another notation, such as 'documents'",
    "记号 'zhou' 只适用于恰有一个隐藏层的网络；请换别的记号，如 'documents'")
  package static func overflow(_ id: String) -> Phrase {
    Phrase(
      "not finite: \(id) exceeded the range of a double; use smaller weights or a smaller learning rate",
      "非有限（not finite）：\(id) 超出双精度浮点数的表示范围；请减小权重或学习率")
  }

  package static func withoutEffect(_ option: String, in format: String) -> Phrase {
    Phrase(
      "'\(option)' has no effect in \(format); remove it", "选项 '\(option)' 对 \(format) 不起作用；请去掉")
  }
  package static func optionNeedsDataSet(_ option: String, _ known: [String]) -> Phrase {
    Phrase(
      "'\(option)' is for data sets; name one of \(known.joined(separator: ", "))",
      "'\(option)' 用于生成数据集；请写出其中一个：\(known.joined(separator: "、"))")
  }
  package static let diagramNeedsFile = Phrase(
    "--diagram writes the picture next to the document; say where with '-o FILE.md'",
    "--diagram 把图写在文档旁边；请用 '-o FILE.md' 指明位置")
  package static let diagramOnlyInMarkdown = Phrase(
    "--diagram is for Markdown, '-o FILE.md'; an HTML page already contains the picture",
    "--diagram 只用于 Markdown（'-o FILE.md'）；HTML 页面自带网络图")
}
