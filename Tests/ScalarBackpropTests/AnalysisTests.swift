import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// What can be known of a network without a training step.
struct AnalysisTests {
  @Test(arguments: Example.all.map(\.name))
  func `an evaluator puts out what a trace does`(_ name: String) throws {
    let file = try example(name)
    let evaluator = Evaluator(file.network)
    for (l, nodes) in file.network.topology.layers.enumerated() {
      for sample in file.samples {
        let trace = try file.network.trace(sample)
        let expected = nodes.map { trace[.output($0, .before)] }
        #expect(evaluator.outputs(for: sample.inputs, ofLayer: l) == expected)
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `linear layers multiplied out do what they do one after the other`(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let shape = (0..<4).map { _ in 1 + Int(random.wholeNumber(below: 4)) }
    let layers = zip(shape, shape.dropFirst()).map { incoming, count in
      let hasBias = random.uniform() < 0.6
      return Layer(
        neurons: (0..<count).map { _ in
          Neuron(
            weights: (0..<incoming).map { _ in random.normal() },
            bias: hasBias ? random.normal() : nil)
        }, activation: .identity)
    }
    let network = try Network(inputs: Array(repeating: nil, count: shape[0]), layers: layers)
    let map = AffineMap(layers[...])
    #expect((map.biases == nil) == layers.allSatisfy { $0.biasKind == .absent })
    let inputs = (0..<shape[0]).map { _ in random.normal() }
    let outputs = Evaluator(network).outputs(for: inputs)
    for (k, row) in map.weights.enumerated() {
      let sum = zip(row, inputs).reduce(map.biases?[k] ?? 0) { $0 + $1.0 * $1.1 }
      #expect((sum - outputs[k]).magnitude < 1e-12 * max(1, sum.magnitude))
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `at the closed form every gradient is 0`(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let (inputs, outputs) = (
      1 + Int(random.wholeNumber(below: 3)), 1 + Int(random.wholeNumber(below: 2))
    )
    let hasBias = random.uniform() < 0.7
    let neurons = (0..<outputs).map { _ in
      Neuron(weights: (0..<inputs).map { _ in random.normal() }, bias: hasBias ? 0 : nil)
    }
    let loss = [Loss.halfSquaredError, .squaredError, .meanSquaredError].randomElement(
      using: &random)
    let network = try Network(
      inputs: Array(repeating: nil, count: inputs),
      layers: [Layer(neurons: neurons, activation: .identity)],
      loss: loss ?? .squaredError)
    let samples = (0..<12).map { _ in
      Sample(
        inputs: (0..<inputs).map { _ in random.normal() },
        targets: (0..<outputs).map { _ in random.normal() })
    }
    let solution = try #require(LeastSquares(network, on: samples))
    let best = try Network(
      inputs: network.inputs, layers: [Layer(neurons: solution.neurons, activation: .identity)],
      loss: network.loss)
    var training = Training()
    training.batchSize = nil
    let trace = try best.state(beforeStep: 1, of: training, on: samples).trace()
    for parameter in best.parameters {
      let gradient = try #require(trace[.parameter(.gradient, parameter)])
      #expect(gradient.magnitude < 1e-12)
    }
  }

  @Test func `the closed form keeps its digits far from the origin`() throws {
    // t = 3x − 7 without an error, at years and at millions.
    for start in [2000.0, 1e7] {
      let samples = (0..<5).map { n in
        let x = start + Double(n)
        return Sample(inputs: [x], targets: [3 * x - 7])
      }
      let network = try Network(
        inputs: [nil],
        layers: [Layer(neurons: [Neuron(weights: [0], bias: 0)], activation: .identity)])
      let neuron = try #require(LeastSquares(network, on: samples)).neurons[0]
      #expect((neuron.weights[0] - 3).magnitude < 1e-12 * start)
      #expect(((neuron.bias ?? .nan) + 7).magnitude < 1e-12 * start * start)
    }
  }

  @Test func `no closed form where there is none`() throws {
    func solution(_ source: String) throws -> LeastSquares? {
      let file = try networkFile(source)
      return LeastSquares(file.network, on: file.samples)
    }
    let samples = "samples: [{inputs: [1], targets: [2]}, {inputs: [2], targets: [3]}]"
    func layer(_ rest: String) -> String {
      "{inputs: 1, layers: [{weights: [[1]]\(rest)}], \(samples)}"
    }
    #expect(try solution(layer(", activation: 'linear', biases: [0]")) != nil)
    #expect(try solution(layer("")) == nil)
    #expect(try solution(layer(", activation: 'linear', biases: [0], frozen: ['bias']")) == nil)
    #expect(
      try solution(
        "{inputs: 1, layers: [{weights: [[1]], activation: 'linear'}], loss: 'huber', \(samples)}")
        == nil)
    // One point leaves a line with a bias open.
    #expect(
      try solution(
        "{inputs: 1, layers: [{weights: [[1]], biases: [0], activation: 'linear'}], "
          + "samples: [{inputs: [1], targets: [2]}]}") == nil)
  }

  private func points(_ list: [(Double, Double)]) -> [Separation.Point] {
    list.map { Separation.Point(x: $0.0, y: $0.1) }
  }

  @Test func `a straight line separates some sets of points and not others`() {
    let corners = points([(0, 0), (1, 1)])
    #expect(Separation.isPossible(corners, points([(0, 1), (1, 0)])) == false)
    #expect(Separation.isPossible(points([(0, 0), (0, 1)]), points([(1, 0), (1, 1)])) == true)
    #expect(Separation.isPossible(corners, []) == true)
    #expect(Separation.isPossible(points([(0, 0)]), points([(0, 1e-9)])) == true)
    #expect(Separation.isPossible(points([(0, 0)]), points([(0, 0)])) == false)
    // On one line: one after the other, or one within the other.
    #expect(Separation.isPossible(points([(0, 0), (1, 1)]), points([(2, 2), (3, 3)])) == true)
    #expect(Separation.isPossible(points([(0, 0), (3, 3)]), points([(1, 1), (2, 2)])) == false)
    // A point within a triangle, and one beside it.
    let triangle = points([(0, 0), (4, 0), (0, 4)])
    #expect(Separation.isPossible(triangle, points([(1, 1)])) == false)
    #expect(Separation.isPossible(triangle, points([(3, 3)])) == true)
    #expect(Separation.isPossible(triangle, points([(2, 2)])) == false)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a line that was drawn first is found, and one that is crossed is not`(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    let (a, b, c) = (random.normal(), random.normal(), 0.3 * random.normal())
    var sets: [[Separation.Point]] = [[], []]
    while sets[0].count + sets[1].count < 30 {
      let point = Separation.Point(
        x: random.uniform(from: -1, to: 1), y: random.uniform(from: -1, to: 1))
      let side = a * point.x + b * point.y + c
      if side.magnitude > 0.05 { sets[side > 0 ? 1 : 0].append(point) }
    }
    #expect(Separation.isPossible(sets[0], sets[1]) == true)
    // The middle of the points of the larger set, given to the other one.
    sets.sort { $0.count > $1.count }
    let count = Double(sets[0].count)
    let middle = Separation.Point(
      x: sets[0].reduce(0) { $0 + $1.x } / count, y: sets[0].reduce(0) { $0 + $1.y } / count)
    #expect(Separation.isPossible(sets[0], sets[1] + [middle]) == false)
  }

  @Test func `the decision points on a line are found to the bit`() throws {
    // 0.5 is crossed where net = 0.
    let network = try Network(
      inputs: [nil], layers: [Layer(neurons: [Neuron(weights: [2], bias: -0.6)])])
    let samples = [(0.0, 0.0), (1.0, 1.0)].map { Sample(inputs: [$0.0], targets: [$0.1]) }
    let points = try #require(DecisionPoints(network, on: samples))
    #expect(points.places.count == 1 && (points.places[0] - 0.3).magnitude < 1e-15)
    let other = samples.map { Sample(inputs: $0.inputs.map { $0 + 1 }, targets: $0.targets) }
    #expect(try #require(DecisionPoints(network, on: other)).places.isEmpty)
    #expect(DecisionPoints(try example("xor").network, on: try example("xor").samples) == nil)
    #expect(DecisionPoints(try example("curve").network, on: try example("curve").samples) == nil)
  }

  @Test func `classes that targets tell`() throws {
    func classes(_ targets: [[Double]]) -> Classes? {
      Classes(of: targets.map { Sample(inputs: [0], targets: $0) })
    }
    #expect(classes([[0], [1]])?.threshold == 0.5)
    #expect(classes([[-1], [1]])?.threshold == 0)
    #expect(classes([[0], [0]]) == nil, "one class is no classification")
    #expect(classes([[0], [0.5]]) == nil)
    #expect(classes([[1, 0, 0], [0, 0, 1]])?.count == 3)
    #expect(classes([[1, 1], [0, 0.5]]) == nil)
    let rows = try #require(classes([[1, 1], [0, 1]]))
    #expect(rows.count == 4 && rows.threshold == 0.5)
    #expect(
      [[0, 0], [0.2, 0.9], [0.7, 0.5], [0.6, 0.6]].map { rows.number(of: $0) } == [0, 1, 2, 3])
    #expect(classes([Array(repeating: 1, count: 31), Array(repeating: 0, count: 31)]) == nil)
    #expect(classes([]) == nil)
    let three = try #require(classes([[1, 0, 0], [0, 0, 1]]))
    #expect(three.number(of: [0.2, 0.5, 0.3]) == 1)
    #expect(try #require(classes([[0], [1]])).number(of: [0.5]) == 0)
  }

  @Test func `the plane of the inputs, and as a hidden layer sees it`() throws {
    let file = try example("xor")
    let network = try file.network.train(on: file.samples, file.training).network
    let inputs = try #require(DecisionPlane(inputsOf: network, on: file.samples))
    #expect(inputs.isSeparable == false && inputs.grid.isEmpty)
    #expect(inputs.samples.map(\.class) == file.samples.map { Int($0.targets?[0] ?? .nan) })
    #expect(inputs.lines.map(\.node) == [2, 3])
    for line in inputs.lines {
      // Where the line crosses an axis the net value is 0.
      let trace = try network.trace(Sample(inputs: [-line.c / line.a, 0]))
      #expect((trace[.net(line.node, .before)] ?? .nan).magnitude < 1e-12)
    }
    let hidden = try #require(DecisionPlane(hiddenLayerOf: network, on: file.samples))
    #expect(hidden.lines.count == 1 && hidden.grid.count == 26)
    #expect(hidden.samples.count == 4)
    for (place, sample) in zip(hidden.samples, file.samples) {
      let seen = Evaluator(network).outputs(for: sample.inputs, ofLayer: 0)
      #expect([place.point.x, place.point.y] == seen)
    }
    #expect(
      try DecisionPlane(inputsOf: example("curve").network, on: example("curve").samples) == nil)
    #expect(
      try DecisionPlane(hiddenLayerOf: example("perceptron").network, on: file.samples) == nil)
  }

