internal import Phrases
internal import ScalarBackprop

/// A layer's weights, one row a neuron.
struct WeightReading {
  var values: [[Double]]
  var typed: [[TypedNumber]]?
}

/// A layer's biases: one each, one for all, or none.
struct BiasReading {
  var values: [Double]?
  var typed: [TypedNumber]?
  var isShared = false
}

extension NetworkFileReader {
  static let randomKeys = ["random", "scale", "seed", "from", "to"]

  func weights(
    _ fields: Fields, count: Int, incoming: Int, fanOut: Int? = nil
  ) throws(SourceError) -> WeightReading {
    guard let value = fields["weights"] else {
      throw error(
        fields.value,
        .missingKey("weights", example: "weights: { random: \"xavier\", seed: 1 }"))
    }
    if case .object = value.kind {
      let draw = try random(value, incoming: incoming, outgoing: fanOut ?? count)
      return WeightReading(
        values: (0..<count).map { _ in (0..<incoming).map { _ in draw() } }, typed: nil)
    }
    let list = try list(value, for: "weights", .rowsOfNumbers)
    var rows: [[TypedNumber]] = []
    for row in list { rows.append(try numbers(row, for: "weights", .rowsOfNumbers)) }
    try checkShape(
      rows, list, value, count: fields["neurons"] == nil ? nil : count, incoming: incoming)
    return WeightReading(values: rows.map { $0.map(\.value) }, typed: rows)
  }

  private func checkShape(
    _ rows: [[TypedNumber]], _ places: [JSONValue], _ value: JSONValue, count: Int?, incoming: Int
  ) throws(SourceError) {
    let columns = rows.first?.count ?? 0
    let isRectangle = rows.allSatisfy { $0.count == columns }
    let wouldFit = rows.count == incoming && columns == count ?? columns && columns > 0
    if isRectangle, columns != incoming, wouldFit {
      throw error(value, .transposed(rows: rows.count, columns: columns))
    }
    if let count, rows.count != count {
      throw error(value, .rowCount(found: rows.count, neurons: count))
    }
    for (row, place) in zip(rows, places) where row.count != incoming {
      throw error(place, .columnCount(found: row.count, incoming: incoming))
    }
  }

  /// A layer's biases; where there are too many or too few, `wrongCount` says so.
  func biases(
    _ fields: Fields, count: Int, incoming: Int,
    wrongCount: (Int, Int) -> Phrase = { Phrase.biasCount(found: $0, neurons: $1) }
  ) throws(SourceError) -> BiasReading {
    if let value = fields["bias"] {
      let number = try number(value, for: "bias")
      return BiasReading(values: [number.value], typed: [number], isShared: true)
    }
    let isThreshold = fields["thresholds"] != nil
    let key = isThreshold ? "thresholds" : "biases"
    guard let value = fields[key] else { return BiasReading() }
    if case .object = value.kind {
      let draw = try random(value, incoming: incoming, outgoing: count)
      return BiasReading(values: (0..<count).map { _ in isThreshold ? 0 - draw() : draw() })
    }
    let numbers = try numbers(value, for: key, .biasesForm)
    guard numbers.count == count else {
      throw error(value, wrongCount(numbers.count, count))
    }
    let biases = isThreshold ? numbers.map(\.negated) : numbers
    return BiasReading(values: biases.map(\.value), typed: biases)
  }

  /// A source of random parameters: `{ random: "xavier", seed: 7 }`.
  private func random(
    _ value: JSONValue, incoming: Int, outgoing: Int
  ) throws(SourceError) -> () -> Double {
    let fields = try fields(of: value, named: "random", keys: Self.randomKeys)
    let kind = try oneOf(
      Initializer.Kind.self, try fields.required("random", example: "random: \"xavier\""),
      for: "random")
    let initializer = try initializer(kind, fields)
    let seed = try fields.optional("seed") { value throws(SourceError) in
      try self.seed(value, for: "seed")
    }
    var source = RandomSource(seed: seeds?.draw() ?? seed ?? 0)
    return { initializer.draw(from: &source, incoming: incoming, outgoing: outgoing) }
  }

  private func initializer(
    _ kind: Initializer.Kind, _ fields: Fields
  ) throws(SourceError) -> Initializer {
    let limits = ["from", "to"].compactMap { fields.members[$0] }
    if kind != .uniform || fields["scale"] != nil, let limit = limits.first {
      throw source.error(
        at: limit.offset,
        .keyDoesNotGo(limit.key, with: kind == .uniform ? "scale" : "random: \(kind.rawValue)"))
    }
    let scale =
      try fields.optional("scale") { value throws(SourceError) in
        try number(value, for: "scale", .scaleForm) { (0...1e100).contains($0) }.value
      } ?? 1
    switch kind {
    case .normal: return .normal(scale)
    case .uniform: return try uniform(fields, scale: scale)
    case .xavier: return .xavier(scale: scale)
    case .he: return .he(scale: scale)
    }
  }

  private func uniform(_ fields: Fields, scale: Double) throws(SourceError) -> Initializer {
    let lower = try fields.optional("from") { value throws(SourceError) in
      try number(value, for: "from").value
    }
    let upper = try fields.optional("to") { value throws(SourceError) in
      let lower = lower ?? 0
      return try number(value, for: "to", .notBelowFrom) {
        $0 >= lower && ($0 - lower).isFinite
      }.value
    }
    let from = lower ?? 0
    guard from <= upper ?? scale else {
      throw error(
        fields["from"] ?? fields.value,
        .outOfRange("from", .notAboveTo))
    }
    return .uniform(from: from, to: upper ?? scale)
  }
}
