internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A sample as it was read, and where it begins.
struct SampleReading {
  var sample: Sample
  var typed: TypedSample
  var offset: Int

  init(name: String?, inputs: [TypedNumber], targets: [TypedNumber]?, at offset: Int) {
    self.offset = offset
    sample = Sample(
      name: name, inputs: inputs.map(\.value), targets: targets.map { $0.map(\.value) })
    typed = TypedSample(inputs: inputs.map(\.text), targets: targets.map { $0.map(\.text) })
  }
}

/// All samples as they were read, with their places.
struct SampleReadings {
  private(set) var samples: [SampleReading]
  let positions: [SourcePosition]
  /// The file that they stand in, where it is not the network's own.
  var file: String?

  init(_ samples: [SampleReading], in source: Source) {
    self.samples = samples
    positions = source.positions(of: samples.map(\.offset))
  }

  /// Gives every sample its inputs for targets.
  ///
  /// - Throws: the place of a sample that has targets of its own, or inputs that are no targets of the
  ///   loss.
  mutating func takeInputsForTargets(of network: Network) throws(SourceError) {
    for n in samples.indices {
      guard samples[n].sample.targets == nil else {
        throw error(n, .keyDoesNotGo("targets", with: "targets: \"inputs\""))
      }
      samples[n].sample.targets = samples[n].sample.inputs
      samples[n].typed.targets = samples[n].typed.inputs
      do throws(SampleError) {
        try network.check(samples[n].sample)
      } catch {
        throw self.error(n, error.phrase)
      }
    }
  }

  /// What is wrong with a sample, counted from 0, at its place.
  func error(_ number: Int, _ phrase: Phrase) -> SourceError {
    SourceError(position: positions[number], phrase: phrase, file: file)
  }
}

extension NetworkFileReader {
  static let sampleKeys = ["name", "inputs", "targets"]

  /// The samples that the network is trained on.
  func samples(
    _ fields: Fields, _ network: Network, _ companion: ((String) -> [UInt8]?)?,
    targetsAreInputs: Bool
  ) throws(SourceError) -> SampleReadings {
    let value = try fields.required(
      "samples", example: "samples: [{ inputs: [1, 0], targets: [1] }]")
    var samples = try samples(value, key: "samples", network, companion)
    if targetsAreInputs { try samples.takeInputsForTargets(of: network) }
    return samples
  }

  /// The samples that it is not trained on, written in the same ways; none without the key.
  func validation(
    _ fields: Fields, _ network: Network, _ companion: ((String) -> [UInt8]?)?,
    targetsAreInputs: Bool
  ) throws(SourceError) -> [Sample] {
    guard let value = fields["validation"] else { return [] }
    var samples = try samples(value, key: "validation", network, companion)
    if targetsAreInputs { try samples.takeInputsForTargets(of: network) }
    if let n = samples.samples.firstIndex(where: { $0.sample.targets == nil }) {
      throw samples.error(n, .validationHasNoTargets)
    }
    return samples.samples.map(\.sample)
  }

  /// A list of samples, or those of a CSV file beside the network's.
  private func samples(
    _ value: JSONValue, key: String, _ network: Network, _ companion: ((String) -> [UInt8]?)?
  ) throws(SourceError) -> SampleReadings {
    if case .string(let file) = value.kind {
      guard let companion else { throw error(value, .samplesNeedAFile) }
      guard let bytes = companion(file) else {
        throw error(value, .unreadableSamples(file.excerpt))
      }
      do throws(SourceError) {
        let source = try Source(bytes)
        var readings = SampleReadings(try SampleTable(source, network).read(), in: source)
        readings.file = file
        return readings
      } catch {
        throw SourceError(position: error.position, phrase: error.phrase, file: file)
      }
    }
    let list = try list(value, for: key, .samplesForm)
    guard !list.isEmpty else { throw error(value, .emptyList(key)) }
    guard list.count <= Limits.samples else {
      throw error(value, .tooManySamples(Limits.samples))
    }
    var samples: [SampleReading] = []
    for value in list { samples.append(try sample(value, network)) }
    return SampleReadings(samples, in: source)
  }

  private func sample(
    _ value: JSONValue, _ network: Network
  ) throws(SourceError) -> SampleReading {
    let fields = try fields(of: value, named: "sample", keys: Self.sampleKeys)
    let inputs = try fields.required("inputs", example: "inputs: [1, 0]")
    let name = try fields.optional("name") { value throws(SourceError) in
      try title(value, for: "name")
    }
    let reading = SampleReading(
      name: name, inputs: try sampleInputs(inputs, network),
      targets: try fields.optional("targets") { value throws(SourceError) in
        try numbers(value, for: "targets")
      }, at: value.offset)
    do throws(SampleError) {
      try network.check(reading.sample)
    } catch {
      throw source.error(at: fields.offset(of: error), error.phrase)
    }
    return reading
  }
}