  @Test func `a response curve goes beyond the samples on both sides`() throws {
    let file = try example("curve")
    let curve = try #require(ResponseCurve(file.network, around: file.samples))
    let xs = file.samples.map { $0.inputs[0] }
    #expect((curve.inputs.first ?? 0) < xs.min() ?? 0 && (curve.inputs.last ?? 0) > xs.max() ?? 0)
    #expect(curve.inputs == curve.inputs.sorted() && curve.outputs.count == curve.inputs.count)
    for (x, outputs) in zip(curve.inputs, curve.outputs) {
      #expect(outputs == Evaluator(file.network).outputs(for: [x]))
    }
    #expect(ResponseCurve(try example("xor").network, around: []) == nil)
  }

  @Test func `a map of classes asks in the middle of each cell`() throws {
    // The class is 1 above the diagonal.
    let network = try Network(
      inputs: [nil, nil], layers: [Layer(neurons: [Neuron(weights: [-1, 1])])])
    let classes = try #require(
      Classes(of: [0.0, 1].map { Sample(inputs: [0, 0], targets: [$0]) }))
    let map = DecisionRegions(network, classes, x: 0...1, y: 0...1, cells: 4)
    for row in 0..<4 {
      for column in 0..<4 { #expect(map[column, row] == (3 - row > column ? 1 : 0)) }
    }
    let hidden = try example("xor").network
    let behind = try hidden.part(behind: 0)
    let inner = Evaluator(hidden).outputs(for: [1, 0], ofLayer: 0)
    #expect(Evaluator(behind).outputs(for: inner) == Evaluator(hidden).outputs(for: [1, 0]))
  }
}
