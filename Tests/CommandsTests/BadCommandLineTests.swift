import CommandTestSupport
import TestSupport
import Testing

/// A command line with one mistake, what the message names, and what it begins with.
struct BadLine: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let fragment: String
  let place: String

  init(_ arguments: [String], _ fragment: String, at place: String = "backprop: ") {
    (self.arguments, self.fragment, self.place) = (arguments, fragment, place)
  }

  /// An option of `trace mazur`.
  static func mazur(_ arguments: String..., says fragment: String) -> BadLine {
    BadLine(["trace", "mazur"] + arguments, fragment)
  }

  var testDescription: String { arguments.joined(separator: " ").debugDescription }
}

/// Every mistake in a command line ends with code 2 and one line that says what it is and what to
/// write instead.
struct BadCommandLineTests {
  /// Commands and operands.
  @Test(arguments: BadLine.words)
  func words(line: BadLine) { expectRefusal(line) }

  /// Options and the values that they take.
  @Test(arguments: BadLine.options)
  func options(line: BadLine) { expectRefusal(line) }

  /// A wrong value is refused whatever the format and the command, also where it changes nothing.
  @Test(arguments: BadLine.idle)
  func idle(line: BadLine) { expectRefusal(line) }

  /// Numbers changed on the command line, and ids.
  @Test(arguments: BadLine.numbers)
  func numbers(line: BadLine) { expectRefusal(line) }

  /// Targets given on the command line suit the loss as those in a file do.
  @Test(arguments: [
    ["--targets", "1.5"], ["--targets", "-0.1"], ["--set", "t[2]=2"], ["--set=t[2]=-1e-9"],
  ])
  func targetsOfBinaryCrossEntropy(options: [String]) {
    let network = """
      { inputs: 1, layers: [{ weights: [[1]] }], loss: "binary-cross-entropy",
        samples: [{ inputs: [1], targets: [1] }] }
      """
    let result = run(["trace", "-"] + options, input: Array(network.utf8))
    expectRefusal(result, at: "backprop: ", "from 0 to 1")
  }

  /// The same mistakes are told in Chinese.
  @Test(
    arguments: (BadLine.words + BadLine.options + BadLine.numbers).filter {
      !$0.arguments.contains("--lang")
    })
  func chinese(line: BadLine) {
    let result = run(line.arguments, environment: ["LANG": "zh_CN.UTF-8"])
    expectRefusal(result, at: line.place, "", remedy: "；")
  }

  private func expectRefusal(_ line: BadLine) {
    expectRefusal(run(line.arguments), at: line.place, line.fragment)
  }

  private func expectRefusal(
    _ result: Run, at place: String, _ fragment: String, remedy: String = "; "
  ) {
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix(place), "\(result.error)")
    #expect(fragment.isEmpty || result.error.contains(fragment), "\(result.error)")
    #expect(result.error.contains(remedy), "\(result.error)")
    #expect(result.error.filter(\.isNewline) == "\n" && result.error.hasSuffix("\n"))
    #expect(!result.error.unicodeScalars.contains { $0 < " " && $0 != "\n" })
  }
}

