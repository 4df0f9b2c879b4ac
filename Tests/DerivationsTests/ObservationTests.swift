import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// What a teacher would point at, and nothing where there is nothing.
struct ObservationTests {
  private func observations(
    _ layers: String, rate: Double = 0.5, samples: String = "{ inputs: [1], targets: [0.2] }",
    rest: String = ""
  ) throws -> [Observation] {
    let file = try networkFile(
      """
      { inputs: 1, layers: [\(layers)], learningRate: \(rate), \(rest)
        samples: [\(samples)] }
      """)
    return try observations(of: file)
  }

  private func observations(of file: NetworkFile) throws -> [Observation] {
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    return Derivation(of: trace, in: .documents).observations(on: file.samples)
  }

  /// Of a step on all samples as one batch.
  private func batchObservations(_ file: NetworkFile) throws -> [Observation] {
    var training = file.training
    training.batchSize = nil
    let state = try file.network.state(beforeStep: 1, of: training, on: file.samples)
    let trace = state.trace()
    return Derivation(of: trace, in: .documents, state: state).observations(on: file.samples)
  }

  @Test func `nothing is said of an ordinary step`() throws {
    for name in ["mazur", "documents", "han-kamber", "xor", "mango"] {
      let found = try observations(of: example(name))
      #expect(found.isEmpty, "\(name) \(found)")
    }
  }

  @Test func `a saturated neuron`() throws {
    let found = try observations("{ weights: [[9]] }")
    guard case .saturated(let node, let net, let slope) = found.first else {
      return #expect(Bool(false), "\(found)")
    }
    #expect((node, net) == (1, 9))
    #expect(slope < 0.001)
    #expect(try observations("{ weights: [[4]], biases: [0] }").isEmpty)
  }

  @Test func `a ReLU that is silent, or dead for every sample`() throws {
    let layer = "{ weights: [[-2]], biases: [0], activation: 'relu' }"
    #expect(try observations(layer) == [.silent(node: 1, net: -2)])
    let two = "{ inputs: [1], targets: [0.2] }, { inputs: [3], targets: [0] }"
    #expect(try observations(layer, samples: two) == [.dead(node: 1, samples: 2)])
    let awake = "{ inputs: [1], targets: [0.2] }, { inputs: [-3], targets: [0] }"
    #expect(try observations(layer, samples: awake) == [.silent(node: 1, net: -2)])
  }

  @Test func `neurons that are alike`() throws {
    let layers = "{ weights: [[0.5], [0.5], [0.4]] }, { weights: [[1, 1, 1]] }"
    #expect(try observations(layers) == [.alike(nodes: [1, 2])])
    #expect(try observations("{ weights: [[0.5], [0.5]] }, { weights: [[1, 2]] }").isEmpty)
  }

  @Test func `linear layers behind each other are multiplied out; a learning rate of 0`() throws {
    let linear = "activation: 'linear'"
    let found = try observations(
      "{ weights: [[0.5]], \(linear) }, { weights: [[2]], biases: [3], \(linear) }", rate: 0)
    guard case .linearLayers(0...1, let map) = found.last else {
      return #expect(Bool(false), "\(found)")
    }
    #expect(found.first == .idleLearningRate && found.count == 2)
    #expect(map?.weights == [[1]] && map?.biases == [3])
  }

  @Test func `δ shrinks through seven sigmoid layers, arrives through ReLU, or grows`() throws {
    func layers(_ weight: Double, _ activation: String) -> String {
      let hidden = "{ weights: [[\(weight)]], activation: '\(activation)' }"
      return Array(repeating: hidden, count: 6).joined(separator: ", ") + ", { weights: [[0.8]] }"
    }
    func course(_ weight: Double, _ activation: String) throws -> (Observation.Course, [Double]) {
      for observation in try observations(layers(weight, activation)) {
        if case .course(let values, let course) = observation { return (course, values) }
      }
      Issue.record("nothing is said of δ")
      return (.arrives, [])
    }
    let (course, values) = try course(0.8, "sigmoid")
    #expect(course == .shrinks && values.count == 7)
    #expect(values == values.sorted(by: >))
    #expect(try self.observations(layers(0.8, "relu")).contains { $0.isCourse(.arrives) })
    let small = "{ inputs: [0.01], targets: [0.2] }"
    let grown = try self.observations(layers(3, "leaky-relu"), samples: small)
    #expect(grown.contains { $0.isCourse(.grows) })
  }

  @Test func `a single layer without a bias goes through the origin`() throws {
    let two = "{ inputs: [1], targets: [0.2] }, { inputs: [2], targets: [1] }"
    #expect(try observations("{ weights: [[0.5]] }", samples: two).contains(.throughOrigin))
    // Through the origin and one sample there always is a line.
    #expect(try !observations("{ weights: [[0.5]] }").contains(.throughOrigin))
    #expect(try observations(of: example("no-bias")).contains(.throughOrigin))
    #expect(try !observations(of: example("mango")).contains(.throughOrigin))
  }

