import CommandTestSupport
import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The command line: where options may stand, what they change, exit codes and streams.
struct CommandTests {
  @Test func `options stand anywhere and in both forms`() {
    let plain = run("trace", "xor", "--sample", "2", "--digits", "4").output
    #expect(run("--sample=2", "trace", "--digits", "4", "xor").output == plain)
    #expect(run("trace", "--digits=4", "--sample=2", "--", "xor").output == plain)
    #expect(run("trace", "xor").output != plain)
  }

  @Test(arguments: Example.all.map(\.name))
  func `the same command gives the same bytes`(_ name: String) {
    for arguments in [["trace", name], ["trace", name, "--format", "json"], ["examples", name]] {
      let first = run(arguments)
      #expect(first.code == 0)
      #expect(first.error.isEmpty)
      #expect(run(arguments).output == first.output)
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `an example that is printed and traced is the example`(_ name: String) {
    let source = run("examples", name).output
    #expect(run("trace", "-", input: source).output == run("trace", name).output)
  }

  @Test func `numbers are changed without editing`() {
    let source = Example.named("mazur")?.source() ?? ""
    let edited = source.replacing("0.15, 0.20", with: "0.15, 0.3").replacing(
      "learningRate: 0.5", with: "learningRate: 1"
    ).replacing("inputs: [0.05, 0.10]", with: "inputs: [0.5, 0.10]").replacing(
      "targets: [0.01, 0.99]", with: "targets: [0, 1]")
    let changed = run(
      "trace", "mazur", "--set", "w[h1,i2]=0.3", "--learning-rate", "1", "--inputs", "0.05,0.10",
      "--set", "x[i1]=0.5", "--targets", "0,1")
    #expect(changed.code == 0)
    #expect(changed.output == run("trace", "-", input: edited).output)
  }

  @Test func `thresholds are set as thresholds`() {
    let biases = run("trace", "han-kamber", "--set", "b[4]=0.25", "--format", "csv").lines
    let thresholds = run(
      "trace", "han-kamber", "--notation", "zhou", "--set", "threshold[4]=-0.25", "--format",
      "csv"
    ).lines
    func net(_ lines: [Substring]) -> Substring? {
      lines.first { $0.hasPrefix("net[4]") }?.split(separator: ",").last
    }
    #expect(net(biases) == net(thresholds))
    #expect(net(biases) == "-0.04999999999999999")
  }

  @Test func `only some steps`() {
    let lines = run("trace", "mazur", "--only", "error,w[h1,i1],delta[o2]", "--format", "csv").lines
    let ids = lines.dropFirst().map { line in
      line.hasPrefix("\"") ? line.dropFirst().prefix { $0 != "\"" } : line.prefix { $0 != "," }
    }
    #expect(ids == ["w[h1,i1]", "E[o1]", "E[o2]", "E", "delta[o2]"])
  }

  @Test(
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
      (["NO_COLOR": ""], true, true), (["CLICOLOR_FORCE": "1"], false, true),
      (["CLICOLOR_FORCE": "0"], false, false), (["CLICOLOR_FORCE": "0"], true, true),
      (["TERM": "dumb"], true, false), (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      (["TERM": "dumb", "CLICOLOR_FORCE": "1"], false, true),
    ] as [([String: String], Bool, Bool)])
  func `colour follows the environment`(
    _ environment: [String: String], _ isTerminal: Bool, _ isColored: Bool
  ) {
    let trace = run(["trace", "mango"], environment: environment, isTerminal: isTerminal)
    #expect(trace.output.contains("\u{1B}") == isColored)
    for format in ["json", "csv"] {
      let data = run("trace", "mango", "--format", format, "--color", "always")
      #expect(!data.output.contains("\u{1B}"))
    }
    let never = run(["trace", "mango", "--color", "never"], environment: environment)
    #expect(!never.output.contains("\u{1B}"))
  }

  @Test func `the language is that of the option, else of the environment`() {
    let chinese = ["LANG": "zh_CN.UTF-8"]
    let page = run("trace", "xor", environment: chinese).output
    #expect(page.contains("反向传播") && !page.contains("Backward"))
    #expect(run("trace", "xor", "--lang", "en", environment: chinese).output.contains("Backward"))
    #expect(run("trac", environment: chinese).error.contains("未知的命令"))
    #expect(run("trac", "--lang=zh").error.contains("未知的命令"))
  }

  @Test func `help and version go to standard output`() {
    for arguments in [
      ["help"], ["--help"], ["help", "trace"], ["trace", "--help"], ["--version"],
    ] {
      let result = run(arguments)
      #expect(result.code == 0)
      #expect(!result.output.isEmpty)
      #expect(result.error.isEmpty)
    }
    #expect(run("trace", "--help").output == run("help", "trace").output)
  }

  @Test(arguments: ["en", "zh"])
  func `help shows a network file that is one, with every key and word`(_ language: String) throws {
    let page = run("help", "file", "--lang", language).output
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "{"))
    let end = try #require(lines.firstIndex(of: "}"))
    let file = try networkFile(lines[start...end].joined(separator: "\n"))
    #expect(file.training.epochs == 100 && file.network.layers.count == 2)
    let keys = [
      "title", "notation", "inputs", "layers", "loss", "learningRate", "samples", "optimizer",
      "weightDecay", "epochs", "batchSize", "batchLoss", "shuffle", "neurons", "activation",
      "weights", "bias", "biases", "thresholds", "frozen", "name", "targets", "random", "scale",
      "seed",
    ]
    for key in keys { #expect(page.contains(key + ":"), "\(key)") }
    for word in ["leaky-relu", "huber", "rmsprop (decay, epsilon)", "he", "sum", "nielsen"] {
      #expect(page.contains(word), "\(word)")
    }
  }

  @Test(arguments: [[], ["train"], ["export"], ["worksheet"], ["check"], ["notations"], ["file"]])
  func `help fits into the window`(_ topic: [String]) {
    for width in [60, 80] {
      let page = run(["help"] + topic + ["--width", "\(width)"])
      #expect(page.code == 0)
      let isSample = topic == ["file"] && width < 80
      #expect(isSample || page.lines.allSatisfy { $0.count <= width }, "\(topic) \(width)")
    }
    #expect(run("examples").lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `help lists every command and option there is`() {
    let overview = run("help").output
    for command in ["trace", "new", "examples", "completions", "help"] {
      #expect(overview.contains("  \(command) "))
      let page = run("help", command)
      #expect(page.code == 0)
      #expect(page.output.hasPrefix("backprop \(command)"))
    }
    for option in ["--notation", "--digits", "--set", "--only", "--detail", "--round-as-you-go"] {
      #expect(run("help", "trace").output.contains("  \(option)"))
    }
    for topic in ["notations", "glossary"] {
      #expect(run("help", topic, "--lang", "zh").code == 0)
    }
    let notations = run("help", "notations").output
    for name in Notation.names {
      #expect(notations.contains(name))
    }
  }

  @Test func `what is given is shown exactly, however few digits are asked for`() {
    let adam = """
      {inputs: 1, layers: [{weights: [[1]]}], optimizer: {kind: "adam"}, weightDecay: 0.0125,
       samples: [{inputs: [1], targets: [0]}]}
      """
    let trace = run("trace", "-", "--digits", "2", "--detail", "full", input: adam).output
    #expect(trace.contains("0.999·0 + (1 − 0.999)"))
    #expect(trace.contains("1e-8"))
    #expect(trace.contains("0.0125·1"))
    #expect(run("trace", "-", "--decimals", "0", input: adam).output.contains("η = 0.5\n"))
  }

  @Test func `a threshold of 0 has no minus`() {
    let network =
      "{inputs: 1, layers: [{weights: [[1]], thresholds: [0]}, {weights: [[1]], thresholds: [0.0]}], samples: [{inputs: [1], targets: [0]}]}"
    for notation in ["documents", "zhou"] {
      let trace = run("trace", "-", "--notation", notation, input: network).output
      #expect(!trace.contains("-0 "))
      #expect(!trace.contains("(-0)"))
      #expect(!trace.contains("-0.0 "))
    }
  }

  @Test func `a loss that is not gone is not told to be`() {
    let network =
      "{inputs: 1, layers: [{weights: [[1]], activation: 'identity'}], learningRate: 0.999, samples: [{inputs: [1], targets: [0]}]}"
    let trace = run("trace", "-", input: network).output
    #expect(trace.contains("more than 99.9% less"))
    #expect(!trace.contains("100%"))
  }

  @Test func `white space of Chinese keyboards is white space`() {
    let network =
      "{inputs\u{3000}:\u{A0}1\u{3000}, layers: [{weights: [[1\u{3000}]]}], samples: [{inputs: [1\u{A0}]}]}"
    #expect(run("trace", "-", input: network).code == 0)
  }

  @Test func `a phase that is not there is said to be missing`() {
    let network = "{inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    let result = run("trace", "-", "--only", "backward", input: network)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("--targets"))
  }
}
