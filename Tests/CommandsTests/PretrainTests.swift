import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Layers trained one by one before the whole network: `train --pretrain`, and steps of its stages.
struct PretrainTests {
  private let folder = TemporaryFolder()

  /// Three networks of sigmoids, with figures that were worked out elsewhere.
  private func network(_ pretraining: String = PretrainTests.decoders, samples: String? = nil)
    -> String
  {
    """
    { inputs: 3, learningRate: 0.5,
      layers: [
        { weights: [[0.2, -0.1, 0.4], [-0.3, 0.5, 0.1]], biases: [0.1, -0.2] },
        { weights: [[0.6, -0.4]], biases: [0.05] },
        { weights: [[0.8]], biases: [-0.1] } ],
      pretraining: { epochs: 1, learningRate: 0.5, \(pretraining) },
      samples: [\(samples ?? "{ inputs: [1, 0, 0.5], targets: [1] }")] }
    """
  }

  private static let decoders = """
    decoders: [
      { weights: [[0.3, -0.2], [0.1, 0.4], [-0.5, 0.2]], biases: [0, 0.1, -0.1] },
      { weights: [[0.7], [-0.3]], biases: [-0.1, 0.2] }]
    """

  private func values(_ run: Run) throws -> [String: Double] {
    let json = try run.json()
    let steps = try #require(json["steps"] as? [[String: Any]])
    return Dictionary(
      steps.compactMap { step in
        (step["id"] as? String).flatMap { id in (step["value"] as? Double).map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  private func expect(_ values: [String: Double], _ wanted: [String: Double]) {
    for (id, number) in wanted {
      #expect(abs((values[id] ?? .nan) - number) < 1e-14, "\(id)")
    }
  }

  @Test func `the first stage is an autoencoder of the inputs`() throws {
    let stage = run(
      "train", "-", "--stage", "1", "--trace-step", "1", "--format", "json", input: network())
    let found = try values(stage)
    expect(
      found,
      [
        "out[4]": 0.622459331201855, "out[5]": 0.389360766050778, "out[6]": 0.527189563229414,
        "out[7]": 0.578834380192088, "out[8]": 0.417423913633986, "E": 0.282708879425539,
        "new.w[4,1]": 0.201316528926361, "new.w[4,2]": -0.1, "new.w[4,3]": 0.40065826446318,
        "new.w[5,1]": -0.309034711230097, "new.w[5,2]": 0.5, "new.w[5,3]": 0.0954826443849513,
        "new.b[4]": 0.101316528926361, "new.b[5]": -0.209034711230097,
        "after.E": 0.256584542940402,
      ])
  }

  @Test func `the second one is an autoencoder of the codes of the first`() throws {
    let stage = run(
      "train", "-", "--stage", "2", "--trace-step", "1", "--format", "json", input: network())
    let found = try values(stage)
    expect(
      found,
      [
        "x[1]": 0.623155203932769, "x[2]": 0.384538589616158, "E": 0.00877830587857625,
        "new.w[3,1]": 0.601352627614366, "new.w[3,2]": -0.399165316261789,
        "new.b[3]": 0.0521706111187534, "after.E": 0.00805848904162312,
      ])
  }

  @Test func `the last part goes on with both`() throws {
    let step = run(
      "train", "-", "--pretrain", "--trace-step", "1", "--format", "json", input: network())
    let found = try values(step)
    let sign = found["delta[7]"].map { $0 < 0 ? 1.0 : -1 } ?? .nan
    expect(
      found.filter { !$0.key.hasPrefix("delta") },
      [
        "out[7]": 0.587670665991048, "E": 0.085007739842133, "new.w[7,6]": 0.828371845983084,
        "new.b[7]": -0.05004344491258, "after.out[7]": 0.604345075094412,
        "after.E": 0.0782714098010232,
      ])
    expect(
      found.filter { $0.key.hasPrefix("delta") }.mapValues { sign * $0 },
      [
        "delta[4]": -0.00276980538477853, "delta[5]": 0.00185291223361907,
        "delta[6]": -0.0196137797324494, "delta[7]": -0.0999131101748401,
      ])
  }

  @Test func `a tied decoder uses the weights of its layer`() throws {
    let file = network(
      "tied: true, decoders: [{ biases: [0, 0.1, -0.1] }, { biases: [-0.1, 0.2] }]")
    let stage = run(
      "train", "-", "--stage", "1", "--trace-step", "1", "--format", "json", input: file)
    let found = try values(stage)
    expect(
      found,
      [
        "out[6]": 0.501920899655745, "out[7]": 0.557848404617673, "out[8]": 0.546842185159301,
        "E": 0.280735911522362, "grad.w[4,1]": -0.0855021807705945,
        "grad.w[4,2]": 0.0856474759877822, "grad.w[4,3]": 0.00322794761035498,
        "grad.w[5,1]": -0.0229675805852924, "grad.w[5,2]": 0.0535742098950145,
        "grad.w[5,3]": 0.0172770179383087,
      ])
  }

  // MARK: The whole course

  @Test func `JSON and CSV have the stages before the last part`() throws {
    let json = try run("train", "-", "--pretrain", "--format", "json", input: network()).json()
    let stages = try #require(json["stages"] as? [[String: Any]])
    #expect(stages.map { $0["layer"] as? Int } == [1, 2])
    let losses = stages.map { ($0["final"] as? [String: Any])?["loss"] as? Double ?? .nan }
    #expect(abs(losses[0] - 0.256584542940402) < 1e-14)
    #expect(abs(losses[1] - 0.00805848904162312) < 1e-14)
    let last = try #require(json["final"] as? [String: Any])
    #expect(abs((last["loss"] as? Double ?? .nan) - 0.0782714098010232) < 1e-14)
    let csv = run("train", "-", "--pretrain", "--format", "csv", input: network())
    #expect(csv.lines[0] == "stage,step,epoch,loss")
    #expect(csv.lines.dropFirst().map { $0.prefix(6) } == ["1,1,1,", "2,1,1,", "3,1,1,"])
    // Without the option nothing is different from before.
    let plain = run("train", "-", "--format", "csv", input: network())
    #expect(plain.lines[0] == "step,epoch,loss")
  }

  /// Three samples, of which the last is the only one with a target.
  private static let samples = """
    { inputs: [1, 0, 0.5] }, { inputs: [0, 1, 0.25] }, { inputs: [0, 0, 1], targets: [1] }
    """

  @Test(arguments: [false, true])
  func `stages learn from all samples, the whole network from those with targets`(
    _ isFrozen: Bool
  ) throws {
    let source = network(
      "seed: 4", samples: Self.samples
    ).replacingOccurrences(of: "epochs: 1", with: "epochs: 7")
    let saved = folder.path("saved.json5")
    let result = run(
      ["train", "-", "--pretrain", "--epochs", "3", "--save", saved, "--format", "json"]
        + (isFrozen ? ["--freeze-pretrained"] : []), input: Array(source.utf8))
    #expect(result.code == 0, "\(result.error)")
    let kept = try networkFile(String(contentsOfFile: saved, encoding: .utf8))

    // The same by hand, stage by stage, with the engine alone.
    let file = try networkFile(source)
    let plan = try #require(file.pretraining)
    var network = file.network
    var codes = file.samples.map(\.inputs)
    for l in 0..<2 {
      let own = try Network(
        inputs: Array(repeating: nil, count: codes[0].count),
        layers: [network.layers[l], plan.decoders[l]])
      var training = Training()
      (training.epochs, training.rule.learningRate) = (7, 0.5)
      let trained = try own.train(
        on: codes.map { Sample(inputs: $0, targets: $0) }, training)
      var layers = network.layers
      layers[l] = trained.network.layers[0]
      network = try Network(inputs: network.inputs, layers: layers)
      let evaluator = Evaluator(try Network(inputs: own.inputs, layers: [layers[l]]))
      codes = codes.map { evaluator.outputs(for: $0) }
    }
    var training = file.training
    training.epochs = 3
    var layers = network.layers
    for l in 0..<2 where isFrozen { layers[l].frozen = [.weights, .bias] }
    let start = try Network(inputs: network.inputs, layers: layers)
    let whole = try start.train(on: [file.samples[2]], training)
    #expect(kept.network.parameterValues == whole.network.parameterValues)
    #expect((kept.network.layers[0] == network.layers[0]) == isFrozen)
    // Nothing is lost on the way: samples, decoders, and what may be trained.
    #expect(kept.samples == file.samples)
    #expect(kept.pretraining == plan)
    let hasOwn = kept.network.layers.contains { !$0.frozen.isEmpty }
    #expect(!hasOwn)
    let json = try result.json()
    let steps = try #require(json["steps"] as? [Any])
    #expect(steps.count == 3)
  }

  @Test func `a report says what is left out, and has a part for each stage`() {
    let source = network(samples: Self.samples)
    for (language, stage, whole, left) in [
      ("en", "Stage 2: hidden layer 2", "The whole network", "2 samples without targets left out"),
      ("zh", "第 2 阶段", "整个网络", "不含 2 个没有目标值的样本"),
    ] {
      let report = run("train", "-", "--pretrain", "--lang", language, input: source)
      let text = report.output.replacingOccurrences(of: "\n", with: " ")
      for words in [stage, whole, left] { #expect(text.contains(words), "\(words)") }
      // Without stages only those with targets are trained on, and that is said.
      let plain = run("train", "-", "--lang", language, input: source)
      #expect(plain.code == 0)
      #expect(plain.output.replacingOccurrences(of: "\n", with: " ").contains(left))
    }
  }

  @Test(arguments: ["1", "2"], ["--digits 3", "--decimals 2 --round-as-you-go", "--digits 2"])
  func `a stage is worked out by hand and marked`(_ stage: String, _ digits: String) throws {
    let file = try folder.write(network(), "stages.json5")
    let key = run(
      ["worksheet", file, "--stage", stage, "--trace-step", "1", "--key", "--to", "csv"]
        + digits.split(separator: " ").map(String.init))
    #expect(key.code == 0)
    let sheet = try folder.write(key.output, "key.csv")
    let check = run("check", file, sheet, "--stage", stage, "--trace-step", "1")
    #expect(check.code == 0, "\(check.output)")
    let text = run("worksheet", file, "--stage", stage, "--trace-step", "1", "--to", "txt").output
    #expect(text.contains("--stage \(stage)"))
    let reason = run(
      "explain", file, "E", "--stage", stage, "--trace-step", "1")
    #expect(reason.code == 0)
  }

  // MARK: What cannot be

  @Test(
    arguments: [
      ("train - --stage 3 --trace-step 1", "no stage 3"),
      ("train - --stage 0 --trace-step 1", "--stage"),
      ("train - --stage 1", "needs '--trace-step'"),
      ("train - --stage 1 --trace-step 2", "the stage ends after 1 step"),
      ("train - --stage 1 --trace-step 1 --epochs 4", "--epochs"),
      ("train - --stage 1 --trace-step 1 --learning-rate 4", "--learning-rate"),
      ("train - --freeze-pretrained", "'--freeze-pretrained' goes with '--pretrain'"),
      ("train mazur --pretrain", "pretraining: {"),
      ("explain - E --pretrain", "needs '--trace-step'"),
      ("explain - E --stage 1", "needs '--trace-step'"),
    ])
  func `a wrong option is refused with the remedy`(_ line: String, _ words: String) {
    let result = run(
      line.split(separator: " ").map(String.init), input: Array(network().utf8))
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test(
    arguments: [
      ("epochs: 0", "epochs"), ("learningRate: -1", "learningRate"), ("tied: 1", "true or false"),
      ("decoders: []", "0 decoders for 2 hidden layers"),
      ("tied: true, decoders: [{ weights: [[1]] }, {}]", "'weights' and 'tied: true' cannot"),
      ("decoders: [{ weights: [[1, 2]] }, { weights: [[1], [2]] }]", "weights"),
      ("decoders: [{ weights: [[1], [2], [3]] }, { weights: [[1], [2]] }]", "2"),
      ("seed: -1", "seed"), ("rate: 1", "rate"),
      (
        "decoders: [{ weights: [[1,1],[2,1],[3,1]], activation: \"step\" }, { weights: [[1],[2]] }]",
        "step"
      ),
    ])
  func `a wrong key has its place`(_ keys: String, _ words: String) {
    let source = network("").replacingOccurrences(
      of: "epochs: 1, learningRate: 0.5, ", with: keys)
    let result = run("train", "-", "--pretrain", input: source)
    #expect(result.code == 2)
    #expect(result.error.hasPrefix("-:6:"), "\(result.error)")
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test(
    arguments: [
      ("inputs: 3, layers: [{ weights: [[1, 2, 3]] }]", "has none"),
      (
        "inputs: { length: 3 }, layers: [{ kind: \"convolution\", weights: [1, 2] }, { weights: [[1, 1]] }]",
        "layer 1"
      ),
      (
        "inputs: 3, layers: [{ weights: [[1, 2, 3]] }, { neurons: 3, tied: 1 }, { weights: [[1, 2, 3]] }]",
        "layer 2"
      ),
    ])
  func `only dense hidden layers are pre-trained`(_ layers: String, _ words: String) {
    let source = "{ \(layers), pretraining: {}, samples: [{ inputs: [1, 2, 3], targets: [1] }] }"
    let result = run("train", "-", "--pretrain", input: source)
    #expect(result.code == 2)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test func `a stage that diverges ends everything`() throws {
    let source = """
      { inputs: 2, learningRate: 0.5,
        layers: [{ weights: [[2, 3]], activation: "identity" }, { weights: [[1]] }],
        pretraining: { epochs: 100, learningRate: 1e9, decoders: [
          { weights: [[1], [2]], activation: "identity" }] },
        samples: [{ inputs: [3, 4], targets: [1] }] }
      """
    for format in ["table", "csv"] {
      let result = run("train", "-", "--pretrain", "--format", format, input: source)
      #expect(result.code == 1)
      #expect(result.error.contains("diverged"))
    }
    let json = try run("train", "-", "--pretrain", "--format", "json", input: source).json()
    #expect(json["final"] is NSNull)
    #expect((json["steps"] as? [Any])?.isEmpty == true)
    let stage = try #require((json["stages"] as? [[String: Any]])?.first)
    #expect(stage["diverged"] is [String: Any])
    let step = run("train", "-", "--pretrain", "--trace-step", "1", input: source)
    #expect(step.code == 2)
    #expect(step.error.contains("stage 1 of the pre-training diverged"))
  }

  @Test func `seeds draw other decoders, the same each time`() throws {
    let source = network("seed: 1")
    func loss(_ options: String...) throws -> Double? {
      let json = try run(
        ["train", "-", "--pretrain", "--format", "json"] + options, input: Array(source.utf8)
      ).json()
      let stage = (json["stages"] as? [[String: Any]])?.first
      return ((stage?["steps"] as? [[String: Any]])?.first)?["loss"] as? Double
    }
    let own = try #require(try loss())
    let (again, same, other) = (try loss(), try loss("--seed", "1"), try loss("--seed", "2"))
    #expect(again == own)
    #expect(same == own)
    #expect(other != own)
  }

  @Test(
    arguments: [
      (
        "inputs: { length: 3 }, layers: [{ kind: \"convolution\", kernel: 2, padding: 2, weights: [1, 2] }]",
        "a padding of 2"
      ),
      ("inputs: { length: 3 }, layers: [{ kernel: 2, weights: [1, 2] }]", "kind: \"convolution\""),
      (
        "inputs: { length: 3 }, layers: [{ kind: \"convolution\", kernel: [2, 2] }]",
        "as the inputs are a row"
      ),
      (
        "inputs: { length: 3 }, layers: [{ kind: \"convolution\", weights: [1, 2], biases: [1, 2] }]",
        "2 biases for 1 filter"
      ),
      ("inputs: 3, layers: [{ weights: [[1, 2, 3]] }, { tied: 1 }]", "write 'neurons'"),
      (
        "inputs: 3, layers: [{ weights: [[1, 2, 3]] }, { neurons: 1, weights: [[1]] }], pretraining: { decoders: {} }",
        "a list of decoders"
      ),
      (
        "inputs: 3, layers: [{ weights: [[1, 2, 3]] }, { neurons: 1, weights: [[1]] }], pretraining: { decoders: [{ weights: [[1], [2], [3]], biases: [1] }] }",
        "1 bias for a decoder of 3 neurons"
      ),
    ])
  func `a remedy is one that works`(_ keys: String, _ words: String) {
    let source = "{ \(keys), samples: [{ inputs: [1, 2, 3], targets: [1] }] }"
    for command in ["trace", "train"] {
      let result = run(command, "-", input: source)
      #expect(result.code == 2)
      #expect(result.output.isEmpty)
      #expect(result.error.hasPrefix("-:1:"))
      #expect(result.error.contains(words), "\(result.error)")
    }
  }
}
