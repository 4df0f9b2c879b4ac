import CommandTestSupport
import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The pictures of a training, read back: what stands where in them.
struct PictureTests {
  private let folder = TemporaryFolder()

  private func picture(_ arguments: String..., input: String = "") throws -> Picture {
    let file = folder.path("picture.svg")
    let result = run(arguments + [file], input: Array(input.utf8))
    #expect(result.code == 0 && result.error.isEmpty, "\(arguments) \(result.error)")
    return try Picture(folder.text(of: "picture.svg"))
  }

  @Test func `the old line is where the net value was 0`() throws {
    let picture = try picture("train", "mango", "--epochs", "1000", "--plot")
    let line = try #require(picture.paths(of: "past").first)
    #expect(picture.paths(of: "past").count == 1 && line.count == 2)
    // 0.4·size + 0.6·colour − 0.3 = 0, in the second frame.
    let frame = picture.frames[1]
    for place in line {
      let (size, colour) = frame.values(at: place, x: 0.095...1.005, y: -0.02...1.02)
      #expect(abs(0.4 * size + 0.6 * colour - 0.3) < 1e-3)
    }
    #expect(picture.text.contains("Dotted: where it was 0 before the training."))
    #expect(picture.text.contains("class=\"onto past\""))
    // The new one is elsewhere.
    #expect(picture.paths(of: "cut").first.map { $0[0].y } != line[0].y)
  }

  @Test func `old lines are left out where they would clutter, or where nothing has moved`() throws
  {
    #expect(try picture("train", "circle", "--plot").paths(of: "past").count == 4)
    for arguments in [
      ["train", "more-nodes", "--epochs", "5"], ["train", "mango", "--learning-rate", "0"],
    ] {
      let file = folder.path("b.svg")
      #expect(run(arguments + ["--plot", file]).code == 0)
      let picture = try Picture(folder.text(of: "b.svg"))
      #expect(picture.paths(of: "cut").count + picture.paths(of: "cut many").count > 0)
      #expect(picture.paths(of: "past").isEmpty && !picture.text.contains("Dotted:"))
    }
  }

  @Test func `dots are the parameters after each step`() throws {
    let file = try example("valley")
    let picture = try picture("train", "valley", "--plot-paths")
    let frame = picture.frames[0]
    // The frame's scale, from two marks of each axis.
    let x = try picture.axis([0, 1, 2, 3], isUpright: false)
    let y = try picture.axis([0, 1, 2], isUpright: true)
    #expect(abs(x(1) - x(0) - (y(0) - y(1))) < 0.3, "a unit is as long on both axes")
    for (n, optimizer) in Optimizer.usual.enumerated() {
      var training = file.training
      training.rule.optimizer = optimizer
      var expected: [(Double, Double)] = []
      for steps in 1...60 {
        training.epochs = steps
        let values = try file.network.train(on: file.samples, training).network.parameterValues
        expected.append((x(values[0]), y(values[1])))
      }
      let dots = picture.circles(of: "stop w\(n)").dropLast()
      #expect(dots.count > 20)
      // In their order, but for those that lie on the one before.
      var rest = expected[...]
      for dot in dots {
        let place = rest.firstIndex { abs($0.0 - dot.x) < 0.2 && abs($0.1 - dot.y) < 0.2 }
        let found = try #require(place, "\(optimizer.name) \(dot)")
        rest = rest[found...].dropFirst()
        #expect(frame.holds(dot))
      }
      // And none is left out that lies apart from all.
      for place in expected {
        #expect(dots.contains { abs(place.0 - $0.x) + abs(place.1 - $0.y) < 0.6 })
      }
      let end = try #require(picture.circles(of: "end-ring w\(n)").first)
      #expect(abs(end.x - expected[59].0) < 0.1 && abs(end.y - expected[59].1) < 0.1)
    }
    let start = try #require(picture.circles(of: "mark").first)
    #expect(abs(start.x - x(0)) < 0.1 && abs(start.y - y(0)) < 0.1)
  }