extension BadLine {
  /// Commands, operands, files.
  static let words: [BadLine] = [
    BadLine([], "no command"),
    BadLine(["trase", "mazur"], "did you mean 'trace'?"),
    BadLine(["Trace", "mazur"], "did you mean 'trace'?"),
    BadLine(["frobnicate"], "use one of"),
    BadLine([""], "unknown command ''"),
    BadLine(["-", "trace"], "unknown command '-'"),
    BadLine(["tra\u{1B}[2J"], "\\u{001B}"),
    BadLine(["trace"], "needs a network"),
    BadLine(["trace", "--"], "needs a network"),
    BadLine(["trace", "mazur", "xor"], "unexpected argument 'xor'"),
    BadLine(["trace", "mazur", "--", "--digits"], "unexpected argument '--digits'"),
    BadLine(["trace", "mazr"], "did you mean 'mazur'?", at: "backprop: mazr: "),
    BadLine(["trace", "--", "--mazur"], "no such file", at: "backprop: --mazur: "),
    BadLine(["trace", "no such network"], "no such file", at: "backprop: no such network: "),
    BadLine(["trace", ""], "no such file", at: "backprop: : "),
    BadLine(["trace", "a\u{0}b"], "no such file", at: "backprop: a\\u{0000}b: "),
    BadLine(["trace", "/"], "directory", at: "backprop: /: "),
    BadLine(["trace", "."], "directory", at: "backprop: .: "),
    BadLine(["trace", "/dev/null/x"], "cannot be read", at: "backprop: /dev/null/x: "),
    BadLine(["trace", "/dev/null"], "empty", at: "/dev/null:1:1: "),
    BadLine(["trace", "-"], "empty", at: "-:1:1: "),
    BadLine(["new"], "needs SHAPE"),
    BadLine(["new", "3-4-2", "2-2"], "unexpected argument '2-2'"),
    BadLine(["new", ""], "is not a valid shape"),
    BadLine(["new", "3"], "'3' is not a valid shape"),
    BadLine(["new", "3x4x2"], "'3x4x2' is not a valid shape"),
    BadLine(["new", "3-4-"], "'3-4-' is not a valid shape"),
    BadLine(["new", "3--2"], "'3--2' is not a valid shape"),
    BadLine(["new", "0-1"], "'0-1' is not a valid shape"),
    BadLine(["new", "3-0"], "'3-0' is not a valid shape"),
    BadLine(["new", "2-101"], "'2-101' is not a valid shape"),
    BadLine(["new", "2.5-1"], "'2.5-1' is not a valid shape"),
    BadLine(["new", "2-+1"], "'2-+1' is not a valid shape"),
    BadLine(["new", "2- 1"], "'2- 1' is not a valid shape"),
    BadLine(["new", "99999999999999999999-1"], "is not a valid shape"),
    BadLine(["new", Array(repeating: "100", count: 11).joined(separator: "-")], "1000"),
    BadLine(["new", "--", "-3-2"], "'-3-2' is not a valid shape"),
    BadLine(["examples", "mazr"], "did you mean 'mazur'?"),
    BadLine(["examples", "no such"], "no example 'no such'"),
    BadLine(["examples", "mazur", "xor"], "unexpected argument 'xor'"),
    BadLine(["help", "tracee"], "did you mean 'trace'?"),
    BadLine(["help", "nothing at all"], "no help on"),
    BadLine(["help", "trace", "new"], "unexpected argument 'new'"),
    BadLine(["completions"], "needs"),
    BadLine(["completions", "bsh"], "did you mean 'bash'?"),
    BadLine(["completions", "powershell"], "'powershell'"),
  ]

