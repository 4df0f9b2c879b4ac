internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The names of a group of nodes, or only their number, and where each name stands.
struct NodeNames {
  var names: [String?]
  /// Empty where only a number was given.
  var offsets: [Int]
  var count: Int { names.count }
}

/// One layer as it was read.
struct LayerReading {
  var layer: Layer
  var offset: Int
  var nameOffsets: [Int]
  var activationOffset: Int
  /// What was typed for the parameters in their flat order; `nil` where they were random.
  var typedWeights: [TypedNumber]?
  var typedBiases: [TypedNumber]?
  /// Whether its biases were given as thresholds.
  var hasThresholds = false
}

/// All layers as they were read.
struct LayerReadings {
  var readings: [LayerReading] = []
  var inputOffsets: [Int] = []
  /// How many nodes the inputs are, and every layer has.
  var counts: [Int] = []

  var layers: [Layer] { readings.map(\.layer) }

  /// Where the mistake stands that makes this no network.
  func offset(of error: NetworkError) -> Int? {
    switch error {
    case .noInputs, .noLayers, .noSuchParameter: nil
    case .noNeurons(let l), .weightCount(let l, _, _, _), .notFinite(let l, _), .someBiases(let l),
      .noMaps(let l), .windowDoesNotFit(let l, _, _), .mapCount(let l, _, _), .tied(let l, _),
      .tiedFrozen(let l):
      readings[l].offset
    case .poolingAtEnd: readings.last?.offset
    case .softmaxInside(let l), .thresholdInside(let l, _): readings[l].activationOffset
    case .unsuitedLoss: readings.last?.activationOffset
    case .sameLabel(_, let first, let second): nameOffset(of: second) ?? nameOffset(of: first)
    }
  }

  private func nameOffset(of position: Int) -> Int? {
    var position = position
    for (offsets, count) in zip([inputOffsets] + readings.map(\.nameOffsets), counts) {
      if position < count { return offsets.isEmpty ? nil : offsets[position] }
      position -= count
    }
    return nil
  }

  /// How each parameter was typed.
  func typed(_ network: Network) -> [Parameter: String] {
    var result: [Parameter: String] = [:]
    let topology = network.topology
    for (l, reading) in readings.enumerated() {
      for (n, number) in (reading.typedWeights ?? []).enumerated() {
        result[topology.parameter(n, .weights, ofLayer: l)] = number.text
      }
      for (n, number) in (reading.typedBiases ?? []).enumerated() {
        result[topology.parameter(n, .bias, ofLayer: l)] = number.text
      }
    }
    return result
  }
}

extension NetworkFileReader {
  static let activationAliases: [String: Activation] = [
    "linear": .identity, "logistic": .sigmoid, "swish": .silu,
  ]

  func layers(
    _ fields: Fields, incoming: Int, _ maps: MapShape?
  ) throws(SourceError) -> LayerReadings {
    let value = try fields.required("layers", example: "layers: [{ neurons: 2 }, { neurons: 1 }]")
    let list = try list(value, for: "layers", .layersForm)
    guard !list.isEmpty else { throw error(value, .emptyList("layers")) }
    guard list.count <= Limits.layers else { throw error(value, .tooMany("layers", Limits.layers)) }
    var result = LayerReadings(counts: [incoming])
    var maps = maps
    var parameters = 0
    for value in list {
      let (kind, fields) = try kindOfLayer(value)
      let before = result.counts[result.counts.count - 1]
      let reading =
        kind == .dense
        ? try denseLayer(fields, incoming: before, result.layers, &parameters)
        : try mapLayer(kind, fields, behind: maps)
      maps = maps.flatMap { reading.layer.shape(behind: $0) }
      result.readings.append(reading)
      result.counts.append(maps?.count ?? reading.layer.neurons.count)
    }
    return result
  }

  /// What a layer is, and its fields, all of which such a layer has.
  private func kindOfLayer(_ value: JSONValue) throws(SourceError) -> (LayerKind, Fields) {
    let all = try fields(of: value, named: "layer", keys: LayerKind.allKeys)
    let kind =
      try all.optional("kind") { value throws(SourceError) in
        try oneOf(LayerKind.self, value, for: "kind")
      } ?? .dense
    // A key of another kind of layer says which one was forgotten.
    let stranger = all.members.values.filter { !kind.keys.contains($0.key) }
      .min { $0.offset < $1.offset }
    if all["kind"] == nil, let stranger,
      let other = LayerKind.allCases.first(where: { $0.keys.contains(stranger.key) })
    {
      throw source.error(at: stranger.offset, .belongsToKind(stranger.key, other.rawValue))
    }
    return (kind, try fields(of: value, named: "layer", keys: kind.keys))
  }

