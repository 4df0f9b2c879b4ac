internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Option {
  static let to = Option(
    name: "to", value: "FORMAT", choices: FileFormat.words,
    help: Phrase(
      "md, html, tex, txt, json, csv or svg (default: from FILE's extension)",
      "md、html、tex、txt、json、csv 或 svg（默认按 FILE 的扩展名）"))
  static let mark = Option(
    name: "mark", value: "ID,…",
    help: Phrase(
      "in the network diagram (svg): what these quantities are, and what they come from, stands out",
      "在网络图（svg）中突出这些量以及它们由什么得来"))
}

extension Command {
  static let export = Command(
    name: "export", operands: [Operand(name: "NETWORK", kind: .network)],
    options: [
      .to, .outputFile, .force, .standalone, .diagram, .mark, .matrix, .withGradcheck,
      .exportDetail, .plotWeight, .plotActivation, .plotDeltas,
    ] + Option.stepOfTraining + Option.overrides,
    summary: Phrase(
      "write the step as a worked derivation: Markdown, HTML, TeX, text, data, picture",
      "把一步训练写成推导文档：Markdown、HTML、TeX、文本、数据、图"),
    examples: ["export mazur -o mazur.html", "export documents --to md --notation nielsen"],
    run: { invocation throws(CommandError) in
      try StepPlot.checkPlaces(invocation)
      return try StepCommand(invocation).export()
    })
}

extension StepCommand {
  /// `backprop export`: one training step as a document.
  func export() throws(CommandError) -> ExitCode {
    if let plot = try StepPlot.asked(of: invocation) { return try write(plot) }
    let format = try invocation.fileFormat(.to, among: FileFormat.allCases)
    try checkPlaces(in: format)
    _ = try detail()
    let mark = try selection(.mark).map { DiagramMark($0, derivation) }
    let picture = try picture(format)
    guard let name = invocation.argument(.outputFile) else {
      try write(format, mark: mark, to: invocation.console.output)
      return exitCode
    }
    var files: [(OutputFile, OutputFile.Contents)] = []
    if let picture {
      files.append(
        (picture, { output throws(CommandError) in try write(.svg, mark: mark, to: output) }))
    }
    let file = try OutputFile(name, invocation)
    files.append(
      (
        file,
        { output throws(CommandError) in try write(format, picture: picture, mark: mark, to: output)
        }
      ))
    try OutputFile.write(files)
    return exitCode
  }

  /// Says where an option would be without effect.
  private func checkPlaces(in format: FileFormat) throws(CommandError) {
    for option in [Option.matrix, .withGradcheck] where invocation.has(option) {
      if format.isData { throw .usage(.withoutEffect(option.spelling, in: format.rawValue)) }
    }
    if format != .svg, invocation.has(.mark) {
      throw .usage(.withoutEffect(Option.mark.spelling, in: format.rawValue))
    }
    // HTML always stands alone.
    if format != .tex, format != .html, invocation.has(.standalone) {
      throw .usage(.withoutEffect(Option.standalone.spelling, in: format.rawValue))
    }
  }

  private func detail() throws(CommandError) -> Detail {
    try invocation.choice(.exportDetail, as: Detail.self) ?? .full
  }

  /// The file of `--diagram`: that of the document with another ending.
  private func picture(_ format: FileFormat) throws(CommandError) -> OutputFile? {
    guard invocation.has(.diagram) else { return nil }
    guard format == .md else { throw .usage(.diagramOnlyInMarkdown) }
    guard let file = invocation.argument(.outputFile) else {
      throw .usage(.diagramNeedsFile)
    }
    let slash = file.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let dot = file.bytes[slash...].dropFirst().lastIndex(of: UInt8(ascii: "."))
    let name = Argument(
      bytes: Array(file.bytes[..<(dot ?? file.bytes.endIndex)]) + Array(".svg".utf8))
    guard name != file else { throw .usage(.diagramOnlyInMarkdown) }
    return try OutputFile(name, invocation, .kept)
  }

  private func write(
    _ format: FileFormat, picture: OutputFile? = nil, mark: DiagramMark? = nil,
    to output: TextOutput
  ) throws(CommandError) {
    let language = invocation.console.language
    let numbers = try invocation.numberFormat()
    let document = try document
    let data = TraceData(derivation, format: numbers)
    let heading = try heading
    switch format {
    case .md:
      document.writeMarkdown(
        heading, detail: try detail(), picture: picture?.lastComponent, to: output)
    case .tex:
      document.writeTeX(
        heading, detail: try detail(), isStandalone: invocation.has(.standalone), to: output)
    case .html: document.writeHTML(heading, detail: try detail(), to: output)
    case .txt:
      var style = try invocation.style()
      style.isColored = false
      document.writeText(
        heading, detail: try detail(), style: style, isForPaper: true, to: output)
    case .json:
      data.writeJSON(
        title: title?[.english] ?? "", policy: try invocation.policy(.english), to: output)
    case .csv: data.writeCSV(to: output)
    case .svg:
      var diagram = NetworkDiagram(derivation, language: language, format: numbers)
      diagram.mark = mark
      diagram.write(title: title?[language] ?? "", to: output)
    }
  }
}
