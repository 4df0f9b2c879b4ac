/// What each neuron of the last hidden layer adds to the output of a network with one input and one
/// linear output neuron: their sum, and the bias, is the output.
package struct ResponseParts: Sendable {
  /// What one neuron adds.
  package struct Part: Sendable {
    /// The neuron's position in the network.
    package let node: Int
    /// Its weight times what it puts out, one number an input.
    package let values: [Double]
  }

  /// The inputs, ascending, as those of the network's curve.
  package let inputs: [Double]
  /// The output neuron's position in the network.
  package let output: Int
  /// One a neuron of the last hidden layer.
  package let parts: [Part]
  /// What is added besides; `nil` where there is no bias.
  package let bias: (parameter: Parameter, value: Double)?

  /// More parts than this could not be told apart.
  package static let most = 6

  /// `nil` where the network has not one input and one linear output neuron behind a hidden layer, or
  /// where that has too many neurons.
  package init?(_ network: Network, around samples: [Sample]) {
    let (topology, last) = (network.topology, network.outputLayer)
    guard network.layers.count > 1, last.form == .dense, last.activation.isLinear,
      last.neurons.count == 1, last.neurons[0].weights.count <= ResponseParts.most,
      let curve = ResponseCurve(network, around: samples)
    else { return nil }
    let sources = topology.sources(ofLayer: network.layers.count - 1)
    let evaluator = Evaluator(network)
    var values = sources.map { _ in [Double]() }
    for input in curve.inputs {
      evaluator.run([input])
      for (n, node) in sources.enumerated() {
        values[n].append(last.neurons[0].weights[n] * evaluator.output(of: node))
      }
    }
    inputs = curve.inputs
    output = topology.outputs.lowerBound
    parts = zip(sources, values).map { Part(node: $0, values: $1) }
    bias = topology.bias(of: output).map { ($0, last.bias(of: 0)) }
  }
}
