import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The order of a trace, and how a quantity is found in it.
struct TraceTests {
  static let names = Example.all.map(\.name)

  @Test(arguments: names)
  func `a quantity is found where it was recorded`(_ name: String) throws {
    let file = try example(name)
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    var seen: Set<Quantity> = []
    for block in trace.blocks {
      for n in 0..<block.count {
        let quantity = trace.quantity(n, of: block)
        #expect(trace[quantity] == trace.value(n, of: block))
        #expect(seen.insert(quantity).inserted, "\(quantity) is recorded twice")
      }
    }
  }

  @Test(arguments: names)
  func `phases follow each other`(_ name: String) throws {
    let file = try example(name)
    let trace = try file.network.trace(file.samples[0])
    let order = trace.blocks.compactMap { Phase.allCases.firstIndex(of: $0.phase) }
    #expect(order == order.sorted())
    #expect(Set(order).count == Phase.allCases.count)
  }

  @Test func `a sample without targets goes forward only`() throws {
    let file = try example("documents")
    let trace = try file.network.trace(Sample(inputs: [1, 2, 3]))
    #expect(Set(trace.blocks.map(\.phase)) == [.given, .forward])
    #expect(trace[.loss(.before)] == nil)
    #expect(trace[.delta(8)] == nil)
    #expect(trace[.target(8)] == nil)
  }

  @Test func `quantities of other networks are not found`() throws {
    let file = try example("xor")
    let trace = try file.network.trace(file.samples[0])
    #expect(trace[.net(0, .before)] == nil)
    #expect(trace[.net(99, .before)] == nil)
    #expect(trace[.parameter(.value, .weight(to: 4, from: 0))] == nil)
    #expect(trace[.parameter(.value, .shared(.bias, layer: 0, 0))] == nil)
    #expect(trace[.input(7)] == nil)
    #expect(trace[.parameter(.state(.velocity), .weight(to: 2, from: 0))] == nil)
  }

  @Test func `frozen parameters have a gradient but neither change nor new value`() throws {
    let file = try example("mazur")
    let trace = try file.network.trace(file.samples[0])
    #expect(trace[.parameter(.gradient, .shared(.bias, layer: 0, 0))] != nil)
    #expect(trace[.parameter(.change, .shared(.bias, layer: 0, 0))] == nil)
    #expect(trace[.parameter(.new, .shared(.bias, layer: 0, 0))] == nil)
  }

  @Test func `conventions change signs and nothing else`() throws {
    let file = try example("mazur")
    let plain = try file.network.trace(file.samples[0])
    let turned = try file.network.trace(
      file.samples[0],
      convention: Convention(deltaSign: .gradient, subtractsThresholds: true))
    for block in plain.blocks {
      for n in 0..<block.count {
        let quantity = plain.quantity(n, of: block)
        let (a, b) = (try #require(plain[quantity]), try #require(turned[quantity]))
        switch quantity {
        case .back, .error, .delta, .parameter(_, .bias), .parameter(_, .shared):
          #expect(a == -b)
        default: #expect(a == b)
        }
      }
    }
  }

  @Test func `old weights are used throughout the backward pass`() throws {
    let file = try example("mazur")
    let trace = try file.network.trace(file.samples[0])
    let delta = try #require(trace[.delta(4)])
    #expect(trace[.back(from: 4, to: 2)] == delta * 0.40)
  }

  @Test func `rounding as you go uses the rounded numbers`() throws {
    let file = try example("mazur")
    let rounding = Rounding(Convention()) { ($0 * 1000).rounded() / 1000 }
    let trace = try file.network.trace(file.samples[0], rounding: rounding)
    #expect(trace[.net(2, .before)] == 0.378)
    #expect(trace[.output(2, .before)] == 0.593)
    #expect(trace[.product(to: 4, from: 2, .before)] == 0.237)
  }
}
