import CommandTestSupport
import Foundation
import NetworkFiles
import TestSupport
import Testing

/// What is too large is refused with its size and the limit, before anything is allocated for it.
struct LimitTests {
  private let folder = TemporaryFolder()

  /// A network of a shape with random weights, on so many samples.
  private func network(
    _ shape: [Int], samples: Int = 1, activation: String = "sigmoid", extra: String = ""
  ) -> String {
    let layers = shape.dropFirst().map {
      "{ neurons: \($0), activation: \"\(activation)\", weights: { random: \"xavier\" } }"
    }
    let numbers = Array(repeating: "0.1", count: shape[0]).joined(separator: ",")
    let targets = Array(repeating: "0", count: shape[shape.count - 1]).joined(separator: ",")
    let sample = "{ inputs: [\(numbers)], targets: [\(targets)] }"
    return "{ inputs: \(shape[0]), layers: [\(layers.joined(separator: ", "))], \(extra) samples: ["
      + Array(repeating: sample, count: samples).joined(separator: ", ") + "] }"
  }

  private func expectRefused(_ result: Run, _ fragments: String...) {
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    for fragment in fragments { #expect(result.error.contains(fragment), "\(result.error)") }
  }

  private static let unreadable = [
    ["trace"], ["trace", "--format", "json"], ["export"], ["export", "--to", "svg"],
    ["explain", "after.E"], ["train", "--trace-step", "1"], ["export", "--trace-step", "1"],
  ]

  @Test(arguments: unreadable)
  func `a step that nobody could read is not shown`(_ words: [String]) throws {
    let file = try folder.write(network([2, 20_000, 1]), "wide.json5")
    let arguments = [words[0], file] + words.dropFirst()
    expectRefused(run(arguments), "wide.json5: ", "numbers", "300000", "smaller network")
    guard words == Self.unreadable[0] else { return }
    let chinese = run(arguments + ["--lang", "zh"])
    #expect(chinese.code == 2 && chinese.error.contains("300000"))
    // It can still be trained.
    #expect(run("train", file).code == 0)
  }

  @Test func `MNIST's usual network can be shown, but not worked out by hand`() throws {
    let source = network([784, 30, 10], extra: "optimizer: { kind: \"adam\" },")
    let file = try folder.write(source, "mnist.json5")
    #expect(run("trace", file, "--only", "E").code == 0)
    try folder.write("after.E = 0.5\n", "sheet.txt")
    for result in [run("worksheet", file), run("check", file, folder.path("sheet.txt"))] {
      expectRefused(result, "mnist.json5: ", "5000", "by hand")
    }
  }

  @Test func `a step on a batch is counted with all its samples, even the last one's`() throws {
    let source = network([2, 3, 1], samples: 5000, extra: "batchSize: 4999, epochs: 2,")
    let file = try folder.write(source, "batch.json5")
    for command in ["train", "export"] {
      expectRefused(
        run(command, file, "--trace-step", "1"), "4999 samples", "300000", "batchSize")
    }
    // The second step of an epoch has what is left.
    #expect(run("train", file, "--trace-step", "2", "--format", "csv").code == 0)
    expectRefused(run("train", file, "--trace-step", "3"), "4999 samples")
  }

  @Test func `a report looks no further than its limit at what a training came to`() throws {
    let softmax = network([1, 600], samples: 60, activation: "softmax")
    let result = run(["train", "-"], input: Array(softmax.utf8))
    #expect(result.code == 0)
    #expect(!result.output.contains("Worth noticing"))
  }

  @Test func `gradients are checked as long as that ends`() throws {
    let file = try folder.write(network([100, 400, 1]), "large.json5")
    expectRefused(run("gradcheck", file), "40400 parameters on 1 sample ", "100000000")
    let many = try folder.write(network([60, 60], samples: 80), "many.json5")
    expectRefused(run("gradcheck", many), "3600 parameters on 80 samples")
    expectRefused(run("export", file, "--with-gradcheck"), "100000000")
  }

  @Test func `so is a plane drawn`() throws {
    let file = try folder.write(network([2, 400, 300, 1]), "large.json5")
    let result = run("train", file, "--plot", folder.path("plot.svg"))
    #expect(result.code == 0)
    #expect(result.error.contains("100000") && result.error.contains("121100"))
    #expect(try !folder.text(of: "plot.svg").contains("class=\"region"))
  }

  // MARK: Classes

  @Test func `a class is checked as far as it can be`() throws {
    let header = "id," + (0..<2001).map { "s\($0)" }.joined(separator: ",")
    let row = "E," + Array(repeating: "0.3", count: 2001).joined(separator: ",")
    let students = try folder.write("\(header)\n\(row)\n", "students.csv")
    expectRefused(
      run("check", "xor", students), "students.csv:1:10894: ", "2000 students", "in parts")
    let lines = Array(repeating: "x = 1", count: 100_001).joined(separator: "\n")
    let text = try folder.write(lines, "text.txt")
    expectRefused(run("check", "xor", text), "text.txt:100001:1: ", "100000 answers")
    let rows =
      "| id | value |\n" + Array(repeating: "| E | 1 |", count: 100_001).joined(separator: "\n")
    let answers = try folder.write(rows, "answers.md")
    expectRefused(run("check", "xor", answers), "answers.md:100002:3: ", "100000 answers")
    let width = "id," + (0..<1900).map { "s\($0)" }.joined(separator: ",")
    let short = Array(repeating: "E,1", count: 60).joined(separator: "\n")
    let wide = try folder.write("\(width)\n\(short)", "wide.csv")
    expectRefused(run("check", "xor", wide), "wide.csv:54:1: ", "100000 answers")
    let steps = try folder.write("id," + "s,".dropLast() + "\nE,1\n", "one.csv")
    #expect(run("check", "xor", steps).code == 1)
  }

  @Test func `the numbers of all students' steps are counted too`() throws {
    let students = (0..<480).map { "s\($0)" }.joined(separator: ",")
    let row = "after.E," + Array(repeating: "0.3", count: 480).joined(separator: ",")
    let sheet = try folder.write("id,\(students)\n\(row)\n", "class.csv")
    expectRefused(
      run("check", "more-nodes", sheet, "--sample", "1"), "class.csv:1:2049: ", "300000", "in parts"
    )
  }

  @Test(arguments: ["en", "zh"])
  func `help says how much is checked together`(_ language: String) {
    let check = run("help", "check", "--lang", language, "--width", "1000").output
    for limit in ["5000", "8388608", "100000", "2000", "300000"] {
      #expect(check.contains(" \(limit) "))
    }
    let worksheet = run("help", "worksheet", "--lang", language, "--width", "1000").output
    for limit in ["5000", "8388608", "2000"] { #expect(worksheet.contains(" \(limit) ")) }
    for page in [(try? text(of: "README.md")), try? text(of: "README.zh.md")] {
      for limit in ["8388608", "100000", "2000"] { #expect(page?.contains(limit) ?? false) }
    }
  }

  @Test func `a sheet is not read in part`() throws {
    let line = String(repeating: "this line says nothing at all of any number, ", count: 1_000)
    let long = String(repeating: line + "\n", count: 200)
    let sheet = try folder.write(long + "E = 0.3\n", "long.txt")
    expectRefused(run("check", "xor", sheet), "long.txt: ", "8388608 bytes")
    // Two files that are too long only together have to be read.
    guard Sampled.isWhole else { return }
    let half = try folder.write(String(long.prefix(5_000_000)) + "E = 0.3\n", "half.txt")
    expectRefused(run("check", "xor", half, half), "half.txt: ", "8388608 bytes together")
  }

  @Test func `a roster has no more names than a class`() throws {
    let names = (0..<2001).map { "student \($0)" }.joined(separator: "\n")
    let roster = try folder.write(names, "names.csv")
    expectRefused(
      run("worksheet", "xor", "--roster", roster, "-o", folder.path("sheets")),
      "names.csv:2001:1: ",
      "2000 names")
    #expect(folder.names == ["names.csv"])
  }

  @Test func `unknown words on a sheet of them take no time`() throws {
    let lines = (0..<20_000).map { "the number of line \($0) = is not here" }
    let sheet = try folder.write("E = 0.3\n" + lines.joined(separator: "\n"), "prose.txt")
    let clock = ContinuousClock()
    let start = clock.now
    #expect(run("check", "xor", sheet).code != 2)
    #expect(clock.now - start < .seconds(30))
  }

  // MARK: Command lines

  @Test func `a number has no more characters than anyone needs`() {
    let digits = "0." + String(repeating: "1", count: 1000)
    expectRefused(run("trace", "xor", "--set", "w[3,1]=\(digits)"), "1000 characters")
    expectRefused(run("trace", "xor", "--inputs", "1,\(digits)"), "1000 characters")
    expectRefused(run("train", "xor", "--learning-rate", digits), "1000 characters")
  }

  @Test func `many numbers are set at once`() throws {
    let file = try folder.write(network([100, 20, 1]), "net.json5")
    let settings = (1...100).flatMap { i in (101...120).flatMap { ["--set", "w[\($0),\(i)]=0"] } }
    let result = run(["trace", file, "--only", "net[101]"] + settings)
    #expect(result.code == 0)
    #expect(result.output.contains("0·0.1 + 0·0.1"))
  }
}
