import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Convolution, pooling, subsampling and tied weights against values worked out with 60 digits by another
/// program (`Reference/make_layers.py`): steps of training, on one sample or a batch.
struct LayerReferenceTests {
  /// How much there is in the reference: a file that was cut short would agree, too.
  private static let (networks, steps, values) = (45, 63, 21480)

  @Test(arguments: try LayerCase.all())
  func `every recorded value of every step agrees with the reference`(
    _ reference: LayerCase
  ) throws {
    let file = try networkFile(reference.network)
    var compared = 0
    for (number, expected) in reference.steps.enumerated() {
      let trace = try file.network.state(
        beforeStep: number + 1, of: file.training, on: file.samples
      ).trace()
      let derivation = Derivation(of: trace, in: .documents)
      var rest = expected
      for block in derivation.blocks {
        for n in 0..<block.count where trace.isListed(n, of: block) {
          let id = derivation.symbols.id(of: trace.quantity(n, of: block))
          let place = LayerCase.Place(id: id, sample: trace.isBatch ? block.sample : nil)
          guard let value = rest.removeValue(forKey: place) else {
            Issue.record("\(place) of step \(number + 1) is recorded, but not in the reference")
            continue
          }
          let found = trace.value(n, of: block)
          #expect(agrees(found, value), "\(place): \(found), not \(value)")
          compared += 1
        }
      }
      #expect(rest.isEmpty, "not recorded: \(rest.keys)")
    }
    #expect(compared == reference.count && compared > 100)
  }

  @Test(arguments: try LayerCase.all())
  func `a training ends with the parameters of the reference`(_ reference: LayerCase) throws {
    let file = try networkFile(reference.network)
    let trained = try file.network.train(on: file.samples, file.training)
    #expect(trained.steps == reference.steps.count)
    let symbols = Derivation(
      of: try file.network.trace(file.samples[0]), in: .documents
    ).symbols
    let last = try #require(reference.steps.last)
    for (parameter, found) in zip(trained.network.parameters, trained.network.parameterValues) {
      func value(_ role: ParameterRole) -> Double? {
        last[LayerCase.Place(id: symbols.id(of: .parameter(role, parameter)), sample: nil)]
      }
      // A frozen parameter keeps its value.
      let expected = try #require(value(.new) ?? value(.value))
      #expect(agrees(found, expected), "\(parameter): \(found), not \(expected)")
    }
  }

  private func agrees(_ found: Double, _ value: Double) -> Bool {
    (found - value).magnitude <= 1e-12 * value.magnitude + 1e-15
  }

  @Test func `an error term fades on its way through five sigmoids`() throws {
    let sigmoid = Layer(neurons: [Neuron(weights: [1], bias: 0)])
    let network = try Network(inputs: [nil], layers: Array(repeating: sigmoid, count: 5))
    let trace = try network.trace(Sample(inputs: [1], targets: [1]))
    // −∂E/∂net, the first layer's first.
    let deltas = [
      0.000165664329174704, 0.000842595494807698, 0.003841121147521, 0.0171822721111324,
      0.0765535800336317,
    ]
    for (node, value) in zip(1..., deltas) {
      let found = try #require(trace[.delta(node)])
      #expect((found - value).magnitude <= 1e-14 * value, "\(node): \(found), not \(value)")
    }
  }

  /// The kernel's gradient, row by row, of who makes a mistake on the way to it.
  private static let wrongKernels: [(mistake: String, gradient: [Double])] = [
    ("max-to-all", [-0.008462398546, -0.017964344322, -0.026556842917, -0.025778300717]),
    ("max-shared", [-0.002115599637, -0.00449108608, -0.006639210729, -0.006444575179]),
    ("slope-forgotten", [-0.026893742046, -0.019209815747, -0.038419631494, -0.046103557793]),
    ("mean-over-positions", [-0.000416258378, -0.00029847132, -0.00058817131, -0.000717952119]),
  ]

