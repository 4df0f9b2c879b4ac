import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Where a quantity stands is worked out, not looked for; how many numbers there are is known before.
struct BlockTests {
  @Test(arguments: TraceTests.names)
  func `a quantity's block is found by arithmetic`(_ name: String) throws {
    let file = try example(name)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    expectBlocks(trace)
    #expect(trace.block(of: .net(0, .before)) == nil)
    #expect(trace.block(of: .delta(1000)) == nil)
  }

  @Test(arguments: ["documents", "mazur", "adam", "relu-softmax", "zhou-like", "three-classes"])
  func `so is that of a batch and of each of its samples`(_ name: String) throws {
    let source = Example.named(name)?.source() ?? sharedBiases
    let file = try inBatchesOfThree(source)
    let state = try file.network.state(beforeStep: 1, of: file.training, on: file.samples)
    let trace = state.trace(convention: Convention(subtractsThresholds: true))
    expectBlocks(trace)
    #expect(trace.block(of: .net(2, .before)) == nil)
    #expect(trace.block(of: .net(2, .before), sample: 3) == nil)
  }

  private func expectBlocks(_ trace: Trace) {
    for block in trace.allBlocks {
      for n in 0..<block.count {
        let quantity = trace.quantity(n, of: block)
        #expect(trace.block(of: quantity, sample: block.sample) == block)
      }
    }
  }

  private let sharedBiases = """
    { inputs: 2, layers: [{ weights: [[0.1, 0.2], [0.3, 0.4]], bias: 0.5, frozen: ["weights"] },
      { weights: [[0.6, 0.7]], bias: 0.8 }], samples: [{ inputs: [1, 2], targets: [0] }] }
    """

  @Test func `pairs of nodes that do not belong together are in no block`() throws {
    let file = try example("more-layers")
    let trace = try file.network.trace(file.samples[0])
    let last = file.network.labels.count - 1
    #expect(trace[.back(from: last, to: 2)] == nil)
    #expect(trace.block(of: .back(from: 2, to: last)) == nil)
    #expect(trace[.jacobian(of: last, by: last)] == nil)
  }

  @Test(arguments: TraceTests.names)
  func `the numbers of a step are counted before it is taken`(_ name: String) throws {
    let file = try example(name)
    let rule = file.training.rule
    let trace = try file.network.trace(file.samples[0], rule: rule)
    let count = file.network.traceCount(optimizer: rule.optimizer)
    #expect(count == trace.allBlocks.reduce(0) { $0 + $1.count })
    let batch = try inBatchesOfThree(Example.named(name)?.source() ?? "")
    let state = try batch.network.state(beforeStep: 1, of: batch.training, on: batch.samples)
    let blocks = state.trace().allBlocks.reduce(0) { $0 + $1.count }
    // Gradients under the perceptron rule have room in the batch too, but are told by nobody.
    #expect(batch.network.traceCount(samples: 3, optimizer: rule.optimizer) >= blocks)
  }

  @Test(arguments: ["adam", "relu-softmax", "mazur"])
  func `quantities are equal just if they are the same`(_ name: String) throws {
    let file = try example(name)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    let quantities = trace.allBlocks.flatMap { block in
      (0..<block.count).map { trace.quantity($0, of: block) }
    }
    #expect(Set(quantities).count == quantities.count)
    for (a, one) in quantities.enumerated() {
      for (b, other) in quantities.enumerated() where (one == other) != (a == b) {
        Issue.record("\(one) and \(other)")
      }
      #expect(one.map { $0 }.hashValue == one.hashValue)
    }
    #expect(Parameter.shared(.bias, layer: 1, 0) != .bias(1))
    #expect(
      Quantity.parameter(.value, .shared(.bias, layer: 30, 0)) != .parameter(.value, .bias(30)))
  }
}
