internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
package import Sheets
internal import Texts

// What is said of a sheet as a whole, and of each mistake.

extension CheckReport {
  /// How many lines were not read, what is first wrong, and how many answers got which verdict.
  var opening: [Phrase] {
    let unread = notRead.count
    guard !answers.isEmpty else {
      return [unread == 0 ? .nothingWritten : .linesNotRead(unread)]
    }
    return (unread == 0 ? [] : [.linesNotRead(unread)]) + [.sentences([judgement, counts])]
  }

  /// The first mistake; praise where all is right.
  private var judgement: Phrase {
    if let first = sheet.firstMistake {
      return .firstMistake(symbol(first), answer: first.answer.text.excerpt.trimmed)
    }
    guard notRead.isEmpty else { return isReadable ? .noMistakeInWhatWasRead : .nothingRead }
    let isAllRight = answers.allSatisfy { $0.verdict == .correct || $0.verdict == .rounding }
    return isAllRight ? .allRight : .noMistake
  }

  private var counts: Phrase {
    let counts = Verdict.allCases.compactMap { verdict -> (Int, Phrase)? in
      let count = count(verdict) + (verdict == .unreadable ? reading.unread.count : 0)
      let isMany = count > 1 && verdict == .carried
      return count == 0 ? nil : (count, isMany ? .verdictCarriedMany : verdict.phrase)
    }
    return .verdictCounts(counts)
  }

  /// What could not be read, in the order of the sheet: lines that no answer was made of, and
  /// answers without a number.
  var notRead: [UnreadLine] { piecesNotRead.map(\.line) }

  /// The first line that was not read, and the piece of it that was not.
  package var firstNotRead: (line: UnreadLine, piece: String)? { piecesNotRead.first }

  private var piecesNotRead: [(line: UnreadLine, piece: String)] {
    let answers = answers.filter { $0.verdict == .unreadable }.map { answer in
      let text = answer.answer.text.excerpt.trimmed
      let reason: Phrase =
        answer.answer.problem == .decimalComma ? .decimalCommaIn(text) : .unreadableNumber(text)
      let line = UnreadLine(
        line: answer.answer.line, text: "\(answer.answer.name.trimmed) = \(text)", reason: reason)
      return (line: line, piece: answer.answer.text)
    }
    let lines = reading.unread.map { (line: $0, piece: $0.text) }
    return (lines + answers).enumerated()
      .sorted { ($0.element.line.line, $0.offset) < ($1.element.line.line, $1.offset) }
      .map(\.element)
  }

  // MARK: Remarks

  /// What is remarked on the whole sheet, with the words that JSON has for it.
  var remarks: [(code: String, sentence: Phrase)] {
    sheet.remarks.map { ($0.code, phrase($0)) }
      + reading.remarks.map { ($0.code.rawValue, $0.sentence) }
  }

  /// A remark as a sentence; where a hint was asked for, without what the mistake was.
  private func phrase(_ remark: Remark) -> Phrase {
    switch remark {
    case .otherSignConvention:
      return .otherSign(sheet.derivation.symbols.deltaDefinition)
    case .otherSignPossible(let quantity): return .otherSignPossible(symbol(quantity))
    case .madeEverywhere(let misconception, let rows):
      let mistake = disclosure.hint == nil ? misconception.phrase : nil
      return .madeEverywhere(mistake, list(rows))
    case .truncated(let rows): return .truncated(list(rows))
    case .lastDigit(let rows): return .lastDigit(list(rows))
    case .changeNotShown(let rows): return .changeNotShown(list(rows))
    case .trivialCarry(let rows, let source):
      return .trivialCarry(list(rows), because: symbol(source))
    case .searchCut(let rows): return .searchCut(list(rows))
    }
  }

  // MARK: Mistakes

  /// What was probably done, each with the word that JSON has for it; none where a hint was asked
  /// for.
  func diagnoses(_ answer: MarkedAnswer) -> [(code: Misconception, sentence: Phrase)] {
    disclosure.hint == nil ? answer.diagnoses.map { ($0.misconception, phrase($0)) } : []
  }

  /// What was probably done, and where: in which step, if that is not on the sheet, and with what.
  private func phrase(_ diagnosis: Diagnosis) -> Phrase {
    var phrase = diagnosis.misconception.phrase
    if let used = diagnosis.used, let place = diagnosis.place {
      phrase = phrase.followed(by: .usedFor(symbol(used), symbol(place)))
    } else if let place = diagnosis.place {
      phrase = phrase.followed(by: .inParentheses(symbol(place)))
    }
    guard !diagnosis.isWritten else { return phrase }
    let step = symbol(diagnosis.step)
    let place: Phrase = isSpoken ? .inStep(step) : .inUnwritten(step)
    return place.followed(by: phrase)
  }

  /// What was probably done, as one sentence; ties joined by "or".
  private func diagnosis(_ answer: MarkedAnswer) -> Phrase {
    let sentences = diagnoses(answer).map(\.sentence)
    guard let first = sentences.first else { return .noDiagnosis }
    return .probably.followed(
      by: sentences.dropFirst().reduce(first) { $0.followed(by: $1, between: .or) })
  }

  /// What is said behind a wrong answer; `nil` where only its place is to be told.
  func sentence(on answer: MarkedAnswer) -> Phrase? {
    switch disclosure.hint {
    case nil: return diagnosis(answer)
    case .place: return nil
    case .rule, .line:
      return rule(of: brokenStep(answer) ?? answer.place, in: sheet.derivation).map {
        let name = brokenStep(answer).map(symbol)
        return .sentences([.hintRule($0.name, unwritten: name), $0.reason])
      }
    }
  }

  /// The step before an answer where the mistake probably was, if that is not on the sheet.
  private func brokenStep(_ answer: MarkedAnswer) -> Place? {
    answer.diagnoses.first.flatMap { $0.isWritten ? nil : $0.step }
  }
}

extension Verdict {
  /// What the verdict is called.
  var phrase: Phrase {
    switch self {
    case .correct: .verdictCorrect
    case .rounding: .verdictRounding
    case .carried: .verdictCarried
    case .tooCoarse: .verdictTooCoarse
    case .wrong: .verdictWrong
    case .blank: .verdictBlank
    case .unreadable: .verdictUnreadable
    }
  }

  /// What the word means; `nil` where it says so itself.
  var meaning: Phrase? {
    switch self {
    case .correct: .meaningCorrect
    case .rounding: .meaningRounding
    case .carried: .meaningCarried
    case .tooCoarse: .meaningTooCoarse
    case .wrong: .meaningWrong
    case .unreadable: .meaningUnreadable
    case .blank: nil
    }
  }

  /// Whether the person should look at the answer again.
  var isProblem: Bool {
    switch self {
    case .carried, .tooCoarse, .wrong, .unreadable: true
    case .correct, .rounding, .blank: false
    }
  }
}