  /// The published wrong figures are those that the traced numbers come to.
  @Test(arguments: wrongKernels)
  func `a mistake on the way to a kernel's gradient comes to its known figures`(
    _ mistake: String, _ expected: [Double]
  ) throws {
    let file = try example("convolution")
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    func value(_ quantity: Quantity) throws -> Double { try #require(trace[quantity]) }
    var gradient = [0.0, 0, 0, 0]
    for window in 41..<45 {
      let error = try value(.error(window))
      for node in trace.network.topology.sources(of: window) {
        let (own, slope) = (try value(.error(node)), try value(.slope(node)))
        let delta =
          switch mistake {
          case "max-to-all": error * slope
          case "max-shared": error / 4 * slope
          case "slope-forgotten": own
          default: own * slope / 16
          }
        // The kernel at this node's place lies on these inputs.
        for (n, input) in trace.network.topology.sources(of: node).enumerated() {
          gradient[n] -= delta * (try value(.input(input)))
        }
      }
    }
    for (found, value) in zip(gradient, expected) {
      #expect((found - value).magnitude < 1e-12, "\(found), not \(value)")
    }
  }

  @Test func `the reference is whole`() throws {
    let cases = try LayerCase.all()
    #expect(cases.count == Self.networks)
    #expect(cases.reduce(0) { $0 + $1.steps.count } == Self.steps)
    #expect(cases.reduce(0) { $0 + $1.count } == Self.values)
  }

  @Test func `the reference covers the ways that layers are`() throws {
    let files = try LayerCase.all().map { try networkFile($0.network) }
    let layers = files.flatMap(\.network.layers)
    let windows = layers.compactMap(\.form.window)
    let hasWeights = layers.filter { $0.form.window != nil && $0.form.hasNets }
    #expect(windows.contains { $0.stride.rows != $0.stride.columns })
    #expect(windows.contains { $0.padding.rows != $0.padding.columns })
    #expect(windows.contains { $0.stride.columns > $0.size.columns })
    #expect(windows.contains { $0.stride.rows < $0.size.rows })
    #expect(hasWeights.contains { $0.sharedBias != nil })
    #expect(hasWeights.contains { $0.sharedBias == nil && $0.neurons[0].bias == nil })
    #expect(hasWeights.contains { $0.frozen.contains(.weights) })
    let activations: Set<Activation> = [
      .identity, .sigmoid, .tanh, .relu, .leakyReLU, .elu, .softplus, .silu, .mish,
    ]
    #expect(activations.isSubset(of: hasWeights.map(\.activation)))
    let tied = layers.count { if case .tied = $0.form { true } else { false } }
    let pooled = layers.count { if case .pooling = $0.form { true } else { false } }
    #expect(tied > 5 && pooled > 20)
    #expect(files.contains { if case .pooling = $0.network.layers[0].form { true } else { false } })
    #expect(Set(files.map(\.network.loss)).count == 5)
    for batchLoss in BatchLoss.allCases {
      #expect(
        files.contains {
          $0.training.batchLoss == batchLoss && $0.training.batchSize == nil && $0.samples.count > 1
        })
    }
  }
}

/// One network of the reference file, with the values of every step.
struct LayerCase: Sendable, CustomTestStringConvertible {
  /// What a value is of: the id of a quantity, and the sample where a batch has several.
  struct Place: Hashable, Sendable {
    var id: String
    var sample: Int?
  }

  var network: String
  var steps: [[Place: Double]] = []
  var count: Int { steps.reduce(0) { $0 + $1.count } }

  var testDescription: String { String(network.prefix(70)) }

  static func all() throws -> [LayerCase] {
    var cases: [LayerCase] = []
    var sample: Int?
    let path = "Tests/ScalarBackpropTests/Reference/layers.txt"
    for line in try text(of: path).split(separator: "\n") {
      let space = try #require(line.lastIndex(of: " ") ?? line.indices.last)
      let rest = line[line.index(after: space)...]
      if line.hasPrefix("network ") {
        cases.append(LayerCase(network: String(line.dropFirst(8))))
      } else if line.hasPrefix("step ") {
        cases[cases.count - 1].steps.append([:])
        sample = nil
      } else if line.hasPrefix("sample ") {
        sample = try #require(Int(rest)) - 1
      } else if line == "batch" {
        sample = nil
      } else {
        let place = Place(id: String(line[..<space]), sample: sample)
        let value: Double = try #require(Double(rest))
        cases[cases.count - 1].steps[cases[cases.count - 1].steps.count - 1][place] = value
      }
    }
    return cases
  }
}
