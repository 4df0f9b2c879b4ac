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
    var sets = sheet.students.map { (student: $0.text, answers: [Quantity: Answer]()) }
    for row in sheet.rows {
      let name = row.name.text
      guard let quantity = names[name] else {
        if isProse(row) || rates.contains(QuantityNames.plain(name)) { continue }
        throw sheet.error(row.name, .unknownAnswer(name.excerpt, names.nearest(to: name)))
      }
      if quantity.isGiven { continue }
      for (student, text) in row.answers {
        let answer = Answer(name: name, text: text.text)
        guard sets[student].answers.updateValue(answer, forKey: quantity) == nil else {
          let line = line(of: quantity, student, on: sheet)
          throw sheet.error(
            row.name, .answerTwice(derivation.symbols.id(of: quantity), line: line))
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
      names[row.name.text] == quantity && row.answers.contains { $0.student == student }
    }.map { sheet.position(of: $0.name.offset).line } ?? 1
  }

  /// What keeps a sheet from being read: its first unreadable number, else that there is none.
  private func unreadable(_ sheet: SheetText) -> SourceError {
    let rows = sheet.rows.filter { names[$0.name.text].map { !$0.isGiven } ?? false }
    for (_, text) in rows.flatMap(\.answers) {
      let answer = Answer(name: "", text: text.text)
      if answer.problem == .decimalComma {
        return sheet.error(text, .decimalCommaIn(text.text.excerpt))
      }
      if answer.problem == .unreadable {
        return sheet.error(text, .unreadableNumber(text.text.excerpt))
      }
    }
    guard let first = rows.first else {
      return SourceError(position: .start, phrase: .noReadableAnswer)
    }
    return sheet.error(first.name, .noReadableAnswer)
  }

  /// A line of text with an equals sign in it: neither a name nor a number.
  private func isProse(_ row: SheetText.Row) -> Bool {
    row.isPlain
      && row.answers.allSatisfy { Answer(name: "", text: $0.text.text).problem == .unreadable }
  }
}

extension SheetText {
  /// Something is wrong with a piece of the sheet.
  fileprivate func error(_ piece: PlacedText, _ phrase: Phrase) -> SourceError {
    SourceError(position: position(of: piece.offset), phrase: phrase)
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