extension NetworkFileReader {
  /// The inputs of a sample: a list, or lists within each other as the maps lie.
  private func sampleInputs(
    _ value: JSONValue, _ network: Network
  ) throws(SourceError) -> [TypedNumber] {
    guard let maps = network.inputShape else { return try numbers(value, for: "inputs") }
    guard let nested = try nestedNumbers(value, for: "inputs") else {
      throw error(value, .wrongKind("inputs", .numbers))
    }
    let shape = [maps.maps] + (maps.rows.map { [$0] } ?? []) + [maps.columns]
    guard nested.fits(shape) || nested.sizes == [maps.count] else {
      throw error(value, .nesting("inputs", found: nested.sizes, expected: shape))
    }
    return nested.numbers
  }
}

extension Fields {
  /// Where the mistake stands that keeps a sample from fitting.
  func offset(of error: SampleError) -> Int {
    let targets = self["targets"]
    switch error {
    case .inputCount: return self["inputs"]?.offset ?? value.offset
    case .targetCount, .targetSum: return targets?.offset ?? value.offset
    case .notFinite: return value.offset
    case .targetNotInUnitInterval(let k), .targetNoSign(let k), .targetNegative(let k):
      if case .array(let elements)? = targets?.kind { return elements[k].offset }
      return value.offset
    }
  }
}

/// Samples in a CSV file, whose header names the inputs and, for targets, the outputs.
struct SampleTable {
  let source: Source
  let network: Network

  init(_ source: Source, _ network: Network) {
    self.source = source
    self.network = network
  }

  func read() throws(SourceError) -> [SampleReading] {
    let table = CSVRows(source.bytes, atMost: Limits.values)
    if let cut = table.cut { throw source.error(at: cut, .tooManyValues(Limits.values)) }
    let rows = table.rows
    guard let header = rows.first, rows.count > 1 else {
      throw source.error(at: source.start, .emptyList("samples"))
    }
    guard rows.count - 1 <= Limits.samples else {
      throw source.error(at: rows[Limits.samples + 1][0].offset, .tooManySamples(Limits.samples))
    }
    let labels = network.labels
    let inputs = Array(labels.prefix(network.inputs.count))
    let outputs = Array(labels.suffix(network.outputCount))
    let columns = try columns(header, known: inputs + outputs)
    let hasTargets = outputs.contains { columns[$0] != nil }
    for name in inputs + (hasTargets ? outputs : []) where columns[name] == nil {
      throw source.error(at: header[0].offset, .sampleColumnMissing(name))
    }
    var samples: [SampleReading] = []
    for row in rows.dropFirst() {
      guard row.count == header.count else {
        throw source.error(
          at: row[0].offset, .fieldCount(found: row.count, expected: header.count))
      }
      let targets = hasTargets ? try numbers(outputs, columns, row) : nil
      samples.append(try sample(row, try numbers(inputs, columns, row), targets))
    }
    return samples
  }

  private func sample(
    _ row: [CSVRows.Field], _ inputs: [TypedNumber], _ targets: [TypedNumber]?
  ) throws(SourceError) -> SampleReading {
    let reading = SampleReading(
      name: nil, inputs: inputs, targets: targets, at: row[0].offset)
    do throws(SampleError) {
      try network.check(reading.sample)
    } catch {
      throw source.error(at: row[0].offset, error.phrase)
    }
    return reading
  }

  private func columns(
    _ header: [CSVRows.Field], known: [String]
  ) throws(SourceError) -> [String: Int] {
    let names = Set(known)
    var columns: [String: Int] = [:]
    for (column, field) in header.enumerated() {
      guard names.contains(field.text) else {
        let near = Suggestion.nearest(to: field.text, among: known)
        throw source.error(
          at: field.offset, .sampleColumn(field.text.excerpt, near, known: known))
      }
      guard columns.updateValue(column, forKey: field.text) == nil else {
        throw source.error(at: field.offset, .duplicateKey(field.text))
      }
    }
    return columns
  }

  private func numbers(
    _ names: [String], _ columns: [String: Int], _ row: [CSVRows.Field]
  ) throws(SourceError) -> [TypedNumber] {
    var numbers: [TypedNumber] = []
    for name in names {
      let field = row[columns[name] ?? 0]
      guard field.text.utf8.count <= Limits.numberLength else {
        throw source.error(
          at: field.offset, .longNumber(field.text.excerpt, Limits.numberLength))
      }
      guard let number = TypedNumber(field.text) else {
        throw source.error(at: field.offset, .badNumber(field.text.excerpt))
      }
      numbers.append(number)
    }
    return numbers
  }
}
