internal import Derivations
internal import Documents
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// The step that sheets are about, with what marks them.
struct CheckContext {
  let marker: Marker
  let reader: StepReader
  /// How many samples the step has, where it is the first one of a training because nobody said
  /// which; else `nil`.
  let assumedBatch: Int?
  /// How many numbers the step has.
  let numbers: Int
  let derivation: Derivation

  init(_ invocation: Invocation) throws(CommandError) {
    let exercise = try StepExercise(invocation, isByHand: true, usual: .batch, tells: false)
    assumedBatch = invocation.has(.traceStep) ? nil : exercise.state?.batch.count
    let turned = exercise.notation.convention.withOtherDeltaSign
    let trace = try exercise.trace(exercise.notation.convention)
    marker = Marker(
      trace, otherTrace: try exercise.trace(turned), in: exercise.notation, typed: exercise.typed,
      state: exercise.state)
    numbers = exercise.count
    derivation = Derivation(of: trace, in: exercise.notation, state: exercise.state)
    reader = StepReader(derivation, hasThresholds: exercise.typed.hasThresholds)
  }

  /// Marks a sheet that was read, one report a student.
  func reports(
    on sheet: SheetFile, _ invocation: Invocation, _ disclosure: Disclosure,
    _ budget: inout SearchBudget
  ) throws(CommandError) -> [CheckReport] {
    guard let text = sheet.text else { return [] }
    let format = try invocation.numberFormat()
    let asked = CheckContext.askedFormat(of: text, invocation)
    let person = Student(onSheet: text.bytes)
    let cells =
      try CheckContext.scope(of: text, sheet.file, invocation, derivation)
      .map { Worksheet.cells(of: derivation, $0) } ?? []
    return reader.readings(of: text, cells: cells).map { reading in
      var report = CheckReport(
        on: marker.mark(
          reading.placed, asked: asked, restated: reading.placedGivens, within: &budget),
        of: reading,
        file: sheet.file.text, language: invocation.console.language, format: format,
        telling: disclosure)
      if reading.student.isEmpty { report.person = person }
      return report
    }
  }

  /// Which quantities a worksheet asked for, by its own words; `nil` on any other sheet.
  private static func scope(
    of sheet: SheetText, _ file: Argument, _ invocation: Invocation, _ derivation: Derivation
  ) throws(CommandError) -> Worksheet.Scope? {
    guard let words = sheet.network,
      let own = try? NetworkWords(words.text).invocation(for: invocation)
    else { return nil }
    var scope = Worksheet.Scope()
    scope.isShort = own.has(.short)
    do {
      scope.selection = try own.text(.only).map { text throws(CommandError) in
        try derivation.selection(text, .only)
      }
    } catch {
      throw error.said(by: words, on: sheet, file)
    }
    return scope
  }

  /// How a sheet asks for its results by its own words; the command line's are about what is shown.
  private static func askedFormat(
    of sheet: SheetText, _ invocation: Invocation
  ) -> NumberFormat? {
    guard let words = sheet.network,
      let own = try? NetworkWords(words.text).invocation(for: invocation)
    else { return nil }
    return try? own.askedFormat()
  }
}

extension SheetText {
  /// Whether anything on it may be an answer, which a network has not.
  var hasAnswers: Bool {
    rows.contains { row in
      row.answers.contains { answer in
        guard row.isPlain else { return answer.text.isAnswer }
        let last = answer.text.text.split(separator: "=").last.map(String.init) ?? ""
        return answer.text.text.contains("=") && PlacedText(last, at: 0).isAnswer
      }
    }
  }
}

extension PlacedText {
  /// Whether the text is a number, well written or not, or is left blank.
  fileprivate var isAnswer: Bool { Answer(name: "", text: text).problem != .unreadable }
}

extension CommandError {
  /// Something is wrong with a piece of a sheet.
  static func at(
    _ piece: PlacedText, on sheet: SheetText, _ file: Argument, _ phrase: Phrase
  ) -> CommandError {
    .at(sheet.position(of: piece.offset), of: file, phrase)
  }

  /// The error with the place of the words on a sheet that have led to it, where it has none.
  func said(by words: PlacedText, on sheet: SheetText, _ file: Argument) -> CommandError {
    switch self {
    case .usage(let phrase): return .at(words, on: sheet, file, phrase)
    case .file(let place, let phrase):
      let noPlace = "backprop: "
      guard place.hasPrefix(noPlace) else { return self }
      let own = sheet.position(of: words.offset)
      let name = place.dropFirst(noPlace.count)
      return .file(place: "\(file.text.visible):\(own.line):\(own.column): \(name)", phrase)
    case .interrupted: return self
    }
  }
}
