internal import Derivations
internal import Phrases
public import ScalarBackprop
public import Texts

/// What a training came to: the loss at sensible steps, a small curve, the outputs at the end.
public struct TrainingReport {
  let title: String
  let samples: [Sample]
  let result: TrainingResult
  let history: LossHistory
  let language: Language
  let format: NumberFormat

  /// Makes the report on a training that has ended.
  public init(
    title: String, samples: [Sample], result: TrainingResult, history: LossHistory,
    language: Language, format: NumberFormat
  ) {
    self.title = title
    self.samples = samples
    self.result = result
    self.history = history
    self.language = language
    self.format = format
  }

  /// Writes the report for a terminal.
  public func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    pen.paragraph(title.visible, .heading)
    pen.paragraph(ending[language])
    pen.line()
    let rows = history.rows.map { ["\($0.number)", "\($0.epoch)", format.text($0.loss)] }
    TerminalTable(
      header: [Phrase.step, .epoch, .batchLoss].map { $0[language] }, rows: rows, words: []
    ).write(with: pen)
    writeCurve(pen)
    writeOutputs(pen)
    if let classification = Classification(result.network, samples) {
      let correct = classification.correct(samples)
      pen.line()
      pen.paragraph(Phrase.classifiedCorrectly(correct, of: samples.count)[language])
    }
  }

  private var ending: Phrase {
    let loss = format.text(result.loss)
    return switch result.end {
    case .epochs: .trainingEnded(steps: result.steps, loss: loss)
    case .goodEnough: .trainingGoodEnough(steps: result.steps, loss: loss)
    case .stopped: .trainingStopped(steps: result.steps, loss: loss)
    case .diverged(let divergence):
      .trainingDiverged(
        step: divergence.step,
        quantity: Symbols(of: result.network, in: .documents).id(of: divergence.quantity))
    }
  }

  /// The curve in block characters, one column a mean of steps; the highest is the largest loss.
  private func writeCurve(_ pen: TerminalPen) {
    let points = history.points(min(60, pen.style.width - 4))
    guard points.count > 1, let top = points.max(), top > 0, !pen.style.isASCII else { return }
    let blocks = Array("▁▂▃▄▅▆▇█")
    let curve = points.map { blocks[min(7, Int($0 / top * 7.999))] }
    pen.line()
    pen.line(" " + String(curve), .plain)
  }

  /// What the trained network puts out for the first samples.
  private func writeOutputs(_ pen: TerminalPen) {
    let shown = samples.prefix(TrainingReport.mostSamples)
    let symbols = Symbols(of: result.network, in: .documents)
    let outputs = symbols.outputs.prefix(TrainingReport.mostOutputs)
    var rows: [[String]] = []
    for (n, sample) in shown.enumerated() {
      guard let trace = try? result.network.trace(sample) else { continue }
      let name = sample.name?.visible ?? "\(n + 1)"
      let values = outputs.map { format.text(trace[.output($0, .before)] ?? .nan) }
      let targets = outputs.map { format.text(trace[.target($0)] ?? .nan) }
      rows.append([name, values.joined(separator: ", "), targets.joined(separator: ", ")])
    }
    pen.line()
    TerminalTable(
      header: [Phrase.sampleColumn, .outputColumn, .targetColumn].map { $0[language] },
      rows: rows, words: [0]
    ).write(with: pen)
  }

  private static let (mostSamples, mostOutputs) = (10, 5)

  /// The curve of the loss as a picture.
  public func writePlot(to output: TextOutput) {
    let part: (any PlotPart)? =
      RegionPlot(result.network, samples, language: language)
      ?? CurvePlot(result.network, samples, language: language)
    LossPlot(
      points: history.points(400), steps: result.steps, title: title, language: language,
      part: part
    ).write(to: output)
  }
}

/// The loss over the steps, as SVG that follows the reader's choice of light or dark.
struct LossPlot {
  let points: [Double]
  let steps: Int
  let title: String
  let language: Language
  /// What stands below the curve: what the network makes of its inputs.
  let part: (any PlotPart)?

  private static let (width, height, left, bottom) = (640.0, 360.0, 70.0, 44.0)

  func write(to output: TextOutput) {
    let top = max(points.max() ?? 1, .leastNormalMagnitude)
    let (plotWidth, plotHeight) = (Self.width - Self.left - 20, Self.height - Self.bottom - 24)
    let places = points.enumerated().map { n, value in
      let x = Self.left + plotWidth * Double(n) / Double(max(1, points.count - 1))
      let y = 24 + plotHeight * (1 - value / top)
      return "\(x.short) \(y.short)"
    }
    let format = NumberFormat.significant(3)
    let marks = (0...4).map { n in
      let y = 24 + plotHeight * (1 - Double(n) / 4)
      return """
        <path class="grid" d="M\(Self.left.short) \(y.short)h\(plotWidth.short)"/>
        <text class="axis" x="\((Self.left - 8).short)" y="\((y + 4).short)">\
        \(format.text(top * Double(n) / 4))</text>
        """
    }
    let height = Self.height + (part == nil ? 0 : RegionPlot.side + 24)
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width.short) \
      \(height.short)" role="img" aria-labelledby="title">
      <title id="title">\(Phrase.lossCurve(title.visible)[language].inXML)</title>
      <style>text{font:13px system-ui,sans-serif;fill:#222}.paper{fill:#fff}\
      .axis{text-anchor:end}.grid{stroke:#d5dae0;fill:none}\
      .curve{stroke:#1f5fa8;stroke-width:2;fill:none;stroke-linejoin:round}\(part.map { type(of: $0).style } ?? "")\
      @media (prefers-color-scheme:dark){text{fill:#e8e8e8}.paper{fill:#16181c}\
      .grid{stroke:#3a414a}.curve{stroke:#8cc0ff}\(part.map { type(of: $0).darkStyle } ?? "")}</style>
      <rect class="paper" width="100%" height="100%"/>
      \(marks.joined(separator: "\n"))
      <path class="curve" d="M\(places.joined(separator: "L"))"/>
      <text x="\(Self.left.short)" y="\((Self.height - 14).short)">\
      \(Phrase.lossAxis(steps: steps)[language].inXML)</text>

      """)
    part?.write(x: (Self.width - RegionPlot.side) / 2, y: Self.height, to: output)
    output.write("</svg>\n")
  }

}
