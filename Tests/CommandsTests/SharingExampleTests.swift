import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The examples of layers that share weights, and of pre-training, do what they say.
struct SharingExampleTests {
  private let folder = TemporaryFolder()

  @Test func `the digits are learned`() throws {
    let file = try example("lenet")
    let result = try file.network.train(on: file.samples, file.training)
    #expect(result.evaluation.correct == 8)
    #expect(result.loss < 0.05)
    // The order of LeNet-5.
    let forms = file.network.layers.map(\.form)
    #expect(forms.map(\.letter) == ["c", "s", "c", "s", ""])
  }

  @Test func `the kernel comes to the right column minus the left one`() throws {
    let file = try example("edges")
    let result = try file.network.train(on: file.samples, file.training)
    for (found, wanted) in zip(result.network.parameterValues, [-0.5, 0.5, -0.5, 0.5, 0]) {
      #expect(abs(found - wanted) < 1e-3)
    }
  }

  /// How many seeds from 1 to 20 lead to a network that knows every label.
  private func learned(epochs: Int, pretrained: Bool) throws -> Int {
    let source = try #require(Example.named("pretraining")).source()
    return try (1...20).count { seed in
      var file = try NetworkFile(
        parsing: Array(source.utf8), notations: [], seed: UInt64(seed))
      for number in 1..<(pretrained ? file.stageCount + 1 : 1) {
        let stage = try file.stage(number, rounding: nil)
        let trained = try stage.network.train(on: stage.samples, stage.training)
        try file.adopt(trained.network, fromStage: number)
      }
      let labelled = file.ofLabelledSamples
      var training = file.training
      training.epochs = epochs
      let result = try file.network.train(on: labelled.samples, training)
      return result.evaluation.correct == labelled.samples.count
    }
  }

  @Test func `pre-training is a good start, and no more`() throws {
    let few = (
      try learned(epochs: 200, pretrained: true), try learned(epochs: 200, pretrained: false)
    )
    #expect(few == (14, 0))
    guard Sampled.isWhole else { return }
    let many = (
      try learned(epochs: 3000, pretrained: true), try learned(epochs: 3000, pretrained: false)
    )
    #expect(many == (18, 20))
  }

  // MARK: What is worth noticing

  @Test(
    arguments: [
      (
        "convolution", "en",
        [
          "a^(1)_1,2, a^(1)_1,3, a^(1)_4,1, a^(1)_4,4: the error goes back through these alone; the other 12 nodes get 0",
          "Layer 1 works at 16 positions with the same 5 parameters; a dense layer between the same nodes would have 416.",
        ]
      ),
      (
        "convolution", "zh", ["a^(1)_1,2、a^(1)_1,3、a^(1)_4,1、a^(1)_4,4", "在 16 个位置上都用同样的 5 个参数"]
      ),
      ("edges", "en", ["Layer 1 works at 16 positions with the same 5 parameters"]),
      (
        "lenet", "en",
        [
          "Layer 1 works at 36 positions with the same 20 parameters",
          "Layer 2 works at 9 positions with the same 4 parameters",
        ]
      ),
    ])
  func `a trace says what is shared`(_ name: String, _ language: String, _ words: [String]) {
    let trace = run("trace", name, "--lang", language, "--width", "400")
    for word in words { #expect(trace.output.contains(word), "\(trace.output.suffix(900))") }
  }

  @Test(
    arguments: [
      // The last column is left over, and each window has its largest value twice.
      (
        "{ length: 5 }", "{ kind: \"max-pooling\", window: 2 }", "[0.5, 0.5, 0.25, 0.25, 1]",
        ["the largest value occurs more than once", "sees 1 of the nodes", "at the end"]
      ),
      (
        "{ length: 8 }", "{ kind: \"max-pooling\", window: 2, stride: 3 }",
        "[0.5, 0.5, 0.2, 0.25, 0.25, 0.1, 1, 0]",
        ["sees 2 of the nodes", "the stride is longer than the window"]
      ),
    ])
  func `ties and what no window sees are said`(
    _ shape: String, _ pooling: String, _ inputs: String, _ words: [String]
  ) {
    let count = inputs.contains("0.2,") ? 3 : 2
    let weights = Array(repeating: "1", count: count).joined(separator: ", ")
    let source = """
      { inputs: \(shape), layers: [
          { kind: "convolution", kernel: 1, weights: [1], activation: "identity" },
          \(pooling), { weights: [[\(weights)]] }],
        samples: [{ inputs: \(inputs), targets: [1] }] }
      """
    let trace = run("trace", "-", "--width", "400", input: source)
    #expect(trace.code == 0, "\(trace.error)")
    for word in words { #expect(trace.output.contains(word), "\(trace.output.suffix(900))") }
  }

  @Test(arguments: [(4, true), (5, true), (3, false)])
  func `a code that does not compress is pointed at`(_ neurons: Int, _ isSaid: Bool) {
    let source = """
      { inputs: 4, targets: "inputs", layers: [
          { neurons: \(neurons), weights: { random: "xavier" } },
          { neurons: 4, weights: { random: "xavier" } }],
        samples: [{ inputs: [1, 0, 0, 0] }, { inputs: [0, 1, 0, 0] }] }
      """
    let trace = run("trace", "-", "--width", "400", input: source)
    #expect(trace.output.contains("nothing has to be compressed") == isSaid)
    #expect(
      run("trace", "-", "--lang", "zh", "--width", "400", input: source).output
        .contains("不必压缩") == isSaid)
    // One input is on: the largest output decides, as with classes. Else every output counts.
    for (input, words) in [("0, 1, 0, 0", "classified"), ("0, 1, 1, 0", "restored")] {
      let training = run(
        "train", "-", "--epochs", "2", "--width", "200",
        input: source.replacingOccurrences(of: "0, 1, 0, 0", with: input))
      #expect(training.output.contains("\(words) correctly"))
    }
  }

  @Test func `tied weights are said to be used twice`() {
    let source = """
      { inputs: 2, layers: [{ weights: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]] },
          { neurons: 2, tied: 1 }], samples: [{ inputs: [1, 0], targets: [1, 0] }] }
      """
    let trace = run("trace", "-", "--width", "400", input: source)
    #expect(trace.output.contains("Layer 2 uses the 6 weights of layer 1 a second time"))
  }

  @Test func `error terms are compared with those without pre-training`() throws {
    let report = run("train", "pretraining", "--pretrain", "--width", "400").output
    let line = try #require(
      report.split(separator: "\n").first { $0.contains("Without pre-training") })
    let numbers = line.split { !"0123456789.".contains($0) }.compactMap {
      Double($0.last == "." ? $0.dropLast() : $0)
    }
    try #require(numbers.count == 6)
    // The first layer gets more than it would.
    #expect(numbers[2] > 2 * numbers[5])
  }