  /// Options and their values.
  static let options: [BadLine] = [
    .mazur("--formt", "json", says: "did you mean '--format'?"),
    .mazur("--form", "json", says: "'--form'"),
    .mazur("--Digits=3", says: "did you mean '--digits'?"),
    .mazur("-x", says: "unknown option '-x'"),
    .mazur("-digits", "3", says: "did you mean '--digits'?"),
    .mazur("---digits", "3", says: "'---digits'"),
    .mazur("--=3", says: "unknown option '--'"),
    .mazur("--frobnicate=1", says: "unknown option '--frobnicate'"),
    .mazur("--seed", "3", says: "'trace' has no option '--seed'"),
    BadLine(["new", "2-2", "--format", "json"], "'new' has no option '--format'"),
    BadLine(["help", "--only", "E"], "'help' has no option '--only'"),
    .mazur("--digits", "3", "--digits", "4", says: "'--digits' is given twice"),
    .mazur("--digits=3", "--digits", "3", says: "'--digits' is given twice"),
    .mazur("--ascii", "--ascii", says: "'--ascii' is given twice"),
    .mazur("--digits", says: "'--digits' needs a value"),
    .mazur("--set", says: "'--set' needs a value"),
    .mazur("--notation", says: "'--notation' needs a value"),
    .mazur("--digits", "0", says: "from 1 to 17"),
    .mazur("--digits", "18", says: "from 1 to 17"),
    .mazur("--digits", "x", says: "'x' is not a valid value for '--digits'"),
    .mazur("--digits", "3.5", says: "from 1 to 17"),
    .mazur("--digits=-3", says: "from 1 to 17"),
    .mazur("--digits=", says: "from 1 to 17"),
    .mazur("--digits", "99999999999999999999", says: "from 1 to 17"),
    .mazur("--digits", "６", says: "from 1 to 17"),
    .mazur("--decimals", "18", says: "from 0 to 17"),
    .mazur("--decimals", "-1", says: "from 0 to 17"),
    .mazur("--decimals", "two", says: "from 0 to 17"),
    .mazur("--digits", "3", "--decimals", "3", says: "cannot be used together"),
    .mazur("--lang", "fr", says: "use one of en, zh"),
    .mazur("--lang", "", says: "use one of en, zh"),
    .mazur("--color", "alwys", says: "did you mean 'always'?"),
    .mazur("--color", "chartreuse", says: "use one of auto, always, never"),
    .mazur("--notation", "neilsen", says: "did you mean 'nielsen'?"),
    .mazur("--notation", "roman", says: "use one of"),
    .mazur("--format", "jsn", says: "did you mean 'json'?"),
    .mazur("--format", "pdf", says: "'--format'"),
    .mazur("--detail", "ful", says: "did you mean 'full'?"),
    .mazur("--detail", "everything", says: "use one of results, steps, full"),
    .mazur("--width", "3", says: "from 20 to"),
    .mazur("--width", "19", says: "from 20 to"),
    .mazur("--width", "10001", says: "from 20 to"),
    .mazur("--width", "wide", says: "'wide'"),
    .mazur("--ascii=1", says: "'--ascii' takes no value"),
    .mazur("--ascii=", says: "'--ascii' takes no value"),
    .mazur("--round-as-you-go=yes", says: "'--round-as-you-go' takes no value"),
    .mazur("--help=1", says: "'--help' takes no value"),
    BadLine(["--version=1"], "'--version' takes no value"),
    BadLine(["new", "2-2", "--seed", "-1"], "≥ 0"),
    BadLine(["new", "2-2", "--seed", "x"], "'x' is not a valid value for '--seed'"),
    BadLine(["trace", "mango", "--notation", "zhou"], "exactly one hidden layer"),
    BadLine(["trace", "relu-softmax", "--notation=zhou"], "exactly one hidden layer"),
  ]

  /// Values of options that the command at hand has no use for.
  static let idle: [BadLine] = [
    .mazur("--format", "json", "--detail", "ful", says: "did you mean 'full'?"),
    .mazur("--format", "csv", "--detail", "ful", says: "did you mean 'full'?"),
    .mazur("--only", "E", "--detail", "ful", says: "did you mean 'full'?"),
    .mazur("--format", "json", "--width", "3", says: "from 20 to"),
    .mazur("--format", "json", "--color", "alwys", says: "did you mean 'always'?"),
    BadLine(["examples", "--digits", "0"], "from 1 to 17"),
    BadLine(["examples", "--notation", "roman"], "use one of"),
    BadLine(["new", "2-2", "--decimals", "x"], "from 0 to 17"),
    BadLine(["help", "--width", "1"], "from 20 to"),
    BadLine(["completions", "bash", "--lang", "fr"], "use one of"),
  ]