  private func denseLayer(
    _ fields: Fields, incoming: Int, _ before: [Layer], _ parameters: inout Int
  ) throws(SourceError) -> LayerReading {
    let value = fields.value
    try fields.exclude(["bias", "biases", "thresholds"])
    try fields.exclude(["tied", "weights"])
    let named = try neuronNames(fields)
    let count = try neuronCount(fields, named)
    parameters += count * (incoming + 1)
    guard parameters <= Limits.parameters else {
      throw error(value, .tooMany("parameters", Limits.parameters))
    }
    let form = try tiedForm(fields)
    let weights =
      form == .dense
      ? try weights(fields, count: count, incoming: incoming)
      : WeightReading(values: Array(repeating: [], count: count))
    let biases = try biases(fields, count: count, incoming: incoming)
    let neurons = (0..<count).map { n in
      Neuron(
        name: named?.names[n], weights: weights.values[n],
        bias: biases.isShared ? nil : biases.values?[n])
    }
    let activation = try activation(fields)
    guard !activation.mixesNeurons || count <= Limits.softmaxOutputs else {
      throw error(value, .tooMany("softmax outputs", Limits.softmaxOutputs))
    }
    let layer = Layer(
      form, neurons: neurons, activation: activation,
      sharedBias: biases.isShared ? biases.values?[0] : nil, frozen: try frozen(fields))
    return LayerReading(
      layer: layer, offset: value.offset, nameOffsets: named?.offsets ?? [],
      activationOffset: fields["activation"]?.offset ?? value.offset,
      typedWeights: weights.typed.map { Array($0.joined()) },
      typedBiases: biases.typed, hasThresholds: fields["thresholds"] != nil)
  }

  /// Whether the layer uses another one's weights, by that layer's number, counted from 1.
  private func tiedForm(_ fields: Fields) throws(SourceError) -> LayerForm {
    try fields.optional("tied") { value throws(SourceError) in
      LayerForm.tied(to: try wholeNumber(value, for: "tied", from: 1) - 1)
    } ?? .dense
  }

  func activation(_ fields: Fields) throws(SourceError) -> Activation {
    guard let value = fields["activation"] else { return .sigmoid }
    return try oneOf(
      Activation.self, value, for: "activation", aliases: Self.activationAliases)
  }

  private func neuronNames(_ fields: Fields) throws(SourceError) -> NodeNames? {
    guard let value = fields["neurons"] else { return nil }
    let names = try nodeNames(value, for: "neurons")
    guard names.count > 0 else { throw error(value, .emptyList("neurons")) }
    return names
  }

  /// The number of neurons: as said, else as many as there are rows of weights.
  private func neuronCount(_ fields: Fields, _ named: NodeNames?) throws(SourceError) -> Int {
    if let named { return named.count }
    guard let weights = fields["weights"] else {
      if let tied = fields["tied"] { throw error(tied, .tiedNeedsNeurons) }
      throw error(fields.value, .neuronsUnknown)
    }
    if case .object = weights.kind { throw error(weights, .randomNeedsNeurons) }
    let rows = try list(weights, for: "weights", .rowsOfNumbers)
    guard !rows.isEmpty else { throw error(weights, .emptyList("weights")) }
    guard rows.count <= Limits.neurons else {
      throw error(weights, .tooMany("neurons", Limits.neurons))
    }
    return rows.count
  }

  func frozen(_ fields: Fields) throws(SourceError) -> Set<ParameterPart> {
    guard let value = fields["frozen"] else { return [] }
    var parts: Set<ParameterPart> = []
    for element in try list(value, for: "frozen", .frozenForm) {
      parts.insert(try oneOf(ParameterPart.self, element, for: "frozen"))
    }
    return parts
  }

  func nodeNames(_ value: JSONValue, for key: String) throws(SourceError) -> NodeNames {
    switch value.kind {
    case .number:
      let count = try wholeNumber(value, for: key, from: 1, .namesOrCount)
      guard count <= Limits.neurons else { throw error(value, .tooMany(key, Limits.neurons)) }
      return NodeNames(names: Array(repeating: nil, count: count), offsets: [])
    case .array(let elements):
      guard elements.count <= Limits.neurons else {
        throw error(value, .tooMany(key, Limits.neurons))
      }
      var names: [String?] = []
      for element in elements {
        let name = try string(element, for: key)
        guard NetworkFile.isName(name) else { throw error(element, .badName(name.excerpt)) }
        names.append(name)
      }
      return NodeNames(names: names, offsets: elements.map(\.offset))
    case .null, .bool, .string, .object: throw error(value, .wrongKind(key, .namesOrCount))
    }
  }
}

extension NetworkFile {
  /// Whether a text can be a node's name: 1 to 32 letters of any script, digits, `_`, `-`, `.`.
  package static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard (1...Limits.nameLength).contains(scalars.count) else { return false }
    return scalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .nonspacingMark, .spacingMark:
        true
      default: scalar == "_" || scalar == "-" || scalar == "."
      }
    }
  }
}
