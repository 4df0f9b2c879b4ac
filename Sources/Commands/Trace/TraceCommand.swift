internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let trace = Command(
    name: "trace", operands: [Operand(name: "NETWORK", kind: .network)],
    options: [.step, .format, .only, .detail, .matrix, .withGradcheck] + Option.overrides,
    summary: Phrase(
      "show every number of one training step on one sample", "展示用一个样本训练一步时的每一个数"),
    examples: ["trace mazur", "trace documents --only backward --digits 4"],
    run: { invocation throws(CommandError) in
      try invocation.checkStepping()
      return try StepCommand(invocation).trace()
    })
}

extension StepCommand {
  /// `backprop trace`: one training step, as tables or data.
  func trace() throws(CommandError) -> ExitCode {
    if invocation.has(.step) { return try goThrough() }
    let format = try invocation.choice(.format, as: ReportFormat.self) ?? .table
    _ = try invocation.word(.detail)
    let selection = try selection(.only)
    let place = format != .table ? format.rawValue : selection != nil ? Option.only.spelling : nil
    for option in [Option.matrix, .withGradcheck] where invocation.has(option) {
      if let place { throw .usage(.withoutEffect(option.spelling, in: place)) }
    }
    if format == .table {
      try writeReport(selection)
    } else {
      try writeData(selection, isJSON: format == .json)
    }
    return exitCode
  }

  private func writeReport(_ selection: StepSelection?) throws(CommandError) {
    let document = try document
    let style = try invocation.style()
    let output = invocation.console.output
    if let selection { return document.writeText(only: selection, style: style, to: output) }
    let detail = try invocation.choice(.detail, as: Detail.self) ?? .steps
    document.writeText(try heading, detail: detail, style: style, to: output)
  }

  private func writeData(_ selection: StepSelection?, isJSON: Bool) throws(CommandError) {
    let data = TraceData(
      derivation, format: try invocation.numberFormat(), selection: selection)
    guard isJSON else { return data.writeCSV(to: invocation.console.output) }
    data.writeJSON(
      title: title?[.english] ?? "", policy: try invocation.policy(.english),
      to: invocation.console.output)
  }
}
