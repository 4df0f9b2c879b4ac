public import Derivations
internal import Phrases
public import ScalarBackprop
public import Texts

/// What a training came to: the loss at sensible steps, its curve, the outputs and parameters at the
/// end, and what is worth noticing about them.
public struct TrainingReport {
  let title: String
  let samples: [Sample]
  let training: Training
  /// The network before the training.
  let first: Network
  let result: TrainingResult
  let history: TrainingHistory
  let language: Language
  let format: NumberFormat
  /// One more step from where the training ended, on all samples, to be looked at; `nil` where that
  /// would be too large.
  public var end: Derivation?

  /// Makes the report on a training that has ended.
  ///
  /// - Parameter first: the network before it.
  public init(
    title: String, first: Network, samples: [Sample], training: Training, result: TrainingResult,
    history: TrainingHistory, language: Language, format: NumberFormat
  ) {
    self.title = title
    self.first = first
    self.samples = samples
    self.training = training
    self.result = result
    self.history = history
    self.language = language
    self.format = format
  }

  var symbols: Symbols { Symbols(of: result.network, in: .documents) }

  /// Writes the report for a terminal.
  public func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    pen.paragraph(title.visible, .heading)
    pen.paragraph(setup[language], .remark)
    pen.paragraph(ending[language])
    writeSteps(pen)
    writeChart(pen)
    writeOutputs(pen)
    writeParameters(pen)
    writeObservations(pen)
  }

  /// What is trained, on what, and how.
  private var setup: Phrase {
    let network = result.network
    let shape = [network.inputs.count] + network.layers.map(\.neurons.count)
    let batch = min(training.batchSize ?? samples.count, samples.count)
    return .trainingSetup(
      shape: shape.map(String.init).joined(separator: "-"),
      parameters: network.parameters.count, samples: samples.count, batch: batch,
      optimizer: network.loss == .perceptron ? nil : training.rule.optimizer.name,
      rate: NumberFormat.significant(17).text(training.rule.learningRate))
  }

  private var ending: Phrase {
    let loss = format.text(result.loss)
    let end: Phrase =
      switch result.end {
      case .epochs: .trainingEnded(steps: result.steps, loss: loss)
      case .goodEnough: .trainingGoodEnough(steps: result.steps, loss: loss)
      case .stopped: .trainingStopped(steps: result.steps, loss: loss)
      case .diverged(let divergence):
        .trainingDiverged(
          step: divergence.step, quantity: symbols.id(of: divergence.quantity))
      }
    let share = result.evaluation.correct.map { Phrase.classifiedCorrectly($0, of: samples.count) }
    let isShort = training.epochs == 1 && result.end == .epochs
    return [share, isShort ? .onlyOneEpoch : nil].compactMap { $0 }.reduce(end) {
      $0.followed(by: $1)
    }
  }

  private func writeSteps(_ pen: TerminalPen) {
    let rows = history.rows
    guard !rows.isEmpty else { return }
    let hasShare = rows.contains { $0.correct != nil }
    pen.line()
    var header = [Phrase.step, .epoch, .batchLoss].map { $0[language] }
    if hasShare { header.append(Phrase.correctAfterEpoch[language]) }
    TerminalTable(
      header: header,
      rows: rows.map { row in
        let numbers = [
          "\(row.step.number)", "\(row.step.epoch)", format.text(row.step.loss),
        ]
        guard hasShare else { return numbers }
        return numbers + [row.correct.map { Phrase.share($0, of: samples.count)[language] } ?? ""]
      }, words: []
    ).write(with: pen)
  }

  private func writeChart(_ pen: TerminalPen) {
    let all = history.loss.points(400)
    let top = format.text(all.max() ?? 0)
    let points = history.loss.points(TerminalChart.columns(pen, top: top))
    guard points.count > 1 else { return }
    pen.line()
    TerminalChart(
      points: points, top: format.text(points.max() ?? 0), start: "1", end: "\(history.steps)"
    ).write(with: pen)
  }

  /// What the trained network puts out for the first samples.
  private func writeOutputs(_ pen: TerminalPen) {
    let evaluator = Evaluator(result.network)
    let rows = samples.prefix(TrainingReport.mostSamples).enumerated().map { n, sample in
      let outputs = evaluator.outputs(for: sample.inputs).prefix(TrainingReport.mostOutputs)
      let targets = (sample.targets ?? []).prefix(TrainingReport.mostOutputs)
      return [
        sample.name?.visible ?? "\(n + 1)", outputs.map(format.text).joined(separator: ", "),
        targets.map(format.text).joined(separator: ", "),
      ]
    }
    pen.line()
    TerminalTable(
      header: [Phrase.sampleColumn, .outputColumn, .targetColumn].map { $0[language] },
      rows: rows, words: [0]
    ).write(with: pen)
  }

  /// Where few parameters went, and, of a linear layer, where they should have gone.
  private func writeParameters(_ pen: TerminalPen) {
    let parameters = result.network.parameters
    guard parameters.count <= TrainingReport.mostParameters else { return }
    let closed = LeastSquares(result.network, on: samples).flatMap { solution in
      training.rule.weightDecay == 0 ? solution.values(of: result.network) : nil
    }
    let (old, new) = (first.parameterValues, result.network.parameterValues)
    let rows = parameters.indices.map { p in
      let symbol = symbols.symbol(for: .parameter(.value, parameters[p])).text
      return [symbol, format.text(old[p]), format.text(new[p])]
        + (closed.map { [format.text($0[p])] } ?? [])
    }
    let header: [Phrase] = [.parameter, .first, .trained] + (closed == nil ? [] : [.closedForm])
    pen.line()
    TerminalTable(header: header.map { $0[language] }, rows: rows).write(with: pen)
  }

  private func writeObservations(_ pen: TerminalPen) {
    guard let end else { return }
    let phrases = end.observations(on: samples).flatMap { $0.phrases(end, format) }
    guard !phrases.isEmpty else { return }
    pen.line()
    pen.paragraph(Phrase.worthNoticing[language], .heading)
    for phrase in phrases.prefix(10) { pen.item(phrase[language]) }
  }

  private static let (mostSamples, mostOutputs, mostParameters) = (10, 5, 12)

  /// The training as a picture.
  public func writePlot(to output: TextOutput) {
    TrainingPlot(
      title: title, history: history, network: result.network, samples: samples,
      language: language
    ).write(to: output)
  }
}

extension LeastSquares {
  /// The parameters in a network's own order.
  fileprivate func values(of network: Network) -> [Double]? {
    let kind = network.outputLayer.biasKind
    let biases = neurons.compactMap(\.bias)
    return neurons.flatMap(\.weights) + (kind == .absent ? [] : biases)
  }
}
