internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// Reads sheets about a step: of a batch, what is about each sample by the names of a step on that
/// sample alone.
final class StepReader {
  private let derivation: Derivation
  private let hasThresholds: Bool
  private let reader: SheetReader
  private let prose: WorksheetProse
  /// What reads the lines about a sample, by its place.
  private var readers: [Int: SheetReader] = [:]

  init(_ derivation: Derivation, hasThresholds: Bool) {
    self.derivation = derivation
    self.hasThresholds = hasThresholds
    prose = WorksheetProse(derivation)
    reader = StepReader.reader(derivation, hasThresholds, prose.constants)
  }

  private static func reader(
    _ derivation: Derivation, _ hasThresholds: Bool, _ constants: Set<String>
  ) -> SheetReader {
    SheetReader(
      derivation, names: QuantityNames(derivation) { $0.spellings }, hasThresholds: hasThresholds,
      constants: constants)
  }

  /// What a sheet says, one reading a student.
  func readings(of sheet: SheetText, cells: [Quantity]) -> [SheetReading] {
    let isBatch = derivation.trace.isBatch
    let hasProse = sheet.rows.contains { $0.isPlain && prose.contains($0.name.text) }
    guard isBatch || hasProse else { return reader.readings(of: sheet, cells: cells) }
    let numbers = isBatch ? derivation.trace.samples.indices.map(derivation.sampleNumber) : []
    let parts = SheetParts(sheet.bytes, samples: numbers, without: prose.contains) {
      numbers.firstIndex(of: $0).map(derivation.ownNames) ?? [:]
    }
    var readings = reader.readings(of: SheetText(parts.common), cells: cells)
    guard isBatch else { return readings }
    // What a sample could be asked for where no sample is named.
    let asked = self.reader(ofSample: 0).readings(of: SheetText(parts.common))
    for n in readings.indices {
      keepCommon(&readings[n])
      guard n < asked.count else { continue }
      let lines = Set(asked[n].answers.values.map(\.line))
      for m in readings[n].unread.indices where lines.contains(readings[n].unread[m].line) {
        readings[n].unread[m].reason = .ofWhichSample
        readings[n].unread[m].suggestion = .sampleSection(derivation.sampleNumber(0))
      }
    }
    for (place, number) in numbers.enumerated() {
      guard let part = parts.samples[number] else { continue }
      let own = self.reader(ofSample: place).readings(of: SheetText(part))
      // A column that has no heading in one part has none in the other.
      for (n, reading) in own.enumerated() {
        if n == readings.count { readings.append(SheetReading(student: reading.student)) }
        add(reading, ofSample: place, to: &readings[n])
      }
    }
    for n in readings.indices { readings[n].unread.sort { $0.line < $1.line } }
    return readings
  }

  /// What someone answers who was asked for one quantity.
  func answer(
    _ text: String, askedFor place: Place, format: NumberFormat
  ) throws(AskedAnswer.Problem) -> AskedAnswer {
    let reader = place.sample.map { self.reader(ofSample: $0) } ?? reader
    return try reader.answer(text, askedFor: place.quantity, format: format)
  }

  private func reader(ofSample place: Int) -> SheetReader {
    if let known = readers[place] { return known }
    let trace = derivation.trace
    let own = try? trace.network.trace(
      trace.samples[place], rule: trace.rule, convention: trace.convention)
    let made = own.map {
      StepReader.reader(
        Derivation(of: $0, in: derivation.notation), hasThresholds, prose.constants)
    }
    readers[place] = made ?? reader
    return made ?? reader
  }

  /// What only a sample has is not read where no sample is named.
  private func keepCommon(_ reading: inout SheetReading) {
    for (quantity, answer) in reading.answers
    where derivation.trace.block(of: Place(quantity)) == nil {
      reading.answers[quantity] = nil
      guard answer.number != nil else { continue }
      reading.unread.append(
        UnreadLine(
          line: answer.line, text: "\(answer.name) = \(answer.text)", reason: .ofWhichSample,
          suggestion: .sampleSection(derivation.sampleNumber(0))))
    }
  }

  /// Changes and new values are the batch's, wherever they stand.
  private func add(
    _ own: SheetReading, ofSample place: Int, to reading: inout SheetReading
  ) {
    for (quantity, answer) in own.answers {
      if derivation.trace.place(quantity, sample: place).sample == nil {
        if reading.answers[quantity]?.number == nil { reading.answers[quantity] = answer }
      } else {
        reading.samples[place, default: [:]][quantity] = answer
      }
    }
    reading.unread += own.unread
    for (given, value) in own.restated {
      let place = derivation.trace.place(given, sample: place)
      if place.sample == nil {
        reading.restated[given] = value
      } else {
        reading.restatedOfSamples[place] = value
      }
    }
    for remark in own.remarks where !reading.remarks.contains(remark) {
      reading.remarks.append(remark)
    }
  }
}

extension Derivation {
  /// The symbols of one sample's quantities in a step on that sample alone, by those that they have in
  /// the batch.
  fileprivate func ownNames(ofSample place: Int) -> [String: String] {
    let own = Symbols(of: trace.network, in: notation)
    var names: [String: String] = [:]
    for block in blocks where block.sample == place {
      for n in 0..<block.count {
        let quantity = trace.quantity(n, of: block)
        for text in symbol(for: quantity, sample: place).spellings {
          names[text] = own.symbol(for: quantity).text
        }
      }
    }
    return names
  }
}
