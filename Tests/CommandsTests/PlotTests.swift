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

  @Test func `a network fits a curve`() throws {
    let fitted = try example("curve")
    #expect(try fitted.network.train(on: fitted.samples, fitted.training).loss < 0.002)
  }
}