  /// Samples, numbers and ids.
  static let numbers: [BadLine] = [
    .mazur("--sample", "0", says: "≥ 1"),
    .mazur("--sample", "x", says: "'x' is not a valid value for '--sample'"),
    .mazur("--sample", "1.5", says: "'1.5' is not a valid value for '--sample'"),
    .mazur("--sample", "9", says: "no sample 9"),
    .mazur("--sample", "9223372036854775807", says: "no sample 9223372036854775807"),
    .mazur("--sample", "9223372036854775808", says: "'--sample'"),
    .mazur("--inputs", "1", says: "1 input for a network that takes 2"),
    .mazur("--inputs", "1,2,3", says: "3 inputs for a network that takes 2"),
    .mazur("--inputs", "", says: "''"),
    .mazur("--inputs", "a,b", says: "'a' in '--inputs' is not a number"),
    .mazur("--inputs", "1,,2", says: "'' in '--inputs' is not a number"),
    .mazur("--inputs", "1;2", says: "'1;2' in '--inputs' is not a number"),
    .mazur("--inputs", "NaN,0", says: "'NaN' in '--inputs'"),
    .mazur("--inputs", "inf,0", says: "'inf' in '--inputs'"),
    .mazur("--inputs", "0x1p3,0", says: "'0x1p3' in '--inputs'"),
    .mazur("--inputs", "1e999,0", says: "'1e999' in '--inputs'"),
    .mazur("--inputs", "--targets", says: "'--targets' in '--inputs'"),
    .mazur("--targets", "1", says: "1 target for a network with 2 outputs"),
    .mazur("--targets", "1,2,3", says: "3 targets for a network with 2 outputs"),
    .mazur("--targets", "1,[2,3]", says: "'[2,3]' in '--targets'"),
    .mazur("--targets", "1,01", says: "'01' in '--targets'"),
    .mazur("--learning-rate", "-1", says: "≥ 0"),
    .mazur("--learning-rate", "x", says: "'x' in '--learning-rate'"),
    .mazur("--learning-rate", "NaN", says: "'NaN' in '--learning-rate'"),
    .mazur("--learning-rate", "1/2", says: "'1/2' in '--learning-rate'"),
    .mazur("--learning-rate=", says: "'' in '--learning-rate'"),
    .mazur("--set", "w[h1,i1]", says: "'w[h1,i1]' does not set a number"),
    .mazur("--set", "", says: "'' does not set a number"),
    .mazur("--set", "=1", says: "'' in '--set' is not a quantity"),
    .mazur("--set", "w[h1,i1]=", says: "'' in '--set' is not a number"),
    .mazur("--set", "w[h1,i1]=x", says: "'x' in '--set' is not a number"),
    .mazur("--set", "w[h1,i1]=1e999", says: "'1e999' in '--set'"),
    .mazur("--set", "w[h1,i3]=1", says: "did you mean 'w[h1,i1]'?"),
    .mazur("--set", "net[h1]=1", says: "'net[h1]' in '--set'"),
    .mazur("--set", "new.w[h1,i1]=1", says: "'new.w[h1,i1]' in '--set'"),
    .mazur("--set", "E=1", says: "'E' in '--set'"),
    .mazur("--set", "b[h1]=1", says: "'b[h1]' in '--set'"),
    .mazur("--set", "threshold[layer 1]=1", says: "'threshold[layer 1]' in '--set'"),
    .mazur("--set", "w[h1,i1]=1", "--set", "w[h1,i1]=2", says: "'w[h1,i1]' is set twice"),
    .mazur("--set", "x[i1]=1", "--set= x[i1] = 1", says: "'x[i1]' is set twice"),
    .mazur("--only", "forwrd", says: "did you mean 'forward'?"),
    .mazur("--only", "w[h1,i9]", says: "'w[h1,i9]' in '--only'"),
    .mazur("--only", "nothing like an id", says: "lists all ids"),
    .mazur("--only", "", says: "'' in '--only'"),
    .mazur("--only", "forward,,E", says: "'' in '--only'"),
    .mazur("--only", "forward;E", says: "'forward;E' in '--only'"),
    BadLine(["trace", "relu-softmax", "--targets", "0.5,0.6,0"], "sum to 1.1"),
    BadLine(["trace", "relu-softmax", "--targets", "1.5,-0.5,0"], "≥ 0"),
    BadLine(["trace", "relu-softmax", "--set", "t[8]=0.5"], "sum to 1.5"),
  ]
}
