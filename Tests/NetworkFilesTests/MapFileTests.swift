import CommandTestSupport
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// Files of images, windows and shared weights: what they mean, and what is wrong with them.
struct MapFileTests {
  private static let image =
    "samples: [{ inputs: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], targets: [1] }]"

  private static func file(_ layers: String, _ rest: String = image) -> String {
    "{ inputs: { height: 3, width: 3 }, layers: [\(layers)], \(rest) }"
  }

  private static let kernel = "{ kind: \"convolution\", kernel: [2, 2], weights: [[1, 2], [3, 4]] }"
  private static let output = "{ weights: [[1, 1, 1, 1]] }"

  /// What the error names, and the file.
  private static let wrong: [(fragment: String, file: String)] = [
    (
      "a window of 4 × 4 does not fit on maps of 3 × 3",
      file("{ kind: \"max-pooling\", window: [4, 4] }, \(output)")
    ),
    (
      "'weights' has 2 × 3 numbers where 1 × 1 × 2 × 2 belong",
      file("{ kind: \"convolution\", kernel: 2, weights: [[1, 2, 3], [4, 5, 6]] }, \(output)")
    ),
    ("pooling cannot be the output layer", file("\(kernel), { kind: \"max-pooling\", window: 2 }")),
    ("3 weights in this row for 4 inputs", file("\(kernel), { weights: [[1, 1, 1]] }")),
    ("looks at maps", "{ inputs: 4, layers: [\(kernel), \(output)], \(image) }"),
    (
      "looks at maps",
      file("\(kernel), { weights: [[1, 1, 1, 1]] }, { kind: \"max-pooling\", window: 1 }")
    ),
    ("layer 2 cannot be used here", file("\(kernel), \(output), { neurons: 3, tied: 2 }")),
    ("write 'neurons'", file("\(kernel), \(output), { tied: 2 }")),
    (
      "freeze them there",
      file("\(kernel), \(output), { neurons: 4, tied: 2, frozen: [\"weights\"] }")
    ),
    (
      "not all of one length",
      file("\(kernel), \(output)", "samples: [{ inputs: [[1, 2, 3], [4, 5]], targets: [1] }]")
    ),
    (
      "'inputs' has 2 × 3 numbers where 1 × 3 × 3 belong",
      file("\(kernel), \(output)", "samples: [{ inputs: [[1, 2, 3], [4, 5, 6]], targets: [1] }]")
    ),
    (
      "unknown key 'window'; use one of kind, kernel",
      file("{ kind: \"convolution\", window: 2, weights: [[1, 2], [3, 4]] }, \(output)")
    ),
    (
      "would be called 'c1.2.2'",
      file("\(kernel), { neurons: [\"c1.2.2\"], weights: [[1, 1, 1, 1]] }")
    ),
    (
      "less padding than the kernel",
      file("{ kind: \"convolution\", kernel: 2, padding: 2, weights: [[1, 2], [3, 4]] }, \(output)")
    ),
    (
      "a number, or a list of rows and columns",
      file("{ kind: \"max-pooling\", window: [2, 2, 2] }, \(output)")
    ),
    (
      "'targets: \"inputs\"' cannot be used together",
      "{ inputs: 1, layers: [{ weights: [[1]] }], targets: \"inputs\", samples: [{ inputs: [1], targets: [1] }] }"
    ),
    (
      "9 targets for a network with 1 output",
      file(
        "\(kernel), \(output)",
        "targets: \"inputs\", samples: [{ inputs: [1, 2, 3, 4, 5, 6, 7, 8, 9] }]")
    ),
    (
      "more than 100000 inputs",
      "{ inputs: { height: 99999, width: 9 }, layers: [\(output)], \(image) }".replacing(
        "neurons", with: "")
    ),
    (
      "more than 5000000 links",
      "{ inputs: { length: 90000 }, layers: [{ kind: \"convolution\", kernel: 4000, weights: { random: \"he\" } }, { neurons: 1, weights: { random: \"he\" } }], samples: [] }"
    ),
  ]

  @Test(arguments: wrong)
  func `what is wrong is one error with place and remedy`(_ fragment: String, _ file: String) {
    let result = run("trace", "-", input: file)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("-:1:") && result.error.filter(\.isNewline).count == 1)
    #expect(result.error.contains(fragment) && result.error.contains("; "), "\(result.error)")
  }

  @Test func `levels with one entry may be left out, and images be flat`() throws {
    let written = [
      "[[1, 2], [3, 4]]", "[[[1, 2], [3, 4]]]", "[[[[1, 2], [3, 4]]]]",
    ].flatMap { weights in
      [
        "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9]",
      ]
      .map { inputs in
        Self.file(
          "{ kind: \"convolution\", weights: \(weights) }, \(Self.output)",
          "samples: [{ inputs: \(inputs), targets: [1] }]")
      }
    }
    let files = try written.map { try networkFile($0) }
    #expect(files.allSatisfy { $0.network == files[0].network && $0.samples == files[0].samples })
    #expect(files[0].network.layers[0].neurons == [Neuron(weights: [1, 2, 3, 4])])
  }

  @Test(arguments: 0..<20)
  func `what is written is read as the same network`(_ seed: Int) throws {
    let (network, samples) = try mixedLayers(seed)
    var file = try example("convolution")
    file.network = network
    file.samples = samples
    var bytes: [UInt8] = []
    let output = TextOutput {
      bytes += $0
      return nil
    }
    file.write(network, to: output)
    output.flush()
    let read = try networkFile(String(decoding: bytes, as: UTF8.self))
    #expect(read.network == network && read.samples == samples)
  }

  @Test func `the examples' steps are those worked out by hand`() throws {
    let line = try example("convolution-1d")
    let trace = try line.network.trace(line.samples[0], rule: line.training.rule)
    let news = line.network.parameters.map { trace[.parameter(.new, $0)] ?? .nan }
    for (found, expected) in zip(news, [0.5595, -0.02775, 0.08825, 0.540375, 0.410625]) {
      #expect(abs(found - expected) < 1e-12)
    }
    #expect(abs((trace[.output(11, .after)] ?? 0) - 0.869170) < 5e-7)
    let changed = run("trace", "autoencoder", "--inputs", "0.5,0,0,1", "--only", "given")
    #expect(changed.output.contains("t_1 = 0.5") && changed.output.contains("t_4 = 1"))
    let code = try example("autoencoder")
    #expect(code.samples.allSatisfy { $0.targets == $0.inputs })
    #expect(try code.network.train(on: code.samples, code.training).evaluation.correct == 4)
  }
}
