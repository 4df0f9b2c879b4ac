import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The pictures of `--plot`.
struct PlotTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  @Test func `a plot shows the classes of the plane, or the curve`() throws {
    let separable = "Here the classes are linearly separable."
    let inseparable = "Here the classes are not linearly separable."
    for (name, parts) in [
      ("xor", ["region k0", "region k1", "cut", "bent", inseparable, separable, ">h1<"]),
      ("curve", ["curve c0"]), ("three-classes", ["curve c2", "cut", ">middle<"]),
      ("relu-softmax", ["region k2"]), ("plateau", [inseparable]),
      ("mazur", ["class=\"cut\"", "class=\"bent\"", ">h1<"]),
    ] {
      let plot = path("\(name).svg")
      #expect(run("train", name, "--epochs", "2000", "--plot", plot).code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      for part in parts { #expect(picture.contains(part), "\(name) \(part)") }
      #expect(picture.contains("class=\"mark\""))
      let hasRegions = picture.contains("class=\"region")
      #expect(hasRegions == !["mazur", "curve", "three-classes"].contains(name), "\(name)")
      #expect(picture.contains("class=\"curve c1\"") == (name != "curve" && name != "mazur"))
      if name == "plateau" { #expect(!picture.contains(separable)) }
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
  }

  @Test(arguments: [
    // The loss, its margin or the sum of its means goes beyond Double.
    """
    {inputs: 1, layers: [{activation: "identity", weights: [[1]]}], loss: "absolute-error",
     learningRate: 0, epochs: 2, samples: [{inputs: [1.75e308], targets: [0]}]}
    """,
    // So does the width of the inputs, or a thousand times it.
    """
    {inputs: 1, layers: [{weights: [[1]]}],
     samples: [{inputs: [1e308], targets: [1]}, {inputs: [-1e308], targets: [0]}]}
    """,
    """
    {inputs: 1, layers: [{weights: [[1]]}],
     samples: [{inputs: [8e307], targets: [1]}, {inputs: [-8e307], targets: [0]}]}
    """,
    """
    {inputs: 2, layers: [{weights: [[1, 1]]}],
     samples: [{inputs: [1e308, 0], targets: [1]}, {inputs: [-1e308, 0], targets: [0]}]}
    """,
    // The bent grid of the hidden layer.
    """
    {inputs: 2, layers: [{activation: "identity", weights: [[1e308, 0], [0, 1]]},
      {weights: [[0, 1]]}],
     samples: [{inputs: [1, 0], targets: [1]}, {inputs: [-1, 0], targets: [0]}]}
    """,
    // All in one place; and names that XML does not allow.
    """
    {title: "a\\uFFFE<b", inputs: 1, layers: [{weights: [[1]]}],
     samples: [{name: "\\uFFFF", inputs: [1], targets: [0]}]}
    """,
  ])
  func `a picture is one, however large its numbers`(_ source: String) throws {
    let plot = path("large.svg")
    for rate in [[], ["--learning-rate", "1e300"]] {
      let result = run(["train", "-", "--plot", plot] + rate, input: Array(source.utf8))
      #expect(result.code < 2)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      #expect(!picture.contains("∞") && !picture.contains("nan") && !picture.contains("d=\"M\""))
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
  }

  @Test func `six classes are told apart without colour, seven are not told`() throws {
    for (count, isDrawn) in [(5, true), (6, true), (7, false)] {
      let rows = (0..<count).map { k in "[\(k), \(count - k)]" }.joined(separator: ", ")
      let samples = (0..<count).map { k in
        let targets = (0..<count).map { $0 == k ? "1" : "0" }.joined(separator: ", ")
        return "{inputs: [\(k), \(k * k)], targets: [\(targets)]}"
      }
      let source = """
        {inputs: 2, layers: [{activation: "softmax", weights: [\(rows)]}],
         loss: "cross-entropy", samples: [\(samples.joined(separator: ", "))]}
        """
      let plot = path("\(count).svg")
      #expect(run("train", "-", "--plot", plot, input: source).code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      #expect(picture.contains("class=\"region") == isDrawn, "\(count)")
      #expect(picture.contains("class=\"mark\""))
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
  }

  /// The places of the dots of a look, and those of the upright axis' marks.
  private func dots(_ look: String, in picture: String) -> [(x: Double, y: Double)] {
    picture.matches(of: /<circle class="dot (c\d)" cx="([\d.]+)" cy="([\d.]+)"/)
      .filter { $0.1 == look }.map { (Double($0.2) ?? .nan, Double($0.3) ?? .nan) }
  }

  @Test func `on a logarithmic scale equal factors are equally far apart`() throws {
    // E = w², and each step of 0.45·2w leaves a tenth of w: 100, 1, 0.01, 0.0001.
    let source = """
      { inputs: 1, layers: [{ activation: "identity", weights: [[10]] }], loss: "squared-error",
        learningRate: 0.45, epochs: 4, samples: [{ inputs: [1], targets: [0] }] }
      """
    for (language, name) in [("en", "loss (logarithmic scale)"), ("zh", "损失（对数刻度）")] {
      let plot = path("log.svg")
      let result = run(
        "train", "-", "--plot", plot, "--log-scale", "--lang", language, input: source)
      #expect(result.code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      #expect(picture.contains(name) && !picture.contains("left out"))
      let places = dots("c0", in: picture)
      #expect(places.count == 4)
      // Six powers of ten from the top to the bottom of 240.
      for (n, place) in places.enumerated() { #expect(abs(place.y - Double(72 + 80 * n)) < 0.51) }
      for mark in [">100<", ">1<", ">0.01<", ">1e-4<"] { #expect(picture.contains(mark)) }
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
    let refused = run("train", "-", "--log-scale", input: source)
    #expect(refused.code == 2 && refused.output.isEmpty && refused.error.contains("'--plot'"))
  }

  @Test func `a loss of 0 has no place on a logarithmic scale, and that is said`() throws {
    // The first step leads to w = 0.
    let source = """
      { inputs: 1, layers: [{ activation: "identity", weights: [[1]] }], loss: "squared-error",
        learningRate: 0.5, epochs: 4, samples: [{ inputs: [1], targets: [0] }] }
      """
    let plot = path("zero.svg")
    #expect(run("train", "-", "--plot", plot, "--log-scale", input: source).code == 0)
    let picture = try String(contentsOfFile: plot, encoding: .utf8)
    #expect(picture.contains("step (points at 0 left out)"))
    #expect(dots("c0", in: picture).count == 1)
    // Losses that are all 0, and ones at the ends of Double.
    let right = source.replacing("[[1]]", with: "[[0]]")
    let far = source.replacing("[[1]]", with: "[[1e-162]]").replacing(
      "rate: 0.5", with: "rate: 0.1")
    let high = source.replacing("[[1]]", with: "[[1.3e154]]")
    for text in [right, far, high] {
      #expect(run("train", "-", "--plot", plot, "--log-scale", input: text).code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      #expect(!picture.contains("nan") && !picture.contains("inf") && !picture.contains("d=\"M\""))
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
  }

  @Test func `the validation loss has a line of its own, and a legend`() throws {
    // One linear neuron on two samples, one a step: losses before steps 1, 3, 5 and behind step 6.
    let source = """
      { inputs: 1, layers: [{ activation: "identity", weights: [[1]] }], learningRate: 0.1,
        epochs: 3, samples: [{ inputs: [1], targets: [0] }, { inputs: [2], targets: [0] }],
        validation: [{ inputs: [1], targets: [0] }] }
      """
    let plot = path("validation.svg")
    for (language, name) in [("en", ">validation loss<"), ("zh", ">验证损失<")] {
      #expect(run("train", "-", "--plot", plot, "--lang", language, input: source).code == 0)
      let picture = try String(contentsOfFile: plot, encoding: .utf8)
      #expect(picture.contains(name) && picture.contains("curve c2"))
      // The first one belongs to the legend.
      let places = dots("c2", in: picture).dropFirst()
      for (place, step) in zip(places, [1.0, 3, 5, 7]) {
        #expect(abs(place.x - (80 + 620 * step / 7)) < 0.51)
      }
      // w is multiplied by 0.9·0.6 in each epoch, and E is w²/2; the largest loss is (2·0.9)²/2.
      let most = 1.04 * 1.62
      for (n, place) in places.enumerated() {
        let loss = pow(0.54, Double(2 * n)) / 2
        #expect(abs(place.y - (312 - 240 * loss / most)) < 0.51)
      }
      #expect(places.count == 4)
      // The held-out sample is a cross beside the two that are circles.
      #expect(picture.matches(of: /<path class="dot c2" d="M[\d.]+ [\d.]+l8 8/).count == 1)
      #expect(picture.contains(language == "en" ? ">Crosses: " : ">叉号："))
    }
    let plain = source.replacing(/validation: .*\]/, with: "")
    #expect(run("train", "-", "--plot", plot, input: plain).code == 0)
    let picture = try String(contentsOfFile: plot, encoding: .utf8)
    #expect(!picture.contains("curve c2\"") && picture.contains(">loss<"))
    #expect(!picture.contains("alidation") && !picture.contains("dot c2"))
  }

  @Test func `a network fits a curve`() throws {
    let fitted = try example("curve")
    #expect(try fitted.network.train(on: fitted.samples, fitted.training).loss < 0.002)
  }
}
