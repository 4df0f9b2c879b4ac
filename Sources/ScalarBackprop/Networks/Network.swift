/// A neuron: one weight for each value that comes in, and perhaps a bias of its own. Of a convolution it
/// is a filter, of subsampling what belongs to a map.
public struct Neuron: Hashable, Sendable {
  /// The name a file or a program gave it; `nil` for one known by its position only.
  public var name: String?
  /// w, one for each node of the layer before, in that layer's order; of a filter its kernel,
  /// [channel][row][column]. None where the layer is tied to another.
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

/// A layer: fully connected, unless its form says otherwise.
public struct Layer: Hashable, Sendable {
  /// How its nodes are fed.
  public var form: LayerForm
  /// At least one, in the order of their positions in the network; none where the layer pools.
  public var neurons: [Neuron]
  /// f of out = f(net), the same for every neuron.
  public var activation: Activation
  /// One bias parameter that every neuron of the layer uses; its gradient is the sum over its uses.
  public var sharedBias: Double?
  /// The parameters that training leaves as they are. They still have gradients.
  public var frozen: Set<ParameterPart>

  /// Makes a layer, which is checked only when a network is made of it.
  public init(
    _ form: LayerForm = .dense, neurons: [Neuron], activation: Activation = .sigmoid,
    sharedBias: Double? = nil, frozen: Set<ParameterPart> = []
  ) {
    self.form = form
    self.neurons = neurons
    self.activation = activation
    self.sharedBias = sharedBias
    self.frozen = frozen
  }

  /// A layer that pools, which has no parameters.
  public static func pooling(_ kind: Pooling, _ window: Window) -> Layer {
    Layer(.pooling(kind, window), neurons: [], activation: .identity)
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

/// A network of layers, and the loss at its end.
///
/// Nodes are numbered through the network from 0, inputs first; what people read counts from 1.
public struct Network: Hashable, Sendable {
  /// The inputs' names; `nil` for those known by position only.
  public let inputs: [String?]
  /// How the inputs lie in maps; `nil` where they do not.
  public let inputShape: MapShape?
  /// At least one, first hidden layer first, the output layer last.
  public let layers: [Layer]
  /// E, the measure of how far the outputs are from the targets.
  public let loss: Loss

  /// Makes a network, or says what is wrong with its shape.
  public init(
    inputs: [String?], layers: [Layer], loss: Loss = .halfSquaredError
  ) throws(NetworkError) {
    try self.init(inputs: inputs, shape: nil, layers: layers, loss: loss)
  }

  /// Makes a network whose inputs lie in maps, and go by their places there.
  public init(
    maps shape: MapShape, layers: [Layer], loss: Loss = .halfSquaredError
  ) throws(NetworkError) {
    let inputs = [String?](repeating: nil, count: max(0, shape.count))
    try self.init(inputs: inputs, shape: shape, layers: layers, loss: loss)
  }

  /// Makes a network of inputs with their names and their shape, whichever it has.
  package init(
    inputs: [String?], shape: MapShape?, layers: [Layer], loss: Loss
  ) throws(NetworkError) {
    self.inputs = inputs
    inputShape = shape
    self.layers = layers
    self.loss = loss
    try checkShape()
    try checkActivations()
    try checkLabels()
  }

  /// The output layer.
  public var outputLayer: Layer { layers[layers.count - 1] }
  /// Whether every neuron sees every node before it, with a weight of its own for each.
  public var isDense: Bool { layers.allSatisfy { $0.form == .dense } }
  /// How many outputs there are.
  public var outputCount: Int { shapes[layers.count]?.count ?? outputLayer.neurons.count }

  /// Every node's label, inputs first: its name, that of its place in a map (c1.2.3), else its position
  /// in the network, counted from 1.
  public var labels: [String] {
    let shapes = shapes
    let inputs = inputShape.map { $0.labels("x") } ?? inputs
    let names = zip(layers, shapes.dropFirst()).enumerated().map { l, layer in
      layer.1?.labels(layer.0.form.letter + String(l + 1)) ?? layer.0.neurons.map(\.name)
    }
    return (inputs + names.flatMap(\.self)).enumerated().map { $1 ?? String($0 + 1) }
  }
}

extension Network {
  /// How the inputs, and then the nodes of every layer, lie in maps; `nil` where they do not, or where
  /// a window does not fit.
  var shapes: [MapShape?] {
    layers.reduce(into: [inputShape]) { shapes, layer in
      shapes.append(shapes[shapes.count - 1].flatMap { layer.shape(behind: $0) })
    }
  }
}

extension Layer {
  /// How the nodes lie in maps behind maps of a shape; `nil` where they do not, or where the window does
  /// not fit.
  package func shape(behind maps: MapShape) -> MapShape? {
    func shape(_ window: Window, _ count: Int) -> MapShape? {
      window.positions(over: maps).map {
        MapShape(maps: count, rows: maps.rows == nil ? nil : $0.rows, columns: $0.columns)
      }
    }
    switch form {
    case .dense, .tied: return nil
    case .convolution(let window): return shape(window, neurons.count)
    case .pooling(_, let window), .subsampling(let window): return shape(window, maps.maps)
    }
  }
}

extension LayerForm {
  /// The letter with which the names of a map's nodes begin: c of a convolution, p of pooling, s of
  /// subsampling. Inputs have x.
  public var letter: String {
    switch self {
    case .dense, .tied: ""
    case .convolution: "c"
    case .pooling: "p"
    case .subsampling: "s"
    }
  }
}

extension MapShape {
  /// What the nodes are called: by letter, map where there are several, row where there are rows, and
  /// column, all counted from 1: c1.2.3.
  func labels(_ letter: String) -> [String?] {
    (0..<count).map { n in
      let place = place(of: n)
      let numbers =
        (maps > 1 ? [place.map] : []) + (rows == nil ? [] : [place.row]) + [place.column]
      return ([letter] + numbers.map { String($0 + 1) }).joined(separator: ".")
    }
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
