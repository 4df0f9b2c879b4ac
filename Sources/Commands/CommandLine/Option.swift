internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// An option of the command line. Parsing, help and completions all come from these values.
struct Option: Sendable {
  /// Without the dashes.
  let name: String
  /// The letter of its short form, where it has one: -o.
  var letter: String?
  /// What its value is called; `nil` for a switch, which takes none.
  var value: String?
  /// The words its value may be, where they are few.
  var choices: [String] = []
  /// Which of them another spelling means; the same where it means none.
  var meaning: @Sendable (String) -> String = { $0 }
  var isRepeatable = false
  /// Other ways in which people write it.
  var others: [String] = []
  let help: Phrase

  var spelling: String { letter.map { "-\($0)" } ?? "--\(name)" }
  /// All its spellings, short ones first.
  var spellings: [String] { others + [spelling] }
}

/// What results are written as; raw values are those of `--format`.
enum ReportFormat: String, CaseIterable {
  case table, json, csv
}

/// When results are coloured; raw values are those of `--color`.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The words of all cases.
  static var words: [String] { allCases.map(\.rawValue) }
}

extension Option {
  // MARK: Everywhere

  static let notation = Option(
    name: "notation", value: "NAME", choices: Notation.names,
    help: Phrase("letters, indices and the sign of the error terms", "记号：字母、下标和误差项的正负号"))
  static let language = Option(
    name: "lang", value: "en|zh", choices: Language.words,
    meaning: { Language(spelling: $0)?.rawValue ?? $0 },
    help: Phrase("language (default: from the environment)", "语言（默认取自环境变量）"))
  static let digits = Option(
    name: "digits", value: "N",
    help: Phrase(
      "number of significant digits shown, 1 to 17 (default 6)", "显示的有效数字位数，1 到 17（默认 6）"))
  static let decimals = Option(
    name: "decimals", value: "N",
    help: Phrase("number of decimal places shown, 0 to 17", "显示的小数位数，0 到 17"))
  static let roundAsYouGo = Option(
    name: "round-as-you-go",
    help: Phrase("calculate with the rounded numbers, as by hand", "像手算一样，用舍入后的数继续计算"))
  static let color = Option(
    name: "color", value: "WHEN", choices: ColorChoice.words,
    help: Phrase("auto, always or never", "颜色：auto、always 或 never"))
  static let ascii = Option(
    name: "ascii", help: Phrase("symbols and lines in ASCII", "符号和线条只用 ASCII"))
  static let width = Option(
    name: "width", value: "N",
    help: Phrase(
      "output width in columns (default: that of the terminal, or 80)", "输出宽度，以列计（默认为终端宽度，否则 80）"))
  static let help = Option(
    name: "help", others: ["-h"], help: Phrase("show help", "显示帮助"))
  static let version = Option(name: "version", help: Phrase("show the version", "显示版本"))

  static let everywhere = [
    notation, language, digits, decimals, roundAsYouGo, color, ascii, width, help, version,
  ]

  // MARK: The numbers of a file, changed without editing it

  static let sample = Option(
    name: "sample", value: "N",
    help: Phrase("number of the sample to use (default 1)", "使用第几个样本（默认 1）"))
  static let inputs = Option(
    name: "inputs", value: "0.05,0.10",
    help: Phrase("use these inputs instead of the sample's", "用这些输入代替样本的输入"))
  static let targets = Option(
    name: "targets", value: "0.01,0.99",
    help: Phrase("use these targets instead of the sample's", "用这些目标值代替样本的目标值"))
  static let learningRate = Option(
    name: "learning-rate", value: "0.5",
    help: Phrase("use this learning rate instead of the file's", "用这个学习率代替文件中的学习率"))
  static let set = Option(
    name: "set", value: "ID=NUMBER", isRepeatable: true,
    help: Phrase(
      "change one number by its id or symbol: 'w[h1,i1]=0.2' or 'w1=0.2'",
      "按标识或符号改一个数：'w[h1,i1]=0.2' 或 'w1=0.2'"))

  static let overrides = [sample, inputs, targets, learningRate, set]

