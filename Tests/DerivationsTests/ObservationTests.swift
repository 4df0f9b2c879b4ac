import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// What a teacher would point at, and nothing where there is nothing.
struct ObservationTests {
  private func observations(_ layers: String, rate: Double = 0.5) throws -> [Observation] {
    let file = try networkFile(
      """
      { inputs: 1, layers: [\(layers)], learningRate: \(rate),
        samples: [{ inputs: [1], targets: [0.2] }] }
      """)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    return Derivation(of: trace, in: .documents).observations
  }

  @Test func `nothing is said of an ordinary step`() throws {
    for name in ["mazur", "documents", "han-kamber", "xor", "mango"] {
      let file = try example(name)
      let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
      #expect(Derivation(of: trace, in: .documents).observations.isEmpty, "\(name)")
    }
  }

  @Test func `a saturated neuron`() throws {
    let found = try observations("{ weights: [[9]] }")
    guard case .saturated(let node, let net, let slope) = found.first else {
      return #expect(Bool(false), "\(found)")
    }
    #expect((node, net) == (1, 9))
    #expect(slope < 0.001)
    #expect(try observations("{ weights: [[4]] }").isEmpty)
  }

  @Test func `a silent ReLU`() throws {
    let found = try observations("{ weights: [[-2]], activation: 'relu' }")
    #expect(found == [.silent(node: 1, net: -2)])
  }

  @Test func `neurons that are alike`() throws {
    let layers = "{ weights: [[0.5], [0.5], [0.4]] }, { weights: [[1, 1, 1]] }"
    guard case .alike(let nodes, let delta) = try observations(layers).first else {
      return #expect(Bool(false))
    }
    #expect(nodes == [1, 2])
    #expect(delta != 0)
    #expect(try observations("{ weights: [[0.5], [0.5]] }, { weights: [[1, 2]] }").isEmpty)
  }

  @Test func `linear layers behind each other, and a learning rate of 0`() throws {
    let linear = "activation: 'linear'"
    let found = try observations(
      "{ weights: [[0.5]], \(linear) }, { weights: [[2]], \(linear) }", rate: 0)
    #expect(found == [.idleLearningRate, .linearLayers(0...1)])
  }

  @Test func `δ that shrinks through seven sigmoid layers`() throws {
    let layers = Array(repeating: "{ weights: [[0.8]] }", count: 7).joined(separator: ", ")
    guard case .shrinkingDelta(let values) = try observations(layers).first else {
      return #expect(Bool(false))
    }
    #expect(values.count == 7)
    #expect(values == values.sorted(by: >))
  }
}
