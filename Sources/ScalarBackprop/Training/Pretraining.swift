/// How hidden layers are trained before the whole network is: one after the other, each as the encoder
/// of an autoencoder of what comes into it. The decoders are thrown away afterwards.
///
/// A stage is trained online by gradient descent, in the samples' order, on half the squared errors of
/// all outputs.
public struct Pretraining: Hashable, Sendable {
  /// How often each stage goes through all samples, ≥ 1.
  public var epochs: Int
  /// η of the stages.
  public var learningRate: Double
  /// One behind each hidden layer, in their order: as many neurons as nodes come into that layer; dense,
  /// or tied to layer 0, which is the hidden layer in its stage.
  public var decoders: [Layer]

  /// Makes a plan, which is checked only when a network has it.
  ///
  /// - Parameters:
  ///   - epochs: how often each stage goes through all samples.
  ///   - learningRate: η of the stages.
  ///   - decoders: one a hidden layer.
  public init(epochs: Int, learningRate: Double, decoders: [Layer]) {
    self.epochs = epochs
    self.learningRate = learningRate
    self.decoders = decoders
  }

  /// How each stage is trained.
  public var training: Training {
    var training = Training()
    training.rule.learningRate = learningRate
    training.epochs = epochs
    return training
  }
}

extension Network {
  /// How many hidden layers there are: the stages of a pre-training.
  public var hiddenLayerCount: Int { layers.count - 1 }

  /// A hidden layer and a decoder behind it, as a network of its own that is to put out what comes in.
  ///
  /// Its nodes have the names that they have here; those without are numbered through the stage.
  ///
  /// - Parameters:
  ///   - layer: a hidden one, counted from 0, dense like all before it.
  ///   - decoder: as in `Pretraining`.
  /// - Throws: `NetworkError` where they make no network.
  public func stage(_ layer: Int, decoder: Layer) throws(NetworkError) -> Network {
    try Network(
      inputs: layer == 0 ? inputs : layers[layer - 1].neurons.map(\.name),
      shape: layer == 0 ? inputShape : nil, layers: [layers[layer], decoder],
      loss: .halfSquaredError)
  }

  /// The network with another layer in place of one that is as large.
  ///
  /// - Parameters:
  ///   - layer: the new one.
  ///   - place: the number of the old one, counted from 0.
  /// - Throws: `NetworkError` where it does not fit.
  public func replacing(
    _ layer: Layer, at place: Int
  ) throws(NetworkError) -> Network {
    var layers = layers
    layers[place] = layer
    return try Network(inputs: inputs, shape: inputShape, layers: layers, loss: loss)
  }
}
