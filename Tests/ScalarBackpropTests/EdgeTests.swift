import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// What happens where calculations are pushed: saturation, kinks, numbers beyond Double.
struct EdgeTests {
  @Test(arguments: [40.0, -40, 800, -800], Activation.allCases)
  func `a saturated neuron stays finite`(_ net: Double, _ activation: Activation) throws {
    let layer = Layer(neurons: [Neuron(weights: [net])], activation: activation)
    let loss: Loss = activation.isThreshold ? .perceptron : .halfSquaredError
    let network = try Network(inputs: [nil], layers: [layer], loss: loss)
    let trace = try network.trace(Sample(inputs: [1], targets: [0.5]))
    #expect(trace.firstNotFinite == nil)
    #expect(trace[.net(1, .before)] == net)
  }

  @Test(arguments: [0.0, 0.5, 1], [40.0, -40, 800, -800])
  func `binary cross-entropy stays finite`(_ target: Double, _ net: Double) throws {
    let layer = Layer(neurons: [Neuron(weights: [net])], activation: .sigmoid)
    let network = try Network(inputs: [nil], layers: [layer], loss: .binaryCrossEntropy)
    let trace = try network.trace(Sample(inputs: [1], targets: [target]))
    #expect(trace.firstNotFinite == nil)
    let y = try #require(trace[.output(1, .before)])
    #expect(trace[.delta(1)] == target - y)
    let isListed = trace.blocks.filter { $0.kind == .errors }.map { trace.isListed(0, of: $0) }
    #expect(isListed == [(y > 0 || target == 0) && (y < 1 || target == 1)])
  }

  @Test(arguments: [(1.0, 40.0, 1.0), (0, -800, -1)], [Convention.DeltaSign.descent, .gradient])
  func `the error of a right, saturated output is its limit where 0 is divided by 0`(
    _ edge: (target: Double, net: Double, limit: Double), _ sign: Convention.DeltaSign
  ) throws {
    let layer = Layer(neurons: [Neuron(weights: [edge.net])], activation: .sigmoid)
    let network = try Network(inputs: [nil], layers: [layer], loss: .binaryCrossEntropy)
    let trace = try network.trace(
      Sample(inputs: [1], targets: [edge.target]), convention: Convention(deltaSign: sign))
    #expect(trace[.output(1, .before)] == edge.target)
    #expect(trace[.error(1)] == (sign == .descent ? edge.limit : -edge.limit))
  }

  @Test func `logits of a thousand do not overflow softmax`() throws {
    let layer = Layer(
      neurons: [1000, -1000, 999].map { Neuron(weights: [$0]) }, activation: .softmax)
    for loss in [Loss.crossEntropy, .halfSquaredError] {
      let network = try Network(inputs: [nil], layers: [layer], loss: loss)
      let trace = try network.trace(Sample(inputs: [1], targets: [0, 1, 0]))
      #expect(trace.firstNotFinite == nil)
      #expect(trace[.output(2, .before)] == 0)
    }
  }

  @Test func `slopes at a kink are those that are documented`() {
    #expect(Activation.relu.slope(net: 0, output: 0) == 0)
    #expect(Activation.leakyReLU.slope(net: 0, output: 0) == 0.01)
    #expect(Activation.elu.slope(net: 0, output: 0) == 1)
    #expect(Activation.step.value(at: 0) == 1)
    #expect(Activation.sign.value(at: 0) == 1)
  }

  @Test func `what goes beyond Double is told and named`() throws {
    let layer = Layer(neurons: [Neuron(weights: [1e308, 1e308])], activation: .identity)
    let network = try Network(inputs: [nil, nil], layers: [layer])
    let trace = try network.trace(Sample(inputs: [1, 1], targets: [0]))
    #expect(trace.firstNotFinite == .net(2, .before))
  }

  @Test func `no quantity is a negative zero`() throws {
    for name in ["relu-softmax", "xor", "documents"] {
      let file = try example(name)
      for sample in file.samples {
        let trace = try file.network.trace(sample)
        for block in trace.blocks {
          for n in 0..<block.count {
            let value = trace.value(n, of: block)
            #expect(value != 0 || value.sign == .plus)
          }
        }
      }
    }
  }
}