  /// Those that name a step of the training in place of a sample.
  static let stepOfTraining =
    [traceStep, stage, pretrain, freezePretrained, epochs, weightSeed]

  // MARK: Of single commands

  static let format = Option(
    name: "format", value: "FORMAT", choices: ReportFormat.words,
    help: Phrase("table, json or csv (default table)", "table、json 或 csv（默认 table）"))
  static let epochs = Option(
    name: "epochs", value: "N",
    help: Phrase("number of passes through all samples", "把全部样本训练多少轮"))
  static let until = Option(
    name: "until", value: "LOSS",
    help: Phrase("stop once the loss over all samples is at most LOSS", "全部样本上的损失不超过 LOSS 时停止"))
  static let traceStep = Option(
    name: "trace-step", value: "N",
    help: Phrase("number of the step of which every number is shown", "展示第几步的每一个数"))
  static let pretrain = Option(
    name: "pretrain",
    help: Phrase(
      "first train each hidden layer as an autoencoder, as the file's 'pretraining' says",
      "先按文件中的 'pretraining'，把每个隐藏层作为自编码器训练"))
  static let stage = Option(
    name: "stage", value: "N",
    help: Phrase(
      "with --trace-step: a step of the pre-training of this hidden layer, counted from 1",
      "与 --trace-step 连用：第几个隐藏层预训练中的一步"))
  static let freezePretrained = Option(
    name: "freeze-pretrained",
    help: Phrase(
      "with --pretrain: leave the pre-trained layers as they are afterwards",
      "与 --pretrain 连用：此后不再改变预训练过的层"))
  static let plot = Option(
    name: "plot", value: "FILE.svg",
    help: Phrase(
      "plot the loss and, for networks with one or two inputs, the output",
      "画出损失曲线；网络只有一两个输入时，还画出它的输出"))
  static let logScale = Option(
    name: "log-scale",
    help: Phrase(
      "with --plot: draw the loss on a logarithmic scale", "与 --plot 连用：损失用对数刻度"))
  static let save = Option(
    name: "save", value: "FILE",
    help: Phrase("write the trained network as a file", "把训练好的网络写成文件"))
  static let samples = Option(
    name: "samples", value: "N",
    help: Phrase("number of samples in the data set (default 40)", "数据集的样本数（默认 40）"))
  static let blank = Option(
    name: "blank", value: "all|PHASE|ID,…",
    help: Phrase(
      "leave these phases or ids blank (default: all)", "只把这些阶段或标识（id）留空待填（默认全部留空）"))
  static let formulas = Option(
    name: "formulas", help: Phrase("print the formula of each cell", "给出每格的公式"))
  static let key = Option(name: "key", help: Phrase("print the answers", "给出答案"))
  static let random = Option(
    name: "random", value: "SHAPE",
    help: Phrase(
      "generate a network (such as 2-2-1) on which each common mistake gives a different answer",
      "随机生成一个网络（如 2-2-1），使每种常见错误得到不同的结果"))
  static let vary = Option(
    name: "vary",
    help: Phrase(
      "draw weights and inputs anew, so that common mistakes show; '--seed N' repeats them",
      "重新抽取权重和输入，使常见错误都能看出来；用 '--seed N' 可再次得到同样的数"))
  static let short = Option(
    name: "short",
    help: Phrase(
      "ask only for net values, outputs, error terms, gradients and new weights",
      "只要求净输入、输出、误差项、梯度和新权重"))
  static let roster = Option(
    name: "roster", value: "NAMES.csv",
    help: Phrase(
      "write one worksheet per name to the folder of '-o'", "为名单上每人生成一份练习纸，写入 '-o' 指定的文件夹"))
  static let carried = Option(
    name: "carried", value: "0|half|full", choices: CarriedCredit.words,
    help: Phrase(
      "credit for an answer that is wrong only because of an earlier mistake (default full)",
      "连带错误的格给多少分：0、half（一半）或 full（全部，默认）"))
  static let points = Option(
    name: "points", value: "ID=N,…",
    help: Phrase(
      "points for each answer of a phase, kind or id, as in 'delta=2,forward=1,E=3' (default 1 each)",
      "按阶段、种类或标识（id）规定每个答案的分值，如 'delta=2,forward=1,E=3'（默认各 1 分）"))
  static let marks = Option(
    name: "marks", value: "FILE.csv",
    help: Phrase(
      "write the marks as CSV: a row per student, and a last row 'total'",
      "写出成绩表（CSV）：每个学生一行，最后一行（total）是全班合计"))
  static let markRoster = Option(
    name: "roster", value: "NAMES.csv",
    help: Phrase(
      "copy the columns id, email and group of this roster into the marks, matched by name",
      "按姓名把名单中的 id、email、group（学号、邮箱、班级）各列抄入成绩表"))
  static let slips = Option(
    name: "slips", value: "FOLDER",
    help: Phrase("write a feedback sheet for each student", "为每个学生写一张批改单"))
  static let rightValues = Option(
    name: "key", help: Phrase("show the right values of blank cells, too", "也给出未填各格的正确值"))
  static let allRows = Option(
    name: "all",
    help: Phrase(
      "show every row, also where there are more than 20", "超过 20 行时也列出每一行"))
  static let hint = Option(
    name: "hint", value: "1|2|3", choices: CheckReport.Hint.words,
    help: Phrase(
      "show less: 1 where, 2 also which rule, 3 also the correct line",
      "减少提示：1 只指出错处，2 再提示规则，3 再给出正确算式"))
  static let only = Option(
    name: "only", value: "PHASE|ID,…",
    help: Phrase(
      "only these phases (given, forward, error, backward, update, after), ids or symbols",
      "只显示这些阶段（given、forward、error、backward、update、after）、标识（id）或符号"))
  static let step = Option(
    name: "step",
    help: Phrase(
      "one step at a time in the terminal, with the network (keys ← →)",
      "在终端里逐步查看，并画出网络（按 ← → 键）"))
  static let detail = Option(
    name: "detail", value: "HOW", choices: Detail.words,
    help: Phrase("results, steps or full (default steps)", "results、steps 或 full（默认 steps）"))
  static let outputFile = Option(
    name: "output", letter: "o", value: "FILE",
    help: Phrase("write to FILE (never leaves a partial file)", "写入 FILE（失败时不留下残缺文件）"))
  static let force = Option(
    name: "force",
    help: Phrase(
      "replace files that are there: mark books, slips, worksheets, pictures",
      "覆盖已有的成绩表、批改单、练习纸和图"))
  static let standalone = Option(
    name: "standalone",
    help: Phrase("a whole TeX file, not a fragment", "完整的 TeX 文件，而非片段"))
  static let diagram = Option(
    name: "diagram",
    help: Phrase(
      "also write the network diagram, as a separate file next to FILE (Markdown)",
      "另存网络图，放在 FILE 旁边（用于 Markdown）"))
  static let matrix = Option(
    name: "matrix",
    help: Phrase(
      "add the matrix form of each layer's rules, with its numbers", "附上每层公式的矩阵形式及其数值"))
  static let withGradcheck = Option(
    name: "with-gradcheck",
    help: Phrase(
      "show central differences beside the gradients", "附中心差分，与梯度对照"))
  static let exportDetail = Option(
    name: "detail", value: "HOW", choices: Detail.words,
    help: Phrase("results, steps or full (default full)", "results、steps 或 full（默认 full）"))
  static let activation = Option(
    name: "activation", value: "NAME", choices: Activation.words,
    help: Phrase(
      "activation function of the layers (default sigmoid)", "各层的激活函数（默认 sigmoid）"))
  static let loss = Option(
    name: "loss", value: "NAME", choices: Loss.words,
    help: Phrase("loss (default half-squared-error)", "损失函数（默认 half-squared-error）"))
  static let weightSeed = Option(
    name: "seed", value: "N",
    help: Phrase("redraw the random weights, using seeds from this one on", "从这个种子开始重新生成随机权重"))
  static let seed = Option(
    name: "seed", value: "N", help: Phrase("seed of the random numbers", "随机数种子"))
}