  @Test func `gradients that cancel in a batch`() throws {
    var file = try example("plateau")
    #expect(try batchObservations(file).allSatisfy { !$0.isPlateau })
    file.network = try file.network.train(on: file.samples, file.training).network
    #expect(try batchObservations(file).contains { $0.isPlateau })
    #expect(try batchObservations(example("xor")).allSatisfy { !$0.isPlateau })
  }

  @Test func `of a mini-batch nothing is said that needs all samples`() throws {
    var file = try example("plateau")
    file.network = try file.network.train(on: file.samples, file.training).network
    file.training.batchSize = 2
    let state = try file.network.state(beforeStep: 1, of: file.training, on: file.samples)
    let derivation = Derivation(
      of: state.trace(), in: .documents, state: state)
    #expect(derivation.trace.isBatch)
    #expect(derivation.observations(on: file.samples).allSatisfy { !$0.isPlateau })
  }

  @Test func `a step that overshoots, and a flat neuron that loses nothing`() throws {
    let identity = "activation: 'identity'"
    let found = try observations(
      "{ weights: [[2]], biases: [0], \(identity) }", rate: 3,
      samples: "{ inputs: [1], targets: [0.2] }")
    guard case .overshoot(let before, let after) = found.first else {
      return #expect(Bool(false), "\(found)")
    }
    #expect(before < after)
    // A flat output has nothing to lose where its error is 0, or where the loss cancels the slope.
    let flat = "{ weights: [[9]], biases: [0] }"
    #expect(try observations(flat, samples: "{ inputs: [1], targets: [1] }").isEmpty)
    let crossed = try observations(
      flat, samples: "{ inputs: [1], targets: [0] }", rest: "loss: 'binary-cross-entropy',")
    #expect(crossed.allSatisfy { if case .saturated = $0 { false } else { true } })
  }

  @Test func `where the class changes, and the closed form`() throws {
    var file = try example("three-classes")
    file.network = try file.network.train(on: file.samples, file.training).network
    let found = try observations(of: file)
    let all = found.compactMap { if case .decisionPoints(let points) = $0 { points } else { nil } }
    let points = try #require(all.first)
    #expect(found.last == .classified(9, of: 9))
    #expect(points.places.count == 2 && (3...4).contains(points.places[0]))
    #expect((6...7).contains(points.places[1]) && points.range == 1...9)
    let line = try observations(of: example("least-squares"))
    guard case .leastSquares(let solution) = line.last else { return #expect(Bool(false)) }
    #expect(abs(solution.neurons[0].weights[0] - 1.3) < 1e-12)
    #expect(abs((solution.neurons[0].bias ?? 0) - 0.9) < 1e-12)
  }

  @Test func `what a network can do with its inputs at all`() throws {
    #expect(try observations(of: example("odd-even")).contains(.notSeparable(inputs: 1)))
    for name in ["remainder", "mango", "perceptron", "xor"] {
      let found = try observations(of: example(name))
      #expect(!found.contains { if case .notSeparable = $0 { true } else { false } }, "\(name)")
    }
    #expect(try observations(of: example("more-nodes")).contains(.lines([14])))
    #expect(try observations(of: example("more-layers")).contains(.lines([6, 5])))
    // Of x = 1 to 6 with the weight 0 and the bias 0 each output is ½, and no more than that is 0.
    let halves = (1...6).map { "{ inputs: [\($0)], targets: [\($0 % 2)] }" }.joined(separator: ", ")
    let found = try observations("{ weights: [[0]], biases: [0] }", samples: halves)
    #expect(found.contains(.classified(3, of: 6)))
  }

  @Test(arguments: [
    ("sigmoid", Observation.Turn.step), ("tanh", .step), ("relu", .kink), ("leaky-relu", .kink),
    ("softplus", .bend), ("gelu", .bend),
  ])
  func `a neuron steps, or has a kink, or bends where 2x − 3 is 0`(
    _ activation: String, _ turn: Observation.Turn
  ) throws {
    let curve = """
      { weights: [[2], [1]], biases: [-3, 0], activation: '\(activation)' },
      { weights: [[1, 1]], activation: 'linear' }
      """
    let samples = "{ inputs: [0], targets: [0.2] }, { inputs: [1], targets: [0.3] }"
    let places = [Observation.Place(node: 1, place: 1.5), Observation.Place(node: 2, place: 0)]
    #expect(try observations(curve, samples: samples).contains(.turns(turn, places)))
  }

  @Test func `a straight line makes nothing of its input`() throws {
    let line = "{ weights: [[2]], activation: 'linear' }, { weights: [[1]], activation: 'linear' }"
    let samples = "{ inputs: [0], targets: [0.2] }, { inputs: [1], targets: [0.3] }"
    let found = try observations(line, samples: samples)
    #expect(!found.contains { if case .turns = $0 { true } else { false } })
  }
}

extension Observation {
  fileprivate var isPlateau: Bool {
    if case .cancelling = self { true } else { false }
  }

  fileprivate func isCourse(_ course: Course) -> Bool {
    if case .course(_, course) = self { true } else { false }
  }
}
