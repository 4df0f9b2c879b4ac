public import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Reads the answers of sheets about one training step.
public struct SheetReader {
  let derivation: Derivation
  let names: QuantityNames
  /// How the learning rate may be called.
  private let rates: Set<String>

  /// Takes the step, and how its symbols are written.
  public init(_ derivation: Derivation, names: QuantityNames) {
    self.derivation = derivation
    self.names = names
    rates = Set([derivation.notation.learningRate, "η", "lr"].map(QuantityNames.plain))
  }

  /// What a sheet says, one reading a student: lines that are not understood are listed, and keep no
  /// other from being read.
  public func readings(of sheet: SheetText) -> [SheetReading] {
    var readings = sheet.students.map { SheetReading(student: $0.text) }
    for row in sheet.rows {
      let name = row.name.text
      let line = sheet.position(of: row.name.offset).line
      guard let quantity = names[name] else {
        if isProse(row) || rates.contains(QuantityNames.plain(name)) { continue }
        for (student, text) in row.answers {
          let unread = UnreadLine(
            line: line, text: "\(name) = \(text.text)", reason: .unknownName(name.excerpt),
            suggestion: names.nearest(to: name).map { Phrase(verbatim: $0) })
          readings[student].unread.append(unread)
        }
        continue
      }
      if quantity.isGiven { continue }
      for (student, text) in row.answers {
        let answer = Answer(name: name, text: text.text, line: line)
        readings[student].answers[quantity] = answer
      }
    }
    return readings
  }

  /// A line of text with an equals sign in it: neither a name nor a number.
  private func isProse(_ row: SheetText.Row) -> Bool {
    row.isPlain
      && row.answers.allSatisfy { Answer(name: "", text: $0.text.text).problem == .unreadable }
  }
}

extension Quantity {
  /// Whether it is given, and so is copied rather than worked out.
  fileprivate var isGiven: Bool {
    switch self {
    case .input, .target, .parameter(.value, _): true
    case .parameter, .product, .sum, .net, .output, .outputLoss, .loss, .back, .error, .slope,
      .jacobian, .delta:
      false
    }
  }
}
