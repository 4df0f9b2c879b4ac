internal import ScalarBackprop

/// Something about a step that a teacher would point at, with the number that shows it.
public enum Observation: Hashable, Sendable {
  /// η is 0: nothing moves.
  case idleLearningRate
  /// A sigmoid or tanh neuron works where it is flat: its net value, and the slope there.
  case saturated(node: Int, net: Double, slope: Double)
  /// A ReLU neuron puts out 0 and learns nothing from this sample: its net value.
  case silent(node: Int, net: Double)
  /// The largest |δ| falls from layer to layer on its way back: of each layer, last one first.
  case shrinkingDelta([Double])
  /// Neurons of a layer with the same weights, in and out, have the same δ, and stay alike.
  case alike(nodes: [Int], delta: Double)
  /// Linear layers behind each other are one linear layer; counted from 0.
  case linearLayers(ClosedRange<Int>)
}

extension Derivation {
  /// What is worth noticing about the step.
  public var observations: [Observation] {
    let idle = trace.rule.learningRate == 0 && trace.sample.targets != nil
    return (idle ? [.idleLearningRate] : []) + flatNeurons + shrinkingDelta + alikeNeurons
      + linearLayers
  }

  /// A slope below this is called flat: that of a sigmoid at a net value of 4.6.
  private static let flat = 0.01

  private var flatNeurons: [Observation] {
    trace.network.layers.enumerated().flatMap { l, layer in
      symbols.nodes(ofLayer: l).compactMap { j -> Observation? in
        let net = trace[.net(j, .before)] ?? 0
        let output = trace[.output(j, .before)] ?? 0
        switch layer.activation {
        case .sigmoid, .tanh:
          let slope = layer.activation.slope(net: net, output: output)
          return slope < Derivation.flat ? .saturated(node: j, net: net, slope: slope) : nil
        case .relu: return net <= 0 ? .silent(node: j, net: net) : nil
        case .identity, .leakyReLU, .elu, .softplus, .gelu, .silu, .softmax, .step, .sign:
          return nil
        }
      }
    }
  }

  private var shrinkingDelta: [Observation] {
    let largest = trace.network.layers.indices.reversed().map { l in
      symbols.nodes(ofLayer: l).map { (trace[.delta($0)] ?? 0).magnitude }.max() ?? 0
    }
    guard largest.count > 2, let first = largest.first, let last = largest.last else { return [] }
    let falls = zip(largest, largest.dropFirst()).allSatisfy { $0 > $1 }
    return falls && last > 0 && last < first / 10 ? [.shrinkingDelta(largest)] : []
  }

  private var alikeNeurons: [Observation] {
    let layers = trace.network.layers
    return layers.indices.dropLast().compactMap { l in
      let neurons = layers[l].neurons
      let nodes = symbols.nodes(ofLayer: l)
      let next = layers[l + 1].neurons
      let alike = neurons.indices.filter { n in
        neurons[n].weights == neurons[0].weights && neurons[n].bias == neurons[0].bias
          && next.allSatisfy { $0.weights[n] == $0.weights[0] }
      }
      guard alike.count > 1, let delta = trace[.delta(nodes.lowerBound)] else { return nil }
      return .alike(nodes: alike.map { nodes.lowerBound + $0 }, delta: delta)
    }
  }

  private var linearLayers: [Observation] {
    let layers = trace.network.layers
    guard let first = layers.indices.first(where: { layers[$0].activation == .identity }) else {
      return []
    }
    let count = layers[first...].prefix { $0.activation == .identity }.count
    return count > 1 ? [.linearLayers(first...first + count - 1)] : []
  }
}
