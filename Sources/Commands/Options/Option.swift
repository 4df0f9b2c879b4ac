internal import Derivations
internal import Documents
internal import Phrases
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
  var isRepeatable = false
  let help: Phrase

  var spelling: String { letter.map { "-\($0)" } ?? "--\(name)" }
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
    help: Phrase("letters, labels and the sign of δ", "记号：字母、编号和 δ 的符号"))
  static let language = Option(
    name: "lang", value: "en|zh", choices: Language.words,
    help: Phrase("language (else of the environment)", "语言（默认取自环境变量）"))
  static let digits = Option(
    name: "digits", value: "N",
    help: Phrase("show N significant digits, 1 to 17 (default 6)", "显示 N 位有效数字，1 到 17（默认 6）"))
  static let decimals = Option(
    name: "decimals", value: "N",
    help: Phrase("show N decimal places, 0 to 17", "显示小数点后 N 位，0 到 17"))
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
    help: Phrase("columns to fill (else the terminal's, or 80)", "输出宽度（默认为终端宽度，否则 80）"))
  static let help = Option(name: "help", help: Phrase("show help", "显示帮助"))
  static let version = Option(name: "version", help: Phrase("show the version", "显示版本"))

  static let everywhere = [
    notation, language, digits, decimals, roundAsYouGo, color, ascii, width, help, version,
  ]

  // MARK: The numbers of a file, changed without editing it

  static let sample = Option(
    name: "sample", value: "N",
    help: Phrase("take sample N (default 1)", "使用第 N 个样本（默认 1）"))
  static let inputs = Option(
    name: "inputs", value: "0.05,0.10",
    help: Phrase("inputs in place of the sample's", "代替样本的输入"))
  static let targets = Option(
    name: "targets", value: "0.01,0.99",
    help: Phrase("targets in place of the sample's", "代替样本的目标值"))
  static let learningRate = Option(
    name: "learning-rate", value: "0.5",
    help: Phrase("learning rate in place of the file's", "代替文件中的学习率"))
  static let set = Option(
    name: "set", value: "ID=NUMBER", isRepeatable: true,
    help: Phrase("change one number: 'w[h1,i1]=0.2'", "改一个数：'w[h1,i1]=0.2'"))

  static let overrides = [sample, inputs, targets, learningRate, set]

  // MARK: Of single commands

  static let format = Option(
    name: "format", value: "FORMAT", choices: ReportFormat.words,
    help: Phrase("table, json or csv (default table)", "table、json 或 csv（默认 table）"))
  static let epochs = Option(
    name: "epochs", value: "N",
    help: Phrase("go through all samples N times", "把全部样本训练 N 轮"))
  static let until = Option(
    name: "until", value: "LOSS",
    help: Phrase("stop once the loss over all samples is at most LOSS", "全部样本上的误差不超过 LOSS 时停止"))
  static let traceStep = Option(
    name: "trace-step", value: "N",
    help: Phrase("show every number of step N", "展示第 N 步的每一个数"))
  static let plot = Option(
    name: "plot", value: "FILE.svg",
    help: Phrase(
      "draw the loss, and what the network makes of one or two inputs", "画出误差曲线，以及网络对一两个输入的结果"))
  static let save = Option(
    name: "save", value: "FILE",
    help: Phrase("write the trained network as a file", "把训练好的网络写成文件"))
  static let samples = Option(
    name: "samples", value: "N",
    help: Phrase("so many samples of a data set (default 40)", "数据集的样本数（默认 40）"))
  static let worksheetTo = Option(
    name: "to", value: "FORMAT", choices: WorksheetFormat.words,
    help: Phrase(
      "md, csv, txt, or for paper html, tex (else by FILE's ending)",
      "md、csv、txt，或用于打印的 html、tex（默认按扩展名）"))
  static let blank = Option(
    name: "blank", value: "all|PHASE|ID,…",
    help: Phrase(
      "leave only these phases or ids to the reader (default all)", "只留出这些阶段或编号（默认全部）"))
  static let formulas = Option(
    name: "formulas", help: Phrase("with the formula of each cell", "给出每格的公式"))
  static let key = Option(name: "key", help: Phrase("with the answers", "给出答案"))
  static let random = Option(
    name: "random", value: "SHAPE",
    help: Phrase(
      "make a network, 2-2-1, on which every usual mistake shows", "生成一个网络（如 2-2-1），常见错误都会显现"))
  static let roster = Option(
    name: "roster", value: "NAMES.csv",
    help: Phrase("a sheet for each name, into the folder of -o", "为名单上每人各出一份，写入 -o 的目录"))
  static let carried = Option(
    name: "carried", value: "0|half|full", choices: CarriedCredit.words,
    help: Phrase(
      "what an answer earns that follows from a mistake (default full)", "承前之误的格子得几分（默认 full）"))
  static let marks = Option(
    name: "marks", value: "FILE.csv", help: Phrase("write the mark book", "写出成绩表"))
  static let slips = Option(
    name: "slips", value: "FOLDER",
    help: Phrase("write a slip for each student", "为每个学生写一张批改单"))
  static let hint = Option(
    name: "hint", value: "1|2|3", choices: CheckReport.Hint.words,
    help: Phrase(
      "tell less: 1 where, 2 which rule, 3 the right line", "少说一些：1 位置，2 规则，3 整行"))
  static let only = Option(
    name: "only", value: "PHASE|ID,…",
    help: Phrase(
      "only these phases (given, forward, error, backward, update, after) or ids",
      "只显示这些阶段（given、forward、error、backward、update、after）或编号"))
  static let detail = Option(
    name: "detail", value: "HOW", choices: Detail.words,
    help: Phrase("results, steps or full (default steps)", "results、steps 或 full（默认 steps）"))
  static let to = Option(
    name: "to", value: "FORMAT", choices: ExportFormat.words,
    help: Phrase(
      "md, html, tex, txt, json, csv or svg (else by FILE's ending)",
      "md、html、tex、txt、json、csv 或 svg（默认按扩展名）"))
  static let outputFile = Option(
    name: "output", letter: "o", value: "FILE",
    help: Phrase("write to FILE, whole or not at all", "写入文件；要么完整写入，要么不写"))
  static let standalone = Option(
    name: "standalone",
    help: Phrase("a whole TeX file, not a fragment", "完整的 TeX 文件，而非片段"))
  static let diagram = Option(
    name: "diagram",
    help: Phrase(
      "Markdown with the network's picture, written beside FILE", "Markdown 附网络图，图写在同一目录下"))
  static let withGradcheck = Option(
    name: "with-gradcheck",
    help: Phrase(
      "with central differences beside the gradients", "附中心差分，与梯度对照"))
  static let exportDetail = Option(
    name: "detail", value: "HOW", choices: Detail.words,
    help: Phrase("results, steps or full (default full)", "results、steps 或 full（默认 full）"))
  static let weightSeed = Option(
    name: "seed", value: "N",
    help: Phrase("draw the random weights anew, from seed N on", "用种子 N 起重新抽取随机权重"))
  static let seed = Option(
    name: "seed", value: "N", help: Phrase("seed of the random numbers", "随机数种子"))
}