  /// A tied layer behind one of which the weights may be frozen.
  private func tied(_ more: String) -> String {
    """
    { inputs: 3, targets: "inputs", layers: [
        { weights: [[0.7, -0.3, 0.2], [0.1, 0.4, -0.5]], biases: [0.1, 0.2]\(more) },
        { neurons: 3, tied: 1, biases: [0.2, 0.3, 0.1] }],
      samples: [{ inputs: [1, 0.5, 0] }, { inputs: [0, 1, 0.25] }] }
    """
  }

  @Test func `the rules of a tied layer have its weights the other way round`() {
    for (notation, net, error) in [
      ("documents", "net_j = Σ_i w_ij·a_i + w_jb", "Σ_k δ_k·w_jk"),
      ("mazur", "net_j = Σ_i w_ij·out_i + b_j", "Σ_k δ_k·w_jk"),
      ("nielsen", "Σ_i w^2_ij·a^L−1_i", "Σ_k δ^l+1_k·w^2_jk"),
    ] {
      let trace = run(
        "trace", "-", "--detail", "full", "--notation", notation, "--width", "200", input: tied(""))
      #expect(trace.output.contains(net))
      #expect(trace.output.contains(error))
      // No rule sums over the letter that it is about.
      #expect(!trace.output.contains("Σ_j δ_j"))
      #expect(!trace.output.contains("Σ_j δ^l_j"))
    }
  }

  @Test(arguments: ["", "--digits 2 --round-as-you-go", "--digits 3 --round-as-you-go"])
  func `frozen weights are used as they are in a tied layer, too`(_ policy: String) throws {
    let file = try folder.write(tied(", frozen: [\"weights\"]"), "tied.json5")
    let options = policy.split(separator: " ").map(String.init)
    let trace = run(["trace", file, "--detail", "full"] + options)
    #expect(!trace.output.contains("∞"))
    if options.isEmpty { #expect(!trace.output.contains("w_41⁺")) }
    for step in [[], ["--trace-step", "1"]] {
      let key = run(["worksheet", file, "--key", "--to", "csv"] + options + step)
      let sheet = try folder.write(key.output, "key.csv")
      #expect(run(["check", file, sheet] + options + step).code == 0)
    }
  }

  @Test(arguments: ["convolution", "pretraining", "autoencoder"])
  func `a key with formulas is read where nodes have two digits`(_ name: String) throws {
    let key = run("worksheet", name, "--key", "--formulas", "--to", "txt")
    let sheet = try folder.write(key.output, "key.txt")
    let check = run("check", sheet)
    #expect(check.code == 0, "\(check.output.prefix(600))")
    #expect(!check.output.contains("could not be read"))
  }
}
