import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// The pictures of one step: `export --plot-weight`, `--plot-activation`, `--plot-deltas`.
struct StepPlotTests {
  // MARK: The loss over a parameter

  @Test func `the point, the tangent and the arrow stand where the numbers say`() throws {
    // E(w) = ½(3 − 2w)² at w = 0.5: E = 2, ∂E/∂w = −4; η = 0.5 leads to 2.5, where E = 2.
    let picture = try PlotPicture(
      of: run("export", "-", "--plot-weight", "w[2,1]", input: Self.parabola))
    let dot = try #require(picture.circles("dot c0").first)
    #expect(picture.value(dot.x, .across).isNear(0.5, 0.02))
    #expect(picture.value(dot.y, .up).isNear(2, 0.1))
    let tangent = try #require(picture.paths("curve c1 tangent").first)
    let (start, end) = (tangent[0], tangent[1])
    let slope =
      (picture.value(end.y, .up) - picture.value(start.y, .up))
      / (picture.value(end.x, .across) - picture.value(start.x, .across))
    #expect(slope.isNear(-4, 0.05))
    let tip = try #require(picture.paths("head").first?.first)
    #expect(picture.value(tip.x, .across).isNear(2.5, 0.02))
    let ring = try #require(picture.circles("dot c2").first)
    #expect(picture.value(ring.x, .across).isNear(2.5, 0.02))
    #expect(picture.value(ring.y, .up).isNear(2, 0.1))
    for point in try #require(picture.paths("curve c0").first) {
      let w = picture.value(point.x, .across)
      #expect(picture.value(point.y, .up).isNear(0.5 * (3 - 2 * w) * (3 - 2 * w), 0.3))
    }
    #expect(picture.text.contains("w21 = 0.5, E = 2"))
    #expect(picture.text.contains("Δw21 = −η·∂E/∂w21 = 2 leads to w21+ = 2.5"))
    #expect(picture.text.contains("E(w21+) = 2"))
  }

  private static let parabola = """
    {inputs: 1, layers: [{activation: "identity", weights: [[0.5]]}], learningRate: 0.5,
     samples: [{inputs: [2], targets: [3]}]}
    """

  @Test func `a short step has a close-up, counted from the values before it`() throws {
    let picture = try PlotPicture(
      of: run("export", "mango", "--plot-weight", "w[good,size]"), frame: 1)
    let tip = try #require(picture.paths("head").first?.first)
    #expect(picture.value(tip.x, .across).isNear(0.0336471, 0.0003))
    let ring = try #require(picture.circles("dot c2").first)
    #expect(picture.value(ring.y, .up).isNear(0.0638468 - 0.0660834, 0.0001))
    let whole = try PlotPicture(of: run("export", "mango", "--plot-weight", "w_31"))
    #expect(whole.source == picture.source)
    // What the curve comes to where the exponential function says it does.
    let curve = try #require(whole.paths("curve c0").first)
    for (w, loss) in [(-1.6, 0.27295), (0.4, 0.0660834), (1.4, 0.0208571), (3.4, 0.00121357)] {
      let point = try #require(
        curve.min { a, b in
          abs(whole.value(a.x, .across) - w) < abs(whole.value(b.x, .across) - w)
        })
      #expect(whole.value(point.y, .up).isNear(loss, 0.004), "\(w)")
    }
  }

  @Test(arguments: [
    ("mazur", "w[o1,h1]", []), ("xor", "threshold[h1]", ["--notation", "zhou"]),
    ("adam", "w[h,x1]", []), ("least-squares", "w[y,x]", ["--trace-step", "2"]),
    ("adam", "w[h,x2]", ["--trace-step", "3"]),
    ("convolution", "b[c1]", []), ("autoencoder", "w[7,c1]", ["--trace-step", "2"]),
    ("han-kamber", "w[4,1]", []), ("line", "b[3]", ["--round-as-you-go"]),
    ("edges", "w[c1,1,1]", ["--trace-step", "1", "--decimals", "6"]),
  ])
  func `the numbers are those of the step`(
    _ example: String, _ id: String, _ options: [String]
  ) throws {
    let picture = try PlotPicture(of: run(["export", example, "--plot-weight", id] + options))
    let data = run(["export", example, "--to", "json"] + options)
    let steps = try #require(try data.json()["steps"] as? [[String: Any]])
    let isBatch = Set(steps.compactMap { $0["sample"] as? Int }).count > 1
    #expect(isBatch || example != "least-squares")
    let format: NumberFormat =
      options.contains("--decimals") ? .decimals(6) : .significant(6)
    for name in ["E", "grad." + id, "change." + id, "new." + id] {
      // Of a batch, what belongs to no sample.
      let values = steps.filter {
        $0["id"] as? String == name && (!isBatch || $0["sample"] == nil)
      }
      let value = try #require(values.first?["value"] as? Double, "\(name)")
      #expect(picture.text.contains("= " + format.text(value)), "\(name) \(value)")
    }
  }

  @Test func `what is frozen or has no gradient says so`() throws {
    let frozen = try PlotPicture(of: run("export", "mazur", "--plot-weight", "b1"))
    #expect(frozen.text.contains("frozen: the update leaves b1 as it is"))
    #expect(frozen.paths("head").isEmpty)
    let perceptron = try PlotPicture(
      of: run("export", "perceptron", "--plot-weight", "w[and,x1]", "--sample", "2"))
    #expect(perceptron.text.contains("The perceptron rule uses no gradient"))
    #expect(perceptron.paths("curve c1 tangent").isEmpty)
    #expect(!perceptron.text.contains("η"))
  }

  @Test func `only plain gradient descent is told as the gradient times the learning rate`() throws
  {
    let adam = try PlotPicture(of: run("export", "adam", "--plot-weight", "w[h,x1]"))
    #expect(adam.text.contains("the step: Δw31 = ") && !adam.text.contains("η"))
  }

  @Test func `a tied weight moves at both places`() throws {
    // x̂ = w·w·x with x = 1 and t = 4 at w = 1: E = ½(4 − w²)², its slope −2w(4 − w²) = −6.
    let source = """
      {inputs: 1, layers: [{activation: "identity", weights: [[1]]},
        {neurons: 1, tied: 1, activation: "identity"}], learningRate: 0.1,
       samples: [{inputs: [1], targets: [4]}]}
      """
    let result = run("export", "-", "--plot-weight", "w[2,1]", input: source)
    let picture = try PlotPicture(of: result)
    let dot = try #require(picture.circles("dot c0").first)
    #expect(picture.value(dot.y, .up).isNear(4.5, 4))
    #expect(picture.text.contains("= -6"))
  }

  @Test func `a loss beyond Double is a gap`() throws {
    let source = """
      {inputs: 1, layers: [{activation: "identity", weights: [[1e154]]}],
       samples: [{inputs: [1], targets: [0]}]}
      """
    let result = run("export", "-", "--plot-weight", "w[2,1]", input: source)
    #expect(!result.output.contains("nan") && !result.output.contains("inf"))
    _ = try PlotPicture(of: result)
  }

  // MARK: The activation of a neuron

  @Test func `the activation has the sample's point, and its slope beneath`() throws {
    // net = 0.8·0.4 + 0.9·0.6 − 0.3 = 0.56.
    let (net, out) = (0.56, 1 / (1 + exp(-0.56)))
    for id in ["good", "net[good]", "out[good]", "delta[good]", "net_3", "δ_3", "slope[good]"] {
      let result = run("export", "mango", "--plot-activation", id)
      let upper = try PlotPicture(of: result)
      let dot = try #require(upper.circles("dot c0").first)
      #expect(upper.value(dot.x, .across).isNear(net, 0.02))
      #expect(upper.value(dot.y, .up).isNear(out, 0.004))
      let tangent = try #require(upper.paths("curve c1 tangent").first)
      let slope =
        (upper.value(tangent[1].y, .up) - upper.value(tangent[0].y, .up))
        / (upper.value(tangent[1].x, .across) - upper.value(tangent[0].x, .across))
      #expect(slope.isNear(out * (1 - out), 0.002))
      let lower = try PlotPicture(of: result, frame: 1)
      let point = try #require(lower.circles("dot c0").first)
      #expect(lower.value(point.y, .up).isNear(out * (1 - out), 0.001))
      #expect(upper.circles("spot").count == 3 && lower.circles("spot").count == 3)
      #expect(upper.text.contains("net3 = 0.56") && upper.text.contains("f′(net3) = 0.231381"))
    }
  }

  // MARK: The error terms

  @Test(arguments: ["deep-sigmoid", "deep-relu", "xor", "mazur", "relu-softmax"])
  func `bars are as high as the logarithm of the largest error term`(_ name: String) throws {
    let result = run("export", name, "--plot-deltas", "--digits", "17")
    let picture = try PlotPicture(of: result, isLogarithmic: true)
    let network = try example(name)
    let trace = try network.network.trace(network.samples[0])
    let largest = network.network.topology.layers.map { nodes in
      nodes.map { (trace[.delta($0)] ?? 0).magnitude }.max() ?? 0
    }
    let bars = picture.bars
    #expect(bars.count == largest.count)
    for (bar, size) in zip(bars, largest) {
      #expect(picture.value(bar, .up).isNear(log10(size), 0.02), "\(size)")
    }
    let nonzero = network.network.topology.neurons.count { trace[.delta($0)] != 0 }
    #expect(picture.circles("spot").count == nonzero)
  }

  @Test func `the factor leads from a layer to the one before it`() throws {
    // Each layer's δ is that of the next times its weight and the slope.
    let text = try PlotPicture(of: run("export", "deep-sigmoid", "--plot-deltas")).text
    for part in ["0.0889151", "3.52405e-6", "← ×0.188", "← ×0.171", "layer 7", "(output)"] {
      #expect(text.contains(part), "\(part)")
    }
    let zhou = try PlotPicture(of: run("export", "xor", "--plot-deltas", "--notation", "zhou")).text
    #expect(zhou.contains("|e|, |g|") && !zhou.contains("δ"))
    let han = try PlotPicture(of: run("export", "han-kamber", "--plot-deltas")).text
    #expect(han.contains("|Err|") && !han.contains("δ"))
  }

  @Test func `a layer without any error has no bar`() throws {
    let source = """
      {inputs: 1, layers: [{activation: "relu", weights: [[-1], [-2]]},
        {activation: "identity", weights: [[1, 1]]}], samples: [{inputs: [1], targets: [2]}]}
      """
    let picture = try PlotPicture(of: run("export", "-", "--plot-deltas", input: source))
    #expect(picture.bars.count == 1)
    #expect(picture.text.contains("\n0\n") && !picture.text.contains("←"))
    let exact = source.replacingOccurrences(of: "targets: [2]", with: "targets: [0]")
    #expect(try PlotPicture(of: run("export", "-", "--plot-deltas", input: exact)).bars.isEmpty)
    let some = try PlotPicture(of: run("export", "relu-softmax", "--plot-deltas"))
    #expect(some.text.contains("1 of 3 are 0"))
  }
}

