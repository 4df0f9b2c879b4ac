import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// How a hidden layer moves the plane, and what adds up to a curve.
struct PlaneStageTests {
  typealias Point = Separation.Point

  private func isNear(_ a: Point, _ x: Double, _ y: Double) -> Bool {
    abs(a.x - x) < 1e-12 && abs(a.y - y) < 1e-12
  }

  @Test func `samples lie at W·x, W·x + b and f(W·x + b)`() throws {
    let file = try networkFile(
      """
      {inputs: 2, layers: [
        {activation: "tanh", weights: [[2, -1], [0.5, 3]], biases: [0.25, -1.5]},
        {activation: "sigmoid", weights: [[1, -2]], biases: [0.5]}],
       samples: [{inputs: [1, 1], targets: [1]}, {inputs: [-0.5, 2], targets: [0]}]}
      """)
    let stages = try #require(PlaneStages(file.network, on: file.samples))
    // By hand: 2·1 − 1·1 = 1, 0.5·1 + 3·1 = 3.5; 2·(−0.5) − 1·2 = −3, 0.5·(−0.5) + 3·2 = 5.75.
    let expected: [(PlaneStages.Stage, [(Double, Double)])] = [
      (.inputs, [(1, 1), (-0.5, 2)]), (.weighted, [(1, 3.5), (-3, 5.75)]),
      (.shifted, [(1.25, 2), (-2.75, 4.25)]),
      (.bent, [(tanh(1.25), tanh(2)), (tanh(-2.75), tanh(4.25))]),
    ]
    for (stage, points) in expected {
      let found = stages.samples(at: stage)
      #expect(found.map(\.class) == [1, 0])
      for (sample, point) in zip(found, points) {
        #expect(isNear(sample.point, point.0, point.1), "\(stage)")
      }
      let (x, y) = stages.window(of: stage)
      #expect(found.allSatisfy { x.contains($0.point.x) && y.contains($0.point.y) })
      for point in stages.grid(at: stage).joined() {
        #expect(x.contains(point.x) && y.contains(point.y))
      }
    }
    #expect(stages.window(of: .weighted) == stages.window(of: .shifted))
    #expect(stages.orientation == .kept && stages.hasShift)
    // The output neuron's net value is 0 on its line, wherever that is drawn.
    let cut = try #require(stages.cuts.first)
    for stage in [PlaneStages.Stage.inputs, .weighted, .shifted] {
      let (x, y) = stages.window(of: stage)
      let points = stages.line(of: cut, at: stage, x: x, y: y).joined()
      #expect(points.count > 10)
      for point in points {
        let net =
          switch stage {
          case .inputs:
            [2 * point.x - point.y + 0.25, 0.5 * point.x + 3 * point.y - 1.5]
          case .weighted: [point.x + 0.25, point.y - 1.5]
          case .shifted, .bent: [point.x, point.y]
          }
        #expect(abs(tanh(net[0]) - 2 * tanh(net[1]) + 0.5) < 1e-3, "\(stage)")
      }
    }
  }

  @Test(arguments: [
    ("[[1, 0], [0, 1]]", PlaneStages.Orientation.kept), ("[[0, 1], [1, 0]]", .mirrored),
    ("[[0.1, 0.2], [0.3, 0.6]]", .flattened), ("[[1, 1], [1, 1.01]]", .pressed),
  ])
  func `what weights do to areas is told`(
    _ weights: String, _ orientation: PlaneStages.Orientation
  ) throws {
    let file = try networkFile(
      """
      {inputs: 2, layers: [{weights: \(weights)}, {weights: [[1, 1]]}],
       samples: [{inputs: [1, 0], targets: [1]}, {inputs: [0, 1], targets: [0]}]}
      """)
    let stages = try #require(PlaneStages(file.network, on: file.samples))
    #expect(stages.orientation == orientation && !stages.hasShift)
  }

  @Test func `there are stages only of two inputs and two hidden neurons`() throws {
    for name in ["xor", "mazur"] {
      let file = try example(name)
      #expect(PlaneStages(file.network, on: file.samples) != nil, "\(name)")
    }
    for name in ["mango", "curve", "four-hidden", "valley"] {
      let file = try example(name)
      #expect(PlaneStages(file.network, on: file.samples) == nil, "\(name)")
    }
  }

  @Test func `what the neurons add is the output in sum`() throws {
    let file = try example("curve")
    let trained = try file.network.train(on: file.samples, file.training).network
    let parts = try #require(ResponseParts(trained, around: file.samples))
    #expect(parts.parts.map(\.node) == [1, 2, 3] && parts.output == 4)
    let bias = try #require(parts.bias)
    for (n, x) in parts.inputs.enumerated() {
      // One by one: w·tanh(v·x + b).
      var sum = bias.value
      for (j, part) in parts.parts.enumerated() {
        let neuron = trained.layers[0].neurons[j]
        let value =
          trained.layers[1].neurons[0].weights[j]
          * tanh(neuron.weights[0] * x + (neuron.bias ?? 0))
        #expect(abs(part.values[n] - value) < 1e-12)
        sum += value
      }
      #expect(abs(sum - Evaluator(trained).outputs(for: [x])[0]) < 1e-12)
    }
    #expect(bias.value == trained.layers[1].neurons[0].bias)
  }

  @Test(arguments: [
    // No hidden layer, an output that is bent, two outputs, seven neurons, two inputs.
    "{inputs: 1, layers: [{activation: \"identity\", weights: [[1]]}]}",
    "{inputs: 1, layers: [{weights: [[1]]}, {activation: \"sigmoid\", weights: [[1]]}]}",
    "{inputs: 1, layers: [{weights: [[1]]}, {activation: \"identity\", weights: [[1], [2]]}]}",
    """
    {inputs: 1, layers: [{weights: [[1], [1], [1], [1], [1], [1], [1]]},
      {activation: "identity", weights: [[1, 1, 1, 1, 1, 1, 1]]}]}
    """,
    "{inputs: 2, layers: [{weights: [[1, 1]]}, {activation: \"identity\", weights: [[1]]}]}",
  ])
  func `other outputs are no such sums`(_ source: String) throws {
    let inputs = source.hasPrefix("{inputs: 2") ? "0, 1" : "0"
    let file = try networkFile(String(source.dropLast()) + ", samples: [{inputs: [\(inputs)]}]}")
    #expect(ResponseParts(file.network, around: file.samples) == nil)
  }
}
