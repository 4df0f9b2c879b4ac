/// A neuron: one weight for each value that comes in, and perhaps a bias of its own.
public struct Neuron: Hashable, Sendable {
  /// The name a file or a program gave it; `nil` for one known by its position only.
  public var name: String?
  /// w, one for each node of the layer before, in that layer's order.
  public var weights: [Double]
  /// b, a weight on the constant input 1; `nil` where the layer shares one or has none.
  public var bias: Double?

  /// Makes a neuron with n weights for n incoming values.
  public init(name: String? = nil, weights: [Double], bias: Double? = nil) {
    self.name = name
    self.weights = weights
    self.bias = bias
  }
}

/// A fully connected layer.
public struct Layer: Hashable, Sendable {
  /// At least one, in the order of their positions in the network.
  public var neurons: [Neuron]
  /// f of out = f(net), the same for every neuron.
  public var activation: Activation
  /// One bias parameter that every neuron of the layer uses; its gradient is the sum over its uses.
  public var sharedBias: Double?
  /// The parameters that training leaves as they are. They still have gradients.
  public var frozen: Set<ParameterPart>

  /// Makes a layer, which is checked only when a network is made of it.
  public init(
    neurons: [Neuron], activation: Activation = .sigmoid, sharedBias: Double? = nil,
    frozen: Set<ParameterPart> = []
  ) {
    self.neurons = neurons
    self.activation = activation
    self.sharedBias = sharedBias
    self.frozen = frozen
  }

  /// Which biases the layer has; `nil` where some neurons have one and others have none.
  public var biasKind: BiasKind? {
    let own = neurons.count { $0.bias != nil }
    if sharedBias != nil { return own == 0 ? .shared : nil }
    return own == 0 ? .absent : own == neurons.count ? .each : nil
  }

  /// What a neuron adds to its weighted sum, be it its own bias or the layer's; 0 where there is none.
  public func bias(of neuron: Int) -> Double { neurons[neuron].bias ?? sharedBias ?? 0 }
}

/// A network of fully connected layers, and the loss at its end.
///
/// Nodes are numbered through the network from 0, inputs first; what people read counts from 1.
public struct Network: Hashable, Sendable {
  /// The inputs' names; `nil` for those known by position only.
  public let inputs: [String?]
  /// At least one, first hidden layer first, the output layer last.
  public let layers: [Layer]
  /// E, the measure of how far the outputs are from the targets.
  public let loss: Loss

  /// Makes a network, or says what is wrong with its shape.
  public init(
    inputs: [String?], layers: [Layer], loss: Loss = .halfSquaredError
  ) throws(NetworkError) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
    try checkShape()
    try checkActivations()
    try checkLabels()
  }

  /// The output layer.
  public var outputLayer: Layer { layers[layers.count - 1] }

  /// Every node's label, inputs first: its name, else its position in the network, counted from 1.
  public var labels: [String] {
    let names = inputs + layers.flatMap { $0.neurons.map(\.name) }
    return names.enumerated().map { $1 ?? String($0 + 1) }
  }
}

/// One training sample: what goes in, and what should come out.
public struct Sample: Hashable, Sendable {
  /// What people call the sample; `nil` for one known by its number only.
  public var name: String?
  /// x, one an input of the network.
  public var inputs: [Double]
  /// t, one an output of the network; `nil` for a sample that can be traced forward only.
  public var targets: [Double]?

  /// Makes a sample, which is checked only when it goes through a network.
  public init(name: String? = nil, inputs: [Double], targets: [Double]? = nil) {
    self.name = name
    self.inputs = inputs
    self.targets = targets
  }
}