/// What `export` says of pictures that cannot be drawn, and that every example has them.
struct StepPlotCommandTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [
    (["--plot-weight", "net[h1]"], "'net[h1]' is not a weight or a bias"),
    (["--plot-weight", "w[h1,i9]"], "did you mean 'w[h1,i1]'"),
    (["--plot-weight", ""], "such as 'w[h1,i1]', 'b[layer 1]'"),
    (["--plot-weight", "w"], "means 8 quantities"),
    (["--plot-activation", "i1"], "is an input"), (["--plot-activation", "E"], "is not a neuron"),
    (["--plot-activation", "net[h3]"], "did you mean 'net[h1]'"),
    (["--plot-activation", "net"], "means 4 quantities"),
    (["--plot-deltas", "--plot-weight", "w1"], "cannot be used together"),
    (["--plot-deltas", "--detail", "full"], "'--detail' has no effect in --plot-deltas"),
    (["--plot-deltas", "--matrix"], "'--matrix' has no effect"),
    (["--plot-deltas", "--diagram"], "'--diagram' has no effect"),
    (["--plot-deltas", "--standalone"], "'--standalone' has no effect"),
    (["--plot-deltas", "--with-gradcheck"], "'--with-gradcheck' has no effect"),
    (["--plot-deltas", "--to", "md"], "'--plot-deltas' has no effect in md"),
    (["--plot-deltas", "-o", "x.md"], "give the file the extension .svg"),
    (["--plot-deltas", "-o", "x"], "give the file the extension .svg"),
  ])
  func `what cannot be drawn is said`(_ options: [String], _ message: String) {
    let result = run(["export", "mazur"] + options)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func `softmax, pooling and missing targets are said`() {
    for (arguments, message) in [
      (["relu-softmax", "--plot-activation", "out[9]"], "is a softmax output"),
      (["convolution", "--plot-activation", "p2.1.1"], "is a pooling node"),
    ] {
      let result = run(["export"] + arguments)
      #expect(result.code == 2)
      #expect(result.error.contains(message), "\(result.error)")
    }
    let source = "{inputs: 1, layers: [{weights: [[1]]}], samples: [{inputs: [1]}]}"
    for option in [["--plot-weight", "w[2,1]"], ["--plot-deltas"]] {
      let result = run(["export", "-"] + option, input: Array(source.utf8))
      #expect(result.code == 2)
      #expect(result.error.contains("needs the sample's targets"))
    }
    #expect(run("export", "-", "--plot-activation", "2", input: source).code == 0)
  }

  @Test func `a picture goes to its file, else to standard output`() throws {
    for option in [["--plot-weight", "w1"], ["--plot-activation", "h1"], ["--plot-deltas"]] {
      let direct = run(["export", "mazur"] + option)
      #expect(direct.code == 0)
      #expect(run(["export", "mazur", "-o", folder.path("x.svg")] + option).output.isEmpty)
      #expect(try folder.text(of: "x.svg") == direct.output)
      #expect(run(["export", "mazur", "--to", "svg"] + option).output == direct.output)
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `every example has its pictures`(_ name: String) throws {
    let file = try example(name)
    let topology = file.network.topology
    let parameters = file.network.layers.indices.flatMap { l in
      let all = topology.parameters(ofLayer: l)
      return [all.first, all.last].compactMap { $0 }
    }
    var notations = ["documents", "mazur", "nielsen", "hankamber"]
    if topology.layers.count == 2, file.network.isDense { notations.append("zhou") }
    for (n, parameter) in parameters.enumerated() {
      let notation = notations[n % notations.count]
      let ids = QuantityIDs(
        of: file.network, Convention(subtractsThresholds: notation == "zhou"))
      let result = run(
        "export", name, "--plot-weight", ids.id(of: parameter), "--notation", notation, "--lang",
        n % 2 == 0 ? "en" : "zh")
      #expect(result.code == 0, "\(result.error)")
      if result.code == 0 { _ = try PlotPicture(of: result) }
    }
    for (n, nodes) in topology.layers.enumerated() {
      let layer = file.network.layers[n]
      guard layer.form.hasNets, !layer.activation.mixesNeurons else { continue }
      let label = file.network.labels[nodes.lowerBound]
      let result = run("export", name, "--plot-activation", label)
      #expect(result.code == 0, "\(result.error)")
      if result.code == 0 { _ = try PlotPicture(of: result) }
    }
    for options in [[], ["--trace-step", "1"], ["--notation", "nielsen", "--lang", "zh"]] {
      let result = run(["export", name, "--plot-deltas"] + options)
      #expect(result.code == 0, "\(result.error)")
      if result.code == 0 { _ = try PlotPicture(of: result) }
    }
  }
}
