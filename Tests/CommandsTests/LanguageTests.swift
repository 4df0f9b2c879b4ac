import CommandTestSupport
import Commands
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// What is said in which language, and what does not depend on it.
struct LanguageTests {
  private static let chinese = Surroundings(environment: ["LC_ALL": "zh_CN.UTF-8"])

  @Test(arguments: Example.all.map(\.name))
  func `data is the same in every language`(_ name: String) {
    for command in [
      ["trace", name, "--format", "json"], ["trace", name, "--format", "csv"],
      ["export", name, "--to", "json"], ["export", name, "--to", "csv"],
      ["train", name, "--epochs", "3", "--format", "json"],
    ] {
      let english = run(command)
      let chinese = run(command, in: Self.chinese)
      #expect(english.output == chinese.output, "\(command)")
      #expect(!english.output.isEmpty)
    }
  }

  @Test func `the report of a check as data is, too`() throws {
    let folder = TemporaryFolder()
    let sheet = try folder.write("out_o1 = 0.7514\nδ_o1 = 0.7414\n", "anna.txt")
    for format in ["json", "csv"] {
      let command = ["check", "mazur", sheet, "--format", format]
      #expect(run(command).output == run(command, in: Self.chinese).output)
    }
    // Who asks for Chinese gets it.
    let asked = run("check", "mazur", sheet, "--format", "json", "--lang", "zh").output
    #expect(asked.contains("漏乘激活函数的导数"))
  }

  @Test(arguments: ["zh", "zh-CN", "zh_CN", "zh-Hans", "zh_CN.UTF-8", "cn", "CN", "ZH", "中文"])
  func `Chinese goes by many names`(_ name: String) {
    #expect(run("help", "--lang", name).output == run("help", "--lang", "zh").output)
    #expect(run("help", "--lang=\(name)").code == 0)
  }

  @Test(arguments: ["en", "en-US", "en_GB.UTF-8", "English"])
  func `so does English`(_ name: String) {
    let help = run(["help", "--lang", name], in: Self.chinese)
    #expect(help.output == run("help").output)
  }

  @Test(arguments: ["fr", "", "zhh", "e"])
  func `no other word is a language`(_ name: String) {
    #expect(run("help", "--lang", name).code == 2)
  }

  @Test func `what is told of an unknown option is true`() {
    for (line, page) in [
      (["train", "mazur", "--bitch", "3"], "train"), (["--qqqqqq", "export", "xor"], "export"),
      (["trace", "--qqqqqq"], "trace"),
    ] {
      let result = run(line)
      #expect(result.code == 2)
      #expect(result.error.contains("'backprop help \(page)'"), "\(result.error)")
    }
    #expect(run("--qqqqqq").error.contains("'backprop help COMMAND'"))
  }

  @Test func `a Chinese document is Chinese to its first line`() {
    let tex = run("export", "xor", "--to", "tex", "--standalone", "--lang", "zh").output
    #expect(tex.hasPrefix("% 请用 xelatex 编译\n"))
    #expect(run("train", "xor", "--lang", "zh").output.contains("梯度下降"))
    #expect(run("trace", "perceptron", "--lang", "zh").output.contains("（阶跃函数）"))
    #expect(run("trace", "mango", "--lang", "zh").output.contains("（大而黄）"))
    #expect(run("train", "adam", "--lang", "zh").output.contains("（小批量）"))
    #expect(run("new", "2-2-1", "--lang", "zh").output.contains("我的 2-2-1 网络"))
    #expect(run("worksheet", "--random", "2-2-1", "--lang", "zh").output.contains("第 1 号"))
    #expect(run("examples", "circle", "--lang", "zh").output.contains("圆环数据，40 个样本"))
  }

  @Test(arguments: Example.all.map(\.name))
  func `an example has the same numbers and names of nodes in both languages`(
    _ name: String
  ) throws {
    let example = try #require(Example.named(name))
    let (english, chinese) = (
      try networkFile(example.source()), try networkFile(example.source(in: .chinese))
    )
    #expect(english.network == chinese.network && english.training == chinese.training)
    #expect(english.samples.map(\.inputs) == chinese.samples.map(\.inputs))
    #expect(english.samples.map(\.targets) == chinese.samples.map(\.targets))
    #expect(!example.source().contains("«") && !example.source(in: .chinese).contains("«"))
    for sample in chinese.samples {
      #expect(
        sample.name.map { $0.unicodeScalars.contains { $0.value > 0x7F } } ?? true
          || name == "remainder")
    }
  }

  @Test(arguments: Example.all.map(\.name), ["md", "html", "txt"])
  func `in Chinese, mathematics stands apart from punctuation`(_ name: String, _ format: String) {
    let document = run("export", name, "--lang", "zh", "--to", format).output
    guard format == "md" else { return #expect(!document.contains("_{")) }
    let parts = document.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    // Inline formulas are the odd parts of one line.
    for (n, part) in parts.enumerated() where n % 2 == 1 && !part.isEmpty && !part.contains("\n") {
      let (before, after) = (parts[n - 1].last, parts[n + 1].first)
      #expect(before == nil || before == " " || before == "\n", "\(part)")
      #expect(after == nil || after == " " || after == "\n", "\(part)")
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `braces of TeX stand nowhere but in TeX`(_ name: String) {
    for command in [
      ["trace", name], ["trace", name, "--format", "json"], ["export", name, "--to", "svg"],
    ] {
      #expect(!run(command).output.contains("_{"), "\(command)")
    }
  }
}
