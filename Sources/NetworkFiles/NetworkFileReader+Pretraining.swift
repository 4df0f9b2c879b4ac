internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A pre-training as it was read.
struct PretrainingReading {
  let plan: Pretraining
  let typedDecoders: [TypedLayer]
  let typedRate: String?

  func put(into file: inout NetworkFile) {
    file.pretraining = plan
    file.typedDecoders = typedDecoders
    file.typedStageRate = typedRate
  }
}

extension NetworkFileReader {
  static let pretrainingKeys = ["epochs", "learningRate", "tied", "decoders", "seed"]
  private static let decoderKeys = ["weights", "biases", "activation"]

  /// How the hidden layers may be trained before the whole network, and with which decoders.
  func pretraining(
    _ fields: Fields, _ network: Network
  ) throws(SourceError) -> PretrainingReading? {
    guard let value = fields["pretraining"] else { return nil }
    let own = try self.fields(of: value, named: "pretraining", keys: Self.pretrainingKeys)
    try checkHiddenLayers(of: network, value)
    let epochs = try own.optional("epochs") { value throws(SourceError) in
      try wholeNumber(value, for: "epochs", from: 1)
    }
    let rate = try own.optional("learningRate") { value throws(SourceError) in
      try number(value, for: "learningRate", .notNegative) { $0 >= 0 }
    }
    let isTied = try own.optional("tied") { value throws(SourceError) in try truth(value, "tied") }
    let decoders = try decoders(own, network, isTied: isTied ?? false)
    for (l, decoder) in decoders.enumerated() {
      do throws(NetworkError) {
        _ = try network.stage(l, decoder: decoder.layer)
      } catch {
        throw self.error(own["decoders"] ?? value, error.phrase)
      }
    }
    let plan = Pretraining(
      epochs: epochs ?? 1, learningRate: rate?.value ?? UpdateRule().learningRate,
      decoders: decoders.map(\.layer))
    return PretrainingReading(
      plan: plan, typedDecoders: decoders.map(\.typed), typedRate: rate?.text)
  }

  /// Refuses hidden layers that cannot be trained by themselves.
  private func checkHiddenLayers(
    of network: Network, _ value: JSONValue
  ) throws(SourceError) {
    guard network.hiddenLayerCount > 0 else { throw error(value, .nothingToPretrain) }
    for (l, layer) in network.layers.dropLast().enumerated() where layer.form != .dense {
      throw error(value, .cannotPretrain(layer: l + 1, layer.title))
    }
  }

  private func truth(_ value: JSONValue, _ key: String) throws(SourceError) -> Bool {
    guard case .bool(let truth) = value.kind else { throw error(value, .wrongKind(key, .aTruth)) }
    return truth
  }

  /// The decoders that the file gives, for which no seed is needed, or drawn ones: weights and then biases, decoder by decoder.
  private func decoders(
    _ fields: Fields, _ network: Network, isTied: Bool
  ) throws(SourceError) -> [DecoderReading] {
    let layers = network.layers.dropLast()
    let seed = try fields.optional("seed") { value throws(SourceError) in
      try self.seed(value, for: "seed")
    }
    guard let value = fields["decoders"] else {
      var source = RandomSource(seed: seeds?.draw() ?? seed ?? 0)
      return layers.map { DecoderReading(drawnBehind: $0, isTied: isTied, from: &source) }
    }
    let list = try list(value, for: "decoders", .decodersForm)
    guard list.count == layers.count else {
      throw error(value, .decoderCount(found: list.count, expected: layers.count))
    }
    var decoders: [DecoderReading] = []
    for (value, layer) in zip(list, layers) {
      decoders.append(try decoder(value, behind: layer, isTied: isTied))
    }
    return decoders
  }

  private func decoder(
    _ value: JSONValue, behind layer: Layer, isTied: Bool
  ) throws(SourceError) -> DecoderReading {
    let fields = try fields(of: value, named: "decoder", keys: Self.decoderKeys)
    if isTied, let weights = fields.members["weights"] {
      throw source.error(at: weights.offset, .keyDoesNotGo("weights", with: "tied: true"))
    }
    let (count, incoming) = (layer.neurons[0].weights.count, layer.neurons.count)
    let weights =
      isTied
      ? WeightReading(values: Array(repeating: [], count: count))
      : try weights(fields, count: count, incoming: incoming)
    if let rows = fields["weights"], weights.values.count != count {
      throw error(rows, .rowCount(found: weights.values.count, neurons: count))
    }
    let biases = try biases(
      fields, count: count, incoming: incoming, wrongCount: Phrase.decoderBiases)
    let decoder = Layer(
      isTied ? .tied(to: 0) : .dense,
      neurons: (0..<count).map {
        Neuron(weights: weights.values[$0], bias: biases.values?[$0])
      }, activation: try activation(fields))
    return DecoderReading(
      layer: decoder,
      typed: TypedLayer(
        weights: weights.typed?.joined().map(\.text), biases: biases.typed?.map(\.text)))
  }
}

/// A decoder, and how its numbers were typed.
private struct DecoderReading {
  let layer: Layer
  let typed: TypedLayer

  init(layer: Layer, typed: TypedLayer) {
    self.layer = layer
    self.typed = typed
  }

  /// Draws weights, where they are not the hidden layer's own, and biases uniformly from −0.5 to 0.5.
  init(drawnBehind layer: Layer, isTied: Bool, from source: inout RandomSource) {
    func draw() -> Double { source.uniform() - 0.5 }
    let count = layer.neurons[0].weights.count
    let weights = (0..<count).map { _ in isTied ? [] : layer.neurons.map { _ in draw() } }
    let neurons = weights.map { Neuron(weights: $0, bias: draw()) }
    self.init(
      layer: Layer(isTied ? .tied(to: 0) : .dense, neurons: neurons),
      typed: TypedLayer())
  }
}
