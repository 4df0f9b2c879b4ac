public import Derivations
public import Phrases
public import ScalarBackprop
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

  /// The answers on a sheet, one set a student.
  ///
  /// - Throws: `SourceError` for a name that stands for nothing, one that stands there twice, and a
  ///   sheet without any number.
  public func answers(
    on sheet: SheetText
  ) throws(SourceError) -> [(student: String, answers: [Quantity: Answer])] {
    var sets = sheet.students.map { (student: $0, answers: [Quantity: Answer]()) }
    for row in sheet.rows {
      guard let quantity = names[row.name] else {
        if isProse(row) || rates.contains(QuantityNames.plain(row.name)) { continue }
        throw error(row, .unknownAnswer(row.name.excerpt, names.nearest(to: row.name)))
      }
      if quantity.isGiven { continue }
      for (student, text) in row.answers {
        let answer = Answer(name: row.name, text: text)
        guard sets[student].answers.updateValue(answer, forKey: quantity) == nil else {
          let line = line(of: quantity, student, on: sheet)
          throw error(row, .answerTwice(derivation.symbols.id(of: quantity), line: line))
        }
      }
    }
    guard sets.contains(where: { $0.answers.values.contains { $0.number != nil } }) else {
      throw unreadable(sheet)
    }
    return sets
  }

  /// Where a student's answer first stands.
  private func line(of quantity: Quantity, _ student: Int, on sheet: SheetText) -> Int {
    sheet.rows.first { row in
      names[row.name] == quantity && row.answers.contains { $0.student == student }
    }?.line ?? 1
  }

  /// What keeps a sheet from being read: its first unreadable number, else that there is none.
  private func unreadable(_ sheet: SheetText) -> SourceError {
    for row in sheet.rows where names[row.name].map({ !$0.isGiven }) ?? false {
      for (_, text) in row.answers {
        let answer = Answer(name: row.name, text: text)
        if answer.problem == .decimalComma { return error(row, .decimalCommaIn(text.excerpt)) }
        if answer.problem == .unreadable { return error(row, .unreadableNumber(text.excerpt)) }
      }
    }
    return SourceError(position: nil, phrase: .noReadableAnswer)
  }

  /// A line of text with an equals sign in it: neither a name nor a number.
  private func isProse(_ row: SheetText.Row) -> Bool {
    row.isPlain && row.answers.allSatisfy { Answer(name: "", text: $0.text).problem == .unreadable }
  }

  private func error(_ row: SheetText.Row, _ phrase: Phrase) -> SourceError {
    SourceError(position: SourcePosition(line: row.line, column: 1), phrase: phrase)
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
