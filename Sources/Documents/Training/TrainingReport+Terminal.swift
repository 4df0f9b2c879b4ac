internal import Derivations
internal import Phrases
internal import ScalarBackprop
package import Texts

extension TrainingReport {
  /// Writes the report for a terminal.
  package func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    pen.paragraph(title.visible, .heading)
    for report in stages + [self] {
      report.writeHeading(behindStages: !stages.isEmpty, pen)
      pen.paragraph(report.setup, .remark)
      pen.paragraph(report.ending[language])
      report.writeSteps(pen)
      report.writeChart(pen)
    }
    // A stage that was not gone through has left no network.
    guard stage == nil else { return }
    writeOutputs(pen)
    writeParameters(pen)
    writeRemarks(pen)
  }

  private func writeHeading(behindStages: Bool, _ pen: TerminalPen) {
    guard behindStages || stage != nil else { return }
    pen.line()
    pen.paragraph((stage.map { .stage($0) } ?? Phrase.wholeNetwork)[language], .heading)
  }

  private func writeSteps(_ pen: TerminalPen) {
    let rows = history.rows
    guard !rows.isEmpty else { return }
    let hasAccuracy = rows.contains { $0.correct != nil }
    let names: [Phrase] =
      [.step, .epoch, .batchLoss] + (heldOut.count > 0 ? [.validationLossBefore] : [])
      + (hasAccuracy ? [.correctAfterEpoch] : [])
    pen.line()
    TerminalTable(
      header: names.map { $0[language] },
      rows: rows.map { row in
        let accuracy = row.correct.map { Phrase.correct($0, of: samples.count)[language] }
        return ["\(row.step.number)", "\(row.step.epoch)", format.text(row.step.loss)]
          + (heldOut.count > 0 ? [row.step.validationLoss.map(text) ?? ""] : [])
          + (hasAccuracy ? [accuracy ?? ""] : [])
      }, words: []
    ).write(with: pen)
  }

  private func writeChart(_ pen: TerminalPen) {
    let most = format.text(history.loss.points(atMost: 400).values.max() ?? 0)
    let points = history.loss.points(atMost: TerminalChart.columns(pen, top: most))
    let top = points.values.max() ?? 0
    guard points.values.count > 1, top > 0 else { return }
    pen.line()
    TerminalChart(
      points: points.values, top: format.text(top), start: "1", end: "\(history.steps)"
    ).write(with: pen)
    guard points.pointSize > 1 else { return }
    pen.line("  " + Phrase.eachColumn(points.pointSize)[language], .remark)
  }

  /// What the trained network puts out for the first samples.
  private func writeOutputs(_ pen: TerminalPen) {
    let count = first.outputCount
    func list(_ numbers: some Collection<Double>) -> String {
      let texts = numbers.prefix(TrainingReport.mostOutputs).map {
        $0.isFinite ? format.text($0) : "—"
      }
      return texts.joined(separator: ", ") + (numbers.count > texts.count ? ", …" : "")
    }
    let rows = samples.prefix(TrainingReport.mostSamples).enumerated().map { n, sample in
      [
        sample.name?.visible ?? "\(n + 1)",
        list(result.outputs[n * count..<(n + 1) * count]), list(sample.targets ?? []),
      ]
    }
    pen.line()
    TerminalTable(
      header: [Phrase.sampleColumn, .outputColumn, .targetColumn].map { $0[language] },
      rows: rows, words: [0]
    ).write(with: pen)
    let more = samples.count - rows.count
    if more > 0 { pen.line(" " + Phrase.more(more)[language], .remark) }
  }

  /// Where the parameters went, and, of a linear layer, where they should have gone.
  private func writeParameters(_ pen: TerminalPen) {
    let parameters = first.parameters
    pen.line()
    guard parameters.count <= TrainingReport.mostParameters else {
      return pen.paragraph(Phrase.saveParameters(parameters.count)[language], .remark)
    }
    let closed = LeastSquares(first, on: samples, weightDecay: training.rule.weightDecay)
    let columns =
      [first.parameterValues, result.network.parameterValues]
      + (closed.map { [$0.parameterValues] } ?? [])
    let convention = symbols.notation.convention
    let rows = parameters.indices.map { p in
      let quantity = Quantity.parameter(.value, parameters[p])
      return [symbols.symbol(for: quantity).text]
        + columns.map { format.text(convention.told($0[p], as: quantity)) }
    }
    let header: [Phrase] =
      [.parameter, stages.isEmpty ? .first : .atStart, .trained]
      + (closed == nil ? [] : [.closedForm])
    TerminalTable(header: header.map { $0[language] }, rows: rows).write(with: pen)
  }

  private func writeRemarks(_ pen: TerminalPen) {
    if let fading {
      pen.line()
      pen.paragraph(
        Phrase.fading(
          without: fading.without.map(format.text), with: fading.with.map(format.text))[language])
    }
    let remarks =
      (overfitting.map { [$0] } ?? []) + (end?.remarks(on: samples, format, isAtEnd: true) ?? [])
    guard !remarks.isEmpty else { return }
    pen.line()
    pen.paragraph(Phrase.worthNoticing(isAtEnd: true)[language], .heading)
    for remark in remarks { pen.item(remark[language]) }
  }

  private static let (mostSamples, mostOutputs, mostParameters) = (12, 5, 16)
}
