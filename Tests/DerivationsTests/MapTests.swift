import Derivations
import Phrases
import ScalarBackprop
import TestSupport
import Testing

/// Networks of maps: what is shown is what was computed, and everything has a name of its own.
struct MapTests {
  private static let notations = Notation.profiles.filter { !$0.needsOneHiddenLayer }.map(\.name)

  private func derivation(_ seed: Int, _ name: String, _ optimizer: Optimizer) throws -> Derivation
  {
    let (network, samples) = try mixedLayers(seed)
    let notation = try #require(Notation.named(name))
    let trace = try network.trace(
      samples[0], rule: UpdateRule(learningRate: 0.3, optimizer: optimizer),
      convention: notation.convention)
    return Derivation(of: trace, in: notation)
  }

  @Test(arguments: Sampled.pairs(Array(0..<24), notations, every: 3))
  func `evaluating a step's formula gives the recorded value`(
    _ seed: Int, _ notation: String
  ) throws {
    let derivation = try derivation(seed, notation, Optimizer.usual[seed % 6])
    var count = 0
    for block in derivation.trace.blocks {
      guard let formula = derivation.rule(of: block).formula else { continue }
      for n in 0..<block.count where derivation.trace.isListed(n, of: block) {
        let step = derivation.step(n, of: block)
        let value = derivation.value(of: formula, at: step.indices)
        #expect(
          (value - step.value).magnitude <= 1e-13 * max(1, step.value.magnitude),
          "\(derivation.symbols.id(of: step.quantity)): \(value), not \(step.value)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: Sampled.pairs(Array(0..<12), notations, every: 3))
  func `symbols and ids are unique`(_ seed: Int, _ notation: String) throws {
    let derivation = try derivation(seed, notation, .gradientDescent)
    var symbols: [String: String] = [:]
    var ids: Set<String> = []
    for block in derivation.trace.blocks {
      for n in 0..<block.count {
        let quantity = derivation.trace.quantity(n, of: block)
        let id = derivation.symbols.id(of: quantity)
        #expect(ids.insert(id).inserted, "\(id)")
        // Subsampling passes the same product back to its whole window.
        if case .back(let k, _) = quantity, derivation.isSubsampling(k) { continue }
        let symbol = derivation.symbols.symbol(for: quantity).text
        if let other = symbols.updateValue(id, forKey: symbol) {
          Issue.record("\(id) and \(other) are both called \(symbol)")
        }
      }
    }
  }

  @Test func `ids are as they are fixed`() throws {
    let shape = MapShape(maps: 3, rows: 3, columns: 3)
    let window = Window(Extent(2), stride: Extent(1))
    let network = try Network(
      maps: shape,
      layers: [
        Layer(
          .convolution(window),
          neurons: [
            Neuron(weights: Array(repeating: 0.1, count: 12), bias: 0),
            Neuron(weights: Array(repeating: 0.2, count: 12), bias: 0),
          ]),
        Layer(
          .subsampling(Window(Extent(2))),
          neurons: [Neuron(weights: [1], bias: 0), Neuron(weights: [2], bias: 0)]),
        Layer(neurons: [Neuron(weights: [1, 2])]),
      ])
    let ids = QuantityIDs(of: network)
    #expect(ids.id(of: .shared(.weights, layer: 0, 23)) == "w[c1.2,3,2,2]")
    #expect(ids.id(of: .shared(.bias, layer: 0, 1)) == "b[c1.2]")
    #expect(ids.id(of: .shared(.weights, layer: 1, 1)) == "w[s2.2]")
    #expect(ids.id(of: .net(27, .before)) == "net[c1.1.1.1]")
    #expect(ids.id(of: .scaledSum(35, .before)) == "product[s2.1.1.1]")
    #expect(ids.id(of: .back(from: 36, to: 31)) == "back[s2.2.1.1,c1.2.1.1]")
    #expect(ids.id(of: .weight(to: 37, from: 35)) == "w[38,s2.1.1.1]")
    #expect(ids.id(of: .product(to: 27, from: 0, .before)) == "product[c1.1.1.1,x.1.1.1]")
  }
}

extension Derivation {
  fileprivate func isSubsampling(_ node: Int) -> Bool {
    let topology = trace.network.topology
    if case .subsampling = topology.forms[topology.layer(of: node)] { return true }
    return false
  }
}
