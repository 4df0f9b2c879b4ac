internal import Derivations
internal import Documents
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let check = Command(
    name: "check",
    operands: [Operand(name: "NETWORK"), Operand(name: "ANSWERS", isRepeatable: true)],
    options: [.checkFormat, .hint] + Option.overrides,
    summary: Phrase(
      "mark hand calculations: which are right, where the first mistake is, what it was",
      "批改手算：哪些正确，第一处错误在哪里，错在什么"),
    run: { invocation throws(CommandError) in try CheckCommand(invocation).run() })
}

/// `backprop check`: answer sheets, marked.
struct CheckCommand {
  let invocation: Invocation
  let exercise: Exercise
  let marker: Marker
  let reader: SheetReader

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    exercise = try Exercise(invocation)
    var turned = exercise.notation.convention
    turned.deltaSign = turned.deltaSign == .descent ? .gradient : .descent
    let trace = try exercise.trace(exercise.notation.convention)
    marker = Marker(
      trace, otherTrace: try exercise.trace(turned), in: exercise.notation, typed: exercise.typed)
    let derivation = Derivation(of: trace, in: exercise.notation)
    reader = SheetReader(derivation, names: QuantityNames(derivation) { $0.text })
  }

  /// Every sheet is read before anything is written, so that an unreadable one leaves no half
  /// report.
  func run() throws(CommandError) -> ExitCode {
    var reports: [CheckReport] = []
    for file in invocation.operands.dropFirst() { reports += try self.reports(on: file) }
    let output = invocation.console.output
    switch try invocation.choice(.checkFormat) {
    case "json": CheckReport.writeJSON(reports, to: output)
    case "csv": CheckReport.writeCSV(reports, to: output)
    default:
      let hint = try invocation.wholeNumber(.hint, in: 1...3).flatMap {
        CheckReport.Hint(rawValue: $0)
      }
      let style = try invocation.style()
      for (n, report) in reports.enumerated() {
        if n > 0 { output.write("\n") }
        report.writeText(hint, style: style, to: output)
      }
    }
    return reports.contains { $0.hasMistakes } ? .no : .success
  }

  private func reports(on file: Argument) throws(CommandError) -> [CheckReport] {
    let place = file.text.visible
    let text = SheetText(try bytes(file))
    do throws(SourceError) {
      return try reader.answers(on: text).map { student, answers in
        CheckReport(
          on: marker.mark(answers), file: student.isEmpty ? file.text : "\(file.text): \(student)",
          language: invocation.console.language)
      }
    } catch {
      throw CommandError(error, place: place)
    }
  }

  private func bytes(_ file: Argument) throws(CommandError) -> [UInt8] {
    do throws(Platform.ReadFailure) {
      return try invocation.console.surroundings.read(file)
    } catch {
      let place = "backprop: \(file.text.visible)"
      switch error {
      case .absent: throw .file(place: place, .noSuchSheet)
      case .other(let reason): throw .file(place: place, .cannotRead(reason))
      }
    }
  }
}