  @Test func `contour lines are drawn where the loss is what is written on them`() throws {
    let picture = try picture("train", "valley", "--plot-paths")
    let x = try picture.axis([0, 1, 2, 3], isUpright: false)
    let y = try picture.axis([0, 1, 2], isUpright: true)
    func loss(_ place: (x: Double, y: Double)) -> Double {
      let (w1, w2) = ((place.x - x(0)) / (x(1) - x(0)), (place.y - y(0)) / (y(1) - y(0)))
      let (first, second) = (w1 + 4 * w2 - 6, w1 - 6 * w2 + 4)
      return (first * first + second * second) / 4
    }
    let contours = picture.paths(of: "contour")
    let names = picture.texts(of: "onto middle small").compactMap { Double($0.text) }
    #expect(contours.count == 9 && names.count >= 6)
    for contour in contours {
      let losses = contour.map(loss)
      let mean = losses.reduce(0, +) / Double(losses.count)
      for loss in losses { #expect(abs(loss - mean) < 0.02 * mean + 0.02) }
    }
    for name in names {
      #expect(contours.contains { abs(loss($0[0]) - name) < 0.02 * name + 0.02 }, "\(name)")
    }
  }

  @Test func `a path that leaves is said to, and one that diverges, too`() throws {
    let away = try picture("train", "valley", "--learning-rate", "0.08", "--plot-paths")
    #expect(away.text.components(separatedBy: "outside the picture").count == 3)
    #expect(away.text.contains("η\u{A0}=\u{A0}0.08") || away.text.contains("η = 0.08"))
    let file = folder.path("far.svg")
    #expect(run("train", "valley", "--learning-rate", "1e250", "--plot-paths", file).code == 1)
    let far = try Picture(folder.text(of: "far.svg"))
    #expect(far.text.contains("diverged at step 2"))
    for picture in [away, far] {
      for n in 0..<6 {
        for path in picture.paths(of: "way w\(n)").dropLast() {
          #expect(path.allSatisfy(picture.frames[0].holds))
        }
      }
    }
  }

  @Test func `samples of a layer's frames lie at W·x, W·x + b and f(W·x + b)`() throws {
    let source = """
      {inputs: 2, learningRate: 0, layers: [
        {activation: "tanh", weights: [[2, -1], [0.5, 3]], biases: [0.25, -1.5]},
        {activation: "sigmoid", weights: [[1, -2]], biases: [0.5]}],
       samples: [{inputs: [1, 1], targets: [1]}, {inputs: [-0.5, 2], targets: [0]}]}
      """
    let picture = try picture("train", "-", "--plot-layers", input: source)
    #expect(picture.frames.count == 4)
    let expected = [
      [(1, 1), (-0.5, 2)], [(1, 3.5), (-3, 5.75)], [(1.25, 2), (-2.75, 4.25)],
      [(tanh(1.25), tanh(2.0)), (tanh(-2.75), tanh(4.25))],
    ]
    for (frame, points) in zip(picture.frames, expected) {
      let marks = picture.marks.filter(frame.holds)
      #expect(marks.count == 2)
      let ticks = picture.ticks(of: frame)
      for (mark, point) in zip(marks, points) {
        // Marks are drawn from their left edge, 4.5 before their middle; the second is round.
        #expect(abs(ticks.x(point.0) - 4.5 - mark.x) < 1.1, "\(point)")
        #expect(abs(ticks.y(point.1) - mark.y) < 5, "\(point)")
      }
    }
    #expect(picture.paths(of: "cut").count >= 4)
    #expect(picture.text.contains("From 2 to 3 the biases shift it"))
    #expect(picture.text.contains("From 3 to 4 tanh bends it"))
  }

  @Test func `the lines below a curve add up to it`() throws {
    let picture = try picture("train", "curve", "--plot")
    #expect(picture.frames.count == 3)
    let curve = try #require(
      picture.paths(of: "curve c0").first { $0.allSatisfy(picture.frames[1].holds) })
    let lines = (0..<4).compactMap { n in
      picture.paths(of: "curve w\(n)").first { $0.count > 2 }
    }
    #expect(lines.count == 4)
    let (above, below) = (
      picture.ticks(of: picture.frames[1]), picture.ticks(of: picture.frames[2])
    )
    func value(_ place: Double, _ scale: (Double) -> Double) -> Double {
      (place - scale(0)) / (scale(1) - scale(0))
    }
    #expect(lines.allSatisfy { $0.count == curve.count })
    for (n, point) in curve.enumerated() {
      let sum = lines.reduce(0) { $0 + value($1[n].y, below.y) }
      #expect(abs(sum - value(point.y, above.y)) < 0.02)
      #expect(lines.allSatisfy { abs($0[n].x - point.x) < 0.01 })
    }
    let words = picture.words
    for name in ["w52·a2", "w53·a3", "w54·a4", "w5b"] { #expect(words.contains(name), "\(name)") }
    #expect(try Picture(self.picture("train", "three-classes", "--plot").text).frames.count == 2)
  }

  @Test(arguments: Notation.profiles.map(\.name), ["en", "zh"])
  func `pictures are XML in every notation`(_ notation: String, _ language: String) throws {
    let options = ["--notation", notation, "--lang", language, "--epochs", "3"]
    // Its trainable parameters are a weight and a bias or threshold.
    let two = """
      {inputs: 1, layers: [{weights: [[2]], biases: [-1], frozen: ["weights", "bias"]},
        {activation: "sigmoid", weights: [[1]], biases: [0.5]}],
       samples: [{inputs: [0], targets: [0]}, {inputs: [2], targets: [1]}]}
      """
    let file = folder.path("a.svg")
    for (name, option) in [("-", "--plot-paths"), ("xor", "--plot-layers"), ("xor", "--plot")] {
      let result = run(
        ["train", name] + options + [option, file], input: name == "-" ? Array(two.utf8) : [])
      #expect(result.code == 0, "\(result.error)")
      let text = try folder.text(of: "a.svg")
      #expect(XMLParser(data: Data(text.utf8)).parse())
      #expect(!text.contains("nan") && !text.contains("inf"))
      if name == "-", notation == "zhou" {
        // Told as the threshold −0.5: below the middle of an axis that ends above 0.
        #expect(text.contains("θ") && text.contains(">-"))
      }
    }
  }

  @Test(arguments: [
    (["xor", "--plot-paths", "a.svg"], "exactly two parameters"),
    (["xor", "--plot-paths", "a.svg"], "there are 9; freeze the others"),
    (["perceptron", "--plot-paths", "a.svg"], "use a sigmoid"),
    (["valley", "--plot-paths", "a.png"], "--plot-paths draws SVG"),
    (["valley", "--plot-layers", "a.svg"], "try the example 'xor'"),
    (["xor", "--plot-layers", "a.txt"], "--plot-layers draws SVG"),
    (["lenet", "--plot-layers", "a.svg"], "try the example 'xor'"),
    (["valley", "--plot-paths", "a.svg", "--trace-step", "1"], "cannot be used together"),
    (["xor", "--plot-layers", "a.svg", "--trace-step", "1"], "cannot be used together"),
    (["pretraining", "--pretrain", "--plot-paths", "a.svg"], "cannot be used together"),
    (["valley", "--plot-paths", ""], "write --plot-paths FILE"),
    (["valley", "--plot-paths", "a.svg", "--plot", "./a.svg"], "same file"),
  ])
  func `what cannot be drawn is refused with a remedy, and leaves no file`(
    _ arguments: [String], _ words: String
  ) {
    let places = arguments.map { $0.hasSuffix(".svg") ? folder.path($0) : $0 }
    let result = run(["train"] + places)
    #expect(result.code == 2 && result.error.contains(words), "\(result.error)")
    #expect(result.output.isEmpty && folder.names.isEmpty)
    #expect(run(["train"] + places + ["--lang", "zh"]).error != result.error)
  }

  @Test func `too many samples are refused before anything is drawn`() {
    let samples = Array(repeating: "{inputs: [1, 2], targets: [3]}", count: 5_001)
    let source = """
      {inputs: 2, layers: [{activation: "identity", weights: [[0, 0]]}],
       samples: [\(samples.joined(separator: ","))]}
      """
    let result = run("train", "-", "--plot-paths", folder.path("a.svg"), input: source)
    #expect(result.code == 2 && result.error.contains("at most 10000, and here they are 10002"))
  }
}
