public import Phrases
internal import ScalarBackprop
internal import Texts

extension NetworkFile {
  /// Reads a network file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8 text.
  ///   - notations: the notations that may be named in it.
  ///   - companion: reads a file that lies beside this one; `nil` where nothing can.
  ///   - seed: draws the random parameters from this seed and the ones after it, in place of the
  ///     file's; `nil` keeps the file's.
  /// - Throws: `SourceError` with the place of the first mistake; without a place, where there are
  ///   no random parameters to be drawn from a seed.
  public init(
    parsing bytes: [UInt8], notations: [String], companion: ((String) -> [UInt8]?)? = nil,
    seed: UInt64? = nil
  ) throws(SourceError) {
    let source = try Source(bytes)
    let root = try JSONReader.read(source)
    let seeds = seed.map(SeedSequence.init)
    let reader = NetworkFileReader(source: source, notations: notations, seeds: seeds)
    self = try reader.file(root, companion)
    if let seeds, !seeds.isUsed { throw SourceError(position: nil, phrase: .nothingRandom) }
  }
}

/// Seeds that follow each other, one for each group of random parameters.
final class SeedSequence {
  private var next: UInt64
  private(set) var isUsed = false

  init(from first: UInt64) { next = first }

  func draw() -> UInt64 {
    defer { next &+= 1 }
    isUsed = true
    return next
  }
}

/// Turns the values of a network file into a network, and says where it is none.
struct NetworkFileReader {
  let source: Source
  let notations: [String]
  /// The seeds in place of the file's; `nil` where those hold.
  let seeds: SeedSequence?

  static let keys = [
    "title", "notation", "inputs", "layers", "loss", "learningRate", "samples", "optimizer",
    "weightDecay", "epochs", "batchSize", "batchLoss", "shuffle", "targets",
    "pretraining", "validation",
  ]

  func file(
    _ root: JSONValue, _ companion: ((String) -> [UInt8]?)?
  ) throws(SourceError) -> NetworkFile {
    let fields = try fields(of: root, named: "network", keys: Self.keys)
    let (inputs, maps) = try inputs(fields)
    var layers = try layers(fields, incoming: inputs.count, maps)
    layers.inputOffsets = inputs.offsets
    let loss = try loss(fields, output: layers.layers.last?.activation ?? .sigmoid)
    let network = try network(fields, inputs.names, maps, layers, loss)
    let (training, typedRate) = try training(fields, loss)
    let targetsAreInputs = try targetsAreInputs(fields, network)
    let samples = try samples(fields, network, companion, targetsAreInputs: targetsAreInputs)
    let validation = try validation(fields, network, companion, targetsAreInputs: targetsAreInputs)
    let pretraining = try pretraining(fields, network)
    let notation = try fields.optional("notation") { value throws(SourceError) in
      try word(value, for: "notation", among: notations)
    }
    var file = NetworkFile(
      title: try fields.optional("title") { value throws(SourceError) in
        try self.title(value, for: "title")
      },
      notation: notation,
      notationPosition: fields["notation"].map { source.position(of: $0.offset) },
      lossPosition: fields["loss"].map { source.position(of: $0.offset) },
      network: network, samples: samples.samples.map(\.sample),
      validation: validation, training: training,
      targetsAreInputs: targetsAreInputs,
      typedParameters: layers.typed(network),
      hasThresholds: layers.readings.contains(where: \.hasThresholds),
      typedSamples: samples.samples.map(\.typed),
      samplePositions: samples.positions, samplesFile: samples.file,
      typedLearningRate: typedRate, note: lossNote(fields))
    pretraining?.put(into: &file)
    return file
  }

  /// Whether the network is to put out what came in.
  private func targetsAreInputs(
    _ fields: Fields, _ network: Network
  ) throws(SourceError) -> Bool {
    guard let value = fields["targets"] else { return false }
    _ = try word(value, for: "targets", among: ["inputs"])
    guard network.outputCount == network.inputs.count else {
      throw error(
        value, .targetCount(found: network.inputs.count, expected: network.outputCount))
    }
    return true
  }

  /// The inputs by name or number, or in maps.
  private func inputs(_ fields: Fields) throws(SourceError) -> (NodeNames, MapShape?) {
    let value = try fields.required("inputs", example: "inputs: 2, or inputs: [\"x1\", \"x2\"]")
    if case .object = value.kind {
      let maps = try inputMaps(value)
      return (NodeNames(names: Array(repeating: nil, count: maps.count), offsets: []), maps)
    }
    let names = try nodeNames(value, for: "inputs")
    guard names.count > 0 else { throw error(value, .emptyList("inputs")) }
    return (names, nil)
  }

  /// What other books and libraries call losses.
  static let lossAliases: [String: Loss] = [
    "bce": .binaryCrossEntropy, "log-loss": .binaryCrossEntropy, "ce": .crossEntropy,
    "mae": .absoluteError, "mse": .meanSquaredError,
  ]

  /// What is said of a loss that goes by a name of several meanings; `nil` where there is nothing to say.
  private func lossNote(_ fields: Fields) -> Phrase? {
    guard case .string(let word) = fields["loss"]?.kind else { return nil }
    return Self.lossAliases[word].map { .lossTaken(word, as: $0) }
  }

  /// The loss named in the file; without one, half the squared error.
  private func loss(_ fields: Fields, output: Activation) throws(SourceError) -> Loss {
    guard let value = fields["loss"] else { return .halfSquaredError }
    let loss = try oneOf(Loss.self, value, for: "loss", aliases: Self.lossAliases)
    guard loss.suits(output) else {
      throw error(value, .unsuitedLoss(loss, activation: output))
    }
    return loss
  }

  private func network(
    _ fields: Fields, _ inputs: [String?], _ maps: MapShape?, _ layers: LayerReadings, _ loss: Loss
  ) throws(SourceError) -> Network {
    do {
      return try Network(inputs: inputs, shape: maps, layers: layers.layers, loss: loss)
    } catch {
      let whole = fields.value.offset
      throw source.error(at: layers.offset(of: error) ?? whole, error.phrase)
    }
  }
}
